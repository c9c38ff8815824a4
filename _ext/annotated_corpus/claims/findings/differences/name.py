"""Another name of the same ("Kyiv" for "Ukraine"), and another who, where or what in the same role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from annotated_corpus.claims.comparison.names import Name, names
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.attributions import names_of_speakers
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.claims.speakers.people import last, places
from annotated_corpus.language.en.roles import nouns, plurals
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.language.en.titles import OFFICES
from annotated_corpus.model import Difference, Span

_FORM = 3
"""Names of one group that begin with so many letters alike are forms of one: Sweden, Swedish."""
_OF_A_PEOPLE = re.compile(
    r"(?:[ie]ans?|icans?|ese|[^aeiou]ish|nch|tch|raqis?|aelis?|tanis?|audis?)$|^(?:germans?|greeks?|swiss|danes?|turks?)$"
)
"""How the name of a people, or of what is theirs, ends: "Ukrainian", "French"; "Kyiv" stands for none of these."""
_ADJECTIVES = frozenset("former longtime current late new top senior veteran fellow".split())
_AND = " and "
_BEFORE_A_NOUN = frozenset("the a an my your his her its our their this that".split())
_WORDING = 2
"""So many words before a noun are the same in both quotations."""
_WITH = 7
"""Who is joined with somebody is named within so many words."""
_SHORT = 2
"""A name that is joined with another has at most so many words."""


def _names(sides: Sides, told: Sequence[Difference]) -> Iterator[Evidence]:
    speakers = list(names_of_speakers(sides))
    yield from speakers
    said = [*((each.a, each.b) for each in told), *speakers]
    for pair in (*_other_names(sides), *_others(sides), *_joined(sides), *_quoted(sides)):
        if not any(a and b and (a.meets(pair[0]) or b.meets(pair[1])) for a, b in said):
            said.append(pair)
            yield pair


def _other_names(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give names of one claim for which the other has another name of the same in its place: "Kyiv" for "Ukraine"."""
    left, right = _capitals(sides.a), _capitals(sides.b)
    for name, one in left.items():
        if name in right or _OF_A_PEOPLE.search(sides.a.words[one].form):
            continue
        for other, two in right.items():
            if other in left or _OF_A_PEOPLE.search(sides.b.words[two].form):
                continue
            if places(name) & places(other) and name[:_FORM] != other[:_FORM] and _in_place(sides, one, two):
                yield sides.a.span(one, one), sides.b.span(two, two)
                break


def _in_place(sides: Sides, one: int, two: int) -> bool:
    """Return whether the word after is the same in both claims, or the word of matter before."""
    a, b = sides.a.terms, sides.b.terms
    before = one > 0 and two > 0 and a[one - 1] == b[two - 1] and is_content(a[one - 1])
    return before or a[one + 1 : one + 2] == b[two + 1 : two + 2] != ()


def _others(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give names in the same role of both claims that are not one; a place and a person are in no one role.

    Where names have changed places, all the words from the one to the other are the evidence.
    """
    for mine, other in sides.against:
        a, b = sides.a.claim, sides.b.claim
        texts = a.text[mine.start - a.start : mine.end - a.start], b.text[other.start - b.start : other.end - b.start]
        if _bare(texts[0]) == _bare(texts[1]) or _is_qualified(a.text[: mine.start - a.start]):
            continue
        if not any(places(last(one)) and " " in two and not places(last(two)) for one, two in (texts, texts[::-1])):
            yield mine, other
    yield from sides.swapped


def _is_qualified(before: str) -> bool:
    """Return whether only an adjective stands before a name, which says nothing of its role: "former Bush official"."""
    return bool(_ADJECTIVES.intersection(before.casefold().split()[-1:]))


def _bare(name: str) -> str:
    """Return a name without possessive, accents and capitals."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").removesuffix("'s"))
    return "".join(each for each in plain if not unicodedata.combining(each))


