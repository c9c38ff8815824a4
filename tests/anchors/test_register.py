"""The register as a file: readable, checked, and merged by version control without conflict."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from annotated_corpus.anchors import ChangeKind, Register, attach, load_register
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from tests.anchors.helpers import PARAGRAPHS, attached, readings, seed

MADE = attached(*PARAGRAPHS, after=attached(*PARAGRAPHS[1:], slug="old"))
TEXT = MADE.register.dumps()


class Repository:
    """A register under version control, with the attribute that the guide asks for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = folder / "anchors.json"
        self.git("init", "-q", "-b", "main")
        (folder / ".gitattributes").write_text("anchors.json merge=union\n")

    def git(self, *arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=self.folder, check=True, capture_output=True)  # noqa: S607  # git is where it is

    def commit(self, register: Register) -> None:
        self.path.write_text(register.dumps(), "utf-8")
        self.git("add", ".")
        self.git("commit", "-qm", "register")


def load(folder: Path, text: str) -> Register:
    path = folder / "anchors.json"
    path.write_text(text, "utf-8")
    return load_register(path, "corpus/anchors.json")


def test_round_trip(tmp_path: Path) -> None:
    assert load(tmp_path, TEXT).dumps() == TEXT
    assert json.loads(TEXT)[0] == {"format": "annotated-corpus anchors", "version": 1}
    assert load(tmp_path, TEXT.replace("\n", "\r\n")).dumps() == TEXT


def test_one_entry_a_line_with_its_quote_selector() -> None:
    entry = next(row for row in json.loads(TEXT) if row and row.get("id") == "ferry-p2")
    assert (entry["exact"], entry["prefix"]) == (PARAGRAPHS[2], PARAGRAPHS[1][-32:])
    assert (entry["suffix"], entry["aliases"]) == (PARAGRAPHS[3][:32], ["old-p2"])
    assert len(TEXT.splitlines()) == 2 + 1 + 1 + len(MADE.register.records["ferry"].entries)


def test_an_absent_file_is_an_empty_register(tmp_path: Path) -> None:
    assert load_register(tmp_path / "anchors.json") == Register()


@pytest.mark.parametrize("line", range(1, len(TEXT.splitlines()) + 1))
def test_a_line_that_was_broken_by_hand_is_named(tmp_path: Path, line: int) -> None:
    lines = TEXT.splitlines()
    broken = lines[line - 1].replace("e", "a", 1) if "e" in lines[line - 1] else "x" + lines[line - 1]
    lines[line - 1] = "nul]" if lines[line - 1] == "null]" else broken
    with pytest.raises(CorpusError) as stopped:
        load(tmp_path, "\n".join(lines) + "\n")
    assert any(said.path == "corpus/anchors.json" and abs(said.line - line) <= 1 for said in stopped.value.diagnostics)


@pytest.mark.parametrize("line", range(1, len(TEXT.splitlines()) + 1))
def test_a_line_that_was_removed_is_missed(tmp_path: Path, line: int) -> None:
    lines = TEXT.splitlines()
    del lines[line - 1]
    with pytest.raises(CorpusError):
        load(tmp_path, "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (TEXT.replace('"version": 1', '"version": 9'), "version 9"),
        (TEXT.replace("[\n", "[\n<<<<<<< ours\n", 1), "unresolved merge"),
        ("", "not a register"),
        ("{}", "not a register"),
        (TEXT[: len(TEXT) // 2], "the end is missing"),
        (TEXT.replace("null]", TEXT.splitlines()[4] + "\nnull]"), "stands here and in line 5"),
    ],
)
def test_what_else_may_be_wrong(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CorpusError, match=message):
        load(tmp_path, text)


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "anchors.json").write_bytes(b"[\n\xff")
    with pytest.raises(CorpusError, match="byte 2"):
        load_register(tmp_path / "anchors.json")


def test_two_branches_that_change_one_article_merge_too(tmp_path: Path) -> None:
    def words(*cuts: int) -> list[str]:
        paragraphs = list(PARAGRAPHS)
        for cut in sorted(cuts, reverse=True):
            paragraphs.insert(cut, f"New words number {cut} for the islands.")
        return paragraphs

    repository = Repository(tmp_path)
    repository.commit(MADE.register)
    repository.git("switch", "-qc", "side")
    repository.commit(attached(*words(1), after=MADE).register)
    repository.git("switch", "-q", "main")
    repository.commit(attached(*words(4), after=MADE).register)
    repository.git("merge", "-q", "--no-edit", "side")
    after = attached(*words(1, 4), after=replace(MADE, register=load_register(repository.path)))
    assert {change.kind for change in after.changes} <= {ChangeKind.MOVED}
    assert {block.id for block in after.articles[0].blocks} > {"ferry-p1", "ferry-p2", "ferry-p3", "ferry-p4"}
    assert after.articles[0].tombstones == ()


def test_two_branches_that_add_articles_merge_without_conflict(tmp_path: Path) -> None:
    def commit(*names: str) -> None:
        seeds = [seed(*PARAGRAPHS, file=f"{name}.txt") for name in names]
        repository.commit(attach(readings(*seeds), load_register(repository.path), Decisions()).register)

    repository = Repository(tmp_path)
    commit("m")
    repository.git("switch", "-qc", "side")
    commit("m", "b", "n")  # "n" goes to the place of the other branch's "o"
    repository.git("switch", "-q", "main")
    commit("m", "o", "c")
    repository.git("merge", "-q", "--no-edit", "side")
    merged = load_register(repository.path)
    assert sorted(merged.records) == ["b", "c", "m", "n", "o"]
    again = attach(readings(*(seed(*PARAGRAPHS, file=f"{name}.txt") for name in "bcmno")), merged, Decisions())
    assert again.changes == ()
