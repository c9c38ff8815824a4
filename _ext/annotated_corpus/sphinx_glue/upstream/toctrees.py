"""Lists of contents that leave the sidebar alone: a large edition would be drawn whole beside each of its pages.

What stands aside is in the e-book, the PDF and the way from page to page as any toctree is. Two things that Sphinx
does with all that toctrees include, for each page that it reads or writes, are spared here: with 10,000 articles they
would take longer than the page.

Sphinx: sphinx-doc/sphinx#14277, open, is about the time that large projects take; no issue known for the sidebar. The
second part may go when `tests/edition/test_upstream.py::test_toctrees` passes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.directives.other import TocTree

from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.sphinx_glue.builders import SITES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

ASIDE = "corpus_aside"
"""The mark of a toctree that no sidebar shows."""


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
        if builder.name not in SITES:
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


class _Included:
    """What toctrees include, kept short while pages are read, and while they are written."""

    def __init__(self) -> None:
        self.whole: dict[str, list[str]] = {}
        self.parents: dict[str, str] = {}

    def forget(self, app: Sphinx, _docname: str, _source: list[str]) -> None:
        """Before a page is read: Sphinx looks for it in the set of each page that any toctree includes."""
        app.env.files_to_rebuild.clear()

    def remember(self, _app: Sphinx, env: BuildEnvironment) -> None:
        """When all have been read: the pages to write anew with each, by what toctrees include."""
        for docname, included in env.toctree_includes.items():
            for each in included:
                env.files_to_rebuild.setdefault(each, set()).add(docname)

    def narrow(self, app: Sphinx, docname: str, *_event: object) -> None:
        """Before a page is written: it needs the way up to the root, which Sphinx seeks among all."""
        if app.builder.name not in SITES:
            return
        if not self.whole:
            self.whole = app.env.toctree_includes
            self.parents = {each: above for above, included in self.whole.items() for each in included}
        way: dict[str, list[str]] = {}
        while (above := self.parents.get(docname)) and above not in way:
            way[above] = [docname]
            docname = above
        app.env.toctree_includes = way

    def restore(self, app: Sphinx, _exception: Exception | None) -> None:
        if self.whole:
            app.env.toctree_includes = self.whole
            self.whole = {}


def register(app: Sphinx) -> None:
    """Add the directive, and look after the lists while pages are read and written."""
    app.add_directive_to_domain(DOMAIN, Directive.TOCTREE.local, AsideToctree)
    sidebars, included = _Sidebars(), _Included()
    app.connect("source-read", included.forget)
    app.connect("env-updated", included.remember)
    app.connect("write-started", sidebars.clear)
    # Before themes draw their sidebars.
    app.connect("html-page-context", included.narrow, priority=100)
    app.connect("build-finished", sidebars.restore)
    app.connect("build-finished", included.restore)
