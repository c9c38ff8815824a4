"""The plan: which articles are near each other, as SQL that every engine runs as it stands.

Each step is a table made from those before it, and is materialised: left to an optimiser, the order of the joins cost
ten times as much. Weights are integers out of a table made here, so that engines agree to the bit.

A feature weighs by how many articles have it, and by nothing else. Therefore the sums of a corpus after a change are
those before it, less what the features concerned gave before, plus what they give now: ``sign`` tells these two apart,
and the result is exact however far frequencies have drifted. Only the cut depends on the number of articles, by powers
of two: where one is passed, all sums are made anew.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_FEWEST, _MOST_HOLDERS = 16, 128
_FULL = 17
"""The binary logarithm of the holders times the articles that the cut allows, about."""
NEXT = 2
"""A sentence of more articles than the cut ties each of them to so many others, in an order that is always the same.

So a report that a hundred outlets print is tied together: its copies share all their sentences and stand together.
"""
BAR = 280
"""The least sum of weights of a pair that is worth the exact comparison: three features that few others have."""
STOCK = BAR
"""What such a sentence weighs: one is enough, since a brief has few; stock sentences cost a few comparisons more."""
MOST = 50
"""A pair is kept where it is among the so many best of either article.

Of equals each article keeps others: if all kept the same, the copies of one report would not all meet.
"""
TURN = 10_007
"""A prime: pairs of equal weight stand in the order of the sum of their articles' numbers, modulo this."""


def few(articles: int) -> int:
    """Return the cut: of how many articles at most a feature ties every two together.

    128 in a corpus of fewer than 1,024 articles, then half as many for twice the articles, down to 16 from 4,096.
    The chance that articles share features without telling of one event grows with their number, and this keeps it
    down: a small corpus affords more.
    """
    return min(max(1 << max(_FULL - articles.bit_length(), 0), _FEWEST), _MOST_HOLDERS)


def weight(holders: int) -> int:
    """Return what a feature of so many articles weighs: 16 times a binary logarithm, 112 for two and 16 for 128."""
    return round(16 * math.log2(2 * _MOST_HOLDERS / holders))


@dataclass(frozen=True, slots=True)
class Step:
    """One table of the plan and the query that makes it."""

    name: str
    query: str


ALL_NEW = (Step("holder", "SELECT 1 AS sign, article, feature FROM incoming"),)
"""Who has what, where nothing was known before.

``incoming (article, feature)``: the different features of each article; those of whole sentences are odd.
"""

SOME_NEW = (
    Step(
        "touched",
        """
        SELECT feature FROM incoming
        UNION
        SELECT feature FROM posting WHERE article IN (SELECT article FROM changed)
        """,
    ),
    Step(
        "holder",
        """
        SELECT -1 AS sign, article, feature FROM posting WHERE feature IN (SELECT feature FROM touched)
        UNION ALL
        SELECT 1 AS sign, article, feature FROM posting
        WHERE feature IN (SELECT feature FROM touched) AND article NOT IN (SELECT article FROM changed)
        UNION ALL
        SELECT 1 AS sign, article, feature FROM incoming
        """,
    ),
)
"""Who had (-1) and who has (1) the features that a change concerns.

``posting (article, feature)``: what was known; ``changed (article)``: the articles of which it no longer holds.
"""

ALL_AGAIN = (
    Step(
        "holder",
        """
        SELECT 1 AS sign, article, feature FROM posting WHERE article NOT IN (SELECT article FROM changed)
        UNION ALL
        SELECT 1 AS sign, article, feature FROM incoming
        """,
    ),
)
"""Who has what after the change, for a cut that is another than before."""


def sums(cut: int) -> tuple[Step, ...]:
    """Return the steps that sum what each pair of articles shares, or how much more or less than before.

    Args:
        cut: of how many articles at most a feature ties every two together.
    """
    weights = ", ".join(f"({holders}, {weight(holders)})" for holders in range(2, cut + 1))
    return (
        Step(
            "frequency",
            "SELECT sign, feature, COUNT(*) AS holders FROM holder GROUP BY sign, feature HAVING COUNT(*) > 1",
        ),
        Step("weight", f"SELECT holders, weight FROM (VALUES {weights}) AS weights (holders, weight)"),
        Step(
            "rare",
            """
        SELECT holder.sign, holder.feature, holder.article, holder.sign * weight.weight AS weight
        FROM holder
        JOIN frequency ON holder.sign = frequency.sign AND holder.feature = frequency.feature
        JOIN weight ON frequency.holders = weight.holders
        """,
        ),
        Step(
            "stock",
            " UNION ALL ".join(
                f"""
            SELECT holder.article AS one,
              LEAD(holder.article, {distance})
                OVER (PARTITION BY holder.sign, holder.feature ORDER BY holder.article) AS two,
              holder.sign * {STOCK} AS weight
            FROM holder
            JOIN frequency ON holder.sign = frequency.sign AND holder.feature = frequency.feature
            WHERE frequency.holders > {cut} AND holder.feature % 2 <> 0
            """
                for distance in range(1, NEXT + 1)
            ),
        ),
        Step(
            "delta",
            """
        SELECT one, two, CAST(SUM(weight) AS BIGINT) AS shared
        FROM (
          SELECT a.article AS one, b.article AS two, a.weight
          FROM rare AS a JOIN rare AS b ON a.feature = b.feature AND a.sign = b.sign AND a.article < b.article
          UNION ALL
          SELECT one, two, weight FROM stock WHERE two IS NOT NULL
        ) AS ties
        GROUP BY one, two
        HAVING SUM(weight) <> 0
        """,
        ),
    )


RANKING = (
    Step(
        "strong",
        f"""
        SELECT one, two, shared, (one % {TURN} + two % {TURN}) % {TURN} AS turn FROM pair WHERE shared >= {BAR}
        """,
    ),
    Step(
        "ranked",
        """
        SELECT one, two, shared, ROW_NUMBER() OVER (PARTITION BY article ORDER BY shared DESC, turn, other) AS place
        FROM (
          SELECT one AS article, two AS other, one, two, shared, turn FROM strong
          UNION ALL
          SELECT two AS article, one AS other, one, two, shared, turn FROM strong
        ) AS sides
        """,
    ),
    Step("near", f"SELECT DISTINCT one, two, shared FROM ranked WHERE place <= {MOST}"),
)
"""The pairs worth an exact comparison, out of ``pair (one, two, shared)``."""
