"""Messages as values: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotated_corpus.characters import visible


class Code(StrEnum):
    """Every kind of message; the value is the subtype that ``suppress_warnings`` knows."""

    SEEDS = "seeds"
    """The seeds folder is missing, empty, or holds two seeds that claim one name."""
    ENCODING = "encoding"
    """A file is not UTF-8."""
    EMPTY = "empty"
    """A seed has no text."""
    SIDECAR = "sidecar"
    """A sidecar cannot be read, or says something that it may not say."""
    CONTROL = "control"
    """A seed holds control characters."""
    TITLE = "title"
    """A seed states no title, so its opening words stand in for it."""
    OPTION = "option"
    """A setting is unknown or has a value that it may not have."""
    DECISION = "decision"
    """``decisions.toml`` cannot be read, or an entry in it does not apply."""
    GAZETTEER = "gazetteer"
    """``gazetteer.tsv`` cannot be read, or says something that it may not say."""
    REGISTER = "register"
    """The register of anchors is damaged, or may not be changed here."""
    ANCHOR = "anchor"
    """An anchor cannot be re-attached without an editor's word."""
    WRITE = "write"
    """A file or folder cannot be written."""
    STALE = "stale"
    """A generated page differs from what the seeds give."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One message: ``path`` as the user knows the file, ``line`` counted from 1 (0: none)."""

    code: Code
    message: str
    path: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        return visible(f"{place}{self.message} [corpus.{self.code}]")


class CorpusError(Exception):
    """Input that stops the work; nothing has been written when it is raised."""

    def __init__(self, diagnostics: Diagnostic | Iterable[Diagnostic]) -> None:
        several = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        super().__init__("\n".join(map(str, several)))
        self.diagnostics = several
