"""Give each line of an article its kind: by its own cues first, then by its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from annotated_corpus.language.capitals import CAPITAL
from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.particles import PARTICLES
from annotated_corpus.model import BlockKind
from annotated_corpus.text import credits, cues, furniture, vocabulary
from annotated_corpus.text.sentences import split_sentences

_BULLET = re.compile(r"[•·▪◦‣*–—-]\s+\S")
_CAPITAL = re.compile(CAPITAL)
_SMALL_LINK = frozenset("at in of the for and".split()) | PARTICLES
_SEPARATED = re.compile(r"[|>»›/·•]")
_REWORDED = 0.7  # least likeness by words of a stated title to the printed one
_HEADING = frozenset(
    "related tags tag topics topic recommended popular trending watched read latest more filed picks".split()
)


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the seed as text; ``joined``: it stands in one line of the seed with what is before it."""

    start: int
    end: int
    text: str
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Kinded:
    """A line with its kind and the reason for it."""

    line: Line
    kind: BlockKind
    reason: str = ""

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.line.text

    @property
    def body(self) -> bool:
        """Whether no cue has spoken yet."""
        return self.kind is BlockKind.PARAGRAPH

    def to(self, kind: BlockKind, reason: str) -> Kinded:
        """Return the same line with another kind."""
        return replace(self, kind=kind, reason=reason)


def assign(lines: Sequence[Line], title: str = "") -> list[Kinded]:
    """Give every line its kind; ``title`` is the one that the sidecar states."""
    kinded = [_alone(line) for line in lines]
    _captions(kinded)
    _head(kinded, title)
    _lists(kinded)
    return kinded


def _alone(line: Line) -> Kinded:
    for kind, cue in (
        (BlockKind.FURNITURE, furniture.reason),
        (BlockKind.CREDIT, credits.credit),
        (BlockKind.CAPTION, credits.caption),
    ):
        if reason := cue(line.text):
            return Kinded(line, kind, reason)
    return Kinded(line, BlockKind.PARAGRAPH)


def _captions(lines: list[Kinded]) -> None:
    """What a photo credit is glued to is a caption; so is a short silent line before a labelled one."""
    for index in range(len(lines) - 1):
        each, after = lines[index], lines[index + 1]
        if not each.body or not credits.photo_credit(after.text):
            continue
        glued = after.line.joined
        if glued or (index and credits.labelled_photo_credit(after.text) and _still(each.text)):
            lines[index] = each.to(BlockKind.CAPTION, "stands before the credit of a photograph")


def _still(text: str) -> bool:
    return len(cues.words(text)) <= 25 and cues.stopped(text) and not re.search('["“]', text)


def _head(lines: list[Kinded], stated: str) -> None:
    """Find the section label, the title, bylines and highlights, which only their place tells."""
    body = [index for index, each in enumerate(lines) if each.body]
    if not body:
        return
    begin = next((index for index in body if _opens_body(lines[index].text)), body[-1])
    found = _title(lines, body, begin, stated)
    if found is None:
        return
    for index in body:
        if index < found and _section(lines[index].text):
            lines[index] = lines[index].to(BlockKind.FURNITURE, "the name of a section, above the title")
    lines[found] = lines[found].to(BlockKind.TITLE, "stands first and reads like a headline")
    for index in range(found + 1, begin):
        each = lines[index]
        if each.body and _byline(each.text, lines[found].text):
            lines[index] = each.to(BlockKind.CREDIT, "a name between title and body")
        elif (
            each.body and len(cues.words(each.text)) <= 40 and (_BULLET.match(each.text) or not cues.stopped(each.text))
        ):
            lines[index] = each.to(BlockKind.HIGHLIGHT, "a point between title and body")


def _opens_body(text: str) -> bool:
    if report(text):
        return True
    return not _BULLET.match(text) and cues.stopped(text) and text.rstrip("\"'”’»)").endswith((".", "。", "।", "…"))


def _title(lines: Sequence[Kinded], body: Sequence[int], begin: int, stated: str) -> int | None:
    if stated:
        wanted = cues.words(stated)
        same = next((index for index in body[:6] if cues.words(lines[index].text) == wanted), None)
        if same is not None:
            return same
    first = next((index for index in body if not _section(lines[index].text)), None)
    if first is None:
        return None
    if stated and _reworded(cues.words(stated), cues.words(lines[first].text)):
        return first
    if first >= begin or not _opens_body(lines[begin].text):
        return None
    return first if _headline(lines[first].text) else None


def _reworded(stated: Sequence[str], printed: Sequence[str]) -> bool:
    """Whether a stated title is a printed one with a correction, though the latter may read like a sentence."""
    return Indel.normalized_similarity(stated, printed, score_cutoff=_REWORDED) > 0


def _section(text: str) -> bool:
    found = cues.words(text)
    if not found or len(found) > 8 or cues.stopped(text):
        return False
    if set(found) <= vocabulary.SECTIONS:
        return True
    return bool(_SEPARATED.search(text)) and found[0] in vocabulary.SECTIONS


def _headline(text: str) -> bool:
    if len(text) > 220 or len(cues.words(text)) > 30 or _BULLET.match(text):
        return False
    bare = text.rstrip("\"'”’»)")
    if bare.endswith((",", ";", ":", "—", "–", ".")) or (bare != text and bare.endswith(("!", "?"))):
        return False  # a sentence, or the start of one
    inner = split_sentences(text)[:-1]
    return not text[:1].islower() and not any(text[each.start : each.end].endswith(".") for each in inner)


def _byline(text: str, title: str) -> bool:
    """Whether a line between title and body is nothing but a name, perhaps with a role or a place."""
    found = cues.WORD.findall(text)
    if not 2 <= len(found) <= 9 or any(char.isdigit() for char in text) or cues.stopped(text):
        return False
    capital = [bool(_CAPITAL.match(word)) for word in found]
    if not (capital[0] and capital[1]):
        return False
    if set(cues.words(text)) & vocabulary.ROLES:
        return True
    named = all(big or word in _SMALL_LINK for big, word in zip(capital, found, strict=True))
    return named and len(found) <= 6 and not _title_case(title)


def _title_case(text: str) -> bool:
    found = [word for word in cues.WORD.findall(text) if len(word) > 3]
    return sum(bool(_CAPITAL.match(word)) for word in found) > 0.8 * len(found)


def _lists(lines: list[Kinded]) -> None:
    """Lines under a heading like "Related" or "Tags" are pointers: headlines, and at the end of the page any."""
    last = max((index for index, each in enumerate(lines) if each.body and cues.stopped(each.text)), default=-1)
    under = False
    for index, each in enumerate(lines):
        if each.kind is BlockKind.FURNITURE:
            under = under or (furniture.interface(each.text) and bool(_HEADING & set(cues.words(each.text))))
        elif not each.body or cues.stopped(each.text):
            under = False
        elif under and (index > last or len(cues.words(each.text)) >= 5):
            lines[index] = each.to(BlockKind.FURNITURE, "stands in a list of other articles or topics")
        else:
            under = False
