"""The probability that two claims say the same thing, from the weights in ``weights.json``.

Two logistic models, one after the other: the first reads the signals of a pair, the second weighs its verdict
against the pairs around it. ``tools/train_claims.py`` learns both.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from operator import mul

from annotated_corpus.claims.known import NOTHING, Known
from annotated_corpus.claims.scoring import context, features
from annotated_corpus.claims.scoring.occasion import of_one_event
from annotated_corpus.claims.scoring.profile import Profile
from annotated_corpus.claims.scoring.semantic import Meaning


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: log odds are ``intercept`` plus the weighted sum of the signals."""

    intercept: float
    weights: tuple[float, ...]

    def log_odds(self, signals: Sequence[float]) -> float:
        """Return the log odds for the signals, in the order of the weights."""
        total = self.intercept
        for part in map(mul, self.weights, signals):  # in this order on every machine: no sum()
            total += part
        return total


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
    stored = json.loads(files("annotated_corpus.claims.scoring").joinpath(name).read_text("utf-8"))
    names = (*features.NAMES, MEANING) if meaning else features.NAMES
    return Weights(_model(stored["first"], names), _model(stored["second"], context.NAMES))


def _model(stored: Mapping[str, float], names: Sequence[str]) -> Logistic:
    return Logistic(stored["intercept"], tuple(stored[name] for name in names))


@dataclass(frozen=True, slots=True)
class Scored:
    """Two claims by their ids, and the probability that they say the same thing."""

    a: str
    b: str
    score: float


def compare(
    one: Profile,
    two: Profile,
    weights: Weights,
    meaning: Meaning | None = None,
    least: float = 0.0,
    known: Known = NOTHING,
) -> tuple[Scored, ...]:
    """Return the pairs of claims of two articles of one event that may say the same thing, in the order of the claims.

    What is returned depends on the arguments alone, so that it can be kept. A sentence that an article repeats is
    compared once, and its copies share the result.

    Args:
        one: the first article.
        two: the second.
        weights: the models; they fit ``meaning``, or its absence.
        meaning: the likeness of texts by an embedding model.
        least: pairs less probable than this are left out, and so are pairs at the floor of the second model.
        known: what is known of the articles besides their words.
    """
    likely = {cell: value for cell, value in probabilities(one, two, weights, meaning, known).items() if value >= least}
    found = [
        Scored(a, b, value)
        for (i, j), value in of_one_event(one, two, likely, known).items()
        if value >= least
        for a in one.copies[i]
        for b in two.copies[j]
    ]
    return tuple(found)


def probabilities(
    one: Profile,
    two: Profile,
    weights: Weights,
    meaning: Meaning | None = None,
    known: Known = NOTHING,
) -> dict[tuple[int, int], float]:
    """Return the probability of a match for the claims above the floor, by their positions in two profiles."""
    comparison = features.Comparison(one, two, known)
    alike = meaning(texts(one), texts(two)) if meaning else None
    first = weights.first
    verdicts = {}
    for i, j, row in comparison.cells():
        more = (alike(i, j),) if alike else ()
        most = first.log_odds((*row, *more) if more else row)
        if most > context.FLOOR:
            verdicts[i, j] = most - first.weights[0] * (row[0] - comparison.clause(i, j))
    around = context.signals(verdicts, len(one.portraits), len(two.portraits), known)
    found = {}
    for (i, j), signals in around.items():
        odds = weights.second.log_odds(signals)
        if one.portraits[i].fragment or two.portraits[j].fragment:
            odds = min(odds, verdicts[i, j])  # a crosshead stands beside what it heads, and is not like it for that
        found[i, j] = context.probability(odds)
    return found


def texts(article: Profile) -> list[str]:
    """Return the texts of an article's distinct claims, in the order of their portraits."""
    return [each.claim.text for each in article.portraits]
