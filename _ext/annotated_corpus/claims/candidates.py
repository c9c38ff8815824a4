"""Which pairs of articles are worth a comparison: those that tell of one event.

They are found through an inverted index, so that the work grows with what is shared and not with the square of
the corpus. Articles about other events never meet, however alike a single sentence of theirs may be.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping

_ALIKE_SHORT, _ALIKE_LONG = 0.29, 0.40
"""The likeness from which two articles tell of one event, for two of few words and for two of many.

On labelled pairs of American political news, the least alike two whole articles of one event reach 0.42, the
most alike two of different events 0.37; cut to six sentences, 0.26 (the third least 0.35) and 0.27.
"""
_SHORT, _LONG = 80, 180
"""How many different words of matter such articles have."""
_ALIKE_IN_NAMES = 0.25
"""Whole articles of one event reach 0.50 here, of one topic 0.16, and of one cast in different events up to 0.55."""
_THIRD = 0.06
"""So much less is enough where a third article is like both: short reports share few words."""
_COMMON = 50
"""A word in more articles than this, and in more than a quarter of them, ties no articles together."""
_TIES = 4


def same_event(
    vocabulary: Mapping[str, Mapping[str, int]], names: Mapping[str, Mapping[str, int]]
) -> list[tuple[str, str]]:
    """Return the pairs of articles that tell of one event, in the order of the corpus.

    Args:
        vocabulary: for each article, in order, how often it has each term.
        names: the same for the terms that it writes with a capital. Two events of one topic share its words,
            but few names.
    """
    place = {article: n for n, article in enumerate(vocabulary)}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for article, terms in vocabulary.items():
        for term in terms:
            holders[term].append(article)
    limit = max(_COMMON, len(vocabulary) // 4)
    ties: Counter[tuple[str, str]] = Counter()
    for articles in holders.values():
        if len(articles) <= limit:
            ties.update((one, two) for n, one in enumerate(articles) for two in articles[n + 1 :])
    likeness = {
        (one, two): _likeness(vocabulary[one], vocabulary[two])
        for (one, two), count in ties.items()
        if count >= min(_TIES, len(vocabulary[one]), len(vocabulary[two]))
        and _likeness(names[one], names[two]) >= _ALIKE_IN_NAMES
    }

    def wanted(one: str, two: str) -> float:
        size = math.sqrt(len(vocabulary[one]) * len(vocabulary[two]))
        share = min(max((size - _SHORT) / (_LONG - _SHORT), 0), 1)
        return _ALIKE_SHORT + share * (_ALIKE_LONG - _ALIKE_SHORT)

    friends: defaultdict[str, set[str]] = defaultdict(set)
    for (one, two), value in likeness.items():
        if value >= wanted(one, two):
            friends[one].add(two)
            friends[two].add(one)
    found = [
        (one, two)
        for (one, two), value in likeness.items()
        if value >= wanted(one, two)
        or (value >= wanted(one, two) - _THIRD and not friends[one].isdisjoint(friends[two]))
    ]
    return sorted(found, key=lambda each: (place[each[0]], place[each[1]]))


def _likeness(one: Mapping[str, int], two: Mapping[str, int]) -> float:
    """Return the cosine of the logarithmic term counts, raised where one article is much the shorter.

    Two articles without a term, of names say, are alike.
    """
    short, long = sorted((one, two), key=len)
    if not short:
        return float(not long)
    product = math.fsum(_weight(count) * _weight(long[term]) for term, count in short.items() if term in long)
    norms = (math.fsum(_weight(count) * _weight(count) for count in each.values()) for each in (one, two))
    return product / math.sqrt(math.prod(norms)) * math.pow(len(long) / len(short), 0.25)


def _weight(count: int) -> float:
    return 1 + math.log(count)
