"""Matches: which claims of different articles say the same thing, how, and on what basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import groupby
from pathlib import Path

from annotated_corpus.anchors import fingerprint
from annotated_corpus.claims import verdicts
from annotated_corpus.claims.comparison.names import sure_terms
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.events import neighbourhood
from annotated_corpus.claims.events.event import outline
from annotated_corpus.claims.findings.basis import agreement, origins
from annotated_corpus.claims.findings.found import differences
from annotated_corpus.claims.known import Known, Within, nowhere, said
from annotated_corpus.claims.scoring.probability import Scored, compare, shipped
from annotated_corpus.claims.scoring.profile import profile, unindexed
from annotated_corpus.claims.scoring.semantic import Meaning, likeness
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import Diagnostic
from annotated_corpus.model import Article, Claim, Match
from annotated_corpus.progress import Progress, silent
from annotated_corpus.settings import Settings
from annotated_corpus.stages import HERE, Stages, digest

_WORTH_A_LOOK = 0.2
"""A pair less probable than this is not even shown to an editor."""
_IN_MEMORY = 10_000
"""The profiles of so many articles are kept, at 150 KB each; of more, some are made twice."""
_SIDE_BY_SIDE = 1000
"""What a comparison adds to the profiles of so many articles is kept: articles of one event stand together, mostly."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What the comparison found: matches, pairs below the threshold for an editor's eye, and messages.

    The pairs, most probable first, are not described: a build shows none of them; :func:`describe` does it.
    """

    matches: tuple[Match, ...]
    candidates: tuple[Scored, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def match(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    decisions: Decisions,
    settings: Settings,
    stages: Stages = HERE,
    folder: Path | None = None,
    progress: Progress = silent,
    within: Within = nowhere,
) -> Matching:
    """Compare the claims of different articles and apply the editor's decisions.

    Args:
        articles: all articles, in the order of the corpus; it says which claim of a match is ``a``.
        claims: what :func:`extract` made of them.
        decisions: the ``[[match]]`` tables settle what is a match.
        settings: ``threshold`` is the least probability of a match.
        stages: runs the comparison of each two articles.
        folder: where a large corpus keeps what the next run can use; None keeps nothing.
        progress: is told how far the work has come.
        within: says which place is part of another.

    Raises:
        CorpusError: a decision has a key or value that it may not have, or the engine for large corpora cannot run.
    """
    place = {article.id: n for n, article in enumerate(articles)}
    ordered = sorted(claims, key=lambda claim: (place[claim.article], claim.start))
    by_id = {claim.id: claim for claim in ordered}
    settled = verdicts.read(decisions, by_id, place)
    claims_of = {article: tuple(own) for article, own in groupby(ordered, key=lambda claim: claim.article)}
    outlined = cache(lambda article: outline(_profile(claims_of[article])))
    together = neighbourhood.pairs(claims_of, outlined, settings, folder, progress)
    by_article = {article.id: article for article in articles}
    origin = cache(lambda article: origins(by_article[article]))
    published = {article.id: article.seed.metadata.date for article in articles}
    cells = [
        _Cell(claims_of[one], claims_of[two], (origin(one), origin(two)), (published[one], published[two]), alike)
        for (one, two), alike in together.items()
    ]
    if settings.semantic_model:
        meaning = likeness(settings.semantic_model, (claim.text for claim in ordered))
        compared = [_compare(settings.threshold, within, cell, meaning) for cell in cells]
    else:
        marks = cache(lambda article: fingerprint(by_article[article]))
        compared = stages.map(
            "matches",
            partial(_compare, settings.threshold, within),
            cells,
            lambda cell: digest(
                *(marks(each[0].article) for each in (cell.one, cell.two)),
                *map(sorted, cell.origins),
                cell.published,
                cell.alike,
                settings.threshold,
            ),
        )
    for kept in (_profile, _indexed, _side, _said):
        kept.cache_clear()
    rank: Mapping[str, int] = {claim.id: n for n, claim in enumerate(ordered)}
    accepted = [Scored(a, b, 1.0) for (a, b), verdict in settled.verdicts.items() if verdict.accept]
    found = [settled.verdicts[each.a, each.b].apply(each) for each in describe(accepted, articles, by_id, within)]
    found += [each for cell, _ in compared for each in cell if (each.a, each.b) not in settled.verdicts]
    open_ = [each for _, cell in compared for each in cell if (each.a, each.b) not in settled.verdicts]
    return Matching(
        tuple(sorted(found, key=lambda each: (rank[each.a], rank[each.b]))),
        tuple(sorted(open_, key=lambda each: (-round(each.score, 4), rank[each.a], rank[each.b]))),
        settled.diagnostics,
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    """Two articles that may tell of one event.

    The claims of each, the outlets that it stems from and its day of publication; and how much the two are alike.
    """

    one: tuple[Claim, ...]
    two: tuple[Claim, ...]
    origins: tuple[frozenset[str], frozenset[str]]
    published: tuple[str, str]
    alike: float


_profile = lru_cache(maxsize=_IN_MEMORY)(lambda claims: profile(claims[0].article, claims))
_indexed = lru_cache(maxsize=_SIDE_BY_SIDE)(lambda claims: unindexed(_profile(claims)))
_side = lru_cache(maxsize=_SIDE_BY_SIDE)(Side)
_said = lru_cache(maxsize=_SIDE_BY_SIDE)(lambda claims: said(claim.text for claim in claims))


def _compare(
    threshold: float, within: Within, cell: _Cell, meaning: Meaning | None = None
) -> tuple[tuple[Match, ...], tuple[Scored, ...]]:
    """Return the matches of two articles, and the pairs below the threshold that are worth an editor's look."""
    weights = shipped(meaning is not None)
    one, two = _indexed(cell.one), _indexed(cell.two)
    known = Known(cell.published, within, (_said(cell.one), _said(cell.two)), cell.alike)
    scored = compare(one, two, weights, meaning, min(threshold, _WORTH_A_LOOK), known)
    claims = {claim.id: claim for claim in (*cell.one, *cell.two)}
    proper = one.proper | two.proper
    return (
        tuple(
            _match(Sides(_side(claims[each.a]), _side(claims[each.b]), proper, known), each.score, cell.origins)
            for each in scored
            if each.score >= threshold
        ),
        tuple(each for each in scored if each.score < threshold),
    )


