"""Two claims of which each names another speaker."""

from __future__ import annotations

from collections.abc import Sequence

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.claims.findings.attributions import other_speakers
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.model import Difference


def _speakers(sides: Sides, _told: Sequence[Difference]) -> Sequence[Evidence]:
    return list(other_speakers(sides))


KIND = Kind(
    "speaker",
    rank=5,
    phrase="speaker",
    find=_speakers,
    added="whose sentence credits {there}",
    lacking="whose sentence does not credit {here}",
)
