"""Slugs and labels of articles: given once, kept by the register, changed only by a sidecar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.register import LIVE, Record, Register
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import Metadata, Reading
from annotated_corpus.text import slugs


@dataclass(frozen=True, slots=True)
class Name:
    """The slug of an article, with what its label is made from."""

    slug: str
    metadata: Metadata


@dataclass(slots=True)
class Naming:
    """The names of the readings in their order, and the register under the names that articles have now."""

    names: list[Name]
    register: Register
    changes: list[Change] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def assign_slugs(readings: Sequence[Reading], register: Register) -> Naming:
    """Give every reading its slug, and re-key the register where one has changed.

    A seed that was renamed and is the same to the byte, or whose sidecar states the slug of a seed
    that has gone, is the same article. A seed that only shares the words of one that has gone could
    be another outlet's copy: it is a new article, and a message says how to make it the old one.

    Raises:
        CorpusError: if a slug is, or was, that of another article.
    """
    records = dict(register.records)
    here = {reading.seed.file for reading in readings}
    known = {record.file: slug for slug, record in records.items() if record.file in here}
    lost = {slug: record for slug, record in records.items() if record.file not in here}
    same_bytes = {record.sha256: slug for slug, record in lost.items() if record.sha256}
    owners = {alias: slug for slug, record in records.items() for alias in (slug, *record.aliases)}
    stated = {reading.seed.metadata.slug for reading in readings}
    naming = Naming([], register)
    wrong: list[Diagnostic] = []
    for reading in readings:
        seed = reading.seed
        old = known.get(seed.file) or same_bytes.pop(seed.sha256, "")
        if not old and seed.metadata.slug in lost:
            old = seed.metadata.slug
        slug = seed.metadata.slug or old or _fresh(seed.file, owners, stated)
        if owners.get(slug, old) != old:
            message = f"slug {slug!r} is, or was, that of {records[owners[slug]].file}; choose another"
            wrong.append(Diagnostic(Code.SIDECAR, message, seed.sidecar))
            continue
        if old:
            naming.changes.extend(_renamed(records[old], slug, seed.file))
            lost.pop(old, None)
            if old != slug:
                records[slug] = _rename(records.pop(old), slug)
                owners |= dict.fromkeys((slug, *records[slug].aliases), slug)
        elif lost and (twin := _twin(reading, lost)):
            naming.diagnostics.append(
                Diagnostic(
                    Code.SEEDS,
                    f"shares its words with {lost[twin].file}, which has gone; if it is the same article, "
                    f'state slug = "{twin}" in {seed.sidecar} and remove {slug} from the register',
                    seed.path,
                )
            )
        owners[slug] = slug
        naming.names.append(Name(slug, seed.metadata))
    if wrong:
        raise CorpusError(wrong)
    naming.register = Register(MappingProxyType(records))
    return naming


def _renamed(record: Record, slug: str, file: str) -> list[Change]:
    changes = []
    if record.slug != slug:
        changes.append(Change(ChangeKind.RENAMED, slug, f"was {record.slug}, which stays an alias"))
    if record.file != file:
        changes.append(Change(ChangeKind.RENAMED, slug, f"{record.file} is now {file}"))
    return changes


def _twin(reading: Reading, lost: Mapping[str, Record]) -> str:
    """Return the slug of an article that has gone and that had most of these words, if there is one."""
    texts = {block.text for block in reading.blocks}
    for slug, record in lost.items():
        shared = sum(entry.text in texts for entry in record.entries if entry.state == LIVE)
        if 2 * shared > len(texts):
            return slug
    return ""


def _fresh(file: str, owners: Mapping[str, str], stated: set[str]) -> str:
    base = slug = slugs.from_stem(file.removesuffix(".txt"))
    count = 2
    while slug in owners or slug in stated:
        slug = f"{base}-{count}"
        count += 1
    return slug


def _rename(record: Record, slug: str) -> Record:
    """Re-key a record: each anchor issued so far becomes an alias of its new spelling."""
    now = {entry.id(record.slug): entry.id(slug) for entry in record.entries}
    entries = tuple(
        replace(
            entry,
            into=now.get(entry.into, ""),
            aliases=tuple(each for each in (*entry.aliases, entry.id(record.slug)) if each != entry.id(slug)),
        )
        for entry in record.entries
    )
    aliases = tuple(each for each in (*record.aliases, record.slug) if each != slug)
    return replace(record, slug=slug, entries=entries, aliases=aliases)


def labels(names: Sequence[Name]) -> dict[str, str]:
    """Return the label of every article: stated, else its source, else its slug; no two alike."""
    shown = {name.slug: name.metadata.label or name.metadata.source or name.slug for name in names}
    for finer in (_with_date, _with_slug):
        counts = Counter(label.casefold() for label in shown.values())
        for name in names:
            if counts[shown[name.slug].casefold()] > 1:
                shown[name.slug] = finer(name, shown[name.slug])
    return shown


def _with_date(name: Name, label: str) -> str:
    return f"{label}, {name.metadata.date}" if name.metadata.date else label


def _with_slug(name: Name, label: str) -> str:
    return f"{label} ({name.slug})"
