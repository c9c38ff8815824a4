"""Who is one person: names taken apart, and one rule for all rooms that ask."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims.comparison.roles import one_name
from annotated_corpus.claims.speakers.people import same
from annotated_corpus.cli import main
from annotated_corpus.language.en.persons import may_be_one, parse, titled
from tests.entities.test_resolution import of, people

ONE = [
    ("Sergei Lavrov", "Sergey Lavrov"),
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ("Zelenskiy", "Zelenskyy"),
    ("Jack Straw", "John Straw"),
    ("Frank Gallagher", "Francis Gallagher"),
    ("Juergen Klopp", "Jürgen Klopp"),
    ("Jürgen Möller", "Juergen Moeller"),
    ("Mohammed Ali", "Muhammad Ali"),
    ("Volodymyr Zelensky", "Vladimir Zelensky"),
    ("Oleksandr Usyk", "Alexander Usyk"),
    ("Robert S. Mueller III", "Mueller"),
    ("Robert S. Mueller III", "Robert Mueller"),
    ("James R. Clapper Jr.", "Clapper"),
    ("James R. Clapper, Jr.", "James Clapper Jr."),
    ("J.D. Vance", "JD Vance"),
    ("J. D. Vance", "James David Vance"),
    ("J. Edgar Hoover", "Edgar Hoover"),
    ("Joaquín “El Chapo” Guzmán", "Joaquin Guzman"),
    ("William “Bud” Cole", "Bud Cole"),
    ("President Emmanuel Macron", "Mr. Macron"),
    ("Foreign Minister Sergei Lavrov", "Sergey V. Lavrov"),
    ("el-Sisi", "Abdel Fattah Al Sisi"),
    ("Ursula von der Leyen", "von der Leyen"),
    ("Gabriel García Márquez", "García Márquez"),
    ("Aung San Suu Kyi", "Suu Kyi"),
    ("George Walker Bush", "George Bush"),
    ("Hillary Rodham Clinton", "Hillary Clinton"),
    ("José Peña", "Jose\u0301 Pen\u0303a"),
    ("Tom O’Neill", "Tom O'Neill"),
    ("Stephen Miller", "Steven Miller"),
    ("Bill Clinton", "William J. Clinton"),
    ("Sen. Bernie Sanders", "Bernard Sanders"),
]
TWO = [
    ("Anna Nowak", "Piotr Nowak"),
    ("Mr. Nowak", "Mrs. Nowak"),
    ("Mr Nowak", "Anna Nowak"),
    ("Melania Trump", "Donald Trump"),
    ("Ferdinand Acosta Jr.", "Ferdinand Acosta Sr."),
    ("Donald Trump", "Donald Trump Jr."),
    ("John Smith II", "John Smith III"),
    ("Christian Berg", "Christine Berg"),
    ("Robert Hale", "Roberta Hale"),
    ("Alexander Rossi", "Alexandra Rossi"),
    ("Frances Haugen", "Francis Haugen"),
    ("Anders Larsen", "Andreas Larsen"),
    ("Robert Hale", "Bill Hale"),
    ("Aaron Cole", "Erin Cole"),
    ("Hassan Rahimi", "Hussein Rahimi"),
    ("Carl Berg", "Carla Berg"),
    ("George H. W. Bush", "George W. Bush"),
    ("Mary Magdalene", "Mary Beton"),
    ("Alessandro Conti", "Alessandra Conti"),
    ("Sergei Lavrov", "Sergei Shoigu"),
    ("A. Larijani", "S. Larijani"),
    ("Ali Larijani", "S. Larijani"),
    ("Odesa", "Niger"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_may_be_one(a: str, b: str) -> None:
    assert may_be_one(a, b)
    assert may_be_one(b, a)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_are_two(a: str, b: str) -> None:
    assert not may_be_one(a, b)
    assert not may_be_one(b, a)


@pytest.mark.parametrize(("a", "b"), ONE)
def test_speakers_names_and_entries_have_one_answer(a: str, b: str) -> None:
    assert same(a, b)
    assert one_name(a, b)


@pytest.mark.parametrize(("a", "b"), TWO)
def test_speakers_have_the_same_answer_for_two(a: str, b: str) -> None:
    assert not same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
        ("Jack Straw", "John Straw"),
        ("Frank Gallagher", "Francis Gallagher"),
        ("Juergen Klopp", "Jürgen Klopp"),
    ],
)
def test_one_entry(a: str, b: str) -> None:
    assert len(people(of(f"Minister {a} spoke in Lima.", f"Minister {b} left Lima.\n“I am glad,” {b} said."))) == 1


NAMES = st.sampled_from(sorted({name for pair in (*ONE, *TWO) for name in pair}))


@given(NAMES, NAMES)
def test_the_rule_is_symmetric_and_reflexive(a: str, b: str) -> None:
    assert may_be_one(a, b) == may_be_one(b, a)
    assert may_be_one(a, a)
    assert same(a, b) == same(b, a)


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_is_one_with_itself(a: str, b: str) -> None:
    assert may_be_one(a, a)
    assert may_be_one(a, b) == may_be_one(b, a)


def test_names_are_taken_apart() -> None:
    name = titled("Gen. Robert “Bob” S. Mueller III")
    assert (name.words, name.suffix, name.nicknames) == (("robert", "s", "mueller"), "iii", ("bob",))
    assert parse("Ludwig van der Berg").words == ("ludwig", "berg")


def test_a_spelling_changes_no_finding(tmp_path: Path) -> None:
    seeds = Path(__file__).parents[2] / "seeds"
    found = []
    for name in ("as it is", "respelt"):
        folder = Path(shutil.copytree(seeds, tmp_path / name))
        if name == "respelt":
            first = min(folder.glob("*.txt"))
            first.write_text(first.read_text("utf-8").replace("Sergei Lavrov", "Sergey Lavrov"), "utf-8")
        assert main(["analyze", str(folder), "--out", str(tmp_path / f"{name} out")]) == 0
        rows = (tmp_path / f"{name} out" / "matches.jsonl").read_text("utf-8").splitlines()
        found.append([(row["basis"], row["relation"], len(row["differences"])) for row in map(json.loads, rows)])
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("texts", "entries"),
    [
        (
            ["Robert S. Mueller III was named.\nMueller declined.", "Special counsel Robert Mueller spoke."],
            ["Robert S. Mueller III"],
        ),
        (["James R. Clapper Jr., the director, spoke.\nMr. Clapper left."], ["James R. Clapper Jr."]),
        (["Joaquín “El Chapo” Guzmán was found guilty.\nJoaquin Guzman’s lawyer spoke."], ["Joaquin Guzman"]),
        (
            ["Donald Trump spoke in Iowa.\nHis son Donald Trump Jr. stood beside him."],
            ["Donald Trump", "Donald Trump Jr."],
        ),
        (["Donald Trump spoke in Iowa.", "Donald Trump Jr. stood in Ohio."], ["Donald Trump", "Donald Trump Jr."]),
        (["Mary Magdalene and Mary, the mother of Joses, saw where he was laid."], ["Mary", "Mary Magdalene"]),
        (["George H. W. Bush was there. George W. Bush spoke."], ["George H. W. Bush", "George W. Bush"]),
        (
            ["The former director James Clapper agreed.", "James R. Clapper Jr., the former director, spoke."],
            ["James R. Clapper Jr."],
        ),
    ],
)
def test_one_entry_or_two(texts: list[str], entries: list[str]) -> None:
    assert sorted(people(of(*texts))) == entries
