"""Places of an editor's own: ``gazetteer.tsv`` in the folder of seeds, a table that any spreadsheet can write.

Columns are parted by tabs and named in the first line, in any order; only ``name`` is required:

============================  ================================================================================
``name``                      what the entry is called
``other names``               further names, parted by ``|``
``type``                      what it is (see ``TYPES``); without it a city
``country``                   an ISO 3166 code, its English name, or words of one's own
``latitude``, ``longitude``   degrees, north and east positive; both or neither
``geonames``, ``wikidata``    identifiers, like ``703448`` and ``Q1899``
============================  ================================================================================

Empty lines, and lines that begin with ``#``, say nothing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from annotated_corpus.characters import controls
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.entities.gazetteer import KINDS, Gazetteer, Place, country_code, gazetteer

_NUMBER = re.compile(r"[1-9]\d{0,9}", re.ASCII)
"""What a GeoNames number looks like."""
COLUMNS = ("name", "other names", "type", "country", "latitude", "longitude", "geonames", "wikidata")
TYPES = ("city", *KINDS)
_WIKIDATA = re.compile(r"Q[1-9]\d*")


def load(path: Path, shown: str = "") -> tuple[Place, ...]:
    """Read the places of the file at ``path``, called ``shown`` in messages, in its order; no file is no places.

    Raises:
        CorpusError: everything that is wrong with the file, together, each with its line.
    """
    shown = shown or str(path)
    if not path.exists():
        return ()
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        line = data[: error.start].count(b"\n") + 1
        raise CorpusError(Diagnostic(Code.ENCODING, message, shown, line)) from None
    except OSError as error:
        raise CorpusError(Diagnostic(Code.GAZETTEER, f"cannot be read: {error.strerror}", shown)) from None
    wrong: list[Diagnostic] = []
    places: list[Place] = []
    first: dict[tuple[str, str], int] = {}
    columns: list[str] = []
    for line, cells in _rows(text, shown):
        if not columns:
            columns = _heading(cells, shown, line)
            continue
        place, problems = _place(cells, columns)
        if place:
            known = first.setdefault((place.name, place.country), line)
            if known != line:
                problems = [f"{place.name} is already on line {known}; put all that is known of it into one line"]
            places.append(place)
        wrong += [Diagnostic(Code.GAZETTEER, problem, shown, line) for problem in problems]
    if wrong:
        raise CorpusError(wrong)
    return tuple(places)


def _rows(text: str, shown: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that say something, with their lines; cells without spaces around them."""
    reader = csv.reader(io.StringIO(text, newline=""), "excel-tab", strict=True)
    line = 1
    try:
        for row in reader:
            cells = [" ".join(cell.split()) for cell in row]
            if any(cells) and not cells[0].startswith("#"):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        message = f'not a table with tabs ({error}); write "" for a quotation mark inside quotation marks'
        raise CorpusError(Diagnostic(Code.GAZETTEER, message, shown, line)) from None


def _heading(cells: Sequence[str], shown: str, line: int) -> list[str]:
    """Return the names of the columns as ``COLUMNS`` has them."""
    names = [cell.casefold().replace("_", " ") for cell in cells]
    wrong = [f"unknown column {cell}" for cell, name in zip(cells, names, strict=True) if name and name not in COLUMNS]
    wrong += [f"column {name} stands twice" for name in COLUMNS if names.count(name) > 1]
    if "name" not in names:
        wrong.append("no column is called name")
    if wrong:
        message = f"{wrong[0]}; the first line names the columns, with a tab between: {', '.join(COLUMNS)}"
        raise CorpusError(Diagnostic(Code.GAZETTEER, message, shown, line))
    return names


