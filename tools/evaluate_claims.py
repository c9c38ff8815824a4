"""Measure the claim matcher on labelled pairs of articles that it has not seen.

    python -m tools.evaluate_claims DATA.json [DATA.json ...]
    python -m tools.evaluate_claims DATA.json [DATA.json ...] --shipped           by the weights of the package instead
    python -m tools.evaluate_claims DATA.json [DATA.json ...] --semantic MODEL    with an embedding model besides

All files count together. Each pair is scored twice: by weights learnt without it (in ten folds of pairs), and by
weights learnt without all pairs of its source. What is measured is what the package does with those weights, names,
days and the choice of the articles to compare included. "core" leaves links that share a claim only in part out of the
account. Brackets are 95% intervals by bootstrap over the pairs. See claims_labelled.py for the format of the files.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from annotated_corpus.claims.scoring.probability import Weights, compare, shipped
from annotated_corpus.settings import Settings

from .claims_labelled import Cell, Pair, number, read
from .claims_learning import Course, by_pair, by_source

THRESHOLD = Settings().threshold
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.97, 1.01)
"""The bounds of the scores that are counted together to say how far they are from the share that is right."""
STEPS = (0.30, 0.35, 0.40, 0.45, 0.50, 0.55)
SURE = 0.8
_RESAMPLES = 400
_KINDS = ("verbatim", "near-verbatim", "paraphrase", "partial")


@dataclass(frozen=True)
class Judged:
    """A labelled pair with the scores of its cells, those that do not count left out."""

    pair: Pair
    scores: Mapping[Cell, float]


def judge(pair: Pair, weights: Weights) -> Judged:
    """Score a pair as the package does."""
    if pair.apart:
        return Judged(pair, {})
    scored = compare(pair.one, pair.two, weights, pair.meaning, known=pair.known)
    found = {(number(each.a), number(each.b)): each.score for each in scored}
    return Judged(pair, {cell: score for cell, score in found.items() if cell not in pair.ignored})


def judge_all(pairs: Sequence[Pair], weights: Sequence[Weights]) -> list[Judged]:
    """Score each pair by its weights."""
    return [judge(pair, own) for pair, own in zip(pairs, weights, strict=True)]


def f1(judged: Sequence[Judged], threshold: float = THRESHOLD, core: bool = False) -> tuple[float, float, float]:
    """Return precision, recall and F1 in per cent."""
    right = wrong = wanted = 0
    for each in judged:
        links = each.pair.links
        found = {cell for cell, score in each.scores.items() if score >= threshold}
        want = {cell for cell, kind in links.items() if not core or kind != "partial"}
        right += len(found & want)
        wrong += len(found - links.keys())
        wanted += len(want)
    precision, recall = right / max(right + wrong, 1), right / max(wanted, 1)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(precision + recall, 1e-9)


def average_precision(judged: Sequence[Judged]) -> float:
    """Return the average precision over all links, however improbable, in per cent."""
    ranked = sorted(
        (-score, each.pair.name, cell, cell in each.pair.links)
        for each in judged
        for cell, score in each.scores.items()
    )
    hits, total = 0, 0.0
    for rank, (*_, good) in enumerate(ranked, 1):
        if good:
            hits += 1
            total += hits / rank
    return 100 * total / max(sum(len(each.pair.links) for each in judged), 1)


def recall_by_kind(judged: Sequence[Judged]) -> dict[str, tuple[int, int]]:
    """Return how many links of each kind are found, and how many there are."""
    found = {}
    for kind in _KINDS:
        cells = [each.scores.get(cell, 0.0) for each in judged for cell, own in each.pair.links.items() if own == kind]
        found[kind] = sum(score >= THRESHOLD for score in cells), len(cells)
    return found


def matches(judged: Sequence[Judged]) -> list[tuple[float, bool]]:
    """Return the score of each match that is shown, and whether it is right."""
    return [
        (score, cell in each.pair.links) for each in judged for cell, score in each.scores.items() if score >= THRESHOLD
    ]


def bands(judged: Sequence[Judged]) -> list[tuple[float, float, int, float, float]]:
    """Return for each band of scores its bounds, its matches, their mean score and the share that is right."""
    shown, found = matches(judged), []
    for low, high in pairwise(EDGES):
        own = [each for each in shown if low <= each[0] < high]
        if own:
            said, right = (sum(each[n] for each in own) / len(own) for n in (0, 1))
            found.append((low, min(high, 1.0), len(own), said, right))
    return found


def calibration_error(judged: Sequence[Judged]) -> float:
    """Return the mean gap between what scores say and what is right, over the bands by their numbers."""
    found = bands(judged)
    return sum(count * abs(said - right) for _, _, count, said, right in found) / max(sum(row[2] for row in found), 1)


def false_where_nothing_is_shared(judged: Sequence[Judged]) -> int:
    """Return how many matches above 0.8 stand in pairs of articles that have no link."""
    return sum(score > SURE for each in judged if not each.pair.links for score in each.scores.values())


def interval(judged: Sequence[Judged], measure: Callable[[Sequence[Judged]], float]) -> tuple[float, float]:
    """Return the bounds between which a figure lies for 95 of 100 samples of the pairs."""
    dice = random.Random(1)  # noqa: S311 - guards no secret, and is repeatable
    values = sorted(measure(dice.choices(judged, k=len(judged))) for _ in range(_RESAMPLES))
    return values[_RESAMPLES // 40], values[-_RESAMPLES // 40 - 1]


def figures(title: str, judged: Sequence[Judged]) -> None:
    """Print everything about one way to score the pairs."""
    links = sum(len(each.pair.links) for each in judged)
    print(f"\n{title}: {len(judged)} pairs, {links} links")

    def with_interval(name: str, measure: Callable[[Sequence[Judged]], float]) -> None:
        low, high = interval(judged, measure)
        print(f"  {name:18} {measure(judged):5.1f}  [{low:.1f} to {high:.1f}]")

    with_interval("F1, all", lambda own: f1(own)[2])
    with_interval("F1, core", lambda own: f1(own, core=True)[2])
    with_interval("average precision", average_precision)
    print(f"  calibration error   {calibration_error(judged):.3f}")
    empty = sum(not each.pair.links for each in judged)
    print(f"  matches above {SURE} in the {empty} pairs that share nothing: {false_where_nothing_is_shared(judged)}")
    print("  found: " + ", ".join(f"{kind} {a} of {b}" for kind, (a, b) in recall_by_kind(judged).items()))
    print("  threshold    all: P     R    F1   core: P     R    F1")
    for step in STEPS:
        columns = (*f1(judged, step), *f1(judged, step, core=True))
        print(f"       {step:.2f}    " + "".join(f"{value:6.1f}" for value in columns))
    print("  score         matches  said  right")
    for low, high, count, said, right in bands(judged):
        print(f"  {low:.2f} to {high:.2f}  {count:7}   {said:.2f}   {right:.2f}")


def by_sources(judged: Sequence[Judged]) -> None:
    """Print the main figures of each source."""
    print("\n  source                       pairs  links   all   core     AP  calibration error")
    for source in sorted({each.pair.source for each in judged}):
        own = [each for each in judged if each.pair.source == source]
        links = sum(len(each.pair.links) for each in own)
        print(
            f"  {source:28} {len(own):5} {links:6} {f1(own)[2]:5.1f}  {f1(own, core=True)[2]:5.1f}  "
            f"{average_precision(own):5.1f}  {calibration_error(own):.3f}"
        )


def report(pairs: Sequence[Pair], course: Course) -> None:
    """Print what cross-validation finds, by pair and by source."""
    figures("by pair", judge_all(pairs, course.cross_validated(by_pair(pairs))))
    sources = by_source(pairs)
    if len(set(sources)) > 1:
        judged = judge_all(pairs, course.cross_validated(sources))
        figures("by source left out", judged)
        by_sources(judged)


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--semantic", default="", metavar="MODEL", help="folder or name of an embedding model")
    parser.add_argument("--shipped", action="store_true", help="score by the weights of the package")
    args = parser.parse_args()
    pairs = read(args.data, args.semantic)
    if args.shipped:
        judged = [judge(pair, shipped(bool(args.semantic))) for pair in pairs]
        figures("weights of the package", judged)
        by_sources(judged)
    else:
        report(pairs, Course(pairs))


if __name__ == "__main__":
    main()
