"""Lists of contents that leave the sidebar alone: a large edition would be drawn whole beside each of its pages.

What stands aside is in the e-book, the PDF and the way from page to page as any toctree is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.directives.other import TocTree

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder

ASIDE = "corpus_aside"
"""The mark of a toctree that no sidebar shows."""
_SITES = ("html", "dirhtml")


class AsideToctree(TocTree):
    """``{corpus:toctree}``: a toctree that no sidebar shows."""

    def run(self) -> list[nodes.Node]:
        """Return the toctree, marked."""
        made = super().run()
        for node in made:
            for toctree in node.findall(addnodes.toctree):
                toctree[ASIDE] = True
        return made


class _Sidebars:
    """The contents as they are stored, while a site is written without what stands aside.

    Previous and next are made from another list.
    """

    def __init__(self) -> None:
        self.whole: dict[str, nodes.bullet_list] = {}

    def clear(self, app: Sphinx, builder: Builder) -> None:
        if builder.name not in _SITES:
            return
        for docname, contents in app.env.tocs.items():
            if any(ASIDE in node for node in contents.findall(addnodes.toctree)):
                self.whole[docname] = contents
                shown = contents.deepcopy()
                for node in list(shown.findall(addnodes.toctree)):
                    if ASIDE in node:
                        node.parent.remove(node)
                app.env.tocs[docname] = shown

    def restore(self, app: Sphinx, _exception: Exception | None) -> None:
        if self.whole:
            app.env.tocs.update(self.whole)
            self.whole.clear()


def register(app: Sphinx) -> None:
    """Add the directive, and look after the sidebars while pages are written."""
    app.add_directive_to_domain("corpus", "toctree", AsideToctree)
    sidebars = _Sidebars()
    app.connect("write-started", sidebars.clear)
    app.connect("build-finished", sidebars.restore)
