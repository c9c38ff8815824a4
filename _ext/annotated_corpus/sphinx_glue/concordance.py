"""The mentions of an entry, each with the words around it: the longest lists of an edition.

A large edition has a million of these lines. They are kept as rows, not as trees, until a page is written; a site
gets its HTML from the rows, every other format a list of nodes. Search finds the words in the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.anchors import grammar
from annotated_corpus.sphinx_glue.citations import IN_HTML, Link, as_html, links
from annotated_corpus.sphinx_glue.domain import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_ROW = re.compile(r"(\S+) (\d+)-(\d+) (.*)")


class Row(NamedTuple):
    """A mention: the anchor of its block, and the words before it, of it, and after it."""

    anchor: str
    before: str
    name: str
    after: str

    @property
    def article(self) -> str:
        """The slug of its article."""
        parts = grammar.parse(self.anchor)
        return parts.slug if parts else ""


class mention_rows(nodes.General, nodes.Element):
    """``rows`` are the mentions; ``links`` says, once the page is written, what each anchor leads to."""


class MentionsDirective(SphinxDirective):
    """``{corpus:mentions}``: a line a mention: anchor, from where to where the name stands in the words, the words."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the rows, and note that the page cites the anchors."""
        found = [found for line in self.content if (found := _ROW.fullmatch(line))]
        rows = []
        for each in found:
            start, end, words = int(each[2]), int(each[3]), each[4]
            rows.append(Row(each[1], words[:start], words[start:end], words[end:]))
        cited = corpus_domain(self.env).page(self.env.current_document.docname).cited
        cited.update(row.anchor for row in rows)
        cited.update(row.article for row in rows)
        return [mention_rows(rows=rows)]


class LinkMentions(SphinxPostTransform):
    """Say what each anchor leads to; and make a list of nodes for formats that are not HTML."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Complete or replace the rows."""
        for node in list(self.document.findall(mention_rows)):
            known = links(self.env, {each for row in node["rows"] for each in (row.anchor, row.article)})
            if self.env._app.builder.name in IN_HTML:
                node["links"] = known
            else:
                node.replace_self(_list(node["rows"], known))


def _by_article(rows: Iterable[Row]) -> Iterable[tuple[str, Iterable[Row]]]:
    return groupby(rows, key=lambda row: row.article)


def _list(rows: Iterable[Row], known: dict[str, Link]) -> nodes.bullet_list:
    """Return the rows as a list of articles, each with a list of its mentions."""

    def reference(anchor: str) -> nodes.Node:
        address, text = known[anchor]
        words = nodes.inline("", text, classes=["corpus-cite"])
        return nodes.reference("", "", words, internal=True, refuri=address) if address else words

    whole = nodes.bullet_list()
    for article, own in _by_article(rows):
        mentions = nodes.bullet_list()
        for row in own:
            name = nodes.strong("", row.name, classes=["corpus-name"])
            words = [nodes.Text(f": {row.before}"), name, nodes.Text(row.after)]
            mentions += nodes.list_item("", nodes.paragraph("", "", reference(row.anchor), *words))
        whole += nodes.list_item("", nodes.paragraph("", "", reference(article)), mentions)
    return whole


def _plain(words: str) -> str:
    return escape(words, quote=False)


def _visit_html(self: HTML5Translator, node: mention_rows) -> None:
    known = node["links"]
    parts = self.body
    parts.append('<ul class="simple">\n')
    for article, own in _by_article(node["rows"]):
        parts.append(f'<li><p>{as_html(known[article])}</p>\n<ul class="simple">\n')
        parts.extend(
            f"<li><p>{as_html(known[row.anchor])}: {_plain(row.before)}"
            f'<strong class="corpus-name">{_plain(row.name)}</strong>{_plain(row.after)}</p></li>\n'
            for row in own
        )
        parts.append("</ul>\n</li>\n")
    parts.append("</ul>\n")
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Add node, directive and transform."""
    app.add_node(mention_rows, html=(_visit_html, None))
    app.add_directive_to_domain("corpus", "mentions", MentionsDirective)
    app.add_post_transform(LinkMentions)
