"""The only part that knows Sphinx: configuration, events, the domain and what it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_corpus import stages
from annotated_corpus.sphinx_glue import (
    annotate,
    assets,
    atlas,
    build,
    citations,
    citing,
    concordance,
    contents,
    dependents,
    directives,
    domain,
    entries,
    epub,
    folded,
    formats,
    interrupted,
    lines,
    memory,
    numbers,
    page,
    pagefind,
    pdf,
    prose,
    reader,
    reference,
    remarks,
    roles,
    rows,
    search,
    synopsis,
    unchanged,
)
from annotated_corpus.version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything; Sphinx calls this for ``annotated_corpus`` in ``extensions``."""
    app.setup_extension("myst_parser")
    app.setup_extension("sphinx_design")
    for part in (
        domain,
        citations,
        concordance,
        entries,
        directives,
        contents,
        dependents,
        interrupted,
        lines,
        prose,
        remarks,
        rows,
        synopsis,
        atlas,
        citing,
        folded,
        epub,
        roles,
        annotate,
        numbers,
        build,
        memory,
        assets,
        page,
        reader,
        reference,
        formats,
        pdf,
        search,
        pagefind,
        unchanged,
    ):
        part.register(app)
    return {
        "version": __version__,
        "env_version": int(stages.code()[:12], 16),  # so that no page read by other code is ever used
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
