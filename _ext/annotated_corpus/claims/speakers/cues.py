"""Cues of attribution in a sentence: verbs of speech with their subjects, "according to", a colon, a dash.

A verb of speech attributes something only where something is said (``content``), or where what is said stands before
it. Beside a quotation any verb serves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from annotated_corpus.claims.speakers.content import follows_clause, has_content
from annotated_corpus.claims.speakers.groups import MODALS, group
from annotated_corpus.claims.speakers.phrases import Phrase, Subject, after, main_subject, subject
from annotated_corpus.claims.speakers.tokens import Tokens
from annotated_corpus.language.en.speech import Form, Takes, forms, verbs


class Kind(IntEnum):
    """How a sentence attributes what it says, the outermost source first."""

    QUOTED = 0
    """The verb or the name stands beside a quotation."""
    TAG = 1
    """What is said stands before, or around: "The dam, engineers say, is old."."""
    ACCORDING = 2
    MAIN = 3
    """What is said follows: "Petrov said that …"."""
    CHAIN = 4
    """The verb is a later one of the subject of the sentence: "opened the port and said", "left, saying"."""
    RELATIVE = 5
    INNER = 6
    """In a clause of its own: "when Petrov said", "that Petrov said"."""
    FELT = 7
    """What somebody felt, which an agency reports: "The ministry hoped so, Interfax said"."""


class Cue(NamedTuple):
    """A cue: ``phrase`` names the source, ``at`` is its verb."""

    kind: Kind
    phrase: Phrase
    at: int


_TOLD = re.compile(r"(?:[dD]?[CcwpN]+(?:[Pt][dD]?[CcwpN]+)*|H)(?=$|[.,TPQSaig])")
_CLOSED = re.compile(r"[,.?!…—–-]\W{0,2}$")
_SPEECH_OPENS = re.compile(r"[\"“”'‘«„\s]*[^\W\d_a-z…]")
_AFTER_TAG = re.compile(r"$|[,.PSTatQ:;(R]")
_AFTER_NAME = re.compile(r"$|[.,PSR(Ti]|VP")
_FRONTED = re.compile(r"[aS&,]*[PTaiSg]")
"""What a sentence may open with before its subject: "In May, …"."""
_FOLLOWED = re.compile(r"[^Q;.]{0,14}?([,:]?)Q")
_SAID_BEFORE = re.compile("[ABVsQ]")
_OPENS = frozenset("^,:;(.Q&T")
"""What may stand before the subject of a main clause."""


def cues(tokens: Tokens) -> Iterator[Cue]:
    """Give the cues of a sentence."""
    for found in re.finditer("[sVgQ]", tokens.tags):
        at = found.start()
        if found[0] == "s":
            yield from _finite(tokens, at)
        elif found[0] == "V":
            yield from _by(tokens, at)
            yield from _beside(tokens, at)
        elif found[0] == "g":
            yield from _participle(tokens, at)
        else:
            yield from _without_verb(tokens, at)
    yield from _according(tokens)


def _finite(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the cue of a finite verb of speech."""
    takes = tokens.verbs[at].takes
    first, silent = group(tokens, at)
    if silent:
        return
    beside = [*_beside(tokens, at)]
    if beside or takes == {Takes.QUOTATION}:
        yield from beside
    elif first == at and (inverted := _inverted(tokens, at)):
        yield inverted
    elif _goes_on(tokens, first):
        phrase = main_subject(tokens, first) if has_content(tokens, at) else None
        if phrase:
            yield Cue(Kind.CHAIN, phrase, at)
    elif found := subject(tokens, first):
        kind = _kind(tokens, at, found)
        if kind is not None:
            yield Cue(kind, found.phrase, at)


def _goes_on(tokens: Tokens, first: int) -> bool:
    """Return whether a verb group has the subject of the verb before: "opened the port and said"."""
    tags = tokens.tags
    before = tags[first - 1 : first]
    then = before == "," and tokens.low[first] == "then"
    but = before == "S" and tokens.low[first - 1] == "but"
    return before == "&" or tags[max(0, first - 2) : first] == "&," or then or but


