"""Datelines: credits where they stand alone, the head of a sentence where they open a paragraph."""

import pytest

from annotated_corpus.model import BlockKind, RawBlock
from annotated_corpus.text import read
from tests.articles import seed

TITLE = "Port council puts off the vote on the pier"
BODY = "The port council put off its vote on the new pier on Thursday. It gave no reason."


def blocks(*lines: str) -> tuple[RawBlock, ...]:
    return read([seed("\n\n".join(lines))])[0][0].blocks


def sentences(block: RawBlock) -> list[str]:
    return [block.text[span.start - block.start : span.end - block.start] for span in block.sentences]


@pytest.mark.parametrize(
    "line",
    [
        "VISBY, Dec 2 (Reuters) –",
        "VISBY, Dec. 2, 2021 –",
        "VISBY, 2 December 2021 (AFP)",
        "VISBY/SLITE, Dec 2 (Reuters) -",
        "VISBY, 2 December. /TASS/.",
        "Visby, Sweden (AP) _",
        "VISBY —",
        "Visby, 2 December 2021",
        "VISBY, December 2",
        "Visby | 2 December 2021",
        "St. Olof, Sweden, 2 December 2021",
        "Visby, Thursday, December 2",
        "(Reuters) -",
        "(NDA) —",
    ],
)
def test_a_dateline_on_a_line_of_its_own_is_a_credit(line: str) -> None:
    for lines in ((TITLE, line, BODY), (line, BODY), (TITLE, BODY, line)):
        found = next(block for block in blocks(*lines) if block.text == line)
        assert (found.kind, found.reason) == (BlockKind.CREDIT, "a dateline on a line of its own")


@pytest.mark.parametrize(
    "line",
    [
        "2 December 2021, 14:03 GMT",
        "2021-12-02T14:03:00Z",
        "2021-12-02T14:03:00+01:00",
        "Published: Thu 2 Dec 2021 14.03 GMT",
        "Updated 3:04 PM EST, Thu December 2, 2021",
        "Published 2 December 2021, updated 3 December 2021",
        "Issued on: 02/12/2021 - 14:03",
        "2 hours ago",
    ],
)
def test_a_date_of_publication_is_a_credit(line: str) -> None:
    found = blocks(TITLE, line, BODY)[1]
    assert (found.kind, found.reason) == (BlockKind.CREDIT, "gives the date of publication")


@pytest.mark.parametrize(
    "line",
    [
        "Visby, 2 December, was where the plan had been signed.",
        "Visby – a town that knows about walls – has waited nine years.",
        "Visby, 300 people came.",
        "Updated figures show that the pier cost 3 million kronor in 2021.",
        "Reuters, 2 December 2021, printed it first.",
        "(Nobody) – or so he said.",
    ],
)
def test_on_doubt_a_line_is_no_dateline(line: str) -> None:
    assert blocks(TITLE, BODY, line, BODY)[2].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "head",
    [
        "VISBY, December 2. /TASS/. ",
        "ST. OLOF, Sweden (AP) _ ",
        "VISBY, Dec. 2 (Reuters) – ",
        "VISBY, 2 Dec. (NDA) -- ",
    ],
)
def test_a_dateline_is_the_head_of_the_first_sentence(head: str) -> None:
    first, second = BODY.split(". ")
    assert sentences(blocks(TITLE, head + BODY)[1]) == [f"{head}{first}.", second]
