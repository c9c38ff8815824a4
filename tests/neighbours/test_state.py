"""What an engine keeps from run to run: equal to a run from scratch, and never lost."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.neighbours import Pair, plan
from annotated_corpus.neighbours.duck import STATE, Duck
from annotated_corpus.neighbours.engine import BATCH
from annotated_corpus.progress import silent

from .support import Corpus, article, corpus, marks, near

TABLES = ("posting", "pair", "near", "article")


def kept(folder: Path, made: Corpus) -> list[Pair]:
    return Duck(folder, "1GB").near(marks(made), made.__getitem__, silent)


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    with duckdb.connect(folder / STATE) as connection:
        return {table: sorted(connection.execute(f"FROM {table}").fetchall()) for table in TABLES}


def changed(made: Corpus, dice: random.Random) -> Corpus:
    """Return the corpus with a few articles added, changed and removed."""
    new = dict(made)
    for _ in range(dice.randint(0, 3)):
        new.pop(dice.choice([*sorted(new), ""]), None)
    for name in dice.sample(sorted(new), min(dice.randint(0, 3), len(new))):
        new[name] = article(dice, dice.randrange(30), len(new))
    for _ in range(dice.randint(0, 6)):
        new[f"b{dice.randrange(10_000):05}"] = article(dice, dice.randrange(30), len(new))
    return new


@pytest.mark.parametrize("history", [n if n < 5 else pytest.param(n, marks=pytest.mark.slow) for n in range(50)])
def test_changes_give_what_a_run_from_scratch_gives(
    history: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "_FULL", 10)  # so that the cut is 16, 8 and 4 below, from and above 64 and 128 articles
    monkeypatch.setattr(plan, "_FEWEST", 4)
    dice = random.Random(history)
    made = corpus(dice.choice((0, 30, 62, 64, 66, 127, 130)), history)
    for _ in range(3):
        kept(tmp_path / "grown", made)
        made = changed(made, dice)
    assert kept(tmp_path / "grown", made) == kept(tmp_path / "fresh", made) == near(made)
    assert rows(tmp_path / "grown") == rows(tmp_path / "fresh")


def test_only_new_articles_are_asked_for_their_features(tmp_path: Path) -> None:
    made = corpus(100)
    kept(tmp_path, made)
    grown = {**made, "new": article(random.Random(9), 3, 100)}
    asked: list[str] = []

    def features(name: str) -> tuple[int, ...]:
        asked.append(name)
        return grown[name]

    found = Duck(tmp_path, "1GB").near(marks(grown), features, silent)
    assert asked == ["new"]
    assert found == near(grown) != near(made)


def test_a_folder_that_another_run_uses_is_told_in_one_line(tmp_path: Path) -> None:
    kept(tmp_path, corpus(30))
    code = f"import duckdb; _ = duckdb.connect({str(tmp_path / STATE)!r}); print(flush=True); input()"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin and other.stdout
        other.stdout.readline()
        with pytest.raises(CorpusError, match="another run is using this folder; wait until it has ended") as caught:
            kept(tmp_path, corpus(31))
        other.communicate("\n")
    assert "lock" not in str(caught.value)


def test_an_interrupted_run_loses_at_most_a_batch(tmp_path: Path) -> None:
    made = corpus(3 * BATCH)
    names = sorted(made)
    asked: list[str] = []

    def interrupted(name: str) -> tuple[int, ...]:
        if name == names[2 * BATCH + 10] and name not in asked:
            asked.append(name)
            raise KeyboardInterrupt
        asked.append(name)
        return made[name]

    with pytest.raises(KeyboardInterrupt):
        Duck(tmp_path, "1GB").near(marks(made), interrupted, silent)
    asked[:] = [names[2 * BATCH + 10]]
    found = Duck(tmp_path, "1GB").near(marks(made), interrupted, silent)
    assert asked[1:] == names[2 * BATCH :]
    assert found == near(made)


@pytest.mark.parametrize("at", range(1, 7))
def test_an_interrupted_plan_goes_on_with_its_next_step(tmp_path: Path, at: int) -> None:
    before = corpus(100)
    kept(tmp_path / "state", before)
    made = {**before, **{f"b{n}": article(random.Random(n), n, 100) for n in range(20)}}

    def stop(what: str, done: int, _whole: int) -> None:
        if what == "finding candidates" and done == at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Duck(tmp_path / "state", "1GB").near(marks(made), made.__getitem__, stop)
    assert kept(tmp_path / "state", made) == near(made)
    kept(tmp_path / "fresh", made)
    assert rows(tmp_path / "state") == rows(tmp_path / "fresh")


def test_articles_that_change_while_a_run_is_interrupted(tmp_path: Path) -> None:
    made = corpus(100)

    def stop(what: str, done: int, _whole: int) -> None:
        if what == "finding candidates" and done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Duck(tmp_path / "state", "1GB").near(marks(made), made.__getitem__, stop)
    later = changed(changed(made, random.Random(3)), random.Random(4))
    assert kept(tmp_path / "state", later) == near(later)
    kept(tmp_path / "fresh", later)
    assert rows(tmp_path / "state") == rows(tmp_path / "fresh")


@pytest.mark.parametrize("content", [b"", b"no database", bytes(100_000)])
def test_a_damaged_state_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / STATE).write_bytes(content)
    made = corpus(80)
    assert kept(tmp_path, made) == near(made)


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8])
def test_a_state_damaged_in_its_midst_is_made_anew(tmp_path: Path, share: float) -> None:
    made = corpus(400)
    kept(tmp_path, made)
    path = tmp_path / STATE
    with path.open("r+b") as file:
        file.seek(int(path.stat().st_size * share))
        file.write(random.Random(5).randbytes(3000))  # repeatable, not secret
    later = changed(made, random.Random(6))
    assert kept(tmp_path, later) == near(later)


def test_a_full_disk_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise duckdb.TransactionException("TransactionContext Error: Failed to commit: No space left on device")

    monkeypatch.setattr("annotated_corpus.neighbours.duck._Run._stage", fail)
    with pytest.raises(CorpusError, match=r"the index cannot be kept \(.*No space left on device\)"):
        kept(tmp_path, corpus(80))


def test_a_state_of_another_version_is_made_anew(tmp_path: Path) -> None:
    made = corpus(80)
    kept(tmp_path, made)
    with duckdb.connect(tmp_path / STATE) as connection:
        connection.execute("UPDATE state SET version = 'older'")
        connection.execute("DELETE FROM near")
    assert kept(tmp_path, made) == near(made)


def test_too_little_memory_is_one_message() -> None:
    made = corpus(3000)
    with pytest.raises(CorpusError, match=r"^1MB of memory is too little"):
        near(made, "1MB")


def test_a_folder_that_cannot_be_made_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CorpusError, match="file"):
        kept(tmp_path / "file" / "state", corpus(4))
