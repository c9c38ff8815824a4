"""Quotation marks of an article: what is quoted in each sentence, and which quotations run on.

Marks are matched over the sentences of an article. Inches are no mark (``a 6" pipe``). A paragraph that opens with a
mark goes on with a quotation that the one before left open, and restarts the count. Where a mark opens before the last
one was closed, the closing mark was lost: that quotation ends with its sentence and does not run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotated_corpus.model import Span

_ANY = re.compile("[\"“”„«»'‘’`]")
_DOUBLE = re.compile("[\"“”„«»]|''|``")
_OPENS = re.compile(r"\s*(?:[“\"„«]|''|``)\s*\S")
_SINGLE_OPENS = re.compile(r"(?<![\w.,?!’'])['‘](?=[^\W_])(?!\d\ds\b|(?:em|til|tis|twas|n)\b)")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,?!…%)])['’](?!\w)")
_BEFORE_OPENING = frozenset(" \t\u00a0([{—–―-/‘'“")
_AFTER_CLOSING = frozenset(" \t\u00a0)]}.,;:?!—–-/’'”…")
_WITHIN, _ACROSS = 60, 6
"""A quotation runs on over at most so many sentences, and so many of later paragraphs that do not open with a mark."""
_SHORTEST = 3
"""What is quoted has at least so many characters, marks included."""


class Quoted(NamedTuple):
    """What is quoted in a sentence, as spans of it, and whether the first began in a sentence before."""

    spans: tuple[Span, ...]
    runs_on: bool


class _Mark(NamedTuple):
    """A mark: where it stands, and whether it opens "(", closes ")" or may do either "?"."""

    start: int
    end: int
    turn: str


def quoted(texts: Sequence[str], begins: Sequence[bool]) -> list[Quoted]:
    """Return what is quoted in each sentence of an article, in order.

    Args:
        texts: the sentences.
        begins: whether each begins a paragraph.
    """
    marks = _marks(texts, begins)
    spans: list[list[Span]] = [[] for _ in texts]
    runs_on = [False] * len(texts)
    starts: int | None = None
    for here, text in enumerate(texts):
        first = bool(marks[here]) and runs_on[here] and begins[here] and _OPENS.match(text) is not None
        starts = 0 if runs_on[here] and not first else None
        for mark in marks[here]:
            if starts is None and mark.turn != ")":
                starts = mark.start
            elif starts is not None and mark.turn != "(":
                spans[here].append(Span(starts, mark.end))
                starts = None
            elif starts is not None:
                spans[here].append(Span(starts, mark.start))
                starts = mark.start
        if starts is not None:
            last = _last(marks, texts, begins, here)
            if last > here or text[:starts].strip():  # else a stray mark
                spans[here].append(Span(starts, len(text)))
            for later in range(here + 1, last + 1):
                runs_on[later] = True
    for here, text in enumerate(texts):
        if not spans[here]:
            spans[here] = [*_single(text)]
    return [
        Quoted(tuple(span for span in own if len(texts[n][span.start : span.end].strip()) >= _SHORTEST), runs_on[n])
        for n, own in enumerate(spans)
    ]


def _last(marks: Sequence[Sequence[_Mark]], texts: Sequence[str], begins: Sequence[bool], here: int) -> int:
    """Return the last sentence into which the quotation that is open at the end of a sentence runs on."""
    across = 0
    for later in range(here + 1, min(len(texts), here + _WITHIN)):
        if begins[later] and _OPENS.match(texts[later]):
            return later if not across else here
        across += across > 0 or begins[later]
        if across > _ACROSS:
            return here
        if marks[later]:
            return later if marks[later][0].turn != "(" else here
    return here


def _marks(texts: Sequence[str], begins: Sequence[bool]) -> list[list[_Mark]]:
    """Return the double marks of each sentence; of straight ones in a paragraph that has too many, inches go."""
    found = [[*_turned(text)] if _DOUBLE.search(text) else [] for text in texts]
    first = 0
    for end in range(1, len(texts) + 1):
        if end == len(texts) or begins[end]:
            straight = sum(texts[n][mark.start] == '"' for n in range(first, end) for mark in found[n])
            inside = False
            for n in range(first, end):
                kept = []
                for mark in found[n]:
                    inches = texts[n][mark.start] == '"' and mark.start > 0 and texts[n][mark.start - 1].isdigit()
                    if inches and (straight % 2 or not inside) and mark.turn != "(":
                        straight -= 1
                    else:
                        inside = mark.turn == "(" or (mark.turn == "?" and not inside)
                        kept.append(mark)
                found[n] = kept
            first = end
    return found


def _turned(text: str) -> Iterator[_Mark]:
    low = False
    for found in _DOUBLE.finditer(text):
        mark, (at, end) = found[0], found.span()
        if mark in "„«":
            low = mark == "„"
            yield _Mark(at, end, "(")
        elif mark in "“``":
            yield _Mark(at, end, ")" if low else "(")
            low = False
        elif mark in "”»":
            yield _Mark(at, end, ")")
        else:
            opens = at == 0 or text[at - 1] in _BEFORE_OPENING
            closes = end == len(text) or text[end] in _AFTER_CLOSING
            yield _Mark(at, end, "?" if opens == closes else "(" if opens else ")")


def _single(text: str) -> Iterator[Span]:
    """Give what stands between single marks; an apostrophe is none of them."""
    if not _ANY.search(text):
        return
    at = 0
    openings = [found.start() for found in _SINGLE_OPENS.finditer(text)]
    closings = [found.start() for found in _SINGLE_CLOSES.finditer(text)] if openings else []
    place = 0
    for n, opening in enumerate(openings):
        if opening < at:
            continue
        limit = openings[n + 1] if n + 1 < len(openings) else len(text)
        while place < len(closings) and closings[place] <= opening:
            place += 1
        own = []
        while place < len(closings) and closings[place] < limit:
            own.append(closings[place])
            place += 1
        if own:
            told = [mark for mark in own if text[mark - 1] in ".,?!…"] or [
                mark for mark in own if text[mark - 1] != "s"
            ]
            at = (told or own)[0] + 1
            yield Span(opening, at)
