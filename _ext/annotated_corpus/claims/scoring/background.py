"""What two claims share by the rarity of words in English at large, by names, by surroundings and by day.

The weights of :mod:`.features` are those inside the pair of articles, where the words of the main event are common.
Here the same words weigh what they weigh anywhere: so a sentence that tells the news again is known by them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Set

from annotated_corpus.claims.comparison import dates
from annotated_corpus.claims.known import Known
from annotated_corpus.claims.scoring.profile import Profile
from annotated_corpus.language.en.dates import Date
from annotated_corpus.language.en.rarity import rarity

NAMES = ("rare_likeness", "rare_weight", "names_cover", "around", "same_day")
"""The names of the signals, in the order in which :meth:`Background.signals` gives them.

rare_likeness   the geometric mean of the shares of both claims' weight that the other has too
rare_weight     the logarithm of the weight in common
names_cover     the greater share of one claim's names that the other has
around          the same as rare_likeness, of the claims with those before and after them
same_day        both state dates, and two of them may be one day
"""

_UNIT = 1 << 16
"""A weight of 1: weights are integers, so that their sums are exact in any order."""
_SCALE = 3.7
_DAMPING = 0.5
"""Claims with few names cover each other easily: half a name is added to those that a claim has."""

Signals = tuple[float, float, float, float, float]


class Background:
    """Two articles laid side by side, their words weighed by how rare they are in English."""

    def __init__(
        self, one: Profile, two: Profile, names: Set[str], discounts: Mapping[str, float], known: Known
    ) -> None:
        self._weight = {
            term: round(_UNIT * _SCALE * rarity(term) * discounts.get(term, 1))
            for term in one.terms.keys() | two.terms.keys()
        }
        self._names = names
        common = one.terms.keys() & two.terms.keys()
        self._left = self._claims(one, common)
        self._right = self._claims(two, common)
        self._days = _dated(one, known.published[0]), _dated(two, known.published[1])

    def _claims(self, article: Profile, common: Set[str]) -> list[_Weighed]:
        contents = [each.content for each in article.portraits]
        surroundings = [
            each.content if each.fragment else frozenset().union(*contents[max(n - 1, 0) : n + 2])
            for n, each in enumerate(article.portraits)  # a crosshead is not like what it stands between
        ]
        return [
            _Weighed(
                content & common,
                math.sqrt(self._sum(content) + _UNIT),
                len(content & self._names) + _DAMPING,
                around & common,
                math.sqrt(self._sum(around) + _UNIT),
            )
            for content, around in zip(contents, surroundings, strict=True)
        ]

    def _sum(self, terms: Set[str]) -> int:
        return sum(map(self._weight.__getitem__, terms))

    def signals(self, i: int, j: int) -> Signals:
        """Return the signals of two claims, by their positions."""
        left, right = self._left[i], self._right[j]
        shared = left.common & right.common
        weight = self._sum(shared)
        around = self._sum(left.around & right.around)
        return (
            weight / (left.root * right.root),
            math.log1p(weight / _UNIT),
            len(shared & self._names) / min(left.names, right.names),
            around / (left.root_around * right.root_around),
            self._same_day(i, j),
        )

    def _same_day(self, i: int, j: int) -> float:
        left, right = self._days[0][i], self._days[1][j]
        return float(bool(left and right) and any(dates.agree(one, two) for one in left for two in right))


class _Weighed:
    """A claim: its terms that the other article has, the root of its weight, its names; and of its surroundings."""

    __slots__ = ("around", "common", "names", "root", "root_around")

    def __init__(
        self, common: frozenset[str], root: float, names: float, around: frozenset[str], root_around: float
    ) -> None:
        self.common, self.root, self.names = common, root, names
        self.around, self.root_around = around, root_around


def _dated(article: Profile, published: str) -> Sequence[tuple[Date, ...]]:
    return [dates.read(each.claim.text, published) for each in article.portraits]
