"""The command ``annotated-corpus``: the analysis without Sphinx."""

from annotated_corpus.cli.main import main

__all__ = ["main"]
