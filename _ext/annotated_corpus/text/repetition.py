"""The cue that needs the whole corpus: short lines that unrelated articles repeat are furniture.

Outlets that print one agency report repeat its cross-headings too. Therefore a line counts once
for each different long paragraph before it: in copies of one report that paragraph is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from annotated_corpus.model import BlockKind, RawBlock, Reading
from annotated_corpus.text import cues

_SETTINGS = 3
_TELLING = 4  # words: shorter ones may be the headings of sections ("What we know")
_LONG = 12  # words of a paragraph that stands for its report
_ENOUGH = 200  # characters that tell one paragraph from another
_REASON = "repeated in several articles that share nothing else"


@dataclass(frozen=True, slots=True)
class Repetition:
    """The lines that the corpus repeats as furniture."""

    lines: frozenset[str]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Repetition:
        """Collect them in one pass over the corpus."""
        before: dict[str, set[str]] = defaultdict(set)
        files: dict[str, set[str]] = defaultdict(set)
        for reading in readings:
            for key, context in settings(reading):
                before[key].add(context)
                files[key].add(reading.seed.file)
        return cls(frozenset(key for key in before if min(len(before[key]), len(files[key])) >= _SETTINGS))

    def apply(self, readings: Sequence[Reading]) -> tuple[Reading, ...]:
        """Fold them in every reading."""
        if not self.lines:
            return tuple(readings)
        return tuple(
            replace(reading, blocks=tuple(self._fold(block) for block in reading.blocks)) for reading in readings
        )

    def _fold(self, block: RawBlock) -> RawBlock:
        if block.kind is not BlockKind.PARAGRAPH or _key(block.text) not in self.lines:
            return block
        return replace(block, kind=BlockKind.FURNITURE, reason=_REASON)


def settings(reading: Reading) -> list[tuple[str, str]]:
    """Return the short lines of the body that are no sentence, each with the long paragraph before it."""
    found: list[tuple[str, str]] = []
    last = ""
    for block in reading.blocks:
        if block.kind is not BlockKind.PARAGRAPH:
            continue
        if len(block.text) > _ENOUGH or len(cues.words(block.text)) > _LONG:
            last = block.text[:_ENOUGH]
        elif last and not cues.stopped(block.text) and len(cues.words(block.text)) >= _TELLING:
            found.append((_key(block.text), last))
    return found


def _key(text: str) -> str:
    return " ".join(cues.words(text)) if len(text) <= _ENOUGH else ""
