"""``annotated-corpus analyze``: a folder of texts to data files."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from annotated_corpus.data import export
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.edition import Edition, assemble
from annotated_corpus.pages.phrases import count
from annotated_corpus.settings import Settings


def edition(seeds: Path, register: Path | None) -> Edition:
    """Assemble the edition, with its warnings on standard error."""
    made = assemble(seeds, register, Settings())
    for diagnostic in made.diagnostics:
        print(f"warning: {diagnostic}", file=sys.stderr)
    return made


def run(arguments: argparse.Namespace) -> int:
    """Write the data files and say how much there is."""
    if arguments.register and not arguments.register.exists():
        raise CorpusError(Diagnostic(Code.REGISTER, "there is no such register", str(arguments.register)))
    corpus = edition(arguments.seeds, arguments.register).corpus
    export(corpus, arguments.out)
    made = (
        count(len(corpus.articles), "article"),
        count(len(corpus.claims), "claim"),
        count(len(corpus.matches), "match", "matches"),
        f"{len(corpus.entities):,} people and places",
    )
    print(f"{', '.join(made)}: written to {arguments.out}")
    return 0
