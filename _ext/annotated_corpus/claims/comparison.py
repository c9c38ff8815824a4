"""Two matching claims side by side: relation, basis and differences."""

from __future__ import annotations

import re

from annotated_corpus.claims.function_words import FUNCTION_WORDS
from annotated_corpus.claims.stems import stem
from annotated_corpus.claims.wording import differing, words
from annotated_corpus.model import Basis, Claim, Difference, DifferenceKind, Relation, Span

_CREDIT = re.compile(r"\b(Reuters|Interfax|Associated Press|AP|AFP|TASS|Bloomberg)\b")
_HONORIFICS = {"mr", "mrs", "ms", "dr"}


def relation(a: Claim, b: Claim) -> Relation:
    """Return how closely the wording of the two claims agrees."""
    one = [word.form for word in words(a.text) if word.form not in _HONORIFICS]
    two = [word.form for word in words(b.text) if word.form not in _HONORIFICS]
    if one == two:
        return Relation.VERBATIM
    short, long = sorted((one, two), key=len)
    kept = {stem(form) for form in short} - FUNCTION_WORDS
    share = len(kept & {stem(form) for form in long}) / max(len(kept), 1)
    if share > 0.8:
        return Relation.NEAR_VERBATIM
    return Relation.PARAPHRASE if share > 0.4 else Relation.PARTIAL


def basis(a: Claim, b: Claim) -> Basis:
    """Return why the two claims agree, the least independent reason that the words show."""
    if relation(a, b) in (Relation.VERBATIM, Relation.NEAR_VERBATIM):
        return Basis.SHARED_QUOTATION if a.quotations and b.quotations else Basis.COPIED_PROSE
    if set(_CREDIT.findall(a.text)) & set(_CREDIT.findall(b.text)):
        return Basis.SAME_SOURCE
    return Basis.INDEPENDENT


def differences(a: Claim, b: Claim) -> tuple[Difference, ...]:
    """Return the particulars in which the claims differ, as spans of their seeds."""
    left, right = differing(a.text, b.text)
    found = [Difference(DifferenceKind.DETAIL, Span(a.start + s.start, a.start + s.end), None) for s in left]
    found += [Difference(DifferenceKind.DETAIL, None, Span(b.start + s.start, b.start + s.end)) for s in right]
    return tuple(found)
