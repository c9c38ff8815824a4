"""What a claim denies, doubts, alleges, plans or makes conditional: the words that do it and what they govern."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.claims.comparison.clauses import CLAUSE, apart, governed
from annotated_corpus.claims.comparison.sides import Side
from annotated_corpus.language.en.denial import Modality, operator
from annotated_corpus.language.en.terms import is_content

_NO_DENIAL = frozenset("only just least until before longer one doubt more less fewer later matter".split())
"""After a word that denies, these make it another phrase: "not only", "no one"."""
_REACH = 4
"""What is governed stands at most so many words after the operator."""
_CLAUSE = 14
"""A clause that is governed goes on over at most so many words."""
_ENDS = frozenset("but while although though whereas".split())


_OPENS = frozenset("that if unless whether".split())


class Modal(NamedTuple):
    """An operator of a claim: its first and last word, and the words of matter that it governs."""

    modality: Modality
    first: int
    last: int
    heads: tuple[int, ...]
    clause: bool


@lru_cache(maxsize=4096)
def modals(side: Side) -> tuple[Modal, ...]:
    """Return the operators of a claim that govern something, in order."""
    forms = [word.form for word in side.words]
    found: list[Modal] = []
    position = 0
    while position < len(forms):
        own = operator(forms, position)
        if own is None or (forms[position] in ("may", "will") and side.words[position].capital and position):
            position += 1
            continue
        last = position + len(own.parts) - 1
        ends = own.modality is Modality.CONDITIONAL
        heads = _clause(side, last, ends) if own.clause else _next(side, last)
        if heads:
            found.append(Modal(own.modality, position, last, heads, own.clause))
        position = last + 1
    return tuple(found)


def _next(side: Side, position: int) -> tuple[int, ...]:
    head = governed(side, position, _REACH, lambda place: side.words[place].form in _NO_DENIAL)
    return () if head is None else (head,)


def _clause(side: Side, position: int, ends: bool) -> tuple[int, ...]:
    """Return what a clause holds that follows a word: after "that", "if", or a form in -ing ("denied taking it").

    ``ends`` says that the clause ends with a comma: "if it rains, the match is off".
    """
    near = [word.form for word in side.words[position : position + 1 + _REACH]]
    if _OPENS.isdisjoint(near) and not any(form.endswith("ing") for form in near[1:2]):
        return ()
    heads: list[int] = []
    for place in range(position + 1, min(position + 1 + _CLAUSE, len(side.words))):
        if side.words[place].form in _ENDS or (
            heads and apart(side, place) and (ends or side.words[place].form in CLAUSE)
        ):
            break
        if is_content(side.terms[place]):
            heads.append(place)
    return tuple(heads)
