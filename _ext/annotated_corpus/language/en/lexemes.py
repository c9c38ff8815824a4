"""The words of a text with its figures read: what a sentence is to those who look for numbers in it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.language.numbers import numerals
from annotated_corpus.language.words import form, words


class Lexeme(NamedTuple):
    """A word or a figure: its place, its form, whether it has a capital.

    Of a figure, ``values`` are what it may be worth; ``slash`` as of a numeral; ``named`` says that letters stand
    directly before it ("A330"), so that it is a part of a name.
    """

    start: int
    end: int
    form: str
    capital: bool
    figure: bool = False
    values: tuple[Decimal, ...] = ()
    slash: bool = False
    named: bool = False


@lru_cache(maxsize=4096)
def lexemes(text: str) -> tuple[Lexeme, ...]:
    """Return the words and figures of a text in order; letters after a figure are a word of their own ("20", "m")."""
    found: list[Lexeme] = []
    left = list(reversed(numerals(text)))
    done = 0
    for word in words(text):
        at = max(word.start, done)
        if at >= word.end:  # a group of digits: "500" of "12'500"
            continue
        while left and left[-1].end <= at:
            done = left[-1].end
            found.append(_figure(text, left.pop()))
        while left and left[-1].start < word.end and at < word.end:
            numeral = left.pop()
            if at < numeral.start and (before := text[at : numeral.start].strip("$€£¥₹-−")):
                found.append(_part(text, at, at + len(before)))
            found.append(_figure(text, numeral))
            at = done = max(at, numeral.end)
        if at == word.start and not word.form[0].isdigit():
            found.append(Lexeme(*word))
        elif at < word.end and text[at : word.end].strip("%"):
            found.append(_part(text, at, word.end))
    found += [_figure(text, each) for each in reversed(left)]
    return tuple(sorted(found))


def _figure(text: str, numeral: tuple[int, int, tuple[Decimal, ...], bool]) -> Lexeme:
    start, end, values, slash = numeral
    named = bool(start) and text[start - 1].isalpha()
    return Lexeme(start, end, text[start:end], False, True, values, slash, named)


def _part(text: str, start: int, end: int) -> Lexeme:
    return Lexeme(start, end, *form(text[start:end]))
