"""Learn the two models of the claim matcher by ridge logistic regression, in the standard library.

The second model learns from verdicts of first models that had not seen the pair, as it will have to judge such. What
is cross-validated is scored by weights for which neither model had seen it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from operator import mul

from annotated_corpus.claims.scoring import context
from annotated_corpus.claims.scoring.probability import Logistic, Weights

from .claims_labelled import Cell, Pair, Row

RIDGE_FIRST = 33.0
RIDGE_SECOND = 3.0
"""How strongly the weights of signals are drawn to 0, in units of their spread."""
FOLDS = 10
_ROUNDS = 60
_CLOSE = 1e-5
_FLAT = 1e-3
"""An example that bends the curve less than this only adds to its slope: the solution is the same, and sooner found."""

Example = tuple[Row, float]


def solve(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    """Solve a symmetric positive definite system by Gaussian elimination."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for pivot in range(size):
        for below in range(pivot + 1, size):
            factor = rows[below][pivot] / rows[pivot][pivot]
            if factor:
                rows[below] = [x - factor * y for x, y in zip(rows[below], rows[pivot], strict=True)]
    found = [0.0] * size
    for pivot in reversed(range(size)):
        rest = sum(rows[pivot][k] * found[k] for k in range(pivot + 1, size))
        found[pivot] = (rows[pivot][size] - rest) / rows[pivot][pivot]
    return found


def fit(examples: Sequence[Example], ridge: float, start: Logistic | None = None) -> Logistic:
    """Fit a ridge logistic regression by Newton's method; a near ``start`` finds the one solution sooner."""
    width, count = len(examples[0][0]), len(examples)
    mean = [sum(row[k] for row, _ in examples) / count for k in range(width)]
    spread = [math.sqrt(sum((row[k] - mean[k]) ** 2 for row, _ in examples) / count) or 1.0 for k in range(width)]
    data = [
        ((1.0, *[(x - m) / s for x, m, s in zip(row, mean, spread, strict=True)]), label) for row, label in examples
    ]
    size = range(width + 1)
    weights = [0.0] * (width + 1)
    if start:
        weights = [start.log_odds(mean), *[w * s for w, s in zip(start.weights, spread, strict=True)]]
    for _ in range(_ROUNDS):
        slope = [-ridge * weight if k else 0.0 for k, weight in enumerate(weights)]
        curve = [[ridge if k == m and k else 0.0 for m in size] for k in size]
        for row, label in data:
            chance = context.probability(sum(map(mul, weights, row)))
            error = label - chance
            slope = [s + error * x for s, x in zip(slope, row, strict=True)]
            bend = chance * (1 - chance)
            if bend > _FLAT:
                for k, line in enumerate(curve):
                    part = bend * row[k]
                    curve[k] = [c + part * x for c, x in zip(line, row, strict=True)]
        step = solve(curve, slope)
        longest = max(map(abs, step))
        # far from the solution a whole step may overshoot, all the more as the flat examples are left out
        weights = [w + d * min(1.0, 2.0 / longest) for w, d in zip(weights, step, strict=True)]
        if longest < _CLOSE:
            break
    scaled = [w / s for w, s in zip(weights[1:], spread, strict=True)]
    return Logistic(weights[0] - sum(w * m for w, m in zip(scaled, mean, strict=True)), tuple(scaled))


def by_pair(pairs: Sequence[Pair], folds: int = FOLDS) -> list[str]:
    """Return the fold of each pair: every source is spread over all of them."""
    order = sorted(range(len(pairs)), key=lambda n: (pairs[n].source, n))
    return [str(order.index(n) % folds) for n in range(len(pairs))]


def by_source(pairs: Sequence[Pair]) -> list[str]:
    """Return the source of each pair as its fold."""
    return [pair.source for pair in pairs]


class Course:
    """What can be learnt from labelled pairs, without some of them."""

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self._pairs = pairs
        self._labels = [{cell: pair.label(cell) for cell in pair.signals} for pair in pairs]
        self._inner = by_pair(pairs)
        self._known: dict[frozenset[int], Logistic] = {}

    def _first(self, unseen: frozenset[int]) -> Logistic:
        if unseen not in self._known:
            seen = ((n, pair.signals) for n, pair in enumerate(self._pairs) if n not in unseen)
            self._known[unseen] = fit(self._examples(seen), RIDGE_FIRST, self._known.get(frozenset()))
        return self._known[unseen]

    def _examples(self, rows: Iterable[tuple[int, Mapping[Cell, Row]]]) -> list[Example]:
        return [
            (row, label)
            for n, cells in rows
            for cell, row in cells.items()
            if (label := self._labels[n][cell]) is not None
        ]

    def weights(self, unseen: frozenset[int] = frozenset()) -> Weights:
        """Return the two models, learnt from all pairs but those at some positions."""
        rows = []
        self._first(frozenset())
        for n, pair in enumerate(self._pairs):
            if n not in unseen and not pair.apart:
                mates = frozenset(m for m, fold in enumerate(self._inner) if fold == self._inner[n])
                first = self._first(unseen | mates)
                verdicts = {cell: first.log_odds(row) for cell, row in pair.signals.items()}
                size = len(pair.one.portraits), len(pair.two.portraits)
                rows.append((n, context.signals(verdicts, *size, pair.known)))
        return Weights(self._first(unseen), fit(self._examples(rows), RIDGE_SECOND))

    def cross_validated(self, folds: Sequence[str]) -> list[Weights]:
        """Return for each pair weights that were learnt from the other folds."""
        of = {
            fold: self.weights(frozenset(n for n, other in enumerate(folds) if other == fold))
            for fold in sorted(set(folds))
        }
        return [of[fold] for fold in folds]
