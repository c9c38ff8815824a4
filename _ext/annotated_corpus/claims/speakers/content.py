"""Whether what is said follows a verb of speech: "added that …", "added: “…”", but not "added Malta to a trip"."""

from __future__ import annotations

import re

from annotated_corpus.claims.speakers.tokens import Tokens
from annotated_corpus.language.en.speech import Takes, forms

_WINDOW = 25
"""What is said begins at most so many tokens after its verb."""
_OBJECT = re.compile(r"[aT]*P?(?:[dDCcwpN&PT]{1,20}|H)")
_CLAUSE = re.compile(r"a*[dDCcwpNPT&,anH]{1,14}?[ABVs]")
_CLAUSES = frozenset("that whether if why how what when where".split())
_WHEN = frozenset({"when", "where"})
_LINK = re.compile(r"(?:[aT,]|[Pt][dD]?[CcwpN&]+)*")
"""What may stand between a verb and its "that": when, where, to whom."""
_TOLD = re.compile(r"H|[dD]?[Ccwp]+")
_OBJECTS = frozenset("it him her them this me us himself herself themselves itself".split())
_CALLED = re.compile(r"[dD][Ccwp]*[Cw]a[dDw]+")
"""What "called" takes when it judges: "them thin", "it a ruin", "her actions extremely careless"."""
_LITTLE = frozenset("little nothing much goodbye hello more".split())
_NO_ASSERTION = frozenset("from himself herself itself themselves".split())
_SO = frozenset("no yes so otherwise".split())


def has_content(tokens: Tokens, at: int) -> bool:
    """Return whether what is said follows the verb of speech at a token."""
    verb, place = tokens.verbs[at], at + 1
    if tokens.low[place : place + 1] and tokens.low[place] in verb.particles:
        if Takes.OBJECT in verb.takes:
            return True
        place += 1
    rest = tokens.tags[place : place + _WINDOW]
    if not rest or rest == ".":
        return False
    if "Q" in rest and (Takes.CLAUSE not in verb.takes or _quotes(tokens, at, place + rest.index("Q"))):
        return tokens.low[at] not in ("quoted", "quotes") or rest[0] != "P"
    if Takes.OBJECT in verb.takes and _judged(tokens, place):
        return True
    return Takes.CLAUSE in verb.takes and (_named(tokens, at, place) or follows_clause(tokens, at, place))


def _quotes(tokens: Tokens, at: int, quotation: int) -> bool:
    """Return whether a quotation after a verb is what is said, not a word that is written somewhere."""
    tags = tokens.tags
    return tags[quotation - 1] in ",:sgS" or len(tokens.words[quotation].split()) > 2 or "S" in tags[at:quotation]


def _judged(tokens: Tokens, place: int) -> bool:
    """Return whether what is said of an object follows it: "accused him of theft", "urged them to go"."""
    tags, low = tokens.tags, tokens.low
    if low[place - 1] in forms("calling"):
        if low[place] in _OBJECTS:
            return tags[place + 1 : place + 2] in ("a", "d", "D", "w")
        return _CALLED.match(tags, place) is not None
    found = _OBJECT.match(tags, place)
    return found is not None and (
        tags[found.end() : found.end() + 1] == "t"
        or low[found.end() : found.end() + 1] == ["as"]
        or any(word in ("of", "as", "for") for word in low[place + 1 : found.end()])
        or low[place] in ("for", "on")
    )


def _named(tokens: Tokens, at: int, place: int) -> bool:
    """Return whether a verb says something by what it names, without a clause."""
    word, after, tag = tokens.low[at], tokens.low[place], tokens.tags[place]
    if word in forms("saying"):
        return tag in "dDCcwpNHSaTVPi" and after not in _LITTLE
    if word in forms("committing") and tag in "tdDCcwpN":
        return True
    if word in forms("warning") and after in ("of", "against", "about"):
        return True
    if word in forms("asserting") and tag in "dDCcwpNPH":
        return after not in _NO_ASSERTION
    return after in _SO and len(tokens.tags) - place < 3


def follows_clause(tokens: Tokens, at: int, place: int) -> bool:
    """Return whether a clause follows a verb, with "that" or without."""
    word, rest = tokens.low[at], tokens.tags[place : place + _WINDOW]
    for n, tag in enumerate(rest):
        if tag == "S" and not _opens_clause(tokens.low[place + n], word, n):
            break
        if tag == "S" and (
            word in forms("telling")
            or word in forms("asking")
            or word in forms("voicing")
            or _LINK.fullmatch(rest, 0, n)
        ):
            return True
        if (tag == ":" and place + n + 1 < len(tokens.tags)) or (tag == "R" and n < 3):
            return True
        if tag in ";.":
            break
    rest = rest.lstrip("aT")
    if word in forms("voicing"):
        return False
    if word in forms("telling"):
        return _TOLD.match(rest) is not None
    return rest[:1] not in ("t", "i", "g") and _CLAUSE.match(rest) is not None


def _opens_clause(word: str, verb: str, distance: int) -> bool:
    if word in _WHEN:
        return distance < 2
    return word in _CLAUSES and not (word == "that" and verb in forms("asking"))
