"""Nouns for those who speak: persons, bodies and documents (``roles.txt``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def nouns(kind: str) -> frozenset[str]:
    """Return one list of the table by its name ("person", "he", "she", "body", "document", "body name")."""
    return _lists()[kind]


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    section: set[str] = set()
    for line in files("annotated_corpus.language.en").joinpath("roles.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            section.update(line.split())
    return {name: frozenset(each) for name, each in found.items()}


@cache
def plurals() -> frozenset[str]:
    """Return the plurals of the nouns for persons, and those that have no singular."""
    irregular = {"man": "men", "woman": "women"}
    found = {"people", "police", "authorities", "troops", "rebels", "militants", "dissidents", "locals", "families"}
    for word in nouns("person"):
        ending = next((end for end in irregular if word.endswith(end)), None)
        if ending:
            found.add(word.removesuffix(ending) + irregular[ending])
        found.add(word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s")
    return frozenset(found | {"witnesses", "actresses", "coaches"})
