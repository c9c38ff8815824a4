"""What the directives and roles of generated pages are called, for those who write them and those who draw them."""

from __future__ import annotations

from enum import StrEnum

DOMAIN = "corpus"


class _Name(StrEnum):
    @property
    def local(self) -> str:
        """The name inside the domain: "rows" for "corpus:rows"."""
        return self.removeprefix(f"{DOMAIN}:")


class Directive(_Name):
    """Blocks of a page."""

    ARTICLE = "corpus:article"
    ATLAS = "corpus:atlas"
    CITATION = "corpus:citation"
    CONTROLS = "corpus:controls"
    FOLDED = "corpus:folded"
    MENTIONS = "corpus:mentions"
    NOTE = "corpus:note"
    OPTIONS = "corpus:options"
    PICTURE = "corpus:picture"
    ROWS = "corpus:rows"
    SPOT = "corpus:spot"
    TOCTREE = "corpus:toctree"


class Cite(_Name):
    """Roles that lead to something, each by its anchor."""

    ARTICLE = "corpus:article"
    PARAGRAPH = "corpus:p"
    CLAIM = "corpus:claim"
    MATCH = "corpus:compare"
    PERSON = "corpus:person"
    PLACE = "corpus:place"


class Inline(_Name):
    """Roles that mark the words of an article: where a block or a claim begins, and what is debris."""

    ANCHOR = "corpus:at"
    CLAIM_START = "corpus:s"
    DEBRIS = "corpus:debris"


class NoteKind(StrEnum):
    """What a note is about."""

    MATCH = "match"
    REVISION = "revision"
    TOMBSTONE = "tombstone"
    HEADLINE = "headline"
