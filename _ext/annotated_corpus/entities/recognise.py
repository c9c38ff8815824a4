"""Recognition: the names in one article, each with the reason why it is taken for a person or a place.

A pure function of the article's blocks, the gazetteer and the weights; nothing here looks at other articles.
The article is read twice: what the first reading has found is a signal of the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import repeat
from operator import getitem

from annotated_corpus.entities import roles
from annotated_corpus.entities.cutting import Stretch, best, load_weights, unpack
from annotated_corpus.entities.gazetteer import Gazetteer, Place
from annotated_corpus.entities.lexicon import data_text
from annotated_corpus.entities.own import with_own
from annotated_corpus.entities.settle import settle
from annotated_corpus.entities.signals import (
    OTHER,
    PERSON,
    PLACE,
    PLAIN,
    RECALLED,
    Group,
    Memory,
    Setting,
    Words,
    groups,
    recalled,
)
from annotated_corpus.entities.tokens import Chunk, chunks, searchable, spelled, stretches
from annotated_corpus.language.letters import seen as as_seen
from annotated_corpus.language.letters import seen_at, trimmed
from annotated_corpus.model import Block, EntityKind

KINDS = {PERSON: EntityKind.PERSON, PLACE: EntityKind.PLACE}
Described = list[tuple[int, int, list[str]]]
"""Every stretch of a chunk with its signals."""


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

    @property
    def name(self) -> str:
        """The text as readers see it, white space made one space."""
        return " ".join(as_seen(self.text).split())


def chunked(texts: Mapping[int, str], places: Gazetteer) -> tuple[list[Chunk], frozenset[str]]:
    """Return the chunks of an article's blocks, given by number, and all its words as spelt."""
    seen: set[str] = set()
    found = [chunk for number, text in texts.items() for chunk in chunks(number, text, places, seen)]
    return found, frozenset(seen)


class Recogniser:
    """The gazetteer, the word classes and the weights of both readings, ready for use."""

    def __init__(self, places: Gazetteer, weights: Mapping[str, int]) -> None:
        self.places = places
        self.words = Words(places)
        self.weights = weights
        self._plain = [_Totals(weights, say) for say in PLAIN]
        self._recalled = [_Totals(weights, say) for say in RECALLED]

    def describe(self, chunk: Chunk, seen: frozenset[str], memory: Memory | None = None) -> Described:
        """Return the signals of every stretch of a chunk: of the second reading if there is a memory of the first."""
        setting = Setting(chunk, self.words)
        told: list[tuple[Group, ...]] = groups(setting, seen)
        say = PLAIN
        if memory:
            told = [(*a, *b) for a, b in zip(told, recalled(setting, memory), strict=True)]
            say += RECALLED
        return [
            (i, j, [signal for says, group in zip(say, each, strict=True) for signal in says(*group)])
            for (i, j), each in zip(stretches(setting.size), told, strict=True)
        ]

    def read(self, found: Sequence[Chunk], seen: frozenset[str]) -> list[list[Stretch]]:
        """Read an article's chunks twice; return how each is cut."""
        plain, (again, near) = self._plain, self._recalled
        settings = [Setting(chunk, self.words) for chunk in found]
        totals = [[sum(map(getitem, plain, each)) for each in groups(setting, seen)] for setting in settings]
        once = [
            best(setting.size, [unpack(total, 0) for total in each])
            for setting, each in zip(settings, totals, strict=True)
        ]
        memory = recall(found, once)
        cuts = []
        for position, (setting, each) in enumerate(zip(settings, totals, strict=True)):
            focus(memory, found, once, position)
            more = recalled(setting, memory)
            scores = [unpack(total + again[a] + near[b], 1) for total, (a, b) in zip(each, more, strict=True)]
            cuts.append(best(setting.size, scores))
        return settle(found, cuts, self.words)

    def first_reading(self, found: Sequence[Chunk], seen: frozenset[str]) -> list[list[Stretch]]:
        """Return how the first reading alone cuts an article's chunks."""
        return [
            best(len(chunk.words), [self.score(said, 0) for _, _, said in self.describe(chunk, seen)])
            for chunk in found
        ]

    def score(self, said: Sequence[str], reading: int) -> tuple[int, int, int]:
        """Return the summed weights of signals in the first (0) or second (1) reading."""
        return unpack(sum(self.weights.get(signal, 0) for signal in said), reading)


