"""Find what became of old texts among new ones: by exact words, then by similarity and order.

Pure and ignorant of anchors: old and new are texts in reading order. The numbers below were set with
tests/anchors/study.py, so that no text is ever taken for another one. Similarity is one minus the
normalised number of insertions and deletions (Indel, as in the longest common subsequence), by rapidfuzz.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel, LCSseq

from annotated_corpus.anchors.checksums import plain
from annotated_corpus.anchors.particulars import Particulars
from annotated_corpus.anchors.places import Places
from annotated_corpus.anchors.quoted import UNSPACED, spelled

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
_FEW = 4  # words that any text may have: they are known by what stands around them
_SLIGHT = 40  # characters: an address has few words, but is known by itself
_SEARCHED = 50_000  # characters up to which a text is searched for a stretch
_BY_WORDS = 5_000  # characters from which texts are compared by words


_UNSPACED = re.compile(f"[{UNSPACED}]")


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
    joined: Mapping[int, int] = MappingProxyType({}),
) -> Alignment:
    """Align ``new`` with ``old`` texts.

    Args:
        old: texts on record in reading order; ``alive`` says which of them stood in the last seed.
        new: texts of the seed in reading order.
        settled: what an editor decided: old text to new, or to None if it has gone.
        stock: which of the old and of the new texts are stock phrases. A site drops them and puts them in again
            anywhere, so that a short one is known by its very words only.
        joined: what an editor decided to have gone into a longer text: old to new.
    """
    if not old:
        return Alignment({}, {}, {}, ())
    work = _Work([plain(text) for text in old], [plain(text) for text in new], stock)
    for before, after in settled.items():
        if after is not None:
            work.keep(before, after)
    work.merged.update(joined)
    free = [index for index in range(len(old)) if index not in settled and index not in joined]
    living = [index for index in free if alive[index]]
    gone = [index for index in free if not alive[index]]
    work.exact(living, plain)
    work.exact(living, _spelled)
    if work.particulars.labelled:
        work.exact(living, work.particulars.unlabelled)
    work.joined(work.lost(living))
    work.similar(work.lost(living))
    work.exact(living, plain, last=True)
    work.exact(gone, plain, last=True)
    work.exact(gone, _spelled, last=True)
    work.contained(work.lost(living))
    work.parts(work.lost(living))
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

    def exact(self, free: Sequence[int], key: Callable[[str], str], last: bool = False) -> None:
        """Keep what has the same words, as ``key`` spells them; where several have, their neighbours tell them apart.

        At ``last``, when all has been found that could be their neighbours, a few words are kept where the text above
        them is the same, and of several texts those that are as many as before are kept in their order.
        """
        texts = {source: key(self.old[source]) for source in self.lost(free)}
        places: dict[str, list[int]] = defaultdict(list)
        for target in self.fresh():
            places[key(self.new[target])].append(target)
        sources: dict[str, list[int]] = defaultdict(list)
        for source in self.lost(free):
            if texts[source] in places and (key is plain or self._known(source)):
                sources[texts[source]].append(source)
        alike = []
        for text, several in sources.items():
            if len(several) == 1 == len(places[text]) and not _slight(text):
                self.keep(several[0], places[text][0])
            elif key is plain or key is _spelled:
                alike.append(text)
        if not last and key is not plain:
            return
        self._adjacent(alike, sources, places)
        for neighbours in (self.before, self.after):
            self._beside([text for text in alike if not _slight(text)], sources, places, neighbours())
        if not last:
            return
        single = [text for text in alike if len(places[text]) == 1 == len(sources[text])]
        self._ordered(single, sources, places)
        self._adjacent(alike, sources, places)
        self._ordered(alike, sources, places)

    def _ordered(
        self, alike: Sequence[str], sources: Mapping[str, Sequence[int]], places: Mapping[str, Sequence[int]]
    ) -> None:
        """Keep what has the same words in its order; of fewer words only where none has gone or come."""
        for text in alike:
            left = [target for target in places[text] if target not in self.kept]
            lost = self.lost(sources[text])
            if len(text) < _TELLING and not self.stock_old.issuperset(lost):
                if len(left) != len(lost):
                    continue
                lost = [
                    source for source, target in zip(lost, left, strict=True) if not self._exchanged(source, target)
                ]
                left = left if len(lost) == len(left) else []
            if left:
                for source, target in zip(lost, left, strict=False):
                    self.keep(source, target)

    def _known(self, source: int) -> bool:
        """Whether a text has words enough to be known when its spelling or its number changed."""
        return _words(self.old[source]) > _FEW and source not in self.stock_old

    def _exchanged(self, source: int, target: int) -> bool:
        """Whether what stands around a text has given way to other texts: a line of few words depends on it.

        "Settled." is said of what stands above; "By Ann Holm" and "Source: AFP" are labels, known by what follows too.
        """
        if not _slight(self.old[source]) or source == 0 or target == 0:
            return False
        if source - 1 in self.place or target - 1 in self.kept:
            return False
        if self.old[source].endswith((".", "!", "?")):
            return True
        at_end = source == len(self.old) - 1, target == len(self.new) - 1
        return not all(at_end) and (any(at_end) or (source + 1 not in self.place and target + 1 not in self.kept))

    def _adjacent(
        self, alike: Sequence[str], sources: Mapping[str, Sequence[int]], places: Mapping[str, Sequence[int]]
    ) -> None:
        """Keep what has the same words right under the same text; or above it, if what stood above is elsewhere now."""
        moving = True
        while moving:  # one line under another makes the next one known
            moving = False
            for text in alike:
                for source in self.lost(sources[text]):
                    above = self.place.get(source - 1, -1) if source else -1
                    below = self.place.get(source + 1, -1)
                    for target in places[text]:
                        under = above == target - 1 and (source > 0 or target == 0)
                        over = below == target + 1 and (source == 0 or above >= 0 or not _slight(text))
                        if target not in self.kept and (under or over):
                            self.keep(source, target)
                            moving = True
                            break

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
        grown = [new for new, old in sorted(self.kept.items()) if self.old[old] != self.new[new]]
        cut = [self.kept[new] for new in grown]
        targets = [*self.fresh(), *grown]
        near = {*self.same_gap(lost, targets), *self.same_gap(cut, self.fresh())}
        for source, target in sorted({*near, *self.candidates(lost, targets)}):
            if self.kept.get(target) == source:
                continue
            old, new = self.old[source], self.new[target]
            enough = _PART_NEAR if (source, target) in near else _TELLING
            if source not in self.place and len(old) >= enough and _within(old, new):
                wholes[source].append((_words(old), target))
            elif target not in self.kept and len(new) >= enough and _within(new, old):
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

    def similar(self, lost: Sequence[int]) -> None:
        """Keep what is alike, if nothing else could be it as well; else note the doubt.

        Out of its place likeness alone is no evidence: nothing of matter may have given way to something else. In its
        place a text with other things in the slots of the same wording is another statement.
        """
        copies = Counter(self.old)
        # Of copies that were retyped, none can be told from the others.
        # What stands there word for word, though it is not clear where, is nothing else.
        fresh = self.fresh()
        there = {self.old[source] for source in lost} & {self.new[target] for target in fresh}
        single = [source for source in lost if copies[self.old[source]] == 1 and source not in self.stock_old]
        single = [source for source in single if self.old[source] not in there]
        whole = [target for target in fresh if target not in self.stock_new and self.new[target] not in there]
        here, alone = self.gaps(), self.alone(lost)
        scores: dict[tuple[int, int], float] = {}
        for source, target in self.candidates(single, whole):
            one, two = self.old[source], self.new[target]
            score = max(similarity(one, two), similarity(one.casefold(), two.casefold()))
            in_place = here(source, target)
            if score < self._least(source, target, in_place, (source, target) in alone):
                continue
            if not self.particulars.replaced(one, two) if in_place else self.particulars.same(one, two):
                scores[source, target] = score
        self._choose(scores)

    def _least(self, source: int, target: int, in_place: bool, alone: bool) -> float:
        """Return from which likeness a new text may be an old one."""
        one, two = self.old[source], self.new[target]
        if alone and len(one) >= _LEAST and _like_length(one, two):
            return SIMILAR
        if not in_place:
            return ELSEWHERE if len(one) >= _TELLING else 1.0
        if len(one) >= _TELLING or _words(one) > _FEW:
            return SIMILAR
        return SHORT if len(one) >= _LEAST else SHORTEST

    def _choose(self, scores: Mapping[tuple[int, int], float]) -> None:
        """Keep each old text as the new one that it is most like, by what tells the candidates apart, then by order."""
        news: dict[int, list[int]] = defaultdict(list)
        olds: dict[int, list[int]] = defaultdict(list)
        for source, target in sorted(scores):
            news[source].append(target)
            olds[target].append(source)
        best_new: dict[int, list[int]] = {}
        best_old: dict[int, list[int]] = {}
        for source, targets in news.items():
            ranked = sorted(targets, key=lambda each: (-scores[source, each], abs(each - source), each))
            best_new[source] = self._leading(
                self.old[source], ranked, self.new, {each: scores[source, each] for each in targets}.__getitem__
            )
        for target, sources in olds.items():
            ranked = sorted(sources, key=lambda each: (-scores[each, target], abs(each - target), each))
            best_old[target] = self._leading(
                self.new[target], ranked, self.old, {each: scores[each, target] for each in sources}.__getitem__
            )
        unsure: dict[tuple[int, ...], set[int]] = defaultdict(set)
        for source in sorted(news):
            first, *rivals = best_new[source]
            mutual = [target for target in best_new[source] if source in best_old[target]]
            if not rivals and best_old[first] == [source]:
                self.keep(source, first)
            elif mutual:
                unsure[tuple(sorted(mutual))].add(source)
        for goals, several in self._groups(unsure):
            together = self._together([self.new[each] for each in goals], self.old[several[0]])
            if len(several) == 1 and together:
                self.keep(several[0], max(goals, key=lambda each: (scores.get((several[0], each), 0.0), -each)))
            elif len(goals) == 1 and self._together([self.old[each] for each in several], self.new[goals[0]]):
                self.keep(max(several, key=lambda each: (scores.get((each, goals[0]), 0.0), -each)), goals[0])
            elif len(goals) == len(several) and self._in_order(several, goals, scores):
                for source, target in zip(several, goals, strict=True):
                    self.keep(source, target)
            else:
                self.doubts.append(Doubt(several, goals))

    def _leading(
        self, text: str, ranked: Sequence[int], texts: Sequence[str], score: Callable[[int], float]
    ) -> list[int]:
        """Return the candidate that ``text`` is, and those that it could be as well."""
        first = ranked[0]
        for other in ranked[1:]:
            if (
                score(first) - score(other) < 2 * MARGIN
                and self.particulars.tells(text, texts[first], texts[other]) == 2
            ):
                first = other
        return [first] + [
            other
            for other in ranked
            if other != first
            and score(first) - score(other) < MARGIN
            and self.particulars.tells(text, texts[first], texts[other]) != 1
        ]

    def _groups(self, unsure: Mapping[tuple[int, ...], set[int]]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Put the questions about the same texts together: each is asked once."""
        groups: list[tuple[set[int], set[int]]] = []
        for targets in sorted(unsure):
            mine: tuple[set[int], set[int]] = (
                {each for each in targets if each not in self.kept},
                set(unsure[targets]),
            )
            touching = [group for group in groups if group[0] & mine[0]]
            for group in touching:
                groups.remove(group)
                mine = (mine[0] | group[0], mine[1] | group[1])
            groups.append(mine)
        return [(tuple(sorted(targets)), tuple(sorted(several))) for targets, several in groups if targets]

    def _in_order(
        self, several: Sequence[int], targets: Sequence[int], scores: Mapping[tuple[int, int], float]
    ) -> bool:
        """Whether each text has one in the same order that it could be, and nothing speaks for another one."""
        pairs = list(zip(several, targets, strict=True))
        if any(pair not in scores for pair in pairs):
            return False
        for at, (source, target) in enumerate(pairs):
            for other in targets[max(0, at - 1) : at + 2]:
                own, new = self.particulars.bag(self.old[source]), self.particulars.bag
                if other != target and (new(self.new[other]) - new(self.new[target])) & own:
                    return False
        return True

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
            if (
                self.kept.get(target) == source
                or shorter < _PART
                or shorter > _LIKE_LENGTH * longer
                or longer > _SEARCHED
            ):
                continue
            like = self._stretch(*sorted((one, two), key=len))
            if like and target not in self.kept and len(two) <= len(one):
                pieces[source].append((_words(two), target))
            elif like and source not in self.place and len(one) < len(two):
                wholes[source].append((_words(one), target))
        self._merge(wholes)
        self._split(pieces)

    def _stretch(self, part: str, whole: str) -> bool:
        """Whether a stretch of ``whole`` says what ``part`` says."""
        found = fuzz.partial_ratio_alignment(part, whole, score_cutoff=CONTAINED)
        if found is None:
            return False
        start, end = whole.rfind(" ", 0, found.dest_start + 1) + 1, whole.find(" ", found.dest_end - 1)
        stretch = whole[start : end if end >= 0 else len(whole)]
        return not self.particulars.denies(part, stretch)

    def _merge(self, wholes: Mapping[int, list[tuple[int, int]]]) -> None:
        swallowed: dict[int, list[int]] = defaultdict(list)
        for source in sorted(wholes):
            if len(wholes[source]) == 1:  # in two places at once: it has no place
                swallowed[wholes[source][0][1]].append(source)
        for target in sorted(swallowed):
            room = _MADE_UP * _words(self.new[target])
            if target in self.kept:
                room -= _words(self.old[self.kept[target]])
            makes_up = sum(_words(self.old[each]) for each in swallowed[target]) >= _HALF * _words(self.new[target])
            for source in sorted(swallowed[target], key=lambda each: (-len(self.old[each]), each)):
                room -= _words(self.old[source])
                if room < 0:
                    break  # these words are there already, from another text
                if target in self.kept or not makes_up:
                    self.merged[source] = target  # its words stand there, but it is not the paragraph
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


def _spelled(text: str) -> str:
    return spelled(text).casefold()


def _like_length(one: str, two: str) -> bool:
    shorter, longer = sorted((len(one), len(two)))
    return shorter >= _LIKE_LENGTH * longer


def _slight(text: str) -> bool:
    """Whether a text has so few words that it is known only by what stands around it, such as "Dismissed"."""
    return len(text) < _SLIGHT and _words(text) < _FEW


def _words(text: str) -> int:
    """Return how many words a text has; where a script writes no spaces, two signs are about one word."""
    return text.count(" ") + 1 + len(_UNSPACED.findall(text)) // 2


def _within(part: str, whole: str) -> bool:
    """Whether ``part`` stands in ``whole`` as words."""
    return len(part) < len(whole) and (
        whole.startswith(f"{part} ") or whole.endswith(f" {part}") or f" {part} " in whole
    )
