"""Who says it: the speaker that a sentence states, or that the sentences before it leave in force."""

from __future__ import annotations

import re
from collections.abc import Sequence

_VERB = (
    "(?:said|says|say|told|tells|warned|warns|added|adds|announced|asked|insisted|argued|claimed|claims|accused|"
    "accuses|denied|denies|declared|declares|wrote|writes|tweeted|stated|noted|continued|explained|replied|hoped|"
    "confirmed|acknowledged|admitted|believes|believed|urged|called|vowed|testified|reported|reports)"
)
_NAME = r"[A-Z][\w’'.-]+(?: (?:(?:of|de|van|von|al|the) )?[A-Z][\w’'.-]+){0,5}"
_BODY = (
    r"(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'.-]+ ){0,3}?(?:ministry|spokesman|spokeswoman|"
    r"official|officials|government|committee|president|police|court)"
)
_WHO = rf"(?P<who>{_NAME}|{_BODY}|[Hh]e|[Ss]he|[Tt]hey)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b[Aa]ccording to {_WHO}",
        rf"[,”\"] {_WHO} (?:\w+ly )?{_VERB}\b",
        rf"[,”\"] {_VERB} {_WHO}",
        rf"^{_WHO}(?:, [^,]+,)? (?:\w+ly |also |has |have )*{_VERB}\b",
        rf"\b{_WHO} (?:\w+ly |also |has |have )*{_VERB}\b",
    )
)
_PRONOUN = {"he", "she", "they"}


def speakers(sentences: Sequence[tuple[str, str]]) -> list[str | None]:
    """Return the speaker of each sentence of one article.

    Args:
        sentences: the block's id and the text of each sentence, in order.
    """
    found: list[str | None] = []
    last: str | None = None
    for _, text in sentences:
        who = _stated(text)
        if who is not None and who.casefold() in _PRONOUN:
            who = last
        elif who is not None:
            last = who
        found.append(who)
    return found


def _stated(text: str) -> str | None:
    for pattern in _PATTERNS:
        if found := pattern.search(text):
            return found["who"]
    return None