def _kind(tokens: Tokens, at: int, found: Subject) -> Kind | None:
    """Return how a verb with its subject before it attributes something, None if it does not."""
    if found.relative:
        return Kind.RELATIVE if has_content(tokens, at) else None
    verb, first = tokens.verbs[at], found.phrase.first
    if verb.takes == {Takes.FEELING}:
        return Kind.FELT if found.before == "^" and follows_clause(tokens, at, at + 1) else None
    if tokens.headline and verb.form is not Form.THIRD and tokens.low[at] not in forms("saying"):
        return None
    if _is_tag(tokens, at, found):
        return Kind.TAG
    if not has_content(tokens, at):
        return None
    if found.before == "S":
        word = tokens.low[first - 1]
        return Kind.MAIN if word in ("but", "so") or (first == 1 and word == "yet") else Kind.INNER
    return Kind.MAIN if found.before in _OPENS else None


def _is_tag(tokens: Tokens, at: int, found: Subject) -> bool:
    """Return whether what is said stands before a verb and its subject: "The dam is old, engineers say"."""
    tags, verb, first = tokens.tags, tokens.verbs[at], found.phrase.first
    tail = at + 1 + (tokens.low[at + 1 : at + 2] != [] and tokens.low[at + 1] in verb.particles)
    ends = tags[tail : tail + 1] in ("", ",", ".")
    if found.before == "S":  # "as Petrov points out"
        return ends and tokens.low[first - 1] == "as" and (first < 2 or tags[first - 2] in ",:S&")
    if found.before not in ",:" or first < 2 or Takes.CLAUSE not in verb.takes:
        return False
    if not ends and (first < 4 or not (_AFTER_TAG.match(tags, tail) or _told(tokens, at))):
        return False
    fronted = _FRONTED.match(tags) is not None
    several = tags.rfind(",", 0, first - 1) > 0
    whole = several or _SAID_BEFORE.search(tags, 0, first) is not None
    if whole and not (fronted and not several and has_content(tokens, at)):
        return True
    return ends and not fronted


def _told(tokens: Tokens, at: int) -> bool:
    """Return whether nothing but the person told follows a verb: "…, he told reporters."."""
    return tokens.low[at] in ("told", "tells", "tell") and _TOLD.match(tokens.tags, at + 1) is not None


