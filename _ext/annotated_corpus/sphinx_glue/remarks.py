"""The lines of the notes beside paragraphs: words and citations, kept as lines until a page is written.

Where matches are many, half of an article's page are such lines. As with the rows of a comparison, a site gets its HTML
from them, and every other format a list of nodes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from annotated_corpus.pages.markdown import runs
from annotated_corpus.sphinx_glue.citations import IN_HTML, Link, as_html, citation, links

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

_ROLE = re.compile(r"\{corpus:(claim|compare)\}`([^`]+)`")


class Part(NamedTuple):
    """A stretch of words; or, with a role, a citation of the anchor that stands in their place."""

    words: str
    role: str = ""


Remark = tuple[Part, ...]


class corpus_remarks(nodes.General, nodes.Element):
    """A list of ``remarks``; once the page is written ``links`` says what the anchors in them lead to."""


def read(line: str) -> Remark | None:
    """Return what a line of Markdown says that begins with "- ", None if it does not."""
    if not line.startswith("- "):
        return None
    parts: list[Part] = []
    place = 2
    for cited in _ROLE.finditer(line):
        parts += [*_plain(line[place : cited.start()]), Part(cited[2], cited[1])]
        place = cited.end()
    return (*parts, *_plain(line[place:]))


def _plain(markdown: str) -> Iterator[Part]:
    return (Part(words) for words, _ in runs(markdown))


class LinkRemarks(SphinxPostTransform):
    """Say what the anchors lead to; and make nodes for formats that are not HTML."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Complete or replace the remarks."""
        found = list(self.document.findall(corpus_remarks))
        if self.env._app.builder.name in IN_HTML:  # where Sphinx's own resolver has it from
            cited = {part.words for each in found for remark in each["remarks"] for part in remark if part.role}
            known = links(self.env, cited)
            for each in found:
                each["links"] = known
        else:
            for each in found:
                each.replace_self(_list(each["remarks"]))


def _list(remarks: list[Remark]) -> nodes.bullet_list:
    whole = nodes.bullet_list()
    for remark in remarks:
        parts = [citation(part.role, part.words) if part.role else nodes.Text(part.words) for part in remark]
        whole += nodes.list_item("", nodes.paragraph("", "", *parts))
    return whole


def _visit_html(self: HTML5Translator, node: corpus_remarks) -> None:
    known: dict[str, Link] = node["links"]

    def shown(part: Part) -> str:
        if not part.role:
            return escape(part.words, quote=False)
        address, words = known[part.words]
        return as_html((address, "Compare" if address and part.role == "compare" else words))

    lines = (f"<li><p>{''.join(map(shown, remark))}</p></li>\n" for remark in node["remarks"])
    self.body.append(f'<ul class="simple">\n{"".join(lines)}</ul>\n')
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Add node and transform."""
    app.add_node(corpus_remarks, html=(_visit_html, None))
    app.add_post_transform(LinkRemarks)
