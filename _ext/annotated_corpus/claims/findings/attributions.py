"""Who says it: how the speakers of two matching claims and the outlets that they credit differ."""

from __future__ import annotations

from collections.abc import Iterator, Set

from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.speakers.names import head_noun
from annotated_corpus.claims.speakers.people import last, same
from annotated_corpus.claims.speakers.cues import AND_SAYS
from annotated_corpus.language.en.outlets import NAME as OUTLET
from annotated_corpus.language.en.outlets import credits
from annotated_corpus.language.en.terms import is_content, term
from annotated_corpus.language.words import words
from annotated_corpus.model import Span

_GAP = 2
"""Two capitals of one name are at most so far apart (a space, a full stop and a space)."""


def other_speakers(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the two speakers of claims that each name another."""
    a, b, here, there = _speakers(sides)
    if a and b and here and there and not same(a, b) and not _beside(sides.a, b) and not _beside(sides.b, a):
        yield here, there


def names_of_speakers(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the two names under which claims name one speaker: "Moscow", "Russia"."""
    a, b, here, there = _speakers(sides)
    if a and b and here and there and last(a) != last(b) and same(a, b):
        yield here, there


def attributions(sides: Sides) -> Iterator[tuple[Span | None, Span | None]]:
    """Give an attribution that only one claim has, and an outlet that only one credits.

    A speaker whom a claim does not name ("he said", a quotation that runs on) is no evidence that it shows.
    """
    a, b, here, there = _speakers(sides)
    if not (a and b) and (here or there) and not _elsewhere(sides):
        yield here, there
    left, right = credits(sides.a.claim.text), credits(sides.b.claim.text)
    if left != right:
        only_left, only_right = (_outlet(sides.a, left - right), _outlet(sides.b, right - left))
        if only_left or only_right:
            yield only_left, only_right


def _speakers(sides: Sides) -> tuple[str | None, str | None, Span | None, Span | None]:
    """Return the speakers of two claims, and where each claim names its own."""
    a, b = sides.a.claim.speaker, sides.b.claim.speaker
    return a, b, _mention(sides.a, a), _mention(sides.b, b)


def _beside(side: Side, speaker: str) -> bool:
    """Return whether a claim of somebody else also names ``speaker`` as one who says or does something."""
    if head_noun(speaker):
        named = {each for position, each in enumerate(side.terms) if not side.quoted[position]}
        return named.issuperset({last(speaker), *(term(word) for word in words(speaker) if word.capital)})
    return any(
        each == last(speaker) and not side.quoted[position] and same(_name(side, position), speaker)
        for position, each in enumerate(side.terms)
    )


def _name(side: Side, position: int) -> str:
    """Return the name that ends with a word: all capitals before it."""
    first = position
    while first and side.words[first - 1].capital and side.words[first].start - side.words[first - 1].end <= _GAP:
        first -= 1
    return side.claim.text[side.words[first].start : side.words[position].end]


def _terms(name: str) -> list[str]:
    return [term(word) for word in words(name)]


def _mention(side: Side, speaker: str | None) -> Span | None:
    """Return where a claim names its speaker; a pronoun names nobody."""
    wanted = _terms(speaker or "")
    places = [n for n, each in enumerate(side.terms) if wanted and each == wanted[-1] and not side.quoted[n]]
    if not places:
        return None
    first = final = places[0]
    while first and side.terms[first - 1] in wanted:
        first -= 1
    return side.span(first, final)


def _elsewhere(sides: Sides) -> bool:
    """Return whether the only speaker of two claims says another clause than the one that they share.

    "Holm opened the port and said it was deep": that she opened it is nobody's word but the article's.
    """
    side, lacking = (sides.a, sides.lacking[0]) if sides.a.claim.speaker else (sides.b, sides.lacking[1])
    says = [found.start() for found in AND_SAYS.finditer(side.claim.text) if not _quoted(side, found.start())]
    if not says:
        return False
    shared = [word.start for n, word in enumerate(side.words) if is_content(side.terms[n]) and not lacking[n]]
    return 2 * sum(start < says[0] for start in shared) > len(shared)


def _quoted(side: Side, place: int) -> bool:
    return any(span.start <= side.claim.start + place < span.end for span in side.claim.quotations)


def _outlet(side: Side, names: Set[str]) -> Span | None:
    found = (match for match in OUTLET.finditer(side.claim.text) if match[0] in names)
    return next((side.place(Span(*match.span())) for match in found), None)
