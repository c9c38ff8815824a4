"""Letters as readers see them: without case, accents and what is not shown."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

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
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    return "".join(char for char in plain if not unicodedata.combining(char))
