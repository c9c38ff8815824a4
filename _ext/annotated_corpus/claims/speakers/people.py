"""Whether two speakers, as the texts name them, are one and the same person or body."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from annotated_corpus.claims.speakers.names import head_noun
from annotated_corpus.language.en.peoples import country
from annotated_corpus.language.en.persons import SUFFIXES, may_be_one
from annotated_corpus.language.en.roles import nouns, plurals
from annotated_corpus.language.en.terms import is_content, term, thesaurus
from annotated_corpus.language.words import words


@lru_cache(maxsize=16384)
def same(a: str, b: str) -> bool:
    """Return whether two names may stand for one speaker.

    People are those whom :func:`may_be_one` takes for one; of a body, what it belongs to may not differ ("Russia’s
    foreign ministry", "the ministry"). A country, its people and its capital are one speaker ("U.S.", "Washington").
    Of several who speak together one is enough.
    """
    several = [name.split(" and ") for name in (a, b)]
    if max(map(len, several)) > 1:
        return any(same(one, two) for one in several[0] for two in several[1])
    if described(a) and described(b) and not _noun_groups(a).isdisjoint(_noun_groups(b)):
        one, two = _owners(a), _owners(b)
        return not one or not two or not one.isdisjoint(two)
    if last(a) == last(b) and (head_noun(a) or head_noun(b)):
        one, two = _owners(a), _owners(b)
        return not one or not two or not one.isdisjoint(two)
    if country(a) and country(b):
        return country(a) == country(b)
    alone = last(a) != last(b) and max(map(len, map(words, (_bare(a), _bare(b))))) == 1
    return may_be_one(a, b) or (alone and not places(last(a)).isdisjoint(places(last(b))))


@lru_cache(maxsize=16384)
def last(name: str) -> str:
    """Return the last term of a name, "Jr." and the like aside."""
    found = [term(word) for word in words(name)]
    while len(found) > 1 and found[-1] in SUFFIXES:
        found.pop()
    return found[-1] if found else ""


@lru_cache(maxsize=16384)
def places(name: str) -> frozenset[int]:
    """Return the groups of a name; how it begins does not make two names one."""
    return frozenset(key for key in thesaurus().keys(name) if isinstance(key, int))


def described(name: str) -> str:
    """Return the noun by which somebody is only described, in small letters: "the companies", "Police in Sweden"."""
    words_before = _WITHIN.split(name)[0].split()
    noun = words_before[-1] if words_before else ""
    return noun.lower() if noun.islower() or (len(words_before) == 1 and noun.lower() in known_nouns()) else ""


_WITHIN = re.compile(r" (?:of|for|at|from|with|in|on|who) ")


@cache
def known_nouns() -> frozenset[str]:
    """Return the nouns for those who speak, in small letters, both numbers."""
    return plurals() | nouns("person") | nouns("body")


@lru_cache(maxsize=16384)
def _noun_groups(name: str) -> frozenset[int | str]:
    found = [term(word) for word in words(described(name))]
    return frozenset(found).union(*map(places, found))


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _owners(name: str) -> set[int | str]:
    """Return the capitalised terms of a body's name, a capital as its country."""
    found: set[int | str] = set()
    noun = described(name)
    for word in words(name):
        each = term(word)
        if word.capital and is_content(each) and word.form != noun:
            found |= places(each) or {each}
    return found
