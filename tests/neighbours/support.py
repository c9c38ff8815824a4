"""Corpora of features, without texts: articles by their ids."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

from annotated_corpus.neighbours import Pair, plan
from annotated_corpus.neighbours.duck import Duck
from annotated_corpus.neighbours.features import number
from annotated_corpus.progress import silent

Corpus = dict[str, tuple[int, ...]]


def corpus(articles: int, seed: int = 1, story: int = 4) -> Corpus:
    """Make articles of 60 features: some of their story, some that any article may have, some of their own."""
    dice = random.Random(seed)
    return {f"a{n:05}": article(dice, n // story, articles) for n in range(articles)}


def article(dice: random.Random, story: int, articles: int) -> tuple[int, ...]:
    own = [number(f"story {story} {dice.randrange(40)}") for _ in range(15)]
    any_ = [number(f"any {int(articles * dice.random() ** 3) // 2}") for _ in range(25)]
    return tuple(sorted({*own, *any_, *(dice.getrandbits(62) for _ in range(20))}))


def marks(made: Mapping[str, Sequence[int]]) -> dict[str, str]:
    return {name: str(hash(tuple(features))) for name, features in made.items()}


def near(made: Mapping[str, Sequence[int]], memory: str = "1GB") -> list[Pair]:
    return Duck(None, memory).near(marks(made), made.__getitem__, silent)


def all_pairs(made: Mapping[str, Sequence[int]]) -> list[Pair]:
    """Return what the plan should, by comparing all with all: the specification, slow and plain."""
    holders: dict[int, list[str]] = {}
    for name in sorted(made, key=number):
        for feature in made[name]:
            holders.setdefault(feature, []).append(name)
    shared: dict[tuple[str, str], int] = {}
    for feature, names in holders.items():
        few = len(names) <= plan.few(len(made))
        if few:
            tied = list(combinations(names, 2))
        elif feature % 2:
            tied = [pair for step in range(1, plan.NEXT + 1) for pair in zip(names, names[step:], strict=False)]
        else:
            tied = []
        for one, two in tied:
            shared[one, two] = shared.get((one, two), 0) + (plan.weight(len(names)) if few else plan.STOCK)
    strong = {pair: weight for pair, weight in shared.items() if weight >= plan.BAR}
    sides: dict[str, list[tuple[int, int, int, tuple[str, str]]]] = {}
    for (one, two), weight in strong.items():
        turn = _rest(_rest(number(one)) + _rest(number(two)))
        sides.setdefault(one, []).append((-weight, turn, number(two), (one, two)))
        sides.setdefault(two, []).append((-weight, turn, number(one), (one, two)))
    kept = {pair for rows in sides.values() for *_, pair in sorted(rows)[: plan.MOST]}
    return sorted(Pair(min(pair), max(pair), strong[pair]) for pair in kept)


def _rest(value: int) -> int:
    """Return the rest of a division as SQL has it: with the sign of what is divided."""
    return abs(value) % plan.TURN * (1 if value >= 0 else -1)
