"""``annotated-corpus analyze``: a folder of texts to data files."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields

from annotated_corpus.data import export
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.edition import Edition, assemble
from annotated_corpus.pages.phrases import count
from annotated_corpus.settings import PREFIX, Settings, from_mapping

WEIGHED = ("threshold", "semantic_model", "spacy_pipeline")
"""The settings that bear on the analysis; conf.py, which is a program, is not read here."""


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add an argument for each setting that bears on the analysis."""
    for each in fields(Settings):
        if each.name in WEIGHED:
            flag = f"--{each.name.replace('_', '-')}"
            stated = f"{each.metadata['help']} As {PREFIX}{each.name} in conf.py ({each.default!r})."
            parser.add_argument(flag, type=type(each.default), default=each.default, metavar="VALUE", help=stated)


def edition(arguments: argparse.Namespace) -> Edition:
    """Assemble the edition that the arguments name, with its warnings on standard error.

    A register that is named has to be there; the usual one may be absent.
    """
    if arguments.register and not arguments.register.exists():
        raise CorpusError(Diagnostic(Code.REGISTER, "there is no such register", str(arguments.register)))
    made = assemble(arguments.seeds, arguments.register or arguments.usual_register, settings(arguments))
    for diagnostic in made.diagnostics:
        print(f"warning: {diagnostic}", file=sys.stderr)
    return made


def settings(arguments: argparse.Namespace) -> Settings:
    """Return the settings that the arguments state; a value that may not be is a CorpusError."""
    return from_mapping({name: getattr(arguments, name) for name in WEIGHED}, "command line")


def run(arguments: argparse.Namespace) -> int:
    """Write the data files and say how much there is."""
    if arguments.out.resolve() == arguments.seeds.resolve():
        raise CorpusError(Diagnostic(Code.WRITE, "the data files may not go where the texts are", str(arguments.out)))
    corpus = edition(arguments).corpus
    export(corpus, arguments.out)
    made = (
        count(len(corpus.articles), "article"),
        count(len(corpus.claims), "claim"),
        count(len(corpus.matches), "match", "matches"),
        f"{len(corpus.entities):,} people and places",
    )
    print(f"{', '.join(made)}: written to {arguments.out}")
    return 0
