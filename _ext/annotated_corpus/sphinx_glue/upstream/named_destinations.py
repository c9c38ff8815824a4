"""Give every anchor a destination of its own name in the PDF: Sphinx's labels lead to destinations that are numbered.

Sphinx: sphinx-doc/sphinx#6276, open. May go when `tests/edition/test_upstream.py::test_named_destinations` passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class NameAnchors(SphinxPostTransform):
    """Put a named destination where each anchor stands."""

    default_priority = 600
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Put a destination where each anchor stands; those of a headline below it, for it is printed twice."""
        domain = corpus_domain(self.env)
        known = {*domain.homes, *(entity.id for entity in (domain.lookup.corpus.entities if domain.lookup else ()))}
        for node in list(self.document.findall(nodes.Element)):
            here = [id_ for id_ in node["ids"] if id_ in known]
            if not here:
                continue
            title = node if isinstance(node, nodes.section) else _above(node, nodes.title)
            command = r"\corpusanchor" if title is None else r"\corpusheadanchor"
            mark = nodes.raw("", "".join(f"{command}{{{id_}}}" for id_ in here), format="latex")
            if title is not None:
                _after_title(title, mark)
            elif isinstance(node, nodes.TextElement):
                node.insert(0, mark)
            else:
                first = next(node.findall(nodes.paragraph), None)
                (first if first is not None else node).insert(0, mark)


def _above(node: nodes.Element, kind: type[nodes.Element]) -> nodes.Element | None:
    parent = node.parent
    while parent is not None and not isinstance(parent, kind):
        parent = parent.parent
    return parent


def _after_title(node: nodes.Element, mark: nodes.raw) -> None:
    title = node if isinstance(node, nodes.title) else next(node.findall(nodes.title))
    title.parent.insert(title.parent.index(title) + 1, mark)


def register(app: Sphinx) -> None:
    """Add the transform."""
    app.add_post_transform(NameAnchors)
