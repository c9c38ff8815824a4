"""Recognition: the names in one article, each with the reason why it is taken for a person or a place.

A pure function of the article's blocks, the gazetteer and the weights; nothing here looks at other articles.
Each chunk of capitalised words is cut into stretches, each a person, a place or neither, so that the sum of the
stretches' weighted signals is greatest (a semi-Markov model after Sarawagi and Cohen, 2004, with weights of an
averaged perceptron after Collins, 2002). The article is read twice: what the first reading has found
is a signal of the second.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from annotated_corpus.entities import roles
from annotated_corpus.entities.gazetteer import Gazetteer, gazetteer
from annotated_corpus.entities.lexicon import data_text
from annotated_corpus.entities.signals import OTHER, PERSON, PLACE, Memory, Word, Words, signals
from annotated_corpus.entities.tokens import Chunk, chunks, searchable
from annotated_corpus.model import Block, EntityKind

KINDS = {PERSON: EntityKind.PERSON, PLACE: EntityKind.PLACE}
LONGEST = 7
"""A name has at most so many words."""
Weights = Mapping[str, Sequence[float]]
Stretch = tuple[int, int, int]
"""First word, end and label of a part of a chunk."""
_LOWER = re.compile(r"(?<![\w’'])[a-z][a-z]+(?![\w])")
_NONE = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text of block number ``block``; offsets into the seed.

    ``before`` is the token before it, ``address`` is he or she where a form of address tells,
    ``roles`` are descriptions of a person as worded beside the name.
    """

    block: int
    start: int
    end: int
    text: str
    kind: EntityKind
    before: str = ""
    address: str = ""
    roles: tuple[str, ...] = ()


def lower_words(texts: Sequence[str]) -> frozenset[str]:
    """Return the words that stand in lower case somewhere in the texts."""
    return frozenset(word for text in texts for word in _LOWER.findall(text))


def spelled(words: Sequence[str]) -> str:
    """Join the words of a name as one looks it up: no space around hyphens, plain apostrophes kept."""
    return " ".join(words).replace(" - ", "-").replace(" – ", "-").replace(" ‑ ", "-")


def stretches(size: int) -> Iterator[tuple[int, int]]:
    """Return every stretch of a chunk of ``size`` words."""
    return ((i, j) for j in range(1, size + 1) for i in range(j))


class Recogniser:
    """The gazetteer, the word classes and the weights of both readings, ready for use."""

    def __init__(self, places: Gazetteer, first: Weights, second: Weights) -> None:
        self.places = places
        self.words = Words(places)
        self.weights = (first, second)

    def describe(self, chunk: Chunk, memory: Memory) -> list[tuple[int, int, list[str]]]:
        """Return the signals of every stretch of a chunk."""
        known = [self.words[word] for word in chunk.words]
        return [
            (i, j, signals(chunk, known, i, j, self.words, self.places, memory, spelled(chunk.words[i:j])))
            for i, j in stretches(len(known))
        ]

    def cut(self, chunk: Chunk, memory: Memory, weights: Weights) -> list[Stretch]:
        """Return the best way to cut a chunk into stretches."""
        known = [self.words[word] for word in chunk.words]
        return best(len(known), self._scores(chunk, known, memory, weights))

    def _scores(
        self, chunk: Chunk, known: list[Word], memory: Memory, weights: Weights
    ) -> dict[tuple[int, int], tuple[float, float, float]]:
        get = weights.get
        found = {}
        for i, j in stretches(len(known)):
            name = spelled(chunk.words[i:j])
            a = b = c = 0.0
            for signal in signals(chunk, known, i, j, self.words, self.places, memory, name):
                x, y, z = get(signal, _NONE)
                a += x
                b += y
                c += z
            found[i, j] = (a, b, c)
        return found

    def score(self, found: Sequence[str], reading: int) -> tuple[float, float, float]:
        """Return the summed weights of signals in the first (0) or second (1) reading."""
        rows = [row for signal in found if (row := self.weights[reading].get(signal))]
        return (sum(row[0] for row in rows), sum(row[1] for row in rows), sum(row[2] for row in rows))

    def read(self, found: Sequence[Chunk], lower: frozenset[str]) -> list[list[Stretch]]:
        """Read an article's chunks twice; return how each is cut."""
        once = [self.cut(chunk, Memory(lower), self.weights[0]) for chunk in found]
        memory = recall(found, once, lower)
        again = []
        for position, chunk in enumerate(found):
            focus(memory, found, once, position)
            again.append(self.cut(chunk, memory, self.weights[1]))
        return pairs(found, again)


def pairs(found: Sequence[Chunk], cuts: list[list[Stretch]]) -> list[list[Stretch]]:
    """Part two people joined by a hyphen ("the Putin-Biden summit") where the article names each of them apart."""
    known = {
        word
        for chunk, cut in zip(found, cuts, strict=True)
        for i, j, label in cut
        if label == PERSON and "-" not in chunk.words[i:j]
        for word in (chunk.words[i], chunk.words[j - 1])
    }
    for chunk, cut in zip(found, cuts, strict=True):
        if "-" not in chunk.words:
            continue
        for k, (i, j, _) in enumerate(cut):
            if j - i == _PAIR and chunk.words[i + 1] == "-" and chunk.words[i] in known and chunk.words[j - 1] in known:
                cut[k : k + 1] = [(i, i + 1, PERSON), (i + 1, i + 2, OTHER), (i + 2, j, PERSON)]
                break
    return cuts


