"""Files are written whole or not at all, by one run at a time, and never through a link."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from annotated_corpus import files
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.files import only_writer, replace

HOLD = """
import sys
from pathlib import Path
from annotated_corpus.files import only_writer
with only_writer(Path(sys.argv[1]), "corpus"):
    print("locked", flush=True)
    sys.stdin.readline()
"""


def holder(folder: Path) -> subprocess.Popen[str]:
    """Return a process that holds the lock on a folder until it is told to go on."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "locked\n"
    return process


def test_a_link_in_the_place_of_a_file_is_replaced_and_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("precious")
    for name in ("file", ".file.tmp"):
        (tmp_path / name).symlink_to(victim)
    replace(tmp_path / "file", b"new")
    assert victim.read_text() == "precious"
    assert (tmp_path / "file").read_bytes() == b"new"
    assert not (tmp_path / "file").is_symlink()


def test_permissions_stay_and_a_new_file_has_those_of_any_other(tmp_path: Path) -> None:
    for name in ("plain", "new", "old"):
        (tmp_path / name).write_bytes(b"") if name != "new" else None
    (tmp_path / "old").chmod(0o640)
    replace(tmp_path / "new", b"x")
    replace(tmp_path / "old", b"x")
    modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert (modes["new"], modes["old"]) == (modes["plain"], 0o640)


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        replace(tmp_path / "file", b"new")
    assert caught.value.filename == str(tmp_path / "file")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("file", "old")]


def test_one_run_writes_a_folder_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "corpus"
    other = holder(folder)
    monkeypatch.setattr(files, "PATIENCE", 0)
    said: list[str] = []
    with (
        pytest.raises(CorpusError, match="corpus: another run still writes here"),
        only_writer(folder, "corpus", said.append),
    ):
        pytest.fail("two writers")
    assert said == ["corpus: another run writes here; waiting for it to end"]
    other.communicate("go on\n")
    with only_writer(folder, "corpus"):
        pass


def test_the_lock_of_a_run_that_was_killed_is_gone_and_so_are_its_temporary_files(tmp_path: Path) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    other = holder(folder)
    other.send_signal(signal.SIGKILL)
    other.communicate()
    for name in (".annotated-corpus-x1.tmp", ".manifest.txt.tmp", ".mine.tmp"):
        (folder / name).write_text("half")
    with only_writer(folder, "corpus"):
        assert [path.name for path in folder.iterdir()] == [".mine.tmp"]
