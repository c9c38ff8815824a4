"""``annotated-corpus verify``: do the words of a citation still stand?"""

from __future__ import annotations

import argparse
import sys

from annotated_corpus import anchors
from annotated_corpus.characters import visible
from annotated_corpus.cli.analyze import edition
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.edition import Edition


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each citation; 0 if all stand, 1 if one does not, 2 if nothing could be verified.

    Raises:
        CorpusError: if the edition cannot be read, or ``--words`` has none.
    """
    if arguments.words is not None and anchors.wordless(arguments.words):
        message = "--words has no words to compare; give those quoted, or leave it out"
        raise CorpusError(Diagnostic(Code.OPTION, message))
    made = edition(arguments)
    told: list[anchors.Verdict | None] = []
    for given in arguments.citations:
        found = anchors.read_citations(_pasted(given), made.register, made.corpus.articles)
        if not found:
            print("unknown: there is no anchor such as reuters-p7, and no article of this edition, in this citation")
        verdicts = [_verdict(citation, arguments.words, made) for citation in found]
        for verdict in verdicts:
            print(visible(f"{verdict.standing}: {verdict.message}"))
        told += verdicts or [None]
    if all(each is None or each.standing is anchors.Standing.UNKNOWN for each in told):
        return 2
    return 0 if all(each is not None and each.good for each in told) else 1


def _pasted(given: str) -> str:
    """Return a citation as given, or what standard input has; bytes that are not UTF-8 are shown as such."""
    if given != "-":
        return given
    stream = getattr(sys.stdin, "buffer", None)
    return stream.read().decode("utf-8-sig", "replace") if stream else sys.stdin.read()


def _verdict(citation: anchors.Citation, words: str | None, made: Edition) -> anchors.Verdict:
    if words is None and citation.unclear:
        message = f"{citation.anchor}: {citation.unclear}, or give the words with --words"
        return anchors.Verdict(anchors.Standing.UNKNOWN, citation.anchor, message)
    checksum = None if citation.unclear else citation.checksum
    quoted = citation.quoted if words is None else words
    return anchors.verify(quoted, checksum, citation.anchor, made.corpus.articles, made.register)
