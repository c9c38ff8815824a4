"""An anchor never passes to another statement that is worded alike."""

import pytest

from annotated_corpus.anchors.particulars import Particulars
from tests.anchors.helpers import PARAGRAPHS, attached, changes, words

FIRST, *REST = PARAGRAPHS
ANSK = "In the district of Ansk, 12 people were killed and 30 houses were destroyed, officials said."
BROD = "In the district of Brod, 17 people were killed and 45 houses were destroyed, officials said."
BEFORE = attached(FIRST, ANSK, *REST)


def test_a_deleted_paragraph_is_not_the_one_of_like_wording_elsewhere() -> None:
    after = attached(FIRST, *REST, BROD, after=BEFORE)
    assert changes(after) == ["ferry-p2 deleted", "ferry-p7 inserted"]


@pytest.mark.parametrize("other", [BROD, f"{BROD} The roads were closed.", BROD.replace("17", "seventeen")])
def test_nor_the_one_that_took_its_place(other: str) -> None:
    after = attached(FIRST, other, *REST, after=BEFORE)
    assert changes(after) == ["ferry-p2 deleted", "ferry-p2a inserted"]


def test_nor_one_that_comes_when_it_has_gone_for_long() -> None:
    after = attached(*PARAGRAPHS, BROD, after=attached(*PARAGRAPHS, after=BEFORE))
    assert changes(after) == ["ferry-p7 inserted"]


def test_nor_is_it_merged_into_a_longer_one_nor_cut_from_it() -> None:
    more = " More than a thousand others had to spend the night in schools and in the halls of the parish church."
    one, two = f"{ANSK}{more}", f"{BROD}{more} {' '.join(REST[2:])}"
    merged = attached(FIRST, two, *REST[:2], after=attached(FIRST, one, *REST[:2]))
    assert "ferry-p2" not in words(merged)
    cut = attached(FIRST, one, *REST[:2], after=attached(FIRST, two, *REST[:2]))
    assert "ferry-p2" not in words(cut)


@pytest.mark.parametrize(
    "corrected",
    [
        ANSK.replace("12", "13").replace("30", "31"),
        ANSK.replace("Ansk", "Brod"),
        ANSK.replace("12", "13").replace("Ansk", "Annsk"),
        ANSK.replace("12", "twelve").replace("In the", "Within the"),
        f"{ANSK} That was on Monday, 2 May.",
    ],
)
def test_a_correction_in_place_keeps_the_number(corrected: str) -> None:
    assert changes(attached(FIRST, corrected, *REST, after=BEFORE)) == ["ferry-p2 retyped"]


def test_a_moved_paragraph_keeps_its_number_if_nothing_of_matter_differs() -> None:
    reworded = f"{ANSK} The roads were closed."
    assert changes(attached(*PARAGRAPHS, reworded, after=BEFORE)) == ["ferry-p2 retyped", "ferry-p2 moved"]
    for other in (ANSK.replace("12", "13"), ANSK.replace("were killed", "lost their lives")):
        assert changes(attached(*PARAGRAPHS, other, after=BEFORE)) == ["ferry-p2 deleted", "ferry-p7 inserted"]


def test_a_word_that_opens_a_sentence_is_a_name_if_the_article_never_has_it_in_small_letters() -> None:
    told = Particulars((("The police said so.",), ("Police said 12. Ansk agreed.", "Officers said 17.")))
    assert told.replaced("Ansk lost 12 men.", "Brod lost 17 men.")
    assert not told.replaced("Police counted 12 men.", "The police counted 17 men.")
    assert told.same("Police counted 1,200 men.", "The police counted 1200 men.")


@pytest.mark.parametrize(("share", "replaced"), [(5, False), (1, True)])
def test_a_line_of_a_thousand_names_is_another_statement_if_most_were_replaced(share: int, replaced: bool) -> None:
    one = [f"N{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}" for at in range(1_000)]
    two = [name[::-1].title() + "ov" if at % share == 0 else name for at, name in enumerate(one)]
    told = Particulars(())
    assert told.replaced(f"of 12 {' '.join(one)}", f"of 17 {' '.join(two)}") is replaced
