"""Cues of attribution in a sentence: verbs of speech with their subjects, "according to", a colon, a dash.

A verb of speech attributes something only where something is said: a clause or a quotation follows or stands before it,
or the verb is one that needs no more than an object ("blasted the plan"). Beside a quotation any verb serves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from annotated_corpus.claims.speakers.phrases import Phrase, after, subject
from annotated_corpus.claims.speakers.tokens import Tokens
from annotated_corpus.language.en.speech import Form, Takes, alternatives, participles


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


class Cue(NamedTuple):
    """A cue: ``phrase`` names the source, ``at`` is its verb."""

    kind: Kind
    phrase: Phrase
    at: int
    before: str = ""


AND_SAYS = re.compile(
    rf"\band (?:\w+ )?(?:{alternatives(Takes.CLAUSE)})\b|[,;] (?:\w+ly |also |only )?(?:{participles()})\b"
)
"""Where a sentence goes on to what its subject says: "opened the port and said", "opened the port, adding"."""
_MODALS = frozenset("would can could may might must should shall did does do will he'd she'd they'd".split())
_CHAINS = frozenset(
    """went continued appeared seemed sought tried attempted began proceeded rushed goes continues seems appears seeks tries
    took takes used came started moved""".split()
)
_RECIPIENT = re.compile(r"(?:[dD]?[Ccwp N]+(?:[Pt][dD]?[CcwpN]+)*|H)")
_CLAUSE = re.compile(r"[a]*(?:[dDCcwpNPT&,a]|H){1,14}?(?:[ABVs])")
_CLOSED = re.compile(r"[,.?!…—–-]\W{0,2}$")
_SPEECH_OPENS = re.compile(r"[\"“”'‘«„\s]*[^\W\d_a-z…]")
_AFTER_TAG = frozenset(",.PSTatQ:;(R")
_INVERTS = frozenset("said says added adds explained argued noted recalled".split())
"""Verbs that stand before their subject without a quotation too: "…, said Olaf Lund"."""
_SO = frozenset("no yes so otherwise nothing goodbye".split())


def cues(tokens: Tokens) -> Iterator[Cue]:
    """Give the cues of a sentence in their order."""
    tags = tokens.tags
    for found in re.finditer("[sVg]|Q", tags):
        at = found.start()
        tag = found[0]
        if tag == "s":
            yield from _finite(tokens, at)
        elif tag == "V":
            yield from _beside(tokens, at)
        elif tag == "g":
            yield from _participle(tokens, at)
        else:
            yield from _without_verb(tokens, at)
    yield from _according(tokens)


def _finite(tokens: Tokens, at: int) -> Iterator[Cue]:
    tags, verb = tokens.tags, tokens.verbs[at]
    group, blocked = _group(tokens, at)
    if blocked:
        return
    beside = [*_beside(tokens, at)]
    if beside:
        yield from beside
        return
    if Takes.CLAUSE not in verb.takes and Takes.OBJECT not in verb.takes:
        return
    if group == at and (inverted := _inverted(tokens, at)):
        yield inverted
        return
    before = tags[group - 1] if group else "^"
    if before == "&" or (before == "," and tags[group - 2 : group - 1] == "&") or (
        before == "S" and tokens.low[group - 1] == "but"
    ):
        if _content(tokens, at) and (phrase := _main_subject(tokens, group)):
            yield Cue(Kind.CHAIN, phrase, at)
        return
    found = subject(tokens, group)
    if found is None:
        return
    if found.relative:
        if _content(tokens, at):
            yield Cue(Kind.RELATIVE, found.phrase, at)
        return
    tail = tags[at + 1 + len(verb.particles & set(tokens.low[at + 1 : at + 2])) :]
    first = found.phrase.first
    if found.before in ",:" and first > 3 and Takes.CLAUSE in verb.takes and (
        tail[:1] in _AFTER_TAG or not tail or _told(tokens, at)
    ):
        opened = tags.rfind(",", 0, first - 1)
        fronted = re.match(r"[aS&,]*[PTaiSg]", tags)
        whole = re.search("[ABVs]", tags[:first]) or "Q" in tags[:first]
        if (whole or opened > 0) and not (fronted and opened < 0 and _content(tokens, at)):
            yield Cue(Kind.TAG, found.phrase, at, found.before)
            return
        if not fronted and (tail[:1] == "," or tail in (".", "")):
            yield Cue(Kind.TAG, found.phrase, at, found.before)  # "The dam, engineers say, is old."
            return
    if not _content(tokens, at):
        return
    if found.before == "S":
        word = tokens.low[first - 1]
        kind = Kind.MAIN if word in ("but", "so") or first == 1 and word == "yet" else Kind.INNER
        yield Cue(kind, found.phrase, at, found.before)
    elif found.before in "^,:;(.Q&T":
        yield Cue(Kind.MAIN, found.phrase, at, found.before)


def _group(tokens: Tokens, at: int) -> tuple[int, bool]:
    """Return where the verb group begins, and whether it denies, supposes or is passive."""
    tags, low, verb = tokens.tags, tokens.low, tokens.verbs.get(at)
    group = at
    while group and at - group < 8:
        tag, word = tags[group - 1], low[group - 1]
        if tag == "n" or (tag in "AV" and word.endswith("n't")):
            return group, True
        if tag == "B":
            return group, True
        if tag == "A":
            if word in _MODALS:
                return group, True
            group -= 1
        elif tag == "a":
            group -= 1
        elif tag == "T":
            group -= 1 + (group > 1 and tags[group - 2] == "P")
        elif tag == "w" and word in ("week", "month", "year") and low[group - 2 : group - 1] in (["last"], ["this"]):
            group -= 2
        elif tag == "t":
            if tags[group - 2 : group - 1] in ("V", "s", "a", "P") and (
                low[group - 2] in _CHAINS or low[group - 3 : group - 2] in (["went"], ["goes"])
            ):
                group -= 2 if low[group - 2] in _CHAINS else 3
            else:
                return group, True
        else:
            break
    if verb and verb.form is Form.PARTICIPLE and group == at:
        return group, True
    if verb and verb.form is Form.BASE:
        if tags[:1] in ("A", "B") or (tags[:1] == "V" and low[0].endswith("n't")):
            return group, True
        left = low[group - 1] if group else ""
        singular = tags[group - 1 : group] == "C" and not left.endswith("s") and tags[group - 2 : group - 1] != "&"
        return group, singular or tags[group - 1 : group] in ("p", "c", "P", "", ".")
    return group, False


def _told(tokens: Tokens, at: int) -> bool:
    """Return whether nothing but the person told follows a verb: "…, he told reporters."."""
    found = _RECIPIENT.match(tokens.tags, at + 1)
    return tokens.low[at] in ("told", "tells", "tell") and found is not None and tokens.tags[
        found.end() : found.end() + 1
    ] in ("", ".", ",", "T", "P", "Q", "S", "a", "i", "g")


def _content(tokens: Tokens, at: int) -> bool:
    """Return whether what is said follows a verb."""
    tags, low, verb = tokens.tags, tokens.low, tokens.verbs[at]
    place = at + 1
    if low[place : place + 1] and low[place] in verb.particles:
        place += 1
        if Takes.OBJECT in verb.takes and not verb.alone:
            return True
    rest = tags[place:]
    if not rest or rest == ".":
        return False
    window = rest[:25]
    stop = len(window)
    if "Q" in window[:stop]:
        return True
    if Takes.OBJECT in verb.takes and _judged(tokens, place):
        return True
    if Takes.CLAUSE not in verb.takes:
        return False
    if low[place] in _SO and len(rest) < 3:
        return True
    for n, tag in enumerate(window):
        word = low[place + n]
        if tag == "S" and word in ("that", "whether", "if", "why", "how", "what", "when", "where"):
            return True
        if tag in ":" or (tag == "R" and n < 3):
            return True
        if tag in ";.":
            break
    while rest and rest[0] in "aT":
        rest = rest[1:]
    if low[at] in ("told", "tells", "tell", "warned", "reminded", "assured", "informed", "reassured", "asked", "urged"):
        return re.match(r"H|[dD]?[Ccwp]+", rest) is not None
    return rest[:1] not in ("t", "i", "g") and _CLAUSE.match(rest) is not None


def _judged(tokens: Tokens, place: int) -> bool:
    """Return whether what is said of an object follows it: "accused him of theft", "urged them to go"."""
    found = re.match(r"[aT]*(?:P?)(?:[dDCcwpN&PT]+|H)", tokens.tags[place : place + 20])
    after = place + found.end() if found else place
    return found is not None and (
        tokens.tags[after : after + 1] == "t"
        or any(word in ("of", "as", "for") for word in tokens.low[place + 1 : after])
        or tokens.low[place : place + 1] in (["for"], ["on"])
    )


def _beside(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the cue of a verb that stands beside a quotation, whatever verb it is."""
    tags, verb = tokens.tags, tokens.verbs.get(at)
    if "Q" not in tags:
        return
    group, blocked = _group(tokens, at)
    if blocked:
        return
    tail = at + 1
    if verb and tokens.low[tail : tail + 1] and tokens.low[tail] in verb.particles:
        tail += 1
    left = group - 2 if tags[group - 1 : group] == "," else group - 1
    if left >= 0 and tags[left] == "Q" and group == at and _closed(tokens, left):
        phrase = after(tokens, tail)
        if phrase and (verb or tags[phrase.end : phrase.end + 1] in ("", ".", ",", "P", "T", "Q")):
            yield Cue(Kind.QUOTED, phrase, at)
            return
    found = subject(tokens, group)
    if found is None or found.relative:
        return
    first = found.phrase.first
    left = first - 2 if found.before == "," else first - 1
    if left >= 0 and tags[left] == "Q" and _closed(tokens, left):
        if tags[tail : tail + 1] in ("", *_AFTER_TAG) or verb:
            yield Cue(Kind.QUOTED, found.phrase, at)
        return
    following = re.match(r"[^Q;.]{0,14}?([,:]?)Q", tags[tail:])
    if following and found.before in "^,:;(.&QS":
        quotation = tail + following.end() - 1
        near = following.end() <= 2 or following[1]
        if (verb and Takes.CLAUSE in verb.takes) or (near and _SPEECH_OPENS.match(tokens.words[quotation])):
            if not verb and (following[1] == "" or len(tokens.words[quotation].split()) < 3):
                return
            inner = found.before == "S" and tokens.low[first - 1] not in ("but", "so")
            yield Cue(Kind.INNER if inner else Kind.QUOTED, found.phrase, at, found.before)


