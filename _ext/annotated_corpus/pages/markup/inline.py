"""Write text that MyST shows exactly as it is, whatever it looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from annotated_corpus.model import Span

_ACTIVE = re.compile(r"[*_`\[\]{}<>~$&\\]")
_AT_START = re.compile(r"^(?:[-+=#(:%|!]|\d+(?=[.)]))")
_SIGN = re.compile(r"\\(.)|&#92;|\*")
_CONTROLS = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n"}
_CONTROLS |= {0x7F: "\u2421", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_CONTROLS |= dict.fromkeys(range(128, 160), "�")
# What Python counts as a line break, or white space that is none on a page, is a space here.
_CONTROLS |= dict.fromkeys((0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x85, 0x2028, 0x2029), " ")


def visible(text: str) -> str:
    """Return ``text`` with control characters as visible signs and line breaks as spaces, one for one."""
    return text if text.isprintable() else text.translate(_CONTROLS)


def escape(text: str) -> str:
    r"""Return Markdown that reads as ``text`` inside a line, in MyST and on a forge.

    A backslash is written as an entity: before a role, a doubled one could be taken for the role's escape.
    """
    return _ACTIVE.sub(lambda found: "&#92;" if found[0] == "\\" else "\\" + found[0], visible(text))


def line(markdown: str) -> str:
    """Return inline Markdown so that it may begin a line, where more signs have a meaning."""
    shown = markdown.lstrip(" \t")
    return _AT_START.sub(lambda found: found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0], shown)


def role(name: str, content: str) -> str:
    """Return the role ``name`` around ``content``, whose back-ticks cannot end it."""
    content = visible(content)
    if "`" not in content:
        return f"{{{name}}}`{content}`"
    fence = "`" * (max(map(len, re.findall("`+", content))) + 1)
    return f"{{{name}}}{fence} {content} {fence}"


def link(name: str, surface: str, target: str) -> str:
    """Return a reference by the role ``name`` to ``target`` that shows the words ``surface``."""
    return role(name, target if surface == target else f"{surface} <{target}>")


Stretches = tuple[tuple[str, bool], ...]
"""Stretches of text, and whether each is in italics."""


def cut(text: str, spans: Iterable[Span]) -> Stretches:
    """Return a text with these spans in italics; they are in order and do not overlap."""
    end = 0
    found: list[tuple[str, bool]] = []
    for span in spans:
        found += [(text[end : span.start], False), (text[span.start : span.end], True)]
        end = span.end
    return tuple(each for each in (*found, (text[end:], False)) if each[0])


def emphasized(words: Stretches) -> str:
    """Return words as a line of Markdown."""
    return line("".join(f"*{escape(text)}*" if italic else escape(text) for text, italic in words if text))


def stretches(markdown: str) -> Stretches:
    """Return what :func:`emphasized` was given, as it is shown."""
    found: list[tuple[str, bool]] = []
    words = ""
    italic = False
    end = 0
    for sign in _SIGN.finditer(markdown):
        words += markdown[end : sign.start()]
        end = sign.end()
        if sign[0] == "*":
            found.append((words, italic))
            words, italic = "", not italic
        else:
            words += sign[1] or "\\"
    found.append((words + markdown[end:], italic))
    return tuple(each for each in found if each[0])


def unescaped(markdown: str) -> str:
    """Return what :func:`escape` was given, as it is shown."""
    return "".join(words for words, _ in stretches(markdown))


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text to be shown inside a role; ``target`` is what the role refers to, if it refers."""

    span: Span
    name: str
    target: str = ""


def marked(text: str, origin: int, marks: Iterable[Mark], points: dict[int, str] | None = None) -> str:
    """Return ``text`` as Markdown with roles around its marks.

    Args:
        text: the words; its first character has the offset ``origin``.
        marks: stretches that do not overlap, in any order.
        points: Markdown to put in at an offset, before the character there.
    """
    points = points or {}
    shown: list[str] = []
    place = origin

    def plain(end: int) -> None:
        nonlocal place
        for point in sorted(at for at in points if place <= at < end):
            shown.extend((escape(text[place - origin : point - origin]), points[point]))
            place = point
        shown.append(escape(text[place - origin : end - origin]))
        place = end

    for mark in sorted(marks, key=lambda each: each.span):
        plain(mark.span.start)
        if mark.span.start in points:
            shown.append(points[mark.span.start])
        words = text[mark.span.start - origin : mark.span.end - origin]
        shown.append(link(mark.name, words, mark.target) if mark.target else role(mark.name, words))
        place = mark.span.end
    plain(origin + len(text))
    return "".join(shown)
