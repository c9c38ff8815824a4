"""A claim prepared for comparison: its terms, clauses, quoted words and who it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.en.outlets import agencies
from annotated_corpus.language.en.terms import read, term, thesaurus
from annotated_corpus.language.words import words, written
from annotated_corpus.model import Claim

_CLAUSE = re.compile(
    r"[,;:—–“”\"()]| -- "
    r"| (?:who|which|that|after|before|when|while|because|since|but|and|if|although|though|as|saying|adding|where|until"
    r"|over) "
)
_PERSONAL = frozenset("he she his her him i my me we our i'm i've i'd he's she's".split())
_CROSSHEAD = 5
"""A crosshead has at most so many words."""
_STOPPED = re.compile(r"[.!…。！।][\"'”’»)\]]*\s*$")
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


@dataclass(frozen=True)
class Portrait:
    """What a claim shows to the features.

    ``sequence`` are all its terms in order; ``parts`` those that are weighed, clause by clause, ``content`` all of
    these and ``quoted`` those of them in quotation marks; ``lower`` the forms written without a capital;
    ``speaker`` the last term of the speaker's name; ``personal`` whether it speaks of "him" or "me".
    """

    claim: Claim
    sequence: tuple[str, ...]
    parts: tuple[Set[str], ...]
    content: frozenset[str]
    quoted: frozenset[str]
    capitals: tuple[Capital, ...]
    lower: frozenset[str]
    speaker: str
    personal: bool

    @cached_property
    def fragment(self) -> bool:
        """Return whether the claim is a crosshead by its looks: a few words without a full stop."""
        return len(self.sequence) <= _CROSSHEAD and not _STOPPED.search(self.claim.text)

    @cached_property
    def clauses(self) -> tuple[Set[str], ...]:
        """Return the content of each clause of two words or more and of each two such clauses that follow on another.

        Without one, all of it is one clause; a claim that shows nothing has none.
        """
        single = [terms for terms in self.parts if len(terms) > 1]
        whole = (self.content,) if self.parts else ()
        return (*single, *(one | two for one, two in pairwise(single))) or whole

    @cached_property
    def in_clauses(self) -> Mapping[str, int]:
        """Return as bits in which of the clauses each term of the content stands."""
        found = dict.fromkeys(self.content, 0)
        for number, clause in enumerate(self.clauses):
            bit = 1 << number
            for each in clause:
                found[each] |= bit
        return found

    def phrases(self) -> frozenset[int | str]:
        """Return the keys of its phrases in the thesaurus."""
        return thesaurus().phrases(self.sequence) if self.content else frozenset()


def portray(claim: Claim) -> Portrait:
    """Return the portrait of a claim."""
    text = claim.text
    body = report(text)
    carriers = agencies(text)
    inside = [(span.start - claim.start, span.end - claim.start) for span in claim.quotations]
    bounds = [found.start() for found in _CLAUSE.finditer(text)]
    bounds.append(len(text))
    terms: list[str] = []
    quoted: set[str] = set()
    lower: set[str] = set()
    forms: set[str] = set()
    by_clause: dict[int, set[str]] = {}
    capitals: list[tuple[int, int, str, str, bool]] = []
    clause = 0
    for start, end in written(text):
        if start < body or (carriers and _inside(carriers, start)):
            continue
        form, capital, each, weighed, content = read(text[start:end])
        terms.append(each)
        in_quotation = bool(inside) and _inside(inside, start)
        if weighed:
            while bounds[clause] <= start:
                clause += 1
            if clause in by_clause:
                by_clause[clause].add(each)
            else:
                by_clause[clause] = {each}
            if in_quotation:
                quoted.add(each)
        if not capital:
            lower.add(form)
        elif content:
            capitals.append((start, end, form, each, in_quotation))
        forms.add(form)
    speaker = [term(word) for word in words(claim.speaker) if word.capital] if claim.speaker else ()
    return Portrait(
        claim=claim,
        sequence=tuple(terms),
        parts=tuple(by_clause.values()),
        content=frozenset().union(*by_clause.values()),
        quoted=frozenset(quoted),
        capitals=_capitals(text, capitals),
        lower=frozenset(lower),
        speaker=speaker[-1] if speaker else "",
        personal=not _PERSONAL.isdisjoint(forms),
    )


def _inside(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Return whether a place lies in one of the spans, which stand in order and apart."""
    before = bisect_right(spans, place, key=itemgetter(0))
    return bool(before) and place < spans[before - 1][1]


def _capitals(text: str, found: Sequence[tuple[int, int, str, str, bool]]) -> tuple[Capital, ...]:
    starts = [start for start, *_ in found[1:]]
    leading = [text[each[1] : start] in _JOINTS for each, start in zip(found, starts, strict=False)]
    return tuple(Capital(*each, leads) for each, leads in zip(found, (*leading, False), strict=False))
