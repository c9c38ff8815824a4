"""Nouns for those who speak: persons, bodies and documents (``roles.txt``)."""

from __future__ import annotations

from functools import cache

from annotated_corpus.language.tables import words


def nouns(kind: str) -> frozenset[str]:
    """Return one list of the table by its name ("person", "he", "she", "kin", "body", "document", "body name", …)."""
    return words(__package__, "roles.txt", kind)


@cache
def plurals() -> frozenset[str]:
    """Return the plurals of the nouns for persons and bodies, and those that have no singular."""
    irregular = {"man": "men", "woman": "women"}
    found = {"people", "police", "authorities", "troops", "rebels", "militants", "dissidents", "locals", "families"}
    for word in nouns("person") | nouns("body"):
        ending = next((end for end in irregular if word.endswith(end)), None)
        if ending:
            found.add(word.removesuffix(ending) + irregular[ending])
        found.add(word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s")
    return frozenset(found | {"witnesses", "actresses", "coaches", "churches"})
