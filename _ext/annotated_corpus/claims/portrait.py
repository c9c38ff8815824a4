"""A claim prepared for comparison: its terms, clauses, quoted words and who it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from annotated_corpus.claims.outlets import agencies
from annotated_corpus.claims.terms import is_content, is_weighed, term, thesaurus
from annotated_corpus.claims.wording import words
from annotated_corpus.model import Claim

_CLAUSE = re.compile(
    r"[,;:—–“”\"()]| -- "
    r"| (?:who|which|that|after|before|when|while|because|since|but|and|if|although|though|as|saying|adding|where|until"
    r"|over) "
)
_DATELINE = re.compile(r"[A-Z][A-Z.,' ]{2,}[^–—]{0,40}? ?(?:\([A-Z]\w+\) ?)?(?:–|—|--|-)(?= )")
_PERSONAL = frozenset("he she his her him i my me we our i'm i've i'd he's she's".split())
_NEAR = 3
"""Two words stand near each other when fewer than so many words of matter part them."""
_JOINTS = frozenset((" ", ". ", " of ", " of the ", " for "))


class Capital(NamedTuple):
    """A content word written with a capital: a name, unless the articles also write it without.

    ``leading`` says that another word of the same name follows ("U.S. Secretary of State Antony").
    """

    start: int
    end: int
    form: str
    term: str
    quoted: bool
    leading: bool


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a claim shows to the features.

    ``sequence`` are all its terms in order, ``content`` those that are weighed and ``quoted`` those of them
    in quotation marks; ``clauses`` the content of each clause and of each two neighbouring clauses, and
    ``in_clauses`` says as bits in which of them a term stands; ``bigrams`` neighbouring terms, ``pairs`` words
    of matter near each other, in the order of the alphabet; ``phrases`` the keys of phrases in the thesaurus;
    ``lower`` the forms written without a capital; ``speaker`` the last term of the speaker's name; ``personal``
    whether it speaks of "him" or "me".
    """

    claim: Claim
    sequence: tuple[str, ...]
    content: frozenset[str]
    quoted: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    in_clauses: Mapping[str, int]
    bigrams: frozenset[tuple[str, str]]
    pairs: frozenset[tuple[str, str]]
    phrases: frozenset[int | str]
    capitals: tuple[Capital, ...]
    lower: frozenset[str]
    speaker: str
    personal: bool


def portray(claim: Claim) -> Portrait:
    """Return the portrait of a claim."""
    text = claim.text
    dateline = _DATELINE.match(text)
    body = dateline.end() if dateline else 0
    carriers = agencies(text)
    inside = [(span.start - claim.start, span.end - claim.start) for span in claim.quotations]
    bounds = [found.start() for found in _CLAUSE.finditer(text)]
    terms: list[str] = []
    quoted: set[str] = set()
    lower: set[str] = set()
    by_clause: dict[int, set[str]] = {}
    capitals: list[tuple[int, int, str, str, bool]] = []
    personal = False
    for word in words(text):
        start, end, form, capital = word
        if start < body or (carriers and _inside(carriers, start)):
            continue
        each = term(word)
        terms.append(each)
        personal = personal or form in _PERSONAL
        in_quotation = bool(inside) and _inside(inside, start)
        if is_weighed(each):
            number = bisect_right(bounds, start)
            if number in by_clause:
                by_clause[number].add(each)
            else:
                by_clause[number] = {each}
            if in_quotation:
                quoted.add(each)
        if not capital:
            lower.add(form)
        elif is_content(each):
            capitals.append((start, end, form, each, in_quotation))
    sequence = tuple(terms)
    content = frozenset().union(*by_clause.values())
    clauses = _clauses(list(by_clause.values())) or (content,)
    in_clauses = dict.fromkeys(content, 0)
    for number, clause in enumerate(clauses):
        for each in clause:
            in_clauses[each] |= 1 << number
    speaker = [term(word) for word in words(claim.speaker) if word.capital] if claim.speaker else ()
    return Portrait(
        claim=claim,
        sequence=sequence,
        content=content,
        quoted=frozenset(quoted),
        clauses=clauses,
        in_clauses=in_clauses,
        bigrams=frozenset(pairwise(sequence)),
        pairs=_pairs([each for each in terms if is_content(each)]),
        phrases=thesaurus().phrases(sequence),
        capitals=_capitals(text, capitals),
        lower=frozenset(lower),
        speaker=speaker[-1] if speaker else "",
        personal=personal,
    )


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Return whether a place lies in one of the spans, which stand in order and apart."""
    before = bisect_right(spans, place, key=itemgetter(0))
    return bool(before) and place < spans[before - 1][1]


def _clauses(by_clause: Sequence[set[str]]) -> tuple[frozenset[str], ...]:
    single = [frozenset(terms) for terms in by_clause if len(terms) > 1]
    return (*single, *(one | two for one, two in pairwise(single)))


def _pairs(terms: Sequence[str]) -> frozenset[tuple[str, str]]:
    found = set()
    for distance in range(1, _NEAR + 1):
        for one, two in zip(terms, terms[distance:], strict=False):
            if one < two:
                found.add((one, two))
            elif two < one:
                found.add((two, one))
    return frozenset(found)


def _capitals(text: str, found: Sequence[tuple[int, int, str, str, bool]]) -> tuple[Capital, ...]:
    starts = [start for start, *_ in found[1:]]
    leading = [text[each[1] : start] in _JOINTS for each, start in zip(found, starts, strict=False)]
    return tuple(Capital(*each, leads) for each, leads in zip(found, (*leading, False), strict=False))
