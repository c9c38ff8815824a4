"""Inline markup of generated pages: where a block or claim begins, what is debris."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxRole

from annotated_corpus.pages.markup.names import DOMAIN, Inline

if TYPE_CHECKING:
    from sphinx.application import Sphinx


DEBRIS = "corpus-debris"
"""The class of what came with the text and is none of it."""


class claim_start(nodes.Inline, nodes.Element):
    """Where the sentence of a claim begins; gone from the tree before it is stored."""


class anchor_here(nodes.Inline, nodes.Element):
    """Says that the block in which it stands has this anchor; gone from the tree before it is stored."""


class AnchorRole(SphinxRole):
    """``{corpus:at}`reuters-p7```: the paragraph, heading or entry that begins here has this anchor.

    It does what a label does, and leaves Sphinx's own list of labels alone.
    """

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a marker, later turned into the id of its block (see `annotate`)."""
        return [anchor_here(anchor=self.text.strip())], []


class PlaceAnchors(SphinxTransform):
    """Give blocks the anchors that stand in them; those of a heading belong to its section.

    Runs when labels have done so (priority 260), and before anything looks for anchors.
    """

    default_priority = 290

    def apply(self, **kwargs: object) -> None:
        """Replace the markers by ids."""
        for mark in list(self.document.findall(anchor_here)):
            block = mark.parent
            block.remove(mark)
            holder = block.parent if isinstance(block, nodes.title) else block
            holder["ids"].append(mark["anchor"])


class ClaimStartRole(SphinxRole):
    """``{corpus:s}`reuters-p7-s2```: the claim of that id begins here, and ends where the next begins."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return a marker, later turned into a target around the sentence (see `annotate`)."""
        return [claim_start(claim=self.text.strip())], []


class DebrisRole(SphinxRole):
    """``{corpus:debris}`words```: they came with the text and are none of it; a padding space is not one of them."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the words in an inline node of a class."""
        return [nodes.inline("", "", nodes.Text(self.text.strip(" ")), classes=[DEBRIS])], []


def register(app: Sphinx) -> None:
    """Add the roles to the domain."""
    app.add_transform(PlaceAnchors)
    app.add_role_to_domain(DOMAIN, Inline.ANCHOR.local, AnchorRole())
    app.add_role_to_domain(DOMAIN, Inline.CLAIM_START.local, ClaimStartRole())
    app.add_role_to_domain(DOMAIN, Inline.DEBRIS.local, DebrisRole())
