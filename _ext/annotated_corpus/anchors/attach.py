"""Give every block of every reading its permanent anchor, and say what became of the old ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotated_corpus.anchors import overrule
from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.checksums import digest, plain
from annotated_corpus.anchors.names import Name, assign_slugs, labels
from annotated_corpus.anchors.questions import Question, Undecided
from annotated_corpus.anchors.reattach import Reattached, reattach
from annotated_corpus.anchors.register import GONE, LIVE, MERGED, Entry, Record, Register, SentenceEntry
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
    asked: list[Question] = []
    done: list[Reattached] = []
    for name, reading in zip(naming.names, readings, strict=True):
        try:
            each = reattach(name.slug, records.get(name.slug), reading, by_slug.get(name.slug, {}))
        except CorpusError as error:
            wrong.extend(error.diagnostics)
            asked.extend(error.questions if isinstance(error, Undecided) else ())
            continue
        done.append(each)
        records[name.slug] = replace(each.record, metadata=_stated(reading))
        changes.extend(each.changes)
    if wrong:
        raise Undecided(wrong, asked) if asked else CorpusError(wrong)
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


def _stated(reading: Reading) -> Metadata:
    """Return what has to be known of an article even when its seed has gone."""
    known = reading.seed.metadata
    return Metadata(title=reading.title, source=known.source, date=known.date, url=known.url, display=known.display)


def _withdraw(record: Record) -> Record:
    if record.withdrawn:
        return record
    entries = tuple(each if each.state == GONE else replace(each, state=GONE, into="") for each in record.entries)
    return replace(record, withdrawn=True, entries=entries)


def _shell(record: Record) -> Article:
    """Return what is left of an article whose seed has gone: its tombstones."""
    printed = next((each.text for each in record.entries if each.kind is BlockKind.TITLE), record.slug)
    title = record.metadata.title or printed
    stones = tuple(_stone(record.slug, each, "") for each in record.entries)
    seed = Seed(record.file, "", record.sha256, record.metadata)
    return Article(record.slug, seed, title, record.slug, (), stones, record.aliases)


def _article(name: Name, label: str, reading: Reading, done: Reattached) -> Article:
    record = done.record
    blocks: list[Block] = []
    tombstones: list[Tombstone] = []
    absorbed: dict[str, list[str]] = {}
    lost: dict[str, list[Tombstone]] = {}
    living = {entry.id(record.slug): plain(entry.text) for entry in record.entries if entry.state == LIVE}
    for entry in record.entries:
        if entry.state == MERGED:
            names = absorbed.setdefault(entry.into, [])
            names += (entry.id(record.slug), *entry.aliases)
            for each in entry.sentences:
                first, *older = _sentence_anchors(record.slug, entry, each)
                if plain(each.text) in living.get(entry.into, ""):
                    names += (first, *older)
                else:
                    stone = Tombstone(first, each.number, each.text, entry.into, tuple(older))
                    lost.setdefault(entry.into, []).append(stone)
    raw = dict(zip(done.places, reading.blocks, strict=True))
    last = ""
    for index, entry in enumerate(record.entries):
        anchor = entry.id(record.slug)
        if entry.state == LIVE:
            blocks.append(_block(anchor, entry, raw[index], absorbed))
            last = anchor
            tombstones += lost.get(anchor, ())
        elif entry.state == GONE:
            tombstones.append(_stone(record.slug, entry, last))
    return Article(name.slug, reading.seed, reading.title, label, tuple(blocks), tuple(tombstones), record.aliases)


def _sentence_anchors(slug: str, entry: Entry, sentence: SentenceEntry) -> list[str]:
    """Return the anchor of a sentence, and those that it had under older slugs."""
    return [f"{name}-s{sentence.number}" for name in (entry.id(slug), *entry.aliases)]


def _stone(slug: str, entry: Entry, after: str) -> Tombstone:
    sentences = (name for each in entry.sentences for name in _sentence_anchors(slug, entry, each))
    return Tombstone(entry.id(slug), entry.number, entry.text, after, (*entry.aliases, *sentences))


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
        gone=tuple(f"{anchor}-s{each.number}" for each in entry.sentences if each.gone),
    )
