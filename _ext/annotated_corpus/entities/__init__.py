"""People and places: names found in each article, and joined over the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.entities.recognise import recognise
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
    """Find the people and places of all articles, join them into entries, and apply the decisions."""
    found = [recognise(article.blocks) for article in articles]
    entities, mentions = assemble(articles, resolve(articles, found))
    return Annotation(tuple(entities), tuple(mentions))


def explain(article: Article, offset: int, articles: Sequence[Article], decisions: Decisions) -> str:
    """Say why the words at an offset of an article's seed are, or are not, a mention of an entry."""
    for each in recognise(article.blocks):
        if each.start <= offset < each.end:
            what = f"a {each.kind}" if each.kind else "neither a person nor a place"
            return f"“{each.text}” is {what}: {each.reason}."
    return "No name stands there: the words have no capital letters, or lie in a credit or furniture."
