"""Stages: what was made is not made again, and nothing that happens to the file changes a result."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annotated_corpus.stages import FILE, Stages
from tests.projects import ROOT

ITEMS = list(range(500))


class Counted:
    """A stage that counts how often it is run, and can be interrupted."""

    def __init__(self, stop: int = -1) -> None:
        self.runs = 0
        self.stop = stop

    def __call__(self, item: int) -> tuple[int, str]:
        if item == self.stop:
            raise KeyboardInterrupt
        self.runs += 1
        return item * item, "x" * (item % 7)


def squared(item: int) -> int:
    return item * item


WANTED = [Counted()(item) for item in ITEMS]


def test_only_what_has_changed_is_made_again(tmp_path: Path) -> None:
    first, again, more = Counted(), Counted(), Counted()
    assert Stages(tmp_path).map("squares", first, ITEMS, str) == WANTED
    assert Stages(tmp_path).map("squares", again, ITEMS, str) == WANTED
    assert (first.runs, again.runs) == (500, 0)
    assert Stages(tmp_path).map("squares", more, [*ITEMS[1:], 1000], str)[:-1] == WANTED[1:]
    assert more.runs == 1
    back = Counted()
    Stages(tmp_path).map("squares", back, ITEMS, str)
    assert back.runs == 1, "what a run did not use is dropped"


def test_the_results_of_another_stage_are_not_taken(tmp_path: Path) -> None:
    Stages(tmp_path).map("squares", Counted(), ITEMS, str)
    assert Stages(tmp_path).map("names", str, ITEMS, str) == [str(item) for item in ITEMS]


def test_an_interrupted_run_goes_on_where_it_was(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        Stages(tmp_path).map("squares", Counted(stop=450), ITEMS, str)
    rest = Counted()
    assert Stages(tmp_path).map("squares", rest, ITEMS, str) == WANTED
    assert rest.runs == 100


def test_what_another_run_removes_meanwhile_is_made_again(tmp_path: Path) -> None:
    Stages(tmp_path).map("squares", Counted(), ITEMS, str)

    class Removing(Counted):
        def __call__(self, item: int) -> tuple[int, str]:
            if item == 1000:
                Stages(tmp_path).map("squares", Counted(), ITEMS[250:], str)
            return super().__call__(item)

    assert Stages(tmp_path).map("squares", Removing(), [*ITEMS, 1000], str)[:-1] == WANTED


def test_few_items_are_not_kept(tmp_path: Path) -> None:
    assert Stages(tmp_path).map("squares", squared, ITEMS[:10], str) == [squared(item) for item in ITEMS[:10]]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("damaged", [b"", b"short", bytes(100), "text", None])
def test_a_damaged_result_is_made_again_once(tmp_path: Path, damaged: bytes | str | None) -> None:
    Stages(tmp_path).map("squares", Counted(), ITEMS, str)
    with sqlite3.connect(tmp_path / FILE) as store:
        store.execute("UPDATE results SET value = ? WHERE key = '7'", [damaged])
    made, again = Counted(), Counted()
    assert Stages(tmp_path).map("squares", made, ITEMS, str) == WANTED
    assert Stages(tmp_path).map("squares", again, ITEMS, str) == WANTED
    assert (made.runs, again.runs) == (1, 0)


@pytest.mark.parametrize("place", range(4096, 40_000, 6000))
def test_a_file_damaged_in_its_midst_changes_nothing(tmp_path: Path, place: int) -> None:
    Stages(tmp_path).map("squares", Counted(), ITEMS, str)
    with (tmp_path / FILE).open("r+b") as file:
        file.seek(place)
        file.write(bytes(range(255, 0, -1)) * 12)
    for _ in range(2):
        assert Stages(tmp_path).map("squares", Counted(), ITEMS, str) == WANTED


@pytest.mark.parametrize("damage", ["garbage", "other code", "no table", "in use"])
def test_a_file_that_cannot_be_used_changes_nothing(
    tmp_path: Path, damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Stages(tmp_path).map("squares", Counted(), ITEMS, str)
    path = tmp_path / FILE
    if damage == "garbage":
        path.write_bytes(b"no database " * 1000)
    else:
        with sqlite3.connect(path) as store:
            store.execute({"other code": "UPDATE code SET digest = 'x'"}.get(damage, "DROP TABLE results"))
    made = Counted()
    if damage == "in use":
        monkeypatch.setattr("annotated_corpus.stages._WAIT", 0)
        with sqlite3.connect(path) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert Stages(tmp_path).map("squares", made, ITEMS, str) == WANTED
    else:
        assert Stages(tmp_path).map("squares", made, ITEMS, str) == WANTED
    assert made.runs == len(ITEMS)


def code_of(folder: Path) -> str:
    """Return the digest that a copy of the package gives of itself."""
    command = [sys.executable, "-B", "-c", "from annotated_corpus.stages import code; print(code())"]
    return subprocess.check_output(command, env={**os.environ, "PYTHONPATH": str(folder)}, text=True)


def test_any_change_of_code_or_data_is_seen(tmp_path: Path) -> None:
    package = tmp_path / "annotated_corpus"
    shutil.copytree(ROOT / "_ext/annotated_corpus", package, ignore=shutil.ignore_patterns("__pycache__"))
    digests = [code_of(tmp_path)]
    for name in ("model.py", "claims/scoring/weights.json", "entities/data/weights.tsv", "language/en/thesaurus.txt"):
        package.joinpath(name).write_bytes(package.joinpath(name).read_bytes() + b"\n")
        digests.append(code_of(tmp_path))
    for name in ("language/xx/deep/er/words", "language/xx/deep/er/table.csv", "rooms/weights.npz", "rooms/empty.dat"):
        package.joinpath(name).parent.mkdir(parents=True, exist_ok=True)
        package.joinpath(name).write_bytes(b"" if "empty" in name else b"1")
        digests.append(code_of(tmp_path))
    package.joinpath("rooms/weights.npz").rename(package / "rooms/weights.bin")
    digests.append(code_of(tmp_path))
    assert len({*digests}) == len(digests)
    for name in ("rooms/__pycache__/cutting.cpython-311.pyc", ".cutting.py.swp"):
        package.joinpath(name).parent.mkdir(exist_ok=True)
        package.joinpath(name).write_bytes(b"1")
        assert code_of(tmp_path) == digests[-1]


def test_an_interruption_is_quiet_in_every_process(tmp_path: Path) -> None:
    code = (
        "import os, signal, sys, time; from annotated_corpus.stages import Stages\n"
        # A script runs what is in its background with SIGINT ignored, and Python leaves it so.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def slow(item):\n"
        "    print('.', flush=True)\n"
        "    while item and not os.path.exists(sys.argv[1]): time.sleep(0.01)\n"
        "try: Stages(workers=4).map('slow', slow, [0] * 300 + [1], str)\n"
        "except KeyboardInterrupt: print('stopped')"
    )
    go_on = tmp_path / "go on"
    run = subprocess.Popen(
        [sys.executable, "-c", code, str(go_on)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert run.stdout
    for _ in range(301):
        run.stdout.readline()
    os.killpg(run.pid, signal.SIGINT)
    go_on.touch()
    said, errors = run.communicate(timeout=120)
    assert (said.split("\n")[-2], errors) == ("stopped", "")


def test_several_processes_give_the_same(tmp_path: Path) -> None:
    wanted = [squared(item) for item in ITEMS]
    assert Stages(workers=2).map("squares", squared, ITEMS, str) == wanted
    assert Stages(tmp_path, workers=2).map("squares", squared, ITEMS, str) == wanted
