"""Measure large corpora from end to end: every part, one after the other.

    python -m bench [--short] [--parts matching methods engines huge builds] [--articles N ...] [--rounds N]

The whole takes hours, the short version a few minutes. Lines come as the parts go on. See the module of each part.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from . import builds, engines, matching, methods


def _huge(sizes: Sequence[int], rounds: int | None, seed: int) -> None:
    for articles in sizes:
        for _ in range(rounds or 1):
            engines.bench_huge(articles, seed, "3GB")


PARTS: dict[str, tuple[Callable[[Sequence[int], int | None, int], None], Sequence[int], Sequence[int]]] = {
    "matching": (matching.bench, (100, 1000, 3000, 10_000), (100, 300)),
    "methods": (methods.bench, (1000, 3000, 10_000), (100,)),
    "engines": (engines.bench, (1000, 10_000), (100,)),
    "huge": (_huge, (100_000,), (1000,)),
    "builds": (builds.bench, (100, 1000, 3000), (100,)),
}
"""The parts: what runs, the sizes, and the sizes of the short version."""


def main() -> None:
    """Run what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--short", action="store_true", help="few articles, and everything once")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    parser.add_argument("--articles", type=int, nargs="+", help="other sizes, for the parts that run")
    parser.add_argument("--rounds", type=int, help="how often; by default five times, fewer where once takes long")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    for part in chosen.parts:
        bench, whole, short = PARTS[part]
        bench(
            chosen.articles or (short if chosen.short else whole),
            chosen.rounds or (1 if chosen.short else None),
            chosen.seed,
        )


if __name__ == "__main__":
    main()
