"""What readers may search: a small document for each page, with its words under the anchors that they have there.

An article is its blocks, so that what is found is a paragraph. A page of the glossary is the names, other names and
roles of its entries; a page that an editor wrote is its sections. Lists, comparisons and notes only repeat what
stands elsewhere, and the folded parts are not the story: they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, BlockKind, Entity
from annotated_corpus.pages.excerpt import OMITTED, shown_text
from annotated_corpus.pages.phrases import date_in_words
from annotated_corpus.sphinx_glue.domain.objects import CorpusDomain, corpus_domain, is_searched, shown_anchor

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

ARTICLE, ENTRIES, PAGE = "article", "entries", "page"
"""The kinds of documents, as the script of the search page knows them too."""
_ROLES = 3
"""An entry is found by so many wordings of its roles."""
_SILENT = (nodes.comment, nodes.raw, nodes.system_message, addnodes.index, addnodes.toctree)


def documents(builder: StandaloneHTMLBuilder, generated: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield address (relative to the site's root) and HTML of each document; ``generated`` are docnames of ours."""
    env = builder.env
    domain = corpus_domain(env)
    lookup = domain.lookup
    if lookup is None:
        return
    homes = {page.article.slug: docname for docname, page in sorted(domain.pages.items()) if page.article}
    for article in lookup.corpus.articles:
        if article.id in homes:
            yield builder.get_target_uri(homes[article.id]), _article(lookup, article, language_of(env.config))
    for docname, entities in sorted(_filed(env, domain, lookup).items()):
        yield (
            builder.get_target_uri(docname),
            _entries(entities, language_of(env.config), str(env.titles[docname].astext())),
        )
    for docname in sorted({*env.found_docs} - {*generated}):
        if is_searched(env, docname):
            yield builder.get_target_uri(docname), _page(builder, docname)


def language_of(config: Config) -> str:
    """Return the language of the edition as HTML names it."""
    return (config.language or "en").replace("_", "-").lower()


def _document(language: str, kind: str, known: str, body: str) -> str:
    stated = _stated("filter", "kind", kind)
    return f'<html lang="{escape(language)}"><body data-pagefind-body>{stated}{known}\n{body}\n</body></html>\n'


def _stated(use: str, name: str, value: str) -> str:
    return f'<meta data-pagefind-{use}="{name}[content]" content="{escape(value)}">' if value else ""


def _article(lookup: Lookup, article: Article, language: str) -> str:
    stated = article.seed.metadata
    known = [
        _stated("filter", "source", stated.source),
        _stated("filter", "year", stated.date[:4]),
        _stated("filter", "date", date_in_words(stated.date)),  # to be shown: what is "meta" would be searched too
        _stated("sort", "date", stated.date or "0000"),  # Pagefind leaves out what has nothing to be sorted by
    ]
    titled = next((block.id for block in article.blocks if block.kind is BlockKind.TITLE), article.id)
    title = f'<h1 id="{titled}">{escape(article.title)}</h1>'
    blocks = [
        f'<p id="{block.id}">{escape(text)}</p>'
        for block in article.blocks
        if block.kind not in (BlockKind.TITLE, BlockKind.FURNITURE)
        and (text := shown_text(lookup, article, block)) not in ("", OMITTED)
    ]
    return _document(language, ARTICLE, "".join(known), "\n".join([title, *blocks]))


def _filed(env: BuildEnvironment, domain: CorpusDomain, lookup: Lookup) -> dict[str, list[tuple[str, Entity]]]:
    """Return the entries by the page that they stand on, each with its anchor there."""
    terms = env.domains.standard_domain.objects
    filed: dict[str, list[tuple[str, Entity]]] = {}
    for entity in lookup.corpus.entities:
        if target := domain.find(entity.id):
            filed.setdefault(target.docname, []).append((shown_anchor(terms, entity.id, target), entity))
    return filed


def _entries(entities: Iterable[tuple[str, Entity]], language: str, title: str) -> str:
    rows = []
    for anchor, entity in entities:
        roles = list(dict.fromkeys(role.text for role in entity.roles))[:_ROLES]
        more = "; ".join([*entity.aliases, *(f"“{role}”" for role in roles)])
        rows.append(f'<p id="{escape(anchor)}">{escape(entity.name)}</p><p>{escape(more)}</p>')
    return _document(language, ENTRIES, _stated("meta", "title", title), "\n".join(rows))


def _page(builder: StandaloneHTMLBuilder, docname: str) -> str:
    title = builder.env.titles[docname].astext()
    words = "\n".join(_words(builder, builder.env.get_doctree(docname)))
    return _document(language_of(builder.config), PAGE, _stated("meta", "title", title), words)


def _words(builder: StandaloneHTMLBuilder, node: nodes.Element) -> Iterator[str]:
    """Yield what a page says, a paragraph or a heading each."""
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, _SILENT):
            continue
        if isinstance(child, addnodes.only) and not builder.tags.eval_condition(child["expr"]):
            continue
        if isinstance(child, nodes.title) and isinstance(node, nodes.section):
            anchor = f' id="{escape(node["ids"][0])}"' if node["ids"] else ""
            yield f"<h2{anchor}>{escape(child.astext())}</h2>"
        elif isinstance(child, nodes.TextElement):
            yield f"<p>{escape(child.astext())}</p>"
        else:
            yield from _words(builder, child)
