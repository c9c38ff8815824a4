"""Verbs of speech: their forms, and what they need beside them to attribute something to their subject.

The verbs are data (``speech.txt``); here their forms are made from them. One home for all that look for such verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from annotated_corpus.language.tables import parts


class Takes(Enum):
    """What a verb of speech needs to attribute something to its subject."""

    CLAUSE = "clause"
    OBJECT = "object"
    QUOTATION = "manner"
    FEELING = "feeling"


class Form(Enum):
    """A form of a verb; a past form may be a participle as well."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    ING = "ing"
    PARTICIPLE = "participle"


class Verb(NamedTuple):
    """A form of a verb of speech: ``takes`` is what it can take, ``particles`` the small words of which one follows.

    Without any of its ``particles`` it is no such verb, unless it is one without them too (``alone``).
    """

    form: Form
    takes: frozenset[Takes]
    particles: frozenset[str]
    alone: bool
    noun: bool


_VOWELS = frozenset("aeiou")


def _forms(row: str) -> Iterator[tuple[str, Form]]:
    """Give the forms of a verb as the table has it: "admit+", "tell:told:told"."""
    base, *irregular = row.split(":")
    doubled, base = base.endswith("+"), base.rstrip("+")
    stem = base + base[-1] if doubled else base[:-1] if base.endswith("e") and not base.endswith("ee") else base
    ends_in_y = base.endswith("y") and base[-2] not in _VOWELS
    third = (
        base[:-1] + "ies" if ends_in_y else base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
    )
    stem = base[:-1] if base.endswith("ee") else stem  # agreed
    past, participle = irregular or (2 * [base[:-1] + "ied" if ends_in_y else stem + "ed"])
    yield base, Form.BASE
    yield third, Form.THIRD
    yield past, Form.PAST
    if participle != past:
        yield participle, Form.PARTICIPLE
    yield (base if base.endswith("ee") else stem) + "ing", Form.ING


_IRREGULAR = {"go": "go:went:gone"}


@cache
def _rows() -> dict[str, list[str]]:
    """Return the verbs of each part of the table."""
    return {name: " ".join(rows).split() for name, rows in parts(__package__, "speech.txt").items()}


@cache
def forms(part: str) -> frozenset[str]:
    """Return all forms of the verbs of one part of the table ("telling", "asserting", …), in small letters."""
    return frozenset(word for row in _rows()[part] for word, _ in _forms(row))


def finite(part: str) -> str:
    """Return the forms of the verbs of one part that stand with "he" or "she", as alternatives of a pattern."""
    found = (word for row in _rows()[part] for word, form in _forms(row) if form in (Form.THIRD, Form.PAST))
    return "|".join(sorted(set(found), key=lambda word: (-len(word), word)))


@cache
def verbs() -> dict[str, Verb]:
    """Return each form of a verb of speech, in small letters, with what is known of it."""
    takes: dict[str, set[Takes]] = {}
    particles: dict[str, set[str]] = {}
    forms: dict[str, Form] = {}
    alone: set[str] = set()
    for kind in Takes:
        for row in _rows()[kind.value]:
            head, _, irregular = row.partition(":")
            head, _, particle = head.partition("_")
            verb = _IRREGULAR.get(head, f"{head}:{irregular}" if irregular else head)
            for word, form in _forms(verb):
                forms.setdefault(word, form)
                if particle:
                    particles.setdefault(word, set()).add(particle)
                if not particle:
                    alone.add(word)
                takes.setdefault(word, set()).add(kind)
    nouns = frozenset(_rows()["also nouns"])
    return {
        word: Verb(form, frozenset(takes[word]), frozenset(particles.get(word, ())), word in alone, word in nouns)
        for word, form in forms.items()
    }
