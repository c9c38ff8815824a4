"""The glossary of people and places: each with its roles and every mention in context."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from annotated_corpus.edition import Lookup
from annotated_corpus.entities import country_name
from annotated_corpus.model import Entity, EntityKind, Mention, Role
from annotated_corpus.pages.excerpt import OMITTED, hidden
from annotated_corpus.pages.frame import directive, page
from annotated_corpus.pages.map import located
from annotated_corpus.pages.markdown import escape, line, role, term
from annotated_corpus.pages.phrases import count

_CONTEXT = 48
"""Characters of the text shown on either side of a mention."""
_COMPANY = 5
"""An entry names this many others that stand most often in the same paragraphs."""
MAP = "Where the places are. Outlines: Natural Earth, public domain."


def people_page(lookup: Lookup) -> str:
    """Return the page of all people of the corpus."""
    return _glossary(
        lookup,
        EntityKind.PERSON,
        "People",
        "Everyone the articles name, under the fullest name that any of them gives, with every mention.",
    )


def places_page(lookup: Lookup) -> str:
    """Return the page of all places of the corpus."""
    return _glossary(
        lookup,
        EntityKind.PLACE,
        "Places",
        "Every place the articles name, with every mention.",
    )


def _glossary(lookup: Lookup, kind: EntityKind, title: str, introduction: str) -> str:
    entries = [_entry(lookup, entity) for entity in lookup.corpus.entities if entity.kind is kind]
    if not entries:
        return page("the seeds", f"# {title}", f"The articles name no {title.lower()}.")
    glossary = "\n".join(["```````{glossary}", "\n\n".join(entries), "```````"])
    mapped = kind is EntityKind.PLACE and located(lookup.corpus.entities)
    atlas = directive("corpus:atlas", "", MAP) if mapped else ""
    return page("the seeds", f"# {title}", introduction, atlas, glossary)


def _entry(lookup: Lookup, entity: Entity) -> str:
    mentions = lookup.mentions_of_entity[entity.id]
    parts = [f"({entity.id})=\n{line(_summary(entity, mentions))}"]
    if entity.roles:
        parts.append(f"Described as {_roles(entity.roles)}.")
    if entity.government:
        parts.append("May stand for a government.")
    if company := _company(lookup, entity, mentions):
        parts.append(f"Named together with {company}.")
    if entity.kind is EntityKind.PLACE and located([entity]):
        parts.append(directive("corpus:spot", entity.id))
    parts.append("\n".join(_concordance(lookup, mentions)))
    inner = "\n\n".join(parts).replace("\n", "\n  ")
    return f"{line(escape(entity.name))}\n  {inner}"


def _summary(entity: Entity, mentions: Sequence[Mention]) -> str:
    """Return the opening line: country and coordinates, other names, count, first mention."""
    words = []
    country = country_name(entity.country)
    if country not in ("", entity.name):
        words.append(f"{escape(country)}.")
    if entity.latitude is not None and entity.longitude is not None:
        north, east = "N" if entity.latitude >= 0 else "S", "E" if entity.longitude >= 0 else "W"
        words.append(f"{abs(entity.latitude):.2f}° {north}, {abs(entity.longitude):.2f}° {east}.")
    if entity.aliases:
        words.append(f"Also called {', '.join(map(escape, entity.aliases)).removesuffix('.')}.")
    words.append(f"{count(len(mentions), 'mention')}, first in {role('corpus:p', mentions[0].block)}.")
    links = []
    if entity.wikidata:
        links.append(f"[Wikidata {escape(entity.wikidata)}](<https://www.wikidata.org/wiki/{entity.wikidata}>)")
    if entity.geonames is not None:
        links.append(f"[GeoNames {entity.geonames}](<https://www.geonames.org/{entity.geonames}>)")
    return " ".join([*words, *([", ".join(links) + "."] if links else [])])


def _company(lookup: Lookup, entity: Entity, mentions: Iterable[Mention]) -> str:
    """Return who and what stands in the same paragraphs most often, more than once, and how often."""
    together: Counter[str] = Counter()
    for block in dict.fromkeys(mention.block for mention in mentions):
        together.update({each.entity for each in lookup.mentions_of_block[block]} - {entity.id})
    often = sorted(((number, each) for each, number in together.items() if number > 1), key=lambda x: (-x[0], x[1]))
    return ", ".join(
        f"{term(lookup.entities[each].name, lookup.entities[each].name)} ({number})"
        for number, each in often[:_COMPANY]
    )


def _roles(roles: Iterable[Role]) -> str:
    """Return each wording once, quoted, with the paragraphs that use it."""
    places: dict[str, list[str]] = {}
    for each in roles:
        places.setdefault(each.text, []).append(role("corpus:p", each.block))
    return "; ".join(f"“{escape(text)}” ({', '.join(blocks)})" for text, blocks in places.items())


def _concordance(lookup: Lookup, mentions: Iterable[Mention]) -> list[str]:
    lines = []
    for article, of_article in groupby(mentions, key=lambda mention: mention.article):
        lines.append(f"- {role('corpus:article', article)}")
        for mention in of_article:
            block = lookup.blocks[mention.block]
            if any(span.start <= mention.start < span.end for span in hidden(lookup, lookup.articles[article], block)):
                lines.append(f"  - {role('corpus:p', mention.block)}: {escape(OMITTED)}")
                continue
            at, end = mention.start - block.start, mention.end - block.start
            before, after = _clip(block.text[:at], left=True), _clip(block.text[end:], left=False)
            lines.append(
                f"  - {role('corpus:p', mention.block)}: {escape(before)}"
                f"{role('corpus:name', block.text[at:end])}{escape(after)}"
            )
    return lines


def _clip(text: str, left: bool) -> str:
    """Return the words of ``text`` next to the mention, cut between words where it is long."""
    if len(text) <= _CONTEXT:
        return text
    if left:
        cut = text[-_CONTEXT:]
        return "…" + (cut[cut.index(" ") :] if " " in cut else cut)
    cut = text[:_CONTEXT]
    return (cut[: cut.rindex(" ") + 1] if " " in cut else cut) + "…"
