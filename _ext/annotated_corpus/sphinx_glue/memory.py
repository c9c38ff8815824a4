"""What a large edition needs of memory: trees are let go in time, and looked through seldom.

Sphinx keeps the tree of every page that it has read until it is written. Beyond some pages they are read again from
their files, which costs little.

Python's collector of cycles looks through what is alive each time that 700 objects have been made; a page makes tens
of thousands, and the corpus stays alive from beginning to end. Measured: a quarter of the whole build. A round for
each few pages frees the trees of those pages as well.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from annotated_corpus.pages.layout import is_large
from annotated_corpus.sphinx_glue.domain import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_TREES = 1000
"""The trees of so many pages are kept between reading and writing."""
_OBJECTS = 500_000
"""As many as some twenty pages have."""


class _Collector:
    def __init__(self) -> None:
        self.usual: tuple[int, int, int] | None = None

    def slow_down(self, app: Sphinx) -> None:
        lookup = corpus_domain(app.env).lookup
        if lookup and is_large(lookup.corpus) and self.usual is None:
            self.usual = gc.get_threshold()
            gc.freeze()
            gc.set_threshold(_OBJECTS, *self.usual[1:])

    def restore(self, _app: Sphinx, _exception: Exception | None) -> None:
        if self.usual:
            gc.set_threshold(*self.usual)
            gc.unfreeze()
            self.usual = None


def _let_go(app: Sphinx, *_event: object) -> None:
    # Sphinx has no public word for either; both may be emptied at any time.
    trees = getattr(app.env, "_write_doc_doctree_cache", {})
    while len(trees) > _TREES:
        trees.popitem()
    getattr(app.env, "_pickled_doctree_cache", {}).clear()


def register(app: Sphinx) -> None:
    """Connect to the events after the pages have been made, and at the end."""
    collector = _Collector()
    app.connect("builder-inited", collector.slow_down, priority=900)
    app.connect("build-finished", collector.restore)
    app.connect("source-read", _let_go)
    app.connect("doctree-resolved", _let_go)
