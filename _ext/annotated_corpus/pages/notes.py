"""The note on a paragraph: in few words, which articles say the same and what they say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotated_corpus.claims.findings.found import is_minor
from annotated_corpus.claims.findings.registry import kind
from annotated_corpus.edition import Lookup
from annotated_corpus.model import Claim, Difference, Match, Relation
from annotated_corpus.pages.markup.names import Cite
from annotated_corpus.pages.markup.notes import Part, Remark
from annotated_corpus.pages.phrases import BASIS, RELATION, sides

_LONGEST = 60
"""A difference is quoted in a note up to this many characters; the comparison shows it whole.

Of a detail, which stands there alone, a note quotes the beginning.
"""

_MOST = 2
"""A note tells this many differences of a match, the weightiest first; the comparison tells all.

What each of both says otherwise weighs more than what one leaves out.
"""
_CLOSEST_FIRST = {relation: rank for rank, relation in enumerate(Relation)}


def notes(lookup: Lookup, claims: Iterable[Claim]) -> list[Remark]:
    """Return the lines of the note on a block with these claims, the closest relation first.

    Matches that differ from the block in the same way share a line: "Word for word in A, ¶3 and B, ¶7".
    """
    alike: dict[tuple[Relation, str, str], list[Part]] = {}
    for claim in claims:
        for match in lookup.matches_of_claim.get(claim.id, ()):
            key = (match.relation, BASIS[match.basis], _told(lookup, claim.id, match))
            other = Part(match.b if claim.id == match.a else match.a, Cite.CLAIM)
            alike.setdefault(key, [Part(match.id, Cite.MATCH)]).append(other)
    return [
        (
            Part(f"{RELATION[relation]} in "),
            *_enumerated(others),
            Part(f"{told and f', {told}'} ({basis}). "),
            compare,
        )
        for (relation, basis, told), (compare, *others) in sorted(
            alike.items(), key=lambda each: _CLOSEST_FIRST[each[0][0]]
        )
    ]


def _enumerated(claims: Iterable[Part]) -> Iterator[Part]:
    """Yield citations with "; " between them, and " and " before the last."""
    unique = list(dict.fromkeys(claims))
    for number, claim in enumerate(unique):
        if number:
            yield Part(" and " if claim is unique[-1] else "; ")
        yield claim


def _told(lookup: Lookup, here_id: str, match: Match) -> str:
    """Return what the other article says otherwise; a mere detail only where there is nothing else."""
    told = sorted(match.differences, key=lambda each: (not (each.a and each.b), kind(each.kind).rank))
    weighty = [each for each in told if not is_minor(each)]
    said = [_difference(lookup, here_id, match, each) for each in weighty]
    if not weighty and (detail := _telling(lookup, match)):
        said = [_difference(lookup, here_id, match, detail)]
    return "; ".join(list(dict.fromkeys(filter(None, said)))[:_MOST])


def _telling(lookup: Lookup, match: Match) -> Difference | None:
    """Return the detail that a note tells: the only one, or of several the longest that has a figure."""
    if len(match.differences) == 1:
        return match.differences[0]
    figures = [each for each in match.differences if any(map(str.isdigit, "".join(sides(lookup, match, each))))]
    return max(figures, key=lambda each: len("".join(sides(lookup, match, each))), default=None)


def _begun(text: str) -> str:
    """Return a text as it is, or its first words where it is too long for a note."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …"


def _difference(lookup: Lookup, here_id: str, match: Match, difference: Difference) -> str:
    """Return what a note says of one difference, empty where it says nothing."""
    a, b = sides(lookup, match, difference)
    here, there = (a, b) if here_id == match.a else (b, a)
    if is_minor(difference):
        here, there = _begun(here), _begun(there)
    if len(here) + len(there) > _LONGEST:
        return ""
    own = kind(difference.kind)
    both = own.exchanged or f"{own.phrase}: {{there}} there, {{here}} here"
    wording = both if here and there else own.added if there else own.lacking
    return wording.format(here=f"“{here}”", there=f"“{there}”")
