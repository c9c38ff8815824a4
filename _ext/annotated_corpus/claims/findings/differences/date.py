"""Dates of the same act that cannot be one. A date that only one claim has contradicts nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.model import Difference


def _dates(sides: Sides, _told: Sequence[Difference]) -> Iterator[Evidence]:
    for mine, other in sides.days_apart:
        yield sides.a.place(mine.span), sides.b.place(other.span)


KIND = Kind("date", rank=3, phrase="date", find=_dates, whole=True)
