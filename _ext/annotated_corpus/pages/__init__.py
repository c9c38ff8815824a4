"""Corpus to MyST pages: what is generated into ``corpus/``, as values; `store` writes them."""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Corpus
from annotated_corpus.pages.article import article_page
from annotated_corpus.pages.comparison import comparison_pages
from annotated_corpus.pages.glossary import glossary_files
from annotated_corpus.pages.home import figures, index_page, section_pages
from annotated_corpus.pages.layout import is_large, sections
from annotated_corpus.pages.moved import moved_pages
from annotated_corpus.pages.removed import removed_pages
from annotated_corpus.pages.sources import sources_page
from annotated_corpus.pages.store import Report, publish, published

__all__ = ["Report", "publish", "published", "render"]


def render(corpus: Corpus) -> dict[str, str]:
    """Return the text of every page by its file name in the pages folder."""
    lookup = Lookup(corpus)
    listed = {each: section for section in sections(lookup) for each in section.articles} if is_large(corpus) else {}
    pages = {f"{each.id}.md": article_page(lookup, each, listed.get(each.id)) for each in corpus.articles}
    pages |= moved_pages(lookup) | removed_pages(lookup)
    pages |= comparison_pages(lookup)
    pages |= section_pages(lookup)
    pages |= glossary_files(lookup)
    pages["sources.md"] = sources_page(lookup)
    pages["index.md"] = index_page(lookup)
    pages["figures.inc"] = figures(lookup)
    return pages
