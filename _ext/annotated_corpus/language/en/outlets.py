"""News agencies, papers and broadcasters: who carries a statement, and is not its speaker (``outlets.txt``).

An outlet has one name for all its names: "AP" and "The Associated Press" are Associated Press. A paper need not be
known by name: "the Larnvik Post" is one by its ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.language.tables import parts

_ENDINGS = (
    "Times|Post|Journal|Globe|Herald|Tribune|Gazette|Telegraph|Chronicle|Examiner|Observer|Press|News|Daily|Mail|Sun"
)
_KINDS = "(?:news agency|newspaper|magazine|website|broadcaster)"


class _Row(NamedTuple):
    """A line of the table: the names of one outlet, the usual one first; those that are something else as well."""

    part: str
    names: tuple[str, ...]
    doubtful: frozenset[str]


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he (?=\w)", "", " ".join(name.split()))


def _table() -> tuple[_Row, ...]:
    found = []
    for part, lines in parts(__package__, "outlets.txt").items():
        for line in lines:
            first, _, others = line.partition("=")
            names = [name for each in (first, *others.split(",")) if (name := each.strip())]
            doubtful = frozenset(name[1:] for name in names if name.startswith("?"))
            found.append(_Row(part, tuple(_bare(name.lstrip("?")) for name in names), doubtful))
    return tuple(found)


_ROWS = _table()
_USUAL = {name: row.names[0] for row in _ROWS for name in row.names}
_DOUBTFUL = frozenset(name for row in _ROWS for name in row.doubtful)


def _pattern(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


_CARRIERS = frozenset(name for row in _ROWS if row.part in ("agency", "picture") for name in row.names)
CREDITED = rf"(?:(?:The )?(?:{_pattern(_CARRIERS)}))"
"""Part of a pattern: an agency as credits and datelines name it."""
_PAPER = rf"(?:[A-Z][\w’'.-]* ){{0,3}}(?:{_ENDINGS})"
_KNOWN = _pattern(set(_USUAL) - _DOUBTFUL)
_STATED = re.compile(rf"(?<![^\W_])(?:[Tt]he )?(?:{_pattern(_USUAL)}|{_PAPER})(?![^\W_])")

NAME = re.compile(rf"\b(?:{_KNOWN}|{_PAPER})\b")
"""The name of an agency, a paper or a broadcaster."""

_AGENCIES = {name for row in _ROWS if row.part == "agency" for name in row.names if name not in _DOUBTFUL}
_AGENCY = re.compile(rf"\b(?:{_pattern(_AGENCIES)})\b(?: news agency)?")

_CREDITS = re.compile(
    rf"(?:\b(?:told|tells?|[Ss]ource:|according to|reported by|cited by|citing|quoted by|interview with) (?:[Tt]he )?"
    rf"(?P<told>{_KNOWN}|{_PAPER})\b)"
    rf"|\((?P<dateline>{_pattern(_USUAL)})\)"
    rf"|\b(?:The )?(?P<says>{_KNOWN}|{_PAPER})(?: news agency| newspaper)?,?"
    r"(?: quoting [^,]+,)? (?:said|says|reported|reports|is reporting|quoted|cited)\b"
)


@lru_cache(maxsize=16384)
def agencies(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text names news agencies, which carry what others say: start and end of each name."""
    return tuple(found.span() for found in _AGENCY.finditer(text))


@lru_cache(maxsize=16384)
def is_outlet(name: str) -> bool:
    """Return whether ``name`` is that of an agency, a paper or a broadcaster."""
    return NAME.fullmatch(re.sub(rf" {_KINDS}$", "", _bare(name))) is not None


def is_credited(name: str) -> bool:
    """Return whether ``name`` is that of an agency as credits have it: "AFP", "Getty Images"."""
    return _bare(name) in _CARRIERS


@lru_cache(maxsize=16384)
def usual(name: str) -> str:
    """Return the usual name of an outlet: Associated Press for "AP"; a name that is not in the table without "the"."""
    bare = _bare(name)
    return _USUAL.get(bare, bare)


@lru_cache(maxsize=16384)
def credited(text: str) -> frozenset[str]:
    """Return the outlets that a text credits as it names them: "told Reuters", "(AP)", "Interfax said"."""
    return frozenset(next(name for name in found.groups() if name) for found in _CREDITS.finditer(text))


@lru_cache(maxsize=16384)
def credits(text: str) -> frozenset[str]:
    """Return the outlets that a text credits by their usual names, so that two texts can be compared."""
    return frozenset(map(usual, credited(text)))


@lru_cache(maxsize=16384)
def stated(source: str) -> frozenset[str]:
    """Return the outlets of a stated source by their usual names: "AP", "Lusa/AFP", "The Globe and Mail".

    A source that names none that is known is one by itself.
    """
    found = frozenset(usual(match[0]) for match in _STATED.finditer(source))
    return found or frozenset({_bare(source).casefold()} - {""})
