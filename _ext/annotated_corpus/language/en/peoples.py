"""Peoples: the adjectives and nouns of countries, faiths and parties (``demonyms.txt``)."""

from __future__ import annotations

from collections.abc import Sequence

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
