"""The note on a paragraph: a line for each way in which other articles say what it says.

A line is words and citations::

    - Word for word in {corpus:claim}`globe-p3-s1` (copied prose). {corpus:compare}`match-…`
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from annotated_corpus.pages.markup.directives import directive
from annotated_corpus.pages.markup.inline import escape, role, unescaped
from annotated_corpus.pages.markup.names import Cite, Directive, NoteKind

_CITATION = re.compile(rf"\{{({Cite.CLAIM}|{Cite.MATCH})\}}`([^`]+)`")
_EXPECTED = "every line of a note on matches begins with '- '; this one does not: %s"


class Part(NamedTuple):
    """A stretch of words; or, with a role (a claim's or a match's), a citation of the anchor in their place."""

    words: str
    role: Cite | None = None


Remark = tuple[Part, ...]
"""What a line says."""


def write(remarks: Iterable[Remark]) -> str:
    """Return the note as a directive."""
    return directive(Directive.NOTE, NoteKind.MATCH, "\n".join(map(write_line, remarks)))


def write_line(remark: Remark) -> str:
    """Return a line of the note."""
    return "- " + "".join(role(part.role, part.words) if part.role else escape(part.words) for part in remark)


def read(lines: Iterable[str]) -> tuple[Remark, ...]:
    """Return what the content of the directive says.

    Raises:
        ValueError: with words for the editor, if a line is none of a note.
    """
    return tuple(_read_line(line) for line in lines if line.strip())


def _read_line(line: str) -> Remark:
    if not line.startswith("- "):
        raise ValueError(_EXPECTED % line)
    parts: list[Part] = []
    end = len("- ")
    for found in _CITATION.finditer(line):
        parts += [Part(unescaped(line[end : found.start()])), Part(found[2], Cite(found[1]))]
        end = found.end()
    parts.append(Part(unescaped(line[end:])))
    return tuple(part for part in parts if part.words)
