"""Tokens and chunks: where in a block a name may stand.

A chunk is a run of capitalised words with nothing but a space, a hyphen or a particle between them.
Names lie inside chunks; everything else of the text serves as their context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotated_corpus.entities.gazetteer import Gazetteer
from annotated_corpus.entities.lexicon import words
from annotated_corpus.model import Block

MOST_WORDS = 12
"""Longer runs of capitals (a headline in capitals) are cut here."""

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[A-Z]\b(?![’']))?"  # U.S., U.S.A
    r"|(?:Mr|Mrs|Ms|Dr|Drs|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Sens|Rep|Reps|Gov|Rev|St|Ste|Mt|Jr|Sr|Jnr|Snr|Hon|Adm|Brig|Cpl|Engr|Fr|Messrs)\."
    r"|[A-Z][a-z]?\.(?=[ \u00a0]?[A-Z])"  # initials
    r"|[^\W\d_](?:\w|[’'´`](?!s\b)(?=\w))*"
    r"|\d[\d.,:]*"
    r"|[’'´]s\b"
    r"|[^\w\s]|_"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|@\w+|\b[\w.-]+\.(?:com|org|net|co\.\w\w)\b(?:/\S*)?")
_GAPS = ("", " ", "\u00a0")
_HYPHENS = ("-", "‑", "–")
# Lower-case words that may begin a name ("al-Assad", "bin Salman", "van der Bellen").
_LEADING = frozenset(
    {
        "al",
        "bin",
        "bint",
        "ibn",
        "van",
        "von",
        "el",
        "abu",
        "ul",
        "ben",
        "de",
        "di",
        "da",
        "della",
        "ter",
        "ad",
        "as",
        "ar",
        "an",
        "ash",
    }
)
_TAIL = 6
"""The second half of a hyphenated Korean or Cantonese given name ("Hee-sun") has at most so many letters."""
_HYPHENED = frozenset({"al", "el", "ul", "ad", "as", "ar", "an", "ash", "ud"})


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of capitalised words: ``words`` with their offsets in the block ``number``, and the tokens around it."""

    number: int
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    before: tuple[str, str]
    after: tuple[str, str, str]
    tight: tuple[bool, bool]
    initial: bool


def searchable(block: Block) -> str:
    """Return the block's text with furniture and web addresses blanked out, offsets unchanged."""
    text = block.text
    if "." in text or "@" in text:
        text = _ADDRESS.sub(lambda found: "\n" * len(found[0]), text)
    for span in block.furniture:
        start, end = max(0, span.start - block.start), span.end - block.start
        text = text[:start] + "\n" * (min(end, len(text)) - start) + text[end:]
    return text


def chunks(number: int, text: str, places: Gazetteer, seen: set[str]) -> list[Chunk]:
    """Return the chunks of one block's text in order; add every token of it to ``seen``."""
    tokens = [(*m.span(), m[0]) for m in _TOKEN.finditer(text)]
    seen.update([word for _, _, word in tokens])
    function = words("function")
    size = len(tokens)
    found: list[Chunk] = []
    i = 0
    while i < size:
        start, end, word = tokens[i]
        if not word[0].isupper() or word in function:
            i += 1
            continue
        first = i
        if (
            i
            and tokens[i - 1][2] in _HYPHENS
            and i > 1
            and tokens[i - 2][2] in _HYPHENED
            and text[tokens[i - 2][1]] in _HYPHENS
        ):
            first = i - 2
        elif i and tokens[i - 1][2] in _LEADING and text[tokens[i - 1][1] : start] in _GAPS:
            first = i - 1
            if (
                first
                and tokens[first - 1][2] in ("van", "von", "de")
                and tokens[first][2] in ("de", "der", "den", "la")
            ):
                first -= 1
        if found and first < i and found[-1].spans[-1][1] > tokens[first][0]:
            first = i
        last = i
        while last + 1 < size and last - first + 1 < MOST_WORDS:
            extent = _extent(tokens, first, last, text, places)
            if not extent:
                break
            last += extent
        found.append(_chunk(number, tokens, first, last, text))
        i = last + 1
    return found


def _extent(tokens: Sequence[tuple[int, int, str]], first: int, last: int, text: str, places: Gazetteer) -> int:
    """Return how many further tokens belong to the chunk that ends with token ``last``; 0 is none."""
    particles, geo, tails, function = words("particle"), words("geo"), words("compound"), words("function")
    start, end, word = tokens[last + 1]
    gap = text[tokens[last][1] : start]
    if gap not in _GAPS:
        return 0
    if word[0].isupper():
        return int(word not in function)
    if last + 2 >= len(tokens):
        return 0
    after_start, after_end, after = tokens[last + 2]
    space = text[end:after_start]
    if word in _HYPHENS:
        if gap or space:
            return 0
        if after[0].isupper():
            return 2
        tied = last + 4 < len(tokens) and tokens[last + 3][2] in _HYPHENS and tokens[last + 4][2][0].isupper()
        if after in _HYPHENED and tied:
            return 4
        tail = last > first and after.isalpha() and len(after) <= _TAIL and after not in tails
        return 2 if tail and tokens[last - 1][2] not in _HYPHENS else 0
    if word in _HYPHENED and after in _HYPHENS and last + 3 < len(tokens) and tokens[last + 3][2][0].isupper():
        return 3
    if space not in _GAPS:
        return 0
    if word == "of" and tokens[last][2] in geo and after[0].isupper():
        return 2
    if word in particles:
        if after[0].isupper():
            return 2
        if after in particles and last + 3 < len(tokens) and tokens[last + 3][2][0].isupper():
            return 3
    most = places.longest.get(tokens[last][2], 0)
    if most > 2 and word in ("and", "of", "the", "on", "do", "in", "upon", "sur", "d"):
        for ahead in range(2, most):
            if last + ahead >= len(tokens):
                break
            if text[tokens[last][0] : tokens[last + ahead][1]] in places:
                return ahead
    return 0


def _chunk(number: int, tokens: Sequence[tuple[int, int, str]], first: int, last: int, text: str) -> Chunk:
    def at(position: int) -> str:
        return tokens[position][2] if 0 <= position < len(tokens) else ""

    before = (at(first - 1), at(first - 2))
    start, end = tokens[first][0], tokens[last][1]
    return Chunk(
        number,
        tuple((a, b) for a, b, _ in tokens[first : last + 1]),
        tuple(word for _, _, word in tokens[first : last + 1]),
        before,
        (at(last + 1), at(last + 2), at(last + 3)),
        (start > 0 and not text[start - 1].isspace(), end < len(text) and not text[end].isspace()),
        before[0] == ""
        or before[0] in ".!?:•*|"
        or (before[0] in "“\"'‘—–-(" and before[1] in ("", ".", ",", ":", "?", "!")),
    )