def describe(
    pairs: Iterable[Scored], articles: Sequence[Article], claims: Mapping[str, Claim], within: Within = nowhere
) -> tuple[Match, ...]:
    """Return pairs of claims as matches: with how they agree, on what basis, and in what they differ.

    Args:
        pairs: the claims and their scores.
        articles: all articles.
        claims: their claims by id.
        within: says which place is part of another.
    """
    by_id = {article.id: article for article in articles}
    origin = cache(lambda article: origins(by_id[article]))
    side = cache(lambda claim: Side(claims[claim]))
    texts: dict[str, list[str]] = {}
    for claim in claims.values():
        texts.setdefault(claim.article, []).append(claim.text)
    proper = cache(lambda article: sure_terms(texts[article]))
    told = cache(lambda article: said(texts[article]))
    found = []
    for each in pairs:
        homes = claims[each.a].article, claims[each.b].article
        one, two = (by_id[home].seed.metadata.date for home in homes)
        names = proper(homes[0]) | proper(homes[1])
        known = Known((one, two), within, (told(homes[0]), told(homes[1])))
        sides = Sides(side(each.a), side(each.b), names, known)
        found.append(_match(sides, each.score, (origin(homes[0]), origin(homes[1]))))
    return tuple(found)


def _match(sides: Sides, value: float, origins: tuple[frozenset[str], frozenset[str]]) -> Match:
    a, b = sides.a.claim.id, sides.b.claim.id
    closeness, why = agreement(sides, *origins)
    return Match(
        id=f"match-{a}-and-{b}",
        a=a,
        b=b,
        relation=closeness,
        score=round(value, 4),
        basis=why,
        differences=differences(sides),
    )
