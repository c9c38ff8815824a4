"""Fewer rounds of Python's collector of cycles while a large edition is built.

The collector looks through what is alive each time that 700 objects have been made; a page makes tens of thousands,
and the corpus stays alive from beginning to end. Measured: a quarter of the whole build. A round for each few pages
frees the trees of those pages as well.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from annotated_corpus.pages.layout import is_large
from annotated_corpus.sphinx_glue.domain import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

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


def register(app: Sphinx) -> None:
    """Connect to the events after the pages have been made, and at the end."""
    collector = _Collector()
    app.connect("builder-inited", collector.slow_down, priority=900)
    app.connect("build-finished", collector.restore)
