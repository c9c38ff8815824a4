"""The rows of a comparison: what articles say of one thing, side by side, and what their agreement rests on.

Half of what a large edition writes are such rows. Search finds the words in the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.anchors import grammar
from annotated_corpus.pages.markdown import runs, unescaped
from annotated_corpus.sphinx_glue.blocks.folded import corpus_folded
from annotated_corpus.sphinx_glue.blocks.lines import Link, add_lines, cited, corpus_lines, shown
from annotated_corpus.sphinx_glue.domain.citations import citation
from annotated_corpus.sphinx_glue.domain.objects import AnchorEntry, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_CLAIM = re.compile(r"- (\S+?)(?:, said by (.+))?")
_MATCH = re.compile(r"\* (\S+?)(?:: (\S+) (\S+))?")
_VERDICT = re.compile(r"\*\*(.+?)\*\*(.*)")
_SUMMARY = "What each match rests on"
_EXPECTED = (
    "a row begins with '= columns', and after its caption has '- claim', '* match' and the words of each, "
    "indented by two spaces: %s"
)

_STATED = {"columns", "bases", "places", "relations"}

Words = tuple[tuple[str, bool], ...]
"""Stretches of text, and whether each is marked as differing."""


class Said(NamedTuple):
    """What an article says: the anchor of its claim, who says it there (or empty), and the words."""

    claim: str
    speaker: str
    words: Words

    @property
    def article(self) -> str:
        """The slug of the article."""
        return grammar.slug_of(self.claim)


class Verdict(NamedTuple):
    """What a match is: its id, its claims where they have to be named, the finding, and the words that follow it."""

    match: str
    claims: tuple[str, ...]
    finding: str
    words: str


class corpus_box(nodes.General, nodes.Element):
    """A container with ``data``, which only HTML shows: names and values for the script."""


@dataclass
class Row:
    """What articles ``said`` and the ``verdicts`` on their matches, under the line ``caption``.

    ``columns`` has the number of the column for each article; ``folded`` is the line that stands for the verdicts
    where they are folded; ``data`` is for the script.
    """

    columns: list[str]
    data: dict[str, str]
    caption: str = ""
    folded: str = ""
    said: list[Said] = field(default_factory=list)
    verdicts: list[Verdict] = field(default_factory=list)

    def anchors(self) -> Iterator[str]:
        """Yield the claims."""
        yield from (each.claim for each in self.said)
        for verdict in self.verdicts:
            yield from verdict.claims


class corpus_rows(corpus_lines):
    """The ``rows`` of a comparison."""

    def anchors(self) -> Iterator[str]:
        """Yield the claims."""
        return (anchor for row in self["rows"] for anchor in row.anchors())

    def html(self, known: dict[str, Link]) -> Iterator[str]:
        """Yield the rows as they are shown on a site."""
        return (part for row in self["rows"] for part in _html(row, known))

    def as_nodes(self, known: dict[str, Link]) -> list[nodes.Node]:
        """Return the rows as nodes."""
        return [_boxes(row) for row in self["rows"]]


class RowsDirective(SphinxDirective):
    """``{corpus:rows}``: claims side by side, and the matches between them.

    A row begins with a line that says which column each article has, and what it can be sorted and chosen by:
    ``= columns 1 2; places 2 15``. A line that begins ``+ `` stands for its matches where they are folded, one that
    begins ``- `` names a claim, and one that begins ``* `` a match; words follow in the next line, after two spaces.
    Any other is the caption.
    """

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the rows, and note what the page cites and which matches can be cited on it."""
        rows = corpus_rows(rows=self._rows())
        page = corpus_domain(self.env).page(self.env.current_document.docname)
        for row in rows["rows"]:
            page.anchors |= {each.match: AnchorEntry("match", "", each.match) for each in row.verdicts}
        page.cited.update(rows.anchors())
        return [rows]

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        lines = iter([line for line in self.content if line.strip()])
        for line in lines:
            if line.startswith("= "):
                data = dict(each.partition(" ")[::2] for each in line[2:].split("; "))
                if not data.keys() <= _STATED:
                    raise self.error(_EXPECTED % line)
                rows.append(Row(data.pop("columns", "").split(), data))
                continue
            if not rows:
                raise self.error(_EXPECTED % line)
            row = rows[-1]
            if claim := _CLAIM.fullmatch(line):
                row.said.append(Said(claim[1], unescaped(claim[2] or ""), runs(self._words(lines, line))))
            elif match := _MATCH.fullmatch(line):
                verdict = _VERDICT.fullmatch(self._words(lines, line))
                finding, words = (verdict[1], verdict[2]) if verdict else ("", "")
                claims = (match[2], match[3]) if match[2] else ()
                row.verdicts.append(Verdict(match[1], claims, finding, unescaped(words)))
            elif line.startswith("+ "):
                row.folded = unescaped(line[2:])
            elif row.caption or row.said or row.verdicts:
                raise self.error(_EXPECTED % line)
            else:
                row.caption = unescaped(line)
        return rows

    def _words(self, lines: Iterator[str], head: str) -> str:
        line = next(lines, "")
        if not line.startswith("  "):
            raise self.error(_EXPECTED % (line or head))
        return line[2:]


