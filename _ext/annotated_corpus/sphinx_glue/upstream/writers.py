"""What single formats need: anchors of paragraphs in LaTeX, sentences that plain text keeps, links within one page.

Sphinx: sphinx-doc/sphinx#13609, open, for anchors that no label has set; sphinx-doc/sphinx#14221, open, for links on a
single page. No issue known for the words of targets in plain text. Each class may go when its test passes:
`tests/edition/test_upstream.py::test_target_blocks`, `tests/edition/test_upstream.py::test_link_within_page`,
`tests/edition/test_upstream.py::test_keep_sentences`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class TargetBlocks(SphinxPostTransform):
    """Put a target into each paragraph with an anchor that no label has set: Sphinx's writer knows only targets."""

    default_priority = 500
    formats = ("latex",)

    def run(self, **kwargs: Any) -> None:
        """Add the targets."""
        labelled = {target.get("refid") for target in self.document.findall(nodes.target)}
        blocks: list[nodes.Element] = [*self.document.findall(nodes.paragraph)]
        blocks += self.document.findall(nodes.container)
        for block in blocks:
            ids = [each for each in block["ids"] if each not in labelled]
            if ids:
                block.insert(0, nodes.target("", "", ids=ids))


class KeepSentences(SphinxPostTransform):
    """Put sentences into plain inline nodes: Sphinx's text writer skips a target with all that is in it."""

    default_priority = 500
    formats = ("text",)

    def run(self, **kwargs: Any) -> None:
        """Replace targets that hold words."""
        for target in list(self.document.findall(nodes.target)):
            if target.children:
                target.replace_self(nodes.inline("", "", *target.children))


class LinkWithinPage(SphinxPostTransform):
    """Let links on a single page name the anchor alone: Sphinx 9 writes ``#document-corpus/people#term-x`` there."""

    default_priority = 500
    builders = ("singlehtml",)

    def run(self, **kwargs: Any) -> None:
        """Drop the page from addresses that have an anchor too."""
        for link in self.document.findall(nodes.reference):
            page, _, anchor = link.get("refuri", "").removeprefix("#").partition("#")
            if anchor and link["refuri"] == f"#{page}#{anchor}":
                link["refuri"] = f"#{anchor}"


def register(app: Sphinx) -> None:
    """Add the transforms."""
    app.add_post_transform(TargetBlocks)
    app.add_post_transform(KeepSentences)
    app.add_post_transform(LinkWithinPage)
