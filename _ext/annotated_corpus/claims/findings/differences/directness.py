"""Words that one claim quotes and the other reports."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from annotated_corpus.claims.comparison.clauses import denied
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.attributions import attributed
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.model import Difference, Span

_QUOTED = 4
"""So many words are a quotation, and not a term in quotation marks: “fast-track authority”."""
_LEAST = 3
"""So many words of matter that one quotes and the other has in prose are the same words."""
_SHARE = 0.5
"""Or so many of a short quotation."""
_BOTH = 2
"""Where both quote so many of the words, both are direct."""
_FIRST = frozenset({"i", "we"})
"""Who says "I think" is quoted."""
_MARKS = re.compile('[“”"«»„]')


def _directness(sides: Sides, _told: Sequence[Difference]) -> Iterator[Evidence]:
    yield from _reported(sides.a, sides.b)
    for quoted, plain in _reported(sides.b, sides.a):
        yield plain, quoted


def _reported(quoting: Side, reporting: Side) -> Iterator[tuple[Span, Span]]:
    """Give the quotations of one claim, each with where the other reports it.

    Without a cue ("said that") the other may well be a part of a quotation whose marks stand elsewhere.
    """
    if not any(each.name.casefold() not in _FIRST for each in attributed(reporting.claim)):
        return
    plain = {
        each: position
        for position, each in enumerate(reporting.terms)
        if is_content(each) and not reporting.quoted[position] and position not in reporting.attribution
    }
    again = {each for position, each in enumerate(reporting.terms) if reporting.quoted[position]}
    for quotation in quoting.claim.quotations:
        inside = {
            each
            for position, each in enumerate(quoting.terms)
            if is_content(each) and quotation.start <= quoting.span(position, position).start < quotation.end
        }
        start, end = quotation.start - quoting.claim.start, quotation.end - quoting.claim.start
        length = sum(start <= word.start < end for word in quoting.words)
        if length < _QUOTED or len(inside & again) >= _BOTH:
            continue
        common = sorted(plain[each] for each in inside - again if each in plain)
        if len(common) >= _LEAST or (len(common) > 1 and len(common) >= _SHARE * len(inside)):
            span = reporting.span(denied(reporting, common[0]), common[-1])
            if not _is_open(reporting, span):
                yield quotation, span


def _is_open(side: Side, span: Span) -> bool:
    """Return whether a quotation mark before some words is not closed before them."""
    before = _MARKS.findall(side.claim.text[: span.start - side.claim.start])
    return before[-1:] in (["“"], ["«"], ["„"]) or before.count('"') % 2 == 1


KIND = Kind("directness", rank=7, phrase="quoted or reported", find=_directness)
