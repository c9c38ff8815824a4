"""Whether two speakers, as the texts name them, are one and the same person or body."""

from __future__ import annotations

from functools import lru_cache

from annotated_corpus.claims.speakers.names import head_noun
from annotated_corpus.language.en.persons import may_be_one
from annotated_corpus.language.en.terms import is_content, term, thesaurus
from annotated_corpus.language.words import words


@lru_cache(maxsize=16384)
def same(a: str, b: str) -> bool:
    """Return whether two names may stand for one speaker.

    People are those whom :func:`may_be_one` takes for one; of a body, what it belongs to may not differ ("Russia’s
    foreign ministry", "the ministry"). A capital and its country are one speaker.
    """
    if last(a) == last(b) and (head_noun(a) or head_noun(b)):
        one, two = _owners(a), _owners(b)
        return not one or not two or not one.isdisjoint(two)
    return may_be_one(a, b) or (last(a) != last(b) and bool(places(last(a)) & places(last(b))))


@lru_cache(maxsize=16384)
def last(name: str) -> str:
    """Return the last term of a name."""
    found = words(name)
    return term(found[-1]) if found else ""


@lru_cache(maxsize=16384)
def places(name: str) -> frozenset[int]:
    """Return the groups of a name; how it begins does not make two names one."""
    return frozenset(key for key in thesaurus().keys(name) if isinstance(key, int))


def _owners(name: str) -> set[int | str]:
    """Return the capitalised terms of a body's name, a capital as its country."""
    found: set[int | str] = set()
    for word in words(name):
        each = term(word)
        if word.capital and is_content(each):
            found |= places(each) or {each}
    return found
