"""Sentences of news prose. A bar marks where one ends."""

import pytest

from annotated_corpus.text import split_sentences

CASES = """
He met U.S. Secretary of State Ann Lee.|He left at 5 p.m.|Police said so.
At 9 p.m. Monday they met.|At 3 p.m. EST the vote passed.
On Dec. 2 Gen. X met J. K. Rolle in St. Petersburg.|No. 5 was Apex Inc.|The firm fell 3.5 percent to $1.2 billion.
“Go now.|We will follow,” he said.|“Why?” Mr. Gray asked.|“No!” she said.
He asked, "Why now?"|She said no.|"Why now?" she said.|They wrote: “Who pays?”|Moe added that he would.
“We offered a choice.” Durbin said.|Nobody took it.
He said: “It is late.”|“We must go,” she added.
AUGUSTA, Me. — Paul went.|The end came soon.
1. The first point.|2. The second.
It ended.|Then he left.
World War I.|The war ended in 1918.
It was bad...|Nobody wept.
Wait... what?|Really?!|Yes.[1]|Next.
It fell.)|Then it rose (by 3 percent.)|But not now.
They sat.|They ate.|Out came the sun.|Noon passed.
The judge lives in Washington, D.C.|He said so.|The D.C. court agreed.
Smith Jr. came.|Dr. No. 7 stayed.
Prices rose 5 pct.|Analysts said so.
Their last one took place in Geneva in June.|It was cold.
“The best case… is that we won’t see it.”|He left.
Trading began. . . and it ended.|The rest is known.
See node.js and example.com now.|Yahoo! shares rose.
他说。|他走了！|“好。”|他说。
उसने कहा।|वह गया।
هل جاء؟|نعم.
Он пришёл.|Она ушла.
Իա եկավ։|Նա գնաց։
It closed.\u00a0|Then it opened.
He lives on Main St. in Mt. Vernon, Ill. with Sen. Dupree (D-N.M.) and Rep. Roe.
She is vice president of Apex Corp. in Calif. and of Roe & Co. in Pa. today.
"""


@pytest.mark.parametrize("case", CASES.strip().split("\n"))
def test_sentences(case: str) -> None:
    expected = [part.strip() for part in case.split("|")]
    glue = "" if any("\u4e00" <= char <= "\u9fff" for char in case) else " "
    text = glue.join(part.strip("\u00a0") for part in case.split("|"))
    assert [text[span.start : span.end] for span in split_sentences(text)] == expected


def test_a_missing_space_between_sentences() -> None:
    text = "Kyiv has denied that.Moscow did not."
    assert [text[span.start : span.end] for span in split_sentences(text)] == [
        "Kyiv has denied that.",
        "Moscow did not.",
    ]


def test_stray_marks_go_with_their_sentence() -> None:
    text = "It is going down. ... And up."
    assert [text[span.start : span.end] for span in split_sentences(text)] == ["It is going down.", "... And up."]
    assert [span.end for span in split_sentences("Going. ...")] == [10]
    assert split_sentences("  ") == ()
    assert len(split_sentences("...")) == 1
