"""Whatever files, names and arguments hold: one line that says what is wrong, and nothing that acts on a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from annotated_corpus.cli import analyze
from annotated_corpus.cli.main import main
from tests.projects import ROOT

COMMAND = [sys.executable, "-c", "import sys; from annotated_corpus.cli import main; sys.exit(main())"]
TEXT = "Title\n\nRain fell on the town of Lund on Monday, Anna Berg said.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    return folder


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (b"\xff.txt", "not UTF-8"),
        (b"a\nb.txt", "line breaks"),
        (b"a\x1b[31m.txt", "control"),
        ("a\u202eb.txt".encode(), "control"),
        (b"-rf.txt", "dash"),
        (b"\xfe\xff.toml", "not UTF-8"),
    ],
)
def test_a_file_name_that_nothing_can_hold_is_refused(
    seeds: Path, name: bytes, told: str, capfd: pytest.CaptureFixture[str]
) -> None:
    Path(os.fsdecode(os.fsencode(seeds) + b"/" + name)).write_text(TEXT)
    assert main(["analyze", str(seeds), "--out", str(seeds.parent / "out")]) == 1
    said = capfd.readouterr().err
    assert said.count("\n") == 1
    assert told in said
    assert said.isprintable() or said.removesuffix("\n").isprintable()
    assert not (seeds.parent / "out").exists()


@pytest.mark.parametrize(
    "toml",
    ["x = " + "9" * 5000, "x = " + "[" * 5000 + "]" * 5000, "x = 0x" + "f" * 5000, 'date = "' + "9" * 5000 + '"'],
)
@pytest.mark.parametrize("file", ["a.toml", "decisions.toml"])
def test_toml_beyond_what_a_reader_can_hold_is_one_line(
    seeds: Path, toml: str, file: str, capfd: pytest.CaptureFixture[str]
) -> None:
    (seeds / file).write_text(toml + "\n")
    main(["analyze", str(seeds), "--out", str(seeds.parent / "out")])
    said = capfd.readouterr().err
    assert f"seeds/{file}" in said
    assert "a fault of annotated-corpus" not in said


def test_a_number_of_thousands_of_digits_in_the_list_of_places_is_one_line(
    seeds: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (seeds / "gazetteer.tsv").write_text("name\tlatitude\tlongitude\tgeonames\nX\t1\t1\t" + "9" * 4301 + "\n")
    assert main(["analyze", str(seeds), "--out", str(seeds.parent / "out")]) == 1
    assert "geonames is" in capfd.readouterr().err


@pytest.mark.parametrize("place", [" ", "9" * 5000, "٣", "x\x1b[31m", "²"])
def test_explain_takes_any_place(seeds: Path, place: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "a", place, "--seeds", str(seeds)]) in (0, 1)
    said = "".join(capfd.readouterr())
    assert "\x1b" not in said
    assert "a fault of annotated-corpus" not in said


def test_controls_of_a_text_are_spelled_out_where_it_is_printed(seeds: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for path in (ROOT / "seeds").glob("*.txt"):
        words = path.read_text("utf-8").replace("Blinken ", "Blinken\x1b[31m \u202e")
        (seeds / path.name).write_text(words, "utf-8")
    assert main(["candidates", "--seeds", str(seeds), "--threshold", "0.9"]) == 0
    said = capfd.readouterr().out
    assert "\\x1b[31m \\u202e" in said
    assert "\x1b" not in said


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_any_encoding_of_the_terminal_will_do(seeds: Path, encoding: str) -> None:
    done = subprocess.run(
        [*COMMAND, "explain", "a", "Lund", "--seeds", str(seeds)],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_bytes_that_are_no_text_may_come_from_standard_input(seeds: Path) -> None:
    done = subprocess.run(
        [*COMMAND, "verify", "-", "--seeds", str(seeds)],
        input="\ufeffa-p1 “Rain fell on the town”".encode() + b"\xff\xfe",
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout[:7]) == (0, b"stands:")


@pytest.mark.parametrize("inside", [".", "data", "data/deep"])
@pytest.mark.parametrize("option", ["--out", "--work"])
def test_nothing_is_written_among_the_texts(
    seeds: Path, option: str, inside: str, capfd: pytest.CaptureFixture[str]
) -> None:
    arguments = {"--out": str(seeds.parent / "out"), option: str(seeds / inside)}
    assert main(["analyze", str(seeds), *(each for pair in arguments.items() for each in pair)]) == 1
    assert "among the texts" in capfd.readouterr().err
    assert [path.name for path in seeds.iterdir()] == ["a.txt"]


def test_a_fault_of_ours_asks_for_a_report_and_names_its_log(
    seeds: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(_arguments: object) -> int:
        raise KeyError("no such\x1b key")

    monkeypatch.setattr(analyze, "run", broken)
    assert main(["analyze", str(seeds), "--out", str(seeds.parent / "out")]) == 1
    said = capfd.readouterr().err
    assert said.startswith("error: a fault of annotated-corpus, not of your texts (KeyError: ")
    assert said.count("\n") == 1
    log = Path(said.rsplit("log: ")[1].strip())
    assert "Traceback" in log.read_text("utf-8")
    log.unlink()
