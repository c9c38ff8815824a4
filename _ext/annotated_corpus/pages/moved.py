"""Pages at the addresses that articles had under earlier slugs, so that no cited address comes to nothing."""

from __future__ import annotations

from annotated_corpus.anchors import grammar
from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, Block
from annotated_corpus.pages import words
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markup.directives import anchored, page
from annotated_corpus.pages.markup.inline import role
from annotated_corpus.pages.markup.names import Cite


def aliases_here(article: Article, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of a block's aliases that stand on the article's own page."""
    return tuple(each for each in aliases if grammar.slug_of(each) not in article.aliases)


def moved_pages(lookup: Lookup) -> dict[str, str]:
    """Return a page for each earlier slug of an article: every anchor that it had, and where its words are now."""
    return {
        f"{old}.md": _page(lookup, article, old)
        for article in lookup.corpus.articles
        for old in article.aliases
        if old not in lookup.articles
    }


def _page(lookup: Lookup, article: Article, old: str) -> str:
    large = is_large(lookup.corpus)
    entries = []
    for block in article.blocks:
        own = f"{old}{block.id.removeprefix(article.id)}"
        sentences = [f"{own}{each.removeprefix(block.id)}" for each in sentence_anchors(block)]
        for alias in block.aliases:
            if grammar.slug_of(alias) == old:
                names = (alias, *(sentences if alias == own else ()))
                entries.append(anchored(names, role(Cite.PARAGRAPH, block.id), large))
    for stone in article.tombstones:
        if names := aliases_there(stone.aliases, old):
            # A sentence has no place of its own: it stands after the block that it was in.
            here = stone.after if _is_sentence(stone.id) else stone.id
            entries.append(anchored(names, role(Cite.PARAGRAPH, f"{words.TOMBSTONE_LINK} <{here}>"), large))
    where = words.MOVED.format(article=role(Cite.ARTICLE, article.id))
    return page(article.seed.file, f"# {words.MOVED_TITLE.format(slug=old)}", where, *entries, orphan=True)


def aliases_there(aliases: tuple[str, ...], slug: str) -> tuple[str, ...]:
    """Return those of some anchors that stand on the page of the article ``slug``."""
    return tuple(each for each in aliases if grammar.slug_of(each) == slug)


def sentence_anchors(block: Block) -> list[str]:
    """Return the anchors of all sentences that a block has, or had."""
    return [*(each.id for each in block.sentences), *block.gone]


def _is_sentence(anchor: str) -> bool:
    parts = grammar.parse(anchor)
    return parts is not None and bool(parts.sentence)
