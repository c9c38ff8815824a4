"""Words near in topic that say different things (``senses.txt``): "seized" is not "annexed"."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import words

Sense = tuple[int, int]
"""The number of a field, and that of a sense in it."""


@cache
def _senses() -> dict[str, tuple[Sense, ...]]:
    found: dict[str, list[Sense]] = {}
    rows = files("annotated_corpus.language.en").joinpath("senses.txt").read_text("utf-8").splitlines()
    for field, row in enumerate(row for row in rows if row and not row.startswith("#")):
        for sense, own in enumerate(row.split("|")):
            for each in _terms(own):
                found.setdefault(each, []).append((field, sense))
    return {each: tuple(own) for each, own in found.items()}


def _terms(row: str) -> list[str]:
    """Return the terms of some words and of their inflected forms, which may differ."""
    forms = (f"{base} {base}s {base}ed {base}d" for base in row.split())
    return sorted({*row.split(), *(term(word) for form in forms for word in words(form))})


def senses(each: str) -> tuple[Sense, ...]:
    """Return the senses of a term."""
    return _senses().get(each, ())


def opposed(one: str, two: str) -> bool:
    """Return whether two terms are of one field and have no sense in common."""
    mine, other = senses(one), senses(two)
    fields = {field for field, _ in mine} & {field for field, _ in other}
    return bool(fields) and not set(mine) & set(other)
