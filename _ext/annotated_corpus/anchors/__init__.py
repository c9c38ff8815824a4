"""Permanent anchors: their grammar, the register, re-attachment after a change, and verification."""

from annotated_corpus.anchors.attach import Attachment, attach
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.checksums import checksum, fingerprint
from annotated_corpus.anchors.citations import Citation, read_citations
from annotated_corpus.anchors.grammar import parse
from annotated_corpus.anchors.questions import Place, Question, Undecided, shortened
from annotated_corpus.anchors.quoted import wordless
from annotated_corpus.anchors.register import Register, load_register
from annotated_corpus.anchors.verify import Standing, Verdict, verify

__all__ = [
    "Attachment",
    "Change",
    "ChangeKind",
    "Citation",
    "Place",
    "Question",
    "Register",
    "Standing",
    "Undecided",
    "Verdict",
    "attach",
    "checksum",
    "fingerprint",
    "load_register",
    "parse",
    "read_citations",
    "shortened",
    "verify",
    "wordless",
]
