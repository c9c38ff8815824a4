"""Cut a seed into lines and rejoin those that were wrapped by hand: the stretches that become blocks.

A stretch is a span of the seed without white space around it; together they hold every character
that is not white space.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from annotated_corpus.text.cues import stopped

# Every character that Python, docutils or a browser may take for a line break.
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BREAKS = {ord(char): " " for char in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
_WIDEST = 110
_NARROWEST = 40
_SLACK = 2
_BULLETS = "•·▪◦‣*–—-"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A future block: a span; whether a blank line stands before it; how many characters it is indented."""

    start: int
    end: int
    gap: bool
    indent: int


def as_line(text: str) -> str:
    """Return ``text`` with each newline character as one space, so that offsets stay."""
    return text.translate(_BREAKS)


def stretches(text: str) -> list[Stretch]:
    """Return the paragraphs of ``text`` in order: its lines, rejoined where they were hard-wrapped."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    if not width:
        return lines
    joined: list[Stretch] = []
    last = None
    for line in lines:
        if last is not None and not line.gap and _continues(text, last, line, width):
            joined[-1] = replace(joined[-1], end=line.end)
        else:
            joined.append(line)
        last = line
    return joined


def _lines(text: str) -> list[Stretch]:
    found: list[Stretch] = []
    gap, at = True, 0
    while at <= len(text):
        newline = _BREAK.search(text, at)
        end = newline.start() if newline else len(text)
        line = text[at:end]
        if line.strip():
            lead = len(line) - len(line.lstrip())
            found.append(Stretch(at + lead, at + len(line.rstrip()), gap, lead))
            gap = False
        else:
            gap = True
        if not newline:
            break
        at = newline.end()
    return found


def _wrap_width(text: str, lines: list[Stretch]) -> int:
    """Return the width at which ``text`` was wrapped by hand, or 0 if it was not.

    Wrapped lines reach the margin and seldom end with a sentence; a line without spaces (an address) may be longer.
    """
    pairs = [(one, two) for one, two in itertools.pairwise(lines) if not two.gap]
    lengths = [each.end - each.start for pair in pairs for each in pair if " " in text[each.start : each.end]]
    width = max((length for length in lengths if length <= _WIDEST), default=0)
    if width < _NARROWEST or sum(length > _WIDEST for length in lengths) > 0.05 * len(lengths):
        return 0
    full = sum(_full(text, one, two, width) for one, two in pairs)
    ended = sum(stopped(text[one.start : one.end]) for one, _ in pairs)
    return width if full >= 0.6 * len(pairs) and 2 * ended <= len(pairs) else 0


def _full(text: str, one: Stretch, two: Stretch, width: int) -> bool:
    word = re.match(r"\S+", text[two.start : min(two.end, two.start + width)])
    return (one.end - one.start) + 1 + (word.end() if word else 0) > width - _SLACK


def _continues(text: str, one: Stretch, two: Stretch, width: int) -> bool:
    opens = two.indent > one.indent + 1 and text[one.start] not in _BULLETS
    return not opens and _full(text, one, two, width)
