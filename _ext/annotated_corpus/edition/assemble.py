"""Run the stages over a folder of seeds."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from annotated_corpus import anchors, claims, decisions, entities, text
from annotated_corpus.anchors import Change, Register
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.edition.stories import group_stories
from annotated_corpus.model import Article, Corpus, Near
from annotated_corpus.progress import Progress, silent
from annotated_corpus.settings import Settings
from annotated_corpus.stages import HERE, Stages

DECISIONS = "decisions.toml"
GAZETTEER = "gazetteer.tsv"


@dataclass(frozen=True, slots=True)
class Edition:
    """What the stages made: the corpus, its register of anchors, and what there is to say about it.

    ``candidates`` are the pairs too improbable to be shown as matches but worth an editor's look;
    ``changes`` say what became of the anchors issued before.
    """

    corpus: Corpus
    register: Register
    changes: tuple[Change, ...]
    candidates: tuple[claims.Scored, ...]
    diagnostics: tuple[Diagnostic, ...]


def assemble(
    seeds: Path,
    register: Path | None,
    settings: Settings,
    shown: str = "",
    stages: Stages = HERE,
    work: Path | None = None,
    progress: Progress = silent,
) -> Edition:
    """Read the folder ``seeds`` and the register file, and return the edition; write neither.

    ``shown`` is what messages call the folder. Without a ``register`` every anchor is issued anew.
    ``stages`` runs what can be done article by article. In the folder ``work`` the comparison of a large corpus keeps
    what the next run can use; ``progress`` is told how far it is.

    Raises:
        CorpusError: if the seeds, the register, the decisions or the gazetteer cannot be used as they are.
    """
    with _uncollected():
        return _assemble(seeds, register, settings, shown or str(seeds), stages, work, progress)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the collector of cycles off: the stages make millions of small values, and none of them is in a cycle.

    It would look through all of them again and again, for a fifth of the time that the stages take.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _followed(decided: Decisions, articles: Iterable[Article]) -> Decisions:
    """Return the decisions with the anchors that articles have now in place of those under their earlier slugs."""
    current = {article.id for article in articles}
    slugs = {old: article.id for article in articles for old in article.aliases if old not in current}
    if not slugs:
        return decided

    def follow(value: object) -> object:
        parts = anchors.parse(value) if isinstance(value, str) else None
        if parts is None or parts.slug not in slugs:
            return value
        return slugs[parts.slug] + str(value).removeprefix(parts.slug)

    return Decisions(
        tuple(
            replace(each, values=MappingProxyType({key: follow(value) for key, value in each.values.items()}))
            for each in decided.entries
        )
    )


def _assemble(
    seeds: Path,
    register: Path | None,
    settings: Settings,
    shown: str,
    stages: Stages,
    work: Path | None,
    progress: Progress,
) -> Edition:
    loaded, seed_notes = text.load_seeds(seeds, shown)
    decided = decisions.load(seeds / DECISIONS, f"{shown}/{DECISIONS}")
    own = entities.load_gazetteer(seeds / GAZETTEER, f"{shown}/{GAZETTEER}")
    readings, reading_notes = text.read(loaded, stages)
    known = anchors.load_register(register) if register else Register()
    attachment = anchors.attach(readings, known, decided)
    articles = attachment.articles
    decided = _followed(decided, articles)
    asserted = claims.extract(articles, stages)
    matching = claims.match(articles, asserted, decided, settings, stages, work, progress, entities.part_of)
    annotation = entities.annotate(articles, decided, settings, stages, own)
    corpus = Corpus(
        articles,
        asserted,
        matching.matches,
        annotation.entities,
        annotation.mentions,
        group_stories(articles, asserted, matching.matches),
        attachment.withdrawn,
        tuple(Near(each.a, each.b, each.score) for each in matching.candidates),
    )
    return Edition(
        corpus,
        attachment.register,
        attachment.changes,
        matching.candidates,
        (*seed_notes, *reading_notes, *attachment.diagnostics, *matching.diagnostics, *annotation.diagnostics),
    )
