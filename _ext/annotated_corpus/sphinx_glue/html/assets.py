"""Style sheet and script: what a browser loads besides the page.

A page names one of each. Both are joined from sources, so that a reader's browser asks for two files, and Sphinx looks
up two for every page that it writes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinxcontrib.serializinghtml import SerializingHTMLBuilder

from annotated_corpus.files import read, replace

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_STATIC = Path(__file__).parent.parent.parent / "static"
_BOOK = Path(__file__).parent.parent.parent / "static_epub"
"""E-books get a style sheet of their own: their readers know little of what browsers know, and run no script."""
_BOOK_STYLE = "corpus-epub.css"
_ICON = "corpus-icon.svg"
_STYLE, _STYLES = "corpus.css", ("page", "comparison", "entries", "tools", "print")
_SCRIPT, _SCRIPTS = "corpus.js", ("notes", "cite", "cards", "keys", "rows")
"""Each is a microtask, with names of its own: what one throws is reported, and does not stop the next.

They are no modules in the sense of browsers, which load none from a file on disk.
"""


def _add(app: Sphinx) -> None:
    """Add what the builder's readers can use, after the files of theme and sphinx-design: it has the last word."""
    if app.builder.format != "html":
        return
    if app.builder.name == "epub":
        app.config.html_static_path.append(str(_BOOK))
        app.add_css_file(_BOOK_STYLE, priority=900)
        return
    joined = Path(app.doctreedir) / "corpus-static"
    joined.mkdir(parents=True, exist_ok=True)
    _join([_STATIC / "styles" / f"{name}.css" for name in _STYLES], joined / _STYLE)
    _join([_STATIC / "scripts" / f"{name}.js" for name in _SCRIPTS], joined / _SCRIPT)
    app.config.html_static_path.extend([str(_STATIC / _ICON), str(joined)])
    app.add_css_file(_STYLE, priority=900)
    app.add_js_file(_SCRIPT, priority=900, loading_method="defer")


def _join(sources: Iterable[Path], target: Path) -> None:
    """Make ``target`` hold what the sources hold; where it does, it is left alone."""
    content = b"\n".join(source.read_bytes() for source in sources)
    if read(target) != content:
        replace(target, content)


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
