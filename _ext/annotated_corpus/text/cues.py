"""What every cue about a line needs: its words, whether it ends as a sentence does, whether someone speaks in it."""

from __future__ import annotations

import re

LONGEST = 600  # characters: no furniture, credit or caption is longer, and no pattern should meet a megabyte

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STOPPED = re.compile(r"[.!?。！？।؟][\"'”’»)\]」』]*$")
QUOTED = re.compile(r"[“\"«„]|\b(?:said|says|told|according to)\b", re.IGNORECASE)


def words(text: str) -> list[str]:
    """Return the words of ``text`` in small letters, with plain apostrophes."""
    return [found[0].casefold().replace("’", "'") for found in WORD.finditer(text)]


def stopped(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return bool(_STOPPED.search(text[-12:]))
