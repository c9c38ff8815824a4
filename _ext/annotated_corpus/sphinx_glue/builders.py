"""Builders and formats by what they make: here, and nowhere else, is said which there are."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from docutils import nodes

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SITES = ("html", "dirhtml")
"""Builders whose output folder is a site of many pages."""
IN_HTML = (*SITES, "epub")
"""Builders for which what is one node becomes HTML at once; in one long page addresses are of another kind."""
ONE_PIECE = ("epub", "singlehtml")
"""Builders whose readers have no address of a page to cite."""
FORMATS = ("html", "latex", "text", "man", "texinfo")
"""Formats whose writers ask for a visitor of each kind of node; those that draw any node as it is ask for none."""

ON_SITE = "format_html and not epub"
"""Where there is a browser with scripts; in the language of Sphinx's ``only``."""
ON_PAPER = "epub or latex"
"""Where there is a book."""

_Visitor = Callable[..., None]
Visitors = tuple[_Visitor, _Visitor | None]


def _left_out(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    raise nodes.SkipNode


def _passed_through(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    """Show what is inside and nothing else."""


LEFT_OUT: Visitors = (_left_out, None)
PASSED_THROUGH: Visitors = (_passed_through, _passed_through)


def add_node(app: Sphinx, kind: type[nodes.Element], otherwise: Visitors, **own: Visitors) -> None:
    """Add a kind of node with its ``own`` visitors by format; formats without one do ``otherwise``.

    There are none for ``epub``, which would hide the visitors for HTML of other extensions.
    """
    visitors: dict[str, Any] = {name: own.get(name, otherwise) for name in FORMATS}
    app.add_node(kind, **visitors)
