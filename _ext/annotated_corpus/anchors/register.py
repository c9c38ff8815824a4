"""The register of anchors: every one ever issued, with its words and their checksum.

``anchors.json`` is one JSON array with one entry a line: a header, then for each article (by slug)
one line for itself and one for each of its anchors in reading order, then a closing ``null``. Each
line but the last ends with a comma, so that lines from two branches may stand in any order
(``merge=union`` in ``.gitattributes``). Every line carries a checksum of itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from annotated_corpus.anchors import grammar
from annotated_corpus.anchors.checksums import checksum, digest
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import BlockKind, Metadata

FORMAT = "annotated-corpus anchors"
VERSION = 1
LIVE, GONE, MERGED = "live", "gone", "merged"
_CHECK = 8
_SIGNED = re.compile(rf'(.*), "check": "([0-9a-f]{{{_CHECK}}})"\}},')
_STATED = ("title", "source", "date", "url", "display")
_UNSTATED = Metadata()
CONTEXT = 32
"""How many characters before and after the words a quote selector keeps."""


@dataclass(frozen=True, slots=True)
class SentenceEntry:
    """A sentence anchor: its number and its words; ``gone`` when they left the block."""

    number: str
    text: str
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """An anchor: its words now, or its last words (``state`` gone), or those before it was merged ``into`` another."""

    letter: str
    number: str
    kind: BlockKind
    text: str
    prefix: str = ""
    suffix: str = ""
    state: str = LIVE
    into: str = ""
    sentences: tuple[SentenceEntry, ...] = ()
    aliases: tuple[str, ...] = ()
    revisions: tuple[str, ...] = ()

    def id(self, slug: str) -> str:
        """The anchor, spelled out."""
        return grammar.block_id(slug, self.letter, self.number)


@dataclass(frozen=True, slots=True)
class Record:
    """An article in the register: its slug, seed file and entries in reading order.

    ``metadata`` has what a page must still say of it when its seed and sidecar have gone: title, source, date,
    address, and whether its text may be shown.
    """

    slug: str
    file: str
    sha256: str
    entries: tuple[Entry, ...]
    aliases: tuple[str, ...] = ()
    withdrawn: bool = False
    metadata: Metadata = _UNSTATED


@dataclass(frozen=True, slots=True)
class Register:
    """Every anchor ever issued, by article."""

    records: Mapping[str, Record] = field(default_factory=lambda: MappingProxyType({}))

    def same_anchors(self, other: Register) -> bool:
        """Whether both have the same anchors with the same words, whatever else is stated of the articles."""
        return self._unstated().dumps() == other._unstated().dumps()

    def _unstated(self) -> Register:
        return Register({slug: replace(record, metadata=_UNSTATED) for slug, record in self.records.items()})

    def dumps(self) -> str:
        """Spell the register as the text of ``anchors.json``: the same for the same anchors."""
        lines = [json.dumps({"format": FORMAT, "version": VERSION}) + ",\n"]
        for slug in sorted(self.records):
            record = self.records[slug]
            lines.append(_sign(_article_row(record)))
            lines.extend(_sign(_entry_row(slug, entry)) for entry in record.entries)
        return "".join(("[\n", *lines, "null]\n"))


def _sign(row: Mapping[str, Any]) -> str:
    """Spell an entry as its line, closed by the checksum of what stands before it."""
    body = json.dumps(row, ensure_ascii=False).removesuffix("}")
    return f'{body}, "check": "{digest(body)[:_CHECK]}"}},\n'


def _article_row(record: Record) -> dict[str, Any]:
    row: dict[str, Any] = {"article": record.slug, "file": record.file, "sha256": record.sha256}
    row["anchors"] = len(record.entries)
    if record.aliases:
        row["aliases"] = list(record.aliases)
    if record.withdrawn:
        row["withdrawn"] = True
    stated = {name: value for name in _STATED if (value := getattr(record.metadata, name)) != getattr(_UNSTATED, name)}
    if stated:
        row["stated"] = stated
    return row


def _entry_row(slug: str, entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {"id": entry.id(slug), "kind": str(entry.kind)}
    if entry.state != LIVE:
        row["state"] = entry.state
    if entry.into:
        row["into"] = entry.into
    row |= {"checksum": checksum(entry.text), "exact": entry.text, "prefix": entry.prefix, "suffix": entry.suffix}
    row["sentences"] = _spans(entry)
    if entry.aliases:
        row["aliases"] = list(entry.aliases)
    if entry.revisions:
        row["revisions"] = list(entry.revisions)
    return row


def _spans(entry: Entry) -> list[list[int | str]]:
    """Spell sentences: number, start and end within ``exact``; or number and last words."""
    rows: list[list[int | str]] = []
    at = 0
    for each in entry.sentences:
        if each.gone:
            rows.append([each.number, each.text])
            continue
        start = entry.text.index(each.text, at)
        at = start + len(each.text)
        rows.append([each.number, start, at])
    return rows


def _sentence(row: list[Any], text: str) -> SentenceEntry:
    if len(row) == 2:
        return SentenceEntry(row[0], row[1], True)
    number, start, end = row
    return SentenceEntry(number, text[start:end])


def load_register(path: Path, shown: str = "") -> Register:
    """Read the register at ``path``, called ``shown`` in messages; an absent file is an empty register.

    Raises:
        CorpusError: naming each line that is damaged or contradicts another.
    """
    shown = shown or str(path)
    if not path.exists():
        return Register()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorpusError(Diagnostic(Code.REGISTER, f"not UTF-8 at byte {error.start}; {_HELP}", shown)) from None
    except OSError as error:
        raise CorpusError(Diagnostic(Code.REGISTER, f"cannot be read: {error.strerror}", shown)) from None
    return _Loader(shown).load(text)


_HELP = "take the file from version control again"


class _Loader:
    """Reads the lines, and collects what is wrong with them."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.wrong: list[Diagnostic] = []
        self.articles: dict[str, tuple[int, dict[str, Any]]] = {}
        self.entries: dict[str, list[Entry]] = {}
        self.seen: dict[str, int] = {}

    def load(self, text: str) -> Register:
        lines = text.split("\n")
        self._frame(lines)
        for number, line in enumerate(lines, 1):
            if number > 2 and line.strip() not in ("", "[", "null]"):
                self._line(number, line.rstrip("\r"))
        records = {slug: self._record(slug, *self.articles[slug]) for slug in sorted(self.articles)}
        for slug in self.entries:
            if slug not in self.articles:
                self._say(0, f"anchors of {slug} without the line of the article; {_HELP}")
        if self.wrong:
            raise CorpusError(self.wrong)
        return Register(MappingProxyType(records))

    def _say(self, line: int, message: str) -> None:
        self.wrong.append(Diagnostic(Code.REGISTER, message, self.shown, line))

    def _frame(self, lines: list[str]) -> None:
        if any(line.startswith(("<<<<<<<", ">>>>>>>", "=======")) for line in lines):
            number = next(n for n, line in enumerate(lines, 1) if line.startswith(("<<<<<<<", ">>>>>>>", "=======")))
            self._say(number, "an unresolved merge: keep the lines of both sides and remove the marks")
            raise CorpusError(self.wrong)
        header = self._parse(lines[1].rstrip("\r")) if len(lines) > 1 and lines[0].strip() == "[" else None
        if not header or header.get("format") != FORMAT:
            self._say(1, f"this is not a register of anchors; {_HELP}")
            raise CorpusError(self.wrong)
        if header.get("version") != VERSION:
            self._say(2, f"version {header.get('version')} of the register is not known here; update the package")
            raise CorpusError(self.wrong)
        if not any(line.strip() == "null]" for line in lines[-3:]):
            self._say(len(lines), f"the end is missing; {_HELP}")

    @staticmethod
    def _parse(line: str) -> dict[str, Any] | None:
        if not line.endswith(","):
            return None
        try:
            row = json.loads(line[:-1])
        except ValueError:
            return None
        return row if isinstance(row, dict) else None

    def _line(self, number: int, line: str) -> None:
        row = self._parse(line)
        if row is None:
            self._say(number, f"not an entry: {line[:40]!r}; {_HELP}")
            return
        signed = _SIGNED.fullmatch(line)
        if not signed or digest(signed[1])[:_CHECK] != signed[2]:
            name = row.get("id") or row.get("article") or "the line"
            self._say(number, f"{name} was changed by hand (its checksum does not fit); {_HELP}")
            return
        name = str(row.get("id") or row.get("article"))
        if "article" in row and name in self.articles and row["file"] == self.articles[name][1]["file"]:
            # Two branches changed this article: both lines stand, and all anchors of both are below.
            if row["anchors"] > self.articles[name][1]["anchors"]:
                self.articles[name] = (number, row)
            return
        if name in self.seen:
            self._say(
                number, f"{name} stands here and in line {self.seen[name]}; keep the line of one branch, build again"
            )
            return
        self.seen[name] = number
        if "article" in row:
            self.articles[name] = (number, row)
            return
        parts = grammar.parse(name)
        if parts is None or parts.sentence:
            self._say(number, f"{name} is not an anchor; {_HELP}")
            return
        try:
            self.entries.setdefault(parts.slug, []).append(_entry(parts, row))
        except (KeyError, TypeError, ValueError):
            self._say(number, f"{name} is not spelled as this version spells it; {_HELP}")

    def _record(self, slug: str, line: int, row: dict[str, Any]) -> Record:
        entries = tuple(self.entries.get(slug, ()))
        if len(entries) < row["anchors"]:  # more come from another branch
            self._say(line, f"{slug} has {row['anchors']} anchors on record, but {len(entries)} lines; {_HELP}")
        return Record(
            slug,
            row["file"],
            row["sha256"],
            entries,
            tuple(row.get("aliases", ())),
            row.get("withdrawn", False),
            Metadata(**{name: value for name, value in row.get("stated", {}).items() if name in _STATED}),
        )


def _entry(parts: grammar.Parts, row: dict[str, Any]) -> Entry:
    return Entry(
        letter=parts.letter,
        number=parts.number,
        kind=BlockKind(row["kind"]),
        text=row["exact"],
        prefix=row["prefix"],
        suffix=row["suffix"],
        state=row.get("state", LIVE),
        into=row.get("into", ""),
        sentences=tuple(_sentence(each, row["exact"]) for each in row["sentences"]),
        aliases=tuple(row.get("aliases", ())),
        revisions=tuple(row.get("revisions", ())),
    )
