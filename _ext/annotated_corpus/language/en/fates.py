"""What befalls the people whom news counts: who is counted as dead is not counted as hurt.

Written for this project from general knowledge, in the public domain.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import words

_FATES = {
    "dead": "kill killed dead die death deadly fatal fatally fatality fatalities perish perished body bodies corpse "
    "slain slay massacre murder drown execute toll",
    "hurt": "injure injured injury injuries hurt wound wounded hospital hospitalise hospitalize ",
    "missing": "missing vanish disappear unaccounted",
    "taken": "arrest detain detainee jail imprison custody capture abduct kidnap hostage",
    "displaced": "homeless displace evacuate flee evacuation refugee shelter uproot",
    "saved": "rescue survive survivor save alive",
    "aboard": "aboard board passenger crew",
    "ill": "infect infected infection ill sick sicken hospitalised",
}
PEOPLE = frozenset(
    term(word)
    for word in words(
        "people person persons victims individuals others civilians residents human life lives total number souls"
    )
)
"""What says no more of those counted than that they are people."""


@cache
def fates() -> Mapping[str, str]:
    """Return what befell those whom a term counts, by the term: "injured" and "wound" are one."""
    found: dict[str, str] = {}
    for fate, forms in _FATES.items():
        for word in words(forms):
            found.setdefault(term(word), fate)
    return found
