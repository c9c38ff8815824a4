"""Whether what two articles tell alike is one event, by the names, the days and the figures of what they tell.

Two events of one kind are told in the same words. What tells them apart are the particulars: so claims that are as
good as sure to match by their wording are looked at once more.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import product

from annotated_corpus.claims.comparison import dates, roles
from annotated_corpus.claims.comparison.names import Name, names
from annotated_corpus.claims.known import Known
from annotated_corpus.claims.scoring.profile import Profile
from annotated_corpus.language.en.dates import Date
from annotated_corpus.language.en.quantities import RANK, SCORE, Quantity, quantities

Chances = Mapping[tuple[int, int], float]
"""The probability that two claims match, by their positions in two profiles."""

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
_LIKELY = 0.4
"""Claims that match by their wording, whose particulars say whether the articles tell of one event."""
_ROUNDED = 0.1
"""Numbers that differ by no greater share may be one, rounded."""


def of_one_event(one: Profile, two: Profile, likely: Chances, known: Known) -> dict[tuple[int, int], float]:
    """Return the pairs of claims that tell of one event, those that may not with a lesser probability.

    Args:
        one: the first article.
        two: the second.
        likely: the pairs of claims, by their wording.
        known: what is known of the articles besides their words.
    """
    if _is_another_event(one, two, likely, known):
        return {}
    return _of_one_day(one, two, _of_the_same_people(one, two, likely, known), known)


def _is_another_event(one: Profile, two: Profile, likely: Chances, known: Known) -> bool:
    """Return whether particulars stand against each other in what the articles tell alike, and none agree.

    A fire with six dead in Denby on Monday is not one with two dead in Moss on Friday, though "the cause is not yet
    known" of either. Reports of one event contradict each other too, but agree in other claims.
    """
    sure = one.proper | two.proper
    against = False
    for (i, j), value in likely.items():
        if value < _LIKELY:
            continue
        left, right = _named(one, i), _named(two, j)
        numbers = list(product(_quantities(one, i), _quantities(two, j)))
        alike = any(_near(a, b) for a, b in numbers)
        days = _dated(one, i, known.published[0]), _dated(two, j, known.published[1])
        if (
            roles.against(left, right, sure, known.within)
            or (not alike and any(a.unit == b.unit for a, b in numbers))
            or any(dates.apart(*pair) > _SLIP for pair in dates.against(*days))
        ):
            against = True
        elif alike or roles.shared(left, right, sure):
            return False
    return against


def _quantities(article: Profile, position: int) -> tuple[Quantity, ...]:
    return quantities(article.portraits[position].claim.text)


def _near(one: Quantity, two: Quantity) -> bool:
    """Return whether two quantities are as good as one number, whatever bounds it: no difference is stated by this."""
    if one.unit != two.unit:
        return False
    a, b = (each.values[0] * each.size for each in (one, two))
    return a == b if one.unit in (RANK, SCORE) else abs(a - b) <= _ROUNDED * max(abs(a), abs(b))


def _of_the_same_people(
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
    return kept


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
