"""The only part that knows Sphinx: configuration, events, the domain and what it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_corpus import stages
from annotated_corpus.sphinx_glue import build
from annotated_corpus.sphinx_glue.blocks import (
    annotate,
    citing,
    comparison,
    entries,
    folded,
    head,
    lines,
    maps,
    mentions,
    notes,
    numbers,
    options,
    paragraphs,
    roles,
    rows,
)
from annotated_corpus.sphinx_glue.domain import citations, objects
from annotated_corpus.sphinx_glue.formats import latex
from annotated_corpus.sphinx_glue.html import assets, metadata, script_data
from annotated_corpus.sphinx_glue.search import pagefind
from annotated_corpus.sphinx_glue.upstream import (
    dependents,
    epub_svg,
    file_times,
    interrupted,
    memory,
    named_destinations,
    search_index,
    stale_output,
    toctrees,
    writers,
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
        objects,
        citations,
        mentions,
        entries,
        head,
        toctrees,
        dependents,
        interrupted,
        lines,
        paragraphs,
        notes,
        rows,
        comparison,
        maps,
        citing,
        folded,
        epub_svg,
        roles,
        annotate,
        numbers,
        build,
        stale_output,
        memory,
        assets,
        metadata,
        script_data,
        options,
        writers,
        latex,
        named_destinations,
        search_index,
        pagefind,
        file_times,
    ):
        part.register(app)
    return {
        "version": __version__,
        "env_version": int(stages.code()[:12], 16),  # so that no page read by other code is ever used
        "parallel_read_safe": True,
        "parallel_write_safe": True,
    }
