"""Dates of claims: what may be one day, what cannot, and what nobody can tell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims.comparison import dates
from annotated_corpus.claims.comparison.days import days_apart


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


SAID_AND_DONE = [
    ("The mayor said on Friday that the dam burst on Tuesday.", "The dam burst on Tuesday.", ("", ""), []),
    (
        "The dam burst on Tuesday, the mayor said on Friday.",
        "The dam burst on Wednesday, the mayor said.",
        ("", ""),
        [("Tuesday", "Wednesday")],
    ),
    ("Kole was elected in March and resigned in June.", "Kole resigned in July.", ("", ""), [("in June", "in July")]),
    (
        "Police on Monday searched the house of the man arrested on Saturday.",
        "The man was arrested on Friday.",
        ("", ""),
        [("Saturday", "Friday")],
    ),
    (
        "In a letter dated May 3, the firm said the plant would open in 2019.",
        "The plant opened in 2021, the firm said.",
        ("", ""),
        [("2019", "2021")],
    ),
    ("The bridge fell on 2021-03-04.", "The bridge fell on 4 March 2021.", ("", ""), []),
    (
        "The bridge fell on 2021-03-04.",
        "The bridge fell on the 5th of March.",
        ("", ""),
        [("2021-03-04", "5th of March")],
    ),
    ("The bridge fell on 13/03/2021.", "The bridge fell on March 13, 2021.", ("", ""), []),
    (
        "The bridge fell on 13/03/2021.",
        "The bridge fell on March 14, 2021.",
        ("", ""),
        [("13/03/2021", "March 14, 2021")],
    ),
    ("The bridge fell on 04/03/2021.", "The bridge fell on April 3, 2021.", ("", ""), []),
    ("The bridge fell on 04/03/2021.", "The bridge fell on 3 May 2021.", ("", ""), [("04/03/2021", "3 May 2021")]),
    ("The club won the league in 2012–13.", "The club won the league in 2013.", ("", ""), []),
    ("The club won the league in 2012–13.", "The club won the league in 2015.", ("", ""), [("2012–13", "2015")]),
    ("The club won the league in 2012-13.", "The club won the league in the 2012/13 season.", ("", ""), []),
    ("The bridge fell on the 4th of March.", "The bridge fell on March 4th.", ("", ""), []),
    (
        "The bridge fell on the fourth of March.",
        "The bridge fell on March 6.",
        ("", ""),
        [("fourth of March", "March 6")],
    ),
    ("The bridge fell on 4.3.2021.", "The bridge fell on 5 March 2021.", ("", ""), [("4.3.2021", "5 March 2021")]),
    (
        "The bridge fell on Tuesday.",
        "The bridge fell yesterday.",
        ("2023-03-08", "2023-03-09"),
        [("Tuesday", "yesterday")],
    ),
    ("The bridge fell today.", "The bridge fell on Wednesday.", ("2023-03-08", "2023-03-09"), []),
    (
        "The ministry announced on Tuesday that schools will close on Friday.",
        "Schools will close on Monday, the ministry said.",
        ("", ""),
        [("Friday", "Monday")],
    ),
    ("Kern, arrested in 2014, was freed on Monday.", "Kern was freed on Sunday.", ("", ""), [("Monday", "Sunday")]),
    (
        "On Friday, the ferry left Bari with 90 people.",
        "The ferry left Bari on Thursday with 90 people.",
        ("", ""),
        [("Friday", "Thursday")],
    ),
    (
        "The minister told parliament on Wednesday that the dam burst on Tuesday.",
        "On Thursday the minister resigned.",
        ("", ""),
        [],
    ),
    ("Friday's vote was delayed.", "The vote was delayed on Sunday.", ("", ""), []),
    ("Berg was born in 1950 and died in 2019.", "Berg died in 2018.", ("", ""), [("2019", "2018")]),
    ("The bank opened in May 1999.", "The bank was sold in June 2003.", ("", ""), []),
    (
        "A court sentenced him on Tuesday over the 2016 attack.",
        "A court sentenced him on Wednesday over the 2016 attack.",
        ("", ""),
        [("Tuesday", "Wednesday")],
    ),
    (
        "The law takes effect on July 1, officials said Monday.",
        "The law takes effect on August 1.",
        ("", ""),
        [("July 1", "August 1")],
    ),
    ("The treaty was signed on 12 June 1985.", "The treaty was signed on 1985-06-12.", ("", ""), []),
    ("The treaty was signed on 06/14/1985.", "The treaty was signed on 14 June 1985.", ("", ""), []),
    ("The treaty was signed on 14.06.1985.", "The treaty was signed on June 14th, 1985.", ("", ""), []),
    ("The treaty was signed on the twenty-first of June.", "The treaty was signed on 21 June.", ("", ""), []),
    ("The fair runs from 3-5 May.", "The fair runs in June.", ("", ""), []),
    ("The fair was held on 3–5 May.", "The fair was held on 4 May.", ("", ""), []),
    ("The season of 2009-10 was lost.", "The season of 2011-12 was lost.", ("", ""), [("2009-10", "2011-12")]),
    (
        "The polls open in mid-May.",
        "The polls open in April.",
        ("2013-01-30", "2013-01-30"),
        [("in mid-May", "in April")],
    ),
    ("About 1900 people fled on Monday.", "About 1900 people fled on Monday.", ("", ""), []),
    ("Holm announced Sunday that he leaves on January 1.", "Holm Will Retire In February", ("", ""), []),
    (
        "The court ruled Monday that the mine must close in May.",
        "The mine must close by June, the court ruled.",
        ("", ""),
        [],
    ),
]


@pytest.mark.parametrize(("one", "two", "published", "found"), SAID_AND_DONE)
def test_only_dates_of_one_act_are_told_apart(
    one: str, two: str, published: tuple[str, str], found: list[tuple[str, str]]
) -> None:
    left, right = dates.read(one, published[0]), dates.read(two, published[1])
    told = days_apart(one, two, left, right, one_speaker=False)
    assert [(one[a.span.start : a.span.end], two[b.span.start : b.span.end]) for a, b in told] == found
    back = days_apart(two, one, right, left, one_speaker=False)
    assert [(one[a.span.start : a.span.end], two[b.span.start : b.span.end]) for b, a in back] == found


def test_the_day_of_a_statement_is_one_where_one_speaker_makes_it() -> None:
    one, two = "Holm said on Monday that the port is shut.", "The port is shut, Holm told reporters on Tuesday."
    left, right = dates.read(one), dates.read(two)
    assert len(list(days_apart(one, two, left, right, one_speaker=True))) == 1


@given(st.text(st.sampled_from("0123456789 -–/.,ofMarchMay4thMonday"), max_size=40))
def test_dates_stand_in_order_inside_any_text(text: str) -> None:
    found = dates.read(text, "2024-02-29")
    ends = [point for each in found for point in (each.span.start, each.span.end)]
    assert ends == sorted(ends)
    assert all(first <= last for each in found for first, last in each.days)
