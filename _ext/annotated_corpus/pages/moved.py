"""Pages at the addresses that articles had under earlier slugs, so that no cited address comes to nothing."""

from __future__ import annotations

from annotated_corpus.anchors import grammar
from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article
from annotated_corpus.pages.frame import page
from annotated_corpus.pages.markdown import role


def aliases_here(article: Article, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of a block's aliases that stand on the article's own page."""
    return tuple(each for each in aliases if _slug(each) not in article.aliases)


def moved_pages(lookup: Lookup) -> dict[str, str]:
    """Return a page for each earlier slug of an article: every anchor that it had, and where its words are now."""
    return {
        f"{old}.md": _page(article, old)
        for article in lookup.corpus.articles
        for old in article.aliases
        if old not in lookup.articles
    }


def _page(article: Article, old: str) -> str:
    entries = [
        f"({alias})=\n{role('corpus:p', block.id)}"
        for block in article.blocks
        for alias in block.aliases
        if _slug(alias) == old
    ]
    where = f"This article has another address now: {role('corpus:article', article.id)}."
    return page(
        article.seed.file, f"# Moved: {old}", f"{where} Its paragraphs have kept their numbers.", *entries, orphan=True
    )


def _slug(anchor: str) -> str:
    parts = grammar.parse(anchor)
    return parts.slug if parts else ""
