"""``decisions.toml``: what an editor has settled once and for all.

The file is a list of tables, each read by the stage that it concerns. This module knows only
their names and where each one stands in the file, so that every message can point at its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from annotated_corpus import toml
from annotated_corpus.characters import controls
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic

TABLES = ("block", "anchor", "match", "entity")
_HEADER = re.compile(r"^[ \t]*\[\[[ \t]*([A-Za-z_]+)[ \t]*\]\]")


@dataclass(frozen=True, slots=True)
class Decision:
    """One table of the file: its name, its keys, the line of its ``[[header]]`` and those of its keys."""

    table: str
    values: Mapping[str, object]
    path: str
    line: int
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def diagnostic(self, message: str, key: str = "") -> Diagnostic:
        """Return a message that points at this decision, or at one of its keys."""
        return Diagnostic(Code.DECISION, message, self.path, self.lines.get(key) or self.line)

    def refusal(self, message: str, key: str = "") -> CorpusError:
        """Return the error that refuses this decision, or one of its keys."""
        return CorpusError(self.diagnostic(f"[[{self.table}]]: {message}", key))

    def text(self, key: str) -> str:
        """Return the string under ``key``, empty if absent; anything else is a CorpusError."""
        value = self.values.get(key, "")
        if not isinstance(value, str):
            raise self.refusal(f"{key} must be a string in quotation marks", key)
        if which := controls(value):
            raise self.refusal(f"{key} holds control characters ({which}); remove them", key)
        return value

    def require(self, *keys: str) -> None:
        """Raise CorpusError unless every key is there and not empty."""
        for key in keys:
            value = self.values.get(key)
            if not value or (isinstance(value, str) and not value.strip()):
                raise CorpusError(self.diagnostic(f"[[{self.table}]] lacks the key {key}; add it", key))

    def allow(self, *keys: str) -> None:
        """Raise CorpusError if there is a key that is not among ``keys``."""
        for key in self.values:
            if key not in keys:
                known = ", ".join(keys)
                raise CorpusError(
                    self.diagnostic(f"[[{self.table}]] has an unknown key {key}; known are: {known}", key)
                )


@dataclass(frozen=True, slots=True)
class Decisions:
    """All decisions in the order of the file."""

    entries: tuple[Decision, ...] = ()

    def of(self, table: str) -> tuple[Decision, ...]:
        """Return the decisions of one table, in the order of the file."""
        return tuple(entry for entry in self.entries if entry.table == table)


def load(path: Path, shown: str = "") -> Decisions:
    """Read ``decisions.toml`` at ``path``, called ``shown`` in messages; none is no decisions.

    Raises:
        CorpusError: if it is not UTF-8, not TOML, or has a table that no stage reads.
    """
    shown = shown or str(path)
    text, document = toml.load(path, shown, Code.DECISION)
    lines: dict[str, list[int]] = {table: [] for table in TABLES}
    for number, row in enumerate(text.splitlines(), 1):
        header = _HEADER.match(row)
        if header and header[1] in lines:
            lines[header[1]].append(number)
    headers = sorted(number for numbers in lines.values() for number in numbers)
    entries: list[Decision] = []
    for table, rows in document.items():
        if table in TABLES and not (isinstance(rows, list) and all(isinstance(row, dict) for row in rows)):
            message = f"write [[{table}]], with two brackets on each side, above each of its decisions"
            raise CorpusError(Diagnostic(Code.DECISION, message, shown, toml.line_of(text, table)))
        if table not in TABLES:
            known = ", ".join(f"[[{name}]]" for name in TABLES)
            message = f"unknown table {table}; known are: {known}"
            raise CorpusError(Diagnostic(Code.DECISION, message, shown, toml.line_of(text, table)))
        for position, row in enumerate(rows):
            line = lines[table][position] if position < len(lines[table]) else 0
            end = next((after - 1 for after in headers if after > line), None)
            keys = {key: toml.line_of(text, key, line, end) for key in row}
            entries.append(Decision(table, MappingProxyType(row), shown, line, MappingProxyType(keys)))
    return Decisions(tuple(sorted(entries, key=lambda entry: entry.line)))
