"""What surrounds the text of an HTML page: metadata for machines, and the warning on a preview."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from annotated_corpus.pages import words
from annotated_corpus.pages.html import Markup, Template, joined
from annotated_corpus.sphinx_glue.domain.objects import ArticleEntry, corpus_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_PREVIEW = Template('<p class="corpus-preview" role="note"><strong>%s</strong> %s</p>')
_META = Template('\n<meta name="%s" content="%s" />')
_DATA = Template('%s\n<script type="application/ld+json">%s</script>\n')


def _complete(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None
) -> None:
    page = corpus_domain(app.env).pages.get(pagename)
    if page and page.article and app.builder.name != "epub":
        context["metatags"] = context.get("metatags", "") + metadata(
            page.article, context.get("pageurl") or "", app.config.project
        )
    if os.environ.get("READTHEDOCS_VERSION_TYPE") == "external" and "body" in context:
        context["body"] = str(_PREVIEW(words.PREVIEW, words.PREVIEW_MEANING)) + context["body"]


def metadata(article: ArticleEntry, address: str, edition_name: str) -> str:
    """Return ``citation_*`` tags of the original article and JSON-LD that tells this edition from it.

    ``address`` is that of the page, empty where the edition does not know where it will stand.
    """
    stated = article.stated
    tags = [("citation_title", article.title)]
    tags += [("citation_author", each) for each in stated.authors]
    named = {
        "citation_publication_date": stated.date.replace("-", "/"),
        "citation_publisher": stated.source,
        "citation_language": stated.lang,
        "citation_public_url": stated.url,
        "citation_fulltext_html_url": address,
    }
    tags += [(name, value) for name, value in named.items() if value]
    original = {
        "@type": "NewsArticle",
        "headline": article.title,
        "author": [{"@type": "Person", "name": each} for each in stated.authors],
        "publisher": {"@type": "Organization", "name": stated.source} if stated.source else None,
        "datePublished": stated.date,
        "url": stated.url,
        "inLanguage": stated.lang,
    }
    edition = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": f"{article.title}, annotated",
        "url": address,
        "isPartOf": {"@type": "Collection", "name": edition_name} if edition_name else None,
        "mainEntity": {name: value for name, value in original.items() if value},
    }
    known = {name: value for name, value in edition.items() if value}
    # "<" is written as an escape of JSON: no text can end the script element.
    data = json.dumps(known, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    return str(_DATA(joined(_META(name, value) for name, value in tags), Markup(data)))


def register(app: Sphinx) -> None:
    """Connect to the writing of each HTML page."""
    app.connect("html-page-context", _complete)
