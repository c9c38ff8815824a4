"""The small words of English: what each is in a sentence (``grammar.txt``)."""

from __future__ import annotations

from functools import cache

from annotated_corpus.language.tables import parts


@cache
def small_words() -> dict[str, str]:
    """Return the letter of each small word; of a word that stands under several, the first."""
    found: dict[str, str] = {}
    for kind, rows in parts(__package__, "grammar.txt").items():
        for row in rows:
            for word in row.split():
                found.setdefault(word, kind)
    return found