def _closed(tokens: Tokens, quotation: int) -> bool:
    """Return whether a quotation ends as what is said does, with a comma or another stop."""
    return tokens.tags[quotation + 1 : quotation + 2] == "," or _CLOSED.search(tokens.words[quotation]) is not None


def _inverted(tokens: Tokens, at: int) -> Cue | None:
    """Return the cue of a verb that stands before its subject: "…, said Olaf Lund"."""
    tags = tokens.tags
    if at and not (tags[at - 1] == "," and at > 2) or Takes.CLAUSE not in tokens.verbs[at].takes:
        return None
    if tokens.low[at] not in _INVERTS:
        return None
    phrase = after(tokens, at + 1)
    if phrase is None or tags[phrase.first] in "DN":
        return None
    if at == 0:
        return Cue(Kind.QUOTED, phrase, at) if tags[phrase.end : phrase.end + 1] in (":", ",") else None
    if tags[phrase.end : phrase.end + 1] in ("", ".", ",", "P", "S", "R", "(", "T", "i"):
        if "C" in tags[phrase.first : phrase.end] or tags[phrase.first] in "dH":
            return Cue(Kind.TAG, phrase, at)
    return None


def _participle(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the cue of "…, saying that", whose subject is that of the sentence."""
    tags = tokens.tags
    if tokens.low[at] in ("quoting", "citing") and (cited := after(tokens, at + 1)):
        yield Cue(Kind.ACCORDING, cited, at)
        return
    if at < 2 or tags[at - 1] not in ",&aQS" or Takes.CLAUSE not in tokens.verbs[at].takes or not _content(tokens, at):
        if at > 1 and tags[at - 1] in "Ba":  # "is charging that"
            group = at
            while group and tags[group - 1] in "aBA":
                group -= 1
            if "B" in tags[group:at] and _content(tokens, at) and tokens.low[group] not in _MODALS:
                found = subject(tokens, group)
                if found and found.before in "^,;Q.:" and not found.relative:
                    yield Cue(Kind.MAIN, found.phrase, at, found.before)
        return
    phrase = _main_subject(tokens, at)
    if phrase:
        yield Cue(Kind.CHAIN, phrase, at)


def first_subject(tokens: Tokens) -> Phrase | None:
    """Return the subject of the first finite verb of a sentence."""
    return _main_subject(tokens, len(tokens.tags))


def _main_subject(tokens: Tokens, limit: int) -> Phrase | None:
    """Return the subject of the first finite verb of the sentence, before a token."""
    tags = tokens.tags
    found = None
    for verb in re.finditer("[VABs]", tags[:limit]):
        group = verb.start()
        while group and tags[group - 1] == "a":
            group -= 1
        found = subject(tokens, group)
        if found is None or found.relative:
            continue
        opens = found.before == "^" or re.fullmatch(
            r"[&aSPTdDCcwpN]*,|[a&,]+|S|[TP]+|:", tags[: found.phrase.first]
        )
        fronted = found.before == "S" and tokens.low[found.phrase.first - 1] not in ("but", "so")
        if opens and not fronted:
            return found.phrase
        if not fronted:
            return None
    return None


def _according(tokens: Tokens) -> Iterator[Cue]:
    low = tokens.low
    for at in range(len(low) - 2):
        if low[at] == "according" and low[at + 1] == "to":
            phrase = after(tokens, at + 2)
            if phrase:
                yield Cue(Kind.ACCORDING, phrase, at)
        elif low[at] == "quoted" and low[at + 1] == "as" and low[at + 2] in ("saying", "telling"):
            group = at
            while group and tokens.tags[group - 1] in "aAB":
                group -= 1
            found = subject(tokens, group) if "B" in tokens.tags[group:at] else None
            phrase = found.phrase if found else after(tokens, at + 1)
            if phrase:
                yield Cue(Kind.MAIN, phrase, at)


_COLON = re.compile(r"[dD]?[CcwpN]+(?:[Pt][dD]?[CcwpN]+)*(?:\(C+\))?:Q")
_DASH = re.compile(r"[:]([dD]?[CcwpN]+)(?:,.*)?\.?$")


def _without_verb(tokens: Tokens, at: int) -> Iterator[Cue]:
    """Give the name before a colon or after a dash that stands beside a quotation."""
    tags = tokens.tags
    if at > 1 and tags[at - 1] == ":" and tokens.words[at - 1] == ":":
        found = _COLON.match(tags)
        if found and found.end() == at + 1:
            yield Cue(Kind.QUOTED, Phrase(0, at - 1), at)
    tail = tags[at + 1 : at + 12]
    found = _DASH.match(tail)
    if found and tokens.words[at + 1] != ":" and "C" in found[1] and at + 1 + len(tail) == len(tags) and at < 2:
        yield Cue(Kind.QUOTED, Phrase(at + 2, at + 1 + found.end(1)), at)
