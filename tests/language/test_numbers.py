"""Numerals in the formats of many countries, and numbers in English words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.language.en.numbers import cardinal, ordinal
from annotated_corpus.language.numbers import numerals


def values(text: str) -> list[list[float]]:
    return [[float(value) for value in each.values] for each in numerals(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("12,500", [12500]),
        ("12'500", [12500]),
        ("12’500", [12500]),
        ("12 500", [12500]),
        ("1.250.000", [1250000]),
        ("1.234,56", [1234.56]),
        ("1,234.56", [1234.56]),
        ("12,34,567", [1234567]),
        ("1,5", [1.5]),
        ("2½", [2.5]),
        ("2 1/2", [2.5]),
        (".5", [0.5]),
        ("-12", [-12]),
        ("\u22123.2", [-3.2]),
        ("12.500", [12500, 12.5]),
        ("3.141", [3.141, 3141]),
        ("3/4", [0.75]),
        ("3.1.2", []),
        ("007", []),
        ("1234567890123456", []),
    ],
)
def test_a_numeral_has_the_values_that_it_may_have(text: str, wanted: list[float]) -> None:
    assert values(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("10-12", [[10], [12]]),
        ("in 2014 200 men", [[2014], [200]]),
        ("13/03/2021", [[13], [], [2021]]),
        ("123 123 123 123 123 123 123", [[123]] * 7),
        ("12 345 67", [[12], [345], [67]]),
    ],
)
def test_what_is_no_one_number_stays_apart(text: str, wanted: list[list[float]]) -> None:
    assert values(text) == wanted


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("thirty one boats", (31, 2)),
        ("two hundred and five men", (205, 4)),
        ("zero point five percent", (0.5, 3)),
        ("a million", (1_000_000, 2)),
        ("a dozen eggs", (12, 2)),
        ("two and a half million euros", (2_500_000, 5)),
        ("two million three hundred thousand five", (2_300_005, 6)),
        ("ten and five", (10, 1)),
        ("hundreds of men", None),
        ("a man", None),
    ],
)
def test_a_number_in_words(words: str, wanted: tuple[float, int] | None) -> None:
    found = cardinal(words.split())
    assert (found and (float(found[0]), found[1])) == wanted


def test_ordinals() -> None:
    assert [ordinal(words.split()) for words in ("fourth", "twenty first", "fortieth", "boats")] == [
        (4, 1),
        (21, 2),
        (40, 1),
        None,
    ]


@given(st.text(st.sampled_from("0123456789.,'’ \u00a0½/-−$ab"), max_size=60))
def test_numerals_stand_in_order_inside_any_text(text: str) -> None:
    found = numerals(text)
    ends = [point for each in found for point in (each.start, each.end)]
    assert ends == sorted(ends)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@given(st.integers(0, 10**12))
def test_a_number_grouped_in_any_way_is_the_same(number: int) -> None:
    plain = f"{number:,}"
    for sign in (",", "'", "’", "\u00a0", " "):
        assert values(plain.replace(",", sign)) == [[number]]
