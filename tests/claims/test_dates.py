"""Dates of claims: what may be one day, what cannot, and what nobody can tell."""

from __future__ import annotations

import pytest

from annotated_corpus.claims.comparison import dates


def against(one: str, two: str, published: tuple[str, str] = ("", "")) -> list[tuple[str, str, int]]:
    left, right = dates.read(one, published[0]), dates.read(two, published[1])
    return [
        (one[a.span.start : a.span.end], two[b.span.start : b.span.end], dates.apart(a, b))
        for a, b in dates.against(left, right)
    ]


@pytest.mark.parametrize(
    ("one", "two", "published"),
    [
        ("He fell on Tuesday.", "He fell on 7 March.", ("2023-03-08", "2023-03-09")),
        ("He fell on Tuesday.", "He fell yesterday.", ("2023-03-07", "2023-03-08")),
        ("He fell last week.", "He fell on Thursday.", ("2024-05-09", "2024-05-03")),
        ("He fell last month.", "He fell on 30 December.", ("2024-01-09", "2024-01-02")),
        ("He fell in March 2021.", "He fell on 4 March.", ("", "")),
        ("He fell in 2021.", "He fell last year.", ("", "2022-02-01")),
        ("He fell on 3 March 2021.", "He fell on Wednesday.", ("", "")),
        ("They will meet on Tuesday.", "They met on Tuesday.", ("2023-03-06", "2023-03-08")),
        ("He fell on Tuesday.", "He fell on 3 March.", ("", "")),
        ("He fell on Tuesday.", "He fell last week.", ("", "")),
        ("It is shut until Monday.", "It was shut on Tuesday.", ("", "")),
        ("He fell on Monday and rose on Friday.", "He rose on Friday.", ("", "")),
        ("STOCKHOLM, Dec 2 (Reuters) – He fell on Tuesday.", "He fell on 30 November.", ("", "")),
        ("He fell on 31 February 2021.", "He fell in 2020.", ("", "")),
        ("He fell on Tuesday.", "He fell on Tuesday.", ("2023", "2024-01")),
    ],
)
def test_what_may_be_one_day_does_not_stand_against_each_other(one: str, two: str, published: tuple[str, str]) -> None:
    assert against(one, two, published) == []
    assert against(two, one, published[::-1]) == []


@pytest.mark.parametrize(
    ("one", "two", "published", "found"),
    [
        ("He fell on Tuesday.", "He fell on Tuesday.", ("2023-03-07", "2023-04-18"), ("Tuesday", "Tuesday", 42)),
        ("He fell on Tuesday.", "He fell on 8 March.", ("2023-03-08", "2023-03-09"), ("Tuesday", "8 March", 1)),
        ("He fell yesterday.", "He fell on Monday.", ("2023-03-08", "2023-03-09"), ("yesterday", "Monday", 1)),
        ("He fell on Sunday.", "He fell on Monday.", ("", ""), ("Sunday", "Monday", 1)),
        ("He fell on 3 March.", "He fell on Aug. 19.", ("", ""), ("3 March", "Aug. 19", 169)),
        ("He fell on 30 December.", "He fell on January 2.", ("", ""), ("30 December", "January 2", 3)),
        (
            "He fell on 30 December.",
            "He fell on 2 January.",
            ("2024-01-04", "2024-01-04"),
            ("30 December", "2 January", 3),
        ),
        ("The 2019 final was lost.", "The 2021 final was lost.", ("", ""), ("2019", "2021", 731)),
        ("He fell on 3 March 2021.", "He fell on Tuesday.", ("", ""), ("3 March 2021", "Tuesday", 1)),
        ("Last year he fell.", "He fell in 2019.", ("2021-06-01", ""), ("Last year", "2019", 365)),
    ],
)
def test_what_can_be_no_one_day_does(
    one: str, two: str, published: tuple[str, str], found: tuple[str, str, int]
) -> None:
    assert against(one, two, published) == [found]
    assert against(two, one, published[::-1]) == [(found[1], found[0], found[2])]
