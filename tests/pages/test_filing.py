"""People stand under their surname, whatever the order of their names."""

from __future__ import annotations

import pytest

from annotated_corpus.model import Entity, EntityKind
from annotated_corpus.pages.filing import heading, ordered


def person(name: str, *aliases: str) -> Entity:
    return Entity(name.casefold().replace(" ", "-"), EntityKind.PERSON, name, tuple(aliases))


@pytest.mark.parametrize(
    ("name", "aliases", "filed"),
    [
        ("Antony Blinken", ("Blinken",), "Blinken Antony"),
        ("Boris Johnson", ("Boris", "Johnson"), "Johnson Boris"),
        ("Xi Jinping", ("Xi",), "Xi Jinping"),
        ("Kim Jong Un", ("Kim",), "Kim Jong Un"),
        ("Orbán Viktor", ("Orbán",), "Orbán Viktor"),
        ("Viktor Orbán", ("Orbán",), "Orbán Viktor"),
        ("Madonna", (), "Madonna"),
        ("Charles III", (), "Charles III"),
        ("Pope Francis", (), "Francis Pope"),
        ("Martin Luther King Jr.", (), "King Martin Luther"),
        ("Ursula von der Leyen", (), "Leyen Ursula von der"),
        ("Robert De Niro", (), "De Niro Robert"),
        ("Bashar al-Assad", ("al-Assad",), "Assad Bashar"),
    ],
)
def test_the_words_under_which_a_person_is_filed(name: str, aliases: tuple[str, ...], filed: str) -> None:
    assert heading(person(name, *aliases)) == filed


def test_the_order_is_that_of_surnames_without_marks_and_places_keep_theirs() -> None:
    names = ["Zoe Adams", "Élise Žižek", "Ann Zimmer", "Bo Adams", "Émile Östberg", "Olga Petrova"]
    assert [each.name for each in ordered(map(person, names))] == [
        "Bo Adams",
        "Zoe Adams",
        "Émile Östberg",
        "Olga Petrova",
        "Ann Zimmer",
        "Élise Žižek",
    ]
    assert heading(Entity("x", EntityKind.PLACE, "San Francisco")) == "San Francisco"
