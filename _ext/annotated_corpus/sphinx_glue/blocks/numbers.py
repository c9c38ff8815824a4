"""The visible number of a block, which is its permanent link; copying the text does not copy it."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from docutils import nodes

from annotated_corpus.pages import words
from annotated_corpus.sphinx_glue.blocks.visitors import left_out

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


def as_html(stated: Mapping[str, Any]) -> str:
    """Return the number with these attributes as HTML."""
    # The number itself comes from the style sheet; class headerlink keeps it out of the search text.
    name = escape(stated["name"])
    named = name + (words.ALONE if stated.get("alone") else "")
    start = f'<a class="headerlink corpus-number" href="#{stated["anchor"]}" data-number="{stated["number"]}"'
    if sum_ := stated.get("checksum"):
        return (
            f'{start} data-name="{name}" data-sum="{sum_}" aria-label="{words.NUMBER.format(name=named)}"'
            f' title="{words.CITE.format(name=named)}"></a>'
        )
    return f'{start} aria-label="{words.TOMBSTONE_NUMBER.format(name=name)}"></a>'


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
    """Add the node; handlers for ``epub`` of its own would hide those of other extensions."""
    skip = (left_out, None)
    html, latex = (_visit_html, None), (_visit_latex, None)
    app.add_node(block_number, html=html, latex=latex, text=(_visit_text, None), man=skip, texinfo=skip)
