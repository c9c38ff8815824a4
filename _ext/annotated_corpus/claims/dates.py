"""Where a text states dates: a day, a month with its year, a weekday, "last week"."""

from __future__ import annotations

import re
from functools import lru_cache

from annotated_corpus.model import Span

_MONTH = (
    "(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?|January|February|March|April|May|June|July|August|September"
    "|October|November|December"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(
    rf"\b(?:(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?"
    rf"|(?:{_MONTH}) \d{{4}}|(?:1[89]|20)\d\d|(?:(?:last|next|earlier|late|early|this) )?{_WEEKDAY}"
    r"|(?:last|next|this|earlier this|later this) (?:week|month|year|spring|summer|autumn|fall|winter)"
    rf"|yesterday|tomorrow|(?:in|since|last|by) (?:{_MONTH}))\b"
)


@lru_cache(maxsize=16384)
def dates(text: str) -> tuple[Span, ...]:
    """Return the spans of a text that state a date."""
    return tuple(Span(*found.span()) for found in _DATE.finditer(text))
