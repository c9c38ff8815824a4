"""Which articles tell of one event.

Sentences are only compared inside such a pair of articles: those of other events never meet, however alike a single
sentence may be. Large corpora ask the index of :mod:`annotated_corpus.neighbours` which pairs of articles are worth
the question.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from zlib import crc32

from annotated_corpus.claims.portrait import Portrait
from annotated_corpus.claims.profile import Profile
from annotated_corpus.claims.roles import CALENDAR
from annotated_corpus.claims.terms import is_content, is_figure
from annotated_corpus.neighbours import features

_ALIKE_SHORT, _ALIKE_LONG = 0.29, 0.40
"""The likeness from which two articles tell of one event, for two of few words and for two of many.

On labelled pairs of American political news, the least alike two whole articles of one event reach 0.42, the
most alike two of different events 0.37; cut to six sentences, 0.26 (the third least 0.35) and 0.27.
"""
_SHORT, _LONG = 80, 180
"""How many different words of matter such articles have."""
_ALIKE_IN_NAMES = 0.2
"""Whole articles of one event reach 0.53 here, cut to four sentences 0.33; of one cast in two events up to 0.54."""
_THIRD = 0.06
"""So much less is enough where a third article is like both: short reports share few words."""
_LEAST = 4
"""Two articles share at least so many words, or all that the shorter has."""
_NEAR = 3
"""A pair of words is a feature where fewer than so many words of matter part them."""
_SENTENCE = 6
"""A sentence of fewer different words is no feature: "Read more" stands anywhere."""

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
    portraits = profile.portraits
    return Outline(
        Bag(profile.vocabulary()),
        Bag(profile.names()),
        _ties(profile),
        features(_telling_pairs(portraits), (each.sequence for each in portraits if len(each.content) >= _SENTENCE)),
    )


def _telling_pairs(portraits: Sequence[Portrait]) -> Iterable[Pair]:
    """Yield the pairs of words of matter near each other, one of them at least a name or a figure.

    They are fewer than all pairs, and unrelated articles share a tenth as many (measured, see the guide). A text
    without a capital or a figure, in a script that has none say, gives all its pairs.
    """
    rows = []
    for each in portraits:
        names = {capital.term for capital in each.capitals}
        terms = [term for term in each.sequence if is_content(term)]
        rows.append((terms, [term in names or is_figure(term) for term in terms]))
    some = any(any(telling) for _, telling in rows)
    for terms, telling in rows:
        for start, one in enumerate(terms):
            for place in range(start + 1, min(start + 1 + _NEAR, len(terms))):
                if one != terms[place] and (telling[start] or telling[place] or not some):
                    yield one, terms[place]


def _ties(profile: Profile) -> frozenset[int]:
    """Return checksums of the pairs of words of matter near each other that have a name or a figure; days are none."""
    telling = {each for each in profile.terms if each in profile.proper or is_figure(each)}
    pairs = set().union(*(each.pairs() for each in profile.portraits))
    return frozenset(
        crc32(f"{one} {two}".encode("utf-8", "surrogatepass"))
        for one, two in pairs
        if (one in telling or two in telling) and one not in CALENDAR and two not in CALENDAR
    )


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
    untied = one.ties and two.ties and one.ties.isdisjoint(two.ties)
    return min(beyond, -_THIRD) if untied else beyond


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
