"""The particulars in which two matching claims differ, each with its evidence in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from annotated_corpus.claims.comparison.dates import against, told
from annotated_corpus.claims.comparison.sides import Number, Side, Sides
from annotated_corpus.claims.findings.differences.attribution import attributions
from annotated_corpus.claims.findings.differences.detail import denied, details
from annotated_corpus.claims.findings.polarity import opposites
from annotated_corpus.claims.speakers.people import places
from annotated_corpus.language.en.quantities import same as same_quantity
from annotated_corpus.language.en.terms import is_content, is_figure
from annotated_corpus.model import Difference, DifferenceKind, Span

_QUOTED_LEAST = 3
_QUOTED_SHARE = 0.6
_FORM = 3
"""Names of one group that begin with so many letters alike are forms of one: Sweden, Swedish."""
_AROUND = 2
"""So many words before and after an exchanged word are the same in both claims."""


def differences(sides: Sides) -> tuple[Difference, ...]:
    """Return the differences of two claims, in the order of their places; a detail only where nothing else is said."""
    said = list(attributions(sides))
    named = list(
        dict.fromkeys(
            (
                *figures(sides),
                *_dates(sides),
                *_names(sides),
                *_others(sides, said),
                *said,
                *(Difference(DifferenceKind.DETAIL, *each) for each in opposites(sides)),
                *_directness(sides),
            )
        )
    )
    named += _exchanged(sides, _said(named))
    more = [
        Difference(DifferenceKind.DETAIL, span if side is sides.a else None, span if side is sides.b else None)
        for side, lacking, here, same in zip((sides.a, sides.b), sides.lacking, _said(named), _same(sides), strict=True)
        for span in details(side, lacking, (*here, *same))
    ]
    return (*sorted(named, key=_place), *sorted(more, key=_place))


def _said(named: Iterable[Difference]) -> tuple[list[Span], list[Span]]:
    """Return the spans of each claim that differences tell of; a quotation may still hold a detail."""
    telling = [each for each in named if each.kind is not DifferenceKind.DIRECTNESS]
    return [each.a for each in telling if each.a], [each.b for each in telling if each.b]


def _same(sides: Sides) -> tuple[list[Span], list[Span]]:
    """Return the spans of each claim that say in other words what the other has: dates and figures."""
    left, right = (
        [side.place(each.span) for each in own] for side, own in zip((sides.a, sides.b), sides.dates, strict=True)
    )
    for one in sides.a.numbers:
        for two in sides.b.numbers:
            if _same_number(one, two):
                left.append(one.span)
                right.append(two.span)
    return left, right


def _place(difference: Difference) -> tuple[bool, Span, str]:
    return difference.a is None, difference.a or difference.b or Span(0, 0), difference.kind


def figures(sides: Sides) -> list[Difference]:
    """Return the numbers, dates aside, that stand in the same place of both claims and cannot be the same."""
    if not sides.a.numbers or not sides.b.numbers:
        return []
    left, right = _unlike(sides.a.numbers, sides.b.numbers), _unlike(sides.b.numbers, sides.a.numbers)
    found = []
    for mine in left:
        for position, other in enumerate(right):
            if mine.counted & other.counted:
                found.append(Difference(DifferenceKind.FIGURE, mine.span, other.span))
                del right[position]
                break
    return found


def _unlike(own: Iterable[Number], others: Sequence[Number]) -> list[Number]:
    """Return the numbers that are none of the other claim's, rounded or in another unit."""
    return [each for each in own if not any(_same_number(each, other) for other in others)]


def _same_number(one: Number, two: Number) -> bool:
    return same_quantity(one.quantity, two.quantity) if one.quantity and two.quantity else one.term == two.term


def _dates(sides: Sides) -> Iterator[Difference]:
    """Give the dates that cannot be one, and those of which the other claim has none, or a longer one only."""
    left, right = sides.dates
    pairs = list(against(left, right))
    for mine, other in pairs:
        yield Difference(DifferenceKind.DATE, sides.a.place(mine.span), sides.b.place(other.span))
    for each in left:
        if not told(each, right) and all(each is not mine for mine, _ in pairs):
            yield Difference(DifferenceKind.DATE, sides.a.place(each.span), None)
    for each in right:
        if not told(each, left) and all(each is not other for _, other in pairs):
            yield Difference(DifferenceKind.DATE, None, sides.b.place(each.span))


