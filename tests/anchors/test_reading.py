"""Verification compares as a reader would: no word is cut out of a longer one, and typography does not matter."""

import pytest

from annotated_corpus.anchors import Standing, checksum, read_citations, verify
from tests.anchors.helpers import PARAGRAPHS, attached

ONE, TWO, THREE, *_ = PARAGRAPHS
TEXT = (
    "The non-violent protest — the first since May — ended when the ex-president of the port was arrested at 23:40 in "
    "-5 degrees, with 10-15 people. A ticket is €12.50 or 9 $, 30% more. We did not promise the office of finance a "
    "ferry, the twenty-year-old anti-war campaigner said."
)
HELD = attached(ONE, TEXT, THREE)


def stands(words: str) -> bool:
    return verify(words, None, "ferry-p2", HELD.articles, HELD.register).good


@pytest.mark.parametrize(
    "words",
    [
        "violent protest — the first",
        "president of the port",
        "5 degrees",
        "15 people",
        "arrested at 23",
        "12.50",
        "We did [] promise",
        "war campaigner",
        "year-old anti-war",
        "with 10",
        "40 in -5 degrees",
        "or 9",
        "30",
        "old anti-war campaigner",
        "the twenty",
        "the ex",
        "We did [ ] promise",
    ],
)
def test_what_was_cut_out_of_a_word_or_a_figure_does_not_stand(words: str) -> None:
    assert not stands(words)


@pytest.mark.parametrize(
    "words",
    [
        "non-violent protest—the first since May—ended",
        "non-violent protest -- the first since May -- ended",
        "protest – the first since May – ended",
        "protest---the first",
        "the of-\nfice of finance",
        "anti-\nwar campaigner",
        "the of\u00adfice of fi\u00adnance",
        "the\u200b office",
        "the oﬃce of ﬁnance",
        "> We did not promise\n> the office of finance",
        ">> We did not promise\n>> the office",
        "We did **not** promise",
        "We did *not* promise",
        "We did __not__ promise",
        "We did `not` promise",
        "**We did not promise**",
        "10–15 people",
        "−5 degrees",
        "€12.50 or 9 $, 30% more",
        "23:40",
        "We did … promise",
        "the twenty‑year‑old",
    ],
)
def test_typography_and_the_marks_of_mail_and_markdown_do_not_matter(words: str) -> None:
    assert stands(words)


def test_an_ellipsis_is_said() -> None:
    said = verify("We did … promise", None, "ferry-p2", HELD.articles, HELD.register)
    assert said.message == "the words quoted, with words left out where the ellipsis is, stand at ferry-p2"
    plain = verify("… We did not promise …", None, "ferry-p2", HELD.articles, HELD.register)
    assert plain.message == "the words quoted stand at ferry-p2"


@pytest.mark.parametrize(
    ("link", "standing"),
    [
        ("https://e.org/corpus/a.html#ferry-p2:~:text=We%20did%20not%20promise", Standing.STANDS),
        ("https://e.org/corpus/a.html#ferry-p2:~:text=We%20did%20promise", Standing.MISQUOTED),
        ("https://e.org/corpus/a.html#ferry-p2:~:text=We%20did,finance", Standing.STANDS),
        ("https://e.org/corpus/a.html#ferry-p2:~:text=more.-,We%20did%20not,-promise", Standing.STANDS),
        ("https://e.org/corpus/a.html#ferry-p2:~:text=non%2Dviolent%20protest", Standing.STANDS),
        ("https://e.org/corpus/a.html#ferry-p2:~:text=violent%20protest", Standing.MISQUOTED),
        ("#ferry-p2:~:text=We%20did%20not&text=a%20ferry%2C%20the", Standing.STANDS),
    ],
)
def test_a_text_fragment_is_a_quotation(link: str, standing: Standing) -> None:
    (found,) = read_citations(link, HELD.register, HELD.articles)
    assert found.anchor == "ferry-p2"
    assert verify(found.quoted, found.checksum, found.anchor, HELD.articles, HELD.register).standing is standing


def test_a_quotation_and_the_fragment_of_its_link_are_both_verified() -> None:
    text = "“We did not promise” (https://e.org/a.html#ferry-p2:~:text=We%20did%20promise)"
    found = read_citations(text, HELD.register, HELD.articles)
    assert [each.quoted for each in found] == ["We did not promise", "We did promise"]


@pytest.mark.parametrize("now", [f"{TWO} The sea was calm on Friday.", f"In the evening: {TWO}"])
def test_a_paragraph_with_text_added_stands(now: str) -> None:
    after = attached(ONE, now, THREE, after=attached(ONE, TWO, THREE))
    said = verify(None, checksum(TWO), "ferry-p2", after.articles, after.register)
    assert (said.standing, said.anchor) == (Standing.STANDS, "ferry-p2")
    assert "with text added" in said.message
    changed = attached(ONE, f"{TWO.replace('thirty', 'forty')} Yes.", THREE, after=after)
    assert not verify(None, checksum(TWO), "ferry-p2", changed.articles, changed.register).good
