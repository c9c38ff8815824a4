"""People and places: names found in each article, and joined over the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.entities import decided
from annotated_corpus.entities.gazetteer import gazetteer
from annotated_corpus.entities.reasons import why
from annotated_corpus.entities.recognise import recognise, recogniser
from annotated_corpus.entities.resolve import assemble, resolve
from annotated_corpus.model import Article, Entity, Mention

__all__ = ["Annotation", "annotate", "explain"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """People and places of a corpus, every mention in corpus order, and what there is to warn about."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def annotate(articles: Sequence[Article], decisions: Decisions) -> Annotation:
    """Find the people and places of all articles, join them into entries, and apply the decisions.

    Raises:
        CorpusError: if an ``[[entity]]`` table has keys or values that it may not have.
    """
    clusters = resolve([recognise(article.blocks) for article in articles], gazetteer())
    warnings = decided.apply(clusters, decisions, articles)
    entities, mentions = assemble(articles, clusters)
    return Annotation(tuple(entities), tuple(mentions), tuple(warnings))


def explain(article: Article, offset: int, articles: Sequence[Article], decisions: Decisions) -> str:
    """Say why the words at an offset of an article's seed are, or are not, a mention of an entry."""
    number = next((n for n, block in enumerate(article.blocks) if block.start <= offset < block.end), None)
    if number is None:
        return "No text stands there: the offset lies outside every block of the article."
    block = article.blocks[number]
    if not block.kind.asserts or any(span.start <= offset < span.end for span in block.furniture):
        what = block.kind.value if not block.kind.asserts else "furniture"
        return f"No name is looked for there: it is {what}, not the article's own text."
    reading = why(article.blocks, number, offset - block.start, recogniser())
    found = annotate(articles, decisions)
    mention = next((m for m in found.mentions if m.article == article.id and m.start <= offset < m.end), None)
    if mention is None:
        return f"Not a mention. {reading}." if reading else "Not a mention: no capitalised name stands there."
    entity = next(e for e in found.entities if e.id == mention.entity)
    said = f"“{mention.text}” is a mention of {entity.name} ({entity.id})."
    return f"{said} {reading}." if reading else f"{said} An editor's decision added it."
