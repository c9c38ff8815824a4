"""The visible number of a block, which is its permanent link; copying the text does not copy it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from docutils import nodes

from annotated_corpus.pages import words
from annotated_corpus.pages.html import Markup, Template
from annotated_corpus.sphinx_glue.builders import LEFT_OUT, add_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator
    from sphinx.writers.text import TextTranslator


class block_number(nodes.Inline, nodes.TextElement):
    """Number of a block: ``anchor`` its id, ``number`` as in "7a" or "h2", ``name`` as in "¶7a".

    ``alone`` says that only this article makes the block's claims; ``checksum`` is that of its words; a
    block that has gone has none, and is not offered for citation.
    """


# The number itself comes from the style sheet; class headerlink keeps it out of the search text.
_NUMBER = Template(
    '<a class="headerlink corpus-number" href="#%s" data-number="%s" data-name="%s" data-sum="%s" aria-label="%s"'
    ' title="%s"></a>'
)
_GONE = Template('<a class="headerlink corpus-number" href="#%s" data-number="%s" aria-label="%s"></a>')


def as_html(stated: Mapping[str, Any]) -> Markup:
    """Return the number with these attributes as HTML."""
    anchor, number, name = stated["anchor"], stated["number"], stated["name"]
    if sum_ := stated.get("checksum"):
        named = f"{name}{words.ALONE if stated.get('alone') else ''}"
        label, title = words.NUMBER.format(name=named), words.CITE.format(name=named)
        return _NUMBER(anchor, number, name, sum_, label, title)
    return _GONE(anchor, number, words.TOMBSTONE_NUMBER.format(name=name))


def _visit_html(self: HTML5Translator, node: block_number) -> None:
    self.body.append(as_html(node.attributes))
    raise nodes.SkipNode


def _visit_latex(self: LaTeXTranslator, node: block_number) -> None:
    ring = "○ " if node.get("alone") else ""
    self.body.append(rf"\corpusnumber{{{ring}{self.encode(node['number'])}}}")
    raise nodes.SkipNode


def _visit_text(self: TextTranslator, node: block_number) -> None:
    self.add_text(f"[{node['number']}] ")
    raise nodes.SkipNode


def register(app: Sphinx) -> None:
    """Add the node."""
    html, latex, text = (_visit_html, None), (_visit_latex, None), (_visit_text, None)
    add_node(app, block_number, LEFT_OUT, html=html, latex=latex, text=text)
