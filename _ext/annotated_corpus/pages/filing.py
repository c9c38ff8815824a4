"""The order of people and places in their lists: people under their surname, as a library files them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from annotated_corpus.language.name_lists import name_kind
from annotated_corpus.language.particles import FILED, HYPHENED
from annotated_corpus.model import Entity, EntityKind

_SUFFIX = re.compile(r"(?:Jr|Sr|Jnr|Snr|[IVX]+|PhD|MP|MD)\.?,?")
_ARTICLE = re.compile(rf"(?:{'|'.join(sorted(HYPHENED))})[-‑’'](?=\w)", re.IGNORECASE)


def ordered(entities: Iterable[Entity]) -> list[Entity]:
    """Return entries in the order in which their list shows them."""
    return sorted(entities, key=lambda entity: (plain(heading(entity)), plain(entity.name), entity.id))


def heading(entity: Entity) -> str:
    """Return the words under which an entry is filed: a person's surname and then the rest, else the name."""
    words = entity.name.split()
    while len(words) > 1 and _SUFFIX.fullmatch(words[-1]):
        words.pop()
    if entity.kind is not EntityKind.PERSON or len(words) < 2:
        return entity.name
    if _family_first(words, entity.aliases):
        return entity.name
    start = len(words) - 1
    while start > 1 and words[start - 1] in FILED:
        start -= 1
    return " ".join([_ARTICLE.sub("", words[start]), *words[start + 1 :], *words[:start]])


def plain(text: str) -> str:
    """Return a text without marks and capitals, for sorting; letters of other scripts stay."""
    kept = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", " ", "".join(kept).casefold()).strip()


def _family_first(words: list[str], aliases: Iterable[str]) -> bool:
    """Whether the first word is the surname, as in "Xi Jinping": the texts call the person by it alone.

    Where they use neither or both alone, the lists of names tell, if they know.
    """
    first, last = (word in aliases for word in (words[0], words[-1]))
    if first != last:
        return first and name_kind(words[0]) != "g"
    return name_kind(words[0]) == "s" and name_kind(words[-1]) not in ("s", "b")
