"""Lines become paragraphs: rejoined where they were wrapped, left alone where they were not."""

import textwrap

import pytest

from annotated_corpus.text import read
from tests.articles import seed

STORY = [
    "The harbour reopened on Thursday after a storm that had kept every boat in port for nine days and nights.",
    "Captains said that they would sail at dawn, if the wind held, and that the fish would be sold by Friday noon.",
    "The ice house is full. Nobody remembers a longer wait, though old men in the bar claim to, and are not believed.",
]


def blocks(text: str) -> list[str]:
    return [block.text for block in read([seed(text)])[0][0].blocks]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("between", [1, 2, 3])
def test_one_paragraph_a_line(newline: str, between: int) -> None:
    assert blocks((newline * between).join(STORY) + newline) == STORY


@pytest.mark.parametrize("width", [60, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_hard_wrapped_paragraphs_are_rejoined(width: int, newline: str) -> None:
    wrapped = (newline * 2).join(newline.join(textwrap.wrap(each, width)) for each in STORY)
    assert [" ".join(each.split()) for each in blocks(wrapped)] == STORY


def test_trailing_spaces_do_not_hide_a_paragraph_break() -> None:
    assert blocks("  \n \t\n".join(f"{each}   " for each in STORY)) == STORY


def test_short_lines_are_not_joined() -> None:
    credits = ["Reporting by Ada Example in Oslo", "Writing by Bo Example", "Editing by Cy Example and Di Example"]
    assert blocks("\n\n".join([*STORY, "\n".join(credits)])) == [*STORY, *credits]


def test_an_indented_line_opens_a_paragraph() -> None:
    lines = textwrap.wrap(STORY[0], 60)
    full = [line.ljust(60, "n") for line in lines]  # even the last line of each paragraph reaches the margin
    wrapped = "\n".join("   " + "\n".join(full) for _ in range(3))
    assert len(blocks(wrapped)) == 3


def test_a_bullet_goes_on_below_its_text() -> None:
    wrapped = "\n\n".join(
        "\n".join(textwrap.wrap(each, 60, initial_indent="* ", subsequent_indent="  ")) for each in STORY
    )
    assert [" ".join(each.split()) for each in blocks(wrapped)] == [f"* {each}" for each in STORY]


def test_an_address_longer_than_the_margin_does_not_undo_the_joining() -> None:
    address = f"https://example.org/{'a' * 120}"
    wrapped = "\n\n".join(["\n".join(textwrap.wrap(each, 70)) for each in STORY] + [address])
    assert [" ".join(each.split()) for each in blocks(wrapped)] == [*STORY, address]


def test_two_paragraphs_of_like_length_are_not_one() -> None:
    two = [STORY[0][:98] + ".", STORY[1][:99] + "."]
    assert blocks("\n".join(two)) == two
