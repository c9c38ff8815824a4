"""Datelines: the town, the day and the agency before a report, "LARNVIK, Norway, May 3 (Reuters) - Six boats sank".

A dash alone proves little: "NATO - the alliance - sent four ships" has none. Without an agency, the town must stand in
capitals and be no body that is written so (``acronyms.txt``), or a day must follow it; and a report begins as a
sentence does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from annotated_corpus.language.capitals import CAPITAL
from annotated_corpus.language.en.calendar import LETTERS, MONTHS
from annotated_corpus.language.en.outlets import CREDITED, is_credited, is_outlet, usual
from annotated_corpus.language.tables import rows

_LONGEST = 120
_MONTH = rf"(?:{'|'.join(month[:LETTERS] for month in MONTHS)})[a-z]*\.?"
_DAY = rf"(?:,?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}))"
_NAME = rf"{CAPITAL}[\w.'’-]*"
_DASH = r"(?:[—–_]|--?)"
_DATELINE = re.compile(
    rf"""(?P<place>{_NAME}(?:[ ,/]+(?:{_NAME}|\({_NAME}\)|d[aeo]|del|of|the))*?)
    (?P<day>{_DAY}?(?:,?\s+\d{{4}})?)\.?\s*
    (?:\((?P<brackets>[A-Z][\w\ .&/-]{{0,30}})\)\s*(?P<dash>{_DASH})?
      |/(?P<strokes>{CREDITED})/\.?
      |[—–]|--|-(?=\s))\s*""",
    re.VERBOSE,
)
_AGENCY_ALONE = re.compile(rf"\((?P<brackets>{CREDITED})\)\s*(?:{_DASH})?\s*")
_SIGN = re.compile("[(/—–-]")
"""Without one of these signs nothing is a dateline, which the pattern itself would find out letter by letter."""
_TOWN = re.compile(rf"{CAPITAL}{{4,}}|{CAPITAL}{{2,}}\.? {CAPITAL}{{3,}}|{CAPITAL}{{3}}(?=[,/])")
"""A town in capitals: "LEEDS", "ST. PETERSBURG"; of three letters only with its country."""
_ACRONYMS = frozenset(" ".join(rows(__package__, "acronyms.txt")).split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a dateline ends, the report following, and the outlets that it credits, by their usual names."""

    end: int
    outlets: frozenset[str]


@lru_cache(maxsize=16384)
def dateline(text: str) -> Dateline | None:
    """Return the dateline that opens a text, None without one."""
    opening = text[:_LONGEST]
    if not _SIGN.search(opening):
        return None
    found = _AGENCY_ALONE.match(opening) or _DATELINE.match(opening)
    if found is None or text[found.end() : found.end() + 1].islower():
        return None
    parts = found.groupdict()
    names = re.split(r"[/,&]", parts.get("brackets") or parts.get("strokes") or "")
    outlets = frozenset(
        usual(bare) for name in names if (bare := name.strip()) and (is_credited(bare) or is_outlet(bare))
    )
    if not outlets and not (parts["dash"] if parts["brackets"] else parts["day"] or _in_capitals(parts["place"])):
        return None
    return Dateline(found.end(), outlets)


def report(text: str) -> int:
    """Return where the report begins in a text, 0 without a dateline."""
    found = dateline(text)
    return found.end if found else 0


def _in_capitals(place: str) -> bool:
    return _TOWN.match(place) is not None and re.split(r"[ ,/]", place)[0] not in _ACRONYMS
