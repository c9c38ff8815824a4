"""Ways to find matches, side by side on the same claims: ours, all pairs, and what others do.

    python -m bench.methods [--articles 1000 3000 10000] [--methods "index" ...] [--rounds N] [--seed 1]

They run in turn, each in a process of its own. Seconds count what a method does from claims with their terms on; to
read the articles costs all the same. The methods:

- ``index``: ours, features and decision included.
- ``all pairs``: our exact decision for every two articles. Also printed: which of the pairs of articles that it finds
  the index leads to.
- ``TF-IDF, all pairs``: the cosine of every two claims by scikit-learn, the terms being ours; pairs from .3.
- ``sparse_dot_topn``: the same, the ten nearest of each claim; from 10,000 articles for a tenth of the claims against
  all, times ten, since its cost is linear in them.
- ``n-grams in Spark``: what passim does, by its published method, as it is on no package registry. N-grams are of 25
  letters and digits and begin with a word; one that more than 100 articles have is dropped, and two articles are a
  pair from five in common: the defaults of passim 2. Alignment, its most costly part, is not run.

A planted match counts as found where our two methods compare the two sentences (see ``matching``), where the cosine of
the two is among those returned, and where the articles are a pair and the two sentences share an n-gram.
"""

from __future__ import annotations

import argparse
import gc
import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, combinations
from statistics import median
from typing import Any

from annotated_corpus.claims.events import neighbourhood
from annotated_corpus.claims.events.event import margin, same_event
from annotated_corpus.neighbours import choose
from annotated_corpus.neighbours.features import number
from annotated_corpus.neighbours.spark import Spark
from annotated_corpus.progress import silent

from . import measure
from .engines import end_java
from .invented import Planted, archive
from .matching import SETTINGS
from .measure import Clock, Cost, Row
from .prepared import Prepared, compared, prepare, recall

NEAREST = 10
LEAST = 0.3
BLOCK = 1000
SAMPLED_FROM, SAMPLE = 10_000, 0.1
LENGTH, MOST_ARTICLES, SHARED = 25, 100, 5


def index(articles: int, seed: int, clock: Clock) -> Row:
    """Run ours."""
    made = prepare(articles, seed, clock)
    clock.skip()
    pairs = _index(made)
    clock.end("search")
    seconds = clock.stages["features"] + clock.stages["search"]
    return {"seconds": seconds, "pairs": len(pairs), "recall": recall(made.planted, compared(made, pairs))}


def _index(made: Prepared) -> list[tuple[str, str]]:
    return [*neighbourhood.pairs(made.claims, made.outlines.__getitem__, SETTINGS, None, silent)]


def all_pairs(articles: int, seed: int, clock: Clock) -> Row:
    """Decide for every two articles, and compare with what the index leads to."""
    made = prepare(articles, seed, clock)
    clock.skip()
    outlines = made.outlines
    pairs = same_event({(a, b): margin(outlines[a], outlines[b]) for a, b in combinations(made.claims, 2)})
    clock.end("search")
    ours = set(_index(made))
    near = choose(SETTINGS).near(dict.fromkeys(made.claims, ""), lambda article: outlines[article].features, silent)
    led = {frozenset((each.one, each.two)) for each in near}
    return {
        "seconds": clock.stages["features"] + clock.stages["search"],
        "pairs": len(pairs),
        "recall": recall(made.planted, compared(made, pairs)),
        "of its pairs the index alone has": round(sum(frozenset(pair) in led for pair in pairs) / len(pairs), 4),
        "of its pairs ours finds": round(len(ours.intersection(pairs)) / len(pairs), 4),
        "pairs that only ours finds": len(ours.difference(pairs)),
    }


def tf_idf(articles: int, seed: int, clock: Clock) -> Row:
    """Take the cosine of every two claims."""
    from sklearn.metrics.pairwise import cosine_similarity  # noqa: PLC0415 - only other methods need these

    def product(matrix: Any) -> Iterable[tuple[int, int]]:
        for start in range(0, matrix.shape[0], BLOCK):
            block = cosine_similarity(matrix[start : start + BLOCK], matrix, dense_output=False).tocoo()
            strong = block.data >= LEAST
            yield from zip((block.row[strong] + start).tolist(), block.col[strong].tolist(), strict=True)

    return _cosines(articles, seed, clock, 1, product)


def sparse_dot_topn(articles: int, seed: int, clock: Clock) -> Row:
    """Run sparse_dot_topn."""
    from scipy import sparse  # noqa: PLC0415 - see above
    from sparse_dot_topn import sp_matmul_topn  # noqa: PLC0415

    share = SAMPLE if articles >= SAMPLED_FROM else 1

    def product(matrix: Any) -> Iterable[tuple[int, int]]:
        some = matrix[: math.ceil(matrix.shape[0] * share)]
        found = sp_matmul_topn(some, matrix.T.tocsr(), top_n=NEAREST + 1, threshold=LEAST, n_threads=1)
        return zip(*sparse.coo_matrix(found).coords, strict=True)

    return _cosines(articles, seed, clock, share, product)


