"""Matches: which claims of different articles say the same thing, how, and on what basis."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from annotated_corpus.claims import candidates, verdicts
from annotated_corpus.claims.basis import basis, origins
from annotated_corpus.claims.differences import differences
from annotated_corpus.claims.portrait import Portrait, portray
from annotated_corpus.claims.relations import relation
from annotated_corpus.claims.scoring import Weights, score, shipped
from annotated_corpus.claims.semantic import likeness
from annotated_corpus.claims.sides import Side, Sides
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.model import Article, Claim, Match
from annotated_corpus.settings import Settings

_WORTH_A_LOOK = 0.2
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
    meaning = likeness(settings.semantic_model, (claim.text for claim in ordered)) if settings.semantic_model else None
    scored = _scores(ordered, shipped(meaning is not None), meaning)
    origin = {article.id: origins(article) for article in articles}
    found, open_ = [], []
    for (a, b), value in scored.items():
        if (a, b) in settled.verdicts:
            continue
        if value >= settings.threshold:
            found.append(_match(by_id[a], by_id[b], value, origin))
        elif value >= _WORTH_A_LOOK:
            open_.append(_match(by_id[a], by_id[b], value, origin))
    for (a, b), verdict in settled.verdicts.items():
        if verdict.accept:
            found.append(verdict.apply(_match(by_id[a], by_id[b], scored.get((a, b), 0.0), origin)))
    rank: Mapping[str, int] = {claim.id: n for n, claim in enumerate(ordered)}
    return Matching(
        tuple(sorted(found, key=lambda each: (rank[each.a], rank[each.b]))),
        tuple(sorted(open_, key=lambda each: (-each.score, rank[each.a], rank[each.b]))),
        settled.diagnostics,
    )


def _match(a: Claim, b: Claim, value: float, origin: Mapping[str, frozenset[str]]) -> Match:
    sides = Sides(Side(a), Side(b))
    return Match(
        id=f"match-{a.id}-and-{b.id}",
        a=a.id,
        b=b.id,
        relation=relation(sides),
        score=round(value, 4),
        basis=basis(sides, origin[a.article], origin[b.article]),
        differences=differences(sides),
    )


def _scores(
    claims: Sequence[Claim], weights: Weights, meaning: Callable[[str, str], float] | None = None
) -> dict[tuple[str, str], float]:
    """Return the probability of each pair of claims worth a comparison, by their ids.

    A sentence that an article repeats (a highlight, a lead) is compared once, and its copies share the result.
    """
    distinct: list[Portrait] = []
    copies: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for portrait in map(portray, claims):
        key = portrait.claim.article, portrait.sequence
        if key not in copies:
            distinct.append(portrait)
        copies.setdefault(key, []).append(portrait.claim.id)
    place: dict[str, list[int]] = {}
    for position, portrait in enumerate(distinct):
        place.setdefault(portrait.claim.article, []).append(position)
    cells: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for i, j in candidates.pairs(distinct):
        one, two = distinct[i].claim.article, distinct[j].claim.article
        cells.setdefault((one, two), []).append((i - place[one][0], j - place[two][0]))
    scored = {}
    for (one, two), pairs in cells.items():
        left, right = ([distinct[position] for position in place[article]] for article in (one, two))
        for (i, j), value in score(left, right, pairs, weights, meaning).items():
            for a in copies[one, left[i].sequence]:
                for b in copies[two, right[j].sequence]:
                    scored[a, b] = value
    return scored
