"""Pages at the addresses of articles that were removed: what they were, and the last words under every anchor."""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, Tombstone
from annotated_corpus.pages import words
from annotated_corpus.pages.excerpt import OMITTED, excerpted
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markup.directives import anchored, boxed, page
from annotated_corpus.pages.markup.inline import escape, line, role
from annotated_corpus.pages.markup.names import Directive, NoteKind
from annotated_corpus.pages.moved import aliases_there
from annotated_corpus.pages.phrases import date_in_words


def removed_pages(lookup: Lookup) -> dict[str, str]:
    """Return a page for each address that a removed article had, unless another article has it now."""
    return {
        f"{slug}.md": _page(lookup, article, slug)
        for article in lookup.corpus.withdrawn
        for slug in (article.id, *article.aliases)
        if slug not in lookup.articles
    }


def _page(lookup: Lookup, article: Article, slug: str) -> str:
    large = is_large(lookup.corpus)
    title = anchored((slug,), f"# {words.REMOVED_TITLE.format(title=line(escape(article.title)))}", large)
    stones = (_stone(article, slug, each, large) for each in article.tombstones)
    return page(article.seed.file, title, _origin(article), words.REMOVED, *stones, orphan=True, searched=False)


def _origin(article: Article) -> str:
    """Return where and when the article appeared, as far as that was stated while it was here."""
    stated = article.seed.metadata
    return escape(", ".join(each for each in (stated.source, date_in_words(stated.date), stated.url) if each))


def _stone(article: Article, slug: str, tombstone: Tombstone, large: bool) -> str:
    names = aliases_there((tombstone.id, *tombstone.aliases), slug)
    if not names:
        return ""
    last = OMITTED if excerpted(article) else tombstone.text
    said = words.REMOVED_STONE.format(anchor=role("code", names[0]), words=escape(last))
    return boxed(names, Directive.NOTE, NoteKind.TOMBSTONE, said, None, large)
