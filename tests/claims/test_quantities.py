"""Figures: the same rounded or in another unit, and figures that differ."""

from __future__ import annotations

import pytest

from annotated_corpus.claims import extract
from annotated_corpus.claims.comparison.sides import Side, Sides
from tests.articles import article


def differ(one: str, two: str) -> bool:
    made = (article("one", f"The report gave {one}."), article("two", f"The report gave {two}."))
    return bool(Sides(*map(Side, extract(made))).figures_apart)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("49,800 homes", "nearly 50,000 homes"),
        ("870 homes", "almost 900 homes"),
        ("2,100 homes", "more than 2,000 homes"),
        ("1.23 million homes", "1.2 million homes"),
        ("$3.48 billion in profit", "about $3.5bn in profit"),
        ("12.4 percent of homes", "12% of homes"),
        ("1,204 homes", "1,200 homes"),
        ("112 kilometres per hour of wind", "70 miles per hour of wind"),
        ("112 km/h of wind", "70mph of wind"),
        ("12,400 acres of homes", "5,000 hectares of homes"),
        ("5 square miles of homes", "13 square kilometres of homes"),
        ("41 degrees Celsius at home", "106 degrees Fahrenheit at home"),
        ("90 minutes of homes", "1.5 hours of homes"),
        ("80 percent of homes", "four in five homes"),
        ("31 homes", "thirty-one homes"),
    ],
)
def test_one_figure_in_two_writings_is_no_difference(one: str, two: str) -> None:
    assert not differ(one, two)
    assert not differ(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("12 dead", "14 dead"),
        ("112 dead", "110 dead"),
        ("52,000 homes", "nearly 50,000 homes"),
        ("1,900 homes", "more than 2,000 homes"),
        ("about 210 dead", "about 300 dead"),
        ("4 million homes", "14 million homes"),
        ("$3 for homes", "€3 for homes"),
        ("112 kilometres of homes", "112 miles of homes"),
        ("41 degrees Celsius at home", "90 degrees Fahrenheit at home"),
        ("60 percent of homes", "four in five homes"),
        ("21 homes", "thirty-one homes"),
    ],
)
def test_two_figures_are(one: str, two: str) -> None:
    assert differ(one, two)
    assert differ(two, one)
