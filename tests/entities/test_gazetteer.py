"""The gazetteer: what lies in what."""

from __future__ import annotations

import pytest

from annotated_corpus.entities import part_of


@pytest.mark.parametrize(
    ("inner", "outer", "wanted"),
    [
        ("Lyon", "France", True),
        ("Catalonia", "Spain", True),
        ("Nairobi", "Kenya", True),
        ("France", "Lyon", False),
        ("Lyon", "Spain", False),
        ("France", "France", False),
        ("Lyon", "Catalonia", False),
        ("Europe", "France", False),
        ("Ida Holm", "France", False),
        ("Lyon", "Holm", False),
    ],
)
def test_a_town_or_region_is_part_of_its_country(inner: str, outer: str, wanted: bool) -> None:
    assert part_of(inner, outer) is wanted
