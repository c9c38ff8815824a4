"""The way in: the list of articles and the figures of the edition."""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, BlockKind, EntityKind, Relation
from annotated_corpus.pages import words
from annotated_corpus.pages.comparison import comparison_name
from annotated_corpus.pages.layout import Section, is_large, sections
from annotated_corpus.pages.markup.directives import directive, page, toctree
from annotated_corpus.pages.markup.inline import escape, role
from annotated_corpus.pages.markup.names import Cite
from annotated_corpus.pages.phrases import RELATION, count, date_in_words, groups

_REST = ("comparison", "people", "places", "sources")


def index_page(lookup: Lookup) -> str:
    """Return the page that leads to all others."""
    if is_large(lookup.corpus):
        return _large_index(lookup)
    cards = "\n\n".join(_card(lookup, article) for article in lookup.corpus.articles)
    grid = directive("grid", "1 1 2 2", cards, {"gutter": "3"})
    pages = toctree([*(article.id for article in lookup.corpus.articles), *_REST])
    stories = f"{words.STORIES} " if lookup.corpus.stories else ""
    return page(words.SEEDS, f"# {words.ARTICLES_TITLE}", grid, stories + words.WHERE, pages)


def _large_index(lookup: Lookup) -> str:
    found = sections(lookup)
    dated: dict[str, list[str]] = {}
    for section in found:
        year = section.units[0].date[:4]
        number = count(len(section.articles), "article")
        dated.setdefault(year, []).append(f"- {{doc}}`{escape(section.title)} <{section.name}>`: {number}")
    lists = [f"## {year or words.UNDATED}\n\n" + "\n".join(rows) for year, rows in dated.items()]
    # The order of the reader's way through: what stands in the sidebar first.
    pages = (toctree(_REST), toctree([section.name for section in found], aside=True))
    return page(words.SEEDS, f"# {words.ARTICLES_TITLE}", f"{words.LISTED_TOGETHER} {words.WHERE}", *lists, *pages)


def section_pages(lookup: Lookup) -> dict[str, str]:
    """Return the pages that list the articles of a large edition, none for a small one."""
    if not is_large(lookup.corpus):
        return {}
    return {f"{section.name}.md": _section(lookup, section) for section in sections(lookup)}


def _section(lookup: Lookup, section: Section) -> str:
    parts: list[str] = []
    pages: list[str] = []
    for unit in section.units:
        rows = "\n".join(f"- {_line(lookup, lookup.articles[each])}" for each in unit.articles)
        if unit.story:
            name = comparison_name(lookup, unit.story)
            compared = f"{{doc}}`{groups(len(unit.story.groups))} <{name}>`"
            articles = words.ONE_STORY.format(articles=count(len(unit.story.articles), "article"))
            rows = f"**{articles}**, {compared}:\n\n{rows}"
            pages.append(name)
        parts.append(rows)
        pages += unit.articles
    # Lists that follow one another would be one list.
    listed = "\n\n% next\n\n".join(parts)
    return page(words.SEEDS, f"# {escape(section.title)}", listed, toctree(dict.fromkeys(pages), aside=True))


def _line(lookup: Lookup, article: Article) -> str:
    stated = [each for each in (article.seed.metadata.source, date_in_words(article.seed.metadata.date)) if each]
    return ", ".join([role(Cite.ARTICLE, article.id), *map(escape, stated)])


def _card(lookup: Lookup, article: Article) -> str:
    claims = lookup.claims_of_article.get(article.id, ())
    shared = sum(claim.id in lookup.matches_of_claim for claim in claims)
    stated = [each for each in (article.seed.metadata.source, date_in_words(article.seed.metadata.date)) if each]
    paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks)
    facts = words.FACTS.format(
        paragraphs=count(paragraphs, "paragraph"), claims=count(len(claims), "claim"), matched=shared
    )
    content = [role(Cite.ARTICLE, article.id) + (f"  \n{escape(', '.join(stated))}" if stated else ""), facts]
    return directive("grid-item-card", "", "\n\n".join(content))


def figures(lookup: Lookup) -> str:
    """Return the figures of the edition as a table, to be included in a landing page."""
    corpus = lookup.corpus
    blocks = [block for article in corpus.articles for block in article.blocks]
    people = sum(entity.kind is EntityKind.PERSON for entity in corpus.entities)
    matched = sum(claim.id in lookup.matches_of_claim for claim in corpus.claims)
    rows = [
        (words.FIGURES["articles"], len(corpus.articles)),
        (words.FIGURES["paragraphs"], sum(block.kind is BlockKind.PARAGRAPH for block in blocks)),
        (words.FIGURES["claims"], len(corpus.claims)),
        (words.FIGURES["matched"], matched),
        (words.FIGURES["groups"], sum(len(story.groups) for story in corpus.stories)),
        *(
            (
                words.FIGURES_MATCHES.format(relation=RELATION[relation].lower()),
                sum(match.relation is relation for match in corpus.matches),
            )
            for relation in Relation
        ),
        (words.FIGURES["people"], people),
        (words.FIGURES["places"], len(corpus.entities) - people),
        (words.FIGURES["mentions"], len(corpus.mentions)),
    ]
    head = f"| {words.FIGURES['title']} | |"
    table = [
        head,
        "| --- | ---: |",
        *(f"| {name} | {number:,} |" for name, number in rows),
    ]
    return page(words.SEEDS, "\n".join(table))
