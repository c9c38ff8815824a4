"""Rows of the parallel text: nothing lost, nothing twice, each order that of its article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Near
from annotated_corpus.pages.article import article_page
from annotated_corpus.pages.comparison import comparison_pages
from annotated_corpus.pages.home import figures, index_page
from annotated_corpus.pages.synopsis import synopsis
from annotated_corpus.sphinx_glue.blocks.comparison import views
from tests.pages.support import article, corpus, pair

SIZES = st.lists(st.integers(1, 6), min_size=2, max_size=5)


@st.composite
def stories(draw: st.DrawFn):
    sizes = draw(SIZES)
    slugs = [f"a{place}" for place in range(len(sizes))]
    articles = tuple(
        article(slug, *(f"Words {n} of {slug}." for n in range(size))) for slug, size in zip(slugs, sizes, strict=True)
    )
    possible = [
        (f"{slugs[i]}-p{m}-s1", f"{slugs[j]}-p{n}-s1")
        for i in range(len(sizes))
        for j in range(i + 1, len(sizes))
        for m in range(1, sizes[i] + 1)
        for n in range(1, sizes[j] + 1)
    ]
    chosen = draw(st.lists(st.sampled_from(possible), min_size=1, max_size=8, unique=True))
    return corpus(articles, tuple(pair(a, b) for a, b in sorted(chosen)))


@given(stories())
def test_every_claim_stands_in_one_row(lookup) -> None:
    for story in lookup.corpus.stories:
        rows = synopsis(lookup, story)
        shown = [claim.id for row in rows for claims in row.cells.values() for claim in claims]
        expected = [claim.id for each in story.articles for claim in lookup.claims_of_article[each]]
        assert sorted(shown) == sorted(expected)
        assert sorted(match for row in rows for match in row.matches) == sorted(
            match for group in story.groups for match in group.matches
        )


@given(stories())
def test_each_order_is_that_of_its_article(lookup) -> None:
    for story in lookup.corpus.stories:
        rows = synopsis(lookup, story)
        for place, slug in enumerate(story.articles):
            ordered = sorted(rows, key=lambda row: row.places[place])
            assert sorted(row.places[place] for row in rows) == list(range(len(rows)))
            firsts = [row.cells[slug][0].start for row in ordered if slug in row.cells]
            assert firsts == sorted(firsts)


def test_what_one_article_adds_stands_after_what_precedes_it_there() -> None:
    one = article("one", "Shared first.", "Shared last.")
    two = article("two", "Shared first.", "Only in two.", "Shared last.")
    lookup = corpus((one, two), (pair("one-p1-s1", "two-p1-s1"), pair("one-p2-s1", "two-p3-s1")))
    rows = synopsis(lookup, lookup.corpus.stories[0])
    assert [[claim.id for claims in row.cells.values() for claim in claims] for row in rows] == [
        ["one-title-s1"],
        ["two-title-s1"],
        ["one-p1-s1", "two-p1-s1"],
        ["two-p2-s1"],
        ["one-p2-s1", "two-p3-s1"],
    ]


def test_the_counts_on_the_pages_add_up() -> None:
    first = article("first", "One. Two.", "Three.")
    second = article("second", "Uno.", "Due. Tre.")
    lookup = corpus((first, second), (pair("first-p1-s1", "second-p1-s1"), pair("first-p1-s2", "second-p1-s1")))
    compared = comparison_pages(lookup)["comparison.md"]
    assert "1 group of matching claims: 2 claims of First, 1 of Second." in compared
    assert "No match found: 2 claims of First, 3 of Second." in compared
    assert compared.count("\nNo match found in Second\n") == compared.count("\nNo match found in First\n") == 2
    assert compared.count("Very likely a match.") == 2
    cards = index_page(lookup)
    assert "4 claims, 2 of them matched in other articles." in cards
    assert "4 claims, 1 of them matched in other articles." in cards
    assert "| Claims matched in another article | 3 |" in figures(lookup)
    assert "| Groups of matching claims, a row each in the comparison | 1 |" in figures(lookup)


SHORT = "The minister said the treaty would be signed in Oslo on Friday."
LONG = (
    "After a night of talks in a crowded hotel by the lake, the foreign minister told weary reporters from many "
    "papers that the treaty would be signed in Bergen on Friday, if nobody in either of the two delegations objected."
)


def test_every_word_that_no_counterpart_has_is_marked_or_none_and_that_is_said() -> None:
    lookup = corpus((article("a", SHORT), article("b", LONG)), (pair("a-p1-s1", "b-p1-s1"),))
    (page,) = (text for name, text in comparison_pages(lookup).items() if name == "comparison.md")
    assert "*Oslo*" in page
    assert "- b-p1-s1, in mostly other words" in page
    assert "night of talks" in page
    assert "*After a night" not in page, "so much would hide the words"


def test_a_word_that_another_counterpart_of_the_row_has_is_not_marked() -> None:
    one, two, three = article("a", "Rain fell hard."), article("b", "Rain came hard."), article("c", "Snow fell hard.")
    pairs = (pair("a-p1-s1", "b-p1-s1"), pair("a-p1-s1", "c-p1-s1"))
    (page,) = (
        text for name, text in comparison_pages(corpus((one, two, three), pairs)).items() if "comparison" in name
    )
    for words in ("Rain fell hard.", "Rain *came* hard.", "*Snow* fell hard."):
        assert f"  {words}\n" in page


def test_a_way_leads_only_to_rows_that_there_are() -> None:
    one, two = article("one", "Rain fell."), article("two", "It rained.", "Nobody minded.")
    lookup = corpus((one, two), (pair("one-title-s1", "two-title-s1"), pair("one-p1-s1", "two-p1-s1")))
    (story,) = lookup.corpus.stories
    assert views(lookup, story) == [("common", "what both say"), ("two", "not found elsewhere: Two")]


def test_a_claim_that_comes_near_another_is_not_said_to_stand_alone() -> None:
    one = article("one", "Rain fell.", "It was wet.", "Ducks swam.")
    two = article("two", "Rain fell.", "All was wet, he said.", "Nobody minded.")
    found = corpus((one, two), (pair("one-p1-s1", "two-p1-s1"),)).corpus
    near = (
        Near("one-p2-s1", "two-p2-s1", 0.4),
        Near("one-p2-s1", "two-p3-s1", 0.3),
        Near("one-p1-s1", "two-p3-s1", 0.2),
    )
    lookup = Lookup(replace(found, near=near))
    compared = comparison_pages(lookup)["comparison.md"]
    assert "- one-p2-s1, near two-p2-s1\n" in compared
    assert "- two-p3-s1, near one-p2-s1\n" in compared
    assert "- one-p3-s1\n" in compared
    assert ':near: "p2"' in article_page(lookup, one) or ":near: p2" in article_page(lookup, one)


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1.0, ""),
        (0.97, ""),
        (0.969, "Very likely"),
        (0.85, "Very likely"),
        (0.84, "Likely"),
        (0.65, "Likely"),
        (0.4, "Perhaps"),
    ],
)
def test_how_sure_a_match_is_stands_in_words(score: float, said: str) -> None:
    found = corpus((article("one", "Rain."), article("two", "Rain.")), (pair("one-p1-s1", "two-p1-s1"),)).corpus
    lookup = Lookup(replace(found, matches=tuple(replace(each, score=score) for each in found.matches)))
    compared = comparison_pages(lookup)["comparison.md"]
    assert [each for each in ("Very likely", "Likely", "Perhaps") if f" {each} a match." in compared] == [said][
        : bool(said)
    ]
    assert f"{score:.2f}" not in compared
