"""The lines of the notes beside paragraphs: words and citations.

Where matches are many, half of an article's page are such lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from annotated_corpus.pages.markdown import unescaped
from annotated_corpus.sphinx_glue.citations import citation
from annotated_corpus.sphinx_glue.lines import Link, add_lines, cited, corpus_lines, shown

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ROLE = re.compile(r"\{corpus:(claim|compare)\}`([^`]+)`")


class Part(NamedTuple):
    """A stretch of words; or, with a role, a citation of the anchor that stands in their place."""

    words: str
    role: str = ""


Remark = tuple[Part, ...]


class corpus_remarks(corpus_lines):
    """A list of ``remarks``."""

    def anchors(self) -> Iterator[str]:
        """Yield claims and matches."""
        return (part.words for remark in self["remarks"] for part in remark if part.role)

    def html(self, known: dict[str, Link]) -> Iterator[str]:
        """Yield the list."""
        yield '<ul class="simple">\n'
        for remark in self["remarks"]:
            yield f"<li><p>{''.join(_html(part, known) for part in remark)}</p></li>\n"
        yield "</ul>\n"

    def as_nodes(self, known: dict[str, Link]) -> nodes.bullet_list:
        """Return the same list as nodes."""
        whole = nodes.bullet_list()
        for remark in self["remarks"]:
            parts = [citation(part.role, part.words) if part.role else nodes.Text(part.words) for part in remark]
            whole += nodes.list_item("", nodes.paragraph("", "", *parts))
        return whole


def _html(part: Part, known: dict[str, Link]) -> str:
    if not part.role:
        return shown(part.words)
    address, words = known[part.words]
    return cited((address, "Compare" if address and part.role == "compare" else words))


def read(line: str) -> Remark | None:
    """Return what a line of Markdown says that begins with "- ", None if it does not."""
    if not line.startswith("- "):
        return None
    parts: list[Part] = []
    place = 2
    for found in _ROLE.finditer(line):
        parts += [Part(unescaped(line[place : found.start()])), Part(found[2], found[1])]
        place = found.end()
    parts.append(Part(unescaped(line[place:])))
    return tuple(part for part in parts if part.words)


def register(app: Sphinx) -> None:
    """Add the node."""
    add_lines(app, corpus_remarks)