def _quoted(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give nouns that stand for each other where both claims quote: “We reject his visit”, “We reject his message”."""
    for (i, j, size), (k, m, _) in pairwise(sides.blocks):
        one, two = i + size, j + size
        if size < _WORDING or k - one != 1 or m - two != 1:
            continue
        differs = sides.lacking[0][one] and sides.lacking[1][two] and sides.a.words[one - 1].form in _BEFORE_A_NOUN
        if differs and sides.a.quoted[one] and sides.b.quoted[two]:
            yield sides.a.span(one, one), sides.b.span(two, two)


def _joined(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give two names joined by "and" of which the other claim has one alone: "Zimbabwe and Zambia", "Zimbabwe"."""
    yield from (*_pairs(sides.a, sides.b), *_groups(sides, sides.a, sides.b))
    for mine, other in (*_pairs(sides.b, sides.a), *_groups(sides, sides.b, sides.a)):
        yield other, mine


def _pairs(side: Side, other: Side) -> Iterator[tuple[Span, Span]]:
    found = names(side.claim.text)
    there = set(other.terms)
    for one, two in pairwise(found):
        if side.claim.text[one.end : two.start] != _AND or len(one.terms) > _SHORT or len(two.terms) > _SHORT:
            continue
        for kept, left in ((one, two), (two, one)):
            if not there.isdisjoint(left.terms):
                continue
            for alone in names(other.claim.text):
                if alone.terms[-1] != kept.terms[-1] or _is_joined(other, alone):
                    continue
                if not _around(side, one.start, two.end).isdisjoint(_around(other, alone.start, alone.end)):
                    yield side.place(Span(one.start, two.end)), other.place(Span(alone.start, alone.end))
                    break


def _groups(sides: Sides, side: Side, other: Side) -> Iterator[tuple[Span, Span]]:
    """Give people with whom one claim joins others: "rebels and their allies" against "rebels"."""
    lacking = sides.lacking[0 if side is sides.a else 1]
    forms = [word.form for word in side.words]
    for place, form in enumerate(forms):
        if form not in plurals() or forms[place + 1 : place + 2] != ["and"]:
            continue
        end = next((n for n in range(place + 2, min(place + _WITH, len(forms))) if _is_people(forms[n])), None)
        if end is None or not all(lacking[n] or not is_content(side.terms[n]) for n in range(place + 2, end + 1)):
            continue
        before = _before(side, place)
        for there, each in enumerate(other.words):
            alone = each.form == form and [word.form for word in other.words[there + 1 : there + 2]] != ["and"]
            if alone and before and before == _before(other, there):
                yield side.span(place, end), other.span(there, there)
                break


def _before(side: Side, position: int) -> str:
    """Return the nearest word of matter before a word."""
    return next((side.terms[n] for n in reversed(range(position)) if is_content(side.terms[n])), "")


def _is_people(form: str) -> bool:
    return form in plurals() or form == "others"


def _around(side: Side, start: int, end: int) -> set[str]:
    """Return the nearest word of matter before and after a stretch of a claim."""
    before = [side.terms[n] for n, word in enumerate(side.words) if word.end <= start and is_content(side.terms[n])]
    after = [side.terms[n] for n, word in enumerate(side.words) if word.start >= end and is_content(side.terms[n])]
    return {*before[-1:], *after[:1]}


def _is_joined(side: Side, name: Name) -> bool:
    text = side.claim.text
    return text.startswith((_AND, ", "), name.end) or text.endswith((_AND, ", "), 0, name.start)


@cache
def _common() -> frozenset[str]:
    """Return nouns for people and bodies, which may have a capital and are no names: "Lawmakers", "Senate"."""
    return OFFICES | plurals() | nouns("person") | nouns("body")


def _capitals(side: Side) -> dict[str, int]:
    """Return where each word with a capital stands first."""
    found: dict[str, int] = {}
    for position, word in enumerate(side.words):
        if word.capital and is_content(side.terms[position]) and word.form not in _common():
            found.setdefault(side.terms[position], position)
    return found


KIND = Kind("name", rank=4, phrase="name", find=_names, turn=1, added="", lacking="")
