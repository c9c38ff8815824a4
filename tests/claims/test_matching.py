from __future__ import annotations

from dataclasses import replace

from annotated_corpus import stages
from annotated_corpus.claims import extract, match
from annotated_corpus.decisions import Decisions
from annotated_corpus.model import Metadata
from annotated_corpus.settings import Settings
from tests.articles import article

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


CAST = (
    "A fire destroyed the warehouse of Holm and Dahl in Larnvik {} and injured four firemen.",
    "Mayor Ingrid Solberg thanked the crews of Larnvik for their work.",
    "The warehouse held nets for the whole fleet of Larnvik.",
)


def told(when: tuple[str, str], published: tuple[str, str] = ("", "")) -> list[tuple[str, ...]]:
    """Match two reports in the same words but for the day; return what differs in each match."""
    articles = tuple(
        dated(article(name, *(line.format(day) for line in CAST)), date)
        for name, day, date in zip(("one", "two"), when, published, strict=True)
    )
    return [tuple(str(each.kind) for each in match.differences) for match in found(*articles).matches]


def dated(made, date):
    return replace(made, seed=replace(made.seed, metadata=Metadata(date=date)))


def test_of_one_cast_on_two_days_nothing_matches_unless_it_shows_the_days():
    assert told(("on 3 March", "on 19 August")) == [("date",)]
    assert told(("in 2019", "in 2021")) == [("date",)]
    assert told(("on Monday", "on Monday"), ("2022-03-01", "2022-05-10")) == [("date",)]


def test_reports_of_one_day_match_however_they_call_it():
    assert told(("on Monday", "on Monday"), ("2022-03-01", "2022-03-02")) == [(), (), ()]
    assert told(("on Monday", "on 28 February"), ("2022-03-01", "2022-03-02")) == [(), (), ()]
    assert told(("on Monday", "yesterday"), ("2022-03-02", "2022-03-01")) == [(), (), ()]


def test_reports_that_are_a_day_apart_contradict_each_other():
    assert told(("on Monday", "on Tuesday")) == [("date",), (), ()]


def test_what_is_kept_of_a_comparison_depends_on_the_days_of_publication(tmp_path, monkeypatch):
    monkeypatch.setattr(stages, "_SMALL", 0)
    texts = [article(name, *(line.format("on Monday") for line in CAST)) for name in ("one", "two")]
    counts = []
    for dates in (("2022-03-01", "2022-03-01"), ("2022-03-01", "2022-05-10"), ("2022-03-01", "2022-03-01")):
        articles = tuple(dated(made, date) for made, date in zip(texts, dates, strict=True))
        made = match(articles, extract(articles), Decisions(), Settings(), stages.Stages(tmp_path))
        counts.append(len(made.matches))
    assert counts == [3, 1, 3]
