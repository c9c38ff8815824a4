"""The proper names that a claim has, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.language.en.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from annotated_corpus.language.en.terms import is_content, is_figure, read, term
from annotated_corpus.language.en.titles import OFFICES
from annotated_corpus.language.words import Word, words, written

_JOINED = re.compile(r"\.? |[-–]|['’]s? ")
CALENDAR = frozenset(
    term(word)
    for word in words(
        " ".join((*MONTHS, *WEEKDAYS, *(day for day in SHORT_WEEKDAYS if day != "Thur"), "Easter Christmas"))
    )
)
_NO_NAMES = CALENDAR | {term(word) for word in words("Celsius Fahrenheit Richter")}
_TITLE_CASE = 0.85
"""A claim with so many of its words in capitals is a headline, where a capital says nothing."""
_HEADLINE = 3
"""A claim of fewer words of matter is no headline."""
_MARKS = 8
"""So many signs stand before the first word of a sentence at most."""


class Name(NamedTuple):
    """A name in a claim.

    ``claim`` is the text of the claim, ``start`` and ``end`` its place there, ``first`` and ``last`` those of its words
    among all, ``terms`` their terms without offices. ``sure`` says that it stands where a common word would have no
    capital.
    """

    claim: str
    start: int
    end: int
    first: int
    last: int
    terms: tuple[str, ...]
    sure: bool

    @property
    def text(self) -> str:
        """Return the name as it is written."""
        return self.claim[self.start : self.end]


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[Name, ...]:
    """Return the names of a claim, in order; days, months and offices are none."""
    spans = written(text)
    capitals = [n for n, (start, _) in enumerate(spans) if text[start].isupper()]
    if not capitals or (2 * len(capitals) > len(spans) and _is_headline(words(text))):
        return ()
    readings = {n: read(text[slice(*spans[n])]) for n in capitals}
    named = [
        n
        for n, (_, _, each, _, content) in readings.items()
        if content and each not in _NO_NAMES and not is_figure(each)
    ]
    made = []
    for first, last in _runs(text, spans, named):
        own = tuple(readings[n].term for n in range(first, last + 1) if readings[n].form not in OFFICES)
        if own:  # "the Prime Minister" is no name
            start, end = spans[first][0], spans[last][1]
            made.append(Name(text, start, end, first, last, own, last > first or not _opens(text, start)))
    return tuple(made)


def _is_headline(found: Sequence[Word]) -> bool:
    capital = [word.capital for word in found if is_content(each := term(word)) and not is_figure(each)]
    return len(capital) >= _HEADLINE and sum(capital) > _TITLE_CASE * len(capital)


def _runs(text: str, spans: Sequence[tuple[int, int]], capitals: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last word of each name."""
    first = last = -1
    for n in capitals:
        if first >= 0:
            before = spans[last]
            if n == last + 1 and _JOINED.fullmatch(text, before[1], spans[n][0]) and not _owns(text, *before):
                last = n
                continue
            yield first, last
        first = last = n
    if first >= 0:
        yield first, last


def _owns(text: str, start: int, end: int) -> bool:
    return text.endswith(("'s", "’s"), start, end)


def _opens(text: str, start: int) -> bool:
    """Return whether a sentence, or a quotation in it, begins at a place."""
    before = text[max(start - _MARKS, 0) : start].rstrip(" “\"‘'(—–-:")
    return (not before and start <= _MARKS) or before[-1:] in (*".!?”",) or text[start - 1 : start] in ("“", '"', "‘")


def sure_terms(texts: Iterable[str]) -> frozenset[str]:
    """Return the terms of the names that stand in claims where a common word has no capital."""
    return frozenset(each for text in texts for name in names(text) if name.sure for each in name.terms)
