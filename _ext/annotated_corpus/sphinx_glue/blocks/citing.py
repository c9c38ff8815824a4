"""The section at the end of an article that says how to cite it, with the forms for the article as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages import words
from annotated_corpus.pages.citation import Place, forms
from annotated_corpus.pages.html import Template
from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.sphinx_glue.blocks.head import CURRENT
from annotated_corpus.sphinx_glue.builders import LEFT_OUT, ON_SITE, ONE_PIECE, add_node
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_HEADING = Template('<h3 class="rubric">%s</h3>\n')
_FORM = Template(
    '<p class="corpus-form">%s</p>\n<div class="corpus-form highlight-none notranslate"><div class="highlight">'
    "<pre><span></span>%s\n</pre></div>\n</div>\n"
)


class citation_forms(nodes.General, nodes.Element):
    """Stands for the forms of citation, of which the address of the page is a part."""


class CitationDirective(SphinxDirective):
    """``{corpus:citation}``: how to cite this article; the content says it in words."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a heading that is none for the table of contents, the words, and a place for the forms."""
        slug = self.env.current_document.get(CURRENT, "")
        box = nodes.container(classes=["corpus-citing"])
        # No article can have an anchor with two hyphens, so this one is free in every edition.
        heading = nodes.rubric("", words.CITING_TITLE, ids=[f"{slug}--cite"])
        heading["heading-level"] = 2
        numbers = nodes.paragraph("", words.CITING_NUMBERS)
        site = addnodes.only("", numbers, expr=ON_SITE)
        box += [heading, site, *self.parse_content_to_nodes(), citation_forms(docname=self.env.docname)]
        return [box]


def _visit_html(self: HTML5Translator, node: citation_forms) -> None:
    """Write the forms as Sphinx writes literal blocks of no language; its highlighter would take longer."""
    docname, builder = node["docname"], self.builder
    page = corpus_domain(builder.env).pages.get(docname)
    if page and page.article and builder.name not in ONE_PIECE:
        base = self.config.html_baseurl
        link = f"{base.rstrip('/')}/{builder.get_target_uri(docname)}" if base else ""
        cited = Place(page.article.slug, link=link, checksum=f"sha256:{page.article.sha256[:12]}")
        self.body.append(_HEADING(words.CITING_WHOLE))
        for name, form in forms(page.article.work(self.config.project), cited).items():
            self.body.append(_FORM(name, form))
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Add the directive, and the forms where a page is written as HTML."""
    add_node(app, citation_forms, LEFT_OUT, html=(_visit_html, None))
    app.add_directive_to_domain(DOMAIN, Directive.CITATION.local, CitationDirective)
