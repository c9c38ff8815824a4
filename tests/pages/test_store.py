"""Generated files come and go; files of the user stay."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.pages import publish
from annotated_corpus.pages import store as store_module

REGISTER = {"anchors.json": "{}\n"}


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    first = publish(tmp_path, {"a.md": "one", "b.md": "two"}, REGISTER, "corpus")
    assert (first.written, first.removed) == (("anchors.json", "a.md", "b.md"), ())
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    again = publish(tmp_path, {"b.md": "two", "a.md": "one"}, REGISTER, "corpus")
    assert (again.written, again.removed, again.diagnostics) == ((), (), ())
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


def test_what_is_no_longer_made_is_removed_but_never_the_register(tmp_path: Path) -> None:
    publish(tmp_path, {"a.md": "one", "b.md": "two"}, REGISTER, "corpus")
    (tmp_path / "mine.md").write_text("mine")
    assert publish(tmp_path, {"a.md": "one"}, REGISTER, "corpus").removed == ("b.md",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "anchors.json", "manifest.txt", "mine.md"]


def test_a_run_cut_short_is_made_good_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, {"a.md": "one", "old.md": "x"}, REGISTER, "corpus")
    calls = 0

    def failing(path: Path, content: bytes) -> None:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise OSError(28, "No space left on device", str(path))
        path.write_bytes(content)

    monkeypatch.setattr(store_module, "replace", failing)
    with pytest.raises(CorpusError, match=r"corpus/c\.md: cannot be written: No space left"):
        publish(tmp_path, {"a.md": "1", "b.md": "2", "c.md": "3"}, REGISTER, "corpus")
    monkeypatch.undo()
    report = publish(tmp_path, {"a.md": "1", "b.md": "2", "c.md": "3"}, REGISTER, "corpus")
    assert report.removed == ("old.md",)
    assert [line.split()[1] for line in (tmp_path / "manifest.txt").read_text().splitlines()] == [
        "a.md",
        "b.md",
        "c.md",
    ]
    assert (tmp_path / "c.md").read_text() == "3"


@pytest.mark.parametrize("line", ["0" * 64 + "  ../precious.md", "<<<<<<< ours", "{}", "\x00\xff"])
def test_a_broken_manifest_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    outside = tmp_path / "precious.md"
    outside.write_text("precious")
    folder = tmp_path / "corpus"
    publish(folder, {"a.md": "one"}, REGISTER, "corpus")
    with (folder / "manifest.txt").open("a") as manifest:
        manifest.write(line + "\n")
    with pytest.raises(CorpusError, match=r"corpus/manifest\.txt:2: "):
        publish(folder, {"a.md": "two"}, REGISTER, "corpus")
    assert outside.read_text() == "precious"
    assert (folder / "a.md").read_text() == "one"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(CorpusError, match=r"cannot be written: Permission denied"):
        publish(tmp_path, {"a.md": "one"}, REGISTER, "corpus")
    tmp_path.chmod(0o700)


def test_a_manifest_that_names_other_files_removes_none_of_them(tmp_path: Path) -> None:
    publish(tmp_path, {"a.md": "one"}, REGISTER, "corpus")
    (tmp_path / "notes.md").write_text("mine")
    with (tmp_path / "manifest.txt").open("a") as manifest:
        for name in ("anchors.json", "notes.md", "manifest.txt"):
            manifest.write("0" * 64 + f"  {name}\n")
    report = publish(tmp_path, {"a.md": "one"}, REGISTER, "corpus")
    assert report.removed == ()
    assert [str(each) for each in report.diagnostics] == [
        "corpus/notes.md: no longer made, but not removed, because it was changed since; remove it if you do not need "
        "it [corpus.stale]"
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "anchors.json", "manifest.txt", "notes.md"]
    assert publish(tmp_path, {"a.md": "one"}, REGISTER, "corpus").diagnostics == ()


def test_line_ends_that_version_control_wrote_are_no_change(tmp_path: Path) -> None:
    publish(tmp_path, {"a.md": "one\ntwo\n", "b.md": "one\n"}, REGISTER, "corpus")
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    report = publish(tmp_path, {"a.md": "one\ntwo\n"}, REGISTER, "corpus")
    assert (report.removed, report.diagnostics) == (("b.md",), ())
    assert (tmp_path / "a.md").read_bytes() == b"one\ntwo\n"


def test_two_branches_that_were_merged_leave_two_digests_of_a_page(tmp_path: Path) -> None:
    publish(tmp_path, {"a.md": "one"}, REGISTER, "corpus")
    ours = (tmp_path / "manifest.txt").read_text()
    publish(tmp_path, {"a.md": "two"}, REGISTER, "corpus")
    (tmp_path / "manifest.txt").write_text(ours + (tmp_path / "manifest.txt").read_text())
    for content in ("one", "two"):
        (tmp_path / "a.md").write_text(content)
        assert publish(tmp_path, {"a.md": "three"}, REGISTER, "corpus", write=False).written == ()
    assert publish(tmp_path, {"a.md": "three"}, REGISTER, "corpus").diagnostics == ()
