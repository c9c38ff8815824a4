"""The quantities of a text: what each is worth, of what, with which bound; and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.language.en.quantities import quantities
from annotated_corpus.language.en.spelling import spelled
from annotated_corpus.language.words import words


def read(text: str) -> list[tuple[str, float, str, str, str]]:
    return [
        (text[each.whole.start : each.whole.end], each.values[0], each.unit, str(each.bound), " ".join(each.counted))
        for each in quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It cost well over two billion euros.", ("well over two billion euros", 2e9, "€", "well over", "")),
        ("It cost £20m.", ("£20m", 2e7, "£", "", "")),
        ("It cost Rs 4.5 crore.", ("Rs 4.5 crore", 4.5e7, "₹", "", "")),
        ("It fell to -€4 million.", ("-€4 million", -4e6, "€", "", "")),
        ("At least 12 soldiers died.", ("At least 12", 12, "", "at least", "soldiers")),
        ("Up to 400 guests came.", ("Up to 400", 400, "", "at most", "guests")),
        ("1,000 or more jobs went.", ("1,000 or more", 1000, "", "at least", "jobs")),
        ("It rose by 5 percentage points.", ("5 percentage points", 5, "percentage points", "", "")),
        ("Four in five voters agreed.", ("Four in five", 80, "%", "", "voters")),
        ("Half of the voters agreed.", ("Half", 50, "%", "", "voters")),
        ("He finished 4th.", ("4th", 4, "rank", "", "")),
        ("He finished fourth.", ("fourth", 4, "rank", "", "")),
        ("They won 3-1.", ("3-1", 3001, "score", "", "")),
        ("It left at 3.15pm.", ("3.15pm", 54900, "time of day", "", "")),
        ("It left at noon.", ("noon", 43200, "time of day", "", "")),
        ("It struck (1852 UTC).", ("1852 UTC", 67920, "time of day", "", "")),
        ("Ada Lind, 75, spoke.", ("75", 75, "age", "", "")),
        ("A 23-year-old man was hurt.", ("23-year-old", 23, "age", "", "man")),
        ("10 to 12 boats sank.", ("10 to 12", 10, "", "", "boats")),
        ("It was 60 km per hour fast.", ("60 km per hour", 60, "speed", "", "fast")),
        ("A 100m wave was seen.", ("100m", 100, "length", "", "wave")),
        ("It cost 100m crowns.", ("100m crowns", 1e8, "crown", "", "")),
        ("Half an hour passed.", ("Half an hour", 0.5, "time", "", "passed")),
        ("About 1900 homes burned.", ("About 1900", 1900, "", "about", "homes")),
    ],
)
def test_a_quantity_is_read_with_its_unit_and_bound(text: str, wanted: tuple[str, float, str, str, str]) -> None:
    assert read(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Flight 447 was lost.",
        "The Airbus A330 was lost.",
        "They drove on Route 66.",
        "3/4 Soldiers fill sandbags.",
        "2. The mayor resigned.",
        "It opened in 1999.",
        "It opened on 4 March.",
        "It opened on 13/03/2021.",
        "It is not 62.",
        "Nobody is the one who knows.",
        "One day it will end.",
        "COVID-19 came.",
        "It was down from 40.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert read(text) == []


def test_a_part_knows_its_whole() -> None:
    only, whole = quantities("Only 12 of the 40 workers were paid.")
    assert (only.values, only.of, only.counted, whole.total) == ((12.0,), 40.0, ("workers",), True)
    assert quantities("All but 12 of the 40 workers were paid.")[0].values == (28.0,)


PIECES = (
    "12 1,5 -3 2½ 3/4 $ € £20m 5% 4th 3-1 15:00 3.15pm 1852 UTC 2012–13 May 4 of the 40 two hundred and five a dozen at"
    " least more than all but half a million percent percentage points minus Flight km m years old , . ( ) “ ” - – \n"
).split(" ")


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join)))
def test_quantities_stand_in_order_inside_any_text(text: str) -> None:
    found = quantities(text)
    assert [each.span.start for each in found] == sorted(each.span.start for each in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    for each in found:
        assert 0 <= each.whole.start <= each.span.start < each.span.end <= each.whole.end <= len(text)
        assert each.values
    ends = [point for word in spelled(words(text), text) for point in (word.start, word.end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize("piece", ["7", "1,", "123 ", "two ", "12 of the "])
def test_a_megabyte_of_anything_is_read(piece: str) -> None:
    quantities(piece * (1_000_000 // len(piece)))
