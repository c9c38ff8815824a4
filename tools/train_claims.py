"""Learn the weights of the claim matcher, and measure it on articles that it has not seen.

    python -m tools.train_claims DATA.json             cross-validate by article pair, print what it found
    python -m tools.train_claims DATA.json --write     also write the weights, learnt from all pairs
    python -m tools.train_claims DATA.json --semantic MODEL [--write]     the same with a sentence-transformers model

DATA holds ``{"pairs": [{"id", "a": [sentence], "b": [sentence], "links": [[i, j, kind]], "dont_care": [[i, j]]}]}``.
Standard library only. Each pair is scored by weights that never saw it: neither model of the two, nor the first
verdicts that the second learns from.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import annotated_corpus.claims.scoring as package
from annotated_corpus.claims import extract
from annotated_corpus.claims.scoring import context, features
from annotated_corpus.claims.scoring.probability import MEANING, Logistic
from annotated_corpus.claims.scoring.profile import Profile, profile
from annotated_corpus.claims.scoring.semantic import likeness
from annotated_corpus.model import Article, Block, BlockKind, Metadata, Seed, Sentence

RIDGE_FIRST = 33.0
RIDGE_SECOND = 3.0
"""How strongly the weights of standardised signals are drawn to 0."""
ROUNDS = 12
BINS = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Cell = tuple[int, int]
Row = tuple[float, ...]


@dataclass(frozen=True)
class Pair:
    """A labelled pair of articles: the signals of its cells, and which of them are links."""

    name: str
    rows: int
    columns: int
    signals: Mapping[Cell, Row]
    links: Mapping[Cell, str]
    ignored: frozenset[Cell]

    def label(self, cell: Cell) -> float:
        """Return 1 for a link."""
        return float(cell in self.links)


def article(name: str, sentences: Sequence[str]) -> Article:
    """Make an article of one sentence a paragraph."""
    blocks, at = [], 0
    for number, text in enumerate(sentences, 1):
        anchor = f"{name}-p{number}"
        end = at + len(text)
        sentence = Sentence(f"{anchor}-s1", at, end)
        blocks.append(Block(anchor, BlockKind.PARAGRAPH, str(number), at, end, text, sentences=(sentence,)))
        at = end + 2
    return Article(name, Seed(f"{name}.txt", "\n\n".join(sentences) + "\n", "", Metadata()), name, name, tuple(blocks))


def read(path: Path, model: str = "") -> list[Pair]:
    """Read the labelled pairs and measure the signals of their cells, with those of an embedding model if named."""
    pairs = []
    for each in json.loads(path.read_text("utf-8"))["pairs"]:
        one, two = (profile(side, extract([article(side, each[side])])) for side in ("a", "b"))
        signals = features.Comparison(one, two).signals()
        if model:
            texts = [[portrait.claim.text for portrait in side.portraits] for side in (one, two)]
            meaning = likeness(model, itertools.chain(*texts))
            signals = {(i, j): (*row, meaning(texts[0][i], texts[1][j])) for (i, j), row in signals.items()}
        row, column = (_places(side) for side in (one, two))
        links = {(row[i], column[j]): kind for i, j, kind in each["links"]}
        pairs.append(
            Pair(
                each["id"],
                len(one.portraits),
                len(two.portraits),
                signals,
                links,
                frozenset((row[i], column[j]) for i, j in each.get("dont_care", [])) - links.keys(),
            )
        )
    return pairs


def _places(side: Profile) -> list[int]:
    """Return for each claim of an article the place of its sentence among the distinct ones."""
    place = {claim: n for n, copies in enumerate(side.copies) for claim in copies}
    return [place[f"{side.article}-p{number}-s1"] for number in range(1, len(place) + 1)]


def solve(matrix: list[list[float]], vector: list[float]) -> list[float]:
    """Solve a symmetric positive definite system by Gaussian elimination."""
    size = len(vector)
    rows = [[*row, value] for row, value in zip(matrix, vector, strict=True)]
    for pivot in range(size):
        for below in range(pivot + 1, size):
            factor = rows[below][pivot] / rows[pivot][pivot]
            if factor:
                rows[below] = [x - factor * y for x, y in zip(rows[below], rows[pivot], strict=True)]
    found = [0.0] * size
    for pivot in reversed(range(size)):
        rest = sum(rows[pivot][k] * found[k] for k in range(pivot + 1, size))
        found[pivot] = (rows[pivot][size] - rest) / rows[pivot][pivot]
    return found


def fit(examples: Sequence[tuple[Row, float]], ridge: float) -> Logistic:
    """Fit a ridge logistic regression by Newton's method, on standardised signals."""
    width, count = len(examples[0][0]), len(examples)
    mean = [sum(row[k] for row, _ in examples) / count for k in range(width)]
    spread = [math.sqrt(sum((row[k] - mean[k]) ** 2 for row, _ in examples) / count) or 1.0 for k in range(width)]
    data = [
        ((1.0, *((x - m) / s for x, m, s in zip(row, mean, spread, strict=True))), label) for row, label in examples
    ]
    weights = [0.0] * (width + 1)
    size = range(width + 1)
    for _ in range(ROUNDS):
        slope = [-ridge * weight if k else 0.0 for k, weight in enumerate(weights)]
        curve = [[ridge if k == m and k else 0.0 for m in size] for k in size]
        for row, label in data:
            chance = context.probability(sum(w * x for w, x in zip(weights, row, strict=True)))
            bend = chance * (1 - chance)
            for k in size:
                slope[k] += (label - chance) * row[k]
                if bend > 1e-9:
                    part = bend * row[k]
                    line = curve[k]
                    for m in range(k + 1):
                        line[m] += part * row[m]
        for k in size:
            for m in range(k):
                curve[m][k] = curve[k][m]
        step = solve(curve, slope)
        weights = [w + d for w, d in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    scaled = [w / s for w, s in zip(weights[1:], spread, strict=True)]
    return Logistic(weights[0] - sum(w * m for w, m in zip(scaled, mean, strict=True)), tuple(scaled))


def examples(pairs: Iterable[tuple[Pair, Mapping[Cell, Row]]]) -> list[tuple[Row, float]]:
    """Return the signals and labels of all cells that count."""
    return [(row, pair.label(cell)) for pair, rows in pairs for cell, row in rows.items() if cell not in pair.ignored]


def around(pair: Pair, first: Logistic) -> dict[Cell, Row]:
    """Return the second signals of a pair, given the first model."""
    verdicts = {cell: first.log_odds(row) for cell, row in pair.signals.items()}
    return context.signals(verdicts, pair.rows, pair.columns)


def cross_validate(pairs: Sequence[Pair]) -> list[dict[Cell, float]]:
    """Return the probabilities of each pair's cells from weights that never saw the pair."""

    @cache
    def first(unseen: frozenset[int]) -> Logistic:
        seen = ((pair, pair.signals) for n, pair in enumerate(pairs) if n not in unseen)
        return fit(examples(seen), RIDGE_FIRST)

    found = []
    for held in range(len(pairs)):
        rows = [around(pair, first(frozenset({held, n}))) for n, pair in enumerate(pairs)]
        seen = ((pair, rows[n]) for n, pair in enumerate(pairs) if n != held)
        second = fit(examples(seen), RIDGE_SECOND)
        found.append({cell: context.probability(second.log_odds(row)) for cell, row in rows[held].items()})
    return found


def train(pairs: Sequence[Pair]) -> tuple[Logistic, Logistic]:
    """Return the two models learnt from all pairs; the second from verdicts on pairs that the first had not seen."""
    rows = []
    for held, pair in enumerate(pairs):
        seen = ((other, other.signals) for n, other in enumerate(pairs) if n != held)
        rows.append((pair, around(pair, fit(examples(seen), RIDGE_FIRST))))
    return fit(examples((pair, pair.signals) for pair in pairs), RIDGE_FIRST), fit(examples(rows), RIDGE_SECOND)


def measure(pairs: Sequence[Pair], scores: Sequence[Mapping[Cell, float]], threshold: float, core: bool) -> Row:
    """Return precision, recall and F1 in per cent; with ``core``, partial links count neither way."""
    right = wrong = missed = 0
    for pair, score in zip(pairs, scores, strict=True):
        found = {cell for cell, value in score.items() if value >= threshold and cell not in pair.ignored}
        wanted = {cell for cell, kind in pair.links.items() if not core or kind != "partial"}
        right += len(found & wanted)
        wrong += len(found - set(pair.links))
        missed += len(wanted - found)
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return 100 * precision, 100 * recall, 200 * precision * recall / max(precision + recall, 1e-9)


def average_precision(pairs: Sequence[Pair], scores: Sequence[Mapping[Cell, float]]) -> float:
    """Return the average precision over all links, in per cent."""
    ranked = sorted(
        (-value, pair.name, cell, cell in pair.links)
        for pair, score in zip(pairs, scores, strict=True)
        for cell, value in score.items()
        if cell not in pair.ignored
    )
    hits, total = 0, 0.0
    for rank, (*_, good) in enumerate(ranked, 1):
        if good:
            hits += 1
            total += hits / rank
    return 100 * total / sum(len(pair.links) for pair in pairs)


def report(pairs: Sequence[Pair], scores: Sequence[Mapping[Cell, float]]) -> None:
    """Print F1 by threshold, average precision and the calibration table."""
    print(f"average precision {average_precision(pairs, scores):.1f}")
    print("threshold   all: P    R   F1   core: P    R   F1")
    for step in range(25, 61, 5):
        whole = measure(pairs, scores, step / 100, core=False)
        core = measure(pairs, scores, step / 100, core=True)
        print(
            f"     {step / 100:.2f}   "
            + "".join(f"{x:5.1f}" for x in whole)
            + "    "
            + "".join(f"{x:5.1f}" for x in core)
        )
    print("calibration: score, pairs, share that is right")
    low = 0.0
    for high in BINS:
        inside = [
            cell in pair.links
            for pair, score in zip(pairs, scores, strict=True)
            for cell, value in score.items()
            if low <= value < high and cell not in pair.ignored
        ]
        share = f"{sum(inside) / len(inside):.2f}" if inside else "   -"
        print(f"  {low:.1f} to {high:.1f}  {len(inside):5}  {share}")
        low = high


def stored(model: Logistic, names: Sequence[str]) -> dict[str, float]:
    """Return a model as the file of weights has it."""
    return {"intercept": round(model.intercept, 4)} | {
        name: round(weight, 4) for name, weight in zip(names, model.weights, strict=True)
    }


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help="write the weights of the package")
    parser.add_argument("--semantic", default="", metavar="MODEL", help="name or folder of an embedding model")
    args = parser.parse_args()
    pairs = read(args.data, args.semantic)
    report(pairs, cross_validate(pairs))
    if args.write:
        first, second = train(pairs)
        path = Path(package.__file__).with_name("weights_semantic.json" if args.semantic else "weights.json")
        document: dict[str, Any] = {
            "about": "Learnt by tools/train_claims.py from labelled pairs of articles; see scoring.py.",
            "first": stored(first, (*features.NAMES, MEANING) if args.semantic else features.NAMES),
            "second": stored(second, context.NAMES),
        }
        path.write_text(json.dumps(document, indent=2) + "\n", "utf-8")
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
