"""How rare a word is in English at large, whatever the articles at hand make of it.

Inside one story the words of its main event are common, so that their weight beside the other claims is small, though
they say what happened. Their rarity in the language does not depend on the story.
"""

from __future__ import annotations

import math
from functools import lru_cache

from annotated_corpus.language import tables
from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import Word

LISTED = 5000
"""So many words are ranked; any other is as rare as the last of them."""
_COMMON = 30
"""The rank from which a word weighs: among so many first ones stand few that tell anything."""


@lru_cache(maxsize=1)
def _ranks() -> dict[str, int]:
    """Return the rank of each term, that of its commonest form."""
    found: dict[str, int] = {}
    for rank, form in enumerate(tables.rows("annotated_corpus.language.en", "common_words.txt"), 1):
        found.setdefault(term(Word(0, len(form), form, False)), rank)
    return found


@lru_cache(maxsize=65536)
def rarity(each: str) -> float:
    """Return how rare a term is: 0 for the commonest word, 1 for one that is not listed.

    >>> rarity("the") < rarity("govern") < rarity("samovar")
    True
    """
    rank = _ranks().get(each, LISTED)
    return math.log1p(rank / _COMMON) / math.log1p(LISTED / _COMMON)
