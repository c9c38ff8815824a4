"""Find things in a corpus by their ids: the indexes that pages and data share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from annotated_corpus.model import Article, Block, Claim, Corpus, Entity, Match, Mention, Span, Story

_Value = TypeVar("_Value")


def _gather(pairs: Iterable[tuple[str, _Value]]) -> dict[str, tuple[_Value, ...]]:
    gathered: dict[str, list[_Value]] = {}
    for key, value in pairs:
        gathered.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in gathered.items()}


class Lookup:
    """Indexes over one corpus, each made when it is first asked for."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Article by id."""
        return {article.id: article for article in self.corpus.articles}

    @cached_property
    def titles(self) -> Counter[str]:
        """How many articles have a title."""
        return Counter(article.title for article in self.corpus.articles)

    @cached_property
    def blocks(self) -> dict[str, Block]:
        """Block by id."""
        return {block.id: block for article in self.corpus.articles for block in article.blocks}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Claim by id."""
        return {claim.id: claim for claim in self.corpus.claims}

    @cached_property
    def matches(self) -> dict[str, Match]:
        """Match by id."""
        return {match.id: match for match in self.corpus.matches}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Person or place by id."""
        return {entity.id: entity for entity in self.corpus.entities}

    @cached_property
    def claims_of_block(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by the id of their block."""
        return _gather((claim.block, claim) for claim in self.corpus.claims)

    @cached_property
    def claims_of_article(self) -> dict[str, tuple[Claim, ...]]:
        """Claims by the id of their article."""
        return _gather((claim.article, claim) for claim in self.corpus.claims)

    @cached_property
    def matches_of_claim(self) -> dict[str, tuple[Match, ...]]:
        """Matches by the id of either claim."""
        return _gather((side, match) for match in self.corpus.matches for side in (match.a, match.b))

    @cached_property
    def near_of_claim(self) -> dict[str, str]:
        """The claim of another article that comes nearest to one which matches none, by the id of that one."""
        found: dict[str, str] = {}
        for near in self.corpus.near:
            for one, other in ((near.a, near.b), (near.b, near.a)):
                if one not in self.matches_of_claim:
                    found.setdefault(one, other)
        return found

    @cached_property
    def mentions_of_block(self) -> dict[str, tuple[Mention, ...]]:
        """Mentions by the id of their block."""
        return _gather((mention.block, mention) for mention in self.corpus.mentions)

    @cached_property
    def mentions_of_entity(self) -> dict[str, tuple[Mention, ...]]:
        """Mentions by the id of their person or place."""
        return _gather((mention.entity, mention) for mention in self.corpus.mentions)

    @cached_property
    def entities_of_article(self) -> dict[str, frozenset[str]]:
        """Ids of the people and places that an article names, by its id."""
        named = _gather((mention.article, mention.entity) for mention in self.corpus.mentions)
        return {article: frozenset(entities) for article, entities in named.items()}

    @cached_property
    def story_of_article(self) -> dict[str, Story]:
        """Story by the id of an article in it; an article that matches no other has none."""
        return {article: story for story in self.corpus.stories for article in story.articles}

    def words(self, article: str, span: Span) -> str:
        """Return the words of ``span`` in the seed of an article, newlines as spaces."""
        return " ".join(self.articles[article].seed.text[span.start : span.end].split())
