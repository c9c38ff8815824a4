"""Entries of the glossary."""

from __future__ import annotations

import pytest

from annotated_corpus.model import Entity, EntityKind, Mention
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
