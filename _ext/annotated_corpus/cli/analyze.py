"""``annotated-corpus analyze``: a folder of texts to data files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Container
from dataclasses import fields
from pathlib import Path
from typing import TextIO

from annotated_corpus.data import export
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.edition import Edition, assemble
from annotated_corpus.pages.phrases import count
from annotated_corpus.settings import PREFIX, Settings, from_mapping
from annotated_corpus.stages import Stages

WEIGHED = ("threshold", "semantic_model", "spacy_pipeline", "engine", "memory", "master")
"""The settings that bear on the analysis; conf.py, which is a program, is not read here."""


class Meter:
    """Shows progress on one line of a terminal; says nothing where the output is kept, as in a pipe or a file."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = ""

    def __call__(self, what: str, done: int, whole: int) -> None:
        """Show ``what`` with how much of it is done, and clear the line when all is."""
        line = f"{what}: {done / whole:.0%}" if done < whole else ""
        if line != self._shown and self._stream.isatty():
            self._stream.write(f"\r{line:<{len(self._shown)}}{'' if line else chr(13)}")
            self._stream.flush()
            self._shown = line


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add an argument for each setting that bears on the analysis."""
    for each in fields(Settings):
        if each.name in WEIGHED:
            stated = f"{each.metadata['help']} As {PREFIX}{each.name} in conf.py ({each.default!r})."
            parser.add_argument(
                _flag(each.name), type=type(each.default), default=each.default, metavar="VALUE", help=stated
            )
    parser.add_argument(
        "--work",
        type=Path,
        metavar="DIR",
        help="keep here what a large corpus has been found to hold, so that the next run does only what is new "
        "and one that was interrupted goes on",
    )


def edition(arguments: argparse.Namespace) -> Edition:
    """Assemble the edition that the arguments name.

    A register that is named has to be there; the usual one may be absent.
    """
    if arguments.register and not arguments.register.exists():
        raise CorpusError(Diagnostic(Code.REGISTER, "there is no such register", str(arguments.register)))
    if arguments.work and _within(arguments.work, arguments.seeds):
        message = "what is kept from run to run may not go among the texts; name a folder outside theirs"
        raise CorpusError(Diagnostic(Code.WRITE, message, str(arguments.work)))
    return assemble(
        arguments.seeds,
        arguments.register or arguments.usual_register,
        settings(arguments),
        stages=Stages(arguments.work),
        work=arguments.work,
        progress=Meter(sys.stderr),
    )


def _within(folder: Path, seeds: Path) -> bool:
    return folder.resolve().is_relative_to(seeds.resolve())


def warn(made: Edition, codes: Container[str] = tuple(Code)) -> None:
    """Print the warnings of these codes on standard error: all are for who makes an edition, not for who asks of it."""
    for diagnostic in made.diagnostics:
        if diagnostic.code in codes:
            print(f"warning: {diagnostic}", file=sys.stderr)


def settings(arguments: argparse.Namespace) -> Settings:
    """Return the settings that the arguments state; a value that may not be is a CorpusError."""
    return from_mapping({name: getattr(arguments, name) for name in WEIGHED}, "command line", _flag)


def _flag(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def run(arguments: argparse.Namespace) -> int:
    """Write the data files and say how much there is."""
    if _within(arguments.out, arguments.seeds):
        message = "the data files may not go among the texts; name a folder outside theirs"
        raise CorpusError(Diagnostic(Code.WRITE, message, str(arguments.out)))
    made = edition(arguments)
    warn(made)
    corpus = made.corpus
    export(corpus, arguments.out)
    what = (
        count(len(corpus.articles), "article"),
        count(len(corpus.claims), "claim"),
        count(len(corpus.matches), "match", "matches"),
        f"{len(corpus.entities):,} people and places",
    )
    print(f"{', '.join(what)}: written to {arguments.out}")
    return 0
