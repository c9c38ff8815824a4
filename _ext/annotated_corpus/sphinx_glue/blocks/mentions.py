"""The mentions of an entry, each with the words around it: the longest lists of an edition.

A large edition has a million of these lines. Search finds the words in the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages.html import Markup, Template
from annotated_corpus.pages.markup.mentions import Mentioned, read
from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.sphinx_glue.blocks.lines import Link, add_lines, cited, corpus_lines
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_ARTICLE = Template('<li><p>%s</p>\n<ul class="simple">\n')
_MENTION = Template('<li><p>%s: %s<strong class="corpus-name">%s</strong>%s</p></li>\n')


class mention_rows(corpus_lines):
    """``rows`` are the mentions."""

    def anchors(self) -> Iterator[str]:
        """Yield blocks and articles."""
        for row in self["rows"]:
            yield from (row.anchor, row.article)

    def html(self, known: dict[str, Link]) -> Iterator[Markup]:
        """Yield a list of articles, each with a list of its mentions."""
        yield Markup('<ul class="simple">\n')
        for article, own in _by_article(self["rows"]):
            yield _ARTICLE(cited(known[article]))
            for row in own:
                yield _MENTION(cited(known[row.anchor]), row.before, row.name, row.after)
            yield Markup("</ul>\n</li>\n")
        yield Markup("</ul>\n")

    def as_nodes(self, known: dict[str, Link]) -> nodes.bullet_list:
        """Return the same list as nodes."""

        def reference(anchor: str) -> nodes.Node:
            address, text = known[anchor]
            words = nodes.inline("", text, classes=["corpus-cite"])
            return nodes.reference("", "", words, internal=True, refuri=address) if address else words

        whole = nodes.bullet_list()
        for article, own in _by_article(self["rows"]):
            mentions = nodes.bullet_list()
            for row in own:
                name = nodes.strong("", row.name, classes=["corpus-name"])
                words = [nodes.Text(f": {row.before}"), name, nodes.Text(row.after)]
                mentions += nodes.list_item("", nodes.paragraph("", "", reference(row.anchor), *words))
            whole += nodes.list_item("", nodes.paragraph("", "", reference(article)), mentions)
        return whole


def _by_article(rows: Iterable[Mentioned]) -> Iterable[tuple[str, Iterable[Mentioned]]]:
    return groupby(rows, key=lambda row: row.article)


class MentionsDirective(SphinxDirective):
    """``{corpus:mentions}``: a line a mention; `pages.markup.mentions` says how."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the rows, and note that the page cites the anchors."""
        try:
            lines = mention_rows(rows=read(self.content))
        except ValueError as error:
            raise self.error(str(error)) from None
        corpus_domain(self.env).page(self.env.current_document.docname).cited.update(lines.anchors())
        return [lines]


def register(app: Sphinx) -> None:
    """Add node and directive."""
    add_lines(app, mention_rows)
    app.add_directive_to_domain(DOMAIN, Directive.MENTIONS.local, MentionsDirective)
