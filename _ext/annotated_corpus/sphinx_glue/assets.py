"""Style sheet and scripts: what a browser loads besides the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_STATIC = Path(__file__).parent.parent / "static"
_BOOK = Path(__file__).parent.parent / "static_epub"
"""E-books get a style sheet of their own: their readers know little of what browsers know, and run no script."""
_STYLES = ("corpus.css", "corpus-comparison.css", "corpus-entries.css", "corpus-tools.css", "corpus-print.css")
_BOOK_STYLES = ("corpus-epub.css",)
_ICON = "corpus-icon.svg"
_SCRIPTS = ("corpus-notes.js", "corpus-cite.js", "corpus-cards.js", "corpus-keys.js", "corpus-rows.js")
"""Each works by itself. They are no modules in the sense of browsers, which load none from a file on disk."""


def _add(app: Sphinx) -> None:
    """Add what the builder's readers can use, after the files of theme and sphinx-design: it has the last word."""
    if app.builder.format != "html":
        return
    book = app.builder.name == "epub"
    app.config.html_static_path.append(str(_BOOK if book else _STATIC))
    for name in _BOOK_STYLES if book else _STYLES:
        app.add_css_file(name, priority=900)
    for name in () if book else _SCRIPTS:
        app.add_js_file(name, priority=900, loading_method="defer")


def _show_icon(app: Sphinx, _page: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    """Give pages an icon where conf.py states none: a browser would ask the server for one that is not there.

    What is no page but data (JSON, pickle) has no addresses of its own.
    """
    page = app.builder.name != "epub" and not isinstance(app.builder, SerializingHTMLBuilder)
    if page and not context.get("favicon_url"):
        context["favicon_url"] = context["pathto"](f"_static/{_ICON}", resource=True)


def register(app: Sphinx) -> None:
    """Connect to the start of a build, and to the writing of each page."""
    app.connect("builder-inited", _add)
    app.connect("html-page-context", _show_icon)
