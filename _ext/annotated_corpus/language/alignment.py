"""Align two lists of words: the stretches that both have, in one order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_PAIRS = 1_000_000
"""Lists with more pairs of equal words than this are no sentences, and aligning them would take minutes."""


def shared_runs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the runs of words that both lists have, as start in ``a``, start in ``b``, length; in order.

    As :class:`difflib.SequenceMatcher` finds them, and like there an empty run at the ends of both comes last. Of
    lists in which one word stands thousands of times ("he said he said …") only the common beginning and end count:
    difflib's time grows with the number of pairs of equal words.
    """
    there = Counter(b)
    if sum(there[word] for word in a) <= _PAIRS:
        found = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
        return [(run.a, run.b, run.size) for run in found]
    shorter = min(len(a), len(b))
    front = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    rest = shorter - front
    back = next((n for n in range(rest) if a[-1 - n] != b[-1 - n]), rest)
    runs = [(0, 0, front), (len(a) - back, len(b) - back, back)]
    return [*(run for run in runs if run[2]), (len(a), len(b), 0)]
