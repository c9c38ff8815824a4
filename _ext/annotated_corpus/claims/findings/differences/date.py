"""Dates of the same act that cannot be one, and those of which the other claim has none, or a longer one only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotated_corpus.claims.comparison.dates import told
from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.model import Difference


def _dates(sides: Sides, _told: Sequence[Difference]) -> Iterator[Evidence]:
    left, right = sides.dates
    pairs = sides.days_apart
    for mine, other in pairs:
        yield sides.a.place(mine.span), sides.b.place(other.span)
    for each in left:
        if not told(each, right) and all(each is not mine for mine, _ in pairs):
            yield sides.a.place(each.span), None
    for each in right:
        if not told(each, left) and all(each is not other for _, other in pairs):
            yield None, sides.b.place(each.span)


KIND = Kind("date", rank=3, phrase="date", find=_dates, whole=True)
