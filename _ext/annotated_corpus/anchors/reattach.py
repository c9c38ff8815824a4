"""Re-attach the anchors of one article to its seed as it reads now."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotated_corpus.anchors import grammar, overrule
from annotated_corpus.anchors.align import Alignment, Doubt, align
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.checksums import plain
from annotated_corpus.anchors.overrule import Settled
from annotated_corpus.anchors.register import CONTEXT, GONE, LIVE, MERGED, Entry, Record, SentenceEntry
from annotated_corpus.anchors.weave import Slot, moved, number, weave
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
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
    alignment = align(
        [entry.text for entry in old],
        [entry.state == LIVE for entry in old],
        [block.text for block in blocks],
        _settle(slug, old, blocks, settled),
        (
            [index for index, entry in enumerate(old) if entry.kind is BlockKind.FURNITURE],
            [index for index, block in enumerate(blocks) if block.kind is BlockKind.FURNITURE],
        ),
    )
    if alignment.doubts:
        tried = _idle(slug, old, blocks, {name: each for name, each in settled.items() if not each.gone})
        raise CorpusError([*tried, *(_ask(slug, old, reading, doubt) for doubt in alignment.doubts)])
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
        if (each := settled.get(entry.id(slug)))
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
    slug: str, old: Sequence[Entry], blocks: Sequence[RawBlock], settled: Mapping[str, Settled]
) -> dict[int, int | None]:
    """Return where decisions put old anchors: a block, or None for gone. What stands word for word needs none."""
    texts = [plain(block.text) for block in blocks] if settled else []
    result: dict[int, int | None] = {}
    for index, entry in enumerate(old):
        decision = settled.get(entry.id(slug))
        if decision is None or plain(entry.text) in texts:
            continue
        if decision.gone:
            result[index] = None
            continue
        starts = plain(decision.starts)
        places = [at for at, text in enumerate(texts) if text == starts]
        places = places or [at for at, text in enumerate(texts) if text.startswith(starts)]
        if len(places) > 1:
            message = f"{len(places)} blocks of {slug} start with these words; give more of them"
            raise CorpusError(decision.diagnostic(message))
        if places and places[0] in result.values():
            raise CorpusError(decision.diagnostic("another decision puts another anchor at these words"))
        if places:
            if holder := _holder(slug, old, settled, texts[places[0]]):
                message = f"these words are those of {holder}, which stand unchanged; correct or remove the entry"
                raise CorpusError(decision.diagnostic(message))
            result[index] = places[0]
    return result


def _holder(slug: str, old: Sequence[Entry], settled: Mapping[str, Settled], text: str) -> str:
    """Return the anchor that has these very words, and about which nothing was decided; empty if none has."""
    held = (each.id(slug) for each in old if each.state == LIVE and plain(each.text) == text)
    return next((anchor for anchor in held if anchor not in settled), "")


def _ask(slug: str, old: Sequence[Entry], reading: Reading, doubt: Doubt) -> Diagnostic:
    """Say which anchor could be which block, and the lines of ``decisions.toml`` that settle it."""
    anchors = [f"{old[index].id(slug)} “{old[index].text[:_SHOWN]}”" for index in doubt.old]
    lines = [_line(reading.seed.text, reading.blocks[index].start) for index in doubt.new]
    places = [
        f"line {line} “{reading.blocks[index].text[:_SHOWN]}”" for line, index in zip(lines, doubt.new, strict=True)
    ]
    what = (
        f"{anchors[0]} could now be {' or '.join(places)}"
        if len(anchors) == 1
        else f"{' or '.join(places)} could be any of {' or '.join(anchors)}"
    )
    starts = _unique_start([plain(b.text) for b in reading.blocks], sorted(plain(b.text) for b in reading.blocks), doubt.new[0]).replace("\\", "\\\\").replace('"', '\\"')
    return Diagnostic(
        Code.ANCHOR,
        f"{what}; say which in decisions.toml, in lines like these: [[anchor]] / "
        f'anchor = "{old[doubt.old[0]].id(slug)}" / starts = "{starts}" (or gone = true)',
        reading.seed.path,
        lines[0],
    )


def _line(text: str, at: int) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[:at])) + 1


def _unique_start(texts: Sequence[str], ordered: Sequence[str], index: int) -> str:
    """Return as many opening words of a block as tell it from the others; ``ordered`` are the texts, sorted."""
    own = texts[index]
    at = bisect_left(ordered, own)
    others = [ordered[each] for each in (at - 1, at + 1) if 0 <= each < len(ordered)]  # who shares most stands next
    end = 0
    while end < len(own):
        following = own.find(" ", max(end + 1, 30))
        end = following if following > 0 else len(own)
        if not any(other.startswith(own[:end]) for other in others):
            break
    return own[:end]


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
