"""How closely the wording of two matching claims agrees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotated_corpus.claims.comparison.figures import at_odds
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.attributions import attributed
from annotated_corpus.claims.findings.differences.modality import modality
from annotated_corpus.claims.speakers.cues import Kind
from annotated_corpus.language.en.denial import negators
from annotated_corpus.language.en.terms import is_content, term
from annotated_corpus.language.words import words
from annotated_corpus.model import Relation

_NEAR = 0.6
"""So much of the shorter claim lies in the longer, word for word, when they are near-verbatim.

On the labelled links this takes 40 of 44 verbatim and near-verbatim ones, and 1 of 178 others.
"""
_PASSAGE = 5
"""So many words of a claim are a passage of a longer one ("Freedom means freedom for everyone", the shortest labelled).

Fewer must be most of the longer: "Promised help" is not near-verbatim with a sentence that ends so, but part of it.
"""
_MAIN = 0.55
"""So much of the matter of one claim is in the other when the main assertion is the same."""
_ASIDE = 0.6
"""So much of what they share stands in a side clause of one when its main assertion is another."""
_THINKS = frozenset(term(word) for word in words("hope want believe think expect"))
"""Verbs that are no matter of what is hoped or believed."""
_CONJUNCTION = "since|after|before|when|while|as|although|though|because|if|unless"
_FINITE = r"(?:has|have|had|is|are|was|were|will|would|could|did|\w+ed)"
_SUBJECT = rf"(?:(?:he|she|it|they|we|I)\b|(?:(?!that\b)[\w’'-]+ ){{1,4}}?{_FINITE}\b)"
_SIDE = re.compile(rf", (?:who|whose|which|where)\b[^,]*|\b(?:{_CONJUNCTION}) {_SUBJECT}[^,;]*", re.IGNORECASE)
"""A relative or adverbial clause; "before the meeting" is none."""


def relation(sides: Sides) -> Relation:
    """Return the relation of two claims that match."""
    if sides.a.forms == sides.b.forms and not sides.figures_apart:
        return Relation.VERBATIM
    if sides.contradicts or modality(sides) or _is_snatch(sides):
        return Relation.PARTIAL
    if sides.wording >= _NEAR and (sides.copied >= _PASSAGE or 2 * sides.copied > len(sides.longer.words)):
        return Relation.NEAR_VERBATIM
    aside = any(_aside(side, lacking) for side, lacking in zip((sides.a, sides.b), sides.lacking, strict=True))
    if _matter(sides) >= _MAIN and not aside and not _is_open(sides):
        return Relation.PARAPHRASE
    return Relation.PARTIAL


def _is_open(sides: Sides) -> bool:
    """Return whether claims in other words may say the opposite: one alone denies, or they count the same otherwise."""
    one, two = (any(word.form in negators() for word in side.words) for side in (sides.a, sides.b))
    return one is not two or at_odds(sides.a.claim.text, sides.b.claim.text)


def _matter(sides: Sides) -> float:
    """Return the share of what a claim says, beside who says it and where, of the claim that shares more of it."""
    return max(_share(side, lacking) for side, lacking in zip((sides.a, sides.b), sides.lacking, strict=True))


def _share(side: Side, lacking: Sequence[bool]) -> float:
    frame = next(iter(attributed(side.claim)), None)  # "In a speech in Oslo, Holm said"
    own = range(len(side.terms)) if frame is None or frame.kind is not Kind.MAIN else sorted(frame.covered)
    content = [n for n in own if is_content(side.terms[n]) and side.terms[n] not in _THINKS]
    return sum(not lacking[n] for n in content) / (len(content) + 1)


def _is_snatch(sides: Sides) -> bool:
    """Return whether one claim is a few words beside a sentence: "Promised help"."""
    short = len(sides.shorter.words)
    return short < _PASSAGE and 2 * short < len(sides.longer.words)


def _aside(side: Side, lacking: Sequence[bool]) -> bool:
    """Return whether most of what a claim shares, attribution aside, stands in side clauses of it."""
    clauses = [found.span() for found in _SIDE.finditer(side.claim.text)]
    if not clauses:
        return False
    shared = [
        side.words[n].start
        for n, each in enumerate(side.terms)
        if is_content(each) and not lacking[n] and n not in side.attribution
    ]
    inside = sum(any(start <= place < end for start, end in clauses) for place in shared)
    return inside > 0 and inside >= _ASIDE * len(shared)
