"""Claims and matches: what each article says, and which others say it too."""

from annotated_corpus.claims.extraction import extract
from annotated_corpus.claims.matching import Matching, match

__all__ = ["Matching", "extract", "match"]
