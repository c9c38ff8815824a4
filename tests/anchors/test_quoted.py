"""Words that were quoted stand in a text, or do not, as a reader would say."""

from __future__ import annotations

import pytest

from annotated_corpus.anchors import Citation, Standing, checksum, read_citations, verify
from annotated_corpus.anchors.quoted import holds
from tests.anchors.helpers import PARAGRAPHS, attached

ONE, TWO, *_ = PARAGRAPHS
FIRST = attached(*PARAGRAPHS)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It was a non-violent protest — the first in years.", "violent protest — the first"),
        ("The ex-president of the port spoke.", "president of the port"),
        ("It was -5 degrees at noon.", "5 degrees"),
        ("Between 10-15 people came.", "15 people"),
        ("He was arrested at 23:40.", "arrested at 23"),
        ("A ticket is €12.50 now.", "12.50"),
        ("We did not promise a bridge.", "We did [] promise"),
        # of the same kinds
        ("The talks were pre-war talks.", "war talks"),
        ("She is the vice-chair of the board.", "chair of the board"),
        ("The president-elect came.", "The president"),
        ("Losses were −3 million.", "3 million"),
        ("It lasted 4–6 weeks.", "6 weeks"),
        ("It lasted 4–6 weeks.", "It lasted 4"),
        ("The score was 3:2 at half time.", "2 at half time"),
        ("He paid $40 for it.", "40 for it"),
        ("He paid 40 € for it.", "He paid 40"),
        ("Prices rose 5% in May.", "Prices rose 5"),
        ("On 3/4 of the days it rained.", "4 of the days"),
        ("We will not sign it.", "We will [ ] sign it"),
    ],
)
def test_a_word_or_figure_is_not_cut_out_of_a_longer_one(text: str, quoted: str) -> None:
    assert not holds(text, quoted)
    assert holds(text, text)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The port — the largest — is shut.", "The port—the largest—is shut"),
        ("The port — the largest — is shut.", "The port--the largest--is shut"),
        ("The port – the largest – is shut.", "The port — the largest — is shut"),
        ("The harbour office said it was calm.", "The har-\nbour office said"),
        ("The well-known captain came.", "The well-\nknown captain"),
        ("The har\u00adbour of\u200bfice said.", "The harbour office said"),
        ("The o\ufb03ce was \ufb01ne.", "The office was fine"),
        ("The harbour office said it was calm.", "> The harbour office\n> said it was calm."),
        ("The harbour office said it was calm.", "The **harbour office** said *it* was `calm`"),
        ("The harbour office said it was calm.", "The _harbour office_ said __it__ was calm"),
        ("Jos\u0065\u0301 came.", "Jos\u00e9 came"),
        ("The plan, dubbed “A”, failed.", 'The plan, dubbed "A", failed'),
        ("He has 10–15 boats.", "10-15 boats"),
        ("We did not promise.", "We did … promise"),
        (">> The harbour office said.", "The harbour office said"),
        ("The *first* of five.", "The *first* of five"),
        ("Costs fell to -5 million.", "fell to -5 million"),
    ],
)
def test_how_words_were_copied_makes_no_difference(text: str, quoted: str) -> None:
    assert holds(text, quoted)


def test_words_that_an_ellipsis_leaves_out_are_said() -> None:
    verdict = verify("The ferry … sailed again", None, "ferry-p1", FIRST.articles, FIRST.register)
    assert verdict.standing is Standing.STANDS
    assert "with words left out where the ellipsis is" in verdict.message
    verdict = verify("The ferry to the islands", None, "ferry-p1", FIRST.articles, FIRST.register)
    assert "left out" not in verdict.message


def test_a_checksum_alone_stands_where_text_was_added() -> None:
    after = attached(f"{ONE} Nobody was hurt.", *PARAGRAPHS[1:], after=FIRST)
    verdict = verify(None, checksum(ONE), "ferry-p1", after.articles, after.register)
    assert (verdict.standing, verdict.anchor) == (Standing.STANDS, "ferry-p1")
    assert "with text added" in verdict.message


@pytest.mark.parametrize(
    ("link", "quoted"),
    [
        ("https://x.org/a.html#ferry-p9:~:text=Blinken%20declared%20war", "Blinken declared war"),
        ("https://x.org/a.html#ferry-p9:~:text=The%20ferry,nine%20days", "The ferry … nine days"),
        ("https://x.org/a.html#ferry-p9:~:text=before-,The%20ferry,-after", "The ferry"),
        ("https://x.org/a.html#ferry-p9:~:text=one&text=two", "one … two"),
        ("see (x.html#ferry-p9:~:text=well%2Dknown)", "well-known"),
    ],
)
def test_the_words_of_a_text_fragment_are_a_quotation(link: str, quoted: str) -> None:
    assert read_citations(link, FIRST.register) == (Citation("ferry-p9", None, quoted),)


def test_a_text_fragment_beside_a_quotation_is_verified_too() -> None:
    found = read_citations("“The ferry sailed” #ferry-p1:~:text=Nobody%20sailed", FIRST.register)
    assert [each.quoted for each in found] == ["The ferry sailed", "Nobody sailed"]


@pytest.mark.parametrize(
    "text", ["See the Globe, sha256:0123456789ab", "sha256:0123456789ab", "“x” sha256:" + "0" * 64]
)
def test_a_checksum_of_nothing_known_names_nothing(text: str) -> None:
    assert read_citations(text, FIRST.register) == ()
