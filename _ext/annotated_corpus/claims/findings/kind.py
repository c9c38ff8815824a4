"""What a kind of difference is: how it is found, named, ranked and said.

A kind is declared in one module of :mod:`annotated_corpus.claims.findings.differences`, as its ``KIND``. From there
come its place in the schema of the data files, its phrase on the pages, and its weight in a note; nothing else needs
to know of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from annotated_corpus.claims.comparison.sides import Sides
from annotated_corpus.model import Difference, Span

Evidence = tuple[Span | None, Span | None]
"""The words of a and of b in which two claims differ; None where one has nothing of the kind."""
Finder = Callable[[Sides, Sequence[Difference]], Iterable[Evidence]]
"""Finds differences of one kind; it is also given what the kinds before it have told of the same claims."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of difference.

    Args:
        name: as in the data files.
        rank: the lower, the sooner a note tells of it; no two kinds have the same.
        phrase: what readers see it called: "quoted or reported".
        find: gives the evidence.
        turn: kinds of a later turn see what those of earlier turns have told.
        exchanged: how a note says it of two wordings, with ``{there}`` for the other article's words, ``{here}`` for
            one's own; empty for the phrase and both.
        added: the same where only the other article has something; empty if a note is silent of that.
        lacking: the same where the other article has nothing; empty if a note is silent of that.
        whole: whether what only one side has is told only if it stands nowhere in the other article, not just not in
            the claim that matches.
        minor: whether what only one side has is told of last, and in a note only where there is nothing else.
    """

    name: str
    rank: int
    phrase: str
    find: Finder
    turn: int = 0
    exchanged: str = ""
    added: str = "which adds {there}"
    lacking: str = "which leaves out {here}"
    whole: bool = False
    minor: bool = False
