"""Run the stages over a folder of seeds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from annotated_corpus import anchors, claims, decisions, entities, text
from annotated_corpus.anchors import Change, Register
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.edition.stories import group_stories
from annotated_corpus.model import Corpus, Match
from annotated_corpus.settings import Settings
from annotated_corpus.stages import HERE, Stages

DECISIONS = "decisions.toml"


@dataclass(frozen=True, slots=True)
class Edition:
    """What the stages made: the corpus, its register of anchors, and what there is to say about it.

    ``candidates`` are the pairs too improbable to be shown as matches but worth an editor's look;
    ``changes`` say what became of the anchors issued before.
    """

    corpus: Corpus
    register: Register
    changes: tuple[Change, ...]
    candidates: tuple[Match, ...]
    diagnostics: tuple[Diagnostic, ...]


def assemble(seeds: Path, register: Path | None, settings: Settings, shown: str = "", stages: Stages = HERE) -> Edition:
    """Read the folder ``seeds`` and the register file, and return the edition; write nothing.

    ``shown`` is what messages call the folder. Without a ``register`` every anchor is issued anew.
    ``stages`` runs what can be done article by article.

    Raises:
        CorpusError: if the seeds, the register or the decisions cannot be used as they are.
    """
    shown = shown or str(seeds)
    loaded, seed_notes = text.load_seeds(seeds, shown)
    decided = decisions.load(seeds / DECISIONS, f"{shown}/{DECISIONS}")
    readings, reading_notes = text.read(loaded, stages)
    known = anchors.load_register(register) if register else Register()
    attachment = anchors.attach(readings, known, decided)
    articles = attachment.articles
    asserted = claims.extract(articles, stages)
    matching = claims.match(articles, asserted, decided, settings)
    annotation = entities.annotate(articles, decided, settings, stages)
    corpus = Corpus(
        articles,
        asserted,
        matching.matches,
        annotation.entities,
        annotation.mentions,
        group_stories(articles, asserted, matching.matches),
        attachment.withdrawn,
    )
    return Edition(
        corpus,
        attachment.register,
        attachment.changes,
        matching.candidates,
        (*seed_notes, *reading_notes, *attachment.diagnostics, *matching.diagnostics, *annotation.diagnostics),
    )
