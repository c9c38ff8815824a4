"""Re-attach the anchors of one article to its seed as it reads now."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotated_corpus.anchors import grammar, overrule
from annotated_corpus.anchors.align import Alignment, align
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.checksums import plain
from annotated_corpus.anchors.overrule import Settled
from annotated_corpus.anchors.questions import Undecided, ask, line_of
from annotated_corpus.anchors.register import CONTEXT, GONE, LIVE, MERGED, Entry, Record, SentenceEntry
from annotated_corpus.anchors.weave import Slot, moved, number, weave
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.model import BlockKind, RawBlock, Reading

_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Reattached:
    """An article re-attached. ``places``: for each block the index of its entry in the record.

    ``diagnostics`` are warnings about decisions that have no effect.
    """

    record: Record
    places: tuple[int, ...]
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def reattach(slug: str, before: Record | None, reading: Reading, settled: Mapping[str, Settled]) -> Reattached:
    """Return the record of the article as it is now, and what changed since ``before``.

    Raises:
        CorpusError: if an anchor could be in two places and no decision says in which.
    """
    blocks = reading.blocks
    if before and not settled and _same(before, blocks):
        record = replace(before, file=reading.seed.file, sha256=reading.seed.sha256)
        living = (index for index, entry in enumerate(before.entries) if entry.state == LIVE)
        return Reattached(record, tuple(living), ())
    old = before.entries if before else ()
    places_given, merged_given = _settle(slug, old, reading, settled)
    alignment = align(
        [entry.text for entry in old],
        [entry.state == LIVE for entry in old],
        [block.text for block in blocks],
        places_given,
        (
            [index for index, entry in enumerate(old) if entry.kind is BlockKind.FURNITURE],
            [index for index, block in enumerate(blocks) if block.kind is BlockKind.FURNITURE],
        ),
        merged_given,
    )
    if alignment.doubts:
        tried = _idle(slug, old, blocks, {name: each for name, each in settled.items() if not each.gone})
        messages, asked = ask(slug, old, reading, alignment.doubts)
        raise Undecided([*tried, *messages], asked)
    slots = weave(len(old), len(blocks), alignment.kept)
    numbers = number(slots, [(entry.letter, entry.number) for entry in old], [block.kind.letter for block in blocks])
    entries = []
    places: dict[int, int] = {}
    for at, slot in enumerate(slots):
        was = None if slot.old is None else old[slot.old]
        if slot.new is not None:
            places[slot.new] = at
            entries.append(_living(*numbers[slot.new], was, slot.new, blocks))
        elif was is not None and slot.old is not None:
            entries.append(_dead(slug, was, alignment.merged.get(slot.old), numbers))
    record = Record(slug, reading.seed.file, reading.seed.sha256, tuple(entries), before.aliases if before else ())
    changes = _changes(slug, slots, entries, old, alignment) if before else [_added(slug, entries)]
    notes = _idle(slug, entries, blocks, settled)
    return Reattached(record, tuple(places[index] for index in range(len(blocks))), tuple(changes), notes)


def _idle(
    slug: str, entries: Sequence[Entry], blocks: Sequence[RawBlock], settled: Mapping[str, Settled]
) -> tuple[Diagnostic, ...]:
    texts = [block.text for block in blocks]
    notes = (
        overrule.idle(entry.id(slug), each, (entry.text, *entry.revisions), entry.state == LIVE, texts)
        for entry in entries
        if (each := settled.get(entry.id(slug))) and not (each.merged and entry.state == MERGED)
    )
    return tuple(note for note in notes if note)


def _same(record: Record, blocks: Sequence[RawBlock]) -> bool:
    """Whether the blocks read as they did: then there is nothing to align."""
    living = [entry for entry in record.entries if entry.state == LIVE]
    return len(living) == len(blocks) and all(
        entry.text == block.text and entry.kind is block.kind and _living_sentences(entry) == _pieces(block)
        for entry, block in zip(living, blocks, strict=True)
    )


def _living_sentences(entry: Entry) -> list[str]:
    return [each.text for each in entry.sentences if not each.gone]


def _pieces(block: RawBlock) -> list[str]:
    return [block.text[span.start - block.start : span.end - block.start] for span in block.sentences]


def _settle(
    slug: str, old: Sequence[Entry], reading: Reading, settled: Mapping[str, Settled]
) -> tuple[dict[int, int | None], dict[int, int]]:
    """Return where decisions put old anchors: a block, or None for gone; and into which block they went.

    What stands word for word needs none.
    """
    if not settled:
        return {}, {}
    texts = [plain(block.text) for block in reading.blocks]
    ends = [each.end() for each in re.finditer(r"\r\n|\r|\n", reading.seed.text)]
    lines = [line_of(ends, block.start) for block in reading.blocks]
    result: dict[int, int | None] = {}
    merged: dict[int, int] = {}
    for index, entry in enumerate(old):
        decision = settled.get(entry.id(slug))
        if decision is None or plain(entry.text) in texts:
            continue
        if decision.gone:
            result[index] = None
            continue
        places = decision.places(texts, lines)
        if len(places) > 1:
            message = (
                f"{len(places)} blocks of {slug} start with these words (lines "
                f"{', '.join(str(lines[at]) for at in places)}); give more of them, or add line = {lines[places[0]]}"
            )
            raise CorpusError(decision.diagnostic(message))
        if places and decision.merged:
            merged[index] = places[0]
            continue
        if places and places[0] in result.values():
            message = "another decision puts another anchor at these words; if they were joined, add merged = true"
            raise CorpusError(decision.diagnostic(message))
        if places:
            if holder := _holder(slug, old, settled, texts[places[0]]):
                message = f"these words are those of {holder}, which stand unchanged; correct or remove the entry"
                raise CorpusError(decision.diagnostic(message))
            result[index] = places[0]
    return result, merged


def _holder(slug: str, old: Sequence[Entry], settled: Mapping[str, Settled], text: str) -> str:
    """Return the anchor that has these very words, and about which nothing was decided; empty if none has."""
    held = (each.id(slug) for each in old if each.state == LIVE and plain(each.text) == text)
    return next((anchor for anchor in held if anchor not in settled), "")


def _living(letter: str, given: str, was: Entry | None, index: int, blocks: Sequence[RawBlock]) -> Entry:
    block = blocks[index]
    revisions = was.revisions if was else ()
    if was and was.text != block.text and was.text not in revisions:
        revisions = (*revisions, was.text)
    return Entry(
        letter,
        given,
        block.kind,
        block.text,
        blocks[index - 1].text[-CONTEXT:] if index else "",
        blocks[index + 1].text[:CONTEXT] if index + 1 < len(blocks) else "",
        sentences=_sentences(was.sentences if was else (), _pieces(block)),
        aliases=was.aliases if was else (),
        revisions=revisions,
    )


def _sentences(old: Sequence[SentenceEntry], pieces: Sequence[str]) -> tuple[SentenceEntry, ...]:
    """Number the sentences of a block; what is in doubt gets a new number, so that none points at other words."""
    if not old:
        return tuple(SentenceEntry(str(count), piece) for count, piece in enumerate(pieces, 1))
    if [each.text for each in old if not each.gone] == list(pieces):
        return tuple(old)
    if len(old) == len(pieces) == 1 and not old[0].gone:
        return (replace(old[0], text=pieces[0]),)  # it is the block, which was found
    alignment = align([each.text for each in old], [not each.gone for each in old], pieces, {})
    slots = weave(len(old), len(pieces), alignment.kept)
    numbers = number(slots, [("s", each.number) for each in old], ["s"] * len(pieces))
    return tuple(
        replace(old[slot.old or 0], gone=True)
        if slot.new is None
        else SentenceEntry(numbers[slot.new][1], pieces[slot.new])
        for slot in slots
    )


def _dead(slug: str, entry: Entry, target: int | None, numbers: Mapping[int, tuple[str, str]]) -> Entry:
    if target is not None:
        return replace(entry, state=MERGED, into=grammar.block_id(slug, *numbers[target]))
    if entry.state == MERGED and entry.into in {grammar.block_id(slug, *each) for each in numbers.values()}:
        return entry  # what swallowed it is still there
    return replace(entry, state=GONE, into="")


def _added(slug: str, entries: Sequence[Entry]) -> Change:
    return Change(ChangeKind.ADDED, slug, f"{len(entries)} anchors")


def _changes(
    slug: str, slots: Sequence[Slot], entries: Sequence[Entry], old: Sequence[Entry], alignment: Alignment
) -> list[Change]:
    changes = []
    elsewhere = moved(slots)
    for slot, entry in zip(slots, entries, strict=True):
        was = None if slot.old is None else old[slot.old]
        for kind, detail in _became(slug, slot, was, entry, old, alignment):
            changes.append(Change(kind, entry.id(slug), detail))
        if was and was.state == LIVE and slot.old in elsewhere:
            changes.append(Change(ChangeKind.MOVED, entry.id(slug), f"“{entry.text[:_SHOWN]}”"))
    return changes


def _became(
    slug: str, slot: Slot, was: Entry | None, entry: Entry, old: Sequence[Entry], alignment: Alignment
) -> list[tuple[ChangeKind, str]]:
    """Return what became of one anchor, but for a move."""
    opening = f"“{entry.text[:_SHOWN]}”"
    if was is None:
        source = alignment.split.get(slot.new) if slot.new is not None else None
        if source is not None:
            return [(ChangeKind.SPLIT, f"from {old[source].id(slug)}")]
        return [(ChangeKind.INSERTED, opening)]
    if slot.new is None:
        if was.state == LIVE and entry.state == MERGED:
            return [(ChangeKind.MERGED, f"into {entry.into}")]
        return [(ChangeKind.DELETED, f"last words: {opening}")] if was.state != GONE and entry.state == GONE else []
    found = []
    if was.state != LIVE:
        found.append((ChangeKind.RESTORED, opening))
    elif was.text != entry.text:
        found.append((ChangeKind.RETYPED, f"was “{was.text[:_SHOWN]}”"))
    if was.kind is not entry.kind:
        found.append((ChangeKind.RECLASSIFIED, f"{was.kind} is now {entry.kind}"))
    return found
