"""Why two claims agree: how independent the agreement is. Nothing here says that a claim is true."""

from __future__ import annotations

from collections.abc import Set

from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.speakers.people import same
from annotated_corpus.language.en.datelines import dateline
from annotated_corpus.language.en.outlets import credits, stated
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.model import Article, Basis

_COPIED = 6
"""So many words in a row outside quotation marks are copied, not chance."""
_OPENING = 5
"""Fewer are enough where both claims begin with them; a set phrase ("file criminal charges") stands anywhere."""
_MOST = 0.6
"""Or so much of the shorter claim's prose, if it is short."""
_NEARLY = 0.75
_QUOTED = 4
"""So many words in a row, quoted by one claim at least, are the same quotation."""


def basis(sides: Sides, one: Set[str], two: Set[str]) -> Basis:
    """Return the least independent reason for the agreement of two claims that their words show.

    Args:
        sides: the claims.
        one: the outlets that the article of the first comes from or credits throughout.
        two: the same of the second.
    """
    prose, quotation = _common(sides)
    if prose >= _COPIED or _one_opening(sides) or (prose and prose >= _MOST * _prose(sides)):
        return Basis.COPIED_PROSE
    if quotation >= _QUOTED or _same_quotation(sides.a, sides.b):
        return Basis.SHARED_QUOTATION
    a, b = sides.a.claim, sides.b.claim
    if not (credits(a.text) | one).isdisjoint(credits(b.text) | two):
        return Basis.SAME_SOURCE
    return Basis.SAME_SOURCE if a.speaker and b.speaker and same(a.speaker, b.speaker) else Basis.INDEPENDENT


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


def _common(sides: Sides) -> tuple[int, int]:
    """Return the longest wording in common outside quotation marks, and inside those of one claim, in words."""
    prose = quotation = 0
    for start_a, start_b, size in sides.runs:
        run = 0
        quoted = 0
        for step in range(size):
            i, j = start_a + step, start_b + step
            inside = sides.a.quoted[i] or sides.b.quoted[j]
            quoted = quoted + 1 if inside else 0
            run = 0 if inside else run + 1
            prose, quotation = max(prose, run), max(quotation, quoted)
    return prose if _telling(sides) else 0, quotation


def _one_opening(sides: Sides) -> bool:
    """Return whether both claims begin with the same prose, which has matter other than names and attribution."""
    size = next((size for i, j, size in sides.runs if i == j == 0), 0)
    matter = [
        n
        for n in range(size)
        if is_content(sides.a.terms[n]) and not sides.a.words[n].capital and n not in sides.a.attribution
    ]
    return size >= _OPENING and len(matter) > 1 and not any((*sides.a.quoted[:size], *sides.b.quoted[:size]))


def _same_quotation(a: Side, b: Side) -> bool:
    """Return whether the matter of the shorter quotation is nearly all in what the other claim quotes."""
    one, two = (
        {each for each, inside in zip(side.terms, side.quoted, strict=True) if inside and is_content(each)}
        for side in (a, b)
    )
    least = min(len(one), len(two))
    return least > 1 and len(one & two) >= _NEARLY * least


def _telling(sides: Sides) -> bool:
    """Return whether the common prose has matter of its own, and is not just "he said on Thursday that"."""
    shared = 0
    for start, _, size in sides.runs:
        for position in range(start, start + size):
            each = sides.a.terms[position]
            shared += is_content(each) and not sides.a.quoted[position] and position not in sides.a.attribution
    return shared > 1


def _prose(sides: Sides) -> int:
    """Return the number of words of the shorter claim outside quotation marks and attribution."""

    def count(side: Side) -> int:
        return sum(not inside and n not in side.attribution for n, inside in enumerate(side.quoted))

    return min(count(sides.a), count(sides.b))
