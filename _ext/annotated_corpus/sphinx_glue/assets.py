"""Style sheet and scripts: what a browser loads besides the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

_STATIC = Path(__file__).parent.parent / "static"
_STYLES = ("corpus.css", "corpus-comparison.css", "corpus-entries.css", "corpus-tools.css", "corpus-print.css")
_SCRIPTS = ("corpus-notes.js", "corpus-cite.js", "corpus-cards.js", "corpus-keys.js", "corpus-rows.js")
"""Each works by itself. They are no modules in the sense of browsers, which load none from a file on disk."""


def _add_folder(_app: Sphinx, config: Config) -> None:
    config.html_static_path.append(str(_STATIC))


def register(app: Sphinx) -> None:
    """Add the style sheets after those of theme and sphinx-design, so that they have the last word."""
    app.connect("config-inited", _add_folder)
    for name in _STYLES:
        app.add_css_file(name, priority=900)
    for name in _SCRIPTS:
        app.add_js_file(name, priority=900, loading_method="defer")
