"""Noun phrases of those who speak: which tokens before or after a verb name its subject.

[the mayor of Larnvik], Ida Holm, said      the phrase, its apposition
[Jane Roe], D-Ohio, said                    a name and an aside
[officials] who spoke with the Post said    a relative clause belongs to the phrase before it
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from annotated_corpus.claims.speakers.tokens import Tokens

_NOMINAL = frozenset("CcwpNdD")
_ENDS = frozenset("CwND'")
_FINITE = frozenset("VABs")
_LONGEST = 40
"""A phrase has at most so many tokens, and a verb is at most so far from its subject."""
_ASIDES = 4
"""At most so many commas stand between a subject and its verb."""
_NAME = re.compile(r"C+")
_NAME_OF = re.compile(r"(C+)(?:PC+)?")
_ROLE = re.compile(r"(?:[dDpcwN]|C(?=[Cwcp]*[wP]))[CcwpN]*(?:[Pt][dD]?[CcwpN]+|&[CcwpN]+)*")
_SEAT = re.compile(r"\(?[A-Z]{1,3}-[A-Z][\w.]*\)?|\d{1,3}")
"""What stands between commas after a name and is none: the party and state of a member ("D-Ohio"), an age."""
_ASIDE = re.compile(r"R|[dDNCcwpPgiVa]|S[aViP]")


class Phrase(NamedTuple):
    """The tokens of a noun phrase: from ``first`` up to ``end``; ``apposed`` is where a name stands beside it."""

    first: int
    end: int
    apposed: tuple[int, int] | None = None


class Subject(NamedTuple):
    """The subject of a verb, and what stands before it: "^" at the start, else the letter of a token.

    ``relative`` says that it is the antecedent of "who".
    """

    phrase: Phrase
    before: str
    relative: bool = False


def subject(tokens: Tokens, verb: int) -> Subject | None:
    """Return the subject that stands before the verb group that begins at ``verb``."""
    tags = tokens.tags
    at = _outside(tags, verb)
    if at == 0:
        return None
    last = tags[at - 1]
    if last == "R" or (last == "S" and at > 1 and tokens.low[at - 1] == "that" and tags[at - 2] in "CwN"):
        at -= 1 + (at > 1 and tags[at - 2] == ",")
        found = _before(tokens, at)
        return found and found._replace(relative=True)
    if last == "H":
        return Subject(Phrase(at - 1, at), tags[at - 2] if at > 1 else "^")
    if last in ",:" and at > 1:
        return _beyond(tokens, at - 1)
    return _before(tokens, at)


def _outside(tags: str, at: int) -> int:
    """Return where brackets that end before ``at`` begin."""
    if at and tags[at - 1] == ")":
        opening = tags.rfind("(", max(0, at - _LONGEST), at)
        return opening if opening > 0 else at
    return at


def _beyond(tokens: Tokens, comma: int) -> Subject | None:
    """Return the subject before an aside that ends with a comma: "Jane Roe, who runs the port, said"."""
    tags, mark = tokens.tags, tokens.tags[comma]
    commas = [comma]
    at = comma
    while len(commas) <= _ASIDES:
        floor = max(0, commas[-1] - _LONGEST)
        left = max(tags.rfind(mark, floor, at), tags.rfind("Q", floor, at), tags.rfind(";", floor, at))
        if left < 0 or tags[left] != mark:
            break
        commas.append(left)
        at = left
    if len(commas) == 1:  # a stray comma after a quotation: "“…,” Belinda Wright, told reporters"
        found = _before(tokens, comma)
        return found if found and found.before == "Q" and _NAME.fullmatch(tags, found.phrase.first, comma) else None
    found = None
    for right, left in pairwise(commas):
        if left + 1 >= right or not _ASIDE.match(tags, left + 1):
            return None
        if (
            tags[left + 1] in "dDCw"
            and re.search(r"V(?![Piatg,])", tags[left + 1 : right])
            and not re.search("[RS]", tags[left:right])
        ):
            return None
        candidate = _before(tokens, _outside(tags, left))
        if candidate is None:
            return None
        if _SEAT.fullmatch(tokens.join(*candidate.phrase[:2])):
            continue
        found = candidate
        break
    if found is None:
        return None
    first, end = found.phrase.first, found.phrase.end
    if _NAME.fullmatch(tags, first, end):
        return found
    right = end + 1 if tags[end : end + 1] == "," else len(tags)
    name = _NAME_OF.match(tags, right) if not found.phrase.apposed else None
    if name and tags[name.end() : name.end() + 1] == ",":  # "the mayor of Larnvik, Ida Holm,"
        return found._replace(phrase=Phrase(first, end, name.span(1)))
    return found


def _before(tokens: Tokens, end: int) -> Subject | None:
    """Return the subject that ends right before a token."""
    tags = tokens.tags
    first, fronted = _left(tokens, end)
    if first >= end:
        return None
    before = tags[first - 1] if first else "^"
    if fronted or before in "VAB":
        return _with_relative(tokens, first, end) or (_after_front(tokens, first, end) if fronted else None)
    if before in "isg":
        return None
    return Subject(Phrase(first, end, _bearer(tokens, first, end)), before)


def _bearer(tokens: Tokens, first: int, end: int) -> tuple[int, int] | None:
    """Return the name beside which a role stands: "Jane Roe, D-Ohio, [the top Democrat on the panel]"."""
    tags = tokens.tags
    at = first
    for _ in range(2):
        if at < 2 or tags[at - 1] != "," or not _ROLE.fullmatch(tags, first, end):
            return None
        start = at - 1
        while start and tags[start - 1] in "CN":
            start -= 1
        if start < at - 1 and not _SEAT.fullmatch(tokens.join(start, at - 1)):
            return (start, at - 1) if start == 0 or tags[start - 1] in "^,:;QS&(a" else None
        at = start
    return None


def _left(tokens: Tokens, end: int) -> tuple[int, bool]:
    """Return where the phrase that ends before a token begins, and whether that is a preposition."""
    tags = tokens.tags
    at, floor = end, max(0, end - _LONGEST)
    joined = determined = False  # "and" was passed; a determiner was, before which a noun phrase goes no further
    while at > floor:
        tag, left = tags[at - 1], tags[at - 2] if at > 1 else "^"
        step = 1
        if tag in "Pt":
            if left not in _ENDS or at == end:
                return at - 1, at < end
            determined = False
        elif tag == "&" and at < end and (left in _ENDS or left == ","):
            step, joined, determined = 1 + (left == ","), True, False
        elif tag == "," and joined and left == "C" and tags[at] in "C&" and _listed(tags, at - 1):
            determined = False
        elif tag == ")" and at < end and (opening := tags.rfind("(", floor, at)) > 0:
            step = at - opening
        elif tag in _NOMINAL and not (determined and tag not in "cpD"):
            determined = tag in "dD"
        else:
            break
        at -= step
    return at, False


def _listed(tags: str, comma: int) -> bool:
    """Return whether nothing but a name stands between a comma and what begins a clause or a list."""
    at = comma
    while at and tags[at - 1] == "C":
        at -= 1
    return at == 0 or tags[at - 1] in ",&S:;Q("


def _with_relative(tokens: Tokens, first: int, end: int) -> Subject | None:
    """Return the subject whose relative clause ends before a token: "those who spoke with the Post said"."""
    tags = tokens.tags
    floor = max(0, first - _LONGEST)
    at = first
    while at > floor and tags[at - 1] in "CcwpNdDPtaTnABVi":
        at -= 1
    who = at - 1
    if who > 0 and (tags[who] == "R" or (tags[who] == "S" and tokens.low[who] == "that" and tags[who - 1] in "wN")):
        start, fronted = _left(tokens, who)
        if start < who and not fronted:
            return Subject(Phrase(start, who), tags[start - 1] if start else "^")
    # "People briefed on the situation say": a participle after the noun
    past = max((n for n in range(first - 1, at, -1) if tags[n] == "V"), default=-1)
    if past > 0 and tokens.low[past].endswith("ed") and "A" not in tags[at:first] and "B" not in tags[at:first]:
        start, fronted = _left(tokens, past)
        if tags[past + 1] in "P" and start < past and not fronted and tags[at:past].count("V") == 0:
            return Subject(Phrase(start, past), tags[start - 1] if start else "^")
    return None


def _after_front(tokens: Tokens, first: int, end: int) -> Subject | None:
    """Return the name after what opens a sentence without a comma: "In a statement Petrov said"."""
    tags = tokens.tags
    at = end
    while at > first and tags[at - 1] == "C":
        at -= 1
    if at < end and at > first + 1 and tags[at - 1] == "w":
        return Subject(Phrase(at, end), "^")
    return None


def main_subject(tokens: Tokens, limit: int) -> Phrase | None:
    """Return the subject of the first finite verb of a sentence before a token, "in May" and the like before it."""
    tags = tokens.tags
    for count, verb in enumerate(_VERBS.finditer(tags, 0, limit)):
        first = verb.start()
        while first and tags[first - 1] == "a":
            first -= 1
        found = subject(tokens, first)
        if count > _CLAUSES:
            return None
        if found is None or found.relative:
            continue
        fronted = found.before == "S" and tokens.low[found.phrase.first - 1] not in ("but", "so")
        if not fronted:
            opens = found.before == "^" or _OPENING.fullmatch(tags, 0, found.phrase.first)
            return found.phrase if opens else None
    return None


_VERBS = re.compile("[VABs]")
_CLAUSES = 12
"""A subject is looked for before at most so many verbs."""
_OPENING = re.compile(r"[&aSPTdDCcwpN]*,|[a&,]+|S|[TP]+|:")
_NAMED_NEXT = re.compile(r"(?:V?[dCwp]{0,6}w)?(C+)")
_LISTED = re.compile(r"(?:,C+)*,?&C+")
_RIGHT = re.compile(r"[dD]{0,2}[CcwpN]+(?:(?:[Pt][dD]?[CcwpN]+)|(?:&[dD]?[CcwpN]+))*")


def after(tokens: Tokens, first: int) -> Phrase | None:
    """Return the noun phrase that begins at a token: ``said [Olaf Lund], leader of the dockers``."""
    tags = tokens.tags
    if tags[first : first + 1] == "H":
        return Phrase(first, first + 1)
    found = _RIGHT.match(tags, first, first + _LONGEST)
    if not found:
        return Phrase(first, first + 1) if tags[first : first + 1] == "D" else None
    end = found.end()
    if _NAME.match(tags, first, end) is None and tags[end : end + 1] == ",":
        name = _NAMED_NEXT.match(tags, end + 1)
        if name and tags[name.end() : name.end() + 1] in ("", ",", ".", "P"):
            return Phrase(first, end, name.span(1))
    if tags[end : end + 1] == ",":  # "said Petrov, Koval and Lind"
        listed = _LISTED.match(tags, end, end + _LONGEST)
        if listed and _NAME.fullmatch(tags, first, end):
            return Phrase(first, listed.end())
    return Phrase(first, end)
