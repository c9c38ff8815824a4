"""Why two claims agree: how independent the agreement is. Nothing here says that a claim is true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.attributions import attributed, other_speakers
from annotated_corpus.claims.findings.relation import relation
from annotated_corpus.claims.speakers.people import same
from annotated_corpus.language.en.datelines import dateline
from annotated_corpus.language.en.outlets import credits, stated
from annotated_corpus.language.en.roles import nouns, plurals
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.language.en.titles import OFFICES
from annotated_corpus.model import Article, Basis, Relation

_COPIED = 6
"""So many words in a row outside quotation marks are copied, not chance."""
_OPENING = 5
"""Fewer are enough where both claims begin with them; a set phrase ("file criminal charges") stands anywhere."""
_MOST = 0.6
"""Or so much of the shorter claim's prose, if it is short."""
_NEARLY = 0.75
_QUOTED = 4
"""So many words in a row, quoted by both claims, are the same quotation."""
_TELLING = 2
"""So many words of matter that are no names and no offices make prose of a wording."""
_COPIES = (Relation.VERBATIM, Relation.NEAR_VERBATIM)
_VAGUE = frozenset("source sources official officials aide aides witness man woman person people spokesman".split())
"""Nouns that name nobody, whatever stands before them: "the official"."""
_INDEFINITE = frozenset("a an one two three four five some several many another other".split())
_OUTLET = re.compile(r"^the | (?:news agency|newspaper|magazine|website|news)$")


def agreement(sides: Sides, one: Set[str], two: Set[str]) -> tuple[Relation, Basis]:
    """Return how closely the wording of two claims agrees, and why: the two never contradict each other.

    What is said in other words is no copied prose, and what is said in the same words is no independent wording.

    Args:
        sides: the claims.
        one: the outlets that the article of the first comes from or credits throughout.
        two: the same of the second.
    """
    closeness, why = relation(sides), basis(sides, one, two)
    if closeness is Relation.PARAPHRASE and why is Basis.COPIED_PROSE:
        why = _beyond_prose(sides, one, two)
        if why is Basis.INDEPENDENT:
            return Relation.PARTIAL, Basis.COPIED_PROSE
    if closeness in _COPIES and why is Basis.INDEPENDENT:
        return closeness, Basis.COPIED_PROSE
    return closeness, why


def basis(sides: Sides, one: Set[str], two: Set[str]) -> Basis:
    """Return the least independent reason for the agreement of two claims that their words show."""
    prose = max(
        (size for start, _, size in _stretches(sides, (False, False)) if _is_prose(sides, start, size)), default=0
    )
    copied = prose >= _COPIED or _one_opening(sides) or (prose and prose >= _MOST * _prose(sides))
    if copied and not any(other_speakers(sides)):  # two who say it are not one text
        return Basis.COPIED_PROSE
    return _beyond_prose(sides, one, two)


def _beyond_prose(sides: Sides, one: Set[str], two: Set[str]) -> Basis:
    if _longest(_stretches(sides, (True, True))) >= _QUOTED or _same_quotation(sides.a, sides.b):
        return Basis.SHARED_QUOTATION
    a, b = sides.a.claim, sides.b.claim
    if not outlets(credits(a.text) | one).isdisjoint(outlets(credits(b.text) | two)):
        return Basis.SAME_SOURCE
    if a.speaker and b.speaker and _is_known(a.speaker) and _is_known(b.speaker) and same(a.speaker, b.speaker):
        return Basis.SAME_SOURCE
    return Basis.SAME_SOURCE if _reports_the_other(sides) else Basis.INDEPENDENT


def origins(article: Article) -> frozenset[str]:
    """Return the outlets that an article as a whole comes from: its stated source, its dateline, its credit lines."""
    found = set(stated(article.seed.metadata.source))
    for block in article.blocks:
        if not block.kind.asserts:
            found |= credits(block.text)
    for block in article.blocks:
        if block.kind.asserts and (opening := dateline(block.text)) and opening.outlets:
            found |= opening.outlets
            break
    return frozenset(found)


def outlets(names: Iterable[str]) -> frozenset[str]:
    """Return outlets by what tells them from others: "The Belga news agency" is "belga"."""
    return frozenset(_OUTLET.sub("", _OUTLET.sub("", name.casefold().strip())) for name in names)


def _is_known(speaker: str) -> bool:
    """Return whether a speaker is named, by name or by an office: two unnamed sources may be one or two."""
    found = speaker.casefold().split()
    if found[-1] in _VAGUE or found[-1] in plurals() - {"police"}:
        return False
    return not (found[0] in _INDEFINITE and found[-1] in nouns("person"))


def _stretches(sides: Sides, quoted: tuple[bool, bool]) -> Iterator[tuple[int, int, int]]:
    """Give the wordings in common that are quoted, or not, in a and in b: their first words, and how many they are."""
    for start_a, start_b, size in sides.runs:
        length = 0
        for step in range(size + 1):
            if step < size and (sides.a.quoted[start_a + step], sides.b.quoted[start_b + step]) == quoted:
                length += 1
            elif length:
                yield start_a + step - length, start_b + step - length, length
                length = 0


def _longest(stretches: Iterable[tuple[int, int, int]]) -> int:
    return max((size for _, _, size in stretches), default=0)


def _is_prose(sides: Sides, start: int, size: int) -> bool:
    """Return whether a wording of a has matter of its own, and is not names, offices and "he said on Thursday that"."""
    side = sides.a
    return (
        sum(
            is_content(side.terms[n])
            and not side.words[n].capital
            and side.words[n].form not in OFFICES
            and n not in side.attribution
            for n in range(start, start + size)
        )
        >= _TELLING
    )


def _one_opening(sides: Sides) -> bool:
    """Return whether both claims begin with the same prose."""
    size = next((size for i, j, size in sides.runs if i == j == 0), 0)
    quoted = any((*sides.a.quoted[:size], *sides.b.quoted[:size]))
    return size >= _OPENING and not quoted and _is_prose(sides, 0, size)


def _same_quotation(a: Side, b: Side) -> bool:
    """Return whether the matter of the shorter quotation is nearly all in what the other claim quotes."""
    one, two = (
        {each for each, inside in zip(side.terms, side.quoted, strict=True) if inside and is_content(each)}
        for side in (a, b)
    )
    least = min(len(one), len(two))
    return least > 1 and len(one & two) >= _NEARLY * least


def _reports_the_other(sides: Sides) -> bool:
    """Return whether one claim reports, as said by somebody, the words that the other quotes."""
    if next(other_speakers(sides), None):
        return False
    for reporting, quoted in ((sides.a, (False, True)), (sides.b, (True, False))):
        if attributed(reporting.claim) and _longest(_stretches(sides, quoted)) >= _QUOTED:
            return True
    return False


def _prose(sides: Sides) -> int:
    """Return the number of words of the shorter claim outside quotation marks and attribution."""

    def count(side: Side) -> int:
        return sum(not inside and n not in side.attribution for n, inside in enumerate(side.quoted))

    return min(count(sides.a), count(sides.b))
