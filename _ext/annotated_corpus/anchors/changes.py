"""What became of anchors when seeds changed: one value for each, printable in a line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to an anchor."""

    ADDED = "added"
    """An article is new; ``anchor`` is its slug."""
    WITHDRAWN = "withdrawn"
    """The seed of an article has gone; all its anchors are tombstones."""
    RENAMED = "renamed"
    """An article has another slug or file; its old anchors are aliases."""
    INSERTED = "inserted"
    RETYPED = "retyped"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"
    DELETED = "deleted"
    RESTORED = "restored"
    RECLASSIFIED = "reclassified"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to ``anchor``; ``detail`` says what, in a few words."""

    kind: ChangeKind
    anchor: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.anchor}: {self.kind}{f' ({self.detail})' if self.detail else ''}"
