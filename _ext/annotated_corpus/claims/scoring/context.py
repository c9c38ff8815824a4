"""What the other claims say about a pair: rivals, neighbours, and how much the two articles share.

A sentence seldom says the same as five others, copied passages run side by side, and one event's articles
that share much share much by topic alone. So a pair is weighed a second time, against the first verdicts on
the pairs around it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import chain

from annotated_corpus.claims.known import NOTHING, Known

NAMES = ("own", "margin_less", "margin_more", "beside_less", "beside_more", "diagonal", "mass", "days", "alike")
"""The names of the second signals, in the order in which :func:`signals` gives them.

own                    the first verdict on the pair, as log odds
margin_less, _more     how far it is ahead of the best rival of one claim and of the other
beside_less, _more     probability that one claim also matches the sentence before or after, and the other
diagonal               probability that both sentences before, or both after, match
mass                   the expected number of matches, by the claims of the shorter article
days                   the logarithm of the days between the two publications, the next day being none
alike                  by how much the likeness of the articles exceeds what one event takes
"""

FLOOR = -4.5
"""The log odds of a pair that was not worth a comparison; pairs that reach no more are no part of the second model."""
_MARGIN = 4.0
_UNLIKE, _ALIKE = -0.2, 0.15
"""Articles that are less alike are as unlike as these, and those more alike as like: most of one event are."""


def probability(log_odds: float) -> float:
    """Return the probability that log odds stand for."""
    return 1 / (1 + math.exp(-max(log_odds, -30.0)))


def signals(
    verdicts: Mapping[tuple[int, int], float], rows: int, columns: int, known: Known = NOTHING
) -> dict[tuple[int, int], tuple[float, ...]]:
    """Return the second signals of each pair of claims above the floor.

    Args:
        verdicts: log odds of the pairs compared, by the positions of their claims.
        rows: the number of claims of the first article.
        columns: the number of claims of the second.
        known: what is known of the articles besides.
    """
    odds = {cell: value for cell, value in verdicts.items() if value > FLOOR}
    # with an empty row and column around, so that every cell has neighbours
    chance = [[0.0] * (columns + 2) for _ in range(rows + 2)]
    by_row: dict[int, list[float]] = {}
    by_column: dict[int, list[float]] = {}
    for (i, j), value in odds.items():
        chance[i + 1][j + 1] = probability(value)
        by_row.setdefault(i, []).append(value)
        by_column.setdefault(j, []).append(value)
    first = {i: _first_two(line) for i, line in by_row.items()}
    second = {j: _first_two(line) for j, line in by_column.items()}
    mass = math.fsum(chain.from_iterable(chance)) / max(min(rows, columns), 1)
    days = math.log1p(max(known.days_between - 1, 0))
    alike = min(max(known.alike, _UNLIKE), _ALIKE)
    found: dict[tuple[int, int], tuple[float, ...]] = {}
    for (i, j), own in odds.items():
        above, here, below = chance[i : i + 3]
        # comparing is cheaper than max() and min(), and this is done for every pair
        margins = _margin(own, *first[i]), _margin(own, *second[j])
        row = here[j] if here[j] > here[j + 2] else here[j + 2]
        column = above[j + 1] if above[j + 1] > below[j + 1] else below[j + 1]
        margin_less, margin_more = margins if margins[0] < margins[1] else margins[::-1]
        beside_less, beside_more = (row, column) if row < column else (column, row)
        diagonal = above[j] if above[j] > below[j + 2] else below[j + 2]
        found[i, j] = own, margin_less, margin_more, beside_less, beside_more, diagonal, mass, days, alike
    return found


def _first_two(line: list[float]) -> tuple[float, float]:
    ranked = sorted((*line, FLOOR))
    return ranked[-1], ranked[-2]


def _margin(own: float, best: float, second: float) -> float:
    ahead = own - (best if own < best else second)
    return -_MARGIN if ahead < -_MARGIN else _MARGIN if ahead > _MARGIN else ahead
