"""Slugs and labels of articles: given once, kept by the register, changed only by a sidecar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotated_corpus.anchors.changes import Change, ChangeKind
from annotated_corpus.anchors.register import MERGED, Record, Register
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import Metadata, Reading
from annotated_corpus.text import slugs


@dataclass(frozen=True, slots=True)
class Name:
    """The slug of an article, with what its label is made from."""

    slug: str
    metadata: Metadata


def assign_slugs(readings: Sequence[Reading], register: Register) -> tuple[list[Name], Register, list[Change]]:
    """Give every reading its slug, and re-key the register where one has changed.

    Raises:
        CorpusError: if a slug is, or was, that of another article.
    """
    known = {record.file: slug for slug, record in register.records.items()}
    here = {reading.seed.file for reading in readings}
    lost = {record.sha256: slug for slug, record in register.records.items() if record.file not in here}
    records = dict(register.records)
    changes: list[Change] = []
    wrong: list[Diagnostic] = []
    taken = {alias: record.slug for record in records.values() for alias in (record.slug, *record.aliases)}
    stated = {reading.seed.metadata.slug for reading in readings}
    names: list[Name] = []
    for reading in readings:
        seed = reading.seed
        old = known.get(seed.file) or lost.get(seed.sha256, "")
        slug = seed.metadata.slug or old or _fresh(seed.file, taken, stated)
        if not old and slug in records and records[slug].file not in here:
            old = slug
        owner = taken.get(slug)
        if (owner is not None and owner not in (slug, old)) or (owner == slug and owner != old):
            wrong.append(
                Diagnostic(Code.SIDECAR, f"slug {slug!r} is or was that of another article; choose another", seed.file)
            )
            continue
        if old and old != slug:
            records[slug] = _rename(records.pop(old), slug)
            changes.append(Change(ChangeKind.RENAMED, slug, f"was {old}, which stays an alias"))
        elif old and records[old].file != seed.file:
            changes.append(Change(ChangeKind.RENAMED, slug, f"{records[old].file} is now {seed.file}"))
        taken[slug] = slug
        names.append(Name(slug, seed.metadata))
    if wrong:
        raise CorpusError(wrong)
    return names, Register(MappingProxyType(records)), changes


def _fresh(file: str, taken: dict[str, str], stated: set[str]) -> str:
    base = slug = slugs.from_stem(file.removesuffix(".txt"))
    count = 2
    while slug in taken or slug in stated:
        slug = f"{base}-{count}"
        count += 1
    return slug


def _rename(record: Record, slug: str) -> Record:
    """Re-key a record: each anchor issued so far becomes an alias of its new spelling."""
    entries = []
    for entry in record.entries:
        old = entry.id(record.slug)
        into = entry.into.replace(record.slug, slug, 1) if entry.state == MERGED else entry.into
        mine = entry.id(slug)
        entries.append(replace(entry, into=into, aliases=tuple(each for each in (*entry.aliases, old) if each != mine)))
    aliases = tuple(each for each in (*record.aliases, record.slug) if each != slug)
    return replace(record, slug=slug, entries=tuple(entries), aliases=aliases)


def labels(names: Sequence[Name]) -> dict[str, str]:
    """Return the label of every article: stated, else its source, else its slug; no two alike."""
    wanted = {name.slug: name.metadata.label or name.metadata.source or name.slug for name in names}
    for finer in (_with_date, _with_slug):
        counts = Counter(label.casefold() for label in wanted.values())
        wanted = {
            name.slug: finer(name, wanted[name.slug]) if counts[wanted[name.slug].casefold()] > 1 else wanted[name.slug]
            for name in names
        }
    return wanted


def _with_date(name: Name, label: str) -> str:
    return f"{label}, {name.metadata.date}" if name.metadata.date else label


def _with_slug(name: Name, label: str) -> str:
    return f"{label} ({name.slug})"
