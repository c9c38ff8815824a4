"""What is shared by the rarity of words at large, and words in several spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims import extract
from annotated_corpus.claims.known import NOTHING, Known
from annotated_corpus.claims.scoring import background, features
from annotated_corpus.claims.scoring.features import Comparison
from annotated_corpus.claims.scoring.profile import Profile, profile
from annotated_corpus.language.en.rarity import rarity
from annotated_corpus.language.en.terms import term
from annotated_corpus.language.en.variants import one_spelling
from annotated_corpus.language.words import words
from tests.articles import article


def shown(name: str, *sentences: str) -> Profile:
    return profile(name, extract([article(name, *sentences)]))


def signal(name: str, one: Profile, two: Profile, known: Known = NOTHING) -> float:
    return Comparison(one, two, known).signals()[0, 0][features.NAMES.index(name)]


def test_a_rare_word_in_common_weighs_more_than_a_common_one() -> None:
    one = shown("one", "The minister praised the samovar and the government.")
    rare = shown("two", "A samovar stood there, opened by the minister.")
    common = shown("two", "A government stood there, opened by the minister.")
    assert signal("rare_weight", one, rare) > signal("rare_weight", one, common)


def test_claims_between_sentences_that_are_alike_have_alike_surroundings() -> None:
    lines = (
        "The harbour bridge was closed by the mayor.",
        "Ferries stopped running at dusk.",
        "Divers found the anchor.",
    )
    one = shown("one", *lines)
    same = shown("two", *lines)
    other = shown("two", lines[0], "Schools taught algebra.", "Orchards bloomed early.")
    assert signal("around", one, same) > signal("around", one, other)


def test_days_are_the_same_if_they_may_be_by_the_days_of_publication() -> None:
    one = shown("one", "The mayor opened the harbour bridge on Tuesday.")
    two = shown("two", "The mayor opened the harbour bridge on 7 March.")
    assert signal("same_day", one, two, Known(("2023-03-08", "2023-03-08"))) == 1
    assert signal("same_day", one, two, Known(("2023-03-17", "2023-03-08"))) == 0


@pytest.mark.parametrize(("days", "between"), [(("2020-03-01", "2020-02-28"), 2), (("", "2020-02-28"), 0)])
def test_days_between_publications(days: tuple[str, str], between: int) -> None:
    assert Known(days).days_between == between


SENTENCES = st.lists(
    st.lists(st.sampled_from("Oslo mayor bridge opened samovar Holm ferry closed 12 May on".split()), min_size=1).map(
        lambda drawn: " ".join(drawn) + "."
    ),
    min_size=1,
    max_size=5,
)


@given(SENTENCES, SENTENCES)
def test_the_signals_are_the_same_both_ways_and_bounded(one: list[str], two: list[str]) -> None:
    left, right = shown("one", *one), shown("two", *two)
    there, back = Comparison(left, right).signals(), Comparison(right, left).signals()
    assert {(j, i) for i, j in there} == back.keys()
    first = len(features.NAMES) - len(background.NAMES)
    for (i, j), row in there.items():
        assert row[first:] == back[j, i][first:]
        likeness, _, names, around, day = row[first:]
        assert 0 <= likeness <= 1
        assert 0 <= names <= 1
        assert 0 <= around <= 1
        assert day in (0, 1)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Calderón", "Calderon"),
        ("travelled", "traveled"),
        ("theatre", "theater"),
        ("labour", "labor"),
        ("neighbourhoods", "neighborhoods"),
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("defence", "defense"),
        ("programmes", "programs"),
        ("judgement", "judgment"),
        ("dialogue", "dialog"),
        ("haemorrhage", "hemorrhage"),
        ("manoeuvre", "maneuver"),
        ("Zürich", "Zurich"),
        ("wrote", "writing"),
        ("fell", "falls"),
        ("killed", "killing"),
        ("sold", "sells"),
    ],
)
def test_one_word_in_two_forms_is_one_term(one: str, two: str) -> None:
    assert term(words(one)[0]) == term(words(two)[0])


@pytest.mark.parametrize(
    ("one", "two"), [("four", "for"), ("hour", "whore"), ("wise", "size"), ("acre", "acer"), ("й", "и")]
)
def test_other_words_stay_others(one: str, two: str) -> None:
    assert term(words(one)[0]) != term(words(two)[0])


@given(st.text())
def test_a_spelling_is_found_once_and_for_all(text: str) -> None:
    assert one_spelling(one_spelling(text)) == one_spelling(text)


@given(st.text(min_size=1))
def test_rarity_lies_between_0_and_1(each: str) -> None:
    assert 0 <= rarity(each) <= 1
