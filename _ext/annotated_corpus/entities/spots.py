"""Places: which gazetteer place, if any, each name of an article means, and which names mean one place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from annotated_corpus.entities.gazetteer import Gazetteer, Place
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.language.letters import fold

_LARGE = ("country", "continent", "capital", "region", "quarter", "state", "sea", "river", "mountain", "seat")
SURE = 200
"""A city of so many thousand people needs no support from the article to be taken for the one meant."""
NEAR = 6
"""A city so many times smaller than the largest of its name is not meant, even where its country is named."""
FAR = 8
"""…nor does one so many times larger than the next of its name."""
_THE = re.compile(r"^(?:the|The|THE)\s+(?=\w)")


@dataclass(slots=True, eq=False)
class Spot:
    """One place while being put together; ``place`` is None where the gazetteer has none, or no certain one."""

    key: str
    place: Place | None
    name: str
    country: str = ""
    seen: list[tuple[int, Sighting]] = field(default_factory=list)


def spelled(text: str) -> str:
    """Return a place's name as the gazetteer may have it: single spaces, no article, capitals undone."""
    plain = _THE.sub("", " ".join(text.split()))
    return plain.title() if len(plain) > 3 and plain.isupper() else plain


def candidates(places: Gazetteer, text: str) -> Sequence[Place]:
    """Return the places of a name, likeliest first."""
    plain = " ".join(text.split())
    for name in (plain, _THE.sub("", plain), spelled(text), fold(plain).title()):
        found = places.every(name)
        if found:
            return found
    return ()


def within_article(number: int, sightings: Sequence[Sighting], places: Gazetteer) -> list[Spot]:
    """Return the places of one article; every name means one place throughout, unless the text itself says which."""
    found = [(each, candidates(places, each.name.replace("İ", "I"))) for each in sightings]
    support: Counter[str] = Counter()
    for options in {each.text: options for each, options in found}.values():
        if options and (len(options) == 1 or options[0].kind in ("country", "capital", "state")):
            support[options[0].country] += 2 if options[0].kind == "country" else 1
            if options[0].kind == "state":
                support["state:" + options[0].country] += 1
    stated: dict[str, Place] = {}
    for (each, options), (after, wider) in pairwise(found):
        gap = after.start - each.end
        if options and wider and each.block == after.block and after.before == "," and 0 < gap <= 3:
            inside = [o for o in options if o.country == wider[0].country and o.kind != "country"]
            if inside and wider[0].kind in ("country", "state", "region"):
                stated.setdefault(each.text, inside[0])
    spots: dict[str, Spot] = {}
    for each, options in found:
        place, sure = _choose(options, support, stated.get(each.text))
        country = place.country if place else ""
        if place and sure:
            key = f"{place.name}|{place.kind}|{place.country}|{place.geonames or ''}"
            spot = spots.setdefault(key, Spot(key, place, place.name, country))
        else:
            name = spelled(each.name)
            spot = spots.setdefault(fold(name), Spot(fold(name), None, name, "" if place else _country(places, name)))
        spot.seen.append((number, each))
    return list(spots.values())


def _choose(options: Sequence[Place], support: Counter[str], stated: Place | None) -> tuple[Place | None, bool]:
    """Return the likeliest place, and whether it is certain enough to be identified with."""
    if stated:
        return stated, True
    if not options:
        return None, False
    first = options[0]
    if first.own:
        return first, True
    if first.kind == "country" and len(options) > 1 and options[1].kind == "state":
        return (options[1], True) if support["state:US"] > 2 and not support[first.country] - 2 else (first, True)
    if first.kind in _LARGE:
        return first, True
    backed = [o for o in options if support[o.country] and o.population * NEAR >= first.population]
    if backed:
        return max(backed, key=lambda o: (support[o.country] > 0, o.population)), True
    rest = max((o.population for o in options[1:]), default=0)
    return first, first.population >= SURE and first.population >= FAR * rest


def _country(places: Gazetteer, name: str) -> str:
    """Return the country of a name that ends or begins with a known country or region ("Northern Kenya")."""
    words = name.split()
    for part in (" ".join(words[1:]), words[-1], words[0]):
        place = places.find(part) if part != name else None
        if place and place.kind in ("country", "region", "quarter", "state"):
            return place.country
    return ""


def over_corpus(articles: Sequence[Sequence[Spot]]) -> list[Spot]:
    """Join the places of all articles: the same gazetteer place, or one unidentified name in one country."""
    joined: dict[str, Spot] = {}
    for spots in articles:
        for spot in spots:
            known = joined.get(spot.key)
            if known is None:
                joined[spot.key] = Spot(spot.key, spot.place, spot.name, spot.country, list(spot.seen))
            else:
                known.seen += spot.seen
    by_name: dict[str, list[Spot]] = defaultdict(list)
    for spot in joined.values():
        if spot.place:
            for name in spot.place.names:
                by_name[fold(name)].append(spot)
    for key, spot in list(joined.items()):
        if spot.place is None and len(by_name[key]) == 1 and _near(spot, by_name[key][0]):
            by_name[key][0].seen += spot.seen
            del joined[key]
    for spot in joined.values():
        spot.seen.sort(key=lambda seen: (seen[0], seen[1].start))
    return list(joined.values())


def _near(a: Spot, b: Spot) -> bool:
    """Whether an unidentified name and an identified place of that name share an article."""
    return bool({number for number, _ in a.seen} & {number for number, _ in b.seen})
