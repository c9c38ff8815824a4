"""Entries of the glossary."""

from __future__ import annotations

import pytest

from annotated_corpus.model import Entity, EntityKind, Mention
from annotated_corpus.pages import layout
from annotated_corpus.pages.glossary import glossary_files
from tests.pages.support import article, corpus


@pytest.mark.parametrize(
    ("country", "name", "opening"),
    [
        ("UA", "Lviv", "Ukraine. 1 mention"),
        ("UA", "Ukraine", "1 mention"),
        ("the old *kingdom*", "Lviv", r"the old \*kingdom\*. 1 mention"),
        ("", "Lviv", "1 mention"),
    ],
)
def test_a_place_is_said_to_lie_in_its_country_by_name(country: str, name: str, opening: str) -> None:
    place = Entity("place-x", EntityKind.PLACE, name, country=country)
    mention = Mention("place-x", "one", "one-p1", 5, 9, "Lviv")
    lookup = corpus((article("one", "Lviv sleeps."),), entities=(place,), mentions=(mention,))
    page = glossary_files(lookup)["places.md"]
    assert f"(place-x)=\n  {opening}, first in" in page


def test_people_and_places_that_fill_many_pages_are_listed_in_one_wording(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "LARGE", 0)
    monkeypatch.setattr(layout, "_HEAVY", 0)
    found = [
        Entity(f"{kind}-{name}", kind, name) for kind in (EntityKind.PERSON, EntityKind.PLACE) for name in ("Ada", "Bo")
    ]
    mentions = tuple(Mention(each.id, "one", "one-p1", 5, 8, "Ada") for each in found)
    pages = glossary_files(corpus((article("one", "Ada, Bo."),), entities=tuple(found), mentions=mentions))
    for name in ("people", "places"):
        headings = [line for line in pages[f"{name}.md"].splitlines() if line.startswith("## ")]
        assert headings == [f"## {name.title()} most often named", f"## {name.title()} by name"]
