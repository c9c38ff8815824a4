"""Give each line of an article its kind, with the reason in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotated_corpus.model import BlockKind
from annotated_corpus.text import cues

_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_STOPPED = re.compile(r"[.!?。！？।؟][\"'”’»)\]」』]*$")
_REPORT = re.compile(r"[“\"«„]|\b(?:said|says|told|according to)\b", re.IGNORECASE)
_BULLET = re.compile(r"[•·▪◦‣*–—-]\s+\S")
_CAPTIONED = re.compile(
    r"(?:(?i:image caption|caption|file photo|photo|image|picture|pictured|in pictures?)\s*[:,|]|FILE\s*[-–—:]|FILE PHOTO)\s*\S"
)
_DEPICTS = re.compile(
    r"\((?:left|right|centre|center|[lrc])\)|,\s(?:left|right|centre|center|second from (?:left|right)|top|bottom),|\b(?:is|are) (?:seen|pictured|shown)\b"
    r"|\bin this (?:file|undated|handout|image|photo|picture)|\((?:photo|file|image|picture|ap|afp|reuters)\b[^)]*\)\s*$",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of the seed as text, with its place in the seed."""

    start: int
    end: int
    text: str
    gap: bool = True


@dataclass(frozen=True, slots=True)
class Kinded:
    """A line with its kind and the reason for it."""

    line: Line
    kind: BlockKind
    reason: str


def words(text: str) -> int:
    """Return the number of words of ``text``."""
    return sum(1 for _ in _WORD.finditer(text))


def stopped(text: str) -> bool:
    """Whether ``text`` ends as a sentence does."""
    return bool(_STOPPED.search(text))


def furniture(text: str) -> str:
    """Return the reason why ``text`` is furniture whatever its place, empty if it is not."""
    if not _LETTER.search(text):
        return "has no words"
    if len(text) > 600:  # no furniture is that long, and no pattern should meet a megabyte
        return ""
    if cues.URL_LINE.fullmatch(text):
        return "a bare address"
    for reason, pattern in cues.LINES:
        if pattern.fullmatch(text):
            return reason
    if _appeal(text):
        return "an appeal to sign up, follow or pay"
    debris = sum(len(found[0]) for found in cues.DEBRIS.finditer(text))
    if debris >= 0.3 * len(text):
        return "debris of markup or of a file path"
    return ""


def _appeal(text: str) -> bool:
    if _REPORT.search(text) or words(text) > 60 or not cues.IMPERATIVE.search(text):
        return False
    offers = {found[0].casefold() for found in cues.OFFER.finditer(text)}
    addressed = bool(cues.SECOND_PERSON.search(text))
    return len(offers) >= 2 or (bool(offers) and addressed)


def credit(text: str) -> str:
    """Return the reason why ``text`` is a credit, empty if it is not."""
    if len(text) > 300:
        return ""
    if cues.PHOTO_CREDIT.fullmatch(text):
        return "credits a photograph"
    for reason, pattern in cues.CREDIT_LINES:
        if pattern.fullmatch(text):
            return reason
    found = cues.DATELINE.fullmatch(text)
    return "a dateline on a line of its own" if found and words(text) <= 10 else ""


def caption(text: str) -> str:
    """Return the reason why ``text`` is a caption, empty if it is not."""
    if len(text) > 600:
        return ""
    if _CAPTIONED.match(text):
        return "is labelled as a picture's caption"
    if _DEPICTS.search(text) and words(text) <= 60 and not _REPORT.search(text):
        return "says who is where in a picture"
    return ""


def assign(lines: list[Line], title: str = "") -> list[Kinded]:
    """Give every line its kind; ``title`` is the one that the sidecar states."""
    first: list[Kinded] = []
    for line in lines:
        if reason := furniture(line.text):
            first.append(Kinded(line, BlockKind.FURNITURE, reason))
        elif reason := credit(line.text):
            first.append(Kinded(line, BlockKind.CREDIT, reason))
        elif reason := caption(line.text):
            first.append(Kinded(line, BlockKind.CAPTION, reason))
        else:
            first.append(Kinded(line, BlockKind.PARAGRAPH, ""))
    return _head(first, title)


def _head(lines: list[Kinded], stated: str) -> list[Kinded]:
    """Find the title and the highlights, which only their place tells."""
    body = [index for index, each in enumerate(lines) if each.kind is BlockKind.PARAGRAPH]
    if not body:
        return lines
    out = list(lines)
    at = body[0]
    found = _title_at(lines, body, stated)
    if found is not None:
        out[found] = Kinded(lines[found].line, BlockKind.TITLE, "stands first and reads like a headline")
        at = found + 1
    if found is None and not any(_BULLET.match(lines[index].line.text) for index in body[:2]):
        return out
    for index in range(at, len(lines)):
        each = lines[index]
        if each.kind is not BlockKind.PARAGRAPH:
            continue
        text = each.line.text
        if stopped(text) and not _BULLET.match(text):
            break
        if words(text) > 40 or cues.DATELINE.match(text) or index == body[-1]:
            break
        out[index] = Kinded(each.line, BlockKind.HIGHLIGHT, "a point before the body")
    return out


def _title_at(lines: list[Kinded], body: list[int], stated: str) -> int | None:
    if stated:
        wanted = _plain(stated)
        for index in body[:6]:
            if _plain(lines[index].line.text) == wanted:
                return index
    index = body[0]
    text = lines[index].line.text
    rest = [lines[other].line.text for other in body[1:]]
    if not rest or not any(stopped(other) for other in rest):
        return None
    if words(text) > 30 or len(text) > 220 or re.search(r"[.。।]$", text) or cues.DATELINE.match(text):
        return None
    if _BULLET.match(text) or text[:1].islower() or text.endswith((",", ";", ":", "—", "–")):
        return None
    if stopped(text) and text[-1] not in "?!":  # a whole sentence inside quotation marks
        return None
    return index


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
