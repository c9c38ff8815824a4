"""Terms: the words of a claim in the form in which claims are compared.

A term is a stem, with numbers in figures ("three" is "3"), abbreviations of offices and months written out,
and "U.S." kept apart from "us". Two terms are related when the thesaurus lists them in one group or they
begin alike ("endorse", "endorsement").
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse
from typing import NamedTuple

from annotated_corpus.language.en.abbreviations import FULL
from annotated_corpus.language.en.calendar import MONTHS, SHORT_MONTHS
from annotated_corpus.language.en.numbers import DOZEN, TENS, UNITS
from annotated_corpus.language.en.small_words import COMMONEST, FUNCTION_WORDS
from annotated_corpus.language.en.stems import stem
from annotated_corpus.language.en.variants import one_spelling
from annotated_corpus.language.tables import rows
from annotated_corpus.language.words import Word, form, words

_NUMBERS = {word: str(value) for word, value in (*UNITS.items(), *TENS.items(), ("dozen", DOZEN)) if value > 1}
_OTHER_WORDS = frozenset(("Mar", "Apr", "Jun", "Jul", "Sep"))
"""Months so shortened that they are left as they are: "mar" is a word, the others are rare."""
_NOT_WRITTEN_OUT = frozenset(("adm", "capt"))
"""Titles that are left as they are: the weights were learnt so."""
_ABBREVIATIONS = {short: stem(full) for short, full in FULL.items() if short not in _NOT_WRITTEN_OUT} | {
    short.casefold(): stem(month.casefold())
    for short in SHORT_MONTHS
    for month in MONTHS
    if month.startswith(short) and short not in _OTHER_WORDS
}
_ALIKE = 5
"""Terms of at least this many letters that share as many at the start are related."""


class Reading(NamedTuple):
    """What a word says whatever stands around it; ``form`` and ``capital`` as in :class:`Word`."""

    form: str
    capital: bool
    term: str
    weighed: bool
    content: bool


@lru_cache(maxsize=65536)
def read(raw: str) -> Reading:
    """Return what a word says, from how it is written."""
    plain, capital = form(raw)
    each = term(Word(0, len(raw), plain, capital))
    return Reading(plain, capital, each, is_weighed(each), is_content(each))


def term(word: Word) -> str:
    """Return the term of a word; a function word may come back as one of :data:`FUNCTION_WORDS`."""
    start, end, plain, capital = word
    if plain == "us" and capital and end - start != len("us"):
        return "usa"
    return _term(plain)


@lru_cache(maxsize=65536)
def _term(plain: str) -> str:
    if plain in FUNCTION_WORDS:
        return plain
    return _NUMBERS.get(plain) or _ABBREVIATIONS.get(plain) or stem(one_spelling(plain))


def is_content(each: str) -> bool:
    """Return whether a term carries matter, not grammar."""
    return each not in FUNCTION_WORDS


def of_matter(terms: Iterable[str]) -> list[str]:
    """Return those terms that carry matter, in order."""
    return list(filterfalse(FUNCTION_WORDS.__contains__, terms))


def is_weighed(each: str) -> bool:
    """Return whether a term counts in the comparison of claims.

    Only the commonest words do not: "not", "would", "after" or "their" help to tell assertions apart, and how
    often the two articles use a word says how much it weighs (measured: see the guide).
    """
    return each not in COMMONEST


def is_figure(each: str) -> bool:
    """Return whether a term is a number or an amount of money."""
    return each[0].isdigit() or each[0] in "$€£¥"


class Thesaurus:
    """Groups of words that stand for one another; see ``thesaurus.txt``."""

    def __init__(self, text: str) -> None:
        self._groups: dict[str, set[int]] = {}
        self._phrases: dict[tuple[str, ...], set[int]] = {}
        listed = [row.split() for row in text.splitlines() if row.strip() and not row.startswith("#")]
        for number, row in enumerate(listed):
            for entry in row:
                parts = tuple(term(word) for word in words(entry.replace("_", " ")))
                if len(parts) == 1:
                    self._groups.setdefault(parts[0], set()).add(number)
                else:
                    self._phrases.setdefault(parts, set()).add(number)
        self._openings: dict[str, set[int]] = {}
        for phrase in self._phrases:
            self._openings.setdefault(phrase[0], set()).add(len(phrase))
        self.keys = lru_cache(maxsize=65536)(self._keys)
        """Return what a term has in common with every term related to it: groups, and how it begins."""

    def _keys(self, each: str) -> frozenset[int | str]:
        found: set[int | str] = set(self._groups.get(each, ()))
        if len(each) >= _ALIKE and each.isalpha():
            found.add(each[:_ALIKE])
        return frozenset(found)

    def phrases(self, terms: tuple[str, ...]) -> frozenset[int | str]:
        """Return the keys of the phrases ("step down") that occur in a run of terms."""
        found: set[int | str] = set()
        for start, each in enumerate(terms):
            for length in self._openings.get(each, ()):
                found |= self._phrases.get(terms[start : start + length], set())
        return frozenset(found)


@lru_cache(maxsize=1)
def thesaurus() -> Thesaurus:
    """Return the thesaurus of the package, with the countries."""
    return Thesaurus("\n".join((*rows(__package__, "thesaurus.txt"), *rows(__package__, "countries.txt"))))
