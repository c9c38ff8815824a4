"""Reasons: what spoke for a reading, in plain words."""

from __future__ import annotations

from collections.abc import Sequence

from annotated_corpus.entities.cutting import Stretch, best, unpack
from annotated_corpus.entities.gazetteer import KINDS
from annotated_corpus.entities.recognise import Recogniser, chunked, focus, recall
from annotated_corpus.entities.signals import OTHER, PERSON, PLACE
from annotated_corpus.entities.tokens import Chunk, searchable, spelled
from annotated_corpus.model import Block

MOST = 3
_LABELS = {PERSON: "a person", PLACE: "a place", OTHER: "neither a person nor a place"}
_CODES = {
    "Y": "a form of address",
    "D": "a people or faith",
    "M": "a day or month",
    "T": "a title",
    "R": "a direction",
    "H": "a word of geographical names",
    "B": "a well-known organisation or product",
    "O": "a word of organisations",
    "A": "an acronym",
    "L": "a known place",
    "G": "a given name",
    "g": "a given name that is a common word too",
    "S": "a surname",
    "s": "a surname that is a common word too",
    "C": "a common word",
    "U": "a word in none of the lists",
    "i": "an initial",
    "p": "a particle",
    "-": "a hyphen",
    "9": "a figure",
    "w": "a word in lower case",
}
_GAZETTEER = {letter: kind for kind, letter in KINDS.items()} | {
    "W": "sea, river or mountain",
    "B": "large city",
    "M": "city",
    "V": "town",
    "R": "region",
    "S": "seat of a government",
}
_SIDES = {
    "SAY": "a verb of speech",
    "ROLE": "an office or trade",
    "PLN": "a word for a kind of place",
    "^": "the edge of the text",
    "'s": "a possessive",
    "9": "a figure",
    "w": "a word in lower case",
    "ed": "a word in -ed",
    "ing": "a word in -ing",
}


def _side(value: str) -> str:
    value = value.rstrip("~")
    if value in _SIDES:
        return _SIDES[value]
    if value[:1] in ("c", "^") and value[1:] in _CODES:
        return _CODES[value[1:]]
    return f"“{value}”"


def phrase(signal: str) -> str:
    """Say what a signal means; empty for those that are only fine tuning."""
    family, _, value = signal.partition("=")
    if family == "gaz":
        return (
            f"the gazetteer has it as a {_GAZETTEER[value[0]]}"
            if value[0] in _GAZETTEER
            else "the gazetteer does not have it"
        )
    if family == "pattern":
        parts = [_CODES[code] for code in value if code in _CODES]
        return ("it is " if len(parts) == 1 else "it is made of ") + ", ".join(parts)
    if family.endswith(",pattern"):
        return ""
    if family.startswith("left") and family != "left2":
        return f"before it stands {_side(value[:-1] if ',' in family else value)}"
    if family.startswith("right") and family != "right2":
        return f"after it stands {_side(value[:-1] if ',' in family else value)}"
    if family.startswith("link"):
        held = {"O": "an organisation's name", "T": "a title"}.get(value[value.index(" ") + 1 :].lstrip("+")[:1])
        return f"it hangs on {held} before it" if held else ""
    if family in ("first", "last"):
        kind = {"g": "a given name", "b": "a given name and a surname", "s": "a surname"}.get(value[0])
        if value[-1] == "1":
            return f"it is {kind}" if kind else ""
        return f"its {family} word is {kind}" if kind else ""
    if family in _COUNTED and not value[_COUNTED[family]].strip("0"):
        return ""
    if family == "has":
        return f"it contains {_CODES[value]}" if value in _CODES else ""
    return _FIXED.get(family, "")


# Signals that begin with counts in one character each: which of them must not be none.
_COUNTED = {
    "seen": slice(0, 2),
    "seen person": slice(0, 1),
    "seen place": slice(0, 1),
    "part": slice(0, 2),
    "part,seen": slice(0, 2),
    "part,right": slice(0, 2),
    "seen,right": slice(0, 2),
    "within": slice(0, 1),
    "ends": slice(0, 2),
    "low": slice(0, 1),
}
_FIXED = {
    "seen": "the same words stand elsewhere in the article",
    "seen person": "the article names a person so elsewhere",
    "seen place": "the article names a place so elsewhere",
    "part": "a longer name in the article has this word",
    "part,seen": "a longer name in the article has this word",
    "part,right": "a longer name in the article has this word",
    "seen,right": "the same words stand elsewhere in the article",
    "within": "names of something else in the article have this word",
    "ends": "its first or last word is known from other names in the article",
    "low": "its first word also stands in lower case in the article",
    "near left": "the name before it, joined by a word or a comma",
    "near right": "the name after it, joined by a word or a comma",
    "initial": "it begins a sentence",
    "initial,right": "it begins a sentence",
}


def why(blocks: Sequence[Block], number: int, offset: int, using: Recogniser) -> str:
    """Say what the words at an offset of block ``number`` were taken for, and why; empty if they are no name."""
    texts = {n: searchable(block) for n, block in enumerate(blocks) if block.kind.asserts}
    found, seen = chunked(texts, using.places)
    position = next((k for k, chunk in enumerate(found) if chunk.number == number and _covers(chunk, offset)), None)
    if position is None:
        return ""
    once = using.first_reading(found, seen)
    memory = recall(found, once)
    focus(memory, found, once, position)
    chunk = found[position]
    described = {(i, j): said for i, j, said in using.describe(chunk, seen, memory)}
    cut = best(len(chunk.words), [using.score(said, 1) for said in described.values()])
    i, j, label = next(each for each in using.read(found, seen)[position] if _within(chunk, each, offset))
    name = texts[number][chunk.spans[i][0] : chunk.spans[j - 1][1]]
    if label == PLACE and using.words.own(spelled(chunk.words[i:j])):
        return f"“{name}” reads as {_LABELS[label]}: your gazetteer lists it"
    told = _strongest(described[i, j], label, using) if (i, j, label) in cut else ["the rest of the article says so"]
    return f"“{name}” reads as {_LABELS[label]}" + (f": {'; '.join(told)}" if told else "")


def _within(chunk: Chunk, stretch: Stretch, offset: int) -> bool:
    return chunk.spans[stretch[0]][0] <= offset < chunk.spans[stretch[1] - 1][1]


def _covers(chunk: Chunk, offset: int) -> bool:
    return chunk.spans[0][0] <= offset < chunk.spans[-1][1]


def _strongest(signals: Sequence[str], label: int, using: Recogniser) -> list[str]:
    ranked = sorted(
        (
            (row[label] - max(row[k] for k in range(3) if k != label), signal)
            for signal in signals
            if signal in using.weights and (row := unpack(using.weights[signal], 1))
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    said = dict.fromkeys(phrase(signal) for gain, signal in ranked if gain > 0)
    said.pop("", None)
    return list(said)[:MOST]
