"""Corpus to data files: JSON Lines, each with a JSON Schema beside it."""

from annotated_corpus.data.jsonl import export, rows, schema

__all__ = ["export", "rows", "schema"]
