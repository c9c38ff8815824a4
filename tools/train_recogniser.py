"""Train the weights of the recogniser on labelled news, or estimate how good they would be.

    python -m tools.train_recogniser DATA.json --folds 4                 cross-validate, print scores, write nothing
    python -m tools.train_recogniser DATA.json --write WEIGHTS.tsv       train on all documents

DATA is ``{"docs": [{"id", "text", "mentions": [{"start", "end", "type": "PERSON" | "PLACE" | "IGNORE"}]}]}``.
The method is the averaged structured perceptron (Collins, 2002) with a margin; the signals are classes of words,
so that the file of weights has no words of the training texts but the function words in ``words.txt``.
Deterministic: documents are shuffled by a fixed seed, folds are made by a hash of the document's id.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotated_corpus.entities.cutting import Stretch, best, pack, unpack
from annotated_corpus.entities.gazetteer import gazetteer
from annotated_corpus.entities.recognise import Recogniser, chunked, focus, recall
from annotated_corpus.entities.signals import OTHER, PERSON, PLACE
from annotated_corpus.entities.tokens import Chunk, searchable
from annotated_corpus.model import Block, BlockKind
from tools import invented_news

LABELS = {"PERSON": PERSON, "PLACE": PLACE}
MARGIN = 3.0
LEAST = 5
"""A signal seen fewer times is not learnt."""
RUNS = 3
INVENTED = 80
EPOCHS = 4
LEAST_WEIGHT = 5
"""In hundredths."""
Weights = dict[str, tuple[float, float, float]]
Example = tuple[list[tuple[int, int, list[str]]], list[Stretch], int]


@dataclass
class Document:
    """A labelled document, cut into chunks; ``gold`` is the right cut of each, or None to leave it out."""

    id: str
    chunks: list[Chunk]
    gold: list[list[Stretch] | None]
    seen: frozenset[str]
    names: set[tuple[int, int, int, int]]
    ignored: list[tuple[int, int, int]]


def read(data: dict[str, Any]) -> list[Document]:
    """Cut the documents into lines, as seeds are, and lines into chunks."""
    places = gazetteer()
    documents = []
    for each in data["docs"]:
        lines, at = [], 0
        for number, line in enumerate(each["text"].split("\n")):
            lines.append((number, at, line))
            at += len(line) + 1
        texts = {n: searchable(Block("", BlockKind.PARAGRAPH, "", 0, len(t), t)) for n, _, t in lines if t.strip()}
        found, seen = chunked(texts, places)
        starts = {number: at for number, at, _ in lines}
        names, ignored = set(), []
        for mention in each["mentions"]:
            number = max(n for n, at, _ in lines if at <= mention["start"])
            start, end = mention["start"] - starts[number], mention["end"] - starts[number]
            if mention["type"] in LABELS:
                names.add((number, start, end, LABELS[mention["type"]]))
            else:
                ignored.append((number, start, end))
        documents.append(
            Document(
                each["id"],
                found,
                [right(c, names, ignored) for c in found],
                seen,
                names,
                ignored,
            )
        )
    return documents


def right(
    chunk: Chunk, names: set[tuple[int, int, int, int]], ignored: list[tuple[int, int, int]]
) -> list[Stretch] | None:
    """Return the labelled cut of a chunk; None where it touches what is to be ignored."""
    low, high = chunk.spans[0][0], chunk.spans[-1][1]
    if any(number == chunk.number and start < high and low < end for number, start, end in ignored):
        return None
    starts = {span[0]: i for i, span in enumerate(chunk.spans)}
    ends = {span[1]: i + 1 for i, span in enumerate(chunk.spans)}
    inside = sorted(
        (starts[s], ends[e], label) for n, s, e, label in names if n == chunk.number and s in starts and e in ends
    )
    cut: list[Stretch] = []
    at = 0
    for i, j, label in inside:
        if i > at:
            cut.append((at, i, OTHER))
        cut.append((i, j, label))
        at = j
    if at < len(chunk.words):
        cut.append((at, len(chunk.words), OTHER))
    return cut


def train(examples: list[Example], epochs: int, seed: int) -> Weights:
    """Return the averaged weights."""
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    total: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    seen = Counter(signal for described, _, _ in examples for _, _, found in described for signal in found)
    examples = [
        ([(i, j, [s for s in found if seen[s] >= LEAST]) for i, j, found in described], gold, size)
        for described, gold, size in examples
    ]
    order = list(range(len(examples)))
    shuffle = random.Random(seed)  # noqa: S311 - not for secrets
    step = 1
    for _ in range(epochs):
        shuffle.shuffle(order)
        for k in order:
            described, gold, size = examples[k]
            wanted = {(i, j): label for i, j, label in gold}
            scores = []
            for i, j, found in described:
                sums = [0.0, 0.0, 0.0]
                for signal in found:
                    row = weights.get(signal)
                    if row:
                        sums[0] += row[0]
                        sums[1] += row[1]
                        sums[2] += row[2]
                label = wanted.get((i, j))
                for other in range(3):
                    if other != label:
                        sums[other] += MARGIN * (j - i)
                scores.append((sums[0], sums[1], sums[2]))
            guess = best(size, scores)
            step += 1
            if guess == gold:
                continue
            table = {(i, j): found for i, j, found in described}
            for cut, sign in ((gold, 1.0), (guess, -1.0)):
                for i, j, label in cut:
                    for signal in table[i, j]:
                        weights[signal][label] += sign
                        total[signal][label] += sign * step
    return {
        signal: (row[0] - total[signal][0] / step, row[1] - total[signal][1] / step, row[2] - total[signal][2] / step)
        for signal, row in weights.items()
    }


def trained(examples: list[Example], epochs: int) -> Weights:
    """Return the mean of several trainings that see the examples in different orders."""
    runs = [train(examples, epochs, seed) for seed in range(RUNS)]
    signals = {signal for run in runs for signal in run}
    none = (0.0, 0.0, 0.0)
    return {s: tuple(sum(run.get(s, none)[k] for run in runs) / RUNS for k in range(3)) for s in signals}  # type: ignore[misc]


def fit(documents: list[Document], epochs: int) -> Recogniser:
    """Train both readings: the second on what the first recalls."""
    plain = Recogniser(gazetteer(), {})
    examples: list[Example] = []
    for each in documents:
        for chunk, gold in zip(each.chunks, each.gold, strict=True):
            if gold:
                examples.append((plain.describe(chunk, each.seen), gold, len(chunk.words)))
    first = trained(examples, epochs)
    model = Recogniser(gazetteer(), hundredths(first, {}))
    examples = []
    for each in documents:
        once = model.first_reading(each.chunks, each.seen)
        memory = recall(each.chunks, once)
        for position, (chunk, gold) in enumerate(zip(each.chunks, each.gold, strict=True)):
            if gold:
                focus(memory, each.chunks, once, position)
                examples.append((model.describe(chunk, each.seen, memory), gold, len(chunk.words)))
    return Recogniser(gazetteer(), hundredths(first, trained(examples, epochs)))


def hundredths(first: Weights, second: Weights) -> dict[str, int]:
    """Bring both readings' weights together as whole hundredths, packed; drop those that hardly matter."""
    none = (0.0, 0.0, 0.0)
    rows = {}
    for signal in sorted(first.keys() | second.keys()):
        a, b, c, d, e, f = (round(100 * weight) for weight in (*first.get(signal, none), *second.get(signal, none)))
        if max(map(abs, (a, b, c, d, e, f))) >= LEAST_WEIGHT:
            rows[signal] = pack((a, b, c, d, e, f))
    return rows


