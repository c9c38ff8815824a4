"""Claims and matches: what each article says, and which others say it too."""

from annotated_corpus.claims.extraction import extract
from annotated_corpus.claims.matching import Matching, describe, match
from annotated_corpus.claims.scoring.probability import Scored

__all__ = ["Matching", "Scored", "describe", "extract", "match"]
