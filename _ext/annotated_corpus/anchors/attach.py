"""Give every block of every reading its permanent anchor, and say what became of the old ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotated_corpus.anchors import overrule
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.checksums import digest
from annotated_corpus.anchors.names import Name, assign_slugs, labels
from annotated_corpus.anchors.reattach import Reattached, reattach
from annotated_corpus.anchors.register import GONE, LIVE, MERGED, Entry, Record, Register
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.model import (
    Article,
    Block,
    BlockKind,
    Metadata,
    RawBlock,
    Reading,
    Revision,
    Seed,
    Sentence,
    Tombstone,
)


@dataclass(frozen=True, slots=True)
class Attachment:
    """The articles with their anchors, the register that keeps them, and what changed since the last one.

    ``withdrawn`` are articles whose seed has gone: they have tombstones only, and an empty seed.
    """

    articles: tuple[Article, ...]
    register: Register
    changes: tuple[Change, ...]
    diagnostics: tuple[Diagnostic, ...]
    withdrawn: tuple[Article, ...] = ()


def attach(readings: Sequence[Reading], register: Register, decisions: Decisions) -> Attachment:
    """Attach the anchors of ``register`` to ``readings``, and issue new ones where there are none.

    Raises:
        CorpusError: for a decision that cannot apply, a slug that is taken, and every anchor that could be
            in two places; nothing of the register is changed then.
    """
    readings = sorted(readings, key=lambda reading: reading.seed.file)
    overruled = overrule.kinds(decisions)
    settled = overrule.anchors(decisions)
    naming = assign_slugs(readings, register)
    records = dict(naming.register.records)
    by_slug = overrule.by_slug(settled, records)
    changes = list(naming.changes)
    wrong: list[Diagnostic] = []
    done: list[Reattached] = []
    for name, reading in zip(naming.names, readings, strict=True):
        try:
            each = reattach(name.slug, records.get(name.slug), reading, by_slug.get(name.slug, {}))
        except CorpusError as error:
            wrong.extend(error.diagnostics)
            continue
        done.append(each)
        records[name.slug] = each.record
        changes.extend(each.changes)
    if wrong:
        raise CorpusError(wrong)
    withdrawn = []
    idle = [note for each in done for note in each.diagnostics]
    for slug in sorted(records.keys() - {name.slug for name in naming.names}):
        record = records[slug]
        if not record.withdrawn:
            changes.append(Change(ChangeKind.WITHDRAWN, slug, f"{record.file} has gone; its anchors are kept"))
        records[slug] = record = _withdraw(record)
        withdrawn.append(_shell(record))
        idle.extend(
            each.diagnostic(f"the article of {anchor} has gone; the entry has no effect")
            for anchor, each in by_slug.get(slug, {}).items()
            if not each.gone
        )
    labelled = labels(naming.names)
    articles = [
        _article(name, labelled[name.slug], reading, each)
        for name, reading, each in zip(naming.names, readings, done, strict=True)
    ]
    articles, notes = overrule.apply(articles, withdrawn, overruled)
    return Attachment(
        tuple(articles),
        Register(MappingProxyType(records)),
        tuple(changes),
        (*naming.diagnostics, *idle, *notes),
        tuple(withdrawn),
    )


def _withdraw(record: Record) -> Record:
    if record.withdrawn:
        return record
    entries = tuple(each if each.state == GONE else replace(each, state=GONE, into="") for each in record.entries)
    return replace(record, withdrawn=True, entries=entries)


def _shell(record: Record) -> Article:
    """Return what is left of an article whose seed has gone: its tombstones."""
    title = next((each.text for each in record.entries if each.kind is BlockKind.TITLE), record.slug)
    stones = tuple(Tombstone(each.id(record.slug), each.number, each.text, "") for each in record.entries)
    seed = Seed(record.file, "", record.sha256, Metadata())
    return Article(record.slug, seed, title, record.slug, (), stones, record.aliases)


def _article(name: Name, label: str, reading: Reading, done: Reattached) -> Article:
    record = done.record
    blocks: list[Block] = []
    tombstones: list[Tombstone] = []
    absorbed: dict[str, list[str]] = {}
    for entry in record.entries:
        if entry.state == MERGED:
            absorbed.setdefault(entry.into, []).extend([entry.id(record.slug), *entry.aliases])
    raw = dict(zip(done.places, reading.blocks, strict=True))
    last = ""
    for index, entry in enumerate(record.entries):
        anchor = entry.id(record.slug)
        if entry.state == LIVE:
            blocks.append(_block(anchor, entry, raw[index], absorbed))
            last = anchor
        elif entry.state == GONE:
            tombstones.append(Tombstone(anchor, entry.number, entry.text, last))
    return Article(name.slug, reading.seed, reading.title, label, tuple(blocks), tuple(tombstones), record.aliases)


def _block(anchor: str, entry: Entry, raw: RawBlock, absorbed: Mapping[str, Sequence[str]]) -> Block:
    numbers = [each.number for each in entry.sentences if not each.gone]
    return Block(
        id=anchor,
        kind=raw.kind,
        number=entry.number,
        start=raw.start,
        end=raw.end,
        text=raw.text,
        reason=raw.reason,
        furniture=raw.furniture,
        sentences=tuple(
            Sentence(f"{anchor}-s{given}", span.start, span.end)
            for given, span in zip(numbers, raw.sentences, strict=True)
        ),
        aliases=(*entry.aliases, *absorbed.get(anchor, ())),
        revisions=tuple(Revision(text, digest(text)) for text in entry.revisions),
    )
