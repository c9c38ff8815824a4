"""What stands beside some words in their clause, so that one can tell whether two texts speak of the same there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from annotated_corpus.language.en.dates import written
from annotated_corpus.language.en.grammar import clause_words
from annotated_corpus.language.en.terms import is_content, is_figure, term, thesaurus
from annotated_corpus.language.words import words
from annotated_corpus.model import Span

_MARK = re.compile(r"[,;:!?()—–]| - | -- ")
_CLAUSE = clause_words() | {"than"}
SAYING = frozenset(("say", "tell", "told", "add", "according"))
"""Terms of what is only said, which carry no matter but may stand for a statement."""
_PREPOSED = frozenset(("before", "after", "since", "until"))
"""Directly before a time they begin no clause: "shortly before 9 p.m."."""
_RELATIVE = frozenset(("who", "that", "which"))
"""Directly after the noun that is counted they go on to tell of it: "162 people who were hurt"."""
_INSERTED = re.compile(
    r",(?! (?:who|which|where|when)\b) [^,;:()\n]{1,60},"
    r"(?= (?:was|were|is|are|has|have|had|will|would|can|could|may|did)\b)"
)
"""What stands between a subject and its verb: "28 workers, most of them women, were killed"."""
_HEADLINE = 0.7
"""A text with so many of its words in capitals is a headline, where a capital says nothing."""
_LEAST = 4
_FURTHEST = 12
"""So many words of matter on one side tell enough."""
_WHEN = frozenset(
    "evening night morning afternoon day week weekend month year early late earlier later yesterday today least".split()
)
"""Words beside a date or a figure that are no part of what happened."""


class Neighbour(NamedTuple):
    """A word of matter beside others: its term, whether it may be a name, and where it stands."""

    term: str
    name: bool
    start: int
    end: int


class Context(NamedTuple):
    """The words of matter of one clause before some words and after them, the nearest first."""

    left: tuple[Neighbour, ...]
    right: tuple[Neighbour, ...]

    def terms(self, reach: int) -> frozenset[str]:
        """Return the terms of so many words of matter on either side, names aside."""
        sides = ([each.term for each in side if not each.name][:reach] for side in self)
        return frozenset(chain.from_iterable(sides))


class _Word(NamedTuple):
    start: int
    end: int
    form: str
    term: str
    name: bool
    skipped: Span | None
    """The date or the insertion to which it belongs, which is stepped over."""


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found = words(text)
    plain = len(found) >= _LEAST and sum(word.capital for word in found) >= _HEADLINE * len(found)
    inserted = (Span(*each.span()) for each in _INSERTED.finditer(text)) if text.count(",") > 1 else ()
    skips = sorted((*inserted, *written(text)), key=lambda span: (span.start, span.end), reverse=True)
    made = []
    for word in found:
        while skips and skips[-1].end <= word.start:
            skips.pop()
        skipped = skips[-1] if skips and skips[-1].start < word.end else None
        name = word.capital and not plain
        made.append(_Word(word.start, word.end, word.form, term(word), name, skipped))
    return tuple(made)


def context(text: str, span: Span, ends: Sequence[Span] = ()) -> Context:
    """Return what stands beside a span of a text, in its clause; dates and insertions are stepped over.

    Args:
        text: a claim.
        span: where the words stand.
        ends: other spans of it at which the clause is taken to end: the figures before and after.
    """
    found = _words(text)
    first = bisect_right(found, span.start, key=attrgetter("end"))
    last = bisect_left(found, span.end, lo=first, key=attrgetter("start"))
    left = _walk(text, span, (found[n] for n in range(first - 1, -1, -1)), ends, back=True)
    right = _walk(text, span, (found[n] for n in range(last, len(found))), ends)
    return Context(left, right)


def _walk(
    text: str, span: Span, following: Iterable[_Word], ends: Sequence[Span], *, back: bool = False
) -> tuple[Neighbour, ...]:
    """Return the words of matter on one side of a span, as far as the clause goes."""
    met: list[Neighbour] = []
    place = span.start if back else span.end
    first, before = True, None
    pending: _Word | None = None
    for word in following:
        own = Span(word.start, word.end)
        if pending is not None:  # a conjunction, of which only the word after tells whether it joins two names
            if not (word.name and before is not None and before.name):
                break
            pending = None
        if word.skipped is not None and not word.skipped.meets(span):
            place = min(word.skipped.start, own.start) if back else max(word.skipped.end, own.end)
            continue
        gap = text[word.end : place] if back else text[place : word.start]
        if (_MARK.search(gap) and not (back and first and gap == ": ")) or any(own.meets(each) for each in ends):
            break
        place = word.start if back else word.end
        opening, first = first, False
        if word.form in _CLAUSE:
            if word.form in _RELATIVE and not back and len(met) == 1 and gap == " ":
                continue
            if word.form in ("and", "or"):
                pending = word
                continue
            if not (back and opening and word.form in _PREPOSED):
                break
            continue
        before = word
        if (is_content(word.term) or word.term in SAYING) and not is_figure(word.term) and word.form not in _WHEN:
            met.append(Neighbour(word.term, word.name, word.start, word.end))
        if len(met) >= _FURTHEST:
            break
    return tuple(met)


def kin(one: str, two: str) -> bool:
    """Return whether two terms are one or stand for one another."""
    return one == two or not thesaurus().keys(one).isdisjoint(thesaurus().keys(two))


def common(one: Iterable[str], two: Iterable[str]) -> int:
    """Return how many of some terms have kin among others."""
    others = tuple(two)
    return sum(any(kin(each, other) for other in others) for each in frozenset(one))


def common_to_both(one: Iterable[str], two: Iterable[str]) -> int:
    """Return the same, each term being kin of one only."""
    here, there = frozenset(one), frozenset(two)
    return min(common(here, there), common(there, here))
