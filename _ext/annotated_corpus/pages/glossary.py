"""The glossary of people and places: each with its roles and every mention in context."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from annotated_corpus.edition import Lookup
from annotated_corpus.entities import country_name
from annotated_corpus.model import Entity, EntityKind, Mention, Role
from annotated_corpus.pages import words
from annotated_corpus.pages.excerpt import OMITTED, hidden
from annotated_corpus.pages.filing import ordered
from annotated_corpus.pages.layout import PREFIXES, entry_link, glossary_pages, is_large
from annotated_corpus.pages.map import located
from annotated_corpus.pages.markup.directives import anchored, directive, page, toctree
from annotated_corpus.pages.markup.inline import escape, line, link, role
from annotated_corpus.pages.markup.mentions import Mentioned
from annotated_corpus.pages.markup.mentions import write as write_mentions
from annotated_corpus.pages.markup.names import Cite, Directive
from annotated_corpus.pages.phrases import count

_CONTEXT = 48
"""Characters of the text shown on either side of a mention."""
_OFTEN = 40
"""The first page of a large edition's glossary names this many entries."""
_COMPANY = 5
"""An entry names this many others that stand most often in the same paragraphs."""


def glossary_files(lookup: Lookup) -> dict[str, str]:
    """Return the pages of people and of places by file name: one each, or in a large edition more by name."""
    return {
        **_glossary(lookup, EntityKind.PERSON, words.PEOPLE, words.PEOPLE_ARE),
        **_glossary(lookup, EntityKind.PLACE, words.PLACES, words.PLACES_ARE),
    }


def _glossary(lookup: Lookup, kind: EntityKind, title: str, introduction: str) -> dict[str, str]:
    home = PREFIXES[kind]
    filed: dict[str, list[Entity]] = {}
    places = glossary_pages(lookup, kind)
    for entity in ordered(lookup.corpus.entities):
        if entity.kind is kind:
            filed.setdefault(places[entity.id], []).append(entity)
    if not filed:
        return {f"{home}.md": page(words.SEEDS, f"# {title}", words.NOBODY.format(kind=title.lower()))}
    mapped = located(lookup.corpus.entities) if kind is EntityKind.PLACE else []
    atlas = directive(Directive.ATLAS, _state(lookup, mapped), words.MAP) if mapped else ""
    if home in filed:
        return {f"{home}.md": page(words.SEEDS, f"# {title}", introduction, atlas, _entries(lookup, filed[home]))}
    pages = {
        f"{name}.md": page(words.SEEDS, f"# {title}: {_range(entities)}", _entries(lookup, entities))
        for name, entities in filed.items()
    }
    often = sorted(
        (entity for entities in filed.values() for entity in entities),
        key=lambda entity: -len(lookup.mentions_of_entity[entity.id]),
    )[:_OFTEN]
    named = "\n".join(
        f"- {_linked(lookup, entity.id)}: {count(len(lookup.mentions_of_entity[entity.id]), 'mention')}"
        for entity in often
    )
    by_name = "\n".join(
        f"- {{doc}}`{escape(_range(entities))} <{name}>`: {count(len(entities), 'entry', 'entries')}"
        for name, entities in filed.items()
    )
    # In one long page of the whole edition, headings must not share an anchor.
    headings = (f"## {words.OFTEN.format(title=title)}", f"## {words.BY_NAME.format(title=title)}")
    contents = (headings[0], named, headings[1], by_name, toctree(filed, aside=True))
    return {f"{home}.md": page(words.SEEDS, f"# {title}", introduction, atlas, *contents), **pages}


def _range(entities: Sequence[Entity]) -> str:
    """Return the first and the last name on a page."""
    first, last = entities[0].name, entities[-1].name
    return first if first == last else words.FROM_TO.format(first=first, last=last)


def _state(lookup: Lookup, mapped: Sequence[Entity]) -> str:
    """Return a digest of what the map is drawn from, so that the page changes when the map does."""
    drawn = [(each.name, each.latitude, each.longitude, len(lookup.mentions_of_entity[each.id])) for each in mapped]
    return hashlib.sha256(repr(drawn).encode()).hexdigest()[:12]


def _entries(lookup: Lookup, entities: Iterable[Entity]) -> str:
    return "\n".join(["```````{glossary}", "\n\n".join(_entry(lookup, each) for each in entities), "```````"])


