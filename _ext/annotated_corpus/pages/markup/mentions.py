"""The mentions of an entry, a line each: the anchor, from where to where the name stands in the words, the words.

For example::

    reuters-p2 41-50 … and said it was likely that Presidents Joe Biden and Vladimir Putin would speak soon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from annotated_corpus.anchors import grammar
from annotated_corpus.pages.markup.directives import directive
from annotated_corpus.pages.markup.inline import visible
from annotated_corpus.pages.markup.names import Directive

_LINE = re.compile(r"([^\s]+) ([0-9]{1,9})-([0-9]{1,9}) (.*)")
_EXPECTED = "a mention is an anchor, two numbers like 10-16, and the words; this one is not: %s"


class Mentioned(NamedTuple):
    """A mention: the anchor of its block, and the words before it, of it, and after it."""

    anchor: str
    before: str
    name: str
    after: str

    @property
    def article(self) -> str:
        """The slug of its article."""
        return grammar.slug_of(self.anchor)


def write(mentions: Iterable[Mentioned]) -> str:
    """Return the mentions as a directive."""
    return directive(Directive.MENTIONS, "", "\n".join(map(_line, mentions)))


def _line(each: Mentioned) -> str:
    start = len(each.before)
    return f"{each.anchor} {start}-{start + len(each.name)} {visible(each.before + each.name + each.after)}"


def read(lines: Iterable[str]) -> tuple[Mentioned, ...]:
    """Return the mentions in the content of the directive.

    Raises:
        ValueError: with words for the editor, if a line is no mention.
    """
    return tuple(_read_line(line) for line in lines if line.strip())


def _read_line(line: str) -> Mentioned:
    found = _LINE.fullmatch(line)
    if found is None:
        raise ValueError(_EXPECTED % line)
    start, end, words = int(found[2]), int(found[3]), found[4]
    return Mentioned(found[1], words[:start], words[start:end], words[end:])
