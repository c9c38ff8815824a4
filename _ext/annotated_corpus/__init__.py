"""Turn plain-text articles about the same event into an annotated, citable edition.

Listed in ``conf.py`` this is a Sphinx extension; its console script ``annotated-corpus``
does the same analysis without Sphinx. Importing the package imports neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

__version__ = "0.1.0"


def setup(app: Sphinx) -> dict[str, Any]:
    """Register the extension with Sphinx (see :mod:`annotated_corpus.sphinx_glue`)."""
    from annotated_corpus import sphinx_glue  # noqa: PLC0415 - the core must not import Sphinx

    return sphinx_glue.setup(app)
