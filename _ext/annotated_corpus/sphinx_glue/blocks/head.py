"""The head of an article: what is stated of it, which others tell its story, and what the signs are for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages import words
from annotated_corpus.pages.html import Template
from annotated_corpus.pages.markup.head import OPTIONS, Head, Listing, read
from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.pages.phrases import date_in_words
from annotated_corpus.sphinx_glue.builders import ON_PAPER, ON_SITE
from annotated_corpus.sphinx_glue.domain.objects import ArticleEntry, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CURRENT = "corpus:article"
NEAR = "corpus:near"
"""Key of the current document under which the slug of its article is found while it is read."""


_KEYS = Template('<button type="button" class="corpus-help">%s</button>')


class ArticleDirective(SphinxDirective):
    """``{corpus:article} slug``: this page is that article; the options say what its editors state of it.

    ``section`` is the page that lists it, with its title: "January 2001 <articles-2001-01>"; ``title`` what windows
    and search results call it, where others have the same headline. The content says which other articles tell the
    same story, and is missing where none does.
    """

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = dict.fromkeys(OPTIONS, directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Make the article known to the domain and return its head: a field list and a guide for readers.

        The title of the page is not there yet: `annotate` adds it.
        """
        slug = self.arguments[0]
        document = self.env.current_document
        document[CURRENT] = slug
        head = read(slug, self.options)
        document[NEAR] = frozenset(f"{slug}-{each}" for each in head.near)
        corpus_domain(self.env).page(document.docname).article = ArticleEntry(slug, slug, head.stated, head.sha256)
        if head.window:
            self.state.document["title"] = head.window  # as the directive "title" of reStructuredText does
        fields = nodes.field_list(classes=["corpus-head"])
        for option, name in words.STATED.items():
            if value := self._value(option, head):
                field = nodes.field(
                    "", nodes.field_name("", words.BY if option == "authors" else name), nodes.field_body("", value)
                )
                field["classes"].append(f"corpus-head-{option}")
                fields += field
        shown: list[nodes.Node] = [fields] if fields.children else []
        if self.content:
            shown.append(nodes.container("", *self.parse_content_to_nodes(), classes=["corpus-company"]))
        return [*shown, *self._guide()]

    def _guide(self) -> list[nodes.Node]:
        """Return the line that tells a reader of the page what its signs are for: on the site, and in a book."""
        signs = f" {words.SIGN}"
        guide = nodes.container(classes=["corpus-guide"])
        line = nodes.paragraph("", f"{words.NUMBERS} ")
        if self.content:
            line += [nodes.inline("", "", classes=["corpus-sample"]), nodes.Text(f"{signs} ")]
        line += [
            nodes.reference("", words.CITING_LINK, internal=True, refid=f"{self.arguments[0]}--cite"),
            nodes.Text(" "),
            nodes.raw("", _KEYS(words.KEYS), format="html"),
        ]
        guide += line
        shown: list[nodes.Node] = [addnodes.only("", guide, expr=ON_SITE)]
        if self.content:
            book = nodes.container("", nodes.paragraph("", f"○{signs}"), classes=["corpus-guide"])
            shown.append(addnodes.only("", book, expr=ON_PAPER))
        return shown

    def _value(self, option: str, head: Head) -> nodes.paragraph | None:
        """Return what the head shows of an option, None where it is not stated."""
        if option == "section":
            return self._listing(head.listing) if head.listing else None
        value = getattr(head.stated, option)
        if not value:
            return None
        if option == "url":
            return nodes.paragraph("", "", nodes.reference("", value, refuri=value))
        if option == "date":
            return nodes.paragraph("", date_in_words(value))
        return nodes.paragraph("", value if isinstance(value, str) else "; ".join(value))

    def _listing(self, listing: Listing) -> nodes.paragraph:
        link = addnodes.pending_xref("", refdomain="std", reftype="doc", reftarget=listing.name, refexplicit=True)
        link["refdoc"] = self.env.current_document.docname
        link += nodes.inline("", words.LISTED.format(title=listing.title))
        return nodes.paragraph("", "", link)


def register(app: Sphinx) -> None:
    """Add the directive to the domain."""
    app.add_directive_to_domain(DOMAIN, Directive.ARTICLE.local, ArticleDirective)
