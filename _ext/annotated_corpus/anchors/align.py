"""Find what became of old texts among new ones: by exact words, then by similarity and order.

Pure and ignorant of anchors: old and new are texts in reading order. Nothing is compared with
everything: candidates share rare words, or stand in the same gap between texts already found.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from annotated_corpus.anchors.checksums import plain

SIMILAR = 0.70
"""Least similarity (1 minus the normalised insertions and deletions) at which a text is taken for a retyped one."""
MARGIN = 0.08
"""How far the best candidate must be ahead of the next."""
_BY_WORDS = 5_000
_COMMON = 40
_CANDIDATES = 8
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """An old text that two new ones could be (or the reverse): an editor has to say."""

    old: tuple[int, ...]
    new: tuple[int, ...]


@dataclass(slots=True)
class Alignment:
    """``kept``: new text to the old one it is. ``merged``: old text to the new one that swallowed it."""

    kept: dict[int, int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def align(
    old: Sequence[str],
    alive: Sequence[bool],
    new: Sequence[str],
    settled: Mapping[int, int | None],
) -> Alignment:
    """Align ``new`` with ``old`` texts.

    Args:
        old: texts on record in reading order; ``alive`` says which of them stood in the last seed.
        new: texts of the seed in reading order.
        settled: what an editor decided: old text to new, or to None if it has gone.
    """
    result = Alignment()
    for before, after in settled.items():
        if after is not None:
            result.kept[after] = before
    olds, news = [plain(text) for text in old], [plain(text) for text in new]
    free_old = [index for index in range(len(old)) if index not in settled]
    living = [index for index in free_old if alive[index]]
    _exact(olds, news, living, result.kept)
    _exact(olds, news, [index for index in free_old if not alive[index]], result.kept)
    _similar(olds, news, [index for index in living if index not in set(result.kept.values())], result)
    _parts(olds, news, living, result)
    return result


def _exact(olds: Sequence[str], news: Sequence[str], free: Sequence[int], kept: dict[int, int]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(news):
        if index not in kept:
            places[text].append(index)
    wanted: dict[str, list[int]] = defaultdict(list)
    for index in free:
        if olds[index] in places:
            wanted[olds[index]].append(index)
    several: list[tuple[list[int], list[int]]] = []
    for text, sources in wanted.items():
        if len(sources) == 1 == len(places[text]):
            kept[places[text][0]] = sources[0]
        else:
            several.append((sources, places[text]))
    for sources, targets in several:  # the same words: neighbours tell which is which, then order
        for step in (-1, 1):
            for source in sources:
                beside = next((t for t in targets if t not in kept and kept.get(t + step) == source + step), None)
                if beside is not None and source not in kept.values():
                    kept[beside] = source
        left = [source for source in sources if source not in set(kept.values())]
        kept.update(zip([t for t in targets if t not in kept], left, strict=False))


def similarity(one: str, two: str) -> float:
    """Return how alike two texts are, 0 to 1: by characters, by words where the texts are long."""
    if max(len(one), len(two)) > _BY_WORDS:
        return Indel.normalized_similarity(one.split(" "), two.split(" "))
    return Indel.normalized_similarity(one, two)


def _similar(olds: Sequence[str], news: Sequence[str], lost: Sequence[int], result: Alignment) -> None:
    found = [index for index in range(len(news)) if index not in result.kept]
    scores: dict[tuple[int, int], float] = {}
    for source, target in _candidates(olds, news, lost, found, result.kept):
        if (score := similarity(olds[source], news[target])) >= SIMILAR - MARGIN:
            scores[source, target] = score
    by_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
    by_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (source, target), score in scores.items():
        by_old[source].append((score, target))
        by_new[target].append((score, source))
    for source in sorted(by_old):
        best, target = max(by_old[source])
        if best < SIMILAR or max(by_new[target])[1] != source:
            continue
        rivals_new = [t for s, t in by_old[source] if t != target and s > best - MARGIN]
        rivals_old = [o for s, o in by_new[target] if o != source and s > best - MARGIN]
        if rivals_new or rivals_old:
            result.doubts.append(Doubt(tuple(sorted([source, *rivals_old])), tuple(sorted([target, *rivals_new]))))
        else:
            result.kept[target] = source


def _candidates(
    olds: Sequence[str], news: Sequence[str], lost: Sequence[int], found: Sequence[int], kept: Mapping[int, int]
) -> list[tuple[int, int]]:
    where: dict[str, list[int]] = defaultdict(list)
    for target in found:
        for word in set(_WORD.findall(news[target].casefold())):
            where[word].append(target)
    pairs: set[tuple[int, int]] = set()
    for source in lost:
        shared: Counter[int] = Counter()
        for word in sorted(set(_WORD.findall(olds[source].casefold()))):
            if len(where.get(word, ())) <= _COMMON:
                shared.update(where.get(word, ()))
        ranked = sorted(shared, key=lambda target: (-shared[target], target))
        pairs.update((source, target) for target in ranked[:_CANDIDATES])
    pairs.update(_same_gap(lost, found, kept))
    return sorted(pairs)


def _same_gap(lost: Sequence[int], found: Sequence[int], kept: Mapping[int, int]) -> list[tuple[int, int]]:
    """Pair what stands in the same gap between texts that were found, in order."""
    back = {source: target for target, source in kept.items()}
    gaps: dict[int, list[int]] = defaultdict(list)
    last, free = -1, set(found)
    for target in range(max(found, default=-1) + 1):
        if target in kept:
            last = kept[target]
        elif target in free:
            gaps[last].append(target)
    olds: dict[int, list[int]] = defaultdict(list)
    last, left = -1, set(lost)
    for source in range(max(lost, default=-1) + 1):
        if source in back:
            last = source
        elif source in left:
            olds[last].append(source)
    pairs: list[tuple[int, int]] = []
    for gap, sources in olds.items():
        targets = gaps.get(gap, [])
        for position, source in enumerate(sources):
            low = max(0, position - _CANDIDATES // 2)
            pairs.extend((source, target) for target in targets[low : low + _CANDIDATES])
    return pairs


def _parts(olds: Sequence[str], news: Sequence[str], living: Sequence[int], result: Alignment) -> None:
    """Splits and merges: a text that lies whole inside a neighbour's."""
    back = {source: target for target, source in result.kept.items()}
    lost = [index for index in living if index not in back]
    fresh = [index for index in range(len(news)) if index not in result.kept]
    for source in lost:
        whole = [target for target in fresh if len(olds[source]) >= 20 and olds[source] in news[target]]
        if len(whole) == 1:
            result.merged[source] = whole[0]
    for target in sorted(set(result.merged.values())):
        sources = [source for source in lost if result.merged.get(source) == target]
        keeper = max(sources, key=lambda source: (len(olds[source]), -source))
        del result.merged[keeper]
        result.kept[target] = keeper
    for source in lost:
        if source in result.merged or source in result.kept.values():
            continue
        pieces = [t for t in fresh if t not in result.kept and len(news[t]) >= 20 and news[t] in olds[source]]
        if pieces:
            result.kept[max(pieces, key=lambda target: (len(news[target]), -target))] = source