def _cosines(
    articles: int, seed: int, clock: Clock, share: float, product: Callable[[Any], Iterable[tuple[int, int]]]
) -> Row:
    """Weigh the terms of the claims, and multiply; ``product`` gives pairs of claims, of the first share and all."""
    import numpy  # noqa: PLC0415 - see above
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415

    made = prepare(articles, seed, clock)
    first: dict[str, int] = {}
    documents: list[tuple[str, ...]] = []
    for article, own in made.terms.items():
        first[article] = len(documents)
        documents += own
    clock.skip()
    matrix: Any = TfidfVectorizer(analyzer=list, dtype=numpy.float32).fit_transform(documents)
    clock.end("weights")
    held = {(int(min(a, b)), int(max(a, b))) for a, b in product(matrix) if a != b}
    clock.end("search")
    asked = math.ceil(len(documents) * share)

    def place(article: str, n: int) -> int:
        return first[article] + n

    def together(a: str, n: int, b: str, m: int) -> bool:
        one, two = place(a, n), place(b, m)
        return (min(one, two), max(one, two)) in held

    listed = [(k, a, n, b, m) for k, a, n, b, m in made.planted if max(place(a, n), place(b, m)) < asked]
    return {
        "seconds": clock.stages["weights"] + clock.stages["search"] / share,
        "share of the claims": share,
        "pairs of claims": len(held),
        "recall": recall(listed, together),
    }


def n_grams(articles: int, seed: int, clock: Clock) -> Row:
    """Run the method of passim as far as pairs of articles; the start of Spark counts."""
    told: list[tuple[str, tuple[str, ...]]] = []
    planted: list[Planted] = []
    for story, matches in archive(articles, seed):
        planted += matches
        told += [(each.name, each.paragraphs) for each in story]
    clock.skip()
    rows = [(name, sorted(set().union(*map(_grams, paragraphs)))) for name, paragraphs in told]
    session = Spark("local[2]", "2GB").session()
    session.createDataFrame(
        [(name, " ".join(map(str, own))) for name, own in rows], "name STRING, grams STRING"
    ).createOrReplaceTempView("lines")
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
    query = f"SELECT one, two FROM pair WHERE shared >= {SHARED}"  # noqa: S608
    near = {(row[0], row[1]) for row in session.sql(query).collect()}
    session.stop()
    end_java()
    clock.end("search")
    common = Counter(chain.from_iterable(own for _, own in rows))
    good, whole = Counter[str](), Counter[str]()
    for each in planted:
        met = (min(each.a, each.b), max(each.a, each.b)) in near
        for kind in (each.kind, "all"):
            whole[kind] += 1
            good[kind] += met and any(
                common[gram] <= MOST_ARTICLES for gram in _grams(each.a_text) & _grams(each.b_text)
            )
    return {
        "seconds": clock.stages["search"],
        "pairs": len(near),
        "recall": {kind: round(good[kind] / whole[kind], 4) for kind in whole},
    }


def _grams(words: str) -> set[int]:
    """Return the hashes of the n-grams of a text."""
    starts = [match.group().lower() for match in re.finditer(r"\w+", words)]
    text = "".join(starts)
    at, found = 0, set()
    for each in starts:
        if at + LENGTH <= len(text):
            found.add(number(text[at : at + LENGTH]))
        at += len(each)
    return found


METHODS: dict[str, tuple[Callable[[int, int, Clock], Row], int]] = {
    "index": (index, 1_000_000),
    "sparse_dot_topn": (sparse_dot_topn, 1_000_000),
    "TF-IDF, all pairs": (tf_idf, 1000),
    "all pairs": (all_pairs, 1000),
    "n-grams in Spark": (n_grams, 1000),
}
"""The methods, and up to how many articles each is run unless it is named."""


def bench(sizes: Sequence[int], rounds: int | None, seed: int, methods: Sequence[str] = ()) -> None:
    """Measure and print."""
    for articles in sizes:
        chosen = [name for name, (_, most) in METHODS.items() if name in methods or (not methods and articles <= most)]
        title = f"methods {articles:7,}"
        subjects = {name: partial(_search, name, articles, seed) for name in chosen}
        costs = measure.compare(title, subjects, rounds or measure.rounds(articles))
        for name, own in costs.items():
            found = {key: value for key, value in own[-1].result.items() if key != "seconds"}
            print(f"{title}  {name}: {median(cost.cpu for cost in own):.2f} CPU-s", *_told(found), sep=", ", flush=True)


def _told(found: Row) -> Iterable[str]:
    return (f"{name} {value}" for name, value in found.items())


def _search(name: str, articles: int, seed: int) -> Cost:
    """Run a method and return what its search costs; time and memory are those of the whole process."""
    cost = measure.module("methods", "--one", name, "--articles", articles, "--seed", seed)
    return replace(cost, cpu=cost.result["seconds"])


def main() -> None:
    """Measure what the command line names."""
    parser = measure.arguments(__doc__, [1000, 3000, 10_000])
    parser.add_argument("--methods", nargs="+", choices=METHODS, default=[])
    parser.add_argument("--one", choices=METHODS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.one:
        gc.disable()  # as a build does
        measure.tell(METHODS[chosen.one][0](chosen.articles[0], chosen.seed, Clock()))
    else:
        bench(chosen.articles, chosen.rounds, chosen.seed, chosen.methods)


if __name__ == "__main__":
    main()
