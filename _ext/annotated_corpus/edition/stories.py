"""Which articles tell one story, and which claims of them say one thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotated_corpus.model import Article, Claim, Group, Match, Story


def _components(items: Iterable[str], links: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Return the connected components, each and all in the order of ``items`` (union-find)."""
    order = {item: place for place, item in enumerate(items)}
    parent = list(range(len(order)))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for a, b in links:
        low, high = sorted((root(order[a]), root(order[b])))
        parent[high] = low
    members: dict[int, list[str]] = {}
    for item, place in order.items():
        members.setdefault(root(place), []).append(item)
    return [tuple(each) for _, each in sorted(members.items())]


def group_stories(articles: Sequence[Article], claims: Sequence[Claim], matches: Sequence[Match]) -> tuple[Story, ...]:
    """Return the stories of two articles or more, in corpus order.

    Articles are of one story if a chain of matches ties them together; claims are of one group likewise.
    A story is named after its first article in corpus order.
    """
    home = {claim.id: claim.article for claim in claims}
    groups = _components(home, ((match.a, match.b) for match in matches))
    tied = _components((each.id for each in articles), ((home[match.a], home[match.b]) for match in matches))
    story_of = {article: number for number, members in enumerate(tied) for article in members}
    group_of = {claim: number for number, members in enumerate(groups) for claim in members}
    within: dict[int, list[str]] = {}
    for match in matches:
        within.setdefault(group_of[match.a], []).append(match.id)
    grouped: dict[int, list[Group]] = {}
    for number, members in enumerate(groups):
        if number in within:
            grouped.setdefault(story_of[home[members[0]]], []).append(Group(members, tuple(within[number])))
    return tuple(
        Story(f"story-{members[0]}", members, tuple(grouped[number]))
        for number, members in enumerate(tied)
        if number in grouped
    )