def _place(cells: Sequence[str], columns: Sequence[str]) -> tuple[Place | None, list[str]]:
    """Return the place of a row, or what is wrong with it."""
    if any(cells[len(columns) :]):
        return None, [f"has {len(cells)} cells, but the first line names {len(columns)} columns; remove the rest"]
    row = dict.fromkeys(COLUMNS, "") | {name: cell for name, cell in zip(columns, cells, strict=False) if name}
    names = list(
        dict.fromkeys(name for each in [row["name"], *row["other names"].split("|")] if (name := each.strip()))
    )
    wrong = [f"{key} holds control characters ({found}); remove them" for key in row if (found := controls(row[key]))]
    if not row["name"]:
        wrong.append("has no name; give it one, or put # before the line")
    wrong += [
        f"the name “{name}” does not begin with a letter or figure; correct it"
        for name in names
        if not name[0].isalnum()
    ]
    if row["type"] and row["type"].casefold() not in TYPES:
        wrong.append(f"type is “{row['type']}”; it must be one of {', '.join(TYPES)}")
    degrees: dict[str, float | None] = {}
    for key, most in (("latitude", 90), ("longitude", 180)):
        degrees[key] = value = _number(row[key])
        if row[key] and (value is None or not -most <= value <= most):
            wrong.append(f"{key} is “{row[key]}”; it must be a number from -{most} to {most}, like 50.45")
    if bool(row["latitude"]) != bool(row["longitude"]):
        wrong.append("latitude and longitude go together; give both")
    if row["geonames"] and not _NUMBER.fullmatch(row["geonames"]):
        wrong.append(f"geonames is “{row['geonames']}”; it must be a whole number, like 703448")
    if row["wikidata"] and not _WIKIDATA.fullmatch(row["wikidata"]):
        wrong.append(f"wikidata is “{row['wikidata']}”; it must look like Q1899")
    if wrong:
        return None, wrong
    place = Place(
        names[0],
        tuple(names),
        row["type"].casefold(),
        country_code(row["country"]),
        degrees["latitude"],
        degrees["longitude"],
        int(row["geonames"]) if row["geonames"] else None,
        0,
        row["wikidata"],
        own=True,
    )
    return place, []


def _number(cell: str) -> float | None:
    plain = cell.replace("\N{MINUS SIGN}", "-")
    return float(plain) if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d+)?", plain, re.ASCII) else None


@lru_cache(maxsize=4)
def with_own(own: tuple[Place, ...]) -> Gazetteer:
    """Return the gazetteer of the package with an editor's own places, which take precedence.

    An own place that has the GeoNames number of a known one, or its name and nothing that speaks against it, is that
    place: what the editor leaves open is taken from there, further names too.
    """
    known = gazetteer()
    if not own:
        return known
    merged, replaced = [], set()
    numbers = known.numbered({place.geonames for place in own if place.geonames})
    for place in own:
        same = numbers.get(place.geonames) if place.geonames else _same(known, place)
        if same:
            replaced.add(same)
            merged.append(_completed(place, same))
        else:
            merged.append(replace(place, kind=place.kind or "city"))
    return Gazetteer(known, merged, frozenset(replaced))


def _same(known: Gazetteer, place: Place) -> Place | None:
    """Return the known place that an own one without a number means: of its name, with nothing stated otherwise."""
    return next(
        (
            each
            for each in known.every(place.name)
            if place.country in ("", each.country) and place.kind in ("", each.kind) and _near(place, each)
        ),
        None,
    )


def _near(a: Place, b: Place) -> bool:
    """Whether two places lie within half a degree of each other, as far as is stated."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return a.latitude is None
    return abs(a.latitude - b.latitude) <= _HALF and abs(a.longitude - b.longitude) <= _HALF


_HALF = 0.5


def _completed(place: Place, known: Place) -> Place:
    placed = place.latitude is not None
    return replace(
        place,
        names=tuple(dict.fromkeys([*place.names, *known.names])),
        kind=place.kind or known.kind,
        country=place.country or known.country,
        latitude=place.latitude if placed else known.latitude,
        longitude=place.longitude if placed else known.longitude,
        geonames=place.geonames or known.geonames,
        population=known.population,
    )
