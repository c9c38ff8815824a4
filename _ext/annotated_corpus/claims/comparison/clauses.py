"""Where a clause ends, and what stands in one with what: without a parser, by marks and conjunctions."""

from __future__ import annotations

import re
from collections.abc import Callable

from annotated_corpus.claims.comparison.sides import Side
from annotated_corpus.language.en.denial import negators
from annotated_corpus.language.en.grammar import clause_words
from annotated_corpus.language.en.terms import is_content

_STOP = re.compile(r"[,;:!?()—–]")
JOINING = frozenset("that but and or than".split())
"""What only ties a phrase to the one before it."""
CLAUSE = JOINING | clause_words()


def denied(side: Side, first: int) -> int:
    """Return the first word that denies what begins with a word, in its clause; without one, that word itself."""
    start = before = first
    while before and not apart(side, before) and side.words[before - 1].form not in CLAUSE:
        before -= 1
        if side.words[before].form in negators():
            start = before
    if start and side.words[start - 1].end == side.words[start].start:
        start -= 1  # "n't" is not a word to begin with
    return start


def apart(side: Side, position: int) -> bool:
    """Return whether a mark parts a word from the one before it."""
    gap = side.claim.text[side.words[position - 1].end : side.words[position].start]
    return _STOP.search(gap) is not None


def governed(side: Side, position: int, reach: int, ends: Callable[[int], bool]) -> int | None:
    """Return the first word of matter after a word, in its clause: what it denies or counts; None if there is none.

    Args:
        side: the claim.
        position: that of the word.
        reach: the word of matter stands at most so many words after it.
        ends: whether a word before, or that word itself, says that nothing is meant.
    """
    for place in range(position + 1, min(position + 1 + reach, len(side.words))):
        if apart(side, place) or ends(place):
            return None
        if is_content(side.terms[place]):
            return place
    return None
