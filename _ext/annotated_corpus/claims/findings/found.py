"""The particulars in which two matching claims differ, each with its evidence in both."""

from __future__ import annotations

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.registry import kind, kinds
from annotated_corpus.language.en.terms import is_content, thesaurus
from annotated_corpus.model import Difference, Span

_ABSENT = 0.5
"""So many of the words of matter of a detail must stand nowhere in an article that is said to leave it out."""


def differences(sides: Sides) -> tuple[Difference, ...]:
    """Return the differences of two claims, in the order of their places, those of minor weight last."""
    told: list[Difference] = []
    for turn in sorted({each.turn for each in kinds()}):
        said = tuple(told)
        for each in kinds():
            if each.turn == turn:
                found = (Difference(each.name, a, b) for a, b in each.find(sides, said))
                told += [one for one in found if not _stands_elsewhere(sides, one)]
    return tuple(sorted(dict.fromkeys(told), key=_place))


def _stands_elsewhere(sides: Sides, difference: Difference) -> bool:
    """Return whether the other article has elsewhere what the other claim lacks: most of the words are in it."""
    if not kind(difference.kind).whole or (difference.a and difference.b):
        return False
    turned = difference.a is None
    side, there = (sides.a, sides.b)[turned], sides.known.said[not turned]
    span = difference.a or difference.b
    inside = [n for n in range(len(side.terms)) if span and span.start <= side.span(n, n).start < span.end]
    alone = [n for n in inside if sides.lacking[turned][n]] or [n for n in inside if is_content(side.terms[n])]
    terms = [side.terms[n] for n in alone]
    return sum(_is_among(each, there) for each in terms) > (1 - _ABSENT) * len(terms)


def _is_among(each: str, there: frozenset[str | int]) -> bool:
    return each in there or not there.isdisjoint(key for key in thesaurus().keys(each) if isinstance(key, int))


def is_minor(difference: Difference) -> bool:
    """Return whether a difference is a mere detail: something more or less."""
    return kind(difference.kind).minor and not (difference.a and difference.b)


def _place(difference: Difference) -> tuple[bool, bool, Span, str]:
    place = difference.a or difference.b or Span(0, 0)
    return is_minor(difference), difference.a is None, place, difference.kind
