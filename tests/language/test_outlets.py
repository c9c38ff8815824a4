"""Outlets: one name for all their names, in credits, datelines and stated sources."""

from __future__ import annotations

import pytest

from annotated_corpus.claims.findings.basis import origins
from annotated_corpus.language.en.outlets import agencies, credits, is_outlet, stated, usual
from annotated_corpus.model import Article, Metadata, Seed
from annotated_corpus.text.credits import credit
from tests.articles import lines as article


@pytest.mark.parametrize(
    ("source", "outlets"),
    [
        ("Belga", {"Belga"}),
        ("Lusa", {"Lusa"}),
        ("dpa", {"Deutsche Presse-Agentur"}),
        ("PA Media", {"PA Media"}),
        ("ANSA", {"ANSA"}),
        ("AP", {"Associated Press"}),
        ("The Associated Press", {"Associated Press"}),
        ("AFP via Getty Images", {"Agence France-Presse", "Getty Images"}),
        ("Lusa/AFP", {"Lusa", "Agence France-Presse"}),
        ("The Globe and Mail", {"Globe and Mail"}),
        ("The Larnvik Post", {"Larnvik Post"}),
        ("Reuters (London)", {"Reuters"}),
        ("Harbour Courier", {"harbour courier"}),
        ("", set()),
    ],
)
def test_a_stated_source(source: str, outlets: set[str]) -> None:
    assert stated(source) == outlets


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The mayor told AP.", "The mayor told the Associated Press."),
        ("OSLO (AFP) — Six boats sank.", "Six boats sank, Agence France-Presse reported."),
        ("Six boats sank, BBC News reported.", "“Six,” he told the BBC."),
        ("OSLO (dpa) — Six boats sank.", "OSLO (DPA) — Six boats sank."),
    ],
)
def test_two_names_of_one_outlet_are_one_credit(a: str, b: str) -> None:
    assert credits(a) == credits(b) != frozenset()


@pytest.mark.parametrize(
    "line", ["(Belga)", "LISBON (Lusa) —", "PA Media", "Source: dpa", "Ida Holm/ANSA", "AFP/Getty Images"]
)
def test_a_line_of_credit(line: str) -> None:
    assert credit(line)


@pytest.mark.parametrize(
    "name", ["Reuters", "the Associated Press", "Interfax news agency", "The Larnvik Gazette", "RFE/RL"]
)
def test_an_outlet(name: str) -> None:
    assert is_outlet(name)


@pytest.mark.parametrize(
    "text", ["Dawn broke.", "The EPA said the water was clean.", "Bild dir deine Meinung.", "Dr. Mehr left."]
)
def test_a_word_that_is_something_else_as_well_is_no_agency_in_running_text(text: str) -> None:
    assert not agencies(text)
    assert not credits(text)


def test_usual() -> None:
    assert [usual(name) for name in ("AP", "The Guardian", "Larnvik Post")] == [
        "Associated Press",
        "Guardian",
        "Larnvik Post",
    ]


def from_(source: str, *lines: str) -> Article:
    made = article("a", "\n".join(lines))
    return Article(
        made.id, Seed("a.txt", made.seed.text, "", Metadata(source=source)), made.title, made.label, made.blocks
    )


@pytest.mark.parametrize(
    ("made", "outlets"),
    [
        (from_("Belga", "Six boats sank."), {"Belga"}),
        (from_("", "LISBON (Lusa) — Six boats sank."), {"Lusa"}),
        (from_("", "MOSCOW, December 2. /TASS/. Six boats sank."), {"TASS"}),
        (from_("", "Six boats (AP counted seven) sank."), set()),
        (from_("The Hill", "OSLO (AP) — Six boats sank."), {"Hill", "Associated Press"}),
    ],
)
def test_where_an_article_comes_from(made: Article, outlets: set[str]) -> None:
    assert origins(made) == outlets
