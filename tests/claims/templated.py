"""Score the matcher on invented pairs of short articles, of different events and of one.

python -m tests.claims.templated            news told by template, ``data/templated.toml``
python -m tests.claims.templated reports    reports as different outlets write them, ``data/reports.toml``
python -m tests.claims.templated events     two events of one kind, or one that shares little, ``data/events.toml``

Prints how many of each kind are right, and what is wrong with the others.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from annotated_corpus.claims import extract, match
from annotated_corpus.decisions import Decisions
from annotated_corpus.entities import part_of
from annotated_corpus.model import Article, Difference, Match, Metadata
from annotated_corpus.settings import Settings
from tests.articles import article

DATA = Path(__file__).with_name("data")
AGAINST = ("name", "speaker", "date", "figure")
"""The differences that set a particular of one claim against one of the other."""
SHOWING = (*AGAINST, "modality")
"""The differences that may show a contradiction."""


def pairs(name: str = "templated") -> list[dict[str, Any]]:
    """Return the pairs of articles of a file."""
    found: list[dict[str, Any]] = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))["pair"]
    return found


def _dated(made: Article, date: str) -> Article:
    return replace(made, seed=replace(made.seed, metadata=Metadata(date=date)))


def fault(pair: Mapping[str, Any]) -> str:
    """Return what the matcher gets wrong about a pair, empty if nothing."""
    days = pair.get("dates", ("", ""))
    one, two = _dated(article("one", *pair["a"]), days[0]), _dated(article("two", *pair["b"]), days[1])
    matches = match((one, two), extract((one, two)), Decisions(), Settings(), within=part_of).matches
    texts = one.seed.text, two.seed.text
    if pair["kind"] == "apart":
        wrong = [each for each in matches if not _shows(each, texts, pair)]
        return "; ".join(f"{each.a} matches {each.b} at {each.score}" for each in wrong)
    wanted = {(f"one-p{i + 1}-s1", f"two-p{j + 1}-s1") for i, j in pair.get("links") or [pair["link"]]}
    linked = {(each.a, each.b): each for each in matches if (each.a, each.b) in wanted}
    if pair["kind"] == "contradiction":
        return "; ".join(
            f"does not show the difference: {_told(each, texts)}"
            for each in linked.values()
            if not _shows(each, texts, pair)
        )
    if missing := sorted(wanted - linked.keys()):
        return f"no match: {missing}"
    aliases = {frozenset(each) for each in pair.get("aliases", ())}
    against = [
        _words(difference, texts)
        for each in matches
        for difference in each.differences
        if difference.kind in AGAINST and difference.a and difference.b
    ]
    return "; ".join(f"“{a}” against “{b}”" for a, b in against if frozenset((a, b)) not in aliases)


def _shows(found: Match, texts: Sequence[str], pair: Mapping[str, Any]) -> bool:
    """Return whether a match lists each two of the names that stand in its claims, and any at all."""
    claims = tuple(
        pair[side][int(claim.split("-")[1][1:]) - 1] for side, claim in zip("ab", (found.a, found.b), strict=True)
    )
    here = [(a, b) for a, b in pair.get("names", ()) if a in claims[0] and b in claims[1]]
    told = [_words(each, texts) for each in found.differences if each.kind in SHOWING and each.a and each.b]
    return bool(here) and all(any(a in left and b in right for left, right in told) for a, b in here)


def _words(difference: Difference, texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        text[span.start : span.end] if span else ""
        for text, span in zip(texts, (difference.a, difference.b), strict=True)
    )


def _told(found: Match, texts: Sequence[str]) -> str:
    return ", ".join(f"{each.kind} {_words(each, texts)}" for each in found.differences)


def main() -> None:
    """Print the score."""
    right, whole = Counter[str](), Counter[str]()
    for pair in pairs(*sys.argv[1:2]):
        said = fault(pair)
        whole[pair["kind"]] += 1
        right[pair["kind"]] += not said
        if said:
            print(f"{pair['kind']} {pair['id']}: {said}")
    print(", ".join(f"{kind} {right[kind]} of {number}" for kind, number in whole.items()))


if __name__ == "__main__":
    main()
