"""Remove the output of generated pages that are gone: Sphinx leaves it, and packs it into an e-book.

Sphinx: sphinx-doc/sphinx#14327, open. May go when `tests/edition/test_upstream.py::test_stale_output` passes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def _prune(app: Sphinx, env: BuildEnvironment, _docnames: list[str]) -> None:
    suffix = getattr(app.builder, "out_suffix", "")
    if not suffix:
        return
    out, folder = Path(app.outdir), app.config.corpus_pages
    known = {*env.found_docs, folder}
    for path in sorted((out / folder).rglob(f"*{suffix}")):
        page = path.parent if app.builder.name == "dirhtml" and path.stem == "index" else path.with_suffix("")
        if page.relative_to(out).as_posix() not in known:
            path.unlink()
    for path in sorted((out / "_sources" / folder).rglob("*.md.txt")):
        if path.relative_to(out / "_sources").as_posix().removesuffix(".md.txt") not in env.found_docs:
            path.unlink()


def register(app: Sphinx) -> None:
    """Connect to the moment when Sphinx knows its sources, and has read none."""
    app.connect("env-before-read-docs", _prune)
