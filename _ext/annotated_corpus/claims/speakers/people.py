"""Whether two speakers, as the texts name them, are one and the same person or body."""

from __future__ import annotations

from functools import lru_cache

from annotated_corpus.claims.speakers.names import head_noun, without_title
from annotated_corpus.language.en.terms import is_content, term, thesaurus
from annotated_corpus.language.words import words

_SHORT = tuple(
    frozenset(row.split())
    for row in (
        "alexander alex sasha",
        "andrew andy drew",
        "anthony tony",
        "antony tony",
        "benjamin ben",
        "charles charlie chuck",
        "christopher chris",
        "daniel dan danny",
        "david dave",
        "deborah debbie deb",
        "donald don",
        "edward ed eddie ted",
        "elizabeth liz beth betty",
        "james jim jimmy",
        "john jack johnny",
        "joseph joe joey",
        "katherine kate kathy",
        "kenneth ken",
        "lawrence larry",
        "margaret maggie meg peggy",
        "michael mike mick",
        "nicholas nick",
        "patricia pat patty",
        "peter pete",
        "rebecca becky",
        "richard dick rick rich",
        "robert bob rob bobby",
        "ronald ron",
        "samuel sam",
        "stephen steve",
        "steven steve",
        "susan sue",
        "theodore ted teddy",
        "thomas tom",
        "timothy tim",
        "william bill will willie",
    )
)
"""English given names and what they are shortened to."""
_CLIPPED = {3: 2, 4: 3}
"""A short name of so many letters lacks at least so many of the long one."""


@lru_cache(maxsize=16384)
def same(a: str, b: str) -> bool:
    """Return whether two names may stand for one speaker.

    Two people need one surname and no two given names that differ; of a body, what it belongs to may not differ
    ("Russia’s foreign ministry", "the ministry"). A capital and its country are one speaker.
    """
    if last(a) != last(b):
        return bool(places(last(a)) & places(last(b)))
    if head_noun(a) or head_noun(b):
        one, two = _owners(a), _owners(b)
        return not one or not two or not one.isdisjoint(two)
    short, long = sorted(([word.form for word in words(name)] for name in (a, b)), key=len)
    if long[-len(short) :] == short:
        return True  # "Trooper Ann Boyd"
    one_given, two_given = _given(a), _given(b)
    return not one_given or not two_given or _one_given(one_given, two_given)


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


def _given(name: str) -> str:
    person = without_title(name)
    return person[0].casefold().strip(".") if len(person) > 1 else ""


def _one_given(one: str, two: str) -> bool:
    initial = min(len(one), len(two)) == 1 and one[0] == two[0]
    return initial or one == two or any(one in row and two in row for row in _SHORT) or _clipped(one, two)


def _clipped(one: str, two: str) -> bool:
    """Return whether one given name is cut off from the other: Cal from Calvin, but not Carl from Carla."""
    short, long = sorted((one, two), key=len)
    return len(short) in _CLIPPED and len(long) - len(short) >= _CLIPPED[len(short)] and long.startswith(short)
