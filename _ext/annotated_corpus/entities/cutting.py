"""Cutting a chunk into stretches, each a person's name, a place's name or neither, by the weights of their signals.

The model is a semi-Markov one (Sarawagi and Cohen, 2004) with weights of an averaged perceptron (Collins, 2002).
Weights are whole hundredths, so that their sums do not depend on the order of the signals; the six of a signal are
packed into one integer, so that a stretch is scored by one sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotated_corpus.entities.signals import OTHER, PERSON, PLACE

LONGEST = 7
"""A name has at most so many words."""
Stretch = tuple[int, int, int]
"""First word, end and label of a part of a chunk."""
Scores = Sequence[tuple[float, float, float]]
"""The score of every stretch, in the order of ``stretches``, as a person, a place and neither."""
_BITS = 24
_MASK = (1 << _BITS) - 1
_HALF = 1 << (_BITS - 1)
_BIAS = sum(_HALF << (_BITS * field) for field in range(6))


def pack(row: Sequence[int]) -> int:
    """Return six weights as one integer; packed weights may be added while each sum stays below eight million."""
    return sum(weight << (_BITS * field) for field, weight in enumerate(row))


def unpack(packed: int, reading: int) -> tuple[int, int, int]:
    """Return the weights for person, place and neither in the first (0) or second (1) reading."""
    fields = (packed + _BIAS) >> (_BITS * 3 * reading)
    return (
        (fields & _MASK) - _HALF,
        (fields >> _BITS & _MASK) - _HALF,
        (fields >> (2 * _BITS) & _MASK) - _HALF,
    )


def best(size: int, scores: Scores) -> list[Stretch]:
    """Return the cut of greatest score: names of at most LONGEST words, and no two others side by side."""
    if size == 1:
        person, place, neither = scores[0]
        label = OTHER if neither > person and neither > place else PERSON if person >= place else PLACE
        return [(0, 1, label)]
    low = float("-inf")
    named, other = [0.0] + [low] * size, [low] * (size + 1)
    back_named: list[tuple[int, int, bool]] = [(0, 0, False)] * (size + 1)
    back_other: list[int] = [0] * (size + 1)
    ordered = iter(scores)
    for j in range(1, size + 1):
        for i in range(j):
            person, place, neither = next(ordered)
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


def load_weights(text: str) -> dict[str, int]:
    """Read ``weights.tsv``: a signal, and its weights for person, place, neither in both readings; pack them."""
    rows = (row.split("\t") for row in text.splitlines() if row and not row.startswith("#"))
    return {signal: pack([int(weight) for weight in weights]) for signal, *weights in rows}
