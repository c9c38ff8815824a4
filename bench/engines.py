"""The engines on the same features: what each costs, start included, and whether their rows are equal.

    python -m bench.engines [--articles 1000 10000] [--rounds N] [--seed 1] [--master "local[2]"]

They run in turn, each in a process of its own; the processor time of Spark includes that of its Java machine, as far
as it is on this one.

    python -m bench.engines --huge 100000 [--memory 3GB]

runs DuckDB alone, within a limit of memory, on an archive too large to read for a benchmark: its features are cut from
the text by a plainer rule.
"""

from __future__ import annotations

import argparse
import gc
import pickle
import re
import tempfile
from array import array
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path

from annotated_corpus.neighbours import Engine
from annotated_corpus.neighbours.duck import STATE, Duck
from annotated_corpus.neighbours.features import around, features, number, pairs
from annotated_corpus.neighbours.spark import Spark
from annotated_corpus.progress import silent

from . import measure
from .invented import Invented, archive
from .matching import joined
from .measure import Clock, Cost, Row
from .prepared import prepare

MEMORY = "2GB"
_SPLIT = re.compile(r"[^\W_]+(?:[,.'-][^\W_]+)*")


def end_java() -> None:
    """End the Java machine of a local Spark and wait for it, so that its processor time counts as a child's."""
    from pyspark import SparkContext  # noqa: PLC0415 - an extra

    gateway = SparkContext._gateway  # there is no public way to it
    if gateway is not None:
        with suppress(OSError):  # it has closed the connection first
            gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()


def one(engine: Engine, path: Path) -> Row:
    """Run an engine over features that were kept."""
    made = pickle.loads(path.read_bytes())  # noqa: S301 - written by this program
    clock = Clock()
    found = engine.near(dict.fromkeys(made, ""), made.__getitem__, silent)
    if isinstance(engine, Spark):
        end_java()
    clock.end("engine")
    digest = sha256(repr([tuple(pair) for pair in found]).encode()).hexdigest()
    return {"seconds": clock.stages["engine"], "pairs": len(found), "digest": digest}


def huge(articles: int, seed: int, memory: str) -> Row:
    """Run the index over features made by :func:`plain`, within a limit of memory."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary, "features")
        names, places = [], {}
        planted: set[tuple[str, str]] = set()
        with path.open("wb") as file:
            for story, matches in archive(articles, seed):
                for each in story:
                    names.append(each.name)
                    own = array("q", plain(each))
                    places[each.name] = file.tell(), len(own)
                    own.tofile(file)
                planted |= {(each.a, each.b) for each in matches}
        with path.open("rb") as file:

            def made(name: str) -> array[int]:
                own = array("q")
                file.seek(places[name][0])
                own.fromfile(file, places[name][1])
                return own

            clock = Clock()
            measure.tell({"stage": "features", "seconds": 0})
            found = Duck(Path(temporary, "state"), memory).near(dict.fromkeys(names, ""), made, silent)
            clock.end("index")
        got = {(each.one, each.two) for each in found}
        return {
            "articles": articles,
            "memory allowed": memory,
            **joined(Path(temporary, "state", STATE), articles),
            "planted pairs of articles": len(planted),
            "recall of these": round(len(planted & got) / len(planted), 4),
        }


def plain(article: Invented) -> tuple[int, ...]:
    """Return features by a plain rule, without the stages before."""
    found, sentences = set(), []
    for paragraph in article.paragraphs:
        words = [word for word in _SPLIT.findall(paragraph) if len(word) > 3]
        terms = [word.lower()[:7] for word in words]
        sentences.append(terms)
        numbers = [*map(number, terms)]
        telling = (n for n, word in enumerate(words) if not word.islower())
        found.update(*(pairs(numbers[n], around(numbers, n, 3)) for n in telling))
    return features(found, sentences)


def bench(sizes: Sequence[int], rounds: int | None, seed: int, master: str = "local[2]") -> None:
    """Measure and print."""
    for articles in sizes:
        title = f"engines {articles:7,}"
        with tempfile.TemporaryDirectory() as temporary:
            path = Path(temporary, "features")
            measure.module("engines", "--keep", path, "--articles", articles, "--seed", seed)
            subjects = {
                "DuckDB": partial(_run, "duckdb", path, master),
                f"Spark {master}": partial(_run, "spark", path, master),
            }
            costs = measure.compare(title, subjects, rounds or measure.rounds(articles))
        results = [cost.result for own in costs.values() for cost in own]
        equal = len({result["digest"] for result in results}) == 1
        print(f"{title}  {results[0]['pairs']:,} pairs of articles, equal in all runs of both: {equal}", flush=True)


def bench_huge(articles: int, seed: int, memory: str) -> None:
    """Measure and print the index within a limit of memory."""

    def heed(row: Row, peak: float) -> None:
        if "stage" in row:
            seconds = f"{row['seconds']:.1f} CPU-s " if row["seconds"] else ""
            print(f"huge {articles:9,}  {row['stage']:10} {seconds}{peak:.0f} MB {measure.MEMORY}", flush=True)

    cost = measure.module("engines", "--one", "huge", "--huge", articles, "--memory", memory, "--seed", seed, heed=heed)
    print(f"huge {articles:9,}  " + ", ".join(f"{key} {value}" for key, value in cost.result.items()), flush=True)


def _run(engine: str, path: Path, master: str) -> Cost:
    cost = measure.module("engines", "--one", engine, "--kept", path, "--master", master)
    return replace(cost, cpu=cost.result["seconds"])


def main() -> None:
    """Measure what the command line names."""
    parser = measure.arguments(__doc__, [1000, 10_000])
    parser.add_argument("--master", default="local[2]")
    parser.add_argument("--huge", type=int, help="run DuckDB alone on so many articles")
    parser.add_argument("--memory", default="3GB", help="what DuckDB may use with --huge")
    for hidden in ("--one", "--keep", "--kept"):
        parser.add_argument(hidden, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    gc.disable()  # as a build does
    if chosen.keep:
        outlines = prepare(chosen.articles[0], chosen.seed, Clock()).outlines
        Path(chosen.keep).write_bytes(pickle.dumps({name: each.features for name, each in outlines.items()}))
    elif chosen.one == "huge":
        measure.tell(huge(chosen.huge, chosen.seed, chosen.memory))
    elif chosen.one:
        engine = Spark(chosen.master, MEMORY) if chosen.one == "spark" else Duck(None, MEMORY)
        measure.tell(one(engine, Path(chosen.kept)))
    elif chosen.huge:
        bench_huge(chosen.huge, chosen.seed, chosen.memory)
    else:
        bench(chosen.articles, chosen.rounds, chosen.seed, chosen.master)


if __name__ == "__main__":
    main()
