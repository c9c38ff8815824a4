"""Corpus to data files: JSON Lines, each with a JSON Schema beside it."""

from annotated_corpus.data.export import WRITERS, export
from annotated_corpus.data.jsonl import rows, schema

__all__ = ["WRITERS", "export", "rows", "schema"]
