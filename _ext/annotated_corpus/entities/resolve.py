"""Resolution: which sightings of all articles name the same person or place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from annotated_corpus.entities.gazetteer import Gazetteer, Place, gazetteer
from annotated_corpus.entities.identifiers import fold, identifier
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.model import Article, Entity, EntityKind, Mention


@dataclass(slots=True)
class Cluster:
    """Sightings that name one entity, while it is being put together."""

    kind: EntityKind
    place: Place | None = None
    sightings: list[tuple[int, Sighting]] = field(default_factory=list)


def resolve(articles: Sequence[Article], found: Sequence[Sequence[Sighting]]) -> list[Cluster]:
    """Join the sightings of each article, then those of all articles."""
    places = gazetteer()
    people: dict[str, Cluster] = {}
    spots: dict[str, Cluster] = {}
    for number, sightings in enumerate(found):
        surnames: dict[str, str] = {}
        for each in sightings:
            if each.kind is EntityKind.PERSON and " " in each.text:
                surnames.setdefault(fold(each.text.split()[-1]), fold(each.text))
                surnames.setdefault(fold(each.text.split()[0]), fold(each.text))
        for each in sightings:
            if each.kind is EntityKind.PERSON:
                key = surnames.get(fold(each.text), fold(each.text))
                people.setdefault(key, Cluster(EntityKind.PERSON)).sightings.append((number, each))
            elif each.kind is EntityKind.PLACE:
                place = _find(places, each.text)
                key = f"{place.name}/{place.geonames}" if place else fold(each.text)
                spots.setdefault(key, Cluster(EntityKind.PLACE, place)).sightings.append((number, each))
    return [*people.values(), *spots.values()]


def _find(places: Gazetteer, text: str) -> Place | None:
    return places.find(text) or (places.find(text.title()) if text.isupper() else None)


def assemble(articles: Sequence[Article], clusters: Sequence[Cluster]) -> tuple[list[Entity], list[Mention]]:
    """Give every cluster its name and id, and turn its sightings into mentions."""
    entities: list[Entity] = []
    mentions: list[Mention] = []
    taken: set[str] = set()
    shown: set[str] = set()
    for cluster in clusters:
        surface = [each.text for _, each in cluster.sightings]
        place = cluster.place
        name = place.name if place else max(surface, key=lambda text: (len(text.split()), surface.count(text), text))
        label, plain, count = name, f"{name} ({cluster.kind})", 1
        while label.casefold() in shown:
            label = plain if count == 1 else f"{name} ({cluster.kind} {count})"
            count += 1
        shown.add(label.casefold())
        id_ = identifier(cluster.kind, name, taken)
        taken.add(id_)
        entities.append(
            Entity(
                id_,
                cluster.kind,
                label,
                tuple(sorted(set(surface) - {name})),
                country=place.country if place else "",
                government=bool(place and place.government),
                latitude=place.latitude if place else None,
                longitude=place.longitude if place else None,
                geonames=place.geonames if place else None,
            )
        )
        for number, each in cluster.sightings:
            article = articles[number]
            mentions.append(Mention(id_, article.id, article.blocks[each.block].id, each.start, each.end, each.text))
    order = {article.id: position for position, article in enumerate(articles)}
    entities.sort(key=lambda e: (e.kind, e.name.casefold(), e.id))
    mentions.sort(key=lambda m: (order[m.article], m.start))
    return entities, mentions
