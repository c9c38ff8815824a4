"""What readers may search: a small document for each page, with its words under the anchors that they have there.

An article is its blocks, so that what is found is a paragraph. A page of the glossary is the names, other names and
roles of its entries; a page that an editor wrote is its sections. Lists, comparisons and notes only repeat what
stands elsewhere, and the folded parts are not the story: they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, BlockKind, Entity
from annotated_corpus.pages.excerpt import OMITTED, shown_text
from annotated_corpus.pages.html import Markup, Template, joined
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


_DOCUMENT = Template('<html lang="%s"><body data-pagefind-body>%s%s\n%s\n</body></html>\n')
_STATED = Template('<meta data-pagefind-%s="%s[content]" content="%s">')
_TITLE = Template('<h1 id="%s">%s</h1>')
_BLOCK = Template('<p id="%s">%s</p>')
_ENTRY = Template('<p id="%s">%s</p><p>%s</p>')
_HEADING = Template("<h2%s>%s</h2>")
_ANCHOR = Template(' id="%s"')
_WORDS = Template("<p>%s</p>")


def _document(language: str, kind: str, known: Markup, body: Iterable[Markup]) -> str:
    return str(_DOCUMENT(language, _stated("filter", "kind", kind), known, Markup("\n").join(body)))


def _stated(use: str, name: str, value: str) -> Markup:
    return _STATED(use, name, value) if value else Markup("")


def _article(lookup: Lookup, article: Article, language: str) -> str:
    stated = article.seed.metadata
    known = [
        _stated("filter", "source", stated.source),
        _stated("filter", "year", stated.date[:4]),
        _stated("filter", "date", date_in_words(stated.date)),  # to be shown: what is "meta" would be searched too
        _stated("sort", "date", stated.date or "0000"),  # Pagefind leaves out what has nothing to be sorted by
    ]
    titled = next((block.id for block in article.blocks if block.kind is BlockKind.TITLE), article.id)
    title = _TITLE(titled, article.title)
    blocks = [
        _BLOCK(block.id, text)
        for block in article.blocks
        if block.kind not in (BlockKind.TITLE, BlockKind.FURNITURE)
        and (text := shown_text(lookup, article, block)) not in ("", OMITTED)
    ]
    return _document(language, ARTICLE, joined(known), [title, *blocks])


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
        rows.append(_ENTRY(anchor, entity.name, more))
    return _document(language, ENTRIES, _stated("meta", "title", title), rows)


def _page(builder: StandaloneHTMLBuilder, docname: str) -> str:
    title = builder.env.titles[docname].astext()
    words = _words(builder, builder.env.get_doctree(docname))
    return _document(language_of(builder.config), PAGE, _stated("meta", "title", title), words)


def _words(builder: StandaloneHTMLBuilder, node: nodes.Element) -> Iterator[Markup]:
    """Yield what a page says, a paragraph or a heading each."""
    for child in node.children:
        if not isinstance(child, nodes.Element) or isinstance(child, _SILENT):
            continue
        if isinstance(child, addnodes.only) and not builder.tags.eval_condition(child["expr"]):
            continue
        if isinstance(child, nodes.title) and isinstance(node, nodes.section):
            yield _HEADING(_ANCHOR(node["ids"][0]) if node["ids"] else "", child.astext())
        elif isinstance(child, nodes.TextElement):
            yield _WORDS(child.astext())
        else:
            yield from _words(builder, child)
