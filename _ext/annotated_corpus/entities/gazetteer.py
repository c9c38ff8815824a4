"""The gazetteer: what places there are, where they lie, and which may stand for a government.

Four tab-separated files in ``data``, each row ``names|… kind country latitude longitude geonames population``:
``regions.tsv`` (by hand), ``countries.tsv``, ``admin.tsv`` and ``cities.tsv`` (by ``tools/build_gazetteer.py``).
Rows are cut up only when a name is looked up, so that loading costs little.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

from annotated_corpus.entities.lexicon import data_text

FILES = ("regions.tsv", "countries.tsv", "admin.tsv", "cities.tsv")
KINDS = {
    "continent": "N", "country": "C", "capital": "K", "region": "R", "quarter": "R", "sea": "W", "river": "W",
    "mountain": "W",
    "state": "T", "seat": "S",
}  # fmt: skip
"""Kinds of places in one letter; cities are B (half a million people), M (a hundred thousand) or V (fewer)."""
GOVERNMENTS = frozenset({"capital", "seat"})


@dataclass(frozen=True, slots=True)
class Place:
    """A row of the gazetteer. ``name`` is the one that entries show; ``population`` is in thousands.

    ``own`` is whether an editor has listed it (see :mod:`annotated_corpus.entities.own`).
    """

    name: str
    names: tuple[str, ...]
    kind: str
    country: str
    latitude: float | None
    longitude: float | None
    geonames: int | None
    population: int
    wikidata: str = ""
    own: bool = False

    @property
    def government(self) -> bool:
        """Whether the name may stand for a government."""
        return self.kind in GOVERNMENTS


def _place(row: str) -> Place:
    names, kind, country, latitude, longitude, geonames, *more = row.split("\t")
    spelled = tuple(names.split("|"))
    return Place(
        spelled[0],
        spelled,
        kind,
        country,
        float(latitude) if latitude else None,
        float(longitude) if longitude else None,
        int(geonames) if geonames else None,
        int(more[0]) if more and more[0] else 0,
    )


class Gazetteer:
    """Names of places, with the most likely place of each: an editor's own, regions and countries, the larger city.

    Made from rows, or from another gazetteer with places of an editor's ``own``, of which some have been ``replaced``.
    """

    def __init__(
        self, rows: list[str] | Gazetteer, own: Sequence[Place] = (), replaced: frozenset[Place] = frozenset()
    ) -> None:
        self._own: dict[str, list[Place]] = {}
        self._replaced = replaced
        self._kinds: dict[str, str] = {}
        self._found: dict[str, list[Place]] = {}
        self._rows: dict[str, str] = {}
        self.longest: dict[str, int] = {}
        if isinstance(rows, Gazetteer):
            self._rows, self.longest = rows._rows, dict(rows.longest)
        else:
            self._index(rows)
        for place in own:
            for name in place.names:
                self._own.setdefault(name, []).append(place)
                self._lengthen(name)

    def _index(self, rows: list[str]) -> None:
        known = self._rows
        for row in rows:
            for name in row[: row.index("\t")].split("|"):
                known[name] = f"{known[name]}\n{row}" if name in known else row
                if " " in name:
                    self._lengthen(name)

    def _lengthen(self, name: str) -> None:
        first, size = name.split(" ", 1)[0], name.count(" ") + 1
        if size > self.longest.get(first, 1):
            self.longest[first] = size

    def __contains__(self, name: str) -> bool:
        return name in self._rows or name in self._own

    def owns(self, name: str) -> bool:
        """Whether an editor has listed the name."""
        return name in self._own

    def every(self, name: str) -> Sequence[Place]:
        """Return every place of this name, spelled exactly so, likeliest first."""
        found = self._found.get(name)
        if found is None:
            rows, own = self._rows.get(name), self._own.get(name, [])
            if rows is None:
                return list(own)
            listed = map(_place, sorted(rows.split("\n"), key=_rank, reverse=True))
            found = self._found[name] = [*own, *(place for place in listed if place not in self._replaced)]
        return found

    def numbered(self, numbers: Set[int | None]) -> dict[int | None, Place]:
        """Return the places that have these GeoNames numbers, an editor's own aside."""
        if not numbers:
            return {}
        rows = {row for several in self._rows.values() for row in several.split("\n")}
        places = (_place(row) for row in sorted(rows) if row.split("\t")[5] in set(map(str, numbers)))
        return {place.geonames: place for place in places}

    def find(self, name: str) -> Place | None:
        """Return the likeliest place of this name, spelled exactly so."""
        found = self.every(name)
        return found[0] if found else None

    def kind(self, name: str) -> str:
        """Return what kind of place the name is, in one letter (see ``KINDS``), empty if it is none."""
        found = self._kinds.get(name)
        if found is None:
            place = self.find(name)
            if place is None:
                return ""
            found = KINDS.get(place.kind) or (
                "B" if place.population >= 500 or place.own else "M" if place.population >= 100 else "V"
            )
            self._kinds[name] = found
        return found


# Countries before regions before cities of one name; capitals count by their size among regions.
_RANK = {
    "continent": 9e9,
    "country": 8e9,
    "capital": 7e9,
    "seat": 7e9,
    "region": 6e9,
    "quarter": 6e9,
    "sea": 6e9,
    "river": 6e9,
    "mountain": 6e9,
    "state": 5e9,
}


def _rank(row: str) -> float:
    cells = row.split("\t")
    return _RANK.get(cells[1], 0) + (int(cells[6]) if len(cells) > 6 and cells[6] else 0)


@cache
def _countries() -> dict[str, str]:
    rows = (row.split("\t") for row in data_text("countries.tsv").splitlines())
    return {code: names.partition("|")[0] for names, kind, code, *_ in rows if kind == "country"}


def country_name(country: str) -> str:
    """Return the English name of a country given by its ISO 3166 code; anything else, an editor's own words, stays."""
    return _countries().get(country, country)


def country_code(country: str) -> str:
    """Return the ISO 3166 code of a country given by its English name or its code; anything else stays."""
    codes = {name.casefold(): code for code, name in _countries().items()}
    return codes.get(country.casefold(), country.upper() if country.upper() in _countries() else country)


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of the package, loaded once."""
    return Gazetteer([row for file in FILES for row in data_text(file).splitlines()])


@lru_cache(maxsize=4096)
def part_of(inner: str, outer: str) -> bool:
    """Return whether the likeliest place of one name lies in the country of another.

    The gazetteer knows the country of a town or a region, but not which region a town lies in.
    """
    part, whole = gazetteer().find(inner), gazetteer().find(outer)
    if part is None or whole is None or whole.kind != "country":
        return False
    return part.kind not in _NOT_IN_ONE and part.country == whole.country


_NOT_IN_ONE = frozenset({"continent", "country", "sea", "river", "mountain"})
"""Kinds of places that seldom lie in one country."""
