"""Make whole what a run that was stopped in the middle of its writing has left.

Sphinx keeps what it has read before it writes; a page that was to be written because another one changed would keep
its old text, and the search index would know nothing of those that were written. So a mark stands beside the doctrees
while a builder works. Where one is found, every page is written.

No issue known. May go when `tests/edition/test_upstream.py::test_interrupted` passes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def _mark(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"corpus-writing-{app.builder.name}"


def _begin(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    mark = _mark(app)
    stopped = mark.exists()
    mark.touch()
    return sorted(env.found_docs) if stopped else []


def _end(app: Sphinx, exception: Exception | None) -> None:
    if exception is None:
        _mark(app).unlink(missing_ok=True)


def register(app: Sphinx) -> None:
    """Connect to the first and the last moment of writing."""
    app.connect("env-updated", _begin)
    app.connect("build-finished", _end, priority=900)
