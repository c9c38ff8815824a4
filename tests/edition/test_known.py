"""What the edition tells the matcher of articles and places: days of publication from sidecars, what lies in what."""

from __future__ import annotations

from pathlib import Path

from annotated_corpus.edition import assemble
from annotated_corpus.settings import Settings

LINES = (
    "Two climbers were found alive in {} on {} after nine days without food, rescuers said.\n",
    "Pilot Maxime Corbin saw the red tent of the climbers from his helicopter.\n",
    "Corbin said that both climbers had lost five kilograms.\n",
)


def told(folder: Path, places: tuple[str, str], days: tuple[str, str], published: tuple[str, str]) -> list[str]:
    """Return the differences of the first sentences of two reports."""
    for name, place, day, date in zip(("one", "two"), places, days, published, strict=True):
        text = "\n".join(("Climbers\n", *LINES)).format(place, day)
        (folder / f"{name}.txt").write_text(text, "utf-8")
        (folder / f"{name}.toml").write_text(f"date = {date}\n", "utf-8")
    matches = assemble(folder, None, Settings()).corpus.matches
    found = next(each for each in matches if (each.a, each.b) == ("one-p1-s1", "two-p1-s1"))
    return [str(each.kind) for each in found.differences]


def test_a_town_is_not_set_against_its_country(tmp_path: Path) -> None:
    days, published = ("Friday", "Friday"), ("2024-03-02", "2024-03-02")
    assert told(tmp_path, ("Grenoble", "France"), days, published) == []
    assert told(tmp_path, ("Grenoble", "Spain"), days, published) == ["name"]


def test_the_sidecar_says_which_day_a_weekday_is(tmp_path: Path) -> None:
    places = "Grenoble", "Grenoble"
    assert told(tmp_path, places, ("Friday", "1 March"), ("2024-03-02", "2024-03-03")) == []
    assert told(tmp_path, places, ("Friday", "2 March"), ("2024-03-02", "2024-03-03")) == ["date"]
