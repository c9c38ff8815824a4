"""The section at the end of an article that says how to cite it, with the forms for the article as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages.citation import Place, forms
from annotated_corpus.sphinx_glue.directives import CURRENT
from annotated_corpus.sphinx_glue.domain import corpus_domain
from annotated_corpus.sphinx_glue.reader import work_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class citation_forms(nodes.General, nodes.Element):
    """Stands for the forms of citation until the builder knows the address of the page."""


class CitationDirective(SphinxDirective):
    """``{corpus:citation}``: how to cite this article; the content says it in words."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return a heading that is none for the table of contents, the words, and a place for the forms."""
        slug = self.env.current_document.get(CURRENT, "")
        box = nodes.container(classes=["corpus-citing"])
        # No article can have an anchor with two hyphens, so this one is free in every edition.
        heading = nodes.rubric("", "How to cite", ids=[f"{slug}--cite"])
        heading["heading-level"] = 2
        numbers = nodes.paragraph(
            "", "To cite a paragraph, choose its number: the menu that opens copies the citation."
        )
        site = addnodes.only("", numbers, expr="format_html and not epub")
        box += [heading, site, *self.parse_content_to_nodes(), citation_forms()]
        return [box]


def _fill(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    page = corpus_domain(app.env).pages.get(docname)
    for place in list(doctree.findall(citation_forms)):
        shown: list[nodes.Node] = []
        if page and page.article and app.builder.format == "html" and app.builder.name != "epub":
            base = app.config.html_baseurl
            link = f"{base.rstrip('/')}/{app.builder.get_target_uri(docname)}" if base else ""
            cited = Place(page.article.slug, link=link, checksum=f"sha256:{page.article.stated.get('sha256', '')[:12]}")
            shown.append(nodes.rubric("", "The whole article", **{"heading-level": 3}))
            for name, form in forms(work_of(page.article, app.config.project), cited).items():
                shown += [
                    nodes.paragraph("", name, classes=["corpus-form"]),
                    nodes.literal_block(form, form, language="none", classes=["corpus-form"]),
                ]
        place.replace_self(shown)


def register(app: Sphinx) -> None:
    """Add the directive, and fill in the forms when a page is written."""
    app.add_node(citation_forms)
    app.add_directive_to_domain("corpus", "citation", CitationDirective)
    app.connect("doctree-resolved", _fill)
