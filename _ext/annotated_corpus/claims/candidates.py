"""Which pairs of claims are worth a comparison: those of different articles that share a telling word.

An inverted index gives them, so the work grows with what is shared and not with the square of the corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from annotated_corpus.claims.function_words import FUNCTION_WORDS
from annotated_corpus.claims.stems import stem
from annotated_corpus.claims.wording import words
from annotated_corpus.model import Claim

_COMMON = 200
"""A word in more claims than this makes no candidates, unless the corpus is small."""


def pairs(claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return positions ``(i, j)``, ``i < j``, of claims of different articles to compare, sorted."""
    index: dict[str, list[int]] = defaultdict(list)
    for position, claim in enumerate(claims):
        for term in {stem(word.form) for word in words(claim.text)} - FUNCTION_WORDS:
            index[term].append(position)
    found: set[tuple[int, int]] = set()
    for postings in index.values():
        if len(postings) > _COMMON:
            continue
        for n, i in enumerate(postings):
            found.update((i, j) for j in postings[n + 1 :] if claims[i].article != claims[j].article)
    return sorted(found)
