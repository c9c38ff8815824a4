"""Candidates over a corpus: one event's articles meet, other events' do not."""

from __future__ import annotations

from annotated_corpus.claims import extract, match
from annotated_corpus.claims.events import neighbourhood
from annotated_corpus.claims.events.event import outline
from annotated_corpus.claims.scoring.features import Comparison
from annotated_corpus.claims.scoring.profile import Profile, profile
from annotated_corpus.decisions import Decisions
from annotated_corpus.progress import silent
from annotated_corpus.settings import Settings
from tests.articles import article

COMMENT = "The company declined to comment on Friday, a spokesman said."
FERRY = (
    article(
        "ferry-a",
        "The ferry Aurora sank off Bergen on Thursday night with 80 people aboard.",
        "Coast guards pulled 62 passengers from the water before dawn.",
        "The captain, Jon Aas, said a bow door had been left open.",
        COMMENT,
    ),
    article(
        "ferry-b",
        "Eighty people were aboard the Aurora when the ferry sank near Bergen late on Thursday.",
        "Sixty-two passengers were pulled from the water by coast guards.",
        "Divers will search the wreck on Saturday.",
        COMMENT,
    ),
    article(
        "ferry-c",
        "Coast guards rescued 62 passengers of the sunken ferry Aurora, Bergen police said.",
        "Captain Jon Aas told police that the bow door was left open.",
    ),
)
BANK = (
    article(
        "bank-a",
        "The central bank raised interest rates by half a point on Friday.",
        "Governor Lena Ask said inflation was far above the target.",
        COMMENT,
    ),
    article(
        "bank-b",
        "Interest rates rose by half a point on Friday, the central bank announced.",
        "Inflation is far above the target, Governor Lena Ask said.",
        COMMENT,
    ),
)


def found(*articles):
    return match(articles, extract(articles), Decisions(), Settings())


def shown(one) -> Profile:
    return profile(one.id, extract([one]))


def compared(*articles) -> list[tuple[str, str]]:
    claims = {each.id: extract([each]) for each in articles}
    return [*neighbourhood.pairs(claims, lambda name: outline(profile(name, claims[name])), Settings(), None, silent)]


def test_a_stock_sentence_does_not_join_two_events() -> None:
    for each in (*found(*FERRY, *BANK).matches, *found(*FERRY, *BANK).candidates):
        assert each.a.split("-")[0] == each.b.split("-")[0]


def test_one_topic_is_not_one_event() -> None:
    words = "bank governor announced on a {} raise of interest rates by half a point against inflation in {}"
    one = article("one", f"{words.format('Friday', 'Chile')} as Lena Ask had warned Ida Holm in Santiago.")
    two = article("two", f"{words.format('Monday', 'Ghana')} as Kofi Boateng had warned Ama Owusu in Accra.")
    assert found(one, two).matches == found(one, two).candidates == ()


def test_all_articles_of_an_event_are_compared() -> None:
    pairs = {(each.a.rsplit("-", 2)[0], each.b.rsplit("-", 2)[0]) for each in found(*FERRY, *BANK).matches}
    assert pairs == {("ferry-a", "ferry-b"), ("ferry-a", "ferry-c"), ("ferry-b", "ferry-c"), ("bank-a", "bank-b")}


def test_another_event_in_the_corpus_changes_no_score() -> None:
    alone = found(*FERRY).matches
    assert alone == tuple(each for each in found(*FERRY, *BANK).matches if each.a.startswith("ferry"))


def test_the_order_of_the_articles_changes_no_score() -> None:
    forth = {frozenset((each.a, each.b)): each.score for each in found(*FERRY).matches}
    back = {frozenset((each.a, each.b)): each.score for each in found(*reversed(FERRY)).matches}
    assert forth == back


def test_unrelated_articles_are_not_compared() -> None:
    assert compared(FERRY[0], BANK[0]) == []


def test_a_sentence_that_an_article_repeats_matches_in_every_place() -> None:
    lead = "The ferry Aurora sank off Bergen on Thursday night with 80 people aboard."
    twice = article("twice", lead, "Nobody knew why the door was open.", lead)
    pairs = {(each.a, each.b): each for each in found(twice, FERRY[1]).matches}
    first, again = pairs["twice-p1-s1", "ferry-b-p1-s1"], pairs["twice-p3-s1", "ferry-b-p1-s1"]
    assert first.score == again.score


def test_claims_of_one_article_never_match() -> None:
    twin = article("twin", COMMENT, COMMENT)
    assert found(twin).matches == ()


def test_nothing_comes_of_nothing() -> None:
    assert found().matches == ()
    assert found(article("empty"), article("also")).matches == ()
    assert found(article("dots", "…", "?!"), article("dots-too", "…", "—")).matches == ()


def test_a_claim_of_hundreds_of_different_words_is_not_compared() -> None:
    lead = "The ferry Aurora sank off Bergen on Thursday night with 80 people aboard"
    rest = [chr(97 + n // 26) + chr(97 + n % 26) + "q" for n in range(500)]
    long, few = (article("list", f"{lead}, {' '.join(rest[:count])}.") for count in (500, 5))
    assert list(Comparison(shown(long), shown(FERRY[1])).cells()) == []
    assert (0, 0) in Comparison(shown(few), shown(FERRY[1])).signals()


FORMULAS = (
    "The statement was carried by state media.",
    "Police said an investigation is under way.",
    "There were no immediate reports of casualties or damage.",
    "The injured were taken to hospitals in the city.",
    "Officials declined to comment on Friday.",
)


def test_formula_sentences_join_no_two_events() -> None:
    fire = article("fire", "On Monday a fire in Goma burned down a brewery.", *FORMULAS)
    crash = article("crash", "On Monday two trucks of a mill collided in Goma.", *FORMULAS)
    fight = article("fight", "On Monday students in Goma threw stones.", *FORMULAS)
    assert compared(fire, crash, fight) == []


def test_formula_sentences_do_not_keep_an_event_apart() -> None:
    one = article("one", "On Monday a fire in Goma burned down the brewery Kivu.", *FORMULAS)
    two = article("two", "The Kivu brewery in Goma was burned down by a fire on Monday.", *FORMULAS)
    assert compared(one, two) == [("one", "two")]


def test_an_event_of_others_told_in_the_same_words_is_another() -> None:
    words = "{} agreed on Tuesday to buy {} for $300 million in cash."
    formulas = (
        "The deal is expected to close by the end of the year.",
        "Regulators in Brussels must still approve it.",
    )
    one = article("one", words.format("Kestrel Foods", "Marlow Dairies"), *formulas)
    two = article("two", words.format("Baxley Foods", "Corran Dairies"), *formulas)
    assert [each for each in found(one, two).matches if "p1" in each.id] == []
