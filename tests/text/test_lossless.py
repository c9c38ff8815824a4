"""Nothing of a seed is lost, whatever it holds."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annotated_corpus.text import read, split_sentences
from tests.articles import seed
from tests.properties import any_text

pytestmark = pytest.mark.properties

PIECES = (
    *("Read more", "Also read: ", "By Ada Example", "said.", "U.S. ", "Dec. ", "AP", "Photo: A/AFP", "UkraineBlinken"),
    *("STOCKHOLM, Dec 2 (Reuters) – ", "1993", ".", "?", "!", ":", "/", "“", "”", "…"),
    *("\u00a0", "\u200b", "\ufeff", "\u202e", "\r", "\n", "\r\n", "\n\n", "\u2028", "\x85", "\x0c", "\t", "  "),
    *("```", "(x)=", "{ref}`a`", "<b>", "</script>", "# ", "* ", "- ", "| a | b |", "$$", "%", "\\", "\x00", "\x1b[0m"),
    *("😀", "👩‍👩‍👧", "עברית", "العربية؟", "中文。", "हिन्दी।", "é", "e\u0301"),
)
hostile = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=30).map("\n".join),
)


def check(text: str) -> None:
    reading = read([seed(text)])[0][0]
    end = 0
    covered = set()
    for block in reading.blocks:
        assert end <= block.start < block.end <= len(text)
        end = block.end
        assert len(block.text) == block.end - block.start
        assert block.text.strip() == block.text
        assert len(block.text.splitlines()) == 1
        for ours, theirs in zip(block.text, text[block.start : block.end], strict=True):
            assert ours == theirs or (ours == " " and theirs.isspace())
        covered.update(range(block.start, block.end))
        said = {at for span in (*block.sentences, *block.furniture) for at in range(span.start, span.end)}
        assert sum(span.end - span.start for span in (*block.sentences, *block.furniture)) == len(said)
        missing = [at for at in range(block.start, block.end) if at not in said and not text[at].isspace()]
        assert not missing
        assert all(block.start <= span.start < span.end <= block.end for span in (*block.sentences, *block.furniture))
    assert all(char.isspace() for at, char in enumerate(text) if at not in covered)
    assert "".join(text.split()) == "".join("".join(block.text.split()) for block in reading.blocks)


@any_text
@given(hostile)
@example("a\r\nb\r\n\r\nc")
@example("\u200b")
@example("said.Then “x” \u2029 y")
def test_blocks_reproduce_the_seed(text: str) -> None:
    check(text)


@any_text
@given(hostile)
def test_sentences_cover_the_text(text: str) -> None:
    spans = split_sentences(text)
    said = {at for span in spans for at in range(span.start, span.end)}
    assert len(said) == sum(span.end - span.start for span in spans)
    assert all(char.isspace() for at, char in enumerate(text) if at not in said)
    assert list(spans) == sorted(spans)


def test_a_line_of_a_megabyte_and_a_seed_of_five() -> None:
    rng = random.Random(1)  # repeatable
    line = " ".join(rng.choice(("word", "Dr.", "said.", "“No.”", "read more")) for _ in range(180_000))
    reading = read([seed(line)])[0][0]
    assert [block.text for block in reading.blocks] == [line]
    paragraphs = [line[at : at + 4_000].strip() for at in range(0, len(line), 4_000)] * 5
    reading = read([seed("\n\n".join(paragraphs))])[0][0]
    assert [block.text for block in reading.blocks] == paragraphs


def test_thousands_of_lines_of_one_character() -> None:
    reading = read([seed("x\n" * 5_000)])[0][0]
    assert [block.text for block in reading.blocks] == ["x"] * 5_000
