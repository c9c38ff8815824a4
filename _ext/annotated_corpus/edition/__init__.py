"""The edition: every stage run in order, the decisions applied, one frozen corpus out."""

from annotated_corpus.edition.assemble import DECISIONS, GAZETTEER, Edition, assemble
from annotated_corpus.edition.lookup import Lookup
from annotated_corpus.edition.stories import group_stories

__all__ = ["DECISIONS", "GAZETTEER", "Edition", "Lookup", "assemble", "group_stories"]
