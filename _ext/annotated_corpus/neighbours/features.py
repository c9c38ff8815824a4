"""Features: what two articles may share, as numbers that are the same on every machine and in every engine."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import lru_cache


def features(pairs: Iterable[int], sentences: Iterable[Iterable[str]] = ()) -> tuple[int, ...]:
    """Return the features of an article, sorted: its pairs of words and its sentences.

    Single words would not do: in a large archive those that are rare enough to index miss half of the matches,
    while pairs stay rare.

    Args:
        pairs: as :func:`pairs` gives them.
        sentences: the terms of each sentence.

    Returns:
        Different signed 64-bit numbers: for a pair even ones, for a sentence the hash of its terms, made odd.
    """
    return tuple(sorted({*pairs, *(_hash(" ".join(terms)) | 1 for terms in sentences)}))


def around(words: Sequence[int], place: int, near: int) -> Sequence[int]:
    """Return the word at a place with those that are at most ``near`` places away."""
    return words[max(place - near, 0) : place + near + 1]


def pairs(word: int, others: Iterable[int]) -> list[int]:
    """Return the pairs of a word with others, which may include itself, in any order.

    Words are given as :func:`number` gives them, a pair is the exclusive or of two, made even.
    """
    return [(word ^ other) & ~1 for other in others if other != word]


@lru_cache(maxsize=1 << 18)
def number(text: str) -> int:
    """Return the number of a word: a stable signed 64-bit hash (BLAKE2b)."""
    return _hash(text)


def _hash(text: str) -> int:
    return int.from_bytes(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True
    )