def _by(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the cue of "it was revealed by the police that"."""
    verb = verbs().get(tokens.low[at])
    if verb and verb.alone and Takes.CLAUSE in verb.takes and tokens.low[at + 1 : at + 2] == ["by"]:
        passive = re.search("Ba*$", tokens.tags[max(0, at - 4) : at]) and tokens.low[at] not in forms("asking")
        phrase = after(tokens, at + 2) if passive else None
        if phrase and tokens.tags[phrase.first] in "dCcw":
            yield Cue(Kind.MAIN, phrase, at)


def _beside(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the cue of a verb that stands beside a quotation, whatever verb it is."""
    tags, verb = tokens.tags, tokens.verbs.get(at)
    if "Q" not in tags or (verb is None and tokens.headline):
        return
    first, silent = group(tokens, at)
    if silent:
        return
    tail = at + 1 + bool(verb and tokens.low[at + 1 : at + 2] and tokens.low[at + 1] in verb.particles)
    if first == at and _quotation_before(tokens, at) >= 0:
        phrase = after(tokens, tail)
        if phrase and (verb.takes != {Takes.OBJECT} if verb else tags[phrase.end : phrase.end + 1] in _ENDS):
            yield Cue(Kind.QUOTED, phrase, at)
            return
    found = subject(tokens, first)
    if found is None or found.relative:
        return
    quotation = _quotation_before(tokens, found.phrase.first)
    if quotation >= 0 and _spoken(tokens, quotation, at):
        if verb or _AFTER_TAG.match(tags, tail):
            yield Cue(Kind.QUOTED, found.phrase, at)
    elif (found.before in "^,:;(.&QS") and _followed(tokens, at, tail):
        inner = found.before == "S" and tokens.low[found.phrase.first - 1] not in ("but", "so")
        yield Cue(Kind.INNER if inner else Kind.QUOTED, found.phrase, at)


_ENDS = ("", ".", ",", "P", "T", "Q")


def _quotation_before(tokens: Tokens, first: int) -> int:
    """Return the quotation that ends right before a token as what is said does, with a comma or a stop; or -1."""
    comma = tokens.tags[first - 1 : first] == ","
    place = first - 1 - comma
    if place < 0 or tokens.tags[place] != "Q":
        return -1
    return place if comma or _CLOSED.search(tokens.words[place]) else -1


def _spoken(tokens: Tokens, quotation: int, at: int) -> bool:
    """Return whether a quotation before a verb that may have nothing to do with it is one of whole words."""
    verb = tokens.verbs.get(at)
    if verb and Takes.CLAUSE in verb.takes:
        return True
    ends = tokens.tags[at + 1 : at + 2] in ("", ".", ",", "P", "a", "T")
    return ends and _SPEECH_OPENS.match(tokens.words[quotation]) is not None


def _followed(tokens: Tokens, at: int, tail: int) -> bool:
    """Return whether a quotation follows a verb as what its subject says: "asked him, “Why?”", "mused: “It may”"."""
    verb = tokens.verbs.get(at)
    found = _FOLLOWED.match(tokens.tags, tail)
    if found is None:
        return False
    if verb and Takes.CLAUSE in verb.takes:
        return True
    quotation = tokens.words[found.end() - 1]
    near = found.end() - tail <= 2 or found[1] != ""
    whole = verb is not None or (found[1] != "" and len(quotation.split()) > 2)
    return near and whole and _SPEECH_OPENS.match(quotation) is not None


def _inverted(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of a verb that stands before its subject: "…, said Olaf Lund"."""
    tags = tokens.tags
    if tokens.low[at] not in forms("inverting") or (at and not (at > 2 and tags[at - 1] == ",")):
        return None
    phrase = after(tokens, at + 1)
    if phrase is None or (tags[phrase.first] in "DN" and phrase.end == phrase.first + 1):
        return None
    if at == 0:
        return Cue(Kind.QUOTED, phrase, at) if tags[phrase.end : phrase.end + 1] in (":", ",") else None
    names_somebody = "C" in tags[phrase.first : phrase.end] or tags[phrase.first] in "dDH"
    return Cue(Kind.TAG, phrase, at) if names_somebody and _AFTER_NAME.match(tags, phrase.end) else None


def _participle(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the cue of "…, saying that", whose subject is that of the sentence, of "is saying", and of "quoting"."""
    tags = tokens.tags
    if tokens.low[at] in ("quoting", "citing") and (cited := after(tokens, at + 1)):
        yield Cue(Kind.ACCORDING, cited, at)
        return
    if at == 0 or not has_content(tokens, at):
        return
    first = at
    while first and tags[first - 1] in "aBA":
        first -= 1
    if "B" in tags[first:at]:
        found = subject(tokens, first) if tokens.low[first] not in MODALS else None
        if found and found.before in "^,;Q.:" and not found.relative:
            yield Cue(Kind.MAIN, found.phrase, at)
    elif (tags[at - 1] in ",&aQS" or tokens.low[at - 1] == "by") and Takes.CLAUSE in tokens.verbs[at].takes:
        phrase = main_subject(tokens, at) if at > 1 else None
        if phrase:
            yield Cue(Kind.CHAIN, phrase, at)


def _according(tokens: Tokens) -> Iterator[Cue]:
    """Give the cues "according to Petrov" and "Petrov was quoted as saying"."""
    low = tokens.low
    for at in range(len(low) - 2):
        if low[at] == "according" and low[at + 1] == "to" and (at == 0 or tokens.words[at][0] == "a"):
            phrase = after(tokens, at + 2)
            if phrase:
                yield Cue(Kind.ACCORDING, phrase, at)
        elif low[at] == "quoted" and low[at + 1] == "as" and low[at + 2] in ("saying", "telling"):
            first = at
            while first and tokens.tags[first - 1] in "aAB":
                first -= 1
            found = subject(tokens, first) if "B" in tokens.tags[first:at] else None
            if found:
                yield Cue(Kind.MAIN, found.phrase, at)


_NAMED = re.compile(r"[dD]?[CcwpN]*C(?:,?&?C+)*(?:\(C+\))?")
_DASH = re.compile(r":([dD]?[CcwpN]{1,8})(?:,.{0,8})?\.?$")


def _without_verb(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the name before a colon or after a dash that stands beside a quotation."""
    tags = tokens.tags
    colon = at - 1 if tags[at - 1 : at] == ":" else tags.find(":", 0, min(at, _LONGEST))
    if colon > 0 and tokens.words[colon] == ":":
        first = max(tags.rfind(mark, max(0, colon - _LONGEST), colon) for mark in ":.;") + 1
        if _NAMED.fullmatch(tags, first, colon) and (colon == at - 1 or first == 0):
            yield Cue(Kind.QUOTED, Phrase(first, colon), at)
    found = _DASH.match(tags, at + 1) if at < 2 else None
    if found and tokens.words[at + 1] != ":" and "C" in found[1]:
        yield Cue(Kind.QUOTED, Phrase(at + 2, found.end(1)), at)


_LONGEST = 30
"""What stands before a colon has at most so many tokens."""
