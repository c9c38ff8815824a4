"""Which articles tell of one event.

Sentences are only compared inside such a pair of articles: those of other events never meet, however alike a single
sentence may be. Large corpora ask the index of :mod:`annotated_corpus.neighbours` which pairs of articles are worth
the question.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import filterfalse
from sys import intern

from annotated_corpus.claims.comparison.names import CALENDAR
from annotated_corpus.claims.scoring.profile import Profile
from annotated_corpus.language.en.terms import is_figure, of_matter
from annotated_corpus.neighbours.features import around, features, number, pairs

_ALIKE_SHORT, _ALIKE_LONG = 0.29, 0.40
"""The likeness from which two articles tell of one event, for two of few words and for two of many.

On labelled pairs of American political news, the least alike two whole articles of one event reach 0.42, the
most alike two of different events 0.37; cut to six sentences, 0.26 (the third least 0.35) and 0.27.
"""
_SHORT, _LONG = 80, 180
"""How many different words of matter such articles have."""
_ALIKE_IN_NAMES = 0.2
"""Whole articles of one event reach 0.53 here, cut to four sentences 0.33; of one cast in two events up to 0.54."""
_WIDE = 0.16
"""So much less is enough where two articles put a name or a figure beside the same word, in a small corpus.

How alike they are is then weighed with the wording. The least alike labelled pair with a link lacks 0.157; nine of the
eleven pairs that share nothing lack 0.02 or more, five of them are ruled out.
"""
_THIRD = 0.06
"""So much less is enough where a third article is like both: short reports share few words."""
_LEAST = 4
"""Two articles share at least so many words, or all that the shorter has."""
_NEAR = 3
"""A pair of words is a feature where fewer than so many words of matter part them."""
_SENTENCE = 6
"""A sentence of fewer different words is no feature: "Read more" stands anywhere."""

_DAYS = frozenset(map(number, CALENDAR))

UNLIKE = -1.0
"""The margin of two articles whose names, or words in common, are too few whatever their likeness."""

Pair = tuple[str, str]


class Bag:
    """How often an article has each term, as logarithmic weights and their sum of squares."""

    __slots__ = ("square", "weights")

    def __init__(self, terms: Mapping[str, int]) -> None:
        self.weights = {intern(term): _weight(count) for term, count in terms.items()}
        self.square = math.fsum(weight * weight for weight in self.weights.values())

    def __len__(self) -> int:
        return len(self.weights)


@dataclass(frozen=True, slots=True)
class Outline:
    """An article as far as it takes to say whether it tells of the same event as another.

    ``names`` are the terms of its names: two events of one topic share its words, but few names. ``ties`` are the words
    of matter beside a name or a figure, each two as one number: sentences that any report may have ("Police said an
    investigation is under way") have none.
    """

    vocabulary: Bag
    names: Bag
    ties: frozenset[int]
    features: tuple[int, ...]


def outline(profile: Profile) -> Outline:
    """Return the outline of an article."""
    telling, ties = _pairs(profile)
    sentences = (each.sequence for each in profile.portraits if len(each.content) >= _SENTENCE)
    return Outline(Bag(profile.vocabulary()), Bag(profile.names()), frozenset(ties), features(telling, sentences))


def _pairs(profile: Profile) -> tuple[set[int], set[int]]:
    """Return the pairs of words of matter near each other that are features, and those that tie.

    Features are those with a name or a figure: fewer than all pairs, and unrelated articles share a tenth as many
    (measured, see the guide). A text without such a pair, in a script that has no capitals say, gives all.
    """
    figures = frozenset(filter(is_figure, set().union(*(each.sequence for each in profile.portraits))))
    proper = (profile.proper | figures) - CALENDAR
    telling, ties = set[int](), set[int]()
    rows = []
    for each in profile.portraits:
        terms = of_matter(each.sequence)
        numbers = list(map(number, terms))
        rows.append(numbers)
        names = figures.union(capital.term for capital in each.capitals)
        tying = proper if each.content else frozenset[str]()
        dated = not CALENDAR.isdisjoint(terms)
        for place, term in enumerate(terms):
            tells, ties_others = term in names, term in tying
            if tells or ties_others:
                word, near = numbers[place], around(numbers, place, _NEAR)
                found = pairs(word, near)
                if tells:
                    telling.update(found)
                if ties_others:
                    ties.update(pairs(word, filterfalse(_DAYS.__contains__, near)) if dated else found)
    if not telling:
        telling.update(*(pairs(row[place], around(row, place, _NEAR)) for row in rows for place in range(len(row))))
    return telling, ties


def margin(one: Outline, two: Outline) -> float:
    """Return by how much the likeness of two articles exceeds what one event takes; :data:`UNLIKE` rules it out.

    Two articles that put no name and no figure beside the same word need a third that is like both: short reports
    may share no such words, but what they do share is then what any report may say.
    """
    words = one.vocabulary, two.vocabulary
    shared = len(words[0].weights.keys() & words[1].weights.keys())
    if shared < max(min(_LEAST, *map(len, words)), 1):
        return UNLIKE
    if len(one.names) and len(two.names) and _likeness(one.names, two.names) < _ALIKE_IN_NAMES:
        return UNLIKE
    size = math.sqrt(len(words[0]) * len(words[1]))
    share = min(max((size - _SHORT) / (_LONG - _SHORT), 0), 1)
    beyond = _likeness(*words) - (_ALIKE_SHORT + share * (_ALIKE_LONG - _ALIKE_SHORT))
    return beyond if tied(one, two) else min(beyond, -_THIRD)


def tied(one: Outline, two: Outline) -> bool:
    """Return whether two articles put a name or a figure beside the same word, or one of them has none."""
    return not (one.ties and two.ties and one.ties.isdisjoint(two.ties))


def perhaps_same_event(margins: Mapping[Pair, float], outline: Callable[[str], Outline]) -> dict[Pair, float]:
    """Return the pairs of articles that may tell of one event, with their margins, in the order given.

    Args:
        margins: the margin of every two articles of a small corpus.
        outline: gives the outline of an article.
    """
    sure = frozenset(same_event(margins))
    return {
        pair: value
        for pair, value in margins.items()
        if pair in sure or (value >= -_WIDE and tied(*map(outline, pair)))
    }


def same_event(margins: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs of articles that tell of one event, in the order given.

    Args:
        margins: the margin of each pair of articles that was compared.
    """
    friends: defaultdict[str, set[str]] = defaultdict(set)
    for (one, two), value in margins.items():
        if value >= 0:
            friends[one].add(two)
            friends[two].add(one)
    return [
        (one, two)
        for (one, two), value in margins.items()
        if value >= 0 or (value >= -_THIRD and not friends[one].isdisjoint(friends[two]))
    ]


def _likeness(one: Bag, two: Bag) -> float:
    """Return the cosine of the logarithmic term counts, raised where one article is much the shorter.

    Two articles without a term, of names say, are alike.
    """
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if not short:
        return float(not long)
    others = long.weights
    # fsum is exact, so that the order of the terms cannot change the last bit
    product = math.fsum(weight * others[term] for term, weight in short.weights.items() if term in others)
    return product / math.sqrt(one.square * two.square) * math.pow(len(long) / len(short), 0.25)


@lru_cache(maxsize=1024)
def _weight(count: int) -> float:
    return 1 + math.log(count)
