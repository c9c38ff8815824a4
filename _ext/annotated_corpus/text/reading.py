"""Read seeds: cut each into blocks, give each its kind, and cut the blocks into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotated_corpus.diagnostics import Code, Diagnostic
from annotated_corpus.language.en.datelines import report
from annotated_corpus.model import BlockKind, RawBlock, Reading, Seed, Span
from annotated_corpus.stages import HERE, Stages, digest
from annotated_corpus.text import credits, cues, furniture, kinds
from annotated_corpus.text.kinds import Kinded, Line
from annotated_corpus.text.lines import as_line, stretches
from annotated_corpus.text.repetition import Repetition
from annotated_corpus.text.sentences import split_sentences

_OPENING = 60
# A point of a run-on list ends where a capital follows a small letter or a closing quotation mark without a space.
_JUNCTION = re.compile(r"(?<=[a-zà-ÿ\d’”\"'?!])(?=[A-ZÀ-Þ“‘\"][\w.“‘’'-]*\s)")
_GLUED_CREDIT = re.compile(r"(?<=[.!?\"”’)\]])\s*(?=\S[^.!?]{1,80}$)")


def read(seeds: Sequence[Seed], stages: Stages = HERE) -> tuple[tuple[Reading, ...], tuple[Diagnostic, ...]]:
    """Cut every seed into blocks with sentences; warn where a seed states no title.

    The costly part needs one seed and is run by ``stages``; :class:`Repetition` then looks at all.
    """
    cut = stages.map("blocks", _cut_up, seeds, lambda seed: digest(seed.sha256, seed.metadata))
    draft = [Reading(seed, *each) for seed, each in zip(seeds, cut, strict=True)]
    readings = Repetition.of(draft).apply(draft)
    missing = tuple(
        Diagnostic(
            Code.TITLE,
            f'states no title, so its opening words stand in: {reading.title}; add title = "…" '
            f"to {reading.seed.sidecar}",
            reading.seed.path,
        )
        for reading in readings
        if not reading.seed.metadata.title and not any(block.kind is BlockKind.TITLE for block in reading.blocks)
    )
    return readings, missing


def read_one(seed: Seed) -> Reading:
    """Cut one seed into blocks, without a look at the others."""
    return Reading(seed, *_cut_up(seed))


def _cut_up(seed: Seed) -> tuple[str, tuple[RawBlock, ...]]:
    """Return the title and the blocks of a seed."""
    lines: list[Line] = []
    before_body = True
    for stretch in stretches(seed.text):
        text = as_line(seed.text[stretch.start : stretch.end])
        line = Line(stretch.start, stretch.end, text)
        lines.extend(_parts(line, before_body))
        before_body = before_body and not (cues.stopped(text) and len(text) > 60)
    blocks = tuple(_block(each) for each in kinds.assign(lines, seed.metadata.title))
    return _title(seed, blocks), blocks


def _parts(line: Line, before_body: bool) -> list[Line]:
    """Split a line that holds several blocks: run-on highlights, a caption with its credit."""
    if len(line.text) > 2000:
        return [line]
    if before_body:
        cuts = [found.start() for found in _JUNCTION.finditer(line.text)]
        pieces = _cut(line, cuts)
        if (
            len(pieces) >= 3
            and not cues.stopped(line.text)
            and all(len(cues.words(piece.text)) >= 3 for piece in pieces)
        ):
            return pieces
    if (found := _GLUED_CREDIT.search(line.text)) and credits.photo_credit(line.text[found.end() :]):
        return _cut(line, [found.end()])
    return [line]


def _cut(line: Line, cuts: list[int]) -> list[Line]:
    pieces: list[Line] = []
    for start, end in zip([0, *cuts], [*cuts, len(line.text)], strict=True):
        piece = line.text[start:end]
        lead = len(piece) - len(piece.lstrip())
        length = len(piece.strip())
        if length:
            at = line.start + start + lead
            pieces.append(Line(at, at + length, piece.strip(), bool(pieces)))
    return pieces


def _block(each: Kinded) -> RawBlock:
    text, start = each.line.text, each.line.start
    end = len(text) if each.kind in (BlockKind.FURNITURE, BlockKind.CREDIT) else furniture.trailing(text)
    debris = (Span(start + end, each.line.end),) if end < len(text) else ()
    sentences = tuple(Span(start + span.start, start + span.end) for span in _sentences(text[:end]))
    return RawBlock(each.kind, start, each.line.end, text, each.reason, debris, sentences)


def _sentences(text: str) -> list[Span]:
    """Cut into sentences; a dateline ("MOSCOW, December 2. /TASS/. …") is the head of the first, and none itself."""
    found = list(split_sentences(text))
    head = report(text)
    inside = sum(span.end <= head for span in found)
    if not inside or inside == len(found):
        return found
    return [Span(found[0].start, found[inside].end), *found[inside + 1 :]]


def _title(seed: Seed, blocks: tuple[RawBlock, ...]) -> str:
    if seed.metadata.title:
        return seed.metadata.title
    for block in blocks:
        if block.kind is BlockKind.TITLE:
            return " ".join(block.text.split())
    body = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), blocks[0] if blocks else None)
    return f"[{opening(body.text if body else '')}]"


def opening(text: str, limit: int = _OPENING) -> str:
    """Return the opening words of ``text``, at most ``limit`` characters, with … where words follow."""
    text = " ".join(text[: 4 * limit].split())
    if len(text) <= limit:
        return text
    cut = text[: limit + 1].rsplit(" ", 1)[0][:limit].rstrip(" ,;:–—-")
    return f"{cut}…"
