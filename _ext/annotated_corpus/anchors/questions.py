"""What only an editor can say: which of several paragraphs an anchor is now; and the decisions that say it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from annotated_corpus.anchors.align import Doubt
from annotated_corpus.anchors.checksums import plain
from annotated_corpus.anchors.register import Entry
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import RawBlock, Reading

_SHOWN = 60  # characters of a text in a message
_AHEAD = 20  # of these before the first word that differs
_OPENING = 30  # least characters of the words that a decision gives
_AFTER = 40  # characters of the paragraph before, where the words stand twice


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph that an anchor could be: its line in the seed, its words, and the keys of the decision for it."""

    line: int
    text: str
    keys: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One anchor, its words, and the paragraphs that it could be now."""

    anchor: str
    text: str
    places: tuple[Place, ...]

    def table(self, place: Place | None, merged: bool = False) -> str:
        """Return the decision for ``decisions.toml``: the anchor is, or went into, that place, or has gone."""
        rows = [f'anchor = "{self.anchor}"']
        rows += [f'{key} = "{_quoted(value)}"' for key, value in place.keys] if place else ["gone = true"]
        rows += ["merged = true"] if merged else []
        return "\n".join(("[[anchor]]", *rows)) + "\n"


class Undecided(CorpusError):
    """The build stops until an editor has answered ``questions``."""

    def __init__(self, diagnostics: Iterable[Diagnostic], questions: Iterable[Question]) -> None:
        super().__init__(diagnostics)
        self.questions = tuple(questions)


def ask(
    slug: str, old: Sequence[Entry], reading: Reading, doubts: Sequence[Doubt]
) -> tuple[list[Diagnostic], list[Question]]:
    """Return a message for each case of doubt, and a question for each anchor in it."""
    texts = [plain(block.text) for block in reading.blocks]
    ordered = sorted(texts)
    ends = [each.end() for each in re.finditer(r"\r\n|\r|\n", reading.seed.text)]
    messages: list[Diagnostic] = []
    questions: list[Question] = []
    for doubt in doubts:
        places = [_place(reading.blocks, texts, ordered, ends, index) for index in doubt.new]
        mine = [Question(old[index].id(slug), plain(old[index].text), tuple(places)) for index in doubt.old]
        questions += mine
        shown = shortened([*(each.text for each in mine), *(each.text for each in places)])
        anchors = [f"{each.anchor} “{words}”" for each, words in zip(mine, shown, strict=False)]
        lines = [f"line {each.line} “{words}”" for each, words in zip(places, shown[len(mine) :], strict=True)]
        what = (
            f"{anchors[0]} could now be {' or '.join(lines)}"
            if len(anchors) == 1
            else f"{' or '.join(lines)} could be any of {' or '.join(anchors)}"
        )
        # One place for each anchor: all of them can be pasted together.
        offered = [each.table(places[at] if at < len(places) else None) for at, each in enumerate(mine)]
        tables = " ".join(" / ".join(each.splitlines()) for each in offered)
        message = (
            f"{what}; run annotated-corpus settle, or say which in decisions.toml, in lines like these: {tables} "
            "(or gone = true; or merged = true beside starts, if the words went into a longer paragraph)"
        )
        messages.append(Diagnostic(Code.ANCHOR, message, reading.seed.path, places[0].line))
    return messages, questions


def line_of(ends: Sequence[int], at: int) -> int:
    """Return the line of an offset; ``ends`` has the offsets at which lines end."""
    return bisect_left(ends, at + 1) + 1


def shortened(texts: Sequence[str]) -> list[str]:
    """Return of each text a stretch with the first words in which they differ."""
    first, last = min(texts), max(texts)  # these two share least
    shared = next(
        (at for at, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last))
    )
    start = texts[0].rfind(" ", 0, max(0, shared - _AHEAD)) + 1 if shared > _SHOWN - _AHEAD else 0
    return [
        f"{'… ' if start else ''}{each[start : start + _SHOWN]}{'…' if len(each) > start + _SHOWN else ''}"
        for each in texts
    ]


def _place(
    blocks: Sequence[RawBlock], texts: Sequence[str], ordered: Sequence[str], ends: Sequence[int], index: int
) -> Place:
    keys = [("starts", _opening(texts, ordered, index))]
    if index and any(text.startswith(keys[0][1]) for at, text in enumerate(texts) if at != index):
        keys.append(("after", texts[index - 1][:_AFTER].rstrip()))
    return Place(line_of(ends, blocks[index].start), texts[index], tuple(keys))


def _opening(texts: Sequence[str], ordered: Sequence[str], index: int) -> str:
    """Return as many opening words of a block as tell it from the others; ``ordered`` are the texts, sorted."""
    own = texts[index]
    at = bisect_left(ordered, own)
    others = [ordered[each] for each in (at - 1, at + 1) if 0 <= each < len(ordered)]  # who shares most stands next
    end = 0
    while end < len(own):
        following = own.find(" ", max(end + 1, _OPENING))
        end = following if following > 0 else len(own)
        if not any(other.startswith(own[:end]) for other in others):
            break
    return own[:end]


def _quoted(words: str) -> str:
    return words.replace("\\", "\\\\").replace('"', '\\"')
