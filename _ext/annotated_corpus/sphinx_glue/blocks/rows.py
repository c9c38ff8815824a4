"""The rows of a comparison: what articles say of one thing, side by side, and what their agreement rests on.

Half of what a large edition writes are such rows. Search finds the words in the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages import words
from annotated_corpus.pages.html import Markup, Template, escape, joined
from annotated_corpus.pages.markup.inline import Stretches
from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.pages.markup.rows import Row, Said, read
from annotated_corpus.sphinx_glue.blocks.folded import corpus_folded
from annotated_corpus.sphinx_glue.blocks.lines import Link, add_lines, cited, corpus_lines
from annotated_corpus.sphinx_glue.builders import PASSED_THROUGH, add_node
from annotated_corpus.sphinx_glue.domain.citations import citation
from annotated_corpus.sphinx_glue.domain.objects import AnchorEntry, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator


class corpus_box(nodes.General, nodes.Element):
    """A container with ``data``, which only HTML shows: names and values for the script."""


class corpus_rows(corpus_lines):
    """The ``rows`` of a comparison."""

    def anchors(self) -> Iterator[str]:
        """Yield the claims."""
        return (anchor for row in self["rows"] for anchor in row.anchors())

    def html(self, known: dict[str, Link]) -> Iterator[Markup]:
        """Yield the rows as they are shown on a site."""
        return (part for row in self["rows"] for part in _html(row, known))

    def as_nodes(self, known: dict[str, Link]) -> list[nodes.Node]:
        """Return the rows as nodes."""
        return [_boxes(row) for row in self["rows"]]


class RowsDirective(SphinxDirective):
    """``{corpus:rows}``: claims side by side, and the matches between them; `pages.markup.rows` says how."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the rows, and note what the page cites and which matches can be cited on it."""
        try:
            rows = corpus_rows(rows=read(self.content))
        except ValueError as error:
            raise self.error(str(error)) from None
        page = corpus_domain(self.env).page(self.env.current_document.docname)
        for row in rows["rows"]:
            page.anchors |= {each.match: AnchorEntry("match", "", each.match) for each in row.verdicts}
        page.cited.update(rows.anchors())
        return [rows]


def _data(row: Row) -> dict[str, str]:
    """Return what the script sorts and chooses a row by."""
    stated = {"bases": row.bases, "places": row.places, "relations": row.relations}
    return {name: " ".join(values) for name, values in stated.items() if values}


def _classes(row: Row) -> list[str]:
    kinds = ["corpus-row", *([] if row.verdicts else ["corpus-row-alone"])]
    return [*kinds, *(["corpus-two"] if len(row.places) == 2 else [])]


def _sides(row: Row) -> Iterator[tuple[str, str, Iterable[Said]]]:
    """Yield what each article says, with its column and its slug."""
    found = groupby(row.said, key=lambda each: each.article)
    return ((column, slug, said) for column, (slug, said) in zip(row.columns, found, strict=False))


def _boxes(row: Row) -> corpus_box:
    """Return a row as nodes."""
    whole = corpus_box(classes=_classes(row), data=_data(row))
    for column, article, said in _sides(row):
        side = corpus_box(classes=["corpus-side", f"corpus-column-{column}"], data={"article": article})
        if row.caption:
            listed = [nodes.list_item("", _claim(each.claim, *_unmatched(each))) for each in said]
            side += [nodes.paragraph("", row.caption), nodes.bullet_list("", *listed)]
        else:
            for each in said:
                by = [nodes.Text(words.WORDED)] if each.throughout else []
                by += [nodes.Text(words.SAID_BY.format(speaker=each.speaker))] if each.speaker else []
                side += [_claim(each.claim, *by), nodes.block_quote("", nodes.paragraph("", "", *_marked(each.words)))]
        whole += side
    targets = [nodes.target("", "", ids=[each.match]) for each in row.verdicts]
    verdicts = nodes.bullet_list()
    for target, verdict in zip(targets, row.verdicts, strict=True):
        paragraph = nodes.paragraph("", "", *([] if row.folded else [target]))
        if verdict.claims:
            first, second = (citation("claim", each) for each in verdict.claims)
            paragraph += [first, nodes.Text(" and "), second, nodes.Text(": ")]
        paragraph += [nodes.strong("", verdict.finding), nodes.Text(verdict.words)]
        verdicts += nodes.list_item("", paragraph)
    if row.folded:
        whole += [
            nodes.paragraph("", "", *targets, nodes.Text(row.folded)),
            corpus_folded("", nodes.paragraph("", words.RESTS_ON), verdicts, classes=["corpus-folded"]),
        ]
    elif verdicts.children:
        whole += verdicts
    return whole


