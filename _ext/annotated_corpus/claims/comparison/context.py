"""What stands beside some words in their clause, so that one can tell whether two texts speak of the same there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from annotated_corpus.language.en.terms import is_content, is_figure, term, thesaurus
from annotated_corpus.language.words import words
from annotated_corpus.model import Span

_MARK = re.compile(r"[,;:!?()—–]| - | -- ")
_CLAUSE = frozenset(
    """that and but or nor because while which who whom whose when where since after before although though until as
    if than""".split()
)
SAYING = frozenset(("say", "tell", "add", "according"))
"""Terms of what is only said, which carry no matter but may stand for a statement."""
_PREPOSED = frozenset(("before", "after", "since", "until"))
"""Directly before a time they begin no clause: "shortly before 9 p.m."."""
_INSERTED = re.compile(
    r",(?! (?:who|which|where|when)\b) [^,;:()\n]{1,60},(?= (?:was|were|is|are|has|have|had|will|would|can|could|may|did)\b)"
)
"""What stands between a subject and its verb: "28 workers, most of them women, were killed"."""
_HEADLINE = 0.7
"""A text with so many of its words in capitals is a headline, where a capital says nothing."""
_LEAST = 4
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


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found = words(text)
    plain = len(found) >= _LEAST and sum(word.capital for word in found) >= _HEADLINE * len(found)
    return tuple(
        _Word(word.start, word.end, word.form, term(word), word.capital and not plain)
        for word in found
    )


def context(text: str, span: Span, ends: Iterable[Span] = (), passed: Iterable[Span] = ()) -> Context:
    """Return what stands beside a span of a text, in its clause.

    Args:
        text: a claim.
        span: where the words stand.
        ends: other spans of it at which the clause is taken to end: other figures.
        passed: other spans of it that count for nothing: dates.
    """
    stops = tuple(ends)
    skips = (*passed, *_inserted(text, span))
    found = _words(text)
    first = next((n for n, word in enumerate(found) if word.end > span.start), len(found))
    last = next((n for n in range(first, len(found)) if found[n].start >= span.end), len(found))
    left = _walk(text, span.start, found[first - 1 :: -1] if first else (), stops, skips, back=True)
    right = _walk(text, span.end, found[last:], stops, skips)
    return Context(left, right)


def _inserted(text: str, span: Span) -> list[Span]:
    found = [Span(*each.span()) for each in _INSERTED.finditer(text)] if text.count(",") > 1 else []
    return [each for each in found if not each.meets(span)]


def _walk(
    text: str,
    place: int,
    found: Sequence[_Word],
    stops: Sequence[Span],
    skips: Sequence[Span],
    *,
    back: bool = False,
) -> tuple[Neighbour, ...]:
    """Return the words of matter after a place, or going ``back`` from it, as far as the clause goes."""
    met: list[Neighbour] = []
    for n, word in enumerate(found):
        own = Span(word.start, word.end)
        if over := next((each for each in skips if each.meets(own)), None):
            place = min(over.start, own.start) if back else max(over.end, own.end)
            continue
        gap = text[word.end : place] if back else text[place : word.start]
        if _MARK.search(gap) or any(own.meets(each) for each in stops):
            break
        if word.form in _CLAUSE and not (word.form in _PREPOSED if back and not n else _joins_names(found, n)):
            break
        place = word.start if back else word.end
        if (is_content(word.term) or word.term in SAYING) and not is_figure(word.term) and word.form not in _WHEN:
            met.append(Neighbour(word.term, word.name, word.start, word.end))
    return tuple(met)


def _joins_names(found: Sequence[_Word], n: int) -> bool:
    """Return whether a conjunction stands between two names: "Holm and Dahl"."""
    return found[n].form in ("and", "or") and 0 < n < len(found) - 1 and found[n - 1].name and found[n + 1].name


def kin(one: str, two: str) -> bool:
    """Return whether two terms are one or stand for one another."""
    return one == two or not thesaurus().keys(one).isdisjoint(thesaurus().keys(two))


def common(one: Iterable[str], two: Iterable[str]) -> int:
    """Return how many of some terms have kin among others."""
    others = tuple(two)
    return sum(any(kin(each, other) for other in others) for each in frozenset(one))
