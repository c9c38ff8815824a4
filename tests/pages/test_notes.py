"""What a note says, and how short it is."""

from __future__ import annotations

from collections.abc import Iterable

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Basis, Claim, Difference, Relation, Span
from annotated_corpus.pages.markup.notes import write_line
from annotated_corpus.pages.notes import notes as remarks
from tests.pages.support import article, corpus, pair

ONE = article("one", "Rivers rose by 2 metres.")
TWO = article("two", "The rivers rose by 3 metres.")
THREE = article("three", "All rivers rose by 2 metres.")


def notes(lookup: Lookup, claims: Iterable[Claim]) -> list[str]:
    return [write_line(each).removeprefix("- ") for each in remarks(lookup, claims)]


def _notes(*matched: tuple) -> list[str]:
    lookup = corpus((ONE, TWO, THREE), matched)
    return notes(lookup, lookup.claims_of_block["one-p1"])


def test_a_match_is_said_in_words_with_its_basis() -> None:
    (line,) = _notes(("one-p1-s1", "two-p1-s1", Relation.VERBATIM, Basis.COPIED_PROSE, ()))
    assert (
        line
        == "Word for word in {corpus:claim}`two-p1-s1` (copied prose). {corpus:compare}`match-one-p1-s1-and-two-p1-s1`"
    )


def test_matches_of_one_kind_share_a_line() -> None:
    (line,) = _notes(pair("one-p1-s1", "two-p1-s1"), pair("one-p1-s1", "three-p1-s1"))
    assert "in {corpus:claim}`two-p1-s1` and {corpus:claim}`three-p1-s1` (independent wording)" in line


def test_the_closest_comes_first() -> None:
    close = ("one-p1-s1", "three-p1-s1", Relation.VERBATIM, Basis.COPIED_PROSE, ())
    assert [line.split(" in ")[0] for line in _notes(pair("one-p1-s1", "two-p1-s1"), close)] == [
        "Word for word",
        "Same claim",
    ]


def test_a_figure_is_told_from_where_the_reader_is() -> None:
    here, there = ONE.seed.text.index("2 metres"), TWO.seed.text.index("3 metres")
    figure = Difference("figure", Span(here, here + 8), Span(there, there + 8))
    (line,) = _notes(pair("one-p1-s1", "two-p1-s1", figure))
    assert "figure: “3 metres” there, “2 metres” here" in line
    lookup = corpus((ONE, TWO, THREE), (pair("one-p1-s1", "two-p1-s1", figure),))
    (other,) = notes(lookup, lookup.claims_of_block["two-p1"])
    assert "figure: “2 metres” there, “3 metres” here" in other


def test_the_weightiest_differences_are_told_and_not_the_first() -> None:
    def difference(kind: str, here: str, there: str) -> Difference:
        a, b = ONE.seed.text.index(here), TWO.seed.text.index(there)
        return Difference(kind, Span(a, a + len(here)), Span(b, b + len(there)))

    (line,) = _notes(
        pair(
            "one-p1-s1",
            "two-p1-s1",
            Difference("attribution", Span(5, 11), None),
            Difference("date", Span(5, 11), None),
            difference("name", "Rivers", "rivers"),
            difference("date", "rose", "rose"),
            difference("figure", "2 metres", "3 metres"),
        )
    )
    told = line[: line.index(" (")]
    assert told.endswith("figure: “3 metres” there, “2 metres” here; date: “rose” there, “rose” here")


def test_details_are_left_to_the_comparison() -> None:
    span = Span(len("one") + 2, len("one") + 8)
    details = tuple(Difference("detail", span, None) for _ in range(2))
    (line,) = _notes(pair("one-p1-s1", "two-p1-s1", *details))
    assert "leaves out" not in line


LONG = article(
    "one", "Berg says Holm has 900 boats near the long shared coast of both outer western islands, and more in Oslo."
)


def test_of_several_details_one_with_a_figure_is_told_and_begun_if_it_is_long() -> None:
    def detail(words: str) -> Difference:
        start = LONG.seed.text.index(words)
        return Difference("detail", Span(start, start + len(words)), None)

    figure = "900 boats near the long shared coast of both outer western islands"
    lookup = corpus((LONG, TWO), (pair("one-p1-s1", "two-p1-s1", detail(figure), detail("more in Oslo")),))
    (line,) = notes(lookup, lookup.claims_of_block["two-p1"])
    assert "which adds “900 boats near the long shared coast of both outer western …”" in line
