"""What is folded away on a page: furniture of a web page, long lists. Plain ``<details>``, so that e-books take it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.sphinx_glue.builders import PASSED_THROUGH, add_node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator
    from sphinx.writers.latex import LaTeXTranslator


class corpus_folded(nodes.General, nodes.Element):
    """Content under a plain line, ``summary``; formats without folding show it after that line."""


class FoldedDirective(SphinxDirective):
    """``{corpus:folded} summary``: the content, folded."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = {"class": directives.class_option, "anchors": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the folded node."""
        summary = nodes.paragraph("", self.arguments[0], classes=["corpus-summary"])
        classes = ["corpus-folded", *self.options.get("class", [])]
        ids = self.options.get("anchors", "").split()
        return [corpus_folded("", summary, *self.parse_content_to_nodes(), ids=ids, classes=classes)]


def _visit_html(self: HTML5Translator, node: corpus_folded) -> None:
    self.body.append(self.starttag(node, "details"))
    summary = node.pop(0)
    self.body.append(f"<summary>{self.encode(summary.astext())}</summary>\n")


def _depart_html(self: HTML5Translator, _node: corpus_folded) -> None:
    self.body.append("</details>\n")


def _visit_latex(self: LaTeXTranslator, _node: corpus_folded) -> None:
    self.body.append("\n\\begin{corpusfolded}\n")


def _depart_latex(self: LaTeXTranslator, _node: corpus_folded) -> None:
    self.body.append("\n\\end{corpusfolded}\n\n")


def register(app: Sphinx) -> None:
    """Add node and directive."""
    html, latex = (_visit_html, _depart_html), (_visit_latex, _depart_latex)
    add_node(app, corpus_folded, PASSED_THROUGH, html=html, latex=latex)
    app.add_directive_to_domain(DOMAIN, Directive.FOLDED.local, FoldedDirective)
