"""Tables of words as text files: lines that begin with ``#`` are their head and notes, ``[name]`` opens a part."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def rows(package: str, file: str) -> tuple[str, ...]:
    """Return the rows of a table, without notes and empty lines."""
    text = resources.files(package).joinpath(file).read_text("utf-8")
    return tuple(row for line in text.splitlines() if (row := line.strip()) and not row.startswith("#"))


@cache
def parts(package: str, file: str) -> dict[str, tuple[str, ...]]:
    """Return the rows of each part of a table, by the name of the part."""
    found: dict[str, list[str]] = {}
    part: list[str] = []
    for row in rows(package, file):
        if row.startswith("[") and row.endswith("]"):
            part = found.setdefault(row[1:-1], [])
        else:
            part.append(row)
    return {name: tuple(each) for name, each in found.items()}


@cache
def words(package: str, file: str, part: str) -> frozenset[str]:
    """Return the words of a part of a table; a missing part is a mistake of the package (KeyError)."""
    return frozenset(word for row in parts(package, file)[part] for word in row.split())
