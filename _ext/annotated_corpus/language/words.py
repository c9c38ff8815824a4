"""The words of a text, and how two wordings differ.

Case, punctuation, quotation marks and hyphens are set aside: what remains are words, figures and signs of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.language.alignment import shared_runs
from annotated_corpus.language.letters import is_usual, joined, seen, seen_at, trimmed
from annotated_corpus.model import Span

_WORD = re.compile(
    r"[$€£¥]?\d+(?:[.,]\d+)*(?:st|nd|rd|th|s|k|m|bn)?\b%?"  # a figure: $11, 90,000, 2.5%, 21st
    r"|(?:[^\W\d_]\.){2,}"  # U.S., D.C.
    r"|[^\W_]+(?:['’][^\W\d_]+)*"  # a word, with its apostrophes
)
_QUOTATION = re.compile(
    r"“[^“”\"]*(?:[”\"]|$)"  # a curly mark may be closed by a straight one
    r"|^[^“”]*”|\"[^\"]*(?:\"|$)|(?<!\w)‘(?:[^‘’]|’(?=\w))*(?:’(?!\w)|$)|«[^«»]*»|„[^„“]*“"
)


_MARK = re.compile('[“”"‘«„]')
"""Without one of these there is nothing quoted."""


class Word(NamedTuple):
    """A word of a text: its place, its casefolded form without possessive, and whether it has a capital."""

    start: int
    end: int
    form: str
    capital: bool


@lru_cache(maxsize=16384)
def words(text: str) -> tuple[Word, ...]:
    """Return the words and figures of ``text`` in order."""
    return tuple(Word(start, end, *form(text[start:end])) for start, end in written(text))


@lru_cache(maxsize=1024)
def written(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the words and figures of ``text`` begin and end, in order."""
    if is_usual(text):
        return tuple(found.span() for found in _WORD.finditer(text))
    clean, places = seen_at(text)
    found = (word.span() for word in _WORD.finditer(joined(clean)))
    return tuple((places[start], trimmed(text, places[end])) for start, end in found)


@lru_cache(maxsize=65536)
def form(raw: str) -> tuple[str, bool]:
    """Return the form of a word as it is written, and whether it has a capital."""
    plain = seen(raw).casefold().replace("i̇", "i").replace("’", "'")
    if "." in plain and plain[0].isalpha():
        plain = plain.replace(".", "")
    if plain.endswith("'s") and len(plain) > 2:
        plain = plain[:-2]
    return plain.replace(",", ""), raw[0].isupper()


@lru_cache(maxsize=1024)
def quotations(text: str, inside: bool = False) -> tuple[Span, ...]:
    """Return the spans of ``text`` in quotation marks, marks included.

    A mark without its partner quotes to the end, or from the start: a quotation may run over sentences.
    ``inside`` says that one runs on into this text, which then needs no mark at its start.
    """
    if not inside and not _MARK.search(text):
        return ()
    start = 0
    found = []
    if inside and not text.lstrip().startswith("“"):
        closing = re.search('[”"]', text)
        start = closing.end() if closing else len(text)
        found.append(Span(0, start))
    found += [Span(start + match.start(), start + match.end()) for match in _QUOTATION.finditer(text[start:])]
    return tuple(span for span in found if len(text[span.start : span.end].strip()) > 2)


def differing(a: str, b: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans of ``a`` and of ``b`` whose words the other does not have at that place.

    Case, punctuation and quotation marks are set aside. Neighbouring words make one span. The other way round, the
    spans are the same.
    """
    changes = _changes(a, b)
    return tuple(left for left, _ in changes if left), tuple(right for _, right in changes if right)


def unshared(text: str, others: Iterable[str]) -> tuple[Span, ...]:
    """Return the spans of the words of a text that none of the others has anywhere; neighbours make one span."""
    known = {word.form for other in others for word in words(other)}
    spans: list[Span] = []
    alone = False
    for word in words(text):
        before, alone = alone, word.form not in known
        if alone and before:
            spans[-1] = Span(spans[-1].start, word.end)
        elif alone:
            spans.append(Span(word.start, word.end))
    return tuple(spans)


def _changes(a: str, b: str) -> tuple[tuple[Span | None, Span | None], ...]:
    # Of several longest runs in common, which one is found depends on the order of the texts.
    if a <= b:
        return _ordered_changes(a, b)
    return tuple((left, right) for right, left in _ordered_changes(b, a))


@lru_cache(maxsize=4096)
def _ordered_changes(a: str, b: str) -> tuple[tuple[Span | None, Span | None], ...]:
    one, two = words(a), words(b)
    made: list[tuple[Span | None, Span | None]] = []
    here = there = 0
    for start, other, length in shared_runs([word.form for word in one], [word.form for word in two]):
        if here < start or there < other:
            made.append((_span(one[here:start]), _span(two[there:other])))
        here, there = start + length, other + length
    return tuple(made)


def _span(run: Sequence[Word]) -> Span | None:
    return Span(run[0].start, run[-1].end) if run else None
