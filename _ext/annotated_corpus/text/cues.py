"""What every cue about a line needs: its words, whether it ends as a sentence does, whether someone speaks in it."""

from __future__ import annotations

import re
from functools import lru_cache

from annotated_corpus.language.letters import joined, seen

LONGEST = 600  # characters: no furniture, credit or caption is longer, and no pattern should meet a megabyte

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_STOPPED = re.compile(r"[.!?。！？।؟][\"'”’»)\]」』]*$")
QUOTED = re.compile(r"[“\"«„]|\b(?:said|says|told|according to)\b", re.IGNORECASE)


@lru_cache(maxsize=32)  # the cues ask for the words of one line one after the other
def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in small letters, with plain apostrophes."""
    return tuple(WORD.findall(joined(seen(text).casefold().replace("’", "'"))))


def stopped(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return bool(_STOPPED.search(text[-12:]))
