"""Where the report of a sentence begins: after its dateline."""

from __future__ import annotations

import re
from functools import lru_cache

from annotated_corpus.language.capitals import CAPITAL
from annotated_corpus.text.credits import dateline

_PLACE = re.compile(rf"{CAPITAL}{{3,}}|{CAPITAL}{{1,2}}\.? {CAPITAL}{{3,}}")
"""A town in capitals: "LEEDS", "ST. PETERSBURG"."""


@lru_cache(maxsize=16384)
def report(text: str) -> int:
    """Return where the report begins in a sentence, 0 without a dateline.

    A dateline names a town in capitals or an agency in brackets or strokes, and a sentence begins after it; what else
    is followed by a dash may be the subject of the sentence ("Berg — the mayor — said").
    """
    length = dateline(text)
    if not length or text[length : length + 1].islower():
        return 0
    return length if _PLACE.match(text) or any(mark in text[:length] for mark in "(/") else 0
