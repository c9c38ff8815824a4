"""Give every block of every reading its permanent anchor, and say what became of the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotated_corpus.anchors import overrule
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.checksums import digest
from annotated_corpus.anchors.names import Name, assign_slugs, labels
from annotated_corpus.anchors.reattach import reattach
from annotated_corpus.anchors.register import GONE, LIVE, MERGED, Record, Register
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.model import Article, Block, Reading, Revision, Sentence, Tombstone


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
    names, register, changes = assign_slugs(readings, register)
    records = dict(register.records)
    wrong: list[Diagnostic] = []
    articles: list[Article] = []
    shown = labels(names)
    for name, reading in zip(names, readings, strict=True):
        before = records.get(name.slug)
        try:
            record, spans, news = reattach(name.slug, before, reading, settled)
        except CorpusError as error:
            wrong.extend(error.diagnostics)
            continue
        records[name.slug] = record
        changes.extend(news)
        articles.append(_article(name, shown[name.slug], record, reading, spans))
    if wrong:
        raise CorpusError(wrong)
    here = {name.slug for name in names}
    gone = []
    for slug in sorted(records):
        if slug not in here:
            record = records[slug]
            if not record.withdrawn:
                changes.append(Change(ChangeKind.WITHDRAWN, slug, f"{record.file} has gone"))
            records[slug] = record = _withdraw(record)
            gone.append(record)
    articles = overrule.apply(articles, overruled)
    return Attachment(tuple(articles), Register(MappingProxyType(records)), tuple(changes), ())


def _withdraw(record: Record) -> Record:
    entries = tuple(replace(each, state=GONE) if each.state == LIVE else each for each in record.entries)
    return replace(record, withdrawn=True, entries=entries)


def _article(
    name: Name, label: str, record: Record, reading: Reading, order: Sequence[tuple[int, tuple[str, ...]]]
) -> Article:
    by_entry = {entry: (block, numbers) for block, (entry, numbers) in zip(reading.blocks, order, strict=True)}
    blocks: list[Block] = []
    tombstones: list[Tombstone] = []
    last = ""
    absorbed: dict[str, list[str]] = {}
    for entry in record.entries:
        if entry.state == MERGED:
            absorbed.setdefault(entry.into, []).extend([entry.id(record.slug), *entry.aliases])
    for index, entry in enumerate(record.entries):
        anchor = entry.id(record.slug)
        if entry.state == GONE:
            tombstones.append(Tombstone(anchor, entry.number, entry.text, last))
        if index not in by_entry:
            continue
        raw, numbers = by_entry[index]
        blocks.append(
            Block(
                anchor,
                raw.kind,
                entry.number,
                raw.start,
                raw.end,
                raw.text,
                raw.reason,
                raw.furniture,
                tuple(Sentence(f"{anchor}-s{n}", s.start, s.end) for n, s in zip(numbers, raw.sentences, strict=True)),
                (*entry.aliases, *absorbed.get(anchor, ())),
                tuple(Revision(text, digest(text)) for text in entry.revisions),
            )
        )
        last = anchor
    return Article(record.slug, reading.seed, reading.title, label, tuple(blocks), tuple(tombstones), record.aliases)
