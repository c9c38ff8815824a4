"""Do the words of a citation still stand?"""

import pytest

from annotated_corpus.anchors import Standing, attach, checksum, grammar, verify
from annotated_corpus.decisions import Decisions
from tests.anchors.helpers import PARAGRAPHS, attached, readings, seed

ONE, TWO, THREE, FOUR, FIVE = PARAGRAPHS
FIRST = attached(*PARAGRAPHS)
RENAMED = attached(*PARAGRAPHS, after=FIRST, slug="new")
RETYPED = attached(ONE, TWO.replace("thirty", "forty"), f"{THREE} {FOUR}", after=RENAMED, slug="new")


@pytest.mark.parametrize(
    ("anchor", "words", "sum_", "standing", "now"),
    [
        ("ferry-p1", None, checksum(ONE), Standing.STANDS, "new-p1"),
        ("new-p1", ONE[4:31], None, Standing.STANDS, "new-p1"),
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
    assert verify("‘We’ll sail – at last…’ the captain", None, "ferry-p2", after.articles, after.register).good


HOLDING = "The ferry can sail at 3.5 knots, “no faster [now]”, said Lund; it isn't a liner… or was it?"
HELD = attached(ONE, HOLDING, THREE)


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("The ferry can sail", True),
        ("sail at 3.5 knots,", True),
        ("‘no faster [now]’, said Lund", True),
        ("The ferry … said Lund", True),
        ("The ferry […] said Lund; it [...] a liner", True),
        ("… at 3.5 knots . . .", True),
        ("a liner… or was it", True),
        ("[t]he ferry can", True),
        ("“[The boat] can sail”", True),
        ("The ferry can sail[s] at 3.5 kn[ots]", True),
        ("The ferry [of Captain Lund] can sail", True),
        ("no faster [today]’, said", True),
        ("[t]hat ferry", False),
        ("[The boat]", False),
        ("The ferry can [not] sink", False),
        ("sail at 3[.7] knots", False),
        ("sail at [4].5 knots", False),
        ("The fer[ver]y can", False),
        ("", False),
        (" ", False),
        ("“…”", False),
        ("erry can sai", False),
        ("sail at 3", False),
        ("5 knots", False),
        ("it isn", False),
        ("can not", False),
        ("said Lund … The ferry", False),
        ("The ferry … said Ida", False),
    ],
)
def test_only_whole_words_in_their_order_stand(words: str, held: bool) -> None:
    assert verify(words, None, "ferry-p2", HELD.articles, HELD.register).good is held
    assert verify(words, checksum(HOLDING), "ferry-p2", HELD.articles, HELD.register).good is held
    assert verify(words, None, "ferry", HELD.articles, HELD.register).good is held


def test_brackets_of_whoever_quotes_are_no_words_that_stand() -> None:
    def told(words: str) -> str:
        return verify(words, None, "ferry-p2", HELD.articles, HELD.register).message

    assert told("[T]he ferry [of Lund] can sail") == (
        "the words quoted, but for what is in square brackets, stand at ferry-p2"
    )
    assert told("no faster [now]") == "the words quoted stand at ferry-p2"
    assert told("The ferry […] said Lund") == (
        "the words quoted, with words left out where the ellipsis is, stand at ferry-p2"
    )


def test_scripts_without_spaces_have_words_too() -> None:
    there = attached(ONE, "俄罗斯外长拉夫罗夫周四在斯德哥尔摩会晤美国国务卿布林肯。", THREE)
    assert verify("拉夫罗夫周四", None, "ferry-p2", there.articles, there.register).good
    assert not verify("拉夫罗夫周五", None, "ferry-p2", there.articles, there.register).good


@pytest.mark.parametrize(
    ("words", "sum_", "told"),
    [
        (TWO[:16], checksum(TWO.replace("thirty", "forty")), "whose checksum is that cited"),
        (TWO[:16], checksum(TWO), "what stands around them has changed"),
        (TWO[:16], "sha256:000000000000", "no wording on record has the checksum"),
        (TWO[:16], None, "the words quoted stand at new-p2"),
        ("forged", checksum(TWO.replace("thirty", "forty")), "whose checksum is that cited, holds"),
        (None, checksum(TWO.replace("thirty", "forty")), "no quotation was given to compare"),
    ],
)
def test_the_words_decide_and_the_checksum_tells_of_the_rest(words: str | None, sum_: str | None, told: str) -> None:
    assert told in verify(words, sum_, "new-p2", RETYPED.articles, RETYPED.register).message


def test_words_of_another_sentence_are_told_from_those_cited() -> None:
    said = verify("Nobody went hungry", None, "ferry-p3-s1", FIRST.articles, FIRST.register)
    assert (said.good, said.anchor) == (True, "ferry-p3")
    assert "not all of them in ferry-p3-s1" in said.message
    assert verify("Nobody went hungry", None, "ferry-p3-s2", FIRST.articles, FIRST.register).anchor == "ferry-p3-s2"


