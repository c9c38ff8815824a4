"""``annotated-corpus verify``: do the words of a citation still stand?"""

from __future__ import annotations

import argparse
import sys

from annotated_corpus import anchors
from annotated_corpus.cli.analyze import edition


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each citation; 0 if all stand."""
    made = edition(arguments)
    good = True
    for given in arguments.citations:
        citation = sys.stdin.read() if given == "-" else given
        anchor, checksum = anchors.parse_citation(citation, made.register)
        if anchor is None:
            print("unknown: there is no anchor such as reuters-p7, and no article of this edition, in this citation")
            good = False
            continue
        if arguments.words is None and anchors.unreadable_checksum(citation):
            print(
                f"unknown: the checksum with {anchor} cannot be read: it is sha256: and 12 digits, 0 to 9 and a to f; "
                "copy it whole, or give the words with --words"
            )
            good = False
            continue
        verdict = anchors.verify(arguments.words, checksum, anchor, made.corpus.articles, made.register)
        print(f"{verdict.standing}: {verdict.message}")
        good &= verdict.good
    return 0 if good else 1
