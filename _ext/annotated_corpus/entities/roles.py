"""Roles: how the text describes a person right before or after the name, in its own words."""

from __future__ import annotations

import re
from itertools import pairwise

from annotated_corpus.entities.lexicon import words as listed
from annotated_corpus.language.en.roles import nouns
from annotated_corpus.language.en.small_words import AUXILIARIES, OPENERS
from annotated_corpus.language.name_lists import name_kind

MOST_WORDS = 14
"""An appositive is at most so long."""
_BACK = 160
_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_](?:[\w&’'‑-]|\.(?=\w))*\.?|[^\w\s]")
_APPOSITIVE = re.compile(
    r"""\s?[,(–—]\s?
    (?:(?:aged\ )?\d{1,3}\s?,\s?)?  # an age
    (
        (?:[^,.;:!?()“”"–—\n] | \.(?=\w|[A-Z]\.) | (?<=\b[A-Z])\. | (?<=\b[A-Z]\.[A-Z])\.){4,160}?
    )
    (?=[,.;:!?()“”"–—\n]|$)""",
    re.X,
)
_STOP = re.compile(
    r"\s+(?:who|whose|whom|which|that|said|says|told|tells|has|had|have|was|is|were|are|will|would|added|adds|wrote|warned"
    r"|announced)\b.*",
    re.S,
)
_LINKS = frozenset({"of", "for", "and", "the", "&", "-", "'s", "’s", "to", "on", "in", "at"})


def address(before: str) -> str:
    """Return ``he`` or ``she`` where the word before a name tells, else nothing."""
    word = before.rstrip(".")
    return "he" if word in listed("he") else "she" if word in listed("she") else ""


def _office(word: str) -> bool:
    bare = word.rstrip(".")
    lower = bare.lower()
    return (
        (bare in listed("title") and bare not in listed("address"))
        or lower in listed("role")
        or lower[:-1] in listed("role")
    )


def before(text: str, floor: int, start: int) -> str:
    """Return the description that ends where the name begins ("U.S. Secretary of State"), empty if there is none.

    ``floor`` is where the person named before ends.
    """
    left = text[max(floor, start - _BACK) : start]
    if not left or left[-1] not in " \u00a0" or _plain(left):
        return ""
    tokens = [(m.start(), m.group()) for m in _WORD.finditer(left)]
    at = len(tokens)
    first = at
    while at:
        word = tokens[at - 1][1]
        if not (word[0].isalnum() or word in ("&", "-", "’", "'")) or (word.endswith(".") and not _abbreviation(word)):
            break
        lower = word.lower()
        if word[0].isupper() or _office(word) or lower in listed("modifier") or lower.endswith("-general"):
            first = at - 1
        elif (
            lower not in _LINKS
            or at == len(tokens)
            or not _joins(tokens[at - 2][1] if at > 1 else "", lower, tokens[first][1])
        ):
            break
        at -= 1
    while first < len(tokens) and (tokens[first][1].lower() in _LINKS or _opens(tokens[first][1])):
        first += 1
    chosen = tokens[first:]
    if not chosen or not any(_office(word) for _, word in chosen):
        return ""
    related = next((n for n in range(1, len(chosen)) if chosen[n][1] == "of" and _kin(chosen[n - 1][1])), -1)
    chosen = chosen[related + 1 :]  # "wife of Vice President Alan Bing" says nothing else of him
    if not chosen:
        return ""
    last = chosen[-1][1]
    if len(chosen) == 1 and last == "elder":  # of two of one name
        return ""
    if not (_office(last) or (last[0].isupper() and any(w in ("of", "for") for _, w in chosen))):
        return ""
    said = " ".join(left[chosen[0][0] :].split())
    return said.removesuffix("s") if _plural(last) else said  # "Presidents Joe Biden and Vladimir Putin"


def _kin(word: str) -> bool:
    return word.lower() in nouns("kin")


def _plural(word: str) -> bool:
    """Return whether a word is an office of several: "Presidents", but not "boss"."""
    lower = word.lower()
    return lower.endswith("s") and lower not in listed("role") and lower[:-1] in listed("role")


def _names_another(words: list[str]) -> bool:
    """Return whether a description names somebody else: "former Foreign Minister Clara Holm" after a name in a list."""
    pairs = ((one.strip("’'"), two) for one, two in pairwise(words) if one[0].isupper() and two[0].isupper())
    return any(not _office(one) and name_kind(one) in ("g", "b") for one, _ in pairs)


def _opens(word: str) -> bool:
    """Whether a word opens a sentence before a description and is no part of it."""
    small = word.lower()
    return small in OPENERS or word in listed("address") or word in listed("day")


def _plain(left: str) -> bool:
    """Whether the last word before a name is none of a description: what most names have, told without more work."""
    words = left.rsplit(None, 1)
    word = words[-1] if words else ""
    return word.isalpha() and word.islower() and not (_office(word) or word in listed("modifier"))


def _joins(left: str, link: str, right: str) -> bool:
    """Whether a small word inside a description goes on to its left."""
    if link in ("the", "&"):
        return left.lower() in ("of", "for", "to", "on", "at", "in", "and")
    return link != "and" or not _office(right) or _office(left)


def _abbreviation(word: str) -> bool:
    bare = word[:-1]
    return "." in bare or len(bare) == 1 or bare in listed("title")


def after(text: str, end: int) -> str:
    """Return the appositive that follows the name ("a professor at the university"), empty if there is none."""
    found = _APPOSITIVE.match(text, end)
    if not found:
        return ""
    phrase = _STOP.sub("", found[1]).strip()
    words = phrase.split()
    if not words or len(words) > MOST_WORDS or _names_another(words):
        return ""
    head = next(
        (k for k, word in enumerate(words[:8]) if _office(word.strip("’'s")) or _office(re.sub(r"[’']s$", "", word))),
        None,
    )
    if head is None:
        return ""
    lead = words[:head]
    if any(word.lower() in _VERBS for word in words) or any(
        w.lower() in ("and", "who", "with", "to", "by", "from", "in", "on") for w in lead
    ):
        return ""
    return phrase


_VERBS = listed("speech") | AUXILIARIES | frozenset("and, he she they we it called led made took gave".split())


def told(text: str, floor: int, start: int, end: int) -> tuple[str, ...]:
    """Return the descriptions beside the name at ``start`` to ``end`` of a block's text, none before ``floor``."""
    return tuple(each for each in (before(text, floor, start), after(text, end)) if each)
