"""Measure the finding of candidates on made-up archives: cost by stage and size, recall, other methods.

    python -m tests.bench.matching [--articles 100 1000 3000 10000] [--rivals 1000 3000] [--sampled 10000]

Each size runs in a process of its own. Counts are exact; seconds are of the processor, children included. A planted
match counts as found if the two sentences are a pair that is scored: their articles are compared, and they share two
words. For sparse_dot_topn (TF-IDF of the same terms, the ten nearest claims of a cosine of at least .3) it counts if
it is among the pairs returned.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import json
import math
import re
import resource
import subprocess
import sys
import tempfile
import time
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from annotated_corpus import anchors, decisions, text
from annotated_corpus.anchors import Register
from annotated_corpus.claims import extract, neighbourhood
from annotated_corpus.claims.events import Outline, outline
from annotated_corpus.claims.profile import profile
from annotated_corpus.neighbours import features, plan
from annotated_corpus.neighbours.duck import STATE, Duck
from annotated_corpus.progress import silent
from annotated_corpus.settings import Settings

from .invented import KINDS, Invented, Planted, archive, write

SETTINGS = Settings(engine="duckdb")
NEAREST = 10
LEAST = 0.3


class Clock:
    """Seconds of the processor and peak memory, stage by stage."""

    def __init__(self) -> None:
        self.stages: dict[str, tuple[float, int]] = {}
        self._last = self._now()

    def _now(self) -> float:
        return time.process_time() + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime

    def stage(self, name: str) -> None:
        """Note the stage that has just ended."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        self.stages[name] = self.stages.get(name, (0.0, 0))[0] + self._now() - self._last, peak
        self.skip()

    def skip(self) -> None:
        """Count nothing of what came since the last stage."""
        self._last = self._now()


def terms_of(planted: Sequence[Planted], rows: Mapping[str, list[tuple[str, tuple[str, ...]]]]) -> list[Any]:
    """Return kind, article, claim, article, claim of the planted matches whose sentences are claims."""
    where = {(article, words): n for article, claims in rows.items() for n, (words, _) in enumerate(claims)}
    found = []
    for each in planted:
        a, b = where.get((each.a, each.a_text)), where.get((each.b, each.b_text))
        if a is not None and b is not None:
            found.append((each.kind, each.a, a, each.b, b))
    return found


def recall(planted: Iterable[Any], found: Any) -> dict[str, float]:
    """Return the share of planted matches of each kind that ``found`` holds for."""
    whole, good = Counter[str](), Counter[str]()
    for kind, *claims in planted:
        whole[kind] += 1
        good[kind] += bool(found(*claims))
    whole["all"], good["all"] = whole.total(), good.total()
    return {kind: round(good[kind] / whole[kind], 4) for kind in (*KINDS, "all") if whole[kind]}


