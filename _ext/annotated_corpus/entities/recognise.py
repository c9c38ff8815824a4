"""Recognition: the names in one article, each with the reason why it is taken for a person or a place.

A pure function of the article's blocks and the gazetteer; nothing here looks at other articles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotated_corpus.entities.gazetteer import Gazetteer, gazetteer
from annotated_corpus.entities.lexicon import words
from annotated_corpus.model import Block, EntityKind

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}[A-Z]?\b|(?:[A-Z]\.){2,}|[A-Z]\.(?=\s?[A-Z])|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|St|Mt|Jr|Sr)\."
    r"|[^\W\d_](?:\w|[’'](?!s\b)(?=\w))*|\d[\d.,:]*|[’']s\b|\S"
)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text of block number ``block``; offsets into the seed. ``kind`` is None if it is neither."""

    block: int
    start: int
    end: int
    text: str
    kind: EntityKind | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Chunk:
    block: int
    start: int
    end: int
    words: tuple[str, ...]
    before: str
    after: str
    initial: bool


def _chunks(number: int, block: Block) -> list[_Chunk]:
    text = block.text
    for span in block.furniture:
        a, b = span.start - block.start, span.end - block.start
        text = text[:a] + "\n" * (b - a) + text[b:]
    tokens = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text)]
    common, particles = words("common"), words("particle")
    titles = words("title")
    found: list[_Chunk] = []
    i = 0
    while i < len(tokens):
        word = tokens[i][2]
        before = tokens[i - 1][2] if i else "."
        initial = before in '.!?“":•—' or i == 0
        if not word[0].isupper() or (initial and word in common) or word in ("I",):
            i += 1
            continue
        j = i + 1
        parts = [word]
        while j < len(tokens) and word.rstrip(".") not in titles:
            start, _, next_ = tokens[j]
            gap = text[tokens[j - 1][1] : start]
            if next_[0].isupper() and gap in (" ", "") and next_.rstrip(".") not in titles:
                parts.append(next_)
                j += 1
            elif (
                (next_ in particles or next_ in ("-", "of"))
                and next_ not in ("la", "a", "e", "y")
                and j + 1 < len(tokens)
                and tokens[j + 1][2][0].isupper()
                and (next_ != "-" or gap == "" == text[tokens[j][1] : tokens[j + 1][0]])
            ):
                parts += [next_, tokens[j + 1][2]]
                j += 2
            else:
                break
        after = tokens[j][2] if j < len(tokens) else "."
        found.append(_Chunk(number, tokens[i][0], tokens[j - 1][1], tuple(parts), before, after, initial))
        i = j
    return found


def recognise(blocks: Sequence[Block], places: Gazetteer | None = None) -> tuple[Sighting, ...]:
    """Return every name candidate of an article in order, with its kind and the reason."""
    places = places or gazetteer()
    chunks = [c for n, block in enumerate(blocks) if block.kind.asserts for c in _chunks(n, block)]
    org, titles, speech = words("org"), words("title"), words("speech")
    skip = words("month") | words("day") | titles
    full: set[str] = set()
    decided: list[tuple[_Chunk, EntityKind | None, str]] = []
    known: set[str] = set()
    for chunk in chunks:
        name = " ".join(chunk.words).replace(" - ", "-")
        kind: EntityKind | None = None
        reason = "no sign of a person or a place"
        if name in places:
            kind, reason = EntityKind.PLACE, "the gazetteer has this name"
        elif any(w in org for w in chunk.words):
            reason = f"“{name}” has a word of organisations"
        elif all(w.rstrip(".") in skip for w in chunk.words):
            reason = "a title, a day or a month"
        elif chunk.before.rstrip(".") in titles:
            kind, reason = EntityKind.PERSON, f"follows the title “{chunk.before}”"
        elif (
            len(chunk.words) in (2, 3, 4)
            and "of" not in chunk.words
            and not any(w.isupper() and len(w) > 2 for w in chunk.words)
        ):
            kind, reason = EntityKind.PERSON, "two or more name words in a row"
        elif len(chunk.words) == 1 and chunk.after in speech and not chunk.initial:
            kind, reason = EntityKind.PERSON, f"is followed by “{chunk.after}”"
        if kind is EntityKind.PERSON:
            full.add(chunk.words[-1])
            known.add(name)
        decided.append((chunk, kind, reason))
    found = []
    for chunk, first, reason in decided:
        surname = first is None and len(chunk.words) == 1 and chunk.words[0] in full
        block = blocks[chunk.block]
        found.append(
            Sighting(
                chunk.block,
                block.start + chunk.start,
                block.start + chunk.end,
                block.text[chunk.start : chunk.end],
                EntityKind.PERSON if surname else first,
                "a surname given in full elsewhere in the article" if surname else reason,
            )
        )
    return tuple(found)
