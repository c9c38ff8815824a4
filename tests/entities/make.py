"""Decisions and marked texts for the tests of people and places."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from annotated_corpus.decisions import Decision, Decisions


def decisions(*tables: dict[str, object]) -> Decisions:
    """Make the decisions of a file with these ``[[entity]]`` tables, ten lines apart."""
    return Decisions(
        tuple(Decision("entity", table, "seeds/decisions.toml", 10 * n) for n, table in enumerate(tables, 1))
    )


class Marked(NamedTuple):
    """A mention that a text should have: its words, person or place, and the entry's name if stated."""

    start: int
    end: int
    kind: str
    text: str
    entry: str


_MARK = re.compile(r"\[([PL]) ([^\]|]+)(?:\|([^\]]+))?\]")


def unmark(marked: str) -> tuple[str, list[Marked]]:
    """Take marks like ``[P Reed|Ana Reed]`` and ``[L Lima]`` out of a text; return it and what was marked."""
    text, found, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        kind = "person" if mark[1] == "P" else "place"
        found.append(Marked(len(text), len(text) + len(mark[2]), kind, mark[2], mark[3] or ""))
        text += mark[2]
        at = mark.end()
    return text + marked[at:], found


def traps(lines: Iterable[str]) -> dict[str, list[str]]:
    """Read the file of traps: the marked texts of every kind, paragraphs on lines of their own."""
    kinds: dict[str, list[str]] = {}
    texts: list[str] = []
    for line in lines:
        if line.startswith("== "):
            texts = kinds.setdefault(line[3:].strip(), [])
        elif line.strip() and not line.startswith("#"):
            texts.append(line.strip().replace(" // ", "\n"))
    return kinds


def trap_texts() -> dict[str, list[str]]:
    """Return the texts of ``traps.txt`` by kind."""
    return traps(Path(__file__).with_name("traps.txt").read_text("utf-8").splitlines())
