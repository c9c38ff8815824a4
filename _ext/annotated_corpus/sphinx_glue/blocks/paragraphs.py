"""The words of an article: paragraphs with the names, claims and numbers in them, each one node until it is written.

They are most of an article's page, and every transform of Sphinx goes through all nodes. So a paragraph whose claims
are marked is put together: its words are a text, for the search and whoever else asks for them, and what stands in
them is noted beside it. A site gets HTML from that, every other format the nodes that Sphinx's writers expect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from annotated_corpus.pages.html import Markup, Template, escape
from annotated_corpus.sphinx_glue.blocks.lines import Link, Links, cited, linked
from annotated_corpus.sphinx_glue.blocks.numbers import as_html, block_number
from annotated_corpus.sphinx_glue.blocks.roles import DEBRIS, claim_start
from annotated_corpus.sphinx_glue.builders import IN_HTML
from annotated_corpus.sphinx_glue.domain.citations import citation, corpus_citation

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

CLAIM = "corpus-claim"
"""The class of what a claim says."""
_CLAIM = Template('<span class="%s target" id="%s">')
_OF_CLASS = Template('<span class="%s">%s</span>')


class Part(NamedTuple):
    """A stretch of words: plain, of a class, or (with a role) a citation, whose words are made if it has none."""

    words: str
    class_: str = ""
    role: str = ""
    target: str = ""


class Run(NamedTuple):
    """What a claim says; with no id, what stands between claims."""

    claim: str
    parts: tuple[Part, ...]


class corpus_prose(nodes.paragraph):
    """A paragraph as its ``runs``, with the attributes of its ``number``, if it has one.

    Once its page is written as HTML, ``links`` has what its citations lead to, by role and target.
    """

    def cited(self) -> Iterator[Part]:
        """Yield the citations."""
        return (part for run in self["runs"] for part in run.parts if part.role)

    def html(self) -> Iterator[Markup]:
        """Yield the content as HTML."""
        if self["number"]:
            yield as_html(self["number"])
        for run in self["runs"]:
            if run.claim:
                yield _CLAIM(CLAIM, run.claim)
            for part in run.parts:
                yield self._html(part)
            if run.claim:
                yield Markup("</span>")

    def _html(self, part: Part) -> Markup:
        if part.role:
            address, words = self["links"][part.role, part.target]
            return linked(address, part.words) if part.words else cited((address, words))
        return _OF_CLASS(part.class_, part.words) if part.class_ else escape(part.words)

    def as_nodes(self) -> nodes.paragraph:
        """Return the same paragraph in nodes; its citations are resolved later."""
        kept = {name: value for name, value in self.attributes.items() if name not in ("number", "runs")}
        whole = nodes.paragraph(self.rawsource, "", **kept)
        whole.source, whole.line = self.source, self.line
        if self["number"]:
            whole += block_number("", **self["number"])
        fill(whole, ((run.claim, [self._node(part) for part in run.parts]) for run in self["runs"]))
        return whole

    def _node(self, part: Part) -> nodes.Node:
        if not part.role:
            return nodes.inline("", part.words, classes=[part.class_]) if part.class_ else nodes.Text(part.words)
        made = citation(part.role, part.target, part.words)
        made.source, made.line = self.source, self.line
        return made


Stretch = tuple[str, list[nodes.Node]]
"""The id of a claim and what it says; with no id, what stands between claims."""


def sentences(block: nodes.Element) -> list[Stretch]:
    """Return the content of a block by claims: each begins at its marker and ends before the next.

    Debris and white space at its end are none of it.
    """
    stretches: list[Stretch] = []
    claim, words = "", list[nodes.Node]()
    for child in block.children:
        if isinstance(child, claim_start):
            stretches += _ended(claim, words)
            claim, words = child["claim"], []
        else:
            words.append(child)
    return [*stretches, *_ended(claim, words)]


def _ended(claim: str, words: list[nodes.Node]) -> Iterator[Stretch]:
    end = len(words)
    while claim and end and (not words[end - 1].astext().strip() or _is_debris(words[end - 1])):
        end -= 1
    if claim or end:
        yield claim, words[:end]
    if end < len(words):
        yield "", words[end:]


def fill(block: nodes.Element, stretches: Iterable[Stretch]) -> None:
    """Append the content of a block, with a target around each claim."""
    for claim, words in stretches:
        if not claim:
            block += words
            continue
        target = nodes.target("", "", *words, ids=[claim], classes=[CLAIM])
        target.referenced = 1  # docutils composes a message for each that is not, and throws it away
        block += target


def _is_debris(node: nodes.Node) -> bool:
    return isinstance(node, nodes.inline) and DEBRIS in node["classes"]


def gathered(paragraph: nodes.paragraph, stretches: Iterable[Stretch]) -> corpus_prose | None:
    """Return a paragraph with this content put together, None if there is anything in it that would be lost."""
    number: Mapping[str, Any] = {}
    runs: list[Run] = []
    for claim, words in stretches:
        parts: list[Part] = []
        for node in words:
            if isinstance(node, block_number):
                number = node.non_default_attributes()
            elif part := _part(node):
                parts.append(part)
            else:
                return None
        runs.append(Run(claim, tuple(parts)))
    made = corpus_prose(paragraph.rawsource, paragraph.astext(), **paragraph.attributes)
    made["number"], made["runs"] = number, tuple(runs)
    made.source, made.line = paragraph.source, paragraph.line
    return made


def _part(node: nodes.Node) -> Part | None:
    if isinstance(node, nodes.Text):
        return Part(str(node))
    if isinstance(node, corpus_citation):
        return Part("" if node.get("auto") else node["words"], "", node["role"], node["target"])
    if _is_debris(node):
        return Part(node.astext(), DEBRIS)
    return None


class WriteProse(SphinxPostTransform):
    """Say what the citations of a paragraph lead to, or put its nodes in its place, before citations are resolved.

    So are those of a paragraph that cites what the edition does not have: Sphinx looks elsewhere, or reports it.
    """

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Complete or replace all paragraphs of the document that are put together."""
        links = Links(self.env)
        in_html = self.env._app.builder.name in IN_HTML  # where Sphinx's own resolver has it from
        known: dict[tuple[str, str], Link | None] = {}
        for prose in list(self.document.findall(corpus_prose)):
            keys = {(part.role, part.target) for part in prose.cited()}
            for role, target in keys - known.keys():
                known[role, target] = links.to(target, role)
            found = {key: link for key in keys if (link := known[key])}
            if in_html and len(found) == len(keys):
                prose["links"] = found
            else:
                prose.replace_self(prose.as_nodes())


def _visit(self: HTML5Translator, node: corpus_prose) -> None:
    self.visit_paragraph(node)
    self.body.extend(node.html())
    self.depart_paragraph(node)
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Add node and transform."""
    app.add_node(corpus_prose, html=(_visit, None))
    app.add_post_transform(WriteProse)
