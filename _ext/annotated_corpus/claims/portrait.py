"""A claim prepared for comparison: its terms, clauses, quoted words and who it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from annotated_corpus.claims.outlets import AGENCY
from annotated_corpus.claims.terms import is_content, is_weighed, term, thesaurus
from annotated_corpus.claims.wording import Word, words
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


@dataclass(frozen=True, slots=True)
class Capital:
    """A content word written with a capital: a name, unless the articles also write it without."""

    start: int
    end: int
    form: str
    term: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a claim shows to the features.

    ``sequence`` are all its terms in order, ``content`` those that are weighed and ``quoted`` those of them
    in quotation marks; ``clauses`` the content of each clause and of each two neighbouring clauses;
    ``bigrams`` neighbouring terms, ``pairs`` words of matter near each other; ``phrases`` the keys of phrases
    in the thesaurus; ``lower`` the forms written without a capital; ``speaker`` the last term of the speaker's
    name; ``personal`` whether it speaks of "him" or "me".
    """

    claim: Claim
    sequence: tuple[str, ...]
    content: frozenset[str]
    quoted: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    bigrams: frozenset[tuple[str, str]]
    pairs: frozenset[frozenset[str]]
    phrases: frozenset[int | str]
    capitals: tuple[Capital, ...]
    lower: frozenset[str]
    speaker: str
    personal: bool


def portray(claim: Claim) -> Portrait:
    """Return the portrait of a claim."""
    dateline = _DATELINE.match(claim.text)
    body = dateline.end() if dateline else 0
    agencies = [match.span() for match in AGENCY.finditer(claim.text)]
    found = tuple(word for word in words(claim.text) if word.start >= body and not _inside(agencies, word.start))
    terms = tuple(term(word) for word in found)
    rows = list(zip(found, terms, strict=True))
    inside = [(span.start - claim.start, span.end - claim.start) for span in claim.quotations]

    def quoted(word: Word) -> bool:
        return _inside(inside, word.start)

    speaker = [term(word) for word in words(claim.speaker or "") if word.capital]
    content = frozenset(filter(is_weighed, terms))
    return Portrait(
        claim=claim,
        sequence=terms,
        content=content,
        quoted=frozenset(each for word, each in rows if is_weighed(each) and quoted(word)),
        clauses=_clauses(claim.text, rows) or (content,),
        bigrams=frozenset(pairwise(terms)),
        pairs=_pairs([each for each in terms if is_content(each)]),
        phrases=thesaurus().phrases(terms),
        capitals=tuple(
            Capital(word.start, word.end, word.form, each, quoted(word))
            for word, each in rows
            if word.capital and is_content(each)
        ),
        lower=frozenset(word.form for word in found if not word.capital),
        speaker=speaker[-1] if speaker else "",
        personal=any(word.form in _PERSONAL for word in found),
    )


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Return whether a place lies in one of the spans, which stand in order and apart."""
    before = bisect_right(spans, place, key=itemgetter(0))
    return bool(before) and place < spans[before - 1][1]


def _clauses(text: str, rows: Sequence[tuple[Word, str]]) -> tuple[frozenset[str], ...]:
    bounds = [found.start() for found in _CLAUSE.finditer(text)]
    by_clause: dict[int, set[str]] = {}
    for word, each in rows:
        if is_weighed(each):
            by_clause.setdefault(bisect_right(bounds, word.start), set()).add(each)
    single = [frozenset(terms) for _, terms in sorted(by_clause.items()) if len(terms) > 1]
    return (*single, *(one | two for one, two in pairwise(single)))


def _pairs(terms: Sequence[str]) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((one, two))
        for start, one in enumerate(terms)
        for two in terms[start + 1 : start + 1 + _NEAR]
        if one != two
    )
