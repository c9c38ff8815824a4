"""Quotations that run on over sentences and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DOUBLE = re.compile(r"[“”\"]")
_OPENS = re.compile(r"\s*[“\"]")
_LONGEST = 6
"""A quotation runs on over at most so many sentences, in each of its paragraphs."""


def running(texts: Sequence[str], begins: Sequence[bool]) -> list[bool]:
    """Return for each sentence whether a quotation that began before it runs on into it.

    One that runs over paragraphs is opened anew in each, and closed in the last. Where a mark opens another before
    there is one that closes, the closing mark was lost, and nothing runs on.

    Args:
        texts: the sentences of an article, in order.
        begins: whether each begins a paragraph.
    """
    found = [False] * len(texts)
    for position, text in enumerate(texts):
        if not _open(text, found[position]):
            continue
        last = position
        for later in range(position + 1, len(texts)):
            marks = _DOUBLE.findall(texts[later])
            if begins[later] and _OPENS.match(texts[later]):
                marks, last = marks[1:], later
            if (marks and marks[0] == "“") or later > last + _LONGEST:
                break
            if marks and (marks[0] == "”" or len(marks) % 2):
                found[position + 1 : later + 1] = [True] * (later - position)
                break
    return found


def _open(text: str, inside: bool) -> bool:
    """Return whether a quotation is open at the end of a sentence."""
    for mark in _DOUBLE.findall(text):
        inside = mark == "“" or (mark == '"' and not inside)
    return inside
