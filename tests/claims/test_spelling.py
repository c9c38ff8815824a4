"""Contractions and numbers are compared in one spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims.findings.basis import basis
from annotated_corpus.claims.findings.found import differences
from annotated_corpus.language.en.spelling import spelled
from annotated_corpus.language.words import words
from annotated_corpus.model import Basis

from .test_comparison import sides


def forms(text: str) -> list[str]:
    return [word.form for word in spelled(words(text), text)]


SAME = [
    ("don’t", "do not"),
    ("won't", "will not"),
    ("We’ve can't", "We have cannot"),
    ("40 million", "40m"),
    ("40 million", "40 mn"),
    ("40mn", "forty million"),
    ("US$11 billion", "$11bn"),
    ("11 billion dollars", "$11 billion"),
    ("90,000", "90 000"),
    ("1 200 000", "1.2 million"),
    ("$90 000", "$90k"),
    ("5 per cent", "5%"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_spellings_are_one(one: str, two: str) -> None:
    assert forms(one) == forms(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [("40 million", "40"), ("40m", "40 bn"), ("90 000", "900 00"), ("$5", "£5"), ("in 2014 200 men", "2014200 men")],
)
def test_what_differs_stays_different(one: str, two: str) -> None:
    assert forms(one) != forms(two)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The port cost 40 million crowns.", "The port cost 40m crowns."),
        ("The port cost 40 mn crowns.", "The port cost 40 million crowns."),
        ("The port cost the city US$11 billion.", "The port cost the city $11bn."),
        ("The port holds 90,000 boxes.", "The port holds 90 000 boxes."),
    ],
)
def test_a_number_in_another_spelling_is_no_difference(a: str, b: str) -> None:
    assert differences(sides(a, b)) == differences(sides(b, a)) == ()


def test_a_number_is_shown_with_its_unit() -> None:
    a, b = "The port cost 40 million crowns.", "The port cost 50m crowns."
    found = differences(sides(a, b))[0]
    assert found.kind == "figure"
    assert found.a and a[found.a.start : found.a.end] == "40 million crowns"
    assert found.b and b[found.b.start : found.b.end] == "50m crowns"


def test_a_contraction_is_the_same_quotation() -> None:
    a, b = "Oslo says ‘we don’t want quarrels’", "“We do not want quarrels,” he said."
    assert basis(sides(a, b), frozenset(), frozenset()) is Basis.SHARED_QUOTATION


@given(st.text(st.sampled_from("ab’t'n0 19.,$€%mk US"), max_size=40))
def test_words_stay_in_order_inside_any_text(text: str) -> None:
    found = spelled(words(text), text)
    ends = [point for word in found for point in (word.start, word.end)]
    assert ends == sorted(ends)
    assert all(word.form for word in found)
    assert all(0 <= word.start < word.end <= len(text) for word in found)
