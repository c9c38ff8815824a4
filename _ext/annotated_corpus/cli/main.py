"""Command line: every subcommand is a function from parsed arguments to an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from annotated_corpus.data import export
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.edition import Edition, assemble
from annotated_corpus.settings import Settings
from annotated_corpus.version import __version__


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="annotated-corpus", description="Analyse plain-text articles about one event."
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    analyze = commands.add_parser(
        "analyze",
        help="write the data files for a folder of texts",
        description="Read every .txt file of SEEDS, with its sidecar, and write JSON Lines. SEEDS is left as it is.",
    )
    analyze.add_argument("seeds", type=Path, metavar="SEEDS", help="folder of .txt files")
    analyze.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the data files")
    analyze.add_argument(
        "--register",
        type=Path,
        metavar="FILE",
        help="keep the anchors of this register (corpus/anchors.json); not written",
    )
    analyze.set_defaults(run=_analyze)
    return parser


def _assemble(arguments: argparse.Namespace) -> Edition:
    edition = assemble(arguments.seeds, arguments.register, Settings())
    for diagnostic in edition.diagnostics:
        print(f"warning: {diagnostic}", file=sys.stderr)
    return edition


def _analyze(arguments: argparse.Namespace) -> int:
    corpus = _assemble(arguments).corpus
    export(corpus, arguments.out)
    print(
        f"{len(corpus.articles)} articles, {len(corpus.claims)} claims, {len(corpus.matches)} matches, "
        f"{len(corpus.entities)} people and places, written to {arguments.out}"
    )
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, 1 for input that cannot be used, 2 for a wrong call."""
    parsed = _parser().parse_args(arguments)
    try:
        code: int = parsed.run(parsed)
    except CorpusError as error:
        for diagnostic in error.diagnostics:
            print(f"error: {diagnostic}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    return code