def _classes(row: Row) -> list[str]:
    kinds = ["corpus-row", *([] if row.verdicts else ["corpus-row-alone"])]
    return [*kinds, *(["corpus-two"] if len(row.data.get("places", "").split()) == 2 else [])]


def _sides(row: Row) -> Iterator[tuple[str, str, Iterable[Said]]]:
    """Yield what each article says, with its column and its slug."""
    found = groupby(row.said, key=lambda each: each.article)
    return ((column, slug, said) for column, (slug, said) in zip(row.columns, found, strict=False))


def _boxes(row: Row) -> corpus_box:
    """Return a row as nodes."""
    whole = corpus_box(classes=_classes(row), data=row.data)
    for column, article, said in _sides(row):
        side = corpus_box(classes=["corpus-side", f"corpus-column-{column}"], data={"article": article})
        if row.caption:
            listed = [nodes.list_item("", _claim(each.claim, nodes.Text(": "), *_marked(each.words))) for each in said]
            side += [nodes.paragraph("", row.caption), nodes.bullet_list("", *listed)]
        else:
            for each in said:
                by = [nodes.Text(f", said by {each.speaker}")] if each.speaker else []
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
            corpus_folded("", nodes.paragraph("", _SUMMARY), verdicts, classes=["corpus-folded"]),
        ]
    elif verdicts.children:
        whole += verdicts
    return whole


def _claim(claim: str, *more: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", citation("claim", claim), *more)


def _marked(words: Words) -> list[nodes.Node]:
    return [
        nodes.emphasis("", each, classes=["corpus-diff"]) if differs else nodes.Text(each) for each, differs in words
    ]


def _html(row: Row, known: dict[str, Link]) -> Iterator[str]:
    yield _tag(_classes(row), row.data)
    for column, article, said in _sides(row):
        yield _tag(["corpus-side", f"corpus-column-{column}"], {"article": article})
        if row.caption:
            listed = (f"<li><p>{cited(known[each.claim])}: {_words(each.words)}</p></li>\n" for each in said)
            yield f'<p>{shown(row.caption)}</p>\n<ul class="simple">\n{"".join(listed)}</ul>\n'
        else:
            for each in said:
                by = f", said by {shown(each.speaker)}" if each.speaker else ""
                yield f"<p>{cited(known[each.claim])}{by}</p>\n"
                yield f"<blockquote>\n<div><p>{_words(each.words)}</p>\n</div></blockquote>\n"
        yield "</div>\n"
    targets = [f'<span class="target" id="{escape(each.match)}"></span>' for each in row.verdicts]
    if row.folded:
        yield f"<p>{''.join(targets)}{shown(row.folded)}</p>\n"
        yield f'<details class="corpus-folded">\n<summary>{_SUMMARY}</summary>\n'
        targets = [""] * len(targets)
    if targets:
        yield '<ul class="simple">\n'
    for target, verdict in zip(targets, row.verdicts, strict=True):
        between = f"{' and '.join(cited(known[each]) for each in verdict.claims)}: " if verdict.claims else ""
        yield f"<li><p>{target}{between}<strong>{shown(verdict.finding)}</strong>{shown(verdict.words)}</p></li>\n"
    if targets:
        yield "</ul>\n"
    yield "</details>\n</div>\n" if row.folded else "</div>\n"


def _tag(classes: Iterable[str], data: dict[str, str]) -> str:
    stated = "".join(f' data-{name}="{escape(value)}"' for name, value in sorted(data.items()))
    return f'<div class="{" ".join(classes)}"{stated}>\n'


def _words(words: Words) -> str:
    return "".join(f'<em class="corpus-diff">{shown(each)}</em>' if differs else shown(each) for each, differs in words)


def _visit_box(self: HTML5Translator, node: corpus_box) -> None:
    data = {f"data-{name}": value for name, value in node["data"].items()}
    self.body.append(self.starttag(node, "div", **data))


def _depart_box(self: HTML5Translator, _node: corpus_box) -> None:
    self.body.append("</div>\n")


def _pass(_translator: nodes.NodeVisitor, _node: corpus_box) -> None:
    """Show what is inside and nothing else."""


def register(app: Sphinx) -> None:
    """Add nodes and directive."""
    plain = (_pass, _pass)
    add_lines(app, corpus_rows)
    app.add_node(corpus_box, html=(_visit_box, _depart_box), latex=plain, text=plain, man=plain, texinfo=plain)
    app.add_directive_to_domain("corpus", "rows", RowsDirective)
