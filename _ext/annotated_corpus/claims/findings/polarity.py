"""What one claim denies and the other asserts: "will not resign", "will resign"."""

from __future__ import annotations

from collections.abc import Iterator

from annotated_corpus.claims.comparison.clauses import denied, governed
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.quantifiers import quantified
from annotated_corpus.language.en.terms import is_content, thesaurus
from annotated_corpus.model import Span

_NO_DENIAL = frozenset("only just least until before longer one doubt more less fewer later".split())
"""After a word that denies, these make it another phrase: "not only", "no one"."""
_REACH = 3
"""What is denied stands at most so many words after the word that denies it."""


def opposites(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the amounts that stand against each other, and what else one claim denies, as the words of both."""
    amounts = list(quantified(sides))
    yield from amounts
    for a, b in denials(sides):
        if not any(a.meets(one) or b.meets(two) for one, two in amounts):
            yield a, b


def denials(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give what one claim denies and the other does not, as the words of both.

    It must be the same word in the same surroundings: what stands before or after it in one is in the other too.
    """
    for side, other, back in ((sides.a, sides.b, False), (sides.b, sides.a, True)):
        for negator, head in _denied(side):
            for place, each in enumerate(other.terms):
                if _kin(each, side.terms[head]) and denied(other, place) == place and _beside(side, head, other, place):
                    spans = side.span(negator, head), other.span(_back(side, negator, head, other, place), place)
                    yield (spans[1], spans[0]) if back else spans
                    break


def _denied(side: Side) -> Iterator[tuple[int, int]]:
    """Give each word that denies, with the word of matter that it denies."""
    for position in side.negators:
        head = governed(side, position, _REACH, lambda place: side.words[place].form in _NO_DENIAL)
        if head is not None:
            yield position, head


def _back(side: Side, negator: int, head: int, other: Side, place: int) -> int:
    """Return where the same words begin in the other claim: "among the stolen" for "not among the stolen"."""
    steps = range(1, min(head - negator, place + 1))
    same = next((step for step in steps if side.terms[head - step] != other.terms[place - step]), len(steps) + 1)
    return place - same + 1


def _kin(one: str, two: str) -> bool:
    return one == two or not thesaurus().keys(one).isdisjoint(thesaurus().keys(two))


def _beside(side: Side, head: int, other: Side, place: int) -> bool:
    """Return whether the nearest word of matter before or after a word is the same in both claims."""
    return any((mine := _next(side, head, step)) and mine == _next(other, place, step) for step in (-1, 1))


def _next(side: Side, position: int, step: int) -> str:
    places = range(position + step, len(side.terms) if step > 0 else -1, step)
    return next((side.terms[n] for n in places if is_content(side.terms[n]) and n not in side.negators), "")
