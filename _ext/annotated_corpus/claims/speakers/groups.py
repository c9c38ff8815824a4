"""Verb groups: what belongs to a verb before it, and whether the group says that something is said at all.

"had also said" is one group; "did not say", "was told", "might say", "declined to say" say nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from annotated_corpus.claims.speakers.tokens import Tokens
from annotated_corpus.language.en.grammar import auxiliaries
from annotated_corpus.language.en.speech import Form

MODALS = auxiliaries() - {"has", "have", "had", "having"}
_CHAINS = frozenset(
    """went continued appeared seemed sought tried attempted began proceeded rushed goes continues seems appears seeks
    tries took takes used came started moved""".split()
)
"""Verbs that lead to another: "appeared to suggest", "went on to say"."""
_LONGEST = 8
"""A group has at most so many tokens before its verb."""


class Group(NamedTuple):
    """Where a verb group begins, and whether it denies, supposes or is passive: then nothing is said."""

    first: int
    silent: bool


def group(tokens: Tokens, at: int) -> Group:
    """Return the group of the verb at a token."""
    tags, low = tokens.tags, tokens.low
    first, chained = at, False
    while first and at - first < _LONGEST:
        tag = tags[first - 1]
        if _silent(tag, low[first - 1]):
            return Group(first, True)
        if tag == "t":
            longer = _chain(tokens, first)
            if longer == first:
                return Group(first, True)
            first, chained = longer, True
        elif tag in "aA":
            first -= 1
        elif tag == "T":
            first -= 1 + (first > 1 and tags[first - 2] == "P")
        else:
            break
    verb = tokens.verbs.get(at)
    if verb and verb.form is Form.PARTICIPLE and first == at:
        return Group(first, True)
    return Group(first, bool(verb and verb.form is Form.BASE and not chained and _no_subject(tokens, first)))


def _silent(tag: str, word: str) -> bool:
    return tag in "nB" or (tag in "AV" and (word.endswith("n't") or word in MODALS))


def _chain(tokens: Tokens, first: int) -> int:
    """Return where a group begins that leads to an infinitive, the place itself where none does."""
    low = tokens.low
    if tokens.tags[first - 2 : first - 1] not in ("V", "s", "a", "P"):
        return first
    if low[first - 2] in _CHAINS:
        return first - 2
    return first - 3 if low[first - 3 : first - 2] in (["went"], ["goes"]) else first


def _no_subject(tokens: Tokens, first: int) -> bool:
    """Return whether a base form is no finite verb: in a question, after one person or a possessive."""
    tags, low = tokens.tags, tokens.low
    if tags[:1] in ("A", "B") or (tags[:1] == "V" and low[0].endswith("n't")):
        return True
    before = tags[first - 1 : first]
    one = before == "C" and not low[first - 1].endswith("s") and tags[first - 2 : first - 1] != "&"
    return one or before in ("p", "c", "P", "", ".")
