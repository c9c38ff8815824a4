"""The mentions of an entry, each with the words around it: the longest lists of an edition.

A large edition has a million of these lines. Search finds the words in the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.anchors import grammar
from annotated_corpus.sphinx_glue.blocks.lines import Link, add_lines, cited, corpus_lines, shown
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

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
        return grammar.slug_of(self.anchor)


class mention_rows(corpus_lines):
    """``rows`` are the mentions."""

    def anchors(self) -> Iterator[str]:
        """Yield blocks and articles."""
        for row in self["rows"]:
            yield from (row.anchor, row.article)

    def html(self, known: dict[str, Link]) -> Iterator[str]:
        """Yield a list of articles, each with a list of its mentions."""
        yield '<ul class="simple">\n'
        for article, own in _by_article(self["rows"]):
            yield f'<li><p>{cited(known[article])}</p>\n<ul class="simple">\n'
            for row in own:
                name = f'<strong class="corpus-name">{shown(row.name)}</strong>'
                yield f"<li><p>{cited(known[row.anchor])}: {shown(row.before)}{name}{shown(row.after)}</p></li>\n"
            yield "</ul>\n</li>\n"
        yield "</ul>\n"

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


def _by_article(rows: Iterable[Row]) -> Iterable[tuple[str, Iterable[Row]]]:
    return groupby(rows, key=lambda row: row.article)


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
        lines = mention_rows(rows=rows)
        corpus_domain(self.env).page(self.env.current_document.docname).cited.update(lines.anchors())
        return [lines]


def register(app: Sphinx) -> None:
    """Add node and directive."""
    add_lines(app, mention_rows)
    app.add_directive_to_domain("corpus", "mentions", MentionsDirective)
