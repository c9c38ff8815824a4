"""Ids of entries: readable where the name is Latin, never altered by docutils, unique."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Container

# Letters that do not fall apart into a base letter and marks.
_PLAIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ł": "l",
        "ı": "i",
        "ħ": "h",
        "ŋ": "ng",
        "ə": "e",
    }
)


def fold(text: str) -> str:
    """Return the text in lower case without accents, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char))


def slug(name: str) -> str:
    """Return the name in the grammar ``[a-z0-9]+(-[a-z0-9]+)*``; a name without Latin letters gives a hash."""
    parts = re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", fold(name)))
    if parts:
        return "-".join(parts)
    return "n" + hashlib.sha256(name.encode()).hexdigest()[:10]


def identifier(kind: str, name: str, taken: Container[str]) -> str:
    """Return ``person-antony-blinken``; with ``-2``, ``-3``… where that is taken."""
    stem = f"{kind}-{slug(name)}"
    number = 1
    found = stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
