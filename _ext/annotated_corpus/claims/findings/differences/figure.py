"""Figures of the same thing that cannot both be exact: "12 dead" against "14 dead"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from annotated_corpus.claims.comparison.sides import Number, Sides
from annotated_corpus.claims.findings.kind import Kind
from annotated_corpus.language.en.quantities import same as same_quantity
from annotated_corpus.model import Difference, Span


def figures(sides: Sides, told: Sequence[Difference] = ()) -> list[tuple[Span, Span]]:
    """Return the numbers, dates aside, that stand in the same place of both claims and cannot be the same."""
    if not sides.a.numbers or not sides.b.numbers:
        return []
    left, right = _unlike(sides.a.numbers, sides.b.numbers), _unlike(sides.b.numbers, sides.a.numbers)
    found = []
    for mine in left:
        for position, other in enumerate(right):
            if mine.counted & other.counted:
                found.append((mine.span, other.span))
                del right[position]
                break
    return found


def same_figures(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the figures that say the same in both claims, perhaps in other words: "2,100 homes", "over 2,000 homes"."""
    for one in sides.a.numbers:
        for two in sides.b.numbers:
            if _same_number(one, two):
                yield one.span, two.span


def _unlike(own: Iterable[Number], others: Sequence[Number]) -> list[Number]:
    """Return the numbers that are none of the other claim's, rounded or in another unit."""
    return [each for each in own if not any(_same_number(each, other) for other in others)]


def _same_number(one: Number, two: Number) -> bool:
    return same_quantity(one.quantity, two.quantity) if one.quantity and two.quantity else one.term == two.term


KIND = Kind("figure", rank=2, phrase="figure", find=figures)
