"""Another name of the same ("Kyiv" for "Ukraine"), and another who, where or what in the same role."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.attributions import names_of_speakers
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.claims.speakers.people import places
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.model import Difference, Span

_FORM = 3
"""Names of one group that begin with so many letters alike are forms of one: Sweden, Swedish."""


def _names(sides: Sides, told: Sequence[Difference]) -> Iterator[Evidence]:
    speakers = list(names_of_speakers(sides))
    yield from _other_names(sides)
    yield from _others(sides, [*((each.a, each.b) for each in told), *speakers])
    yield from speakers


def _other_names(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give names of one claim for which the other has another name of the same: "Kyiv" for "Ukraine"."""
    left, right = _capitals(sides.a), _capitals(sides.b)
    taken: set[str] = set()
    for name, span in left:
        if any(name == other for other, _ in right):
            continue
        for other, place in right:
            if other in taken or any(other == each for each, _ in left):
                continue
            if places(name) & places(other) and name[:_FORM] != other[:_FORM]:
                taken.add(other)
                yield span, place
                break


def _others(sides: Sides, told: Sequence[Evidence]) -> Iterator[tuple[Span, Span]]:
    """Give names in the same role of both claims that are not one, unless they are told of as speakers.

    Where names have changed places, all the words from the one to the other are the evidence.
    """
    for mine, other in (*sides.against, *sides.swapped):
        if not any(a and b and a.meets(mine) and b.meets(other) for a, b in told):
            yield mine, other


def _capitals(side: Side) -> list[tuple[str, Span]]:
    found: dict[str, Span] = {}
    for position, word in enumerate(side.words):
        if word.capital and is_content(side.terms[position]):
            found.setdefault(side.terms[position], side.span(position, position))
    return list(found.items())


KIND = Kind("name", rank=4, phrase="name", find=_names, turn=1, added="", lacking="")
