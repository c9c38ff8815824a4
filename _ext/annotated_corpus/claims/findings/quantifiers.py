"""How many, or how often, where no number says it: "nobody" against "somebody", "few" against "all"."""

from __future__ import annotations

from collections.abc import Iterator

from annotated_corpus.claims.comparison.clauses import governed
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.language.en.terms import is_figure
from annotated_corpus.model import Span

_AMOUNTS = {
    word: amount
    for amount, words in enumerate(
        (
            "nobody none nothing nowhere never neither",
            "few seldom rarely hardly barely",
            "some somebody someone something several sometimes",
            "many often",
            "most mostly",
            "all everybody everyone everything every each both always",
        )
    )
    for word in words.split()
}
"""Words by how much they say. Those of one amount may stand for one another."""
_SOME = _AMOUNTS["some"]
_REACH = 5
"""What is counted stands at most so many words after the word that counts it."""


def quantified(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give where the claims say that another amount of the same does something, as the words of both."""
    one, two = list(_counted(sides.a)), list(_counted(sides.b))
    for amount, place, head in one:
        same = [each for each in two if sides.b.terms[each[2]] == sides.a.terms[head]]
        if same and all(other != amount for other, _, _ in same):
            _, start, end = same[0]
            yield sides.a.span(place, head), sides.b.span(start, end)


def _counted(side: Side) -> Iterator[tuple[int, int, int]]:
    """Give the amount that a word says, its position, and that of the word of matter which it counts."""
    for position, word in enumerate(side.words):
        amount = _AMOUNTS.get(word.form)
        if amount is None:
            continue
        if word.form == "few" and position and side.words[position - 1].form == "a":
            amount = _SOME
        # "some 90,000" is no amount of its own
        head = governed(side, position, _REACH, lambda place: is_figure(side.terms[place]))
        if head is not None:
            yield amount, position, head
