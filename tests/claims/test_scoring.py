"""The comparison of two articles: what it may be kept by, and the short ways that its signals are found."""

from __future__ import annotations

import pickle
import random

import pytest

from annotated_corpus.claims import extract
from annotated_corpus.claims.scoring.features import Comparison
from annotated_corpus.claims.scoring.probability import compare, shipped
from annotated_corpus.claims.scoring.profile import Profile, profile
from tests.articles import article

WORDS = (
    "harbour bridge mayor opened ferry council vote budget storm island school teacher warned, said, and that which "
    "“repairs repair” Holm Berg Oslo 12 40 closed shut criticised rebuke boats engine night"
).split()


def invented(name: str, seed: int) -> Profile:
    dice = random.Random(seed)  # repeatable
    return profile(name, extract([article(name, *(" ".join(dice.choices(WORDS, k=14)) + "." for _ in range(12)))]))


@pytest.mark.parametrize("seed", range(6))
def test_the_best_pair_of_clauses_is_the_same_by_each_way_to_find_it(seed: int) -> None:
    comparison = Comparison(invented("one", seed), invented("two", seed + 100))
    tried = 0
    for i, j, row in comparison.cells():
        left, right = comparison._left[i], comparison._right[j]
        common = left.portrait.content & right.portrait.content
        few, many = (find(left, right, common) for find in (comparison._best_clause, comparison._best_clause_of_many))
        general = comparison._best_clause_with_kin(left, right, common, frozenset())
        assert few == pytest.approx(many, rel=1e-12)
        assert few == pytest.approx(general, rel=1e-12)
        assert comparison.clause(i, j) <= row[0] + 1e-12, "the most that the signal can be is less than the signal"
        tried += len(common) > 1
    assert tried > 20


def test_a_comparison_depends_on_the_two_articles_alone_and_can_be_kept() -> None:
    one, two = invented("one", 1), invented("two", 2)
    found = compare(one, two, shipped())
    kept = pickle.loads(pickle.dumps((one, two, found)))  # noqa: S301  # our own values
    assert found
    assert compare(kept[0], kept[1], shipped()) == kept[2] == found


def test_improbable_pairs_are_left_out_and_the_others_keep_their_scores() -> None:
    one, two = invented("one", 3), invented("two", 4)
    every = compare(one, two, shipped())
    some = compare(one, two, shipped(), least=0.05)
    assert some == tuple(each for each in every if each.score >= 0.05)
    assert 0 < len(some) < len(every)


SAID = (
    "We do not know yet why the bridge collapsed, and we take note of it, the fire service said.",
    "Chancellor Ida Holm said she was deeply shocked and promised help.",
    "The bridge was built in 1967 and was last inspected in 2019.",
)


def _scores(*crossheads: str) -> list[float]:
    """Return the best score of a line that stands before, between and after sentences which both articles have."""
    two = profile("two", extract([article("two", *SAID)]))
    best = []
    for crosshead in crossheads:
        for place in range(len(SAID) + 1):
            lines = (*SAID[:place], crosshead, *SAID[place:])
            one = profile("one", extract([article("one", *lines)]))
            found = compare(one, two, shipped())
            best.append(max((each.score for each in found if each.a.startswith(f"one-p{place + 1}-")), default=0.0))
    return best


def test_a_crosshead_without_matter_is_like_nothing() -> None:
    assert max(_scores("Note", "Why?", ":::{note}", "Not yet", "Not yet.")) < 0.2


def test_a_crosshead_gains_nothing_from_the_sentences_around_it() -> None:
    assert max(_scores("Bridge collapsed")) < 0.6 < max(_scores("The bridge collapsed."))


def test_a_short_sentence_in_a_script_without_spaces_is_compared() -> None:
    one, two = (profile(name, extract([article(name, "大桥周四倒塌。", "市长呼吁调查。")])) for name in ("one", "two"))
    assert [each.score > 0.45 for each in compare(one, two, shipped()) if each.a[3:] == each.b[3:]] == [True, True]
