"""Small corpora made by hand, so that pages are tested whatever the stages before them find."""

from __future__ import annotations

from typing import Any

from annotated_corpus.edition import Lookup
from annotated_corpus.edition.stories import group_stories
from annotated_corpus.model import (
    Article,
    Basis,
    Claim,
    Corpus,
    Difference,
    Entity,
    Match,
    Mention,
    Relation,
    Revision,
    Span,
)
from tests import articles as made


def article(slug: str, *paragraphs: str, revisions: tuple[Revision, ...] = (), **more: Any) -> Article:
    """Return an article whose title is its slug; ``revisions`` are those of its first paragraph."""
    return made.article(slug, *map(made.sentences, paragraphs), title=slug, revisions={1: revisions}, **more)


def corpus(
    articles: tuple[Article, ...],
    matched: tuple[tuple[str, str, Relation, Basis, tuple[Difference, ...]], ...] = (),
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> Lookup:
    """Return the indexes over a corpus of these articles and matches; every sentence is a claim."""
    claims = tuple(
        Claim(
            each.id,
            of.id,
            block.id,
            each.start,
            each.end,
            block.text[each.start - block.start : each.end - block.start],
            quotations=(Span(each.start, each.end),) if "“" in block.text[each.start - block.start :] else (),
        )
        for of in articles
        for block in of.blocks
        for each in block.sentences
    )
    matches = tuple(
        Match(f"match-{a}-and-{b}", a, b, relation, 0.9, basis, differences)
        for a, b, relation, basis, differences in matched
    )
    return Lookup(Corpus(articles, claims, matches, entities, mentions, group_stories(articles, claims, matches)))


def pair(a: str, b: str, *differences: Difference) -> tuple[str, str, Relation, Basis, tuple[Difference, ...]]:
    """Return a match of two claims in other words."""
    return a, b, Relation.PARAPHRASE, Basis.INDEPENDENT, differences
