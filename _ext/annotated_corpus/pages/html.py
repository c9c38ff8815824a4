"""HTML made by hand: what is `Markup` is HTML; any other value is text, and is escaped where it goes in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import LiteralString

from markupsafe import Markup, escape

__all__ = ["Markup", "Template", "escape", "joined"]


class Template:
    """HTML with a place, ``%s``, for each value: ``Template("<b>%s</b>")("<")`` is ``<b>&lt;</b>``.

    It does what ``Markup.format`` does, in less time: a large edition has millions of lines.
    """

    __slots__ = ("_html",)

    def __init__(self, html: LiteralString) -> None:
        self._html = html

    def __call__(self, *values: object) -> Markup:
        """Return the HTML with the values in their places."""
        return Markup(self._html % tuple(map(escape, values)))  # noqa: S704 - each value is escaped


def joined(parts: Iterable[object]) -> Markup:
    """Return the parts one after another."""
    return Markup("").join(parts)  # type: ignore[arg-type]  # it escapes whatever is no Markup
