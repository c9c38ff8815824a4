"""What one claim attributes and the other does not, or an outlet that only one credits."""

from __future__ import annotations

from collections.abc import Sequence

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.attributions import attributions, outlets
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.model import Difference


def _attributions(sides: Sides, _told: Sequence[Difference]) -> Sequence[Evidence]:
    found = list(attributions(sides))
    return found or list(outlets(sides))


KIND = Kind(
    "attribution",
    rank=6,
    phrase="attribution",
    find=_attributions,
    added="whose sentence credits {there}",
    lacking="whose sentence does not credit {here}",
)
