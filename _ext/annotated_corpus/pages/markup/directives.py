"""What all pages have in common: the notice at the top and the shape of a directive."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from annotated_corpus.pages import words
from annotated_corpus.pages.markup.inline import role, visible
from annotated_corpus.pages.markup.names import Directive, Inline


def page(source: str, *parts: str, orphan: bool = False, searched: bool = True) -> str:
    """Return a page made of ``parts``, which begins by saying what it was made from.

    An ``orphan`` stands in no table of contents; the words of a page that is not ``searched`` are in no index.
    """
    stated = "".join(f"{name}: true\n" for name, on in (("orphan", orphan), ("nosearch", not searched)) if on)
    front = f"---\n{stated}---\n" if stated else ""
    notice = f"<!-- {words.NOTICE.format(source=_in_comment(source))} -->"
    return front + "\n\n".join((notice, *(part for part in parts if part))) + "\n"


def _in_comment(name: str) -> str:
    """Return the name of a file as a comment of HTML and XML may hold it: ``a--><b>.txt`` as
    ``a-%2D%3E%3Cb%3E.txt``."""
    return re.sub(r"(?<=-)-|-$|[<>&%\x00-\x1f\x7f]", lambda found: f"%{ord(found[0]):02X}", name)


def anchored(ids: Iterable[str], text: str, large: bool) -> str:
    """Return a paragraph or heading at these anchors; ``text`` is its Markdown.

    They are labels, which any project can use; in a ``large`` edition the domain keeps them, since Sphinx looks
    through all labels for each page that it reads.
    """
    if large:
        marks = "".join(role(Inline.ANCHOR, each) for each in ids)
        return f"# {marks}{text.removeprefix('# ')}" if text.startswith("# ") else marks + text
    return "".join(f"({each})=\n" for each in ids) + text


def boxed(
    ids: Iterable[str], name: str, argument: str, content: str, options: Mapping[str, str] | None, large: bool
) -> str:
    """Return a directive at these anchors, which may be none; the directive must have the option ``anchors``."""
    if large:
        return directive(name, argument, content, {**(options or {}), "anchors": " ".join(ids)})
    return anchored(ids, directive(name, argument, content, options), large)


def toctree(names: Iterable[str], aside: bool = False) -> str:
    """Return a hidden toctree of pages; what stands ``aside`` is in no sidebar of a site."""
    return directive(Directive.TOCTREE if aside else "toctree", "", "\n".join(names), {"hidden": "true"})


def directive(name: str, argument: str = "", content: str = "", options: Mapping[str, str] | None = None) -> str:
    """Return a MyST directive between colons, more of them than any line of its content begins with."""
    inner = max((len(line) - len(line.lstrip(":")) for line in content.splitlines()), default=0)
    fence = ":" * max(3, inner + 1)
    stated = [f":{key}: {_quoted(value)}" for key, value in (options or {}).items() if value]
    between = [""] if stated and content else []
    return "\n".join([f"{fence}{{{name}}} {argument}".rstrip(), *stated, *between, *filter(None, [content]), fence])


def _quoted(value: str) -> str:
    """Return an option's value as MyST reads it back: plain where it is plain, else in double quotes."""
    if re.fullmatch(r"[A-Za-z][\w-]*", value):
        return value
    return json.dumps(" ".join(visible(value).split()), ensure_ascii=False)


def write_list(items: Iterable[str]) -> str:
    r"""Return several values as one: "Ada Example; Bo Example". A semicolon inside one is written ``\;``."""
    return "; ".join(each.replace("\\", "\\\\").replace(";", "\\;") for each in items)


def read_list(value: str) -> tuple[str, ...]:
    """Return what :func:`write_list` was given."""
    items = (_ESCAPED.sub(r"\1", each).strip() for each in _ITEM.findall(value))
    return tuple(each for each in items if each)


_ITEM = re.compile(r"(?:\\.|[^;\\])+")
_ESCAPED = re.compile(r"\\(.)")