def score(model: Recogniser, documents: list[Document]) -> dict[int, list[int]]:
    """Count right, wrong and missed names, by label."""
    counts = {PERSON: [0, 0, 0], PLACE: [0, 0, 0]}
    for each in documents:
        have = set()
        for chunk, cut in zip(each.chunks, model.read(each.chunks, each.seen), strict=True):
            for i, j, label in cut:
                start, end = chunk.spans[i][0], chunk.spans[j - 1][1]
                skip = any(n == chunk.number and s < end and start < e for n, s, e in each.ignored)
                if label != OTHER and not skip:
                    have.add((chunk.number, start, end, label))
        for label, count in counts.items():
            want = {name for name in each.names if name[3] == label}
            mine = {name for name in have if name[3] == label}
            count[0] += len(want & mine)
            count[1] += len(mine - want)
            count[2] += len(want - mine)
    return counts


def show(title: str, counts: dict[int, list[int]]) -> None:
    """Print precision, recall and F1."""
    rows = {"person": counts[PERSON], "place": counts[PLACE]}
    rows["micro"] = [a + b for a, b in zip(*rows.values(), strict=True)]
    parts = []
    for name, (hit, wrong, missed) in rows.items():
        precision, found = hit / max(1, hit + wrong), hit / max(1, hit + missed)
        f1 = 2 * precision * found / max(1e-9, precision + found)
        parts.append(f"{name} P {100 * precision:.1f} R {100 * found:.1f} F1 {100 * f1:.1f}")
    print(f"{title}: " + " · ".join(parts))


def fold_of(id_: str, folds: int) -> int:
    """Return the fold of a document."""
    return int(hashlib.sha256(id_.encode()).hexdigest(), 16) % folds


def cross_validate(
    documents: list[Document], more: list[Document], folds: int, only: int | None = None, epochs: int = EPOCHS
) -> dict[int, list[int]]:
    """Count over documents each read by a model of the other folds and of ``more``; print the score of each fold."""
    total = {PERSON: [0, 0, 0], PLACE: [0, 0, 0]}
    for fold in range(only or folds):
        rest = [d for d in documents if fold_of(d.id, folds) != fold]
        held = [d for d in documents if fold_of(d.id, folds) == fold]
        counts = score(fit(rest + more, epochs), held)
        show(f"fold {fold}", counts)
        for label, count in counts.items():
            total[label] = [a + b for a, b in zip(total[label], count, strict=True)]
    return total


def main() -> None:
    """Cross-validate or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, help="only the first N folds")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--invented", type=int, default=INVENTED, help="so many invented documents besides")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    documents = read(json.loads(options.data.read_text("utf-8")))
    made = read({"docs": invented_news.documents(options.invented)})
    if options.folds:
        show("cross-validated", cross_validate(documents, made, options.folds, options.only, options.epochs))
    if options.write:
        model = fit(documents + made, options.epochs)
        show("on its own training data", score(model, documents))
        rows = [
            "\t".join([signal, *map(str, unpack(row, 0) + unpack(row, 1))])
            for signal, row in sorted(model.weights.items())
        ]
        head = "# Written by tools/train_recogniser.py: a signal; weights for person, place, neither, in both readings."
        options.write.write_text("\n".join([head, *rows]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
