from __future__ import annotations

from annotated_corpus.claims import extract, match
from annotated_corpus.decisions import Decisions
from annotated_corpus.settings import Settings

from .support import article

ONE = article(
    "one",
    "The mayor opened the new harbour bridge on Monday after eight years of work.",
    "Ferries stopped running the same evening.",
)
TWO = article(
    "two",
    "After eight years of work, the mayor on Monday opened the new harbour bridge.",
    "Nobody mourned the old toll road.",
)


def found(*articles):
    return match(articles, extract(articles), Decisions(), Settings())


def test_claims_lie_in_the_seed_where_they_say():
    for claim in extract([ONE, TWO]):
        seed = ONE.seed if claim.article == "one" else TWO.seed
        assert seed.text[claim.start : claim.end] == claim.text


def test_the_same_assertion_matches_and_nothing_else_does():
    assert [each.id for each in found(ONE, TWO).matches] == ["match-one-p1-s1-and-two-p1-s1"]


def test_the_earlier_article_is_a():
    assert [(each.a, each.b) for each in found(TWO, ONE).matches] == [("two-p1-s1", "one-p1-s1")]
