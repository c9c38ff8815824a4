"""Settle the anchors that stop a build, at the prompt and by pasting."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from annotated_corpus.anchors import Register, attach
from annotated_corpus.cli.main import main
from annotated_corpus.decisions import Decisions
from tests.anchors.helpers import readings, seed

TOLD = (
    "Captain Ida Lund told reporters that the {} had been the highest she had seen in {} years at sea.",
    "The harbour of Orrby will buy a {} for the new quay before {} days have gone, the office said.",
    "Doctors at the clinic in Skene treated a {} for burns and sent {} others home on the same day.",
    "In the forest near Tibro a {} was seen by hikers who had walked for {} hours without a rest.",
    "The museum of Vessby has lent a {} to the town of Mora for {} months, its director wrote.",
)
FILL = (
    ("swell", "thirty", "waves", "forty"),
    ("crane", "twelve", "winch", "ninety"),
    ("cook", "three", "guard", "seven"),
)
FILL += (("wolf", "two", "lynx", "five"), ("clock", "four", "loom", "nine"))
OLD = [told.format(a, b) for told, (a, b, _, _) in zip(TOLD, FILL, strict=True)]
NEW = [line for told, (a, b, c, d) in zip(TOLD, FILL, strict=True) for line in (told.format(a, d), told.format(c, b))]


@pytest.fixture
def stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with five paragraphs, each of which could now be two."""
    monkeypatch.chdir(tmp_path)
    before = attach(readings(seed(*OLD, slug="ferry")), Register(), Decisions())
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "anchors.json").write_text(before.register.dumps(), encoding="utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(
        "\n\n".join(("Ferry line reopens after nine days of storm", *NEW)), "utf-8"
    )
    (tmp_path / "seeds" / "a.toml").write_text('slug = "ferry"\n', encoding="utf-8")
    return tmp_path


def decided(folder: Path) -> list[dict[str, object]]:
    return tomllib.loads((folder / "seeds" / "decisions.toml").read_text("utf-8"))["anchor"]


def test_five_stops_are_settled_at_the_prompt(
    stopped: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["x", "1", "2", "g", "9", "m1", "1"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert main(["settle"]) == 0
    printed = capsys.readouterr().out
    assert "swell" in printed
    assert "waves" in printed
    assert "5 decisions added" in printed
    assert "0 anchors left" in printed
    assert [each.get("gone", each.get("merged", "")) for each in decided(stopped)] == ["", "", True, True, ""]
    assert main(["verify", "ferry-p1"]) == 0


def test_five_stops_are_settled_by_pasting(stopped: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settle", "--print"]) == 1
    (stopped / "seeds" / "decisions.toml").write_text(capsys.readouterr().out, encoding="utf-8")
    assert len(decided(stopped)) == 5
    assert main(["settle"]) == 0


def test_what_is_skipped_is_left(
    stopped: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["s", "1", "q"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert main(["settle"]) == 1
    assert "1 decision added to seeds/decisions.toml; 4 anchors left to settle" in capsys.readouterr().out
