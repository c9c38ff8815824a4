"""Score the matcher on ``data/templated.toml``: news told by template, of different events and of one.

python -m tests.claims.templated       prints how many of each kind are right, and what is wrong with the others
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from annotated_corpus.claims import extract, match
from annotated_corpus.decisions import Decisions
from annotated_corpus.model import Difference, DifferenceKind, Match
from annotated_corpus.settings import Settings

from .support import article

PATH = Path(__file__).with_name("data") / "templated.toml"
AGAINST = (DifferenceKind.NAME, DifferenceKind.SPEAKER, DifferenceKind.DATE, DifferenceKind.FIGURE)
"""The differences that set a particular of one claim against one of the other."""


def pairs() -> list[dict[str, Any]]:
    """Return the pairs of articles."""
    found: list[dict[str, Any]] = tomllib.loads(PATH.read_text("utf-8"))["pair"]
    return found


def fault(pair: Mapping[str, Any]) -> str:
    """Return what the matcher gets wrong about a pair, empty if nothing."""
    one, two = article("one", *pair["a"]), article("two", *pair["b"])
    matches = match((one, two), extract((one, two)), Decisions(), Settings()).matches
    texts = one.seed.text, two.seed.text
    if pair["kind"] == "apart":
        wrong = [each for each in matches if not _shows(each, texts, pair)]
        return "; ".join(f"{each.a} matches {each.b} at {each.score}" for each in wrong)
    wanted = tuple(f"{name}-p{number + 1}-s1" for name, number in zip(("one", "two"), pair["link"], strict=True))
    linked = [each for each in matches if (each.a, each.b) == wanted]
    if pair["kind"] == "contradiction":
        return "; ".join(
            f"does not show the difference: {_told(each, texts)}" for each in linked if not _shows(each, texts, pair)
        )
    if not linked:
        return "no match"
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
    here = [(a, b) for a, b in pair["names"] if a in claims[0] and b in claims[1]]
    told = [_words(each, texts) for each in found.differences if each.kind in AGAINST and each.a and each.b]
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
    for pair in pairs():
        said = fault(pair)
        whole[pair["kind"]] += 1
        right[pair["kind"]] += not said
        if said:
            print(f"{pair['kind']} {pair['id']}: {said}")
    print(", ".join(f"{kind} {right[kind]} of {number}" for kind, number in whole.items()))


if __name__ == "__main__":
    main()
