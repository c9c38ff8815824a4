"""Words in common, found in time that no input can stretch."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.language.alignment import shared_runs

LISTS = st.lists(st.sampled_from("abcd"))


@given(LISTS, LISTS)
def test_runs_are_those_of_difflib(a: list[str], b: list[str]) -> None:
    assert shared_runs(a, b) == [*map(tuple, SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())]


def test_of_endless_repetition_the_beginning_and_the_end_are_compared() -> None:
    a, b = ["x", *["he", "said"] * 900, "y"], ["x", *["he", "said"] * 800, "z", "said", "y"]
    assert shared_runs(a, b) == [(0, 0, 1601), (1800, 1602, 2), (1802, 1604, 0)]
