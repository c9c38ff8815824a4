"""The roles in which the names of a claim stand, and which of them stand against those of another claim.

A role is what a name is tied to by its neighbours: it is followed by "arrived", governed by "beat", or by "in" after
"arrived". So the subject of a verb, its object, the noun that a name goes with ("Kenyan leader") and a place are told
apart without a parser. Two names stand against each other when they have a role in common, neither is in the other
claim under this or a related name, and nothing makes them one: a surname, another spelling, initials.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from difflib import SequenceMatcher
from functools import lru_cache

from annotated_corpus.claims.comparison.names import Name
from annotated_corpus.claims.known import Within, nowhere
from annotated_corpus.claims.speakers.names import without_title
from annotated_corpus.claims.speakers.people import same
from annotated_corpus.language.en.persons import may_be_one
from annotated_corpus.language.en.small_words import AUXILIARIES, PREPOSITIONS
from annotated_corpus.language.en.terms import is_content, is_figure, term, thesaurus
from annotated_corpus.language.words import Word, words

_BEFORE_VERB = AUXILIARIES | {"also", "not"}
_PARTICLES = frozenset("off out up down on over away back".split())
_DETERMINERS = frozenset("the a an his her its their".split())
_ADJOINING = re.compile(r" |['’]s? ")
_LIKE = 0.7
"""So alike are two spellings of one name that has the same consonants (Ratcliff and Obershelp's measure)."""
_LONGER = 1
"""By so many letters one spelling may be the longer: Odessa and Odesa, but not Niger and Nigeria."""
_TELLING = 3
"""So many consonants stand for a name."""
_VOWELS = re.compile("[aeiouyh]")
_HARD = str.maketrans("cqg", "kkk")
_DOUBLE = re.compile(r"(.)\1+")

Role = tuple[str, ...]


@lru_cache(maxsize=4096)
def roles(name: Name) -> frozenset[Role]:
    """Return the roles in which a name stands."""
    found = words(name.claim)
    terms = [term(word) for word in found]
    before = frozenset(_before(name.claim, found, terms, name.first))
    if any(kind in PREPOSITIONS for kind, _ in before):  # in "the president of Ghana arrived" it is not Ghana
        return before
    return before.union(_after(name.claim, found, terms, name.last + 1))


def _after(text: str, found: Sequence[Word], terms: Sequence[str], position: int) -> Iterator[Role]:
    """Give the role of a name by the word that follows: a verb, or the noun that the name goes with."""
    start, skipped = position, position
    while skipped < len(found) and skipped - start < 3 and found[skipped].form in _BEFORE_VERB:
        skipped += 1
    if skipped == len(found) or not _adjoin(text, found[start - 1 : skipped + 1]):
        return
    word, each = found[skipped], terms[skipped]
    if is_content(each) and not word.capital and not is_figure(each):
        yield from _keyed("before", each)


def _before(text: str, found: Sequence[Word], terms: Sequence[str], first: int) -> Iterator[Role]:
    """Give the role of a name by what stands before it: what governs it, and by which preposition."""
    place = first - 1
    while place >= 0 and found[place].form in _DETERMINERS:
        place -= 1
    if place < 0 or not _adjoin(text, found[place : first + 1]):
        return
    word, each = found[place], terms[place]
    if word.form not in PREPOSITIONS:
        if is_content(each) and not word.capital and not is_figure(each):
            yield from _keyed("after", each)
        return
    head = place - 1
    while head >= 0 and found[head].form in _PARTICLES:
        head -= 1  # "took off from"
    if head >= 0 and is_content(terms[head]) and _adjoin(text, found[head : place + 1]):
        yield from _keyed(word.form, terms[head])


def _keyed(kind: str, each: str) -> Iterator[Role]:
    """Give a role by its word, and by the groups of the thesaurus that have it."""
    yield kind, each
    for key in thesaurus().keys(each):
        if isinstance(key, int):
            yield kind, f"#{key}"


def _adjoin(text: str, found: Sequence[Word]) -> bool:
    return all(_ADJOINING.fullmatch(text[one.end : two.start]) is not None for one, two in itertools.pairwise(found))


def against(
    one: Sequence[Name], two: Sequence[Name], sure: Set[str], within: Within = nowhere
) -> list[tuple[Name, Name]]:
    """Return the names of two claims that stand against each other.

    Args:
        one: the names of the first claim.
        two: those of the second.
        sure: the terms that are known to be names; any other must stand where a common word has no capital.
        within: says which place is part of another: "in Lyon" is not against "in France".
    """
    if not one or not two:
        return []
    left = {each for name in one for each in name.terms}
    right = {each for name in two for each in name.terms}
    found: list[tuple[Name, Name]] = []
    taken: set[int] = set()
    for mine in one:
        for place, other in enumerate(two):
            if place in taken or roles(mine).isdisjoint(roles(other)):
                continue
            if not (_known(mine, sure) and _known(other, sure)):
                continue
            if _one(mine, other) or _told(mine, other, right, left):
                continue
            if within(mine.text, other.text) or within(other.text, mine.text):
                continue
            found.append((mine, other))
            taken.add(place)
            break
    return found


def _known(name: Name, sure: Set[str]) -> bool:
    return name.sure or not sure.isdisjoint(name.terms)


def _told(mine: Name, other: Name, right: Set[str], left: Set[str]) -> bool:
    """Return whether the other claim has one of two names as well, whole or in part."""
    if mine.terms[-1] == other.terms[-1]:
        return False
    return (
        not right.isdisjoint(mine.terms) or not left.isdisjoint(other.terms) or _kin(mine, right) or _kin(other, left)
    )


def _kin(name: Name, there: Iterable[str]) -> bool:
    keys = frozenset().union(*map(thesaurus().keys, name.terms), thesaurus().phrases(name.terms))
    return any(not keys.isdisjoint(thesaurus().keys(each)) for each in there)


def shared(one: Sequence[Name], two: Sequence[Name], sure: Set[str]) -> int:
    """Return how many names two claims have in common; ``sure`` as for :func:`against`."""
    there = [other for other in two if _known(other, sure)]
    return sum(any(_one(mine, other) for other in there) for mine in one if _known(mine, sure))


def _one(mine: Name, other: Name) -> bool:
    """Return whether two names may be one, in whole or in part, or are related."""
    short, long = sorted((frozenset(mine.terms), frozenset(other.terms)), key=len)
    if short <= long:
        return True
    if mine.terms[-1] == other.terms[-1]:
        return same(mine.text, other.text)
    return not short.isdisjoint(long) or _kin(mine, other.terms) or one_name(mine.text, other.text)


@lru_cache(maxsize=16384)
def one_name(one: str, two: str) -> bool:
    """Return whether two names may be one person's, spellings of one, or one the initials of the other."""
    if may_be_one(one, two):
        return True
    plain = [_plain(" ".join(without_title(each) or each.split())) for each in (one, two)]
    short, long = sorted(plain, key=len)
    parts = long.split()
    if not short:
        return True  # a title alone: nobody can tell
    if len(parts) > 1 and short.replace(" ", "") == "".join(part[0] for part in parts):
        return True
    ends = short.split()[-1], parts[-1]
    if abs(len(ends[0]) - len(ends[1])) > _LONGER or len(set(map(_consonants, ends))) > 1:
        return False
    return SequenceMatcher(None, *ends, autojunk=False).ratio() >= _LIKE


@lru_cache(maxsize=65536)
def spelling(each: str) -> str:
    """Return what a term of a name has in common with its other spellings, and with its country's other names."""
    groups = [key for key in thesaurus().keys(each) if isinstance(key, int)]
    if groups:
        return f"#{min(groups)}"
    bare = _consonants(_plain(each))
    return bare if len(bare) >= _TELLING else each


def _consonants(word: str) -> str:
    return _DOUBLE.sub(r"\1", _VOWELS.sub("", word).translate(_HARD))


def _plain(name: str) -> str:
    bare = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").removesuffix("'s"))
    return re.sub(r"[^\w ]", "", "".join(each for each in bare if not unicodedata.combining(each)).replace("-", " "))
