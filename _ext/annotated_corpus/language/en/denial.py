"""Denial and modality: the words that make another statement of what they govern (``denial.txt``)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Modality(StrEnum):
    """What a statement is made into."""

    DENIED = "denied"
    DOUBTED = "doubted"
    ALLEGED = "alleged"
    PLANNED = "planned"
    CONDITIONAL = "conditional"


class Operator(NamedTuple):
    """Words that make something of what they govern: the next word of matter, or the whole clause that follows."""

    modality: Modality
    parts: tuple[frozenset[str], ...]
    clause: bool


@cache
def _operators() -> dict[str, tuple[Operator, ...]]:
    """Return the operators by their first word, longest first."""
    found: dict[str, list[Operator]] = {}
    modality, clause = Modality.DENIED, False
    for line in files("annotated_corpus.language.en").joinpath("denial.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            name, _, scope = line.strip("[]").partition(" ")
            modality, clause = Modality(name), bool(scope)
        elif line and not line.startswith("#"):
            operator = Operator(modality, tuple(frozenset(part.split("/")) for part in line.split()), clause)
            for word in operator.parts[0]:
                found.setdefault(word, []).append(operator)
    return {word: tuple(sorted(own, key=lambda each: -len(each.parts))) for word, own in found.items()}


def operator(forms: Sequence[str], position: int) -> Operator | None:
    """Return the longest operator that begins with a word of a sentence, given by the forms of its words.

    ``n't`` is no word of its own: "didn't" denies too.
    """
    form = forms[position]
    for each in _operators().get("not" if form.endswith("n't") else form, ()):
        parts = forms[position : position + len(each.parts)]
        if len(parts) == len(each.parts) and all(
            word in part for word, part in zip(parts[1:], each.parts[1:], strict=True)
        ):
            return each
    return None


@cache
def negators() -> frozenset[str]:
    """Return the single words that deny what follows."""
    return frozenset(
        word
        for own in _operators().values()
        for each in own
        if each.modality is Modality.DENIED and not each.clause and len(each.parts) == 1
        for word in each.parts[0]
    )
