"""News told by template: of two events nothing matches unnoticed, of one a name more or less does no harm."""

from __future__ import annotations

from collections import Counter

import pytest

from annotated_corpus.claims.comparison import roles
from annotated_corpus.claims.comparison.names import names
from annotated_corpus.entities import part_of

from .templated import fault, pairs

FLOORS = {
    ("templated", "apart"): 18,
    ("templated", "contradiction"): 14,
    ("templated", "same"): 32,
    ("reports", "apart"): 13,
    ("reports", "contradiction"): 25,
    ("reports", "same"): 38,
    ("events", "apart"): 18,
    ("events", "same"): 5,
}
"""So many pairs were right when this was written."""


def test_the_set_holds_as_many_harmless_names_as_others() -> None:
    kinds = Counter(pair["kind"] for pair in pairs())
    assert kinds["same"] == kinds["apart"] + kinds["contradiction"] == 32


@pytest.mark.parametrize(("name", "kind"), FLOORS)
def test_the_floor_holds(name: str, kind: str) -> None:
    faults = {pair["id"]: fault(pair) for pair in pairs(name) if pair["kind"] == kind}
    assert sum(not said for said in faults.values()) >= FLOORS[name, kind], {
        name: said for name, said in faults.items() if said
    }


def against(one: str, two: str) -> list[tuple[str, str]]:
    found = roles.against(names(one), names(two), frozenset(), part_of)
    return [(mine.text, other.text) for mine, other in found]


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        ("On Monday William Ruto arrived in Paris.", "On Monday Nana Akufo arrived in Rome.", 2),
        ("The army took a mill in Bakhmut.", "The army took a mill in Soledar.", 1),
        ("The firm bought Marlow Dairies.", "The firm bought Corran Dairies.", 1),
        ("The firm met North Korea.", "The firm met South Korea.", 1),
        ("The ships took off from Iraq for good.", "The ships took off from Iran for good.", 1),
        ("The army took a mill in Bakhmut.", "The army took a mill near Soledar.", 0),
        ("Today William Ruto arrived.", "Today the Kenyan president arrived.", 0),
        ("Today William Ruto arrived.", "Today Ruto arrived.", 0),
        ("Today Robert Keane arrived.", "Today Bob Keane arrived.", 0),
        ("Today Volodymyr Zelensky arrived.", "Today Zelenskyy arrived.", 0),
        ("They shelled Kharkiv.", "They shelled Kharkov.", 0),
        ("Talks with Ukraine failed.", "Talks with Kyiv failed.", 0),
        ("They met the United Nations.", "They met the UN.", 0),
        ("The army took a mill in Lyon.", "The army took a mill in France.", 0),
        ("The army took a mill in Lyon.", "The army took a mill in Spain.", 1),
        ("It was 30 degrees Celsius there.", "It was 86 degrees Fahrenheit there.", 0),
        ("Prosecutor Ida Brenn resigned.", "Prosecutor Elio Conte resigned.", 1),
        ("Today Tauson defeated Noskova.", "Noskova was defeated by Tauson.", 0),
        ("Today Nana Akufo arrived.", "The president of Ghana arrived.", 0),
        ("It ended on Monday.", "It ended on Tuesday.", 0),
    ],
)
def test_names_stand_against_each_other_in_one_role(one: str, two: str, found: int) -> None:
    assert len(against(one, two)) == len(against(two, one)) == found


def test_the_first_word_of_a_sentence_is_a_name_only_if_known() -> None:
    one, two = names("Heavy rain flooded streets."), names("Torrential rain flooded streets.")
    assert roles.against(one, two, frozenset()) == []
    assert len(roles.against(one, two, frozenset({"heavi", "torrenti"}))) == 1
