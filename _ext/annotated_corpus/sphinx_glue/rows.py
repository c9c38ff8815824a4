"""The rows of a comparison: what articles say of one thing, side by side, and what their agreement rests on.

Half of what a large edition writes are such rows. They are kept as rows, not as trees, until a page is written; a site
gets its HTML from the rows, every other format nodes. Search finds the words in the articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.anchors import grammar
from annotated_corpus.pages.markdown import runs
from annotated_corpus.sphinx_glue.citations import IN_HTML, Link, as_html, citation, links
from annotated_corpus.sphinx_glue.domain import AnchorEntry, corpus_domain
from annotated_corpus.sphinx_glue.folded import corpus_folded

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_CLAIM = re.compile(r"- (\S+?)(?:, said by (.+))?")
_MATCH = re.compile(r"\* (\S+?)(?:: (\S+) (\S+))?")
_VERDICT = re.compile(r"\*\*(.+?)\*\*(.*)")
_SUMMARY = "What each match rests on"
_EXPECTED = (
    "this row has a line that is neither '- claim', nor '* match', nor the words of one, indented by two spaces: %s"
)

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
        parts = grammar.parse(self.claim)
        return parts.slug if parts else ""


class Verdict(NamedTuple):
    """What a match is: its id, its claims where they have to be named, the finding, and the words that follow it."""

    match: str
    claims: tuple[str, ...]
    finding: str
    words: str


class corpus_row(nodes.General, nodes.Element):
    """A row, and once the page is written ``links`` with what each anchor leads to.

    ``said`` and ``verdicts`` are its content under the line ``caption``; ``columns`` has the number of the column for
    each article; ``folded`` is the line that stands for the verdicts where they are folded; ``data`` is for the script.
    """


class corpus_box(nodes.General, nodes.Element):
    """A container with ``data``, which only HTML shows: names and values for the script."""


class RowDirective(SphinxDirective):
    """``{corpus:row}``: claims side by side, and the matches between them.

    The options say what the row can be sorted and chosen by, and which column each article has. A line of its content
    is the caption, or begins ``- `` and names a claim, or begins ``* `` and names a match; words follow in the next
    line, after two spaces.
    """

    has_content = True
    _SORTED_BY = ("bases", "places", "relations")
    option_spec: ClassVar = dict.fromkeys((*_SORTED_BY, "columns", "folded"), directives.unchanged)

    def run(self) -> list[nodes.Node]:
        """Return the row, and note what the page cites and which matches can be cited on it."""
        caption, said, verdicts = self._content()
        page = corpus_domain(self.env).page(self.env.current_document.docname)
        page.cited.update(each.claim for each in said)
        page.anchors |= {each.match: AnchorEntry("match", "", each.match) for each in verdicts}
        row = corpus_row(
            caption=caption,
            said=said,
            verdicts=verdicts,
            columns=self.options.get("columns", "").split(),
            folded=self.options.get("folded", ""),
            data={name: self.options[name] for name in self._SORTED_BY if name in self.options},
        )
        return [row]

    def _content(self) -> tuple[str, list[Said], list[Verdict]]:
        caption = ""
        said: list[Said] = []
        verdicts: list[Verdict] = []
        lines = iter([line for line in self.content if line.strip()])
        for line in lines:
            if claim := _CLAIM.fullmatch(line):
                said.append(Said(claim[1], _plain(claim[2] or ""), runs(self._words(lines, line))))
            elif match := _MATCH.fullmatch(line):
                verdict = _VERDICT.fullmatch(self._words(lines, line))
                finding, words = (verdict[1], verdict[2]) if verdict else ("", "")
                claims = (match[2], match[3]) if match[2] else ()
                verdicts.append(Verdict(match[1], claims, finding, _plain(words)))
            elif caption or said or verdicts:
                raise self.error(_EXPECTED % line)
            else:
                caption = _plain(line)
        return caption, said, verdicts

    def _words(self, lines: Iterator[str], head: str) -> str:
        line = next(lines, "")
        if not line.startswith("  "):
            raise self.error(_EXPECTED % (line or head))
        return line[2:]


def _plain(markdown: str) -> str:
    return "".join(words for words, _ in runs(markdown))


class LinkRows(SphinxPostTransform):
    """Say what the anchors of each row lead to; and make nodes for formats that are not HTML."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Complete or replace the rows."""
        rows = list(self.document.findall(corpus_row))
        if self.env._app.builder.name in IN_HTML:  # where Sphinx's own resolver has it from
            cited = {each.claim for row in rows for each in row["said"]}
            found = links(
                self.env, cited | {each for row in rows for verdict in row["verdicts"] for each in verdict.claims}
            )
            for row in rows:
                row["links"] = found
        else:
            for row in rows:
                row.replace_self(_boxes(row))


def _classes(row: corpus_row) -> list[str]:
    kinds = ["corpus-row", *([] if row["verdicts"] else ["corpus-row-alone"])]
    return [*kinds, *(["corpus-two"] if len(row["data"].get("places", "").split()) == 2 else [])]


def _sides(row: corpus_row) -> Iterator[tuple[str, str, Iterable[Said]]]:
    """Yield what each article says, with its column and its slug."""
    found = groupby(row["said"], key=lambda each: each.article)
    return ((column, slug, said) for column, (slug, said) in zip(row["columns"], found, strict=False))


