"""Figures of the same thing that cannot both be exact: "12 dead" against "14 dead"."""

from __future__ import annotations

from collections.abc import Sequence

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.model import Difference


def _figures(sides: Sides, _told: Sequence[Difference]) -> Sequence[Evidence]:
    return sides.figures_apart


KIND = Kind("figure", rank=2, phrase="figure", find=_figures)
