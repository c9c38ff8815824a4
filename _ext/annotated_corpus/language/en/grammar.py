"""The small words of English: what each is in a sentence (``grammar.txt``)."""

from __future__ import annotations

from functools import cache

from annotated_corpus.language.en.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from annotated_corpus.language.tables import parts

_OTHER_WORDS = frozenset(("may", "mar"))
"""Months that are other words too, more often."""


@cache
def small_words() -> dict[str, str]:
    """Return the letter of each small word; of a word that stands under several, the first."""
    found: dict[str, str] = {}
    for kind, rows in parts(__package__, "grammar.txt").items():
        for row in rows:
            for word in row.split():
                found.setdefault(word, kind)
    for name in (*MONTHS, *WEEKDAYS, *SHORT_MONTHS, *SHORT_WEEKDAYS):
        if name.casefold() not in _OTHER_WORDS:
            found.setdefault(name.casefold(), "T")
    return found


@cache
def clause_words() -> frozenset[str]:
    """Return the words with which a clause may begin: conjunctions and relative pronouns."""
    return frozenset(word for word, kind in small_words().items() if kind in "SR&" and word.isalpha())


@cache
def auxiliaries() -> frozenset[str]:
    """Return the auxiliary verbs, contractions with a pronoun among them."""
    return frozenset(word for word, kind in small_words().items() if kind == "A")
