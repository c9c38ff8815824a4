"""What a large edition needs of memory: trees are let go in time, and looked through seldom.

Sphinx keeps the tree of every page that it has read until it is written. Beyond some pages they are read again from
their files, which costs little.

Python's collector of cycles looks through what is alive each time that 700 objects have been made; a page makes tens
of thousands, and the corpus stays alive from beginning to end. Measured: a quarter of the whole build. So it comes
seldom, and finds little: a tree, whose nodes know their parents, is taken apart when its page has been written.

Sphinx: sphinx-doc/sphinx#11124, closed; since then the trees are kept in serial builds only. The keeping of few trees
may go when `tests/edition/test_upstream.py::test_memory` passes; the collector is Python's.
"""

from __future__ import annotations

import atexit
import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotated_corpus.model import LARGE

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_TREES = 1000
"""The trees of so many pages are kept between reading and writing."""
_OBJECTS = 100_000
"""As many as some pages have: fewer would lie in the way of pages half made, more outgrow the caches of a processor."""


class _Collector:
    def __init__(self) -> None:
        self.usual: tuple[int, int, int] | None = None

    def slow_down(self, app: Sphinx) -> None:
        """Let the collector come seldom, if there are so many texts that it would take long."""
        texts = (Path(app.srcdir) / app.config.corpus_seeds).glob("*.txt")
        if self.usual is None and sum(1 for _ in texts) > LARGE:
            self.usual = gc.get_threshold()
            gc.set_threshold(_OBJECTS, *self.usual[1:])
            gc.callbacks.append(_set_aside)
            # What is left at the end goes with the process: to look through it once more takes a twentieth of a build.
            atexit.register(gc.freeze)

    def pass_over_corpus(self, _app: Sphinx) -> None:
        """Let the collector pass over what has been made so far, most of which is the corpus."""
        if self.usual:
            gc.freeze()

    def restore(self, _app: Sphinx, _exception: Exception | None) -> None:
        if self.usual:
            # What is young counts as old from here: otherwise the usual number would be reached at once.
            gc.callbacks.remove(_set_aside)
            gc.freeze()
            gc.set_threshold(*self.usual)
            gc.unfreeze()
            self.usual = None


def _set_aside(phase: str, _info: dict[str, int]) -> None:
    """Let the collector pass over what it has just seen alive: nearly all of it stays so until it is taken apart."""
    if phase == "stop":
        gc.freeze()


class _Trees:
    """Lets go of the trees of pages that need not be kept."""

    def __init__(self) -> None:
        self.written: nodes.document | None = None

    def limit(self, app: Sphinx, *_event: object) -> None:
        """Keep few trees between reading and writing."""
        # Sphinx has no public word for either; both may be emptied at any time.
        trees = getattr(app.env, "_write_doc_doctree_cache", {})
        while len(trees) > _TREES:
            _take_apart(trees.popitem()[1])
        getattr(app.env, "_pickled_doctree_cache", {}).clear()

    def note_written(
        self, _app: Sphinx, _page: str, _template: str, _context: dict[str, Any], tree: nodes.document | None
    ) -> None:
        """Take apart the tree of the page before this one; its own may still be asked for by those who come later."""
        if self.written is not None and self.written is not tree:
            _take_apart(self.written)
        self.written = tree


def _take_apart(tree: nodes.document) -> None:
    """Cut the ways from each node up to its parent and to the document, so that nothing waits for the collector."""
    inside: list[nodes.Node] = [tree]
    while inside:
        node = inside.pop()
        node.parent = None
        inside.extend(node.children)
    tree.children.clear()
    tree.ids.clear()


def register(app: Sphinx) -> None:
    """Connect to the events around the making of the pages, and of each page."""
    collector, trees = _Collector(), _Trees()
    app.connect("builder-inited", collector.slow_down, priority=100)
    app.connect("builder-inited", collector.pass_over_corpus, priority=900)
    app.connect("build-finished", collector.restore)
    app.connect("source-read", trees.limit)
    app.connect("doctree-resolved", trees.limit)
    app.connect("html-page-context", trees.note_written, priority=999)
