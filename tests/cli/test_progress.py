"""Progress is shown where somebody looks, and nowhere else."""

from __future__ import annotations

import io

from annotated_corpus.cli.analyze import Meter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_one_line_that_is_cleared_in_the_end() -> None:
    stream = Terminal()
    meter = Meter(stream)
    for done in (0, 1, 1, 2):
        meter("indexing articles", done, 2)
    shown = stream.getvalue().split("\r")
    assert [line.strip() for line in shown] == ["", "indexing articles: 0%", "indexing articles: 50%", "", ""]
    assert len(shown[3]) == len("indexing articles: 50%")


def test_a_file_or_pipe_gets_nothing() -> None:
    stream = io.StringIO()
    Meter(stream)("indexing articles", 1, 2)
    assert stream.getvalue() == ""