_ZEROS = repeat(0)


class _Totals(dict[Group, int]):
    """The summed weights of a group's signals, by what they depend on; worked out when first asked for."""

    def __init__(self, weights: Mapping[str, int], say: Callable[..., list[str]]) -> None:
        super().__init__()
        self._get, self._say = weights.get, say

    def __missing__(self, group: Group) -> int:
        if len(self) >= _MOST_TOTALS:
            self.clear()
        total = self[group] = sum(map(self._get, self._say(*group), _ZEROS))
        return total


_MOST_TOTALS = 100_000
"""A table of sums begins anew at this size, so that a large corpus cannot fill the memory with it."""

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


def named(chunk: Chunk, cut: Sequence[Stretch]) -> dict[str, list[int]]:
    """Return the names in one chunk with their number of times as person, place and neither."""
    counts: dict[str, list[int]] = {}
    for i, j, label in cut:
        counts.setdefault(spelled(chunk.words[i:j]), [0, 0, 0])[label] += 1
    return counts


def recall(found: Sequence[Chunk], cuts: Sequence[Sequence[Stretch]]) -> Memory:
    """Count what a reading has found: names, the words of longer names of people, and of what is neither."""
    whole: dict[str, list[int]] = {}
    firsts: Counter[str] = Counter()
    lasts: Counter[str] = Counter()
    others: Counter[str] = Counter()
    for chunk, cut in zip(found, cuts, strict=True):
        for i, j, label in cut:
            whole.setdefault(spelled(chunk.words[i:j]), [0, 0, 0])[label] += 1
            if j - i > 1 and label == PERSON:
                firsts[chunk.words[i]] += 1
                lasts[chunk.words[j - 1]] += 1
            elif j - i > 1 and label == OTHER:
                others.update(dict.fromkeys(chunk.words[i:j], 1))
    return Memory(whole, firsts, lasts, others)


@cache
def _weights() -> dict[str, int]:
    return load_weights(data_text("weights.tsv"))


@lru_cache(maxsize=4)
def recogniser(own: tuple[Place, ...] = ()) -> Recogniser:
    """Return the recogniser of the package, which knows an editor's ``own`` places too; loaded once for each."""
    return Recogniser(with_own(own), _weights())


def recognise(blocks: Sequence[Block], using: Recogniser | None = None) -> tuple[Sighting, ...]:
    """Return the people and places named in an article, in order."""
    using = using or recogniser()
    clean = {n: seen_at(searchable(block)) for n, block in enumerate(blocks) if block.kind.asserts}
    texts = {n: text.replace("İ", "I") for n, (text, _) in clean.items()}
    found, seen = chunked(texts, using.places)
    sightings = []
    block, floor = -1, 0
    for chunk, cut in zip(found, using.read(found, seen), strict=True):
        if chunk.number != block:
            block, floor = chunk.number, 0
        for i, j, label in cut:
            if label != OTHER:
                before = chunk.words[i - 1] if i else chunk.before[0]
                span = chunk.spans[i][0], chunk.spans[j - 1][1]
                number, kind = chunk.number, KINDS[label]
                at = clean[number][1]
                sightings.append(sighting(number, blocks[number], texts[number], span, kind, before, floor, at))
                floor = span[1] if label == PERSON else floor
    return tuple(sightings)


def sighting(
    number: int,
    block: Block,
    text: str,
    span: tuple[int, int],
    kind: EntityKind,
    before: str,
    floor: int,
    places: Sequence[int] | None = None,
) -> Sighting:
    """Return a name with what stands beside it.

    ``text`` is what may be searched of the block, ``span`` where the name stands in it, ``before`` the token before
    it, ``floor`` where the person named before ends. ``places`` are those in the block of each character of ``text``.
    """
    start, end = span
    person = kind is EntityKind.PERSON
    told = roles.told(text, floor, start, end) if person else ()
    address = roles.address(before) if person else ""
    if places is not None:
        start, end = places[start], trimmed(block.text, places[end])
    return Sighting(number, block.start + start, block.start + end, block.text[start:end], kind, before, address, told)
