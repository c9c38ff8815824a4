"""Where old texts are among new ones, while that is found out; and which pairs are worth a comparison.

Nothing is compared with everything: a pair shares rare words, or stands in the same place, next
to the same text that was found already.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence

_COMMON = 40  # texts that share a word, from which the word tells nothing
_CANDIDATES = 8  # for each text and each reason to compare it


class Places:
    """What was found so far.

    ``kept``: new text to the old one that it is; ``place``: the reverse; ``merged``: old text to the new one that
    swallowed it.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old = old
        self.new = new
        self.kept: dict[int, int] = {}
        self.place: dict[int, int] = {}
        self.merged: dict[int, int] = {}

    def keep(self, before: int, after: int) -> None:
        """Note that the old text ``before`` is the new one ``after``."""
        self.kept[after] = before
        self.place[before] = after

    def lost(self, among: Iterable[int]) -> list[int]:
        """What of these old texts has not been found."""
        return [index for index in among if index not in self.place and index not in self.merged]

    def fresh(self) -> list[int]:
        """What of the new texts is not yet known to be an old one."""
        return [index for index in range(len(self.new)) if index not in self.kept]

    def before(self) -> tuple[list[int], list[int]]:
        """For each text, old and new, the nearest one before it that was kept, by its old index."""
        return (
            _running(range(len(self.old)), lambda index: index if index in self.place else None),
            _running(range(len(self.new)), self.kept.get),
        )

    def after(self) -> tuple[list[int], list[int]]:
        """The same for what comes after."""
        old = _running(reversed(range(len(self.old))), lambda index: index if index in self.place else None)
        return old[::-1], _running(reversed(range(len(self.new))), self.kept.get)[::-1]

    def gaps(self) -> Callable[[int, int], bool]:
        """Return what says whether an old and a new text stand after, or before, the same text that was found."""
        (before_old, before_new), (after_old, after_new) = self.before(), self.after()
        return lambda old, new: before_old[old] == before_new[new] or after_old[old] == after_new[new]

    def same_gap(self, lost: Sequence[int], fresh: Sequence[int]) -> list[tuple[int, int]]:
        """Pair what stands in the same place: after, or before, the same text that was found."""
        if not lost or not fresh:
            return []
        pairs: set[tuple[int, int]] = set()
        for neighbours in (self.before, self.after):
            beside_old, beside_new = neighbours()
            olds: dict[int, list[int]] = defaultdict(list)
            news: dict[int, list[int]] = defaultdict(list)
            for source in sorted(lost):
                olds[beside_old[source]].append(source)
            for target in sorted(fresh):
                news[beside_new[target]].append(target)
            for gap, sources in olds.items():
                targets = news.get(gap, [])
                longer = len(targets) - len(sources)
                for position, source in enumerate(sources):
                    # Counted from the beginning of the gap and from its end: any number may have come in between.
                    for middle in {position, position + longer}:
                        low = max(0, middle - _CANDIDATES // 2)
                        pairs.update((source, target) for target in targets[low : low + _CANDIDATES])
        return sorted(pairs)

    def alone(self, lost: Sequence[int]) -> set[tuple[int, int]]:
        """Pair what alone is missing with what alone is new between two neighbours that were found."""
        if not lost:
            return set()
        (before_old, before_new), (after_old, after_new) = self.before(), self.after()
        olds: dict[tuple[int, int], list[int]] = defaultdict(list)
        news: dict[tuple[int, int], list[int]] = defaultdict(list)
        for source in lost:
            olds[before_old[source], after_old[source]].append(source)
        for target in self.fresh():
            news[before_new[target], after_new[target]].append(target)
        return {
            (olds[gap][0], news[gap][0]) for gap in olds.keys() & news.keys() if len(olds[gap]) == 1 == len(news[gap])
        }

    def candidates(self, lost: Sequence[int], fresh: Sequence[int]) -> list[tuple[int, int]]:
        """Pair what shares rare words, and what stands in the same place."""
        if not lost or not fresh:
            return []
        where: dict[str, list[int]] = defaultdict(list)
        for target in fresh:
            for word in set(self.new[target].split(" ")):
                where[word].append(target)
        pairs = set(self.same_gap(lost, fresh))
        for source in lost:
            shared: Counter[int] = Counter()
            for word in set(self.old[source].split(" ")):
                if len(where.get(word, ())) <= _COMMON:
                    shared.update(where.get(word, ()))
            ranked = sorted(shared, key=lambda target: (-shared[target], target))
            pairs.update((source, target) for target in ranked[:_CANDIDATES])
        return sorted(pairs)


def _running(indices: Iterable[int], known: Callable[[int], int | None]) -> list[int]:
    """Return for each index the last thing known before it, -1 if there is none."""
    last, found = -1, []
    for index in indices:
        found.append(last)
        last = here if (here := known(index)) is not None else last
    return found
