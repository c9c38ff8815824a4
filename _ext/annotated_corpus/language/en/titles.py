"""Titles, offices, trades and forms of address: ``titles.tsv``, and what is left of a name without them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from annotated_corpus.language.tables import rows


@cache
def _classes() -> dict[str, str]:
    return dict(row.split("\t") for row in rows(__package__, "titles.tsv"))


@cache
def listed(letter: str) -> frozenset[str]:
    """Return the words of one letter of the table, in small letters but for "director-General" and the like."""
    return frozenset(word for word, letters in _classes().items() if letter in letters)


@cache
def capitalised(letter: str) -> frozenset[str]:
    """Return the words of one letter of the table as they stand before a name, with a capital."""
    return frozenset(word[0].upper() + word[1:] for word in listed(letter))


TITLES = frozenset(word.casefold() for letter in "tr" for word in listed(letter))
"""Whatever says who somebody is, casefolded and without a full stop: "senator", "mr", "goalkeeper", "widow"."""
OFFICES = TITLES | listed("o")
"""The same with the words that the names of offices have before these: "foreign", "senate", "majority"."""
_MEN, _WOMEN, _GIVEN = (frozenset(word.casefold() for word in listed(letter)) for letter in "mfg")


def is_title(word: str) -> bool:
    """Return whether a word says who somebody is, whatever its case: "Sen.", "mayor"."""
    return word.casefold().rstrip(".,") in TITLES


def address(word: str) -> str:
    """Return ``he`` or ``she`` where a form of address tells ("Mr.", "Lady"), else nothing."""
    bare = word.casefold().rstrip(".,")
    return "he" if bare in _MEN else "she" if bare in _WOMEN else ""


def untitled(words: Sequence[str]) -> int:
    """Return where a name begins in a run of words: after its last title and what belongs to another.

    The last word is never a title ("John Major"), nor is a given name that alone stands before a surname: "Dean
    Smith", but "Dean Anna Smith" is Anna Smith.
    """
    begin = 0
    for position, word in enumerate(words[:-1]):
        given = position == begin == len(words) - 2 and word.casefold() in _GIVEN
        if word.endswith(("'s", "’s")) or (is_title(word) and not given):
            begin = position + 1
    return begin
