"""The plan finds what comparing all with all finds."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotated_corpus.neighbours import plan
from annotated_corpus.neighbours.features import features, number, pairs

from .support import all_pairs, corpus, near

ROOT = Path(__file__).resolve().parents[2]


def test_the_plan_gives_what_all_pairs_give() -> None:
    for articles in (400, 3000):
        made = corpus(articles)
        found = near(made)
        assert len(found) > articles / 2
        assert found == all_pairs(made)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), st.sets(st.integers(-15, 15)), max_size=26))
def test_any_small_corpus(made: dict[str, set[int]]) -> None:
    articles = {name: tuple(sorted(each)) for name, each in made.items()}
    assert near(articles) == all_pairs(articles)


@settings(max_examples=10, deadline=None)
@given(st.integers())
def test_the_order_of_articles_and_features_does_not_matter(seed: int) -> None:
    dice = random.Random(seed)
    made = corpus(80)
    names = list(made)
    dice.shuffle(names)
    turned = {name: tuple(dice.sample(made[name], len(made[name]))) for name in names}
    assert near(turned) == near(made)


def test_what_hundreds_of_articles_print_alike_still_ties_them() -> None:
    made = corpus(200, story=1)
    report = {number(f"report {n}") | 1 for n in range(5)}
    copies = sorted(made)[:150]
    assert len(copies) > plan.few(len(made))
    for name in copies:
        made[name] = tuple(sorted({*made[name], *report}))
    found = near(made)
    assert {name for pair in found for name in (pair.one, pair.two)} >= set(copies)
    assert found == all_pairs(made)


def test_a_stock_sentence_costs_each_article_a_few_comparisons() -> None:
    stock = {number(f"stock {n}") | 1 for n in range(4)} | {number(f"stock {n}") & ~1 for n in range(40)}
    made = {f"a{n}": (*sorted(stock), *(number(f"own {n} {m}") for m in range(20))) for n in range(200)}
    assert near(made) == all_pairs(made)
    assert len(near(made)) < plan.NEXT * len(made)


def test_an_article_keeps_its_best_pairs_only() -> None:
    hub = {
        f"a{n:03}": tuple(number(f"{min(n, m)} {max(n, m)} {k}") & ~1 for m in range(70) if m != n for k in range(3))
        for n in range(70)
    }
    assert len(near(hub)) < 70 * 69 / 2
    assert near(hub) == all_pairs(hub)


def test_the_cut_falls_as_the_corpus_grows() -> None:
    assert [plan.few(n) for n in (2, 1023, 1024, 2047, 2048, 4096, 10**6)] == [128, 128, 64, 64, 32, 16, 16]


def test_features_are_numbers_that_may_never_change() -> None:
    harbour, bridge, mayor = map(number, ("harbour", "bridge", "mayor"))
    assert pairs(harbour, [harbour, bridge]) == pairs(bridge, [harbour]) == [(bridge ^ harbour) & ~1]
    found = [*pairs(mayor, [bridge]), *pairs(number("$5"), [number("naïve")])]
    assert features(found, [("the", "mayor")]) == (
        -8112259635604936860,
        -4590842109934593446,
        1660787161471992261,
    )


def test_no_article_and_articles_without_features() -> None:
    assert near({}) == []
    assert near({"one": (), "two": ()}) == []


@pytest.mark.parametrize("holders", range(2, 128))
def test_a_feature_weighs_less_the_more_articles_have_it(holders: int) -> None:
    assert plan.weight(holders) >= plan.weight(holders + 1) > 0


def test_a_small_corpus_imports_no_engine(tmp_path: Path) -> None:
    code = (
        "import sys; from annotated_corpus.cli import main;"
        f"assert main(['analyze', 'seeds', '--out', {str(tmp_path / 'out')!r}]) == 0;"
        "sys.exit(str({'duckdb', 'pyspark'} & sys.modules.keys() or ''))"
    )
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT, capture_output=True, text=True)
    assert done.stderr.strip() == ""
