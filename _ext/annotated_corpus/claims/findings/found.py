"""The particulars in which two matching claims differ, each with its evidence in both."""

from __future__ import annotations

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.registry import kind, kinds
from annotated_corpus.model import Difference, Span


def differences(sides: Sides) -> tuple[Difference, ...]:
    """Return the differences of two claims, in the order of their places, those of minor weight last."""
    told: list[Difference] = []
    for turn in sorted({each.turn for each in kinds()}):
        said = tuple(told)
        for each in kinds():
            if each.turn == turn:
                told += [Difference(each.name, a, b) for a, b in each.find(sides, said)]
    return tuple(sorted(dict.fromkeys(told), key=_place))


def is_minor(difference: Difference) -> bool:
    """Return whether a difference is a mere detail: something more or less."""
    return kind(difference.kind).minor and not (difference.a and difference.b)


def _place(difference: Difference) -> tuple[bool, bool, Span, str]:
    place = difference.a or difference.b or Span(0, 0)
    return is_minor(difference), difference.a is None, place, difference.kind
