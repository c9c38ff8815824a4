"""How closely the wording of two matching claims agrees."""

from __future__ import annotations

from annotated_corpus.claims.differences import figures
from annotated_corpus.claims.sides import Sides
from annotated_corpus.model import Relation

_NEAR = 0.6
"""So much of the shorter claim lies in the longer, word for word, when they are near-verbatim.

On the labelled links this takes 40 of 44 verbatim and near-verbatim ones, and 1 of 178 others.
"""
_MAIN = 0.4
"""So much of the matter of one claim is in the other when the main assertion is the same."""


def relation(sides: Sides) -> Relation:
    """Return the relation of two claims that match."""
    if [word.form for word in sides.a.words] == [word.form for word in sides.b.words]:
        return Relation.VERBATIM
    if sides.wording >= _NEAR:
        return Relation.NEAR_VERBATIM
    if sides.matter >= _MAIN and not figures(sides):
        return Relation.PARAPHRASE
    return Relation.PARTIAL
