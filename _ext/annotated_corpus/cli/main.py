"""Command line: the parser, and the one place where errors become exit codes."""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from annotated_corpus.characters import visible
from annotated_corpus.cli import analyze, editor, settle, verify
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.version import __version__

REGISTER = Path("corpus", "anchors.json")


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    whole = argparse.ArgumentParser(
        prog="annotated-corpus", description="Analyse plain-text articles about one event, without Sphinx."
    )
    whole.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = whole.add_subparsers(title="commands", required=True, metavar="COMMAND")

    each = commands.add_parser(
        "analyze",
        help="write the data files for a folder of texts",
        description="Read every .txt file of SEEDS, with its sidecar, and write JSON Lines. SEEDS is left as it is.",
    )
    each.add_argument("seeds", type=Path, metavar="SEEDS", help="folder of .txt files")
    each.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the data files")
    each.add_argument(
        "--register", type=Path, metavar="FILE", help="keep the anchors of this register; it is not written"
    )
    analyze.add_settings(each)
    each.set_defaults(run=analyze.run, usual_register=None)

    each = commands.add_parser(
        "verify",
        help="say whether the words of a citation still stand",
        description="Look up pasted citations: each needs an anchor, and a checksum or the words to be sure of them. "
        "The words decide. Exit code 0 if all stand, 1 if one does not, 2 if nothing could be verified.",
    )
    each.add_argument(
        "citations",
        nargs="+",
        metavar="CITATION",
        help="a citation, a link, an anchor; - reads one from standard input",
    )
    each.add_argument("--words", help="the words quoted, in place of those in the citation")
    _add_edition(each)
    each.set_defaults(run=verify.run, failure=2)

    each = commands.add_parser(
        "candidates",
        help="list pairs of claims that may match but are not shown",
        description="List the pairs below the threshold that are worth an editor's look, most probable first.",
    )
    _add_edition(each)
    each.set_defaults(run=editor.candidates)

    each = commands.add_parser(
        "review",
        help="walk through the candidates and settle them",
        description="Show each candidate, ask, and add the answer to decisions.toml at once.",
    )
    _add_edition(each)
    each.set_defaults(run=editor.review)

    each = commands.add_parser(
        "settle",
        help="say which paragraphs the anchors are that stop a build",
        description="Ask for each anchor that could be several paragraphs; add the answer to decisions.toml at once. "
        "Exit code 0 if nothing is left to settle, 1 otherwise.",
    )
    each.add_argument("--print", dest="shown", action="store_true", help="print decisions to paste, and ask nothing")
    _add_edition(each)
    each.set_defaults(run=settle.run)

    each = commands.add_parser(
        "explain",
        help="say why words are, or are not, a person or a place",
        description="Say how the words at a place in an article were read.",
    )
    each.add_argument("article", metavar="ARTICLE", help="the article's slug")
    each.add_argument("place", metavar="OFFSET", help="offset into the seed in code points, or words to look for")
    _add_edition(each)
    each.set_defaults(run=editor.explain)
    return whole


def _add_edition(each: argparse.ArgumentParser) -> None:
    each.add_argument("--seeds", type=Path, default=Path("seeds"), metavar="SEEDS", help="folder of .txt files (seeds)")
    each.add_argument(
        "--register", type=Path, metavar="FILE", help=f"register of anchors ({REGISTER.as_posix()}, if there is one)"
    )
    each.set_defaults(usual_register=REGISTER)
    analyze.add_settings(each)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0, 1 for input that cannot be used, 2 for a wrong call.

    What says by 1 that something is not so, says by 2 that it could not tell.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # whatever letters the terminal has
    parsed = parser().parse_args(arguments)
    failure: int = getattr(parsed, "failure", 1)
    try:
        code: int = parsed.run(parsed)
        sys.stdout.flush()
    except CorpusError as error:
        for diagnostic in error.diagnostics:
            print(f"error: {diagnostic}", file=sys.stderr)
        return failure
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return 130
    except OSError as error:
        # Nothing more can be written to the output; whoever read a pipe has just had enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return 0
        print(f"error: the output cannot be written: {error.strerror}", file=sys.stderr)
        return failure
    except Exception as error:
        print(f"error: {_fault(error)}", file=sys.stderr)
        return failure
    return code


def _fault(error: Exception) -> str:
    """Write what a report of a fault needs into a file, and return a line that asks for it."""
    what = visible(f"{type(error).__name__}: {error}"[:200])
    try:
        handle, name = tempfile.mkstemp(prefix="annotated-corpus-", suffix=".log")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as log:
            log.write("".join(traceback.format_exception(error)))
    except OSError:
        name = "no log could be written"
    return f"a fault of annotated-corpus, not of your texts ({what}); please report it with the log: {name}"
