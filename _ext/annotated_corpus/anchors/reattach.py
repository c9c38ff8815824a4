"""Re-attach the anchors of one article to its seed as it reads now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotated_corpus.anchors import grammar
from annotated_corpus.anchors.align import Alignment, Doubt, align
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.overrule import Settled
from annotated_corpus.anchors.register import CONTEXT, GONE, LIVE, MERGED, Entry, Record, SentenceEntry
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import RawBlock, Reading

Order = tuple[int, tuple[str, ...]]
"""For a block: the index of its entry in the record, and the numbers of its sentences."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """A place in the new order: an old item, a new one, or an old one that is a new one."""

    old: int | None
    new: int | None


def reattach(
    slug: str, before: Record | None, reading: Reading, settled: Mapping[str, Settled]
) -> tuple[Record, list[Order], list[Change]]:
    """Return the record of the article now, the place of every block in it, and what changed.

    Raises:
        CorpusError: if an anchor could be in two places and no decision says in which.
    """
    old = before.entries if before else ()
    blocks = reading.blocks
    alignment = align(
        [entry.text for entry in old],
        [entry.state == LIVE for entry in old],
        [block.text for block in blocks],
        _settle(slug, old, blocks, settled),
    )
    if alignment.doubts:
        raise CorpusError([_doubt(slug, old, reading, doubt) for doubt in alignment.doubts])
    slots = _weave(len(old), len(blocks), alignment)
    numbers = _numbers(slots, old, blocks)
    entries: list[Entry] = []
    order: dict[int, Order] = {}
    for slot in slots:
        if slot.new is None:
            entries.append(_dead(slug, old[slot.old or 0], slot.old, alignment, numbers, old, blocks))
            continue
        letter, number = numbers[slot.new]
        entry = _living(letter, number, None if slot.old is None else old[slot.old], slot.new, blocks)
        order[slot.new] = (len(entries), tuple(each.number for each in entry.sentences if not each.gone))
        entries.append(entry)
    record = Record(slug, reading.seed.file, reading.seed.sha256, tuple(entries), before.aliases if before else ())
    changes = _changes(slug, before, slots, entries, old, alignment)
    return record, [order[index] for index in range(len(blocks))], changes


def _settle(
    slug: str, old: Sequence[Entry], blocks: Sequence[RawBlock], settled: Mapping[str, Settled]
) -> dict[int, int | None]:
    result: dict[int, int | None] = {}
    for index, entry in enumerate(old):
        decision = settled.get(entry.id(slug))
        if decision is None:
            continue
        if decision.gone:
            result[index] = None
            continue
        places = [place for place, block in enumerate(blocks) if block.text.startswith(decision.starts)]
        if len(places) > 1:
            raise CorpusError(decision.diagnostic(f"{len(places)} blocks start with these words; give more of them"))
        if places:
            result[index] = places[0]
    return result


def _doubt(slug: str, old: Sequence[Entry], reading: Reading, doubt: Doubt) -> Diagnostic:
    anchors = [old[index].id(slug) for index in doubt.old]
    places = [reading.blocks[index] for index in doubt.new]
    line = reading.seed.text.count("\n", 0, places[0].start) + 1
    shown = " or ".join(
        f"line {reading.seed.text.count(chr(10), 0, each.start) + 1} “{each.text[:50]}”" for each in places
    )
    if len(anchors) == 1:
        what = f"{anchors[0]} (“{old[doubt.old[0]].text[:50]}”) could now be {shown}"
    else:
        what = f"{shown} could be any of " + ", ".join(
            f"{anchor} (“{old[index].text[:50]}”)" for anchor, index in zip(anchors, doubt.old, strict=True)
        )
    starts = places[0].text[:40].replace("\\", "\\\\").replace('"', '\\"')
    return Diagnostic(
        Code.ANCHOR,
        f"{what}; settle it in decisions.toml, for example: "
        f'[[anchor]] anchor = "{anchors[0]}" starts = "{starts}" (or gone = true)',
        reading.seed.file,
        line,
    )


def _weave(olds: int, news: int, alignment: Alignment) -> list[_Slot]:
    """Put old and new into one order: the new one, with what has gone after what it used to follow."""
    back = {source: target for target, source in alignment.kept.items()}
    followers: dict[int, list[int]] = {}
    last = -1
    for source in range(olds):
        if source in back:
            last = source
        else:
            followers.setdefault(last, []).append(source)
    slots = [_Slot(source, None) for source in followers.get(-1, ())]
    for target in range(news):
        old = alignment.kept.get(target)
        slots.append(_Slot(old, target))
        if old is not None:
            slots.extend(_Slot(source, None) for source in followers.get(old, ()))
    return slots


def _numbers(slots: Sequence[_Slot], old: Sequence[Entry], blocks: Sequence[RawBlock]) -> dict[int, tuple[str, str]]:
    """Return letter and number of every new block: its old ones, or newly issued ones."""
    series: dict[str, grammar.Series] = {}
    letters = {entry.letter for entry in old} | {block.kind.letter for block in blocks}
    for letter in letters:
        series[letter] = grammar.Series(entry.number for entry in old if entry.letter == letter)
    following: list[str] = []
    after: dict[str, str] = {}
    for slot in reversed(slots):
        if slot.old is not None:
            entry = old[slot.old]
            after[entry.letter] = entry.number
            following.append("")
        else:
            following.append(after.get(blocks[slot.new or 0].kind.letter, ""))
    following.reverse()
    before: dict[str, str] = {}
    numbers: dict[int, tuple[str, str]] = {}
    for slot, limit in zip(slots, following, strict=True):
        if slot.old is not None:
            letter, number = old[slot.old].letter, old[slot.old].number
        else:
            letter = blocks[slot.new or 0].kind.letter
            number = _issue(letter, before.get(letter, ""), limit, series[letter])
        before[letter] = number
        if slot.new is not None:
            numbers[slot.new] = letter, number
    return numbers


def _issue(letter: str, before: str, after: str, series: grammar.Series) -> str:
    if letter:
        return series.issue(before, after)
    return series.issue_title()


def _living(letter: str, number: str, was: Entry | None, index: int, blocks: Sequence[RawBlock]) -> Entry:
    block = blocks[index]
    pieces = [block.text[span.start - block.start : span.end - block.start] for span in block.sentences]
    revisions = was.revisions if was else ()
    if was and was.text != block.text:
        revisions = (*revisions, was.text)
    return Entry(
        letter,
        number,
        block.kind,
        block.text,
        blocks[index - 1].text[-CONTEXT:] if index else "",
        blocks[index + 1].text[:CONTEXT] if index + 1 < len(blocks) else "",
        sentences=_sentences(was.sentences if was else (), pieces),
        aliases=was.aliases if was else (),
        revisions=revisions,
    )


def _sentences(old: Sequence[SentenceEntry], pieces: Sequence[str]) -> tuple[SentenceEntry, ...]:
    """Number the sentences of a block; what is in doubt gets a new number, for nothing may point at other words."""
    if [each.text for each in old if not each.gone] == list(pieces):
        return tuple(old)
    alignment = align([each.text for each in old], [not each.gone for each in old], pieces, {})
    slots = _weave(len(old), len(pieces), alignment)
    series = grammar.Series(each.number for each in old)
    following: list[str] = []
    after = ""
    for slot in reversed(slots):
        following.append(after)
        after = old[slot.old].number if slot.old is not None else after
    following.reverse()
    entries: list[SentenceEntry] = []
    before = ""
    for slot, limit in zip(slots, following, strict=True):
        was = None if slot.old is None else old[slot.old]
        before = was.number if was else series.issue(before, limit)
        if slot.new is not None:
            entries.append(SentenceEntry(before, pieces[slot.new]))
        elif was:
            entries.append(replace(was, gone=True))
    return tuple(entries)


def _dead(
    slug: str,
    entry: Entry,
    index: int | None,
    alignment: Alignment,
    numbers: Mapping[int, tuple[str, str]],
    old: Sequence[Entry],
    blocks: Sequence[RawBlock],
) -> Entry:
    target = alignment.merged.get(index) if index is not None else None
    if target is not None:
        return replace(entry, state=MERGED, into=grammar.block_id(slug, *numbers[target]))
    if entry.state == MERGED:  # still there as long as what swallowed it is
        alive = {grammar.block_id(slug, *number) for number in numbers.values()}
        return entry if entry.into in alive else replace(entry, state=GONE, into="")
    return replace(entry, state=GONE)


def _changes(
    slug: str,
    before: Record | None,
    slots: Sequence[_Slot],
    entries: Sequence[Entry],
    old: Sequence[Entry],
    alignment: Alignment,
) -> list[Change]:
    if before is None:
        return [Change(ChangeKind.ADDED, slug, f"{len(entries)} anchors")]
    changes = []
    highest = -1
    for slot, entry in zip(slots, entries, strict=True):
        anchor = entry.id(slug)
        was = None if slot.old is None else old[slot.old]
        opening = f"“{entry.text[:50]}”"
        if was is None:
            changes.append(Change(ChangeKind.INSERTED, anchor, opening))
            continue
        if slot.new is None:
            if was.state == LIVE and entry.state == MERGED:
                changes.append(Change(ChangeKind.MERGED, anchor, f"into {entry.into}"))
            elif was.state != GONE and entry.state == GONE:
                changes.append(Change(ChangeKind.DELETED, anchor, f"last words kept: {opening}"))
            continue
        if was.state != LIVE:
            changes.append(Change(ChangeKind.RESTORED, anchor, opening))
        elif was.text != entry.text:
            changes.append(Change(ChangeKind.RETYPED, anchor, f"was “{was.text[:50]}”"))
        if was.kind != entry.kind:
            changes.append(Change(ChangeKind.RECLASSIFIED, anchor, f"{was.kind} is now {entry.kind}"))
        if slot.old is not None and was.state == LIVE:
            if slot.old < highest:
                changes.append(Change(ChangeKind.MOVED, anchor, opening))
            highest = max(highest, slot.old)
    return changes
