"""The parallel text of a story: its rows, and their places in the order of each article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Claim, Group, Story

MOST_ORDERS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """Claims that stand side by side: a group of matching ones, or a run that only one article has.

    ``cells`` are the claims by article, in corpus order; ``matches`` are the ids of those among them;
    ``places`` say where the row comes in the order of each leading article of the story.
    """

    cells: Mapping[str, tuple[Claim, ...]]
    matches: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def alone(self) -> bool:
        """Whether only one article makes these claims."""
        return not self.matches


def synopsis(lookup: Lookup, story: Story) -> tuple[Row, ...]:
    """Return the rows of a story in the order of its first article, each claim in exactly one."""
    group_of = {claim: group for group in story.groups for claim in group.claims}
    cells: list[dict[str, tuple[Claim, ...]]] = []
    matches: list[tuple[str, ...]] = []
    row_of: dict[str, int] = {}
    sequences: dict[str, list[int]] = {}
    for article in story.articles:
        sequence: list[int] = []
        for group, run in groupby(
            lookup.claims_of_article.get(article, ()), key=lambda claim: _key(group_of.get(claim.id))
        ):
            members = tuple(run)
            first = members[0].id
            if first not in row_of:
                whole = _cells(lookup, group_of[first]) if group else {article: members}
                row_of |= {claim.id: len(cells) for claims in whole.values() for claim in claims}
                cells.append(whole)
                matches.append(group_of[first].matches if group else ())
            sequence.append(row_of[first])
        sequences[article] = list(dict.fromkeys(sequence))
    orders = [_order(article, sequences) for article in leading(story)]
    return tuple(Row(cells[row], matches[row], tuple(order[row] for order in orders)) for row in orders[0])


def leading(story: Story) -> tuple[str, ...]:
    """Return the articles that can give the order: a story of hundreds has no use for hundreds of orders."""
    return story.articles[:MOST_ORDERS]


def _key(group: Group | None) -> tuple[str, ...]:
    return group.claims if group else ()


def _cells(lookup: Lookup, group: Group) -> dict[str, tuple[Claim, ...]]:
    claims = [lookup.claims[each] for each in group.claims]
    return {article: tuple(members) for article, members in groupby(claims, key=lambda claim: claim.article)}


def _order(lead: str, sequences: Mapping[str, list[int]]) -> dict[int, int]:
    """Return the place of every row when ``lead`` gives the order.

    A row that it does not have comes after the row that precedes it in an article that has it.
    """
    following: dict[int | None, int | None] = {}
    first = next(iter(sequences[lead]), None)
    for sequence in (sequences[lead], *sequences.values()):
        # What another article says first comes after what the leading one says first, its headline as a rule.
        after = first if first not in sequence else None
        for row in sequence:
            if row not in following:
                following[row] = following.get(after)
                following[after] = row
            after = row
    order: dict[int, int] = {}
    row_ = following.get(None)
    while row_ is not None:
        order[row_] = len(order)
        row_ = following[row_]
    return order
