"""Which pairs of claims are worth a comparison.

Two steps, each through an inverted index, so that the work grows with what is shared and not with the square of
the corpus: first the articles that tell of one event, then, within two such articles, the claims that have words
in common. Articles about other events never meet, however alike a single sentence of theirs may be.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from annotated_corpus.claims.portrait import Portrait
from annotated_corpus.claims.terms import is_content

_ALIKE = 0.36
"""The likeness from which two articles tell of one event.

On labelled pairs of American political news the least alike two articles of one event reach 0.42,
the most alike two of different events 0.35.
"""
_ALIKE_BY_A_THIRD = 0.27
"""The likeness that is enough where a third article is like both: short reports share few words."""
_COMMON = 50
"""A word in more articles than this, and in more than a quarter of them, ties no articles together."""
_TIES = 4
_RARE = 3
"""A word of so few claims of two articles makes a candidate on its own."""


def pairs(portraits: Sequence[Portrait]) -> list[tuple[int, int]]:
    """Return positions ``(i, j)``, ``i < j``, of claims to compare, sorted.

    Args:
        portraits: the claims of the corpus, those of one article together.
    """
    of_article: defaultdict[str, list[int]] = defaultdict(list)
    for position, each in enumerate(portraits):
        of_article[each.claim.article].append(position)
    vocabulary = {
        article: Counter(filter(is_content, (term for position in positions for term in portraits[position].content)))
        for article, positions in of_article.items()
    }
    found: list[tuple[int, int]] = []
    for one, two in same_event(vocabulary):
        found += _within(portraits, of_article[one], of_article[two])
    return sorted(found)


def same_event(vocabulary: Mapping[str, Mapping[str, int]]) -> list[tuple[str, str]]:
    """Return the pairs of articles that tell of one event, in the order of the corpus.

    Args:
        vocabulary: for each article, in order, how often it has each term.
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
    norm = {article: math.sqrt(math.fsum(map(_square, terms.values()))) for article, terms in vocabulary.items()}
    likeness = {
        (one, two): _likeness(vocabulary[one], vocabulary[two], norm[one] * norm[two])
        for (one, two), count in ties.items()
        if count >= min(_TIES, len(vocabulary[one]), len(vocabulary[two]))
    }
    friends: defaultdict[str, set[str]] = defaultdict(set)
    for (one, two), value in likeness.items():
        if value >= _ALIKE:
            friends[one].add(two)
            friends[two].add(one)
    found = [
        (one, two)
        for (one, two), value in likeness.items()
        if value >= _ALIKE or (value >= _ALIKE_BY_A_THIRD and not friends[one].isdisjoint(friends[two]))
    ]
    return sorted(found, key=lambda each: (place[each[0]], place[each[1]]))


def _square(count: int) -> float:
    weight = 1 + math.log(count)
    return weight * weight


def _likeness(one: Mapping[str, int], two: Mapping[str, int], norms: float) -> float:
    """Return the cosine of the logarithmic term counts, raised where one article is much the shorter."""
    short, long = sorted((one, two), key=len)
    product = math.fsum(
        (1 + math.log(count)) * (1 + math.log(long[term])) for term, count in short.items() if term in long
    )
    return product / norms * math.pow(len(long) / len(short), 0.25)


def _within(portraits: Sequence[Portrait], one: Sequence[int], two: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of claims of two articles that share two words, or one rare word."""
    left, right = _index(portraits, one), _index(portraits, two)
    shared: Counter[tuple[int, int]] = Counter()
    for term, holders in left.items():
        others = right.get(term, ())
        worth = 2 if len(holders) + len(others) <= _RARE else 1
        for i in holders:
            for j in others:
                shared[i, j] += worth
    return [pair for pair, worth in shared.items() if worth > 1]


def _index(portraits: Sequence[Portrait], positions: Sequence[int]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for position in positions:
        for term in portraits[position].content:
            index[term].append(position)
    return index
