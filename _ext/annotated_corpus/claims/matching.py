"""Matches: which claims of different articles say the same thing, how, and on what basis."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annotated_corpus.claims import candidates, verdicts
from annotated_corpus.claims.comparison import basis, differences, relation
from annotated_corpus.claims.function_words import FUNCTION_WORDS
from annotated_corpus.claims.stems import stem
from annotated_corpus.claims.wording import words
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.model import Article, Claim, Match
from annotated_corpus.settings import Settings

_WORTH_A_LOOK = 0.25
"""A pair less probable than this is not even shown to an editor."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What the comparison found: matches, pairs below the threshold for an editor's eye, and messages."""

    matches: tuple[Match, ...]
    candidates: tuple[Match, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def match(articles: Sequence[Article], claims: Sequence[Claim], decisions: Decisions, settings: Settings) -> Matching:
    """Compare the claims of different articles and apply the editor's decisions.

    Args:
        articles: all articles, in the order of the corpus; it says which claim of a match is ``a``.
        claims: what :func:`extract` made of them.
        decisions: the ``[[match]]`` tables settle what is a match.
        settings: ``threshold`` is the least probability of a match.

    Raises:
        CorpusError: a decision has a key or value that it may not have.
    """
    place = {article.id: n for n, article in enumerate(articles)}
    ordered = sorted(claims, key=lambda claim: (place[claim.article], claim.start))
    by_id = {claim.id: claim for claim in ordered}
    settled = verdicts.read(decisions, by_id, place)
    scored: dict[tuple[str, str], float] = _scores(ordered)
    found, open_ = [], []
    for (a, b), score in scored.items():
        if (a, b) in settled.verdicts:
            continue
        if score >= settings.threshold:
            found.append(_match(by_id[a], by_id[b], score))
        elif score >= _WORTH_A_LOOK:
            open_.append(_match(by_id[a], by_id[b], score))
    for (a, b), verdict in settled.verdicts.items():
        if verdict.accept:
            found.append(verdict.apply(_match(by_id[a], by_id[b], scored.get((a, b), 0.0))))
    rank: Mapping[str, int] = {claim.id: n for n, claim in enumerate(ordered)}
    return Matching(
        tuple(sorted(found, key=lambda each: (rank[each.a], rank[each.b]))),
        tuple(sorted(open_, key=lambda each: (-each.score, rank[each.a], rank[each.b]))),
        settled.diagnostics,
    )


def _match(a: Claim, b: Claim, score: float) -> Match:
    return Match(
        id=f"match-{a.id}-and-{b.id}",
        a=a.id,
        b=b.id,
        relation=relation(a, b),
        score=round(score, 4),
        basis=basis(a, b),
        differences=differences(a, b),
    )


def _scores(claims: Sequence[Claim]) -> dict[tuple[str, str], float]:
    terms = [frozenset(stem(word.form) for word in words(claim.text)) - FUNCTION_WORDS for claim in claims]
    frequency = Counter(term for each in terms for term in each)
    weight = {term: math.log((len(claims) + 1) / count) for term, count in frequency.items()}
    total = [sum(weight[term] for term in sorted(each)) for each in terms]
    scored = {}
    for i, j in candidates.pairs(claims):
        common = sum(weight[term] for term in sorted(terms[i] & terms[j]))
        if total[i] and total[j]:
            likeness = 0.6 * common / math.sqrt(total[i] * total[j]) + 0.4 * common / min(total[i], total[j])
            scored[claims[i].id, claims[j].id] = 1 / (1 + math.exp(-14 * (likeness - 0.42)))
    return scored
