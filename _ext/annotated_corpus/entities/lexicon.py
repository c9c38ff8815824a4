"""The word lists of the recogniser: ``data/words.txt`` as sets, read once when first asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources


def data_text(name: str) -> str:
    """Return the text of one of the package's data files."""
    return resources.files(__package__).joinpath("data", name).read_text("utf-8")


@cache
def _lists() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    words: set[str] = set()
    for row in data_text("words.txt").splitlines():
        line = row.strip()
        if line.startswith("[") and line.endswith("]"):
            words = found.setdefault(line[1:-1], set())
        elif line and not line.startswith("#"):
            words.update(line.split())
    return {name: frozenset(each) for name, each in found.items()}


def words(name: str) -> frozenset[str]:
    """Return one list by its name in the file; a missing list is a mistake of the package (KeyError)."""
    return _lists()[name]


@cache
def _common() -> frozenset[str]:
    return frozenset(data_text("common.txt").split())


def is_common(word: str) -> bool:
    """Whether the lower-case word, or the base of a regular form, is in the list of common words."""
    known = _common()
    if word in known:
        return True
    return any(word.endswith(ending) and word[: -len(ending)] + more in known for ending, more in _ENDINGS)


_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ness", ""),
    ("er", ""),
)
