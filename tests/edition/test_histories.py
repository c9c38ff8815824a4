"""Whatever happened to an archive, what is kept from run to run gives what a run from scratch gives."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from annotated_corpus.data.jsonl import rows
from annotated_corpus.edition import assemble
from annotated_corpus.settings import Settings
from annotated_corpus.stages import Stages
from tests.edition import large


@pytest.mark.slow
def test_fifty_histories_of_changes_give_what_fresh_runs_give(tmp_path: Path) -> None:
    large.project(tmp_path, range(70))
    seeds = tmp_path / "seeds"
    kept = tmp_path / "kept"
    dice = random.Random(7)
    for history in range(50):
        for _ in range(dice.randint(1, 3)):
            change(seeds, dice)
        found = assemble(seeds, None, Settings(), stages=Stages(kept), work=kept)
        fresh = assemble(seeds, None, Settings())
        tables, wanted = rows(found.corpus), rows(fresh.corpus)
        for name in wanted:
            assert list(tables[name]) == list(wanted[name]), (history, name)
        assert (found.corpus, found.candidates) == (fresh.corpus, fresh.candidates)


def change(seeds: Path, dice: random.Random) -> None:
    """Add, change or remove an article; there are always more than sixty."""
    paths = sorted(seeds.glob("*.txt"))
    kind = dice.choice(("add", "change", "change", "remove"))
    if kind == "add" or len(paths) <= 62:
        large.write(seeds.parent, dice.randrange(200))
        return
    path = dice.choice(paths)
    if kind == "remove":
        path.unlink()
        path.with_suffix(".toml").unlink()
        return
    words = path.read_text("utf-8").split(" ")
    words[dice.randrange(len(words))] = dice.choice(("harbour", "Lisbon", "1,204", "wheat"))
    path.write_text(" ".join(words) + "\n", "utf-8")
