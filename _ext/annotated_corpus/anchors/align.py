"""Find what became of old texts among new ones: by exact words, then by similarity and order.

Pure and ignorant of anchors: old and new are texts in reading order. The numbers below were set with
tests/anchors/study.py, so that no text is ever taken for another one. Similarity is one minus the
normalised number of insertions and deletions (Indel, as in the longest common subsequence), by rapidfuzz.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from annotated_corpus.anchors.checksums import plain
from annotated_corpus.anchors.particulars import Particulars
from annotated_corpus.anchors.places import Places

SIMILAR = 0.70
"""Least similarity at which a text is taken for a retyped one."""
ELSEWHERE = 0.85
"""The same where it does not stand between its old neighbours, so that nothing else speaks for it."""
MARGIN = 0.08
"""How far the best candidate must be ahead of the next."""
SHORT = 0.88
"""The same for a short text, which another may resemble by chance."""
SHORTEST = 0.93
"""The same for a few words: one slip of the pen in "Share this article"."""
CONTAINED = 88.0
"""Least likeness, in percent, of a part to a stretch of the whole."""
_PART = 60  # characters of a part that does not stand word for word: fewer resemble a stretch by chance
_MOST = 0.75  # of the words of a text: what is left of it when it was cut
_PART_NEAR = 8  # characters of a part that stands word for word in its old place
_RUN = 4  # texts that are looked at together
_MADE_UP = 1.25  # parts that make up a whole have at most that many times its words
_TELLING = 60  # characters from which a text is not mistaken for one elsewhere
_LEAST = 25  # characters of a text that a lonely place speaks for
_LIKE_LENGTH = 0.8  # of the longer: a headline and the sentence that it sums up share words, but not their length
_HALF = 0.5  # a piece alone bears the anchor on if it has that much of the whole
_BY_WORDS = 5_000  # characters from which texts are compared by words


@dataclass(frozen=True, slots=True)
class Doubt:
    """Old texts that each of the new ones could be: an editor has to say."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """What became of what.

    ``kept``: new text to the old one that it is. ``merged``: old text to the new one that swallowed
    it. ``split``: new text to the old one that it was cut from, which lives on elsewhere.
    """

    kept: Mapping[int, int]
    merged: Mapping[int, int]
    split: Mapping[int, int]
    doubts: tuple[Doubt, ...]


def align(
    old: Sequence[str],
    alive: Sequence[bool],
    new: Sequence[str],
    settled: Mapping[int, int | None],
    stock: tuple[Collection[int], Collection[int]] = ((), ()),
) -> Alignment:
    """Align ``new`` with ``old`` texts.

    Args:
        old: texts on record in reading order; ``alive`` says which of them stood in the last seed.
        new: texts of the seed in reading order.
        settled: what an editor decided: old text to new, or to None if it has gone.
        stock: which of the old and of the new texts are stock phrases. A site drops them and puts them in again
            anywhere, so that a short one is known by its very words only.
    """
    if not old:
        return Alignment({}, {}, {}, ())
    work = _Work([plain(text) for text in old], [plain(text) for text in new], stock)
    for before, after in settled.items():
        if after is not None:
            work.keep(before, after)
    free = [index for index in range(len(old)) if index not in settled]
    living = [index for index in free if alive[index]]
    gone = [index for index in free if not alive[index]]
    work.exact(living)
    work.exact(gone)
    work.joined(work.lost(living))
    work.contained(work.lost(living))
    work.similar(work.lost(living))
    work.parts(work.lost(living))
    work.similar(work.lost(gone), in_place=False)
    return Alignment(work.kept, work.merged, work.pieces, tuple(work.doubts))


def similarity(one: str, two: str) -> float:
    """Return how alike two texts are, 0 to 1: by characters, by words where the texts are long."""
    if max(len(one), len(two)) > _BY_WORDS:
        return Indel.normalized_similarity(one.split(" "), two.split(" "))
    return Indel.normalized_similarity(one, two)


class _Work(Places):
    """The stages of the alignment, each of which finds places for what is lost still."""

    def __init__(self, old: Sequence[str], new: Sequence[str], stock: tuple[Collection[int], Collection[int]]) -> None:
        super().__init__(old, new)
        self.stock_old = frozenset(index for index in stock[0] if len(old[index]) < _TELLING)
        self.stock_new = frozenset(index for index in stock[1] if len(new[index]) < _TELLING)
        self.pieces: dict[int, int] = {}  # new text to the old one that it was cut from
        self.doubts: list[Doubt] = []
        self.particulars = Particulars((old, new))

    def exact(self, free: Sequence[int]) -> None:
        """Keep what has the same words; where several have, their neighbours tell which is which, then order."""
        places: dict[str, list[int]] = defaultdict(list)
        for target in self.fresh():
            places[self.new[target]].append(target)
        sources: dict[str, list[int]] = defaultdict(list)
        for source in self.lost(free):
            if self.old[source] in places:
                sources[self.old[source]].append(source)
        alike = []
        for text, several in sources.items():
            if len(several) == 1 == len(places[text]):
                self.keep(several[0], places[text][0])
            else:
                alike.append(text)
        for neighbours in (self.before, self.after):
            self._beside(alike, sources, places, neighbours())
        for text in alike:
            left = [target for target in places[text] if target not in self.kept]
            for source, target in zip(self.lost(sources[text]), left, strict=False):
                self.keep(source, target)

    def _beside(
        self,
        alike: Sequence[str],
        sources: Mapping[str, Sequence[int]],
        places: Mapping[str, Sequence[int]],
        neighbours: tuple[Sequence[int], Sequence[int]],
    ) -> None:
        """Keep what has the same words and the same neighbour."""
        beside_old, beside_new = neighbours
        free: dict[tuple[str, int], deque[int]] = defaultdict(deque)
        for text in alike:
            for target in places[text]:
                if target not in self.kept:
                    free[text, beside_new[target]].append(target)
        for text in alike:
            for source in self.lost(sources[text]):
                if near := free.get((text, beside_old[source])):
                    self.keep(source, near.popleft())

    def contained(self, lost: Sequence[int]) -> None:
        """Find what was merged or split without another change: one text stands whole inside the other."""
        wholes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        pieces: dict[int, list[tuple[int, int]]] = defaultdict(list)
        near = set(self.same_gap(lost, self.fresh()))
        for source, target in sorted({*near, *self.candidates(lost, self.fresh())}):
            old, new = self.old[source], self.new[target]
            enough = _PART_NEAR if (source, target) in near else _TELLING
            if len(old) >= enough and _within(old, new):
                wholes[source].append((_words(old), target))
            elif len(new) >= enough and _within(new, old):
                pieces[source].append((_words(new), target))
        self._merge(wholes)
        self._split(pieces)

    def joined(self, lost: Sequence[int]) -> None:
        """Find merges that leave nothing over: neighbours, however short, that make up a new text together."""
        run: list[int] = []
        starts = {self.new[target].split(" ", 1)[0]: target for target in reversed(self.fresh())}
        for source in lost:
            run = [*run, source] if run and self._adjoin(run[-1], source) else [source]
            for start in range(max(0, len(run) - _RUN), len(run) - 1):
                together = run[start:]
                whole = " ".join(self.old[each] for each in together)
                target = starts.get(whole.split(" ", 1)[0])
                if target is not None and self.new[target] == whole and target not in self.kept:
                    self._merge({each: [(0, target)] for each in together})
                    run = []
                    break

    def _adjoin(self, one: int, two: int) -> bool:
        """Whether nothing that is still there stands between two old texts."""
        return not any(between in self.place for between in range(one + 1, two))

    def similar(self, lost: Sequence[int], in_place: bool = True) -> None:
        """Keep what is alike, if nothing else is nearly as alike; else note the doubt.

        A text that had gone has no place any more that would speak for it: ``in_place`` is false.
        Out of its place likeness alone is no evidence: figures and names have to be the same. In its place
        a text whose figures and names were both replaced is another statement.
        """
        near = set(self.same_gap(lost, self.fresh())) if in_place else set()
        alone = self.alone(lost) if in_place else set()

        def least(source: int, target: int) -> float:
            enough = len(self.old[source]) >= _LEAST and _like_length(self.old[source], self.new[target])
            if enough and (source, target) in alone:
                return SIMILAR
            if len(self.old[source]) < _TELLING:
                short = SHORT if len(self.old[source]) >= _LEAST else SHORTEST
                return short if (source, target) in near else 1.0
            return SIMILAR if (source, target) in near else ELSEWHERE

        by_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
        by_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
        copies = Counter(self.old)
        # Of copies that were retyped, none can be told from the others.
        single = [source for source in lost if copies[self.old[source]] == 1 and source not in self.stock_old]
        whole = [target for target in self.fresh() if target not in self.pieces and target not in self.stock_new]
        for source, target in self.candidates(single, whole):
            one, two = self.old[source], self.new[target]
            score = similarity(one, two)
            if score < SIMILAR:
                continue
            in_gap = (source, target) in near
            if not self.particulars.replaced(one, two) if in_gap else self.particulars.same(one, two):
                by_old[source].append((score, target))
                by_new[target].append((score, source))
        for source in sorted(by_old):
            best, target = max(by_old[source])
            if max(by_new[target])[1] != source or best < least(source, target):
                continue
            level = best - MARGIN
            news = sorted(t for score, t in by_old[source] if score > level and score >= least(source, t))
            olds = sorted(o for score, o in by_new[target] if score > level and score >= least(o, target))
            if self._together([self.new[each] for each in news], self.old[source]) and self._together(
                [self.old[each] for each in olds], self.new[target]
            ):
                self.keep(source, target)
            else:
                self.doubts.append(Doubt(tuple(olds), tuple(news)))

    @staticmethod
    def _together(parts: Sequence[str], whole: str) -> bool:
        """Whether several texts are no rivals: there is only one, or together they make up the whole."""
        if len(parts) == 1:
            return True
        one = whole.split(" ")
        words = [part.split(" ") for part in parts]
        if sum(map(len, words)) > _MADE_UP * len(one):
            return False
        return all(LCSseq.similarity(each, one) >= _MOST * len(each) for each in words)

    def parts(self, lost: Sequence[int]) -> None:
        """Find splits and merges of texts that were retyped as well: one is much like a stretch of the other."""
        fresh = [target for target in self.fresh() if target not in self.stock_new]
        retyped = [new for new, old in self.kept.items() if self.old[old] != self.new[new]]
        pieces: dict[int, list[tuple[int, int]]] = defaultdict(list)
        wholes: dict[int, list[tuple[int, int]]] = defaultdict(list)
        sources = [*(each for each in lost if each not in self.stock_old), *(self.kept[new] for new in retyped)]
        for source, target in self.same_gap(sources, [*fresh, *retyped]):
            one, two = self.old[source], self.new[target]
            shorter, longer = sorted((len(one), len(two)))
            if self.kept.get(target) == source or shorter < _PART or longer > _BY_WORDS:
                continue
            if self.particulars.foreign(*sorted((one, two), key=len)):
                continue
            like = fuzz.partial_ratio(one, two, score_cutoff=CONTAINED) > 0  # of the shorter to a stretch of the longer
            if like and target not in self.kept and len(two) <= len(one):
                pieces[source].append((_words(two), target))
            elif like and source not in self.place and len(one) < len(two):
                wholes[source].append((_words(one), target))
        self._merge(wholes)
        self._split(pieces)

    def _merge(self, wholes: Mapping[int, list[tuple[int, int]]]) -> None:
        swallowed: dict[int, list[int]] = defaultdict(list)
        for source in sorted(wholes):
            if len(wholes[source]) == 1:  # in two places at once: it has no place
                swallowed[wholes[source][0][1]].append(source)
        for target in sorted(swallowed):
            room = _MADE_UP * _words(self.new[target])
            if target in self.kept:
                room -= _words(self.old[self.kept[target]])
            for source in sorted(swallowed[target], key=lambda each: (-len(self.old[each]), each)):
                room -= _words(self.old[source])
                if room < 0:
                    break  # these words are there already, from another text
                if target in self.kept:
                    self.merged[source] = target
                else:
                    self.keep(source, target)

    def _split(self, pieces: Mapping[int, list[tuple[int, int]]]) -> None:
        for source in sorted(pieces):
            room = float("inf")
            if source in self.place:  # what it lives on as has most of its words: a piece can only be of the others
                room = _MADE_UP * _words(self.old[source]) - _words(self.new[self.place[source]])
            free = [each for each in pieces[source] if each[1] not in self.kept and each[0] <= room]
            if not free or source in self.merged:
                continue
            if source not in self.place:
                total = _words(self.old[source])
                shared, keeper = max(free, key=lambda each: (each[0], -each[1]))
                if shared < _HALF * total and sum(each[0] for each in free) < _MOST * total:
                    continue  # most of its words have gone, or are elsewhere
                self.keep(source, keeper)
            self.pieces.update((target, source) for _, target in free if target not in self.kept)


def _like_length(one: str, two: str) -> bool:
    shorter, longer = sorted((len(one), len(two)))
    return shorter >= _LIKE_LENGTH * longer


def _words(text: str) -> int:
    return text.count(" ") + 1


def _within(part: str, whole: str) -> bool:
    """Whether ``part`` stands in ``whole`` as words."""
    return len(part) < len(whole) and (
        whole.startswith(f"{part} ") or whole.endswith(f" {part}") or f" {part} " in whole
    )
