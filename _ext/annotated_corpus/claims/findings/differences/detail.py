"""What only one of two claims says, in phrases that can be read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from annotated_corpus.claims.comparison.clauses import CLAUSE, JOINING, apart, denied
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.kind import Evidence, Kind
from annotated_corpus.language.en.terms import is_content
from annotated_corpus.model import Difference, Span

_TELLS_NOTHING_MORE = "directness"
"""A quotation that the other claim reports may still hold a detail."""
_LEAST = 2
"""So many words of matter make a detail."""
_FOLLOWING = 3
"""A phrase goes on over at most so many words that the other claim has too."""
_MARKS = {"“": "”", "‘": "’", "(": ")", "«": "»", "„": "“"}


def _details(sides: Sides, told: Sequence[Difference]) -> Iterator[Evidence]:
    left, right = _spans(sides, told, sides.figures_alike)
    for (i, j, size), (k, m, _) in pairwise(((0, 0, 0), *sides.blocks)):
        if _has_matter(sides, 0, range(i + size, k)) and _has_matter(sides, 1, range(j + size, m)):
            left.append(sides.a.span(i + size, k - 1))
            right.append(sides.b.span(j + size, m - 1))
    left += [sides.a.place(each.span) for each in sides.dates[0]]
    right += [sides.b.place(each.span) for each in sides.dates[1]]
    yield from ((span, None) for span in details(sides.a, sides.lacking[0], left))
    yield from ((None, span) for span in details(sides.b, sides.lacking[1], right))


def _has_matter(sides: Sides, side: int, places: Iterable[int]) -> bool:
    """Return whether a claim has matter of its own between two wordings in common.

    Where both have, each says it with other words, and neither says more.
    """
    own = (sides.a, sides.b)[side]
    return any(sides.lacking[side][n] and n not in own.attribution for n in places)


def _spans(
    sides: Sides, told: Iterable[Difference], more: Iterable[tuple[Span, Span]]
) -> tuple[list[Span], list[Span]]:
    """Return the spans of each claim that differences tell of."""
    pairs = [*((each.a, each.b) for each in told if each.kind != _TELLS_NOTHING_MORE), *more]
    return [a for a, _ in pairs if a], [b for _, b in pairs if b]


def details(side: Side, lacking: Sequence[bool], said: Sequence[Span]) -> list[Span]:
    """Return the details of a claim, in order.

    A detail is never cut off from the word that denies it ("no date had yet been set").

    Args:
        side: the claim.
        lacking: for each word of it, whether the other claim has nothing of its kind.
        said: what other differences already tell of it.
    """
    found: list[tuple[int, int]] = []
    for stretch in _stretches(side, lacking):
        core = side.span(*stretch)
        if any(map(core.meets, said)):
            continue
        phrase = _opening(side, _name(side, stretch[0])), _end(side, stretch[1])
        if found and phrase[0] <= found[-1][1] + 1:
            start, end = found.pop()
            phrase = start, max(end, phrase[1])
        found.append(phrase)
    return [_with_marks(side, side.span(first, last)) for first, last in found]


def _stretches(side: Side, lacking: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the first and last word of each stretch with matter that the other claim has nothing of."""
    start: int | None = None
    end = count = 0
    for position, lacks in enumerate((*lacking, False)):
        if position == len(side.terms) or (is_content(side.terms[position]) and not lacks):
            if start is not None and count >= _LEAST:
                yield start, end
            start, count = None, 0
        elif lacks and position not in side.attribution:
            start = position if start is None else start
            end, count = position, count + 1


def _name(side: Side, first: int) -> int:
    """Return where a name begins that goes on with a word: "Security" of the "Council for Security and Trade".

    Only what has "of" or "for" in it is one name beyond an "and".
    """
    start = place = first
    while place and side.words[place].capital and not apart(side, place):
        before = place - 1
        if not side.words[before].capital:
            link = side.words[before].form
            if link not in ("of", "for", "and") or not before or apart(side, before):
                break
            before -= 1
            if not side.words[before].capital:
                break
            if link != "and":
                start = before
        elif start == place:
            start = before
        place = before
    return start


def _opening(side: Side, first: int) -> int:
    """Return where the phrase begins: with the grammar before it, and with what denies it in its clause."""
    start = first
    while start and not apart(side, start) and _is_grammar(side, start - 1):
        start -= 1
    while start < first and side.words[start].form in (*JOINING, "of"):
        start += 1
    return min(start, denied(side, first))


def _end(side: Side, last: int) -> int:
    """Return where the phrase ends: with the words that it governs, and with a clause that ends soon after."""
    count = len(side.terms)
    end = last
    while end + 1 < count and end - last < _FOLLOWING and not apart(side, end + 1) and _is_matter(side, end + 1):
        end += 1
    if end + 1 < count and side.words[end + 1].form == "of" and not apart(side, end + 1):
        end = _object(side, end + 1)
    rest = end
    while rest + 1 < count and not apart(side, rest + 1) and _is_grammar(side, rest + 1):
        if side.words[rest + 1].form in CLAUSE:
            return rest
        rest += 1
    return rest if rest + 1 == count or apart(side, rest + 1) else end


def _object(side: Side, preposition: int) -> int:
    """Return the last word of what a preposition governs: "of a Russian attack"."""
    count = len(side.terms)
    end = preposition + 1
    while end < count and not apart(side, end) and _is_grammar(side, end):
        end += 1
    while end < count and not apart(side, end) and _is_matter(side, end):
        end += 1
    return end - 1


def _is_grammar(side: Side, position: int) -> bool:
    return not is_content(side.terms[position]) and position not in side.attribution


def _is_matter(side: Side, position: int) -> bool:
    return is_content(side.terms[position]) and position not in side.attribution


def _with_marks(side: Side, span: Span) -> Span:
    """Return a span with the quotation marks and brackets that belong to what it holds."""
    text = side.claim.text
    start, end = span.start - side.claim.start, span.end - side.claim.start
    for opening, closing in _MARKS.items():
        inside = text[start:end]
        if inside.count(opening) > inside.count(closing) and text[end : end + 1] == closing:
            end += 1
        elif inside.count(closing) > inside.count(opening) and start and text[start - 1] == opening:
            start -= 1
    return side.place(Span(start, end))


KIND = Kind(
    "detail",
    rank=8,
    phrase="detail",
    find=_details,
    turn=2,
    whole=True,
    minor=True,
)