def _names(sides: Sides) -> Iterator[Difference]:
    """Give names of one claim for which the other has another name of the same: "Kyiv" for "Ukraine"."""
    left, right = _capitals(sides.a), _capitals(sides.b)
    taken: set[str] = set()
    for name, span in left:
        if any(name == other for other, _ in right):
            continue
        for other, place in right:
            if other in taken or any(other == each for each, _ in left):
                continue
            if places(name) & places(other) and name[:_FORM] != other[:_FORM]:
                taken.add(other)
                yield Difference(DifferenceKind.NAME, span, place)
                break


def _others(sides: Sides, said: Iterable[Difference]) -> Iterator[Difference]:
    """Give names in the same role of both claims that are not one, unless they are told of as speakers.

    Where names have changed places, all the words from the one to the other are the evidence.
    """
    told = [(each.a, each.b) for each in said]
    for mine, other in (*sides.against, *sides.swapped):
        if not any(a and b and a.meets(mine) and b.meets(other) for a, b in told):
            yield Difference(DifferenceKind.NAME, mine, other)


def _capitals(side: Side) -> list[tuple[str, Span]]:
    found: dict[str, Span] = {}
    for position, word in enumerate(side.words):
        if word.capital and is_content(side.terms[position]):
            found.setdefault(side.terms[position], side.span(position, position))
    return list(found.items())


def _directness(sides: Sides) -> Iterator[Difference]:
    """Give words that one claim quotes and the other reports."""
    for quoting, reporting, make in (
        (sides.a, sides.b, lambda x, y: Difference(DifferenceKind.DIRECTNESS, x, y)),
        (sides.b, sides.a, lambda x, y: Difference(DifferenceKind.DIRECTNESS, y, x)),
    ):
        yield from _reported(quoting, reporting, make)


def _exchanged(sides: Sides, said: tuple[Sequence[Span], Sequence[Span]]) -> Iterator[Difference]:
    """Give the words of matter of which each claim has another amid the same wording: "accepted", "rejected"."""
    for (i, j, size), (k, m, following) in pairwise(sides.blocks):
        if size < _AROUND or following < _AROUND:
            continue
        one, two = _single(sides.a, range(i + size, k)), _single(sides.b, range(j + size, m))
        if one is None or two is None or not (sides.lacking[0][one] and sides.lacking[1][two]):
            continue
        a, b = sides.a.span(one, one), sides.b.span(two, two)
        if not any(span.meets(other) for span, others in zip((a, b), said, strict=True) for other in others):
            yield Difference(DifferenceKind.DETAIL, a, b)


def _single(side: Side, places: Iterable[int]) -> int | None:
    """Return the one word of matter among some words, if it is no name, figure or attribution."""
    found = [n for n in places if is_content(side.terms[n])]
    if len(found) != 1 or side.words[found[0]].capital or is_figure(side.terms[found[0]]):
        return None
    return None if found[0] in side.attribution else found[0]


def _reported(quoting: Side, reporting: Side, make: Callable[[Span, Span], Difference]) -> Iterator[Difference]:
    plain = {
        each: position
        for position, each in enumerate(reporting.terms)
        if is_content(each) and not reporting.quoted[position]
    }
    again = {each for position, each in enumerate(reporting.terms) if reporting.quoted[position]}
    for quotation in quoting.claim.quotations:
        inside = {
            each
            for position, each in enumerate(quoting.terms)
            if is_content(each) and quotation.start <= quoting.span(position, position).start < quotation.end
        }
        common = sorted(plain[each] for each in inside - again if each in plain)
        if len(common) >= _QUOTED_LEAST or (len(common) > 1 and len(common) >= _QUOTED_SHARE * len(inside)):
            yield make(quotation, reporting.span(denied(reporting, common[0]), common[-1]))
