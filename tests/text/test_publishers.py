"""The kinds of the blocks of invented articles in the shapes of many publishers.

``NAME.kinds`` has a line for each block of ``NAME.txt``: kind, opening words, debris inside the line.
"""

from pathlib import Path

import pytest

from annotated_corpus.model import BlockKind, Reading
from annotated_corpus.text import read
from tests.articles import seed

FOLDER = Path(__file__).parent / "publishers"
TEXTS = sorted(FOLDER.glob("*.txt"))


def reading_of(path: Path) -> Reading:
    return read([seed(path.read_bytes().decode("utf-8-sig"), path.name)])[0][0]


def test_there_are_enough_publishers() -> None:
    assert len(TEXTS) >= 30


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_kinds(path: Path) -> None:
    expected = [line.split("\t") for line in path.with_suffix(".kinds").read_text("utf-8").splitlines()]
    blocks = reading_of(path).blocks
    found = [
        [
            str(block.kind),
            block.text[:50].strip(),
            *(block.text[span.start - block.start : span.end - block.start] for span in block.furniture),
        ]
        for block in blocks
    ]
    assert found == expected


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_everything_but_paragraphs_has_a_reason(path: Path) -> None:
    for block in reading_of(path).blocks:
        assert bool(block.reason) == (block.kind is not BlockKind.PARAGRAPH), block