def measure(articles: int, seed: int) -> dict[str, Any]:
    """Run our stages over an archive of this size; return what they cost and found."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        planted = write(folder / "seeds", articles, seed)
        clock = Clock()
        loaded, _ = text.load_seeds(folder / "seeds", "seeds")
        readings, _ = text.read(loaded)
        clock.stage("read")
        attached = anchors.attach(readings, Register(), decisions.load(folder / "none.toml", "none.toml")).articles
        clock.stage("anchors")
        claims: dict[str, list[Any]] = defaultdict(list)
        for claim in extract(attached):
            claims[claim.article].append(claim)
        clock.stage("claims")
        outlines: dict[str, Outline] = {}
        rows: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for article, own in claims.items():
            made = profile(article, own)
            clock.stage("profiles")
            outlines[article] = outline(made)
            clock.stage("outlines")
            rows[article] = [(each.claim.text, tuple(sorted(each.content))) for each in made.portraits]
        clock.skip()

        def pairs(own: Mapping[str, Any], name: str) -> list[tuple[str, str]]:
            return neighbourhood.pairs(own, outlines.__getitem__, SETTINGS, folder / name, silent)

        marks = dict.fromkeys(claims, "")
        Duck(None, SETTINGS.memory).near(marks, lambda article: outlines[article].features, silent)
        clock.stage("index")
        whole = pairs(claims, "whole")
        clock.stage("index and gate")
        last = [*claims][-1]
        fewer = {article: own for article, own in claims.items() if article != last}
        pairs(fewer, "grown")
        clock.skip()
        grown = pairs(claims, "grown")
        clock.stage("one added")
        counts = joined(folder / "whole" / STATE, articles)
        near = set(whole)
        listed = terms_of(planted, rows)
        words = {article: [set(content) for _, content in own] for article, own in rows.items()}
        return {
            "articles": articles,
            "claims": sum(map(len, rows.values())),
            "stages": {name: (round(seconds, 2), peak) for name, (seconds, peak) in clock.stages.items()},
            **counts,
            "compared": len(json.loads((folder / "whole" / "margins.json").read_bytes())["margins"]),
            "pairs of articles": len(whole),
            "one added gives the same": grown == whole,
            "planted": len(listed),
            "recall": recall(
                listed,
                lambda a, n, b, m: ((a, b) in near or (b, a) in near) and len(words[a][n] & words[b][m]) > 1,
            ),
        }


_SPLIT = re.compile(r"[^\W_]+(?:[,.'-][^\W_]+)*")


def plain(article: Invented) -> tuple[int, ...]:
    """Return features by a plain rule, without the stages before: for archives too large to read for a benchmark."""
    pairs, sentences = set(), []
    for paragraph in article.paragraphs:
        words = [word for word in _SPLIT.findall(paragraph) if len(word) > 3]
        telling = [not word.islower() for word in words]
        terms = [word.lower()[:7] for word in words]
        sentences.append(terms)
        for step in (1, 2, 3):
            for n in range(len(terms) - step):
                if (telling[n] or telling[n + step]) and terms[n] != terms[n + step]:
                    pairs.add((terms[n], terms[n + step]))
    return features(pairs, sentences)


def huge(articles: int, seed: int, memory: str) -> dict[str, Any]:
    """Run the index alone over features made by :func:`plain`, within a limit of memory."""
    with tempfile.TemporaryDirectory() as temporary:
        path = Path(temporary, "features")
        names, places = [], {}
        told_together: set[tuple[str, str]] = set()
        with path.open("wb") as file:
            for told, planted in archive(articles, seed):
                for each in told:
                    names.append(each.name)
                    own = array("q", plain(each))
                    places[each.name] = file.tell(), len(own)
                    own.tofile(file)
                told_together |= {(each.a, each.b) for each in planted}
        with path.open("rb") as file:

            def made(name: str) -> array[int]:
                own = array("q")
                file.seek(places[name][0])
                own.fromfile(file, places[name][1])
                return own

            clock = Clock()
            found = Duck(Path(temporary, "state"), memory).near(dict.fromkeys(names, ""), made, silent)
            clock.stage("index")
        got = {(each.one, each.two) for each in found}
        return {
            "articles": articles,
            "memory": memory,
            "stages": clock.stages,
            **joined(Path(temporary, "state", STATE), articles),
            "planted pairs of articles": len(told_together),
            "recall of these": round(len(told_together & got) / len(told_together), 4),
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


def rival(articles: int, seed: int, share: float) -> dict[str, Any]:
    """Run sparse_dot_topn; with a ``share`` below 1 for so many of the claims against all, since its cost is linear."""
    import numpy  # noqa: PLC0415 - only rivals need these
    from scipy import sparse  # noqa: PLC0415
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sparse_dot_topn import sp_matmul_topn  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as temporary:
        planted = write(Path(temporary, "seeds"), articles, seed)
        loaded, _ = text.load_seeds(Path(temporary, "seeds"), "seeds")
    attached = anchors.attach(text.read(loaded)[0], Register(), decisions.load(Path("none.toml"), "none.toml")).articles
    claims: dict[str, list[Any]] = defaultdict(list)
    for claim in extract(attached):
        claims[claim.article].append(claim)
    rows = {
        article: [(each.claim.text, tuple(sorted(each.content))) for each in profile(article, own).portraits]
        for article, own in claims.items()
    }
    first = {}
    documents: list[tuple[str, ...]] = []
    for article, own in rows.items():
        first[article] = len(documents)
        documents += [content for _, content in own]
    clock = Clock()
    matrix: Any = TfidfVectorizer(analyzer=list, dtype=numpy.float32).fit_transform(documents)
    clock.stage("TF-IDF")
    some = matrix[: math.ceil(matrix.shape[0] * share)]
    found = sp_matmul_topn(some, matrix.T.tocsr(), top_n=NEAREST + 1, threshold=LEAST, n_threads=1)
    clock.stage("product")
    seconds = clock.stages["TF-IDF"][0] + clock.stages["product"][0] / share
    held: set[tuple[int, int]] = set(zip(*sparse.coo_matrix(found).coords, strict=True))
    listed = [
        each
        for each in terms_of(planted, rows)
        if max(first[each[1]] + each[2], first[each[3]] + each[4]) < some.shape[0]
    ]

    def together(a: str, n: int, b: str, m: int) -> bool:
        one, two = first[a] + n, first[b] + m
        return (one, two) in held or (two, one) in held

    return {
        "rival": "sparse_dot_topn",
        "articles": articles,
        "claims": len(documents),
        "share": share,
        "seconds": round(seconds, 1),
        "peak MB": clock.stages["product"][1],
        "pairs": len(held),
        "recall": recall(listed, together),
    }


def fresh(*arguments: str) -> dict[str, Any]:
    """Return what this program prints in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.matching", *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    made: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return made


def exponent(one: Mapping[str, Any], two: Mapping[str, Any], of: Any) -> str:
    """Return how a quantity grows from one size to another, as the power of the size."""
    grown = math.log(of(two) / of(one)) / math.log(two["articles"] / one["articles"])
    return f"{grown:.3f}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="*", default=[100, 1000, 3000, 10_000])
    parser.add_argument("--rivals", type=int, nargs="*", default=[1000, 3000])
    parser.add_argument(
        "--sampled", type=int, nargs="*", default=[10_000], help="rivals of these sizes: a tenth, times 10"
    )
    parser.add_argument("--huge", type=int, help="run the index alone on so many articles, within --memory")
    parser.add_argument("--memory", default="3GB")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--rival", type=float, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    seed = str(chosen.seed)
    gc.disable()  # as a build does
    if chosen.huge:
        print(json.dumps(huge(chosen.huge, chosen.seed, chosen.memory), indent=1))
        return
    if chosen.one:
        made = rival(chosen.one, chosen.seed, chosen.rival) if chosen.rival else measure(chosen.one, chosen.seed)
        print(json.dumps(made))
        return
    results = []
    for articles in chosen.articles:
        results.append(fresh("--one", str(articles), "--seed", seed))
        print(json.dumps(results[-1], indent=1), flush=True)
    for one, two in itertools.pairwise(results):
        rows = exponent(one, two, lambda each: each["join rows"])
        seconds = exponent(one, two, lambda each: sum(spent for spent, _ in each["stages"].values()))
        print(f"{one['articles']} to {two['articles']}: join rows grow by {rows}, seconds by {seconds}", flush=True)
    for share, sizes in ((1.0, chosen.rivals), (0.1, chosen.sampled)):
        for articles in sizes:
            print(
                json.dumps(fresh("--one", str(articles), "--seed", seed, "--rival", str(share)), indent=1), flush=True
            )


if __name__ == "__main__":
    main()
