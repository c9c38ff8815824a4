"""The cue that needs several articles: repeated lines are furniture, shared reports are not."""

from annotated_corpus.model import BlockKind, Reading
from annotated_corpus.text import read
from tests.articles import seed

BODIES = (
    ("The ferry to the islands sailed again on Thursday after nine days in port.", "Nobody on the quay had slept."),
    ("A court in the capital cleared the former mayor of all charges on Monday.", "Her party plans a march."),
    ("Snow closed the pass for the fourth time this winter, the road office said.", "Two lorries were freed."),
    ("The central bank left its main rate unchanged at a quarter of a percent.", "Economists had been split."),
)
LINE = "Harbour Gazette weekend edition on your doorstep"


def readings(*texts: str) -> tuple[Reading, ...]:
    return read([seed(text, f"{number}.txt") for number, text in enumerate(texts)])[0]


def folded(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if block.kind is BlockKind.FURNITURE]


def test_a_line_that_unrelated_articles_repeat_is_folded_with_its_reason() -> None:
    made = readings(*("\n\n".join((one, LINE, two)) for one, two in BODIES[:3]))
    assert [folded(reading) for reading in made] == [[LINE]] * 3
    assert "repeated" in made[0].blocks[1].reason


def test_two_articles_are_not_enough() -> None:
    made = readings(*("\n\n".join((one, LINE, two)) for one, two in BODIES[:2]))
    assert [folded(reading) for reading in made] == [[], []]


def test_copies_of_one_report_keep_their_body() -> None:
    one, two = BODIES[0]
    report = "\n\n".join((one, LINE, two))
    made = readings(*(f"{report}\n\nPrinted in town number {number}." for number in range(6)))
    assert not any(folded(reading) for reading in made)


def test_a_repeated_sentence_stays_in_the_body() -> None:
    made = readings(*("\n\n".join((one, "Reuters could not verify the report.", two)) for one, two in BODIES))
    assert not any(folded(reading) for reading in made)


def test_headings_of_sections_stay_in_the_body() -> None:
    made = readings(*("\n\n".join((one, "What we know", two)) for one, two in BODIES))
    assert not any(folded(reading) for reading in made)
