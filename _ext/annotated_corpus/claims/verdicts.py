"""The ``[[match]]`` tables of ``decisions.toml``: what an editor has settled about pairs of claims."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.language.words import words
from annotated_corpus.model import Basis, Claim, Match, Relation

_KEYS = ("a", "b", "verdict", "relation", "basis", "note", "text_a", "text_b")
_CHECKSUM_LENGTH = 12


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an editor says of one pair of claims."""

    accept: bool
    relation: Relation | None
    basis: Basis | None

    def apply(self, found: Match) -> Match:
        """Return the match as the editor wants it: ``edited`` if anything but its acceptance is settled."""
        return replace(
            found,
            score=1.0,
            relation=self.relation or found.relation,
            basis=self.basis or found.basis,
            decided="edited" if self.relation or self.basis else "accepted",
        )


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The verdicts that apply, by the ids of their claims in the order of the corpus."""

    verdicts: Mapping[tuple[str, str], Verdict]
    diagnostics: tuple[Diagnostic, ...]


def checksum(text: str) -> str:
    """Return the checksum of a claim's words that ``text_a`` and ``text_b`` may give instead of opening words."""
    forms = " ".join(word.form for word in words(text))
    return hashlib.sha256(forms.encode()).hexdigest()[:_CHECKSUM_LENGTH]


def read(decisions: Decisions, claims: Mapping[str, Claim], place: Mapping[str, int]) -> Verdicts:
    """Return the verdicts on ``claims`` (by id); ``place`` gives the position of each article.

    A verdict whose claims are gone or have other words is left out with a message.

    Raises:
        CorpusError: a key or value is wrong, or two verdicts on one pair contradict each other.
    """
    found: dict[tuple[str, str], tuple[Verdict, Decision]] = {}
    stale: list[Diagnostic] = []
    for decision in decisions.of("match"):
        verdict = _verdict(decision)
        a, b = decision.text("a"), decision.text("b")
        message = _stale(decision, claims)
        if message:
            stale.append(decision.diagnostic(message))
            continue
        if claims[a].article == claims[b].article:
            raise CorpusError(decision.diagnostic(f"{a} and {b} are of one article; a match joins two articles"))
        if (place[claims[b].article], claims[b].start) < (place[claims[a].article], claims[a].start):
            a, b = b, a
        earlier = found.get((a, b))
        if earlier and earlier[0] != verdict:
            raise CorpusError(
                decision.diagnostic(f"contradicts the verdict on {a} and {b} at line {earlier[1].line}; keep one")
            )
        found[a, b] = verdict, decision
    return Verdicts({pair: verdict for pair, (verdict, _) in found.items()}, tuple(stale))


def _verdict(decision: Decision) -> Verdict:
    decision.allow(*_KEYS)
    decision.require("a", "b", "verdict")
    for key in _KEYS:
        decision.text(key)
    verdict = decision.text("verdict")
    if verdict not in ("accept", "reject"):
        raise CorpusError(decision.diagnostic(f'verdict is "{verdict}"; it must be "accept" or "reject"', "verdict"))
    for key in ("relation", "basis"):
        if verdict == "reject" and decision.text(key):
            raise decision.refusal(f"a match that is rejected has no {key}; remove {key}, or accept the match", key)
    return Verdict(verdict == "accept", _one_of(decision, "relation", Relation), _one_of(decision, "basis", Basis))


_Kind = TypeVar("_Kind", Relation, Basis)


def _one_of(decision: Decision, key: str, kind: type[_Kind]) -> _Kind | None:
    value = decision.text(key)
    try:
        return kind(value) if value else None
    except ValueError:
        known = ", ".join(kind)
        raise CorpusError(decision.diagnostic(f'{key} is "{value}"; it must be one of: {known}', key)) from None


def _stale(decision: Decision, claims: Mapping[str, Claim]) -> str:
    for side in "ab":
        id_ = decision.text(side)
        if id_ not in claims:
            near = next((each.id for each in claims.values() if each.block == id_), "")
            hint = f"; a claim of that paragraph is {near}" if near else ""
            return f"there is no claim {id_}, so this decision does nothing{hint}; correct {side} or delete the table"
        wanted = decision.text(f"text_{side}")
        claim = claims[id_]
        if wanted and wanted != checksum(claim.text) and not _opens(claim.text, wanted):
            return (
                f"{id_} now reads “{claim.text}”, so this decision does nothing; "
                f"look at it again, then correct text_{side} or delete the table"
            )
    return ""


def _opens(text: str, wanted: str) -> bool:
    opening = [word.form for word in words(wanted)]
    return bool(opening) and [word.form for word in words(text)][: len(opening)] == opening
