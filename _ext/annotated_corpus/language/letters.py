"""Letters as readers see them: however they are put together, and without what is not shown.

"José" may be written with an é of its own or with e and a combining acute, "Berlin" may hold a space of no width,
"Sheffield" a ligature. Texts are compared and searched as if they did not, and shown as they are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
)
"""What shows nothing: soft hyphen, spaces of no width, joiners, marks of direction, selectors of a shape."""
_UNSEEN_RUN = re.compile(f"[{_UNSEEN}]+")
_LIGATURES = re.compile("[\ufb00-\ufb06\u0132\u0133]")
_USUAL = re.compile(
    "[\0-\u00ac\u00ae-\u0131\u0134-\u02ff\u0370-\u0482\u048a-\u0590\u10a0-\u115e\u2010-\u2027\u202f-\u205f\u2070-\u20cf"
    "\u2100-\u2bff\u3000-\u3029\u3030-\u3098\u309b-\ua66e\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]*"
)
"""Texts of these characters alone have no marks, ligatures or unseen characters."""
_MARK = "\u0640"
"""Stands for a mark in :func:`joined`: it counts as part of a word and occurs beside letters only."""
_LOOSE = re.compile(rf"(?<!\w){_MARK}+")
_JAMO = re.compile("[\u1160-\u11ff]")

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


@lru_cache(maxsize=1 << 17)
def fold(text: str) -> str:
    """Return the text in lower case without accents, for comparing names."""
    plain = unicodedata.normalize("NFKD", _UNSEEN_RUN.sub("", text).casefold().translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char))


def is_usual(text: str) -> bool:
    """Return whether a text has nothing of what this module is about, which is soon known."""
    return text.isascii() or _USUAL.fullmatch(text) is not None


def seen(text: str) -> str:
    """Return a text as readers see it: letters composed, ligatures as their letters, nothing that is not shown."""
    if is_usual(text):
        return text
    return unicodedata.normalize("NFC", _LIGATURES.sub(_apart, _UNSEEN_RUN.sub("", text)))


def seen_at(text: str) -> tuple[str, range | list[int]]:
    """Return a text as readers see it, and for each of its characters, and its end, the place in ``text``."""
    if is_usual(text):
        return text, range(len(text) + 1)
    parts: list[str] = []
    places: list[int] = []
    start, size = 0, len(text)
    while start < size:
        end = start + 1
        while end < size and _follows(text[end]):
            end += 1
        part = seen(text[start:end])
        parts.append(part)
        places += [start] * len(part)
        start = end
    return "".join(parts), [*places, size]


def trimmed(text: str, end: int) -> int:
    """Return where what is seen before a place ends: a word does not hold the soft hyphen behind it."""
    while end and _UNSEEN_RUN.fullmatch(text, end - 1, end):
        end -= 1
    return end


def joined(text: str) -> str:
    """Return a text of the same length in which a pattern finds whole words: marks count as letters.

    Marks that stand by no letter become spaces.
    """
    if is_usual(text):
        return text
    return _LOOSE.sub(lambda found: " " * len(found[0]), text.translate(_LETTERS))


class _Letters(dict[int, int]):
    """A table for ``str.translate`` that is made as it is needed."""

    def __missing__(self, code: int) -> int:
        self[code] = found = ord(_MARK) if _follows(chr(code)) else code
        return found


_LETTERS = _Letters()


@lru_cache(maxsize=1 << 16)
def _follows(char: str) -> bool:
    """Return whether a character only shapes what is before it, or shows nothing."""
    return (
        unicodedata.category(char).startswith("M")
        or _UNSEEN_RUN.fullmatch(char) is not None
        or _JAMO.fullmatch(char) is not None
    )


def _apart(found: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", found[0])