def test_a_text_that_went_is_not_said_to_have_had_other_words() -> None:
    assert "do not hold the words quoted" in verify("x", None, "ferry-p5", RETYPED.articles, RETYPED.register).message


def test_last_words_are_given() -> None:
    assert FIVE in verify(None, None, "ferry-p5", RETYPED.articles, RETYPED.register).message
    assert TWO in verify(None, checksum(TWO), "ferry-p2", RETYPED.articles, RETYPED.register).message


def test_where_nothing_was_compared_the_message_says_so() -> None:
    said = verify(None, None, "ferry-p1", RETYPED.articles, RETYPED.register)
    assert said.good
    assert said.message.startswith("new-p1 is there; no words or checksum were given to compare")
    assert ONE in said.message
    said = verify(None, None, "ferry-p2", RETYPED.articles, RETYPED.register)
    assert said.good
    assert "reworded" in said.message
    assert "forty" in said.message
    sentence = verify(None, None, "ferry-p3-s2", FIRST.articles, FIRST.register)
    assert sentence.message.endswith("it now reads: Nobody went hungry.")


LONG = f"{ONE} {TWO} {THREE}"
SPLIT = attached(f"{ONE} {TWO}", THREE, FIVE, after=attached(LONG, FIVE))


@pytest.mark.parametrize(
    ("anchor", "words", "sum_", "standing", "now"),
    [
        ("ferry-p1", "Nobody went hungry", None, Standing.MOVED, "ferry-p1a"),
        ("ferry-p1", "Nobody went", "sha256:000000000000", Standing.MOVED, "ferry-p1a"),
        ("ferry-p1-s3", None, None, Standing.MOVED, "ferry-p1a"),
        ("ferry-p1-s4", None, checksum("Nobody went hungry."), Standing.MOVED, "ferry-p1a"),
        ("ferry-p1", "thirty years at sea. Shops on the largest", None, Standing.MOVED, "ferry-p1"),
        ("ferry-p1", None, checksum(LONG), Standing.MOVED, "ferry-p1"),
        ("ferry-p1", "harbour office", None, Standing.STANDS, "ferry-p1"),
        ("ferry-p1", "body went hungry", None, Standing.MISQUOTED, "ferry-p1"),
        ("ferry-p1", "…", None, Standing.UNKNOWN, "ferry-p1"),
        ("ferry-p1", "thirty years … went hungry", None, Standing.MOVED, "ferry-p1"),
        ("ferry-p1a", "Forecasters expect", None, Standing.MOVED, "ferry-p2"),
    ],
)
def test_words_that_stand_in_another_part_are_found(
    anchor: str, words: str | None, sum_: str | None, standing: Standing, now: str
) -> None:
    said = verify(words, sum_, anchor, SPLIT.articles, SPLIT.register)
    assert (said.standing, said.anchor) == (standing, now)
    assert standing is not Standing.MOVED or now in said.message.removeprefix("the words cited do not stand at")


def test_words_that_run_over_a_split_are_told_with_both_parts() -> None:
    said = verify(None, checksum(LONG), "ferry-p1", SPLIT.articles, SPLIT.register)
    assert "from ferry-p1 to ferry-p1a" in said.message


FILE = f"sha256:{RETYPED.articles[0].seed.sha256[:12]}"
GONE = attach(readings(seed("Other words.", file="b.txt")), RETYPED.register, Decisions())


@pytest.mark.parametrize(
    ("anchor", "words", "sum_", "standing", "told"),
    [
        ("ferry", None, None, Standing.STANDS, "the article new is there"),
        ("new", None, FILE, Standing.STANDS, "stands unchanged"),
        ("new", None, checksum("never"), Standing.CHANGED, FILE),
        ("new", ONE[4:31], None, Standing.STANDS, "new-p1"),
        ("new", "other words", None, Standing.MISQUOTED, "the title of new"),
        ("brig", None, None, Standing.UNKNOWN, "never issued"),
    ],
)
def test_articles(anchor: str, words: str | None, sum_: str | None, standing: Standing, told: str) -> None:
    verdict = verify(words, sum_, anchor, RETYPED.articles, RETYPED.register)
    assert (verdict.standing, told in verdict.message) == (standing, True)


def test_an_article_whose_seed_has_gone() -> None:
    assert verify(None, None, "ferry", GONE.articles, GONE.register).standing is Standing.GONE


def test_a_long_id_that_is_no_anchor_is_seen_at_once() -> None:
    name = "blinken-confronts-russias-lavrov-on-ukraine-warns-of-severe-costs"
    assert grammar.parse(name * 20) is None
    assert grammar.parse("a" * 100_000) is None
    assert grammar.parse(f"{name * 20}-p7") is not None
