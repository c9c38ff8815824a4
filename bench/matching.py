"""Measure the finding of candidates on made-up archives: cost by stage and size, growth, recall of planted matches.

    python -m bench.matching [--articles 100 1000 3000 10000] [--rounds N] [--seed 1]

Each run is a process of its own; sizes take turns. Counts are exact. A planted match counts as found if the two
sentences are a pair that is scored: their articles are compared, and they share two words.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import math
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from annotated_corpus.claims.events import neighbourhood
from annotated_corpus.neighbours import plan
from annotated_corpus.neighbours.duck import STATE, Duck
from annotated_corpus.progress import silent
from annotated_corpus.settings import Settings

from . import measure
from .measure import MEMORY, Clock, Cost, Row
from .prepared import compared, prepare, recall

SETTINGS = Settings(engine="duckdb")
WHOLE = ("read", "anchors", "claims", "profiles", "features", "index and decision")
"""The stages of a whole run; the index alone and one article added are measured beside it."""


def one(articles: int, seed: int) -> Row:
    """Run our stages over an archive of this size; return what they found."""
    clock = Clock()
    made = prepare(articles, seed, clock)
    claims, outlines = made.claims, made.outlines
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)

        def pairs(own: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
            return neighbourhood.pairs(own, outlines.__getitem__, SETTINGS, folder / name, silent)

        clock.skip()
        Duck(None, SETTINGS.memory).near(dict.fromkeys(claims, ""), lambda article: outlines[article].features, silent)
        clock.end("index alone")
        whole = pairs(claims, "whole")
        clock.end("index and decision")
        last = [*claims][-1]
        pairs({article: own for article, own in claims.items() if article != last}, "grown")
        clock.skip()
        grown = pairs(claims, "grown")
        clock.end("one added")
        return {
            "articles": articles,
            "claims": sum(map(len, claims.values())),
            **joined(folder / "whole" / STATE, articles),
            "pairs decided": len(json.loads((folder / "whole" / "margins.json").read_bytes())["margins"]),
            "pairs of articles": len(whole),
            "one added gives the same": grown == whole,
            "planted": len(made.planted),
            "recall": recall(made.planted, compared(made, whole)),
        }


def joined(state: Path, articles: int) -> dict[str, int]:
    """Return how many rows the join of the plan had, counted from the frequencies."""
    import duckdb  # noqa: PLC0415 - the engine under test

    with duckdb.connect(state, read_only=True) as connection:
        cut = plan.few(articles)
        rows = connection.execute(
            f"""SELECT SUM(CASE WHEN n <= {cut} THEN n * (n - 1) // 2 WHEN feature % 2 <> 0 THEN {plan.NEXT} * n ELSE 0 END)
            FROM (SELECT feature, COUNT(*) AS n FROM posting GROUP BY feature) WHERE n > 1"""  # noqa: S608, E501
        ).fetchone()
        near = connection.execute("SELECT COUNT(*) FROM near").fetchone()
        postings = connection.execute("SELECT COUNT(*) FROM posting").fetchone()
    assert rows
    assert near
    assert postings
    return {"postings": postings[0], "join rows": int(rows[0]), "near": near[0]}


def bench(sizes: Sequence[int], rounds: int | None, seed: int) -> None:
    """Measure and print."""
    times = {articles: rounds or measure.rounds(articles) for articles in sizes}
    costs: dict[int, list[Cost]] = {articles: [] for articles in sizes}
    stages: dict[int, list[dict[str, tuple[float, float]]]] = {articles: [] for articles in sizes}
    for turn in range(max(times.values())):
        for articles in sizes:
            if turn < times[articles]:
                spent: dict[str, tuple[float, float]] = {}

                def heed(row: Row, memory: float, articles: int = articles, spent: Any = spent) -> None:
                    if "stage" in row:
                        spent[row["stage"]] = row["seconds"], memory
                        print(_line(articles, f"run {turn + 1}", row["stage"], row["seconds"], memory), flush=True)  # noqa: B023 - called before the next turn

                costs[articles].append(measure.module("matching", "--one", articles, "--seed", seed, heed=heed))
                stages[articles].append(spent)
    summary = {}
    for articles in sizes:
        spent = {
            stage: (median(run[stage][0] for run in stages[articles]), max(run[stage][1] for run in stages[articles]))
            for stage in stages[articles][0]
        }
        for stage, (seconds, memory) in spent.items():
            print(_line(articles, f"median of {times[articles]}", stage, seconds, memory))
        summary[articles] = found = costs[articles][-1].result
        found["seconds"] = sum(spent[stage][0] for stage in WHOLE)
        found["share of one added"] = round(spent["one added"][0] / found["seconds"], 4)
        print(f"matching {articles:7,}  " + ", ".join(f"{name} {value}" for name, value in found.items()), flush=True)
    for few, many in itertools.pairwise(sizes):
        _growth(summary[few], summary[many])
    if len(sizes) > 2:
        _growth(summary[sizes[1]], summary[sizes[-1]])


def _line(articles: int, run: str, stage: str, seconds: float, memory: float) -> str:
    return f"matching {articles:7,}  {run:12} {stage:20} {seconds:8.2f} CPU-s {memory:7.0f} MB {MEMORY}"


def _growth(one: Row, two: Row) -> None:
    """Print how two quantities grow from one size to another, as the power of the size."""
    rows, seconds = (
        math.log(two[of] / one[of]) / math.log(two["articles"] / one["articles"]) for of in ("join rows", "seconds")
    )
    print(
        f"matching {one['articles']:,} to {two['articles']:,}: join rows grow by the power {rows:.3f}, "
        f"seconds by {seconds:.3f}",
        flush=True,
    )


def main() -> None:
    """Measure what the command line names."""
    parser = measure.arguments(__doc__, [100, 1000, 3000, 10_000])
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        gc.disable()  # as a build does
        measure.tell(one(chosen.one, chosen.seed))
    else:
        bench(chosen.articles, chosen.rounds, chosen.seed)


if __name__ == "__main__":
    main()
