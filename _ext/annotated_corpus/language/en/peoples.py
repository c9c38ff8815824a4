"""Countries with all their names (``countries.txt``), and the peoples, faiths and parties of ``demonyms.txt``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from annotated_corpus.language.letters import fold
from annotated_corpus.language.name_lists import name_kind
from annotated_corpus.language.tables import rows

LISTED = frozenset(" ".join(rows(__package__, "demonyms.txt")).split())
"""As they are written: "Kenyan", "Sikhs"."""


def national(words: Sequence[str]) -> bool:
    """Return whether a run of capitals begins with what a person belongs to: "Russian Vladimir Putin".

    "Dominican Republic", "American Civil Liberties Union" and "Christian Lindner" are names as they stand.
    """
    return len(words) > 2 and words[0] in LISTED and name_kind(words[0]) not in _GIVEN and name_kind(words[1]) in _GIVEN


_GIVEN = ("g", "b")


@cache
def _countries() -> dict[str, str]:
    """Return the first name of a country by each of its names, folded."""
    lines = (row.split() for row in rows(__package__, "countries.txt"))
    return {_key(name.replace("_", " ")): line[0] for line in lines for name in line}


def _key(name: str) -> str:
    return fold(name).replace(".", "").removeprefix("the ").removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=16384)
def country(name: str) -> str:
    """Return one name for all names of a country: for "U.S.", "American", "the United States" and "Washington" usa.

    Empty for any other name, and for "us" in small letters.
    """
    return "" if name.casefold() == name else _countries().get("usa" if _key(name) == "us" else _key(name), "")
