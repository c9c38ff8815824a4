"""The probability that two claims say the same thing, from the weights in ``weights.json``.

Two logistic models, one after the other: the first reads the signals of a pair, the second weighs its verdict
against the pairs around it. ``tools/train_claims.py`` learns both.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from annotated_corpus.claims import context, features
from annotated_corpus.claims.portrait import Portrait


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: log odds are ``intercept`` plus the weighted sum of the signals."""

    intercept: float
    weights: tuple[float, ...]

    def log_odds(self, signals: Sequence[float]) -> float:
        """Return the log odds for the signals, in the order of the weights."""
        return self.intercept + math.fsum(w * x for w, x in zip(self.weights, signals, strict=True))


@dataclass(frozen=True, slots=True)
class Weights:
    """The two models of the engine."""

    first: Logistic
    second: Logistic


MEANING = "meaning"
"""The name of the signal that an embedding model adds, the cosine of two sentences."""


@lru_cache(maxsize=2)
def shipped(meaning: bool = False) -> Weights:
    """Return the weights of the package, those for use with an embedding model if ``meaning``."""
    name = "weights_semantic.json" if meaning else "weights.json"
    stored = json.loads(files("annotated_corpus.claims").joinpath(name).read_text("utf-8"))
    names = (*features.NAMES, MEANING) if meaning else features.NAMES
    return Weights(_model(stored["first"], names), _model(stored["second"], context.NAMES))


def _model(stored: Mapping[str, float], names: Sequence[str]) -> Logistic:
    return Logistic(stored["intercept"], tuple(stored[name] for name in names))


def score(
    one: Sequence[Portrait],
    two: Sequence[Portrait],
    cells: Sequence[tuple[int, int]],
    weights: Weights,
    meaning: Callable[[str, str], float] | None = None,
) -> dict[tuple[int, int], float]:
    """Return the probability of a match for pairs of claims of two articles of one event.

    Args:
        one: the claims of the first article.
        two: the claims of the second.
        cells: the positions in both of the pairs that are worth a comparison.
        weights: the models; they fit ``meaning``, or its absence.
        meaning: the likeness of two texts by an embedding model.
    """
    comparison = features.Comparison(one, two)
    verdicts = {}
    for i, j in cells:
        signals = comparison.signals(i, j)
        if meaning is not None:
            signals = (*signals, meaning(one[i].claim.text, two[j].claim.text))
        verdicts[i, j] = weights.first.log_odds(signals)
    around = context.signals(verdicts, len(one), len(two))
    return {cell: context.probability(weights.second.log_odds(signals)) for cell, signals in around.items()}
