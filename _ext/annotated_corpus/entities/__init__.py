"""People and places: names found in each article, and joined over the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from annotated_corpus.anchors import fingerprint
from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import Code, Diagnostic
from annotated_corpus.entities import decided
from annotated_corpus.entities.gazetteer import Place, country_name, part_of
from annotated_corpus.entities.own import load as load_gazetteer
from annotated_corpus.entities.own import with_own
from annotated_corpus.entities.pipeline import Reader, pipeline
from annotated_corpus.entities.reasons import why
from annotated_corpus.entities.recognise import Sighting, recognise, recogniser
from annotated_corpus.entities.resolve import assemble, resolve
from annotated_corpus.model import Article, Entity, Mention
from annotated_corpus.settings import Settings
from annotated_corpus.stages import HERE, Stages, digest

__all__ = [
    "Annotation",
    "Place",
    "Sighting",
    "annotate",
    "country_name",
    "explain",
    "join",
    "load_gazetteer",
    "part_of",
    "reader",
]


@dataclass(frozen=True, slots=True)
class Annotation:
    """People and places of a corpus, every mention in corpus order, and what there is to warn about."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def annotate(
    articles: Sequence[Article],
    decisions: Decisions,
    settings: Settings,
    stages: Stages = HERE,
    own: tuple[Place, ...] = (),
) -> Annotation:
    """Find the people and places of all articles, join them into entries, and apply the decisions.

    ``own`` are places that the editor has listed. Finding (see ``reader``) looks at one article at a time; joining
    (see ``join``) at what was found in all.

    Raises:
        CorpusError: if an ``[[entity]]`` table has keys or values that it may not have, or the spaCy pipeline that
            the settings name cannot be used.
    """
    if settings.spacy_pipeline:
        read = reader(settings, own)
        found = [read(article.blocks) for article in articles]
    else:
        found = stages.map("names", partial(_recognised, own), articles, partial(_depends, own))
    made = join(articles, found, decisions, own)
    if settings.spacy_pipeline and not any(found):
        return replace(made, diagnostics=(_SILENT, *made.diagnostics))
    return made


def _recognised(own: tuple[Place, ...], article: Article) -> tuple[Sighting, ...]:
    return recognise(article.blocks, recogniser(own))


def _depends(own: tuple[Place, ...], article: Article) -> str:
    """Return a digest of all that the names found in an article depend on."""
    return digest(fingerprint(article), own) if own else fingerprint(article)


_SILENT = Diagnostic(
    Code.OPTION,
    "the spaCy pipeline finds no person and no place; name a pipeline that labels PERSON, PER, GPE, LOC or FAC",
)


def reader(settings: Settings, own: tuple[Place, ...] = ()) -> Reader:
    """Return what finds the people and places that the blocks of one article name: a pure function of them.

    Its result is a tuple of frozen values that may be kept, for the same blocks, settings and ``own`` places.

    Raises:
        CorpusError: if the spaCy pipeline that the settings name cannot be used.
    """
    if settings.spacy_pipeline:
        return pipeline(settings.spacy_pipeline, with_own(own))
    return partial(recognise, using=recogniser(own))


def join(
    articles: Sequence[Article],
    found: Sequence[Sequence[Sighting]],
    decisions: Decisions,
    own: tuple[Place, ...] = (),
) -> Annotation:
    """Join what was read in each article into the entries of the corpus, and apply the decisions."""
    clusters = resolve(found, with_own(own))
    warnings = decided.apply(clusters, decisions, articles)
    entities, mentions = assemble(articles, clusters)
    return Annotation(tuple(entities), tuple(mentions), tuple(warnings))


def explain(
    article: Article,
    offset: int,
    articles: Sequence[Article],
    decisions: Decisions,
    settings: Settings,
    own: tuple[Place, ...] = (),
) -> str:
    """Say why the words at an offset of an article's seed are, or are not, a mention of an entry."""
    number = next((n for n, block in enumerate(article.blocks) if block.start <= offset < block.end), None)
    if number is None:
        return "No text stands there: the offset lies outside every block of the article."
    block = article.blocks[number]
    if not block.kind.asserts or any(span.start <= offset < span.end for span in block.furniture):
        what = block.kind.value if not block.kind.asserts else "furniture"
        return f"No name is looked for there: it is {what}, not the article's own text."
    read = reader(settings, own)
    found = [read(each.blocks) for each in articles]
    if settings.spacy_pipeline:
        reading = _proposal(found[articles.index(article)], offset, settings.spacy_pipeline)
    else:
        reading = why(article.blocks, number, offset - block.start, recogniser(own))
    said, decision = _outcome(article, offset, articles, found, decisions, own)
    by = f" So decided at {decision.path}:{decision.line}." if decision else ""
    if not reading and said == _NO_MENTION:
        return f"{said}: no capitalised name stands there.{by}"
    return f"{said}.{by} {reading}." if reading else f"{said}.{by}"


_NO_MENTION = "Not a mention"


def _proposal(found: Sequence[Sighting], offset: int, name: str) -> str:
    """Say what the spaCy pipeline proposes at an offset."""
    for each in found:
        if each.start <= offset < each.end:
            return f"The spaCy pipeline {name} proposes “{each.text}” as a {each.kind}"
    return f"The spaCy pipeline {name} proposes no person and no place there"


def _outcome(
    article: Article,
    offset: int,
    articles: Sequence[Article],
    found: Sequence[Sequence[Sighting]],
    decisions: Decisions,
    own: tuple[Place, ...],
) -> tuple[str, Decision | None]:
    """Return what the words at an offset are in the end, and the last decision that changed it."""
    number = articles.index(article)
    clusters = resolve(found, with_own(own))

    def read() -> tuple[str, str, str] | None:
        for cluster in clusters:
            for where, each in cluster.seen:
                if where == number and each.start <= offset < each.end:
                    return cluster.kind, cluster.name, each.text
        return None

    history: list[tuple[tuple[str, str, str] | None, Decision | None]] = [(read(), None)]

    def note(decision: Decision) -> None:
        if (now := read()) != history[-1][0]:
            history.append((now, decision))

    decided.apply(clusters, decisions, articles, note)
    entities, mentions = assemble(articles, clusters)
    by = history[-1][1]
    mention = next((m for m in mentions if m.article == article.id and m.start <= offset < m.end), None)
    if mention is None:
        return _NO_MENTION, by
    entity = next(e for e in entities if e.id == mention.entity)
    return f"“{mention.text}” is a mention of {entity.name} ({entity.id})", by
