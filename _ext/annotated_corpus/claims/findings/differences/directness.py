"""Words that one claim quotes and the other reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotated_corpus.claims.comparison.clauses import denied
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.model import Difference, Span

_LEAST = 3
"""So many words of matter that one quotes and the other has in prose are the same words."""
_SHARE = 0.6
"""Or so many of a short quotation."""


def _directness(sides: Sides, _told: Sequence[Difference]) -> Iterator[Evidence]:
    yield from _reported(sides.a, sides.b)
    for quoted, plain in _reported(sides.b, sides.a):
        yield plain, quoted


def _reported(quoting: Side, reporting: Side) -> Iterator[tuple[Span, Span]]:
    """Give the quotations of one claim, each with where the other reports it."""
    plain = {
        each: position
        for position, each in enumerate(reporting.terms)
        if is_content(each) and not reporting.quoted[position]
    }
    again = {each for position, each in enumerate(reporting.terms) if reporting.quoted[position]}
    for quotation in quoting.claim.quotations:
        inside = {
            each
            for position, each in enumerate(quoting.terms)
            if is_content(each) and quotation.start <= quoting.span(position, position).start < quotation.end
        }
        common = sorted(plain[each] for each in inside - again if each in plain)
        if len(common) >= _LEAST or (len(common) > 1 and len(common) >= _SHARE * len(inside)):
            yield quotation, reporting.span(denied(reporting, common[0]), common[-1])


KIND = Kind("directness", rank=7, phrase="quoted or reported", find=_directness)
