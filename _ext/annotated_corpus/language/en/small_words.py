"""The small words of English: ``small_words.tsv``."""

from __future__ import annotations

from annotated_corpus.language.tables import rows

_CLASSES = dict(row.split("\t") for row in rows(__package__, "small_words.tsv"))


def listed(letter: str) -> frozenset[str]:
    """Return the words of one letter of the table, in small letters, with plain apostrophes."""
    return frozenset(word for word, letters in _CLASSES.items() if letter in letters)


FUNCTION_WORDS = listed("f")
"""They carry grammar, not matter: they do not make a match."""
COMMONEST = listed("c")
"""Words that any two sentences may share."""
OPENERS = listed("o")
"""They open sentences, and are no names there though they have a capital."""
PREPOSITIONS = listed("p")
"""They stand before a person or a place."""
AUXILIARIES = listed("a")
"""Forms of "be", "have" and "do", and the other auxiliaries."""
