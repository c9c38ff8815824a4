"""The lines of the notes beside paragraphs: words and citations.

Where matches are many, half of an article's page are such lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes

from annotated_corpus.pages.markdown import unescaped
from annotated_corpus.sphinx_glue.blocks.lines import Link, add_lines, cited, corpus_lines, shown
from annotated_corpus.sphinx_glue.domain.citations import citation

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ROLE = re.compile(r"\{corpus:(claim|compare)\}`([^`]+)`")


class Part(NamedTuple):
    """A stretch of words; or, with a role, a citation of the anchor that stands in their place."""

    words: str
    role: str = ""


Remark = tuple[Part, ...]

_MOST = 5
"""A note of a site shows this many lines, and a line this many claims; of more, one fewer, and folds the rest."""


class corpus_remarks(corpus_lines):
    """A note: a list of ``remarks``."""

    def anchors(self) -> Iterator[str]:
        """Yield claims and matches."""
        return (part.words for remark in self["remarks"] for part in remark if part.role)

    def html(self, known: dict[str, Link]) -> Iterator[str]:
        """Yield the list, its end folded where a note would be longer than what it is about."""
        remarks = self["remarks"]
        shown_at_once = len(remarks) if len(remarks) <= _MOST else _MOST - 1
        yield from _list(remarks[:shown_at_once], known)
        if more := remarks[shown_at_once:]:
            yield f"<details>\n<summary>{len(more)} more</summary>\n"
            yield from _list(more, known)
            yield "</details>\n"

    def as_nodes(self, known: dict[str, Link]) -> nodes.container:
        """Return the same note as nodes."""
        whole = nodes.bullet_list()
        for remark in self["remarks"]:
            parts = [citation(part.role, part.words) if part.role else nodes.Text(part.words) for part in remark]
            whole += nodes.list_item("", nodes.paragraph("", "", *parts))
        return nodes.container("", whole, ids=self["ids"], classes=self["classes"])


def _list(remarks: Iterable[Remark], known: dict[str, Link]) -> Iterator[str]:
    yield '<ul class="simple">\n'
    for remark in remarks:
        yield f"<li>{_remark(remark, known)}</li>\n"
    yield "</ul>\n"


def _remark(remark: Remark, known: dict[str, Link]) -> str:
    parts = [_html(part, known) for part in remark]
    claims = [place for place, part in enumerate(remark) if part.role == "claim"]
    if len(claims) <= _MOST:
        return f"<p>{''.join(parts)}</p>"
    first, end = claims[_MOST - 1], claims[-1] + 1  # what stands between two claims goes with the first that is folded
    more = f"<summary>and {len(claims) - _MOST + 1} more</summary>: {''.join(parts[first:end])}"
    return f"<div>{''.join(parts[: first - 1])} <details>{more}</details>{''.join(parts[end:])}</div>"  # none in a <p>


def _html(part: Part, known: dict[str, Link]) -> str:
    return cited(known[part.words]) if part.role else shown(part.words)


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
