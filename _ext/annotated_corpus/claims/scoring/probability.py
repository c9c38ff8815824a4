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
from itertools import product
from operator import mul

from annotated_corpus.claims.comparison import dates, roles
from annotated_corpus.claims.comparison.names import Name, names
from annotated_corpus.claims.known import NOTHING, Known
from annotated_corpus.claims.scoring import context, features
from annotated_corpus.claims.scoring.profile import Profile
from annotated_corpus.language.en.dates import Date


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


_OTHERS = 2
"""So many names that stand against each other make two claims tell of others (no labelled link has even one)."""
_AGAINST = 2.0
"""What two names that stand against each other take from the log odds.

They do so in 0 of 217 labelled links that are scored and in 13 of 1,633 other pairs (too few to learn from), and in a
made-up archive in 2 of 1,252 planted matches that are found and 71 of 901 others.
"""
_SLIP = 3
"""Days so few apart are a contradiction between reports of one event, seldom two events."""
_MANY = 0.25
"""So great a share of the pairs has days that stand against each other where articles tell of two events."""
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
    meaning: Callable[[str, str], float] | None = None,
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
        meaning: the likeness of two texts by an embedding model.
        least: pairs less probable than this are left out, and so are pairs at the floor of the second model.
        known: what is known of the articles besides their words.
    """
    likely = {cell: value for cell, value in probabilities(one, two, weights, meaning).items() if value >= least}
    found = [
        Scored(a, b, value)
        for (i, j), value in _of_the_same(one, two, likely, known).items()
        if value >= least
        for a in one.copies[i]
        for b in two.copies[j]
    ]
    return tuple(found)


def _of_the_same(
    one: Profile, two: Profile, likely: Mapping[tuple[int, int], float], known: Known
) -> dict[tuple[int, int], float]:
    """Return the pairs of claims that are not about others: whose names do not all stand against each other.

    Two names that do speak against a match, but may be a contradiction between reports. Where more do than the claims
    have in common, they tell of others in the same words; and when then no pair is left that has a name in common, so
    do the articles.
    """
    sure = one.proper | two.proper
    kept = {}
    for (i, j), value in likely.items():
        left, right = _named(one, i), _named(two, j)
        others = len(roles.against(left, right, sure, known.within))
        if others < _OTHERS or others <= roles.shared(left, right, sure):
            kept[i, j] = _less(value, others * _AGAINST) if others else value
    if len(kept) < len(likely) and not any(roles.shared(_named(one, i), _named(two, j), sure) for i, j in kept):
        return {}
    return _of_one_day(one, two, kept, known)


def _of_one_day(
    one: Profile, two: Profile, likely: Mapping[tuple[int, int], float], known: Known
) -> dict[tuple[int, int], float]:
    """Return the pairs of claims that are not of another day.

    Days that lie more than a few apart speak against a match. Where many of the pairs have such days, and none has a
    day in common, the articles tell of two events with one cast: what shows no day cannot tell them apart, and goes.
    """
    kept, other, together = dict(likely), set(), False
    for (i, j), value in likely.items():
        left, right = _dated(one, i, known.published[0]), _dated(two, j, known.published[1])
        if not left or not right:
            continue
        far = sum(dates.apart(*pair) > _SLIP for pair in dates.against(left, right))
        if far:
            kept[i, j] = _less(value, far * _AGAINST)
            other.add((i, j))
        together = together or any(dates.agree(a, b) for a, b in product(left, right))
    if not other or together or len(other) < _MANY * len(kept):
        return kept
    return {cell: value for cell, value in kept.items() if cell in other}


def _dated(article: Profile, position: int, published: str) -> tuple[Date, ...]:
    return dates.read(article.portraits[position].claim.text, published)


def _named(article: Profile, position: int) -> tuple[Name, ...]:
    return names(article.portraits[position].claim.text)


def _less(chance: float, by: float) -> float:
    """Return a probability whose log odds are so much less."""
    odds = chance / max(1 - chance, 1e-12) * math.exp(-by)
    return odds / (1 + odds)


def probabilities(
    one: Profile, two: Profile, weights: Weights, meaning: Callable[[str, str], float] | None = None
) -> dict[tuple[int, int], float]:
    """Return the probability of a match for the claims above the floor, by their positions in two profiles."""
    comparison = features.Comparison(one, two)
    first = weights.first
    verdicts = {}
    for i, j, row in comparison.cells():
        more = () if meaning is None else (meaning(one.portraits[i].claim.text, two.portraits[j].claim.text),)
        most = first.log_odds((*row, *more) if more else row)
        if most > context.FLOOR:
            verdicts[i, j] = most - first.weights[0] * (row[0] - comparison.clause(i, j))
    around = context.signals(verdicts, len(one.portraits), len(two.portraits))
    found = {}
    for (i, j), signals in around.items():
        odds = weights.second.log_odds(signals)
        if one.portraits[i].fragment or two.portraits[j].fragment:
            odds = min(odds, verdicts[i, j])  # a crosshead stands beside what it heads, and is not like it for that
        found[i, j] = context.probability(odds)
    return found