def _unmatched(said: Said) -> list[nodes.Node]:
    """Return the words of a claim without a match, and which one comes near."""
    found: list[nodes.Node] = [nodes.Text(": "), *_marked(said.words)]
    if said.near:
        before, after = words.NEAREST.split("{claim}")
        found += [nodes.Text(before), citation("claim", said.near), nodes.Text(after)]
    return found


def _claim(claim: str, *more: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", citation("claim", claim), *more)


def _marked(stretches: Stretches) -> list[nodes.Node]:
    return [
        nodes.emphasis("", text, classes=["corpus-diff"]) if differs else nodes.Text(text)
        for text, differs in stretches
    ]


_SAID = Template("<p>%s%s</p>\n<blockquote>\n<div><p>%s</p>\n</div></blockquote>\n")
_LISTED = Template("<li><p>%s: %s%s</p></li>\n")
_CAPTION = Template('<p>%s</p>\n<ul class="simple">\n%s</ul>\n')
_TARGET = Template('<span class="target" id="%s"></span>')
_FOLDED = Template('<p>%s%s</p>\n<details class="corpus-folded">\n<summary>%s</summary>\n')
_BETWEEN = Template("%s and %s: ")
_VERDICT = Template("<li><p>%s%s<strong>%s</strong>%s</p></li>\n")
_DIFFERS = Template('<em class="corpus-diff">%s</em>')
_DATA = Template(' data-%s="%s"')
_BOX = Template('<div class="%s"%s>\n')


def _html(row: Row, known: dict[str, Link]) -> Iterator[Markup]:
    yield _tag(_classes(row), _data(row))
    for column, article, said in _sides(row):
        yield _tag(["corpus-side", f"corpus-column-{column}"], {"article": article})
        if row.caption:
            listed = (_LISTED(cited(known[each.claim]), _words(each.words), _nearest(each, known)) for each in said)
            yield _CAPTION(row.caption, joined(listed))
        else:
            for each in said:
                by = words.WORDED if each.throughout else ""
                by += words.SAID_BY.format(speaker=each.speaker) if each.speaker else ""
                yield _SAID(cited(known[each.claim]), by, _words(each.words))
        yield Markup("</div>\n")
    targets = [_TARGET(each.match) for each in row.verdicts]
    if row.folded:
        yield _FOLDED(joined(targets), row.folded, words.RESTS_ON)
        targets = [Markup("")] * len(targets)
    if targets:
        yield Markup('<ul class="simple">\n')
    for target, verdict in zip(targets, row.verdicts, strict=True):
        between = _BETWEEN(*(cited(known[each]) for each in verdict.claims)) if verdict.claims else ""
        yield _VERDICT(target, between, verdict.finding, verdict.words)
    if targets:
        yield Markup("</ul>\n")
    yield Markup("</details>\n</div>\n" if row.folded else "</div>\n")


def _nearest(said: Said, known: dict[str, Link]) -> Markup:
    return escape(words.NEAREST).format(claim=cited(known[said.near])) if said.near else Markup("")


def _tag(classes: Iterable[str], data: dict[str, str]) -> Markup:
    return _BOX(" ".join(classes), joined(_DATA(name, value) for name, value in sorted(data.items())))


def _words(stretches: Stretches) -> Markup:
    return joined(_DIFFERS(text) if differs else text for text, differs in stretches)


def _visit_box(self: HTML5Translator, node: corpus_box) -> None:
    data = {f"data-{name}": value for name, value in node["data"].items()}
    self.body.append(self.starttag(node, "div", **data))


def _depart_box(self: HTML5Translator, _node: corpus_box) -> None:
    self.body.append("</div>\n")


def register(app: Sphinx) -> None:
    """Add nodes and directive."""
    add_lines(app, corpus_rows)
    add_node(app, corpus_box, PASSED_THROUGH, html=(_visit_box, _depart_box))
    app.add_directive_to_domain(DOMAIN, Directive.ROWS.local, RowsDirective)
