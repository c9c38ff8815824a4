"""What only LaTeX needs: paragraphs that end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class EndParagraphs(SphinxPostTransform):
    """End the paragraph at the end of every container: Sphinx's writer runs what follows on into it."""

    default_priority = 500
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Add the break of a paragraph to containers."""
        for container in self.document.findall(nodes.container):
            container.append(nodes.raw("", "\n\n", format="latex"))


def register(app: Sphinx) -> None:
    """Add the transform."""
    app.add_post_transform(EndParagraphs)
