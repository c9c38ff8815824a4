"""The rows of a comparison: what articles say of one thing, side by side, and what their agreement rests on.

A row begins with a line of what it can be sorted and chosen by. A line that begins ``+ `` stands for the matches where
they are folded, one that begins ``- `` names a claim, and one that begins ``* `` a match; the words of each follow in
the next line, after two spaces. Any other line is the caption. For example::

    = columns 1 2; relations verbatim; bases copied-prose; places 2 9
    - reuters-h2-s1, said by Antony Blinken
      *Blinken* warns of ‘serious consequences’
    - globe-p8-s1
      He warned of ‘serious consequences’
    * match-reuters-h2-s1-and-globe-p8-s1
      **Word for word: copied prose.** One text, printed twice.

    = columns 1; places 3 10
    No match found in Globe
    - reuters-h3-s1, near globe-p4-s1
      Blinken says Putin and Biden could speak soon
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotated_corpus.anchors import grammar
from annotated_corpus.pages.markup.directives import directive
from annotated_corpus.pages.markup.inline import Stretches, emphasized, escape, line, stretches, unescaped
from annotated_corpus.pages.markup.names import Directive

_SAID_BY = ", said by "
_THROUGHOUT = ", in mostly other words"
_NEAR = ", near "
_VERDICT = re.compile(r"\*\*((?:\\.|[^\\*])+)\*\*(.*)")
_EXPECTED = (
    "a row begins with '= columns', and after its caption has '- claim', '* match' and the words of each, "
    "indented by two spaces: %s"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says: the anchor of its claim, who says it there (or empty), and the words.

    ``near`` is the anchor of the claim that comes nearest where none matches, empty if none comes near; ``throughout``
    says that so many of the words differ that none is marked.
    """

    claim: str
    speaker: str
    words: Stretches
    near: str = ""
    throughout: bool = False

    @property
    def article(self) -> str:
        """The slug of the article."""
        return grammar.slug_of(self.claim)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a match is: its id, its claims where they have to be named, the finding, and the words that follow it."""

    match: str
    claims: tuple[str, ...]
    finding: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """What articles ``said`` and the ``verdicts`` on their matches, under the line ``caption``.

    ``columns`` has the number of the column for each article; ``folded`` is the line that stands for the verdicts
    where they are folded; a script sorts and chooses rows by the rest.
    """

    columns: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    caption: str = ""
    folded: str = ""
    said: tuple[Said, ...] = ()
    verdicts: tuple[Verdict, ...] = ()

    def anchors(self) -> Iterator[str]:
        """Yield the claims."""
        for each in self.said:
            yield from filter(None, (each.claim, each.near))
        for verdict in self.verdicts:
            yield from verdict.claims


_STATED = ("columns", "relations", "bases", "places")
"""What the first line of a row states, in this order."""


def write(rows: Iterable[Row]) -> str:
    """Return the rows as a directive."""
    return directive(Directive.ROWS, "", "\n\n".join("\n".join(_lines(row)) for row in rows))


def _lines(row: Row) -> Iterator[str]:
    stated = ((name, " ".join(getattr(row, name))) for name in _STATED)
    yield f"= {'; '.join(f'{name} {value}' for name, value in stated if value)}"
    if row.caption:
        yield line(escape(row.caption))
    if row.folded:
        yield f"+ {escape(row.folded)}"
    for said in row.said:
        more = _SAID_BY + escape(said.speaker) if said.speaker else _NEAR + said.near if said.near else ""
        yield f"- {said.claim}{_THROUGHOUT if said.throughout else ''}{more}"
        yield f"  {emphasized(said.words)}"
    for verdict in row.verdicts:
        yield f"* {verdict.match}{': ' + ' '.join(verdict.claims) if verdict.claims else ''}"
        finding = f"**{escape(verdict.finding)}**" if verdict.finding else ""
        yield f"  {finding}{escape(verdict.words)}"


def read(content: Iterable[str]) -> tuple[Row, ...]:
    """Return the rows in the content of the directive.

    Raises:
        ValueError: with words for the editor, if a line does not stand where it could mean something.
    """
    rows: list[list[str]] = []
    for each in content:
        if each.startswith("= "):
            rows.append([each])
        elif rows:
            rows[-1].append(each)
        elif each.strip():
            raise ValueError(_EXPECTED % each)
    return tuple(_row(head, lines) for head, *lines in rows)


def _row(head: str, content: Iterable[str]) -> Row:
    stated = dict(each.partition(" ")[::2] for each in head[2:].split("; ") if each)
    if not stated.keys() <= {*_STATED}:
        raise ValueError(_EXPECTED % head)
    caption = folded = ""
    said: list[Said] = []
    verdicts: list[Verdict] = []
    lines = iter(content)
    for each in lines:
        sign, rest = each[:2], each[2:]
        if not each.strip():
            continue
        if sign == "- ":
            said.append(_said(rest, _words(lines, each)))
        elif sign == "* ":
            verdicts.append(_verdict(rest, _words(lines, each)))
        elif sign == "+ ":
            folded = unescaped(rest)
        elif caption or said or verdicts or sign == "  ":
            raise ValueError(_EXPECTED % each)
        else:
            caption = unescaped(each)
    known = {name: tuple(value.split()) for name, value in stated.items()}
    return Row(**known, caption=caption, folded=folded, said=tuple(said), verdicts=tuple(verdicts))


def _said(head: str, words: str) -> Said:
    claim, _, speaker = head.partition(_SAID_BY)
    claim, marked, near = claim.partition(_NEAR)
    bare = claim.removesuffix(_THROUGHOUT)
    return Said(_one_word(bare), unescaped(speaker), stretches(words), _one_word(near) if marked else "", bare != claim)


def _verdict(head: str, words: str) -> Verdict:
    match, _, between = head.partition(": ")
    claims = tuple(between.split())
    if len(claims) not in (0, 2):
        raise ValueError(_EXPECTED % head)
    found = _VERDICT.fullmatch(words)
    finding, rest = (found[1], found[2]) if found else ("", words)
    return Verdict(_one_word(match), claims, unescaped(finding), unescaped(rest))


def _one_word(anchor: str) -> str:
    if anchor.split() != [anchor]:
        raise ValueError(_EXPECTED % anchor)
    return anchor


def _words(lines: Iterator[str], head: str) -> str:
    """Return the line after ``head``, which has its words."""
    following = next(lines, None)
    if following is None or (following.strip() and not following.startswith("  ")):
        raise ValueError(_EXPECTED % (following or head))
    return following[2:]
