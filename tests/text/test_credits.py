"""Lines that name who wrote, and lines that only begin like them."""

import pytest

from annotated_corpus.text.credits import byline, photo_credit

NAMES = (
    "Jean-Luc van den Berg",
    "Maria de los Santos",
    "Klaus ter Haar",
    "José Ortega y Gasset",
    "Mohammed el-Baradei",
    "Leïla d'Ambrosio",
    "Leïla d’Ambrosio",
    "Ali ibn Saud",
    "Karl zu Guttenberg",
    "Bashar al-Assad",
    "de la Cruz",
    "Ada Example",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_with_particles_is_a_name(name: str) -> None:
    assert byline(f"By {name}")
    assert byline(f"By Maria de la Cruz and {name}")
    assert byline(f"By {name}, Staff writer")
    assert photo_credit(f"{name}/AFP/Getty Images")


@pytest.mark.parametrize(
    "line",
    [
        "By the time he left",
        "By and by",
        "By Monday",
        "By ten",
        "By the van",
        "By de facto rule of Moscow",
        "By half-Russian accounts",
        "By o'clock",
    ],
)
def test_what_begins_like_a_byline_is_none(line: str) -> None:
    assert not byline(line)
