"""Ids of entries: readable where the name is Latin, never altered by docutils, unique."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from annotated_corpus.language.letters import fold


@lru_cache(maxsize=1 << 17)
def slug(name: str) -> str:
    """Return the name in the grammar ``[a-z0-9]+(-[a-z0-9]+)*``; a name without Latin letters gives a hash."""
    parts = re.findall(r"[a-z0-9]+", re.sub(r"['’.]", "", fold(name)))
    if parts:
        return "-".join(parts)
    return "n" + hashlib.sha256(name.encode()).hexdigest()[:10]


def identifier(kind: str, name: str, taken: dict[str, int]) -> str:
    """Return ``person-antony-blinken``, with ``-2``, ``-3``… where that is taken, and note it as taken.

    ``taken`` has the last number tried for each id, so that a thousand people of one name cost no search each.
    """
    stem = found = f"{kind}-{slug(name)}"
    number = taken.get(stem, 0)
    while found in taken:
        number += 1
        found = f"{stem}-{number + 1}"
    if number:
        taken[stem] = number
    taken[found] = 0
    return found
