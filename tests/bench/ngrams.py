"""What passim does, by its published method on Spark: character n-grams in an inverted index with a cut.

    python -m tests.bench.ngrams [--articles 1000]

The n-grams are of 25 letters and digits and begin with a word; one that more than 100 articles have is dropped, and two
articles are a pair from five n-grams in common: the defaults of passim 2, which is on no package registry. Alignment
of the passages found, its most costly part, is not run. A planted match is found if its articles are a pair and its
two sentences share one n-gram.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections import defaultdict
from itertools import chain

from annotated_corpus.neighbours.features import number
from annotated_corpus.neighbours.spark import Spark

from .invented import Planted, archive
from .matching import recall

LENGTH = 25
MOST_ARTICLES = 100
LEAST = 5


def grams(words: str) -> set[int]:
    """Return the hashes of the n-grams of a text."""
    starts = [match.group().lower() for match in re.finditer(r"\w+", words)]
    text = "".join(starts)
    at, found = 0, set()
    for each in starts:
        if at + LENGTH <= len(text):
            found.add(number(text[at : at + LENGTH]))
        at += len(each)
    return found


def main() -> None:
    """Run it over a made-up archive and print what it cost and found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--master", default="local[2]")
    chosen = parser.parse_args()
    rows: list[tuple[str, list[int]]] = []
    planted: list[Planted] = []
    for told, matches in archive(chosen.articles):
        planted += matches
        rows += [(each.name, sorted(set().union(*map(grams, each.paragraphs)))) for each in told]
    session = Spark(chosen.master, "2GB").session()
    # the Java machine is a child of this process's gateway and is waited for when the session stops
    before = time.process_time()
    lines = session.createDataFrame(
        [(name, " ".join(map(str, own))) for name, own in rows], "name STRING, grams STRING"
    )
    lines.createOrReplaceTempView("lines")
    for name, query in {
        "posting": "SELECT name, CAST(gram AS BIGINT) AS gram"
        " FROM lines LATERAL VIEW explode(split(grams, ' ')) AS gram",
        "kept": f"SELECT gram FROM posting GROUP BY gram HAVING COUNT(*) BETWEEN 2 AND {MOST_ARTICLES}",  # noqa: S608
        "held": "SELECT posting.name, posting.gram FROM posting JOIN kept ON posting.gram = kept.gram",
        "pair": "SELECT a.name AS one, b.name AS two, COUNT(*) AS shared FROM held AS a JOIN held AS b"
        " ON a.gram = b.gram AND a.name < b.name GROUP BY a.name, b.name",
    }.items():
        made = session.sql(query).cache()
        made.count()
        made.createOrReplaceTempView(name)
    query = f"SELECT one, two FROM pair WHERE shared >= {LEAST}"  # noqa: S608
    near = {(row[0], row[1]) for row in session.sql(query).collect()}
    java = session.sparkContext._gateway.proc  # its processor time has no public way
    ticks = sum(map(int, open(f"/proc/{java.pid}/stat").read().rsplit(")", 1)[1].split()[11:13]))  # noqa: PTH123, SIM115
    seconds = time.process_time() - before + ticks / 100
    session.stop()
    common: defaultdict[int, int] = defaultdict(int)
    for gram in chain.from_iterable(own for _, own in rows):
        common[gram] += 1

    def found(a: str, one: str, b: str, two: str) -> bool:
        return (min(a, b), max(a, b)) in near and any(common[each] <= MOST_ARTICLES for each in grams(one) & grams(two))

    listed = [(each.kind, each.a, each.a_text, each.b, each.b_text) for each in planted]
    print(
        json.dumps(
            {
                "articles": chosen.articles,
                "seconds": round(seconds, 1),
                "peak MB of Python": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
                "pairs of articles": len(near),
                "recall": recall(listed, found),
            },
            indent=1,
        )
    )


if __name__ == "__main__":
    main()
