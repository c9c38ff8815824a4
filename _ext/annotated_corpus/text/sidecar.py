"""Sidecars: what an editor states about an article in ``NAME.toml`` beside ``NAME.txt``."""

from __future__ import annotations

import datetime
import re
from dataclasses import fields
from pathlib import Path

from annotated_corpus import toml
from annotated_corpus.characters import controls
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import Metadata
from annotated_corpus.text import slugs

_KEYS = tuple(each.name for each in fields(Metadata))
_LISTS = frozenset(each.name for each in fields(Metadata) if each.default == ())
_EMPTY = {
    "title": "is empty and has no effect: the title is that of the text, or its opening words; state one or remove it",
    "slug": "is empty and has no effect: the slug is made of the name of the file; state one or remove it",
}
"""What is said of a key without a value."""
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://[^\s/]+\S*")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def read_sidecar(path: Path, shown: str) -> tuple[Metadata, tuple[Diagnostic, ...]]:
    """Read the sidecar at ``path``, called ``shown`` in messages, and return it with warnings; none is no statement.

    Raises:
        CorpusError: if it is not UTF-8 or TOML; or one message for each unknown key and bad value.
    """
    text, table = toml.load(path, shown, Code.SIDECAR)
    values: dict[str, str | tuple[str, ...]] = {}
    wrong: list[Diagnostic] = []
    for key, value in table.items():
        good = _value(key, value)
        if isinstance(good, _Bad):
            wrong.append(Diagnostic(Code.SIDECAR, good.message, shown, toml.line_of(text, key)))
        else:
            values[key] = good
    if wrong:
        raise CorpusError(wrong)
    notes = (
        Diagnostic(Code.SIDECAR, f"{key} {_EMPTY[key]}", shown, toml.line_of(text, key))
        for key in _EMPTY
        if values.get(key) == ""
    )
    return Metadata(**values), tuple(notes)  # type: ignore[arg-type]  # each value was checked under its key


class _Bad:
    """What is wrong with a value."""

    def __init__(self, message: str) -> None:
        self.message = message


def _value(key: str, value: object) -> str | tuple[str, ...] | _Bad:
    if key not in _KEYS:
        return _Bad(f"unknown key {key}; known are: {', '.join(_KEYS)}")
    if which := controls(str(value) if not isinstance(value, list) else "".join(map(str, value))):
        return _Bad(f"{key} holds control characters ({which}); remove them")
    if key in _LISTS:
        names = [value] if isinstance(value, str) else value
        if isinstance(names, list) and all(isinstance(name, str) and name.strip() for name in names):
            return tuple(" ".join(name.split()) for name in names)
        return _Bad(f'{key} must be a list of names, like ["Ada Example", "Bo Example"]')
    if key == "date":
        return _date(value)
    if isinstance(value, dict):
        return _Bad(f"{key} is a table; write {key} = and its value, without brackets")
    if not isinstance(value, str):
        return _Bad(f"{key} must be a string in quotation marks")
    value = " ".join(value.split())
    return _Bad(message) if (message := _objection(key, value)) else value


def _objection(key: str, value: str) -> str:
    if key == "slug" and value:
        return slugs.objection(value)
    if key == "display" and value not in ("full", "excerpt"):
        return 'display must be "full" or "excerpt"'
    if key == "url" and value and not _URL.fullmatch(value):
        return "url must start with http:// or https:// and hold no spaces"
    if key == "lang" and value and not _LANG.fullmatch(value):
        return 'lang must be a language tag like "en" or "pt-BR"'
    return ""


def _date(value: object) -> str | _Bad:
    bad = _Bad("date must be a day, a month or a year, like 2021-12-02, 2021-12 or 2021")
    if isinstance(value, datetime.date):  # a datetime is one too
        return value.isoformat()[:10]
    if isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 9999:
        return str(value)
    if not isinstance(value, str):
        return bad
    found = _DATE.fullmatch(value)
    if not value:
        return ""
    try:
        if found:
            datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            return value
    except ValueError:
        pass
    return bad
