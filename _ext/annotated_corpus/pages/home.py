"""The way in: the list of articles and the figures of the edition."""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, BlockKind, EntityKind, Relation
from annotated_corpus.pages.comparison import comparison_names
from annotated_corpus.pages.frame import directive, page
from annotated_corpus.pages.markdown import escape, role
from annotated_corpus.pages.phrases import RELATION, count, date_in_words


def index_page(lookup: Lookup) -> str:
    """Return the page that leads to all others."""
    names = comparison_names(lookup)
    cards = "\n\n".join(_card(lookup, article) for article in lookup.corpus.articles)
    grid = directive("grid", "1 1 2 2", cards, {"gutter": "3"})
    order = ["comparison", "people", "places", "sources"]
    toctree = directive(
        "toctree", "", "\n".join([*(article.id for article in lookup.corpus.articles), *order]), {"hidden": "true"}
    )
    stories = "Articles that share claims stand side by side in the {doc}`comparison`. " if names else ""
    rest = "Who and where: {doc}`people` and {doc}`places`. Where the texts come from: {doc}`sources`."
    return page("the seeds", "# The articles", grid, stories + rest, toctree)


def _card(lookup: Lookup, article: Article) -> str:
    claims = lookup.claims_of_article.get(article.id, ())
    shared = sum(claim.id in lookup.matches_of_claim for claim in claims)
    stated = [each for each in (article.seed.metadata.source, date_in_words(article.seed.metadata.date)) if each]
    paragraphs = sum(block.kind is BlockKind.PARAGRAPH for block in article.blocks)
    facts = (
        f"{count(paragraphs, 'paragraph')}, {count(len(claims), 'claim')}, {shared:,} of them in other articles too."
    )
    content = [role("corpus:article", article.id) + (f"  \n{escape(', '.join(stated))}" if stated else ""), facts]
    return directive("grid-item-card", "", "\n\n".join(content))


def figures(lookup: Lookup) -> str:
    """Return the figures of the edition as a table, to be included in a landing page."""
    corpus = lookup.corpus
    blocks = [block for article in corpus.articles for block in article.blocks]
    people = sum(entity.kind is EntityKind.PERSON for entity in corpus.entities)
    matched = sum(claim.id in lookup.matches_of_claim for claim in corpus.claims)
    rows = [
        ("Articles", len(corpus.articles)),
        ("Paragraphs with a permanent anchor", sum(block.kind is BlockKind.PARAGRAPH for block in blocks)),
        ("Claims", len(corpus.claims)),
        ("Claims that another article makes too", matched),
        *(
            (f"Matches: {RELATION[relation].lower()}", sum(match.relation is relation for match in corpus.matches))
            for relation in Relation
        ),
        ("People", people),
        ("Places", len(corpus.entities) - people),
        ("Mentions of them", len(corpus.mentions)),
    ]
    table = ["| In this edition | |", "| --- | ---: |", *(f"| {name} | {number:,} |" for name, number in rows)]
    return page("the seeds", "\n".join(table))
