"""The particulars in which two matching claims differ, each with its evidence in both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from annotated_corpus.claims.attributions import attributions
from annotated_corpus.claims.dates import Date, against, agree, within
from annotated_corpus.claims.details import denied, details
from annotated_corpus.claims.people import places
from annotated_corpus.claims.sides import Side, Sides
from annotated_corpus.claims.terms import is_content
from annotated_corpus.model import Difference, DifferenceKind, Span

_QUOTED_LEAST = 3
_QUOTED_SHARE = 0.6


def differences(sides: Sides) -> tuple[Difference, ...]:
    """Return the differences of two claims, in the order of their places; a detail only where nothing else is said."""
    said = list(attributions(sides))
    named = list(
        dict.fromkeys(
            (*figures(sides), *_dates(sides), *_names(sides), *_others(sides, said), *said, *_directness(sides))
        )
    )
    more = [
        Difference(DifferenceKind.DETAIL, span if side is sides.a else None, span if side is sides.b else None)
        for side, lacking, here in zip((sides.a, sides.b), sides.lacking, _said(named), strict=True)
        for span in details(side, lacking, here)
    ]
    return (*sorted(named, key=_place), *sorted(more, key=_place))


def _said(named: Iterable[Difference]) -> tuple[list[Span], list[Span]]:
    """Return the spans of each claim that differences tell of; a quotation may still hold a detail."""
    telling = [each for each in named if each.kind is not DifferenceKind.DIRECTNESS]
    return [each.a for each in telling if each.a], [each.b for each in telling if each.b]


def _place(difference: Difference) -> tuple[bool, Span, str]:
    return difference.a is None, difference.a or difference.b or Span(0, 0), difference.kind


def figures(sides: Sides) -> list[Difference]:
    """Return the numbers, dates aside, that stand in the same place of both claims and are not the same."""
    if not sides.a.numbers or not sides.b.numbers:
        return []
    common = {value for value, _, _ in sides.a.numbers} & {value for value, _, _ in sides.b.numbers}
    left, right = ([each for each in side.numbers if each[0] not in common] for side in (sides.a, sides.b))
    found = []
    for _, beside, span in left:
        for position, (_, near, other) in enumerate(right):
            if beside & near:
                found.append(Difference(DifferenceKind.FIGURE, span, other))
                del right[position]
                break
    return found


def _dates(sides: Sides) -> Iterator[Difference]:
    """Give the dates that cannot be one, and those of which the other claim has none, or a longer one only."""
    left, right = sides.dates
    pairs = list(against(left, right))
    for mine, other in pairs:
        yield Difference(DifferenceKind.DATE, sides.a.place(mine.span), sides.b.place(other.span))
    for span in _alone(left, right, [mine for mine, _ in pairs]):
        yield Difference(DifferenceKind.DATE, sides.a.place(span), None)
    for span in _alone(right, left, [other for _, other in pairs]):
        yield Difference(DifferenceKind.DATE, None, sides.b.place(span))


def _alone(own: Iterable[Date], other: Iterable[Date], told: Iterable[Date]) -> Iterator[Span]:
    """Give the dates of a claim that say more than any of the other."""
    for each in own:
        if each not in told and not any(agree(each, there) and not within(each, there) for there in other):
            yield each.span


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
            if places(name) & places(other):
                taken.add(other)
                yield Difference(DifferenceKind.NAME, span, place)
                break


def _others(sides: Sides, said: Iterable[Difference]) -> Iterator[Difference]:
    """Give names in the same role of both claims that are not one, unless they are told of as speakers.

    Where names have changed places, all the words from the one to the other are the evidence.
    """
    told = [(each.a, each.b) for each in said]
    for mine, other in (*sides.against, *sides.swapped):
        if not any(a and b and _meet(a, mine) and _meet(b, other) for a, b in told):
            yield Difference(DifferenceKind.NAME, mine, other)


def _meet(one: Span, two: Span) -> bool:
    return one.start < two.end and two.start < one.end


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
