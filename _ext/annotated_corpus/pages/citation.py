"""How to cite an article or a passage of it: quotation, BibTeX, CSL-JSON, RIS, a role for other Sphinx projects."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from annotated_corpus.language.en.calendar import LETTERS, MONTHS
from annotated_corpus.pages.phrases import date_in_words

_MONTHS = [month[:LETTERS].casefold() for month in MONTHS]
_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX |= {sign: f"\\{sign}" for sign in "&%$#_{}"}


@dataclass(frozen=True, slots=True)
class Work:
    """What is cited from: an article as its editors state it, in an edition that has a name."""

    title: str
    edition: str
    source: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What is cited: its permanent ``anchor``, its ``name`` ("¶7"), the ``checksum`` of its words, its address.

    ``quote`` are the words; the article as a whole has neither these nor a name.
    """

    anchor: str
    name: str = ""
    checksum: str = ""
    link: str = ""
    quote: str = ""


BLANK = Place("%anchor%", "%name%", "%checksum%", "%link%", "%quote%")
"""A place to be filled in by whoever knows it: a script, for each paragraph of a page."""


def forms(work: Work, place: Place) -> dict[str, str]:
    """Return the citation in every form, by the name of the form, in the order in which readers want them."""
    known = {
        "Link": place.link,
        "Quotation": _quotation(work, place) if place.quote else _sentence(work, place),
        "BibTeX": _bibtex(work, place),
        "CSL-JSON": _csl(work, place),
        "RIS": _ris(work, place),
        "MyST link": f"[](inv:edition:corpus:{'paragraph' if place.name else 'article'}#{place.anchor})",
    }
    return {name: form for name, form in known.items() if form}


def nested(quote: str) -> str:
    """Return words that go between double quotation marks: those that they have themselves become single ones.

    The script of the citation menu does the same; verification takes one kind for the other.
    """
    return quote.translate(_NESTED)


_NESTED = str.maketrans('“”„"', "‘’‚'")


def _sentence(work: Work, place: Place) -> str:
    """Return the citation as a reader would write it."""
    said = [
        ", ".join(work.authors),
        f"“{nested(work.title)}”",
        work.source,
        date_in_words(work.date),
        place.name,
        f"in: {work.edition}" if work.edition else "",
    ]
    return " ".join(filter(None, [", ".join(filter(None, said)) + ".", place.link, place.checksum]))


def _quotation(work: Work, place: Place) -> str:
    return f"“{nested(place.quote)}” ({_sentence(work, place)})"


def _note(work: Work, place: Place) -> str:
    """Return where in which edition the words stand, and the checksum by which they can be verified."""
    where = " ".join(filter(None, [place.name, f"in the edition “{nested(work.edition)}”" if work.edition else ""]))
    return "; ".join(filter(None, [where, place.anchor, place.checksum, f"first at {work.url}" if work.url else ""]))


def _bibtex(work: Work, place: Place) -> str:
    year, month, day = _parts(work.date)
    fields: Mapping[str, str] = {
        "author": " and ".join(f"{{{_tex(each)}}}" for each in work.authors),
        "title": f"{{{_tex(work.title)}}}",
        "howpublished": _tex(work.source),
        "year": year,
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": str(int(day)) if day else "",
        "url": place.link,
        "note": _tex(_note(work, place)) if place != BLANK else _tex(_note(work, _WORDS)).translate(_UNWORDS),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{place.anchor},", *lines, "}"])


_WORDS = Place("\ue000", "\ue001", "\ue002", "\ue003", "\ue004")
_UNWORDS = {0xE000: BLANK.anchor, 0xE001: BLANK.name, 0xE002: BLANK.checksum, 0xE003: BLANK.link, 0xE004: BLANK.quote}
"""The signs of a blank mean something to TeX, so they take its place while TeX's own are escaped."""


def _csl(work: Work, place: Place) -> str:
    parts = [int(each) for each in _parts(work.date) if each]
    item = {
        "id": place.anchor,
        "type": "article-newspaper",
        "title": work.title,
        "author": [{"literal": each} for each in work.authors],
        "container-title": work.source,
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": place.link,
        "language": work.lang,
        "note": _note(work, place),
    }
    lines = [f"  {_json(name)}: {_json(value)}" for name, value in item.items() if value]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _ris(work: Work, place: Place) -> str:
    year, month, day = _parts(work.date)
    tags = [
        ("TY", "NEWS"),
        *(("AU", each) for each in work.authors),
        ("TI", work.title),
        ("T2", work.source),
        ("PY", year),
        ("DA", "/".join([year, month, day, ""]) if month else ""),
        ("LA", work.lang),
        ("UR", place.link),
        ("N1", _note(work, place)),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in tags if value), "ER  - "])


def _parts(date: str) -> tuple[str, str, str]:
    """Return year, month and day of an ISO date, each empty where it is not stated."""
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", date)
    return (found[1], found[2] or "", found[3] or "") if found else ("", "", "")


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)
