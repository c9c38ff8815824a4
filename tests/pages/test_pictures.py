"""Pictures made at build time: well formed, every link with a title and a target."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from annotated_corpus.model import Entity, EntityKind
from annotated_corpus.pages import map as maps
from annotated_corpus.pages.picture import draw
from tests.pages.support import article, corpus, pair

SVG = "{http://www.w3.org/2000/svg}"


def _parsed(markup: str) -> ET.Element:
    return ET.fromstring(f"<div>{markup}</div>")  # noqa: S314 - made here


def test_every_ribbon_is_a_link_with_a_title() -> None:
    one, two = article("one", "A <b> & “c”.", "D."), article("two", "A <b> & “c”.", "E.")
    lookup = corpus((one, two), (pair("one-p1-s1", "two-p1-s1"), pair("one-p2-s1", "two-p2-s1")))
    drawn = _parsed(draw(lookup, lookup.corpus.stories[0]))
    links = list(drawn.iter(f"{SVG}a"))
    assert [link.get("href") for link in links] == ["#match-one-p1-s1-and-two-p1-s1", "#match-one-p2-s1-and-two-p2-s1"]
    assert all(link.find(f"{SVG}title").text for link in links)
    patterns = {each.get("id") for each in drawn.iter(f"{SVG}pattern")}
    assert {link.find(f"{SVG}path").get("fill") for link in links} <= {f"url(#{each})" for each in patterns}


def test_many_articles_are_joined_column_by_column() -> None:
    articles = tuple(article(f"a{n}", "The same words.") for n in range(12))
    ids = [f"a{n}-p1-s1" for n in range(12)]
    lookup = corpus(articles, tuple(pair(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :]))
    drawn = _parsed(draw(lookup, lookup.corpus.stories[0]))
    assert len(list(drawn.iter(f"{SVG}a"))) == 11


def test_the_map_links_every_place_and_labels_do_not_cover_each_other() -> None:
    places = [
        Entity(f"place-{n}", EntityKind.PLACE, f"Town & {n}", latitude=50.0 + n / 10, longitude=10.0) for n in range(20)
    ]
    drawn = _parsed(maps.world(places))
    assert [link.get("href") for link in drawn.iter(f"{SVG}a")] == [f"#place-{n}" for n in range(20)]
    tops = sorted((float(text.get("x")), float(text.get("y"))) for text in drawn.iter(f"{SVG}text"))
    assert 0 < len(tops) < 20
    assert all(a[0] != b[0] or abs(a[1] - b[1]) >= 12 for i, a in enumerate(tops) for b in tops[i + 1 :])
    assert _parsed(maps.spot(places[0])).find(f"{SVG}svg").get("aria-label") == "Where Town & 0 is"


def test_a_place_without_coordinates_has_no_spot() -> None:
    assert maps.located([Entity("place-x", EntityKind.PLACE, "X")]) == []
