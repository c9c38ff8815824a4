"""Turn plain-text articles about the same event into an annotated, citable edition.

Listed in ``conf.py`` this is a Sphinx extension; its console script ``annotated-corpus``
does the same analysis without Sphinx. Importing the package imports neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotated_corpus.version import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__all__ = ["__version__", "setup"]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension with Sphinx (see :mod:`annotated_corpus.sphinx_glue`)."""
    from annotated_corpus import sphinx_glue  # noqa: PLC0415 - the core must not import Sphinx

    return sphinx_glue.setup(app)
