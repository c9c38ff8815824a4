"""Which pages a large edition is split into: sections of articles, and the glossary by the letters of its names.

A small edition has one list of articles and one glossary page a kind. From more than ``LARGE`` articles on, a
list of everything on one page, or beside every page, would serve nobody: articles are listed by section, a month
(or a day, or a numbered part of it), those of one story together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotated_corpus.edition import Lookup
from annotated_corpus.model import LARGE, Corpus, Entity, EntityKind, Story
from annotated_corpus.pages import words
from annotated_corpus.pages.filing import heading, ordered, plain
from annotated_corpus.pages.markup.names import Cite
from annotated_corpus.pages.phrases import date_in_words

_FULL = 100
"""A section of more articles is split by day, and one of a day into numbered parts."""
_HEAVY = 2000
"""Where a glossary page would hold more mentions, each letter gets a page; where one still would, each two letters."""
PREFIXES = {EntityKind.PERSON: "people", EntityKind.PLACE: "places"}


@dataclass(frozen=True, slots=True)
class Unit:
    """Articles listed together: those of a story by date, or one that shares no claim with another."""

    articles: tuple[str, ...]
    story: Story | None
    date: str


@dataclass(frozen=True, slots=True)
class Section:
    """A page that lists articles: its file name without ending, its heading, and what it lists."""

    name: str
    title: str
    units: tuple[Unit, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of its articles, in order."""
        return tuple(article for unit in self.units for article in unit.articles)


def is_large(corpus: Corpus) -> bool:
    """Whether an edition is split into sections."""
    return len(corpus.articles) > LARGE


def entry_link(lookup: Lookup, entity: str) -> tuple[str, str]:
    """Return role and target by which pages refer to an entry: of Sphinx's glossary, or in a large edition our own."""
    entry = lookup.entities[entity]
    return (Cite[entry.kind.name], entity) if is_large(lookup.corpus) else ("term", entry.name)


def sections(lookup: Lookup) -> tuple[Section, ...]:
    """Return the sections of a large edition in order of date, undated articles last."""
    found: list[Section] = []
    for month, units in _grouped(_units(lookup), len("2021-12")):
        if sum(len(unit.articles) for unit in units) <= _FULL:
            found.append(_section(month, units))
            continue
        for day, of_day in _grouped(units, len("2021-12-02")):
            parts = list(_parts(of_day))
            found += [_section(day, part, number if len(parts) > 1 else 0) for number, part in enumerate(parts, 1)]
    return tuple(found)


def _units(lookup: Lookup) -> list[Unit]:
    dates = {article.id: article.seed.metadata.date for article in lookup.corpus.articles}
    units, listed = [], set()
    for article in lookup.corpus.articles:
        if article.id in listed:
            continue
        story = lookup.story_of_article.get(article.id)
        members = sorted(story.articles if story else (article.id,), key=lambda each: _when(dates[each]))
        listed.update(members)
        units.append(Unit(tuple(members), story, dates[members[0]]))
    return sorted(units, key=lambda unit: _when(unit.date))


def _when(date: str) -> tuple[bool, str]:
    return not date, date


def _grouped(units: Iterable[Unit], length: int) -> list[tuple[str, list[Unit]]]:
    """Return the units by the beginning of their date, in the order in which they come."""
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(unit.date[:length], []).append(unit)
    return list(groups.items())


def _parts(units: Sequence[Unit]) -> Iterable[list[Unit]]:
    """Cut a list where it is full; a story of more articles than a section holds is cut too."""
    part: list[Unit] = []
    size = 0
    for unit in units:
        for start in range(0, len(unit.articles), _FULL):
            piece = Unit(unit.articles[start : start + _FULL], unit.story, unit.date)
            if size + len(piece.articles) > _FULL:
                yield part
                part, size = [], 0
            part.append(piece)
            size += len(piece.articles)
    yield part


def _section(date: str, units: Iterable[Unit], number: int = 0) -> Section:
    name = "-".join(filter(None, ("articles", date or "undated", str(number or ""))))
    title = date_in_words(date) if date else words.UNDATED
    return Section(name, words.PART.format(title=title, number=number) if number else title, tuple(units))


def glossary_pages(lookup: Lookup, kind: EntityKind) -> dict[str, str]:
    """Return the page of each entry of a kind, without ending, by its id: one for all in a small edition."""
    entities = ordered(each for each in lookup.corpus.entities if each.kind is kind)
    prefix = PREFIXES[kind]
    weights = {each.id: len(lookup.mentions_of_entity.get(each.id, ())) for each in entities}
    if not is_large(lookup.corpus) or sum(weights.values()) <= _HEAVY:
        return {each.id: prefix for each in entities}
    found: dict[str, str] = {}
    _split(prefix, entities, weights, 1, found)
    return found


def _split(
    prefix: str, entities: Sequence[Entity], weights: Mapping[str, int], depth: int, found: dict[str, str]
) -> None:
    groups: dict[str, list[Entity]] = {}
    for each in entities:
        groups.setdefault(_letters(heading(each))[:depth], []).append(each)
    for letters, members in groups.items():
        longer = any(len(_letters(heading(each))) > depth for each in members)
        if longer and len(members) > 1 and sum(weights[each.id] for each in members) > _HEAVY:
            _split(prefix, members, weights, depth + 1, found)
        else:
            found.update(dict.fromkeys((each.id for each in members), f"{prefix}-{letters or 'other'}"))


def _letters(name: str) -> str:
    """Return the letters a to z, without marks, of the words under which an entry is filed."""
    return "".join(char for char in plain(name) if "a" <= char <= "z")
