"""Do the words of a citation still stand?"""

import pytest

from annotated_corpus.anchors import Standing, checksum, parse_citation, verify
from tests.anchors.helpers import PARAGRAPHS, attached

ONE, TWO, THREE, FOUR, FIVE = PARAGRAPHS
FIRST = attached(*PARAGRAPHS)
RENAMED = attached(*PARAGRAPHS, after=FIRST, slug="new")
RETYPED = attached(ONE, TWO.replace("thirty", "forty"), f"{THREE} {FOUR}", after=RENAMED, slug="new")


@pytest.mark.parametrize(
    ("anchor", "words", "sum_", "standing", "now"),
    [
        ("ferry-p1", None, checksum(ONE), Standing.STANDS, "new-p1"),
        ("new-p1", ONE[4:30], None, Standing.STANDS, "new-p1"),
        ("ferry-p1-s1", None, checksum(ONE), Standing.STANDS, "new-p1-s1"),
        ("ferry-p2", None, checksum(TWO), Standing.CHANGED, "new-p2"),
        ("ferry-p2", "Captain  Ida\nLund", checksum(TWO), Standing.STANDS, "new-p2"),
        ("ferry-p2", "thirty years", None, Standing.CHANGED, "new-p2"),
        ("ferry-p2", None, checksum("never"), Standing.CHANGED, "new-p2"),
        ("ferry-p4", None, checksum(FOUR), Standing.STANDS, "new-p3"),
        ("ferry-p4", "other words", None, Standing.MERGED, "new-p3"),
        ("ferry-p5", None, checksum(FIVE), Standing.GONE, "new-p5"),
        ("ferry-p9", None, None, Standing.UNKNOWN, "ferry-p9"),
        ("ferry-p1-s4", None, None, Standing.UNKNOWN, "ferry-p1-s4"),
        ("person-x", None, None, Standing.UNKNOWN, "person-x"),
    ],
)
def test_verdicts(anchor: str, words: str | None, sum_: str | None, standing: Standing, now: str) -> None:
    verdict = verify(words, sum_, anchor, RETYPED.articles, RETYPED.register)
    assert (verdict.standing, verdict.anchor) == (standing, now)
    assert verdict.good is (standing is Standing.STANDS)
    assert verdict.message


def test_white_space_is_not_a_change_of_words() -> None:
    before = attached(ONE, TWO.replace(" ", "  ", 3), THREE)
    after = attached(ONE, TWO, THREE, after=before)
    old = before.articles[0].blocks[2].text
    assert verify(None, checksum(old), "ferry-p2", after.articles, after.register).standing is Standing.STANDS


def test_typography_is_not_a_change_of_words() -> None:
    curly = "“We’ll sail – at last…” the captain said when the wind had dropped and the sea lay still."
    plain = '"We\'ll sail - at last..." the captain said when the wind had dropped and the sea lay still.'
    after = attached(ONE, plain, THREE, after=attached(ONE, curly, THREE))
    assert verify(None, checksum(curly), "ferry-p2", after.articles, after.register).good
    assert verify("“We’ll sail", None, "ferry-p2", after.articles, after.register).good


def test_last_words_are_given() -> None:
    assert FIVE in verify(None, None, "ferry-p5", RETYPED.articles, RETYPED.register).message
    assert TWO in verify(None, checksum(TWO), "ferry-p2", RETYPED.articles, RETYPED.register).message


@pytest.mark.parametrize(
    "citation",
    [
        "https://example.org/corpus/a.html#seed-000-8bc2-p7a-s2 sha256:0123456789ab",
        "@misc{x, url = {https://example.org/a\\_b.html\\#seed-000-8bc2-p7a-s2}, note = {sha256:0123456789ab}}",
        "@misc{x, url = {https://example.org/a{\\_}b.html{\\#}seed-000-8bc2-p7a-s2},\n note = {sha256:0123456789ab}}",
        "TY  - WEB\r\nUR  - https://example.org/a.html#seed-000-8bc2-p7a-s2\r\nN1  - sha256:0123456789ab\r\nER  - ",
        '[{"URL": "https://example.org/a.html#seed-000-8bc2-p7a-s2", "note": "sha256:0123456789abcdef"}]',
        "“Words,” Reuters, ¶7, https://example.org/a.html%23seed-000-8bc2-p7a-s2 (sha256:0123456789ab).",
        "{corpus:para}`seed-000-8bc2-p7a-s2` sha256:0123456789ab",
        "seed-000-8bc2-p7a-s2, SHA256:0123456789AB",
    ],
)
def test_citations_of_every_format(citation: str) -> None:
    assert parse_citation(citation) == ("seed-000-8bc2-p7a-s2", "sha256:0123456789ab")


@pytest.mark.parametrize("citation", ["", "no anchor here", "https://example.org/#top", "co-operation in re-entry"])
def test_what_is_no_citation(citation: str) -> None:
    assert parse_citation(citation) == (None, None)