_PAIR = 3
_LINKS = frozenset({",", "and", "or", "&", "in", "of", "(", "'s", "’s", "with", "to", "from", "/", "–", "the"})


def focus(memory: Memory, found: Sequence[Chunk], cuts: Sequence[Sequence[Stretch]], position: int) -> None:
    """Point the memory at one chunk: what it gave itself, and what stands one word to its left and right."""
    chunk = found[position]
    memory.own = named(chunk, cuts[position])
    left = right = ""
    if position and chunk.before[0] in _LINKS:
        other = found[position - 1]
        if other.number == chunk.number and other.words[-1] == chunk.before[1]:
            left = _SHORT[cuts[position - 1][-1][2]]
    if position + 1 < len(found) and chunk.after[0] in _LINKS:
        other = found[position + 1]
        if other.number == chunk.number and other.words[0] == chunk.after[1]:
            right = _SHORT[cuts[position + 1][0][2]]
    memory.near = (left, right)


_SHORT = {PERSON: "P", PLACE: "L", OTHER: "o"}


def named(chunk: Chunk, cut: Sequence[Stretch]) -> Counter[tuple[str, int]]:
    """Return the names in one chunk with their labels."""
    return Counter((spelled(chunk.words[i:j]), label) for i, j, label in cut)


def recall(found: Sequence[Chunk], cuts: Sequence[Sequence[Stretch]], lower: frozenset[str]) -> Memory:
    """Count what a reading has found: names, the words of longer names of people, and of what is neither."""
    whole: Counter[tuple[str, int]] = Counter()
    parts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for chunk, cut in zip(found, cuts, strict=True):
        whole.update(named(chunk, cut))
        for i, j, label in cut:
            if j - i > 1 and label == PERSON:
                parts.update(set(chunk.words[i:j]))
            elif j - i > 1 and label == OTHER:
                others.update(set(chunk.words[i:j]))
    return Memory(lower, whole, parts, others, True)


def best(size: int, scores: Mapping[tuple[int, int], tuple[float, float, float]]) -> list[Stretch]:
    """Return the cut of greatest score: names of at most LONGEST words, and no two others side by side."""
    low = float("-inf")
    named, other = [0.0] + [low] * size, [low] * (size + 1)
    back_named: list[tuple[int, int, bool]] = [(0, 0, False)] * (size + 1)
    back_other: list[int] = [0] * (size + 1)
    for j in range(1, size + 1):
        for i in range(j):
            person, place, neither = scores[i, j]
            if j - i <= LONGEST:
                from_other = other[i] > named[i]
                base = other[i] if from_other else named[i]
                value, label = (person, PERSON) if person >= place else (place, PLACE)
                if base + value > named[j]:
                    named[j] = base + value
                    back_named[j] = (i, label, from_other)
            if named[i] + neither > other[j]:
                other[j] = named[i] + neither
                back_other[j] = i
    cut: list[Stretch] = []
    j, at_other = size, other[size] > named[size]
    while j:
        if at_other:
            i = back_other[j]
            cut.append((i, j, OTHER))
            at_other = False
        else:
            i, label, at_other = back_named[j]
            cut.append((i, j, label))
        j = i
    return cut[::-1]


def load_weights(text: str) -> tuple[dict[str, tuple[float, float, float]], dict[str, tuple[float, float, float]]]:
    """Read ``weights.tsv``: reading, signal, and its weights for person, place and neither."""
    readings: tuple[dict[str, tuple[float, float, float]], dict[str, tuple[float, float, float]]] = ({}, {})
    for row in text.splitlines():
        if row and not row.startswith("#"):
            reading, signal, person, place, neither = row.split("\t")
            readings[int(reading) - 1][signal] = (float(person), float(place), float(neither))
    return readings


@cache
def recogniser() -> Recogniser:
    """Return the recogniser of the package, loaded once."""
    return Recogniser(gazetteer(), *load_weights(data_text("weights.tsv")))


def recognise(blocks: Sequence[Block], using: Recogniser | None = None) -> tuple[Sighting, ...]:
    """Return the people and places named in an article, in order."""
    using = using or recogniser()
    texts = {n: searchable(block) for n, block in enumerate(blocks) if block.kind.asserts}
    found = [chunk for n, text in texts.items() for chunk in chunks(n, text, using.places)]
    sightings = []
    block, floor = -1, 0
    for chunk, cut in zip(found, using.read(found, lower_words(list(texts.values()))), strict=True):
        if chunk.number != block:
            block, floor = chunk.number, 0
        for i, j, label in cut:
            if label != OTHER:
                before = chunk.words[i - 1] if i else chunk.before[0]
                text = texts[chunk.number]
                sightings.append(_sighting(blocks[chunk.number], chunk, (i, j, label), before, text, floor))
                floor = chunk.spans[j - 1][1] if label == PERSON else floor
    return tuple(sightings)


def _sighting(block: Block, chunk: Chunk, stretch: Stretch, before: str, text: str, floor: int) -> Sighting:
    i, j, label = stretch
    start, end = chunk.spans[i][0], chunk.spans[j - 1][1]
    told = roles.told(text, floor, start, end) if label == PERSON else ()
    address = roles.address(before) if label == PERSON else ""
    return Sighting(
        chunk.number, block.start + start, block.start + end, block.text[start:end], KINDS[label], before, address, told
    )
