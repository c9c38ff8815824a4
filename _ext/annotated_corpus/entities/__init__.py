"""People and places: names found in each article, and joined over the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.entities import decided
from annotated_corpus.entities.gazetteer import country_name, gazetteer
from annotated_corpus.entities.reasons import why
from annotated_corpus.entities.recognise import Sighting, recognise, recogniser
from annotated_corpus.entities.resolve import assemble, resolve
from annotated_corpus.model import Article, Entity, Mention

__all__ = ["Annotation", "Sighting", "annotate", "country_name", "explain", "join", "read"]


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
    return join(articles, [read(article) for article in articles], decisions)


def read(article: Article) -> tuple[Sighting, ...]:
    """Return the people and places that one article names: a pure function of its blocks, fit to be kept."""
    return recognise(article.blocks)


def join(articles: Sequence[Article], found: Sequence[Sequence[Sighting]], decisions: Decisions) -> Annotation:
    """Join what was read in each article into the entries of the corpus, and apply the decisions."""
    clusters = resolve(found, gazetteer())
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
    said, decision = _outcome(article, offset, articles, decisions)
    by = f" So decided at {decision.path}:{decision.line}." if decision else ""
    if not reading and said == _NO_MENTION:
        return f"{said}: no capitalised name stands there.{by}"
    return f"{said}.{by} {reading}." if reading else f"{said}.{by}"


_NO_MENTION = "Not a mention"


def _outcome(
    article: Article, offset: int, articles: Sequence[Article], decisions: Decisions
) -> tuple[str, Decision | None]:
    """Return what the words at an offset are in the end, and the last decision that changed it."""
    found = [read(each) for each in articles]
    entries = decisions.of("entity")
    said, by = "", None
    for count in range(len(entries) + 1):
        made = join(articles, found, Decisions(entries[:count]))
        mention = next((m for m in made.mentions if m.article == article.id and m.start <= offset < m.end), None)
        now = _NO_MENTION
        if mention:
            entity = next(e for e in made.entities if e.id == mention.entity)
            now = f"“{mention.text}” is a mention of {entity.name} ({entity.id})"
        if count and now != said:
            by = entries[count - 1]
        said = now
    return said, by
