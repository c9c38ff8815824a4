"""Countries by all their names, and what is not one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims.comparison.names import names
from annotated_corpus.claims.comparison.roles import against
from annotated_corpus.claims.speakers.people import same
from annotated_corpus.language.en.peoples import country, national

ONE = [
    ("EU", "the European Union"),
    ("U.S.", "American"),
    ("the United States", "Washington"),
    ("US", "America"),
    ("the White House", "the U.S."),
    ("UK", "Britain"),
    ("U.K.", "the United Kingdom"),
    ("Kyiv", "Ukraine"),
    ("Moscow", "the Kremlin"),
    ("Türkiye", "Turkey"),
    ("Kenya", "Nairobi"),
    ("the Philippines", "Manila"),
    ("UAE", "the United Arab Emirates"),
    ("Seoul", "South Korea"),
]
TWO = [
    ("Russia", "Ukraine"),
    ("North Korea", "South Korea"),
    ("Niger", "Nigeria"),
    ("Mike Jordan", "Amman"),
    ("Sudan", "South Sudan"),
    ("Ida Washington", "the United States"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_names_of_one_country(a: str, b: str) -> None:
    assert same(a, b)
    assert same(b, a)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_names_of_two(a: str, b: str) -> None:
    assert not same(a, b)
    assert not same(b, a)


@pytest.mark.parametrize(
    ("a", "b", "differ"),
    [
        ("The aid went to the EU.", "The aid went to the European Union.", False),
        ("He met U.S. officials.", "He met American officials.", False),
        ("The ship sailed from Kenya.", "The ship sailed from Nairobi.", False),
        ("The ship sailed from Kenya.", "The ship sailed from Ghana.", True),
    ],
)
def test_names_in_claims(a: str, b: str, differ: bool) -> None:
    assert bool(against(names(a), names(b), frozenset())) is differ


def test_us_is_no_country_in_small_letters() -> None:
    assert country("US") == "usa"
    assert not country("us")


@given(st.text(max_size=20))
def test_any_text_may_be_asked(text: str) -> None:
    assert country(text) in ("", country(text))


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Russian Vladimir Putin", True),
        ("Dominican Republic", False),
        ("American Civil Liberties Union", False),
        ("Christian Lindner", False),
        ("German Gref", False),
    ],
)
def test_what_a_person_belongs_to(name: str, is_one: bool) -> None:
    assert national(name.split()) is is_one
