"""Resolution: from the sightings of all articles to entries with one name, one id and every mention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from annotated_corpus.entities import people, spots
from annotated_corpus.entities.cluster import Cluster, Identity
from annotated_corpus.entities.gazetteer import Gazetteer, Place, country_name
from annotated_corpus.entities.identifiers import identifier
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.language.en.persons import parse
from annotated_corpus.model import Article, Entity, EntityKind, Mention, Role


def resolve(found: Sequence[Sequence[Sighting]], gazetteer: Gazetteer) -> list[Cluster]:
    """Join the sightings of each article, then those of all articles."""
    local_people, local_spots = [], []
    for number, sightings in enumerate(found):
        persons = [each for each in sightings if each.kind is EntityKind.PERSON]
        local_people.append(people.within_article(number, persons))
        named = [each for each in sightings if each.kind is EntityKind.PLACE]
        local_spots.append(spots.within_article(number, named, gazetteer))
    keys = [frozenset(s.key for s in each if not (s.place and s.place.kind == "country")) for each in local_spots]
    clusters = [_person(person) for person in people.over_corpus(local_people, keys)]
    clusters += [_place(spot) for spot in spots.over_corpus(local_spots)]
    clusters.sort(key=lambda cluster: (cluster.seen[0][0], cluster.seen[0][1].start))
    return clusters


def _person(person: people.Person) -> Cluster:
    seen = sorted(person.seen, key=lambda each: (each[0], each[1].start))
    cluster = Cluster(EntityKind.PERSON, "", seen=seen)
    cluster.name = fullest(cluster)
    return cluster


def fullest(cluster: Cluster) -> str:
    """Return the fullest wording of a name: most words, then not all in capitals, then the most frequent."""
    surfaces = cluster.surfaces()
    best = max(surfaces, key=lambda text: (len(parse(text).words), not text.isupper(), surfaces[text], len(text), text))
    return best.title() if best.isupper() and len(best) > 3 else best


def _place(spot: spots.Spot) -> Cluster:
    place = spot.place
    identity = _identity(place) if place else Identity(country=spot.country)
    return Cluster(EntityKind.PLACE, spot.name, identity, spot.seen)


def _identity(place: Place) -> Identity:
    return Identity(place.country, place.government, place.latitude, place.longitude, place.wikidata, place.geonames)


def assemble(articles: Sequence[Article], clusters: Sequence[Cluster]) -> tuple[list[Entity], list[Mention]]:
    """Give every cluster its shown name and id, and turn its sightings into mentions."""
    entities: list[Entity] = []
    mentions: list[Mention] = []
    shown = names(clusters, articles)
    taken: dict[str, int] = {}
    for cluster, name in zip(clusters, shown, strict=True):
        id_ = identifier(cluster.kind, cluster.name, taken)
        known = cluster.identity
        surfaces = cluster.surfaces()
        entities.append(
            Entity(
                id_,
                cluster.kind,
                name,
                tuple(sorted(set(surfaces) - {cluster.name})),
                roles(articles, cluster),
                known.country,
                known.government,
                known.latitude,
                known.longitude,
                known.wikidata,
                known.geonames,
            )
        )
        for number, each in cluster.seen:
            article = articles[number]
            mentions.append(Mention(id_, article.id, article.blocks[each.block].id, each.start, each.end, each.text))
    order = {article.id: position for position, article in enumerate(articles)}
    entities.sort(key=lambda entity: (entity.kind, entity.name.casefold(), entity.id))
    mentions.sort(key=lambda mention: (order[mention.article], mention.start))
    return entities, mentions


def roles(articles: Sequence[Article], cluster: Cluster) -> tuple[Role, ...]:
    """Return every distinct role with the first block that words it so."""
    first: dict[str, Role] = {}
    for number, each in cluster.seen:
        for text in each.roles:
            first.setdefault(text.casefold(), Role(text, articles[number].blocks[each.block].id))
    return tuple(first.values())


def names(clusters: Sequence[Cluster], articles: Sequence[Article]) -> list[str]:
    """Return the names to show, told apart where several have one: a place keeps its name, people say who they are."""
    shown: list[str] = [""] * len(clusters)
    taken: set[str] = set()
    order = sorted(range(len(clusters)), key=lambda k: (clusters[k].kind is EntityKind.PERSON, k))
    for k in order:
        choices = _choices(clusters[k], articles[clusters[k].seen[0][0]])
        shown[k] = next(name for name in choices if name.casefold() not in taken)
        taken.add(shown[k].casefold())
    return shown


def _choices(cluster: Cluster, first: Article) -> Iterator[str]:
    """Yield what to show a cluster as, best first, without end; ``first`` is the article that names it first."""
    name = cluster.name
    yield name
    told = (role for _, each in cluster.seen for role in each.roles if len(role.split()) <= 4)
    apart = [country_name(cluster.identity.country), next(told, ""), cluster.kind.value, first.label, first.id]
    yield from (f"{name} ({each})" for each in apart if each)
    yield from (f"{name} ({n})" for n in count(2))
