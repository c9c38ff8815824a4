"""Given names and surnames of many languages: ``names.txt``, read once when first asked for.

A row is ``g``, ``s`` or ``b`` (given name, surname, both), ``m`` or ``f`` where the lists have it for men or women
only, and the name. Written by ``tools/build_names.py``; source and licence stand in ``README.md`` beside it.
"""

from __future__ import annotations

from functools import cache
from importlib import resources


def rows() -> list[str]:
    """Return the rows of the table."""
    return resources.files(__package__).joinpath("names.txt").read_text("utf-8").splitlines()


@cache
def _names() -> dict[str, str]:
    return {name: kind for kind, _, name in (row.partition(" ") for row in rows())}


def name_kind(word: str) -> str:
    """Return ``g`` for a given name, ``s`` for a surname, ``b`` for both, empty for neither."""
    return _names().get(word, "")[:1]


def bearers(word: str) -> str:
    """Return ``he`` or ``she`` where the lists have a given name for men only or for women only, else nothing."""
    return {"m": "he", "f": "she"}.get(_names().get(word, "")[1:], "")