def _entry(lookup: Lookup, entity: Entity) -> str:
    mentions = lookup.mentions_of_entity[entity.id]
    parts = [anchored((entity.id,), line(_summary(entity, mentions)), is_large(lookup.corpus))]
    if entity.roles:
        parts.append(words.ROLES.format(roles=_roles(entity.roles)))
    if entity.government:
        parts.append(words.GOVERNMENT)
    if company := _company(lookup, entity, mentions):
        parts.append(words.COMPANY.format(names=company))
    if entity.kind is EntityKind.PLACE and located([entity]):
        parts.append(directive(Directive.SPOT, entity.id))
    parts.append(_concordance(lookup, mentions))
    inner = "\n\n".join(parts).replace("\n", "\n  ")
    return f"{line(escape(entity.name))}\n  {inner}"


def _summary(entity: Entity, mentions: Sequence[Mention]) -> str:
    """Return the opening line: country and coordinates, other names, count, first mention."""
    said = []
    country = country_name(entity.country)
    if country not in ("", entity.name):
        said.append(f"{escape(country)}.")
    if entity.latitude is not None and entity.longitude is not None:
        north, east = "N" if entity.latitude >= 0 else "S", "E" if entity.longitude >= 0 else "W"
        said.append(f"{abs(entity.latitude):.2f}° {north}, {abs(entity.longitude):.2f}° {east}.")
    if entity.aliases:
        said.append(words.ALIASES.format(names=", ".join(map(escape, entity.aliases)).removesuffix(".")))
    said.append(
        words.FIRST_IN.format(
            mentions=count(len(mentions), "mention"), paragraph=role(Cite.PARAGRAPH, mentions[0].block)
        )
    )
    links = []
    if entity.wikidata:
        links.append(f"[Wikidata {escape(entity.wikidata)}](<https://www.wikidata.org/wiki/{entity.wikidata}>)")
    if entity.geonames is not None:
        links.append(f"[GeoNames {entity.geonames}](<https://www.geonames.org/{entity.geonames}>)")
    return " ".join([*said, *([", ".join(links) + "."] if links else [])])


def _company(lookup: Lookup, entity: Entity, mentions: Iterable[Mention]) -> str:
    """Return who and what stands in the same paragraphs most often, more than once, and how often."""
    together: Counter[str] = Counter()
    for block in dict.fromkeys(mention.block for mention in mentions):
        together.update({each.entity for each in lookup.mentions_of_block[block]} - {entity.id})
    often = sorted(((number, each) for each, number in together.items() if number > 1), key=lambda x: (-x[0], x[1]))
    return ", ".join(f"{_linked(lookup, each)} ({number})" for number, each in often[:_COMPANY])


def _linked(lookup: Lookup, entity: str) -> str:
    name, target = entry_link(lookup, entity)
    return link(name, lookup.entities[entity].name, target)


def _roles(roles: Iterable[Role]) -> str:
    """Return each wording once, quoted, with the paragraphs that use it."""
    places: dict[str, list[str]] = {}
    for each in roles:
        places.setdefault(each.text, []).append(role(Cite.PARAGRAPH, each.block))
    return "; ".join(f"“{escape(text)}” ({', '.join(blocks)})" for text, blocks in places.items())


def _concordance(lookup: Lookup, mentions: Iterable[Mention]) -> str:
    """Return the mentions, each with the words around it."""
    return write_mentions(_mentioned(lookup, mention) for mention in mentions)


def _mentioned(lookup: Lookup, mention: Mention) -> Mentioned:
    block = lookup.blocks[mention.block]
    if any(span.start <= mention.start < span.end for span in hidden(lookup, lookup.articles[mention.article], block)):
        return Mentioned(mention.block, "", "", OMITTED)
    at, end = mention.start - block.start, mention.end - block.start
    before, after = _clip(block.text[:at], left=True), _clip(block.text[end:], left=False)
    return Mentioned(mention.block, before, block.text[at:end], after)


def _clip(text: str, left: bool) -> str:
    """Return the words of ``text`` next to the mention, cut between words where it is long."""
    if len(text) <= _CONTEXT:
        return text
    if left:
        cut = text[-_CONTEXT:]
        return "…" + (cut[cut.index(" ") :] if " " in cut else cut)
    cut = text[:_CONTEXT]
    return (cut[: cut.rindex(" ") + 1] if " " in cut else cut) + "…"
