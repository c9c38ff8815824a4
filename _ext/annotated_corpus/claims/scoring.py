"""The probability that two claims say the same thing, from the weights in ``weights.json``.

Two logistic models, one after the other: the first reads the signals of a pair, the second weighs its verdict
against the pairs around it. ``tools/train_claims.py`` learns both.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
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


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """Return the weights of the package."""
    stored = json.loads(files("annotated_corpus.claims").joinpath("weights.json").read_text("utf-8"))
    return Weights(_model(stored["first"], features.NAMES), _model(stored["second"], context.NAMES))


def _model(stored: Mapping[str, float], names: Sequence[str]) -> Logistic:
    return Logistic(stored["intercept"], tuple(stored[name] for name in names))


def score(
    one: Sequence[Portrait], two: Sequence[Portrait], cells: Sequence[tuple[int, int]], weights: Weights
) -> dict[tuple[int, int], float]:
    """Return the probability of a match for pairs of claims of two articles of one event.

    Args:
        one: the claims of the first article.
        two: the claims of the second.
        cells: the positions in both of the pairs that are worth a comparison.
        weights: the models.
    """
    comparison = features.Comparison(one, two)
    verdicts = {cell: weights.first.log_odds(comparison.signals(*cell)) for cell in cells}
    around = context.signals(verdicts, len(one), len(two))
    return {cell: context.probability(weights.second.log_odds(signals)) for cell, signals in around.items()}