def _boxes(row: corpus_row) -> corpus_box:
    """Return a row as nodes."""
    whole = corpus_box(classes=_classes(row), data=row["data"])
    for column, article, said in _sides(row):
        side = corpus_box(classes=["corpus-side", f"corpus-column-{column}"], data={"article": article})
        if row["caption"]:
            listed = [nodes.list_item("", _cited(each.claim, nodes.Text(": "), *_marked(each.words))) for each in said]
            side += [nodes.paragraph("", row["caption"]), nodes.bullet_list("", *listed)]
        else:
            for each in said:
                by = [nodes.Text(f", said by {each.speaker}")] if each.speaker else []
                side += [_cited(each.claim, *by), nodes.block_quote("", nodes.paragraph("", "", *_marked(each.words)))]
        whole += side
    targets = [nodes.target("", "", ids=[each.match]) for each in row["verdicts"]]
    verdicts = nodes.bullet_list()
    for target, verdict in zip(targets, row["verdicts"], strict=True):
        paragraph = nodes.paragraph("", "", *([] if row["folded"] else [target]))
        if verdict.claims:
            first, second = (citation("claim", each) for each in verdict.claims)
            paragraph += [first, nodes.Text(" and "), second, nodes.Text(": ")]
        paragraph += [nodes.strong("", verdict.finding), nodes.Text(verdict.words)]
        verdicts += nodes.list_item("", paragraph)
    if row["folded"]:
        whole += [
            nodes.paragraph("", "", *targets, nodes.Text(row["folded"])),
            corpus_folded("", nodes.paragraph("", _SUMMARY), verdicts, classes=["corpus-folded"]),
        ]
    elif verdicts.children:
        whole += verdicts
    return whole


def _cited(claim: str, *more: nodes.Node) -> nodes.paragraph:
    return nodes.paragraph("", "", citation("claim", claim), *more)


def _marked(words: Words) -> list[nodes.Node]:
    return [
        nodes.emphasis("", each, classes=["corpus-diff"]) if differs else nodes.Text(each) for each, differs in words
    ]


def _visit_html(self: HTML5Translator, row: corpus_row) -> None:
    self.body.extend(_html(row, row["links"]))
    raise nodes.SkipNode


def _html(row: corpus_row, known: dict[str, Link]) -> Iterator[str]:
    yield _tag(_classes(row), row["data"])
    for column, article, said in _sides(row):
        yield _tag(["corpus-side", f"corpus-column-{column}"], {"article": article})
        if row["caption"]:
            listed = (f"<li><p>{as_html(known[each.claim])}: {_words(each.words)}</p></li>\n" for each in said)
            yield f'<p>{_text(row["caption"])}</p>\n<ul class="simple">\n{"".join(listed)}</ul>\n'
        else:
            for each in said:
                by = f", said by {_text(each.speaker)}" if each.speaker else ""
                yield f"<p>{as_html(known[each.claim])}{by}</p>\n"
                yield f"<blockquote>\n<div><p>{_words(each.words)}</p>\n</div></blockquote>\n"
        yield "</div>\n"
    targets = [f'<span class="target" id="{escape(each.match)}"></span>' for each in row["verdicts"]]
    if row["folded"]:
        yield f"<p>{''.join(targets)}{_text(row['folded'])}</p>\n"
        yield f'<details class="corpus-folded">\n<summary>{_SUMMARY}</summary>\n'
        targets = [""] * len(targets)
    if targets:
        yield '<ul class="simple">\n'
    for target, verdict in zip(targets, row["verdicts"], strict=True):
        between = f"{' and '.join(as_html(known[each]) for each in verdict.claims)}: " if verdict.claims else ""
        yield f"<li><p>{target}{between}<strong>{_text(verdict.finding)}</strong>{_text(verdict.words)}</p></li>\n"
    if targets:
        yield "</ul>\n"
    yield "</details>\n</div>\n" if row["folded"] else "</div>\n"


def _tag(classes: Iterable[str], data: dict[str, str]) -> str:
    stated = "".join(f' data-{name}="{escape(value)}"' for name, value in sorted(data.items()))
    return f'<div class="{" ".join(classes)}"{stated}>\n'


def _words(words: Words) -> str:
    return "".join(f'<em class="corpus-diff">{_text(each)}</em>' if differs else _text(each) for each, differs in words)


def _text(words: str) -> str:
    return escape(words, quote=False)


def _visit_box(self: HTML5Translator, node: corpus_box) -> None:
    data = {f"data-{name}": value for name, value in node["data"].items()}
    self.body.append(self.starttag(node, "div", **data))


def _depart_box(self: HTML5Translator, _node: corpus_box) -> None:
    self.body.append("</div>\n")


def _pass(_translator: nodes.NodeVisitor, _node: corpus_box) -> None:
    """Show what is inside and nothing else."""


def register(app: Sphinx) -> None:
    """Add nodes, directive and transform."""
    plain = (_pass, _pass)
    app.add_node(corpus_row, html=(_visit_html, None))
    app.add_node(corpus_box, html=(_visit_box, _depart_box), latex=plain, text=plain, man=plain, texinfo=plain)
    app.add_directive_to_domain("corpus", "row", RowDirective)
    app.add_post_transform(LinkRows)
