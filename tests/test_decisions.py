"""The file of decisions is read whole, and what is wrong with it is told with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotated_corpus.decisions import load
from annotated_corpus.diagnostics import CorpusError


def test_decisions_stand_in_the_order_of_the_file_with_their_lines(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(
        '\ufeff# A remark\n[[match]]\na = "x"\n\n[[block]]\nkind = "title"\n[[ match ]]\na = "y"\n', "utf-8"
    )
    decided = load(path, "seeds/decisions.toml")
    assert [(each.table, each.line) for each in decided.entries] == [("match", 2), ("block", 5), ("match", 7)]
    assert [each.values["a"] for each in decided.of("match")] == ["x", "y"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n[[match", "d.toml:2: not valid TOML"),
        ("[match]\na = 1", r"d.toml:1: write \[\[match\]\]"),
        ("[[match]]\na = = 1", "d.toml:2: not valid TOML"),
        ("# x\n[[people]]", r"d.toml:2: unknown table people; known are: \[\[block\]\]"),
        ("match = 3", r"d.toml:1: write \[\[match\]\]"),
    ],
)
def test_a_wrong_file_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "decisions.toml").write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=told):
        load(tmp_path / "decisions.toml", "d.toml")


def test_a_message_points_at_the_line_of_the_key(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text('[[match]]\na = "x"\n\n[[block]]\n  "kind" = 3\n\n[[match]]\nb = 1\nab = 2\na = 7\n', "utf-8")
    first, block, last = load(path, "d.toml").entries
    assert [first.diagnostic("", "a").line, first.diagnostic("", "b").line] == [2, 1]
    assert block.diagnostic("", "kind").line == 5
    assert [last.diagnostic("", key).line for key in ("a", "b", "", "c")] == [10, 8, 7, 7]


def test_a_folder_for_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "decisions.toml").mkdir()
    with pytest.raises(CorpusError, match=r"d.toml: cannot be read: Is a directory"):
        load(tmp_path / "decisions.toml", "d.toml")


def test_no_file_is_no_decisions(tmp_path: Path) -> None:
    assert load(tmp_path / "decisions.toml").entries == ()
