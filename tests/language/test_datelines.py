"""Datelines: one notion of where the report of a sentence begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims.scoring.portrait import portray
from annotated_corpus.language.en.datelines import dateline
from annotated_corpus.model import Claim

DATELINES = [
    "LARNVIK, Norway (AP) — |Six boats sank.",
    "LARNVIK, Norway, May 3 (Reuters) - |Six boats sank.",
    "MOSCOW, December 2. /TASS/. |Six boats sank.",
    "LEEDS — |Six boats sank.",
    "ST. PETERSBURG, Fla. — |Six boats sank.",
    "KYIV, Ukraine — |“Six boats sank,” he said.",
    "Larnvik (AFP) – |Six boats sank.",
    "Larnvik, Norway, 3 May 2021 — |Six boats sank.",
    "NEW YORK/LONDON, Jan 2 (Reuters) - |Six boats sank.",
    "RIO DE JANEIRO (AP) _ |Six boats sank.",
    "ÉTRETAT, France (AFP) — |Six boats sank.",
    "LISBON (Lusa) -- |Six boats sank.",
    "KARACHI, Jan 3 – |Six boats sank.",
    "WASHINGTON — |President Ida Holm left.",
    "(Reuters) - |Six boats sank.",
]
NONE = [
    "NATO - the alliance - sent four ships.",
    "NATO — The alliance sent four ships.",
    "Berg — the mayor — said so.",
    "Berg — The mayor of Larnvik left.",
    "The ship — a tanker — sank.",
    "OPEC – Saudi Arabia and others – met.",
    "Smith (Labour) said so.",
    "Ida Holm (left) and Per Dahl.",
    "UNESCO - which met in Paris - agreed.",
    "Six boats — Six! — sank.",
    "FBI — Agents searched a house.",
    "Re-election is far — May 3 at best.",
    "Covid-19 is back.",
    "BMW - Sales fell in May.",
    "",
]


@pytest.mark.parametrize("marked", DATELINES)
def test_a_dateline_ends_where_the_report_begins(marked: str) -> None:
    found = dateline(marked.replace("|", ""))
    assert found is not None
    assert found.end == marked.index("|")


@pytest.mark.parametrize("text", NONE)
def test_no_dateline(text: str) -> None:
    assert dateline(text) is None


def test_its_agency() -> None:
    assert dateline("OSLO (AP) — Six boats sank.").outlets == {"Associated Press"}  # type: ignore[union-attr]
    assert dateline("OSLO — Six boats sank.").outlets == frozenset()  # type: ignore[union-attr]


def test_a_body_before_a_dash_is_compared() -> None:
    text = "NATO - the alliance - sent four ships."
    assert "nato" in portray(Claim("a-p1-s1", "a", "a-p1", 0, len(text), text)).content


@given(st.text(max_size=200))
def test_it_ends_within_the_text(text: str) -> None:
    found = dateline(text)
    assert found is None or 0 < found.end <= len(text)


def test_a_long_line_is_read_at_once() -> None:
    for part in ("A", "A,", "A ", "(A", "A/", "-", "A de "):
        dateline(part * 300_000)
