"""What the build asks an editor, and the answers that it takes."""

import pytest

from annotated_corpus.anchors import Undecided
from annotated_corpus.anchors.questions import Question
from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import CorpusError
from tests.anchors.helpers import PARAGRAPHS, attached, words

ONE, TWO, THREE, *_ = PARAGRAPHS
HEADING = "5. Support, Questions, and Complaints for the Island"
TWICE = "5. Support, Questions, and Complaints of the Island"
CONTENTS = "6. Changes of the present terms, and how they are announced"
BEFORE = attached(ONE, HEADING, TWO, THREE)


def decisions(*several: dict[str, object]) -> Decisions:
    return Decisions(tuple(Decision("anchor", each, "seeds/decisions.toml", 7) for each in several))


def asked(*lines: str, before=BEFORE) -> tuple[Question, ...]:  # type: ignore[no-untyped-def]
    with pytest.raises(Undecided) as stopped:
        attached(*lines, after=before)
    assert len(stopped.value.diagnostics) == 1
    return stopped.value.questions


def test_words_that_stand_twice_are_told_by_what_stands_before_them() -> None:
    lines = (ONE, TWICE, CONTENTS, TWICE, TWO, THREE)
    (question,) = asked(*lines)
    assert question.anchor == "ferry-p2"
    for at, place in enumerate(question.places):
        after = attached(*lines, after=BEFORE, decisions=decisions({"anchor": question.anchor, **dict(place.keys)}))
        assert after.articles[0].blocks[(2, 4)[at]].id == "ferry-p2"
        by_line = decisions({"anchor": question.anchor, "starts": TWICE, "line": place.line})
        assert words(attached(*lines, after=BEFORE, decisions=by_line)) == words(after)


def test_words_that_stand_twice_are_not_enough_and_the_message_says_what_is() -> None:
    with pytest.raises(CorpusError, match=r"lines 5, 9.*add line = 5"):
        attached(
            ONE, TWICE, TWO, TWICE, THREE, after=BEFORE, decisions=decisions({"anchor": "ferry-p2", "starts": TWICE})
        )


def test_a_message_shows_the_words_that_differ() -> None:
    told = "The office of the harbour of the town of Orrby said in the evening of the day that the {} had {} the quay."
    before = attached(ONE, told.format("crane", "damaged"), THREE)
    with pytest.raises(Undecided) as stopped:
        attached(ONE, told.format("crane", "reached"), told.format("winch", "damaged"), THREE, after=before)
    (said,) = stopped.value.diagnostics
    for words_ in ("crane had damaged", "crane had reached", "winch had damaged"):
        assert words_ in said.message


def test_a_decision_says_that_a_paragraph_was_merged() -> None:
    joined = "All in all, the ship sailed, and the captain had never seen such waves, as she said in the harbour."
    told = decisions(
        {"anchor": "ferry-p1", "starts": joined[:20], "merged": True},
        {"anchor": "ferry-p3", "starts": joined[:20], "merged": True},
    )
    after = attached(joined, THREE, after=BEFORE, decisions=told)
    block = after.articles[0].blocks[1]
    assert {"ferry-p1", "ferry-p3"} <= set(block.aliases)
    again = attached(joined, THREE, after=after, decisions=told)
    assert (again.articles, again.changes, again.diagnostics) == (after.articles, (), ())


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"gone": True, "merged": True}, "merged = true stands beside starts"),
        ({"gone": True, "line": 5}, "neither line nor after"),
        ({"starts": "5.", "line": "5"}, "the number of a line"),
        ({"starts": "5.", "merged": "yes"}, "merged = true"),
    ],
)
def test_a_decision_without_sense_is_refused(values: dict[str, object], told: str) -> None:
    with pytest.raises(CorpusError, match=told):
        attached(*PARAGRAPHS, after=BEFORE, decisions=decisions({"anchor": "ferry-p2", **values}))
