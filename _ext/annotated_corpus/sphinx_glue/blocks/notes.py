"""The lines of the notes beside paragraphs: words and citations.

Where matches are many, half of an article's page are such lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages import words
from annotated_corpus.pages.html import Markup, Template, escape, joined
from annotated_corpus.pages.markup.names import DOMAIN, Cite, Directive, NoteKind
from annotated_corpus.pages.markup.notes import Remark, read
from annotated_corpus.sphinx_glue.blocks.lines import Link, add_lines, cited, corpus_lines
from annotated_corpus.sphinx_glue.domain.citations import citation
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_MOST = 5
"""A note of a site shows this many lines, and a line this many claims; of more, one fewer, and folds the rest."""


class corpus_remarks(corpus_lines):
    """A note: a list of ``remarks``."""

    def anchors(self) -> Iterator[str]:
        """Yield claims and matches."""
        return (part.words for remark in self["remarks"] for part in remark if part.role)

    def html(self, known: dict[str, Link]) -> Iterator[Markup]:
        """Yield the list, its end folded where a note would be longer than what it is about."""
        remarks = self["remarks"]
        shown_at_once = len(remarks) if len(remarks) <= _MOST else _MOST - 1
        yield from _list(remarks[:shown_at_once], known)
        if more := remarks[shown_at_once:]:
            yield _FOLDED(words.MORE.format(number=len(more)))
            yield from _list(more, known)
            yield Markup("</details>\n")

    def as_nodes(self, known: dict[str, Link]) -> nodes.container:
        """Return the same note as nodes."""
        whole = nodes.bullet_list()
        for remark in self["remarks"]:
            parts = [citation(part.role.local, part.words) if part.role else nodes.Text(part.words) for part in remark]
            whole += nodes.list_item("", nodes.paragraph("", "", *parts))
        return nodes.container("", whole, ids=self["ids"], classes=self["classes"])


_FOLDED = Template("<details>\n<summary>%s</summary>\n")
_LINE = Template("<li><p>%s</p></li>\n")
# No details may stand in a paragraph.
_FOLDED_LINE = Template("<li><div>%s <details><summary>%s</summary>: %s</details>%s</div></li>\n")


def _list(remarks: Iterable[Remark], known: dict[str, Link]) -> Iterator[Markup]:
    yield Markup('<ul class="simple">\n')
    for remark in remarks:
        yield _remark(remark, known)
    yield Markup("</ul>\n")


def _remark(remark: Remark, known: dict[str, Link]) -> Markup:
    parts = [cited(known[part.words]) if part.role else escape(part.words) for part in remark]
    claims = [place for place, part in enumerate(remark) if part.role is Cite.CLAIM]
    if len(claims) <= _MOST:
        return _LINE(joined(parts))
    first, end = claims[_MOST - 1], claims[-1] + 1  # what stands between two claims goes with the first that is folded
    folded = words.AND_MORE.format(number=len(claims) - _MOST + 1).strip()
    return _FOLDED_LINE(joined(parts[: first - 1]), folded, joined(parts[first:end]), joined(parts[end:]))


class NoteDirective(SphinxDirective):
    """``{corpus:note} kind``: what the edition has to say about the paragraph above."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {"anchors": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the note, a box that carries its kind as a class."""
        kind = directives.choice(self.arguments[0], [*NoteKind])
        note = self._remarks() if kind == NoteKind.MATCH else nodes.container("", *self.parse_content_to_nodes())
        note["ids"] += self.options.get("anchors", "").split()
        note["classes"] += ["corpus-note", f"corpus-note-{kind}"]
        return [note]

    def _remarks(self) -> corpus_remarks:
        try:
            lines = corpus_remarks(remarks=read(self.content))
        except ValueError as error:
            raise self.error(str(error)) from None
        corpus_domain(self.env).page(self.env.current_document.docname).cited.update(lines.anchors())
        return lines


def register(app: Sphinx) -> None:
    """Add node and directive."""
    add_lines(app, corpus_remarks)
    app.add_directive_to_domain(DOMAIN, Directive.NOTE.local, NoteDirective)
