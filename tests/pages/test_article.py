"""The page of an article: excerpts, tombstones, revisions, and what every page says."""

from __future__ import annotations

from dataclasses import replace

from annotated_corpus.model import Entity, EntityKind, Mention, Metadata, Revision, Tombstone
from annotated_corpus.pages.article import article_page
from annotated_corpus.pages.comparison import comparison_pages
from annotated_corpus.pages.glossary import glossary_files
from tests.pages.support import article, corpus, pair

EXCERPT = Metadata(display="excerpt")
TEXT = ("Secret opening. Shared by Ada.", "Nobody may read this of Ada.", "“A quotation stays.”")


def _excerpted():
    one = article("one", *TEXT, metadata=EXCERPT, tombstones=(Tombstone("one-p9", "9", "Gone secret", "one-p2"),))
    two = article("two", "Shared by Ada.")
    at = one.seed.text.index("Ada.", one.seed.text.index("Nobody"))
    ada = Entity("person-ada", EntityKind.PERSON, "Ada")
    mention = Mention("person-ada", "one", "one-p2", at, at + 3, "Ada")
    return one, corpus((one, two), (pair("one-p1-s2", "two-p1-s1"),), (ada,), (mention,))


def test_an_excerpt_shows_matched_and_quoted_sentences_only() -> None:
    one, lookup = _excerpted()
    page = article_page(lookup, one)
    assert "Shared by Ada." in page
    assert "“A quotation stays.”" in page
    assert "Secret" not in page
    assert "Nobody" not in page
    assert "secret" not in page
    assert "# " + "{corpus:s}`one-title-s1`one" in page
    for id_ in ("one-p1-s1", "one-p1-s2", "one-p2-s1", "one-p3-s1"):
        assert f"{{corpus:s}}`{id_}`" in page
    for id_ in ("one-p1", "one-p2", "one-p3", "one-p9"):
        assert f"({id_})=" in page


def test_no_other_page_shows_what_an_excerpt_hides() -> None:
    _, lookup = _excerpted()
    for page in (*comparison_pages(lookup).values(), glossary_files(lookup)["people.md"]):
        assert "Secret" not in page
        assert "Nobody" not in page


def test_tombstones_and_revisions_stand_in_their_place() -> None:
    grave = Tombstone("one-p2a", "2a", "Old words *gone*", "one-p1")
    one = article("one", "First.", "Second.", tombstones=(grave,), revisions=(Revision("Frist.", "0" * 64),))
    page = article_page(corpus((one,)), one)
    assert page.index("(one-p1)=") < page.index("Earlier wording: Frist.") < page.index("(one-p2a)=")
    assert page.index(r"Old words \*gone\*") < page.index("(one-p2)=")


def test_an_article_of_no_story_has_no_company() -> None:
    one = article("one", "Alone.")
    assert "The same story" not in article_page(corpus((one,)), one)
    lookup = corpus((one, article("two", "Alone.")), (pair("one-p1-s1", "two-p1-s1"),))
    assert "The same story in {corpus:article}`two`: see the {doc}`comparison <comparison>`." in article_page(
        lookup, one
    )


def test_articles_with_one_title_are_told_apart_by_their_labels() -> None:
    names = ("one", "two", "six", "ten")
    articles = [article(name, "Alone.") for name in names]
    articles = [replace(each, title="Dam holds") if each.id in {"two", "six"} else each for each in articles]
    lookup = corpus(articles, [pair("one-p1-s1", f"{other}-p1-s1") for other in names[1:]])
    told = "{corpus:article}`two` (Two), {corpus:article}`six` (Six), {corpus:article}`ten`"
    assert article_page(lookup, articles[0]).split("The same story in ")[1].startswith(told)
    assert f"The articles: {{corpus:article}}`one`, {told}." in comparison_pages(lookup)["comparison.md"]
    assert '\n:title: "Dam holds (Six)"\n' in article_page(lookup, articles[2])
    assert "\n:title:" not in article_page(lookup, articles[0])


def test_a_corrected_headline_stands_above_the_printed_one_and_says_so() -> None:
    one = article("one", "First.")
    corrected = replace(one, title="One, corrected")
    page = article_page(corpus((corrected,)), corrected)
    assert "\n# One, corrected\n" in page
    assert page.index("# One, corrected") < page.index("(one-title)=") < page.index("So the headline reads")
    assert page.index("So the headline reads") < page.index("(one-p1)=")
    spaced = replace(one, blocks=(replace(one.blocks[0], text="one\u00a0"), *one.blocks[1:]))
    for same in (one, spaced):
        page = article_page(corpus((same,)), same)
        assert page.count("(one-title)=") == 1
        assert "So the headline reads" not in page


def test_anchors_of_lost_sentences_lead_to_the_earlier_wording() -> None:
    one = article("one", "First.", revisions=(Revision("First. Then.", "0" * 64),))
    title, first = one.blocks
    one = replace(one, blocks=(title, replace(first, gone=("one-p1-s2",))))
    page = article_page(corpus((one,)), one)
    assert page.index("First.") < page.index("(one-p1-s2)=\n:::{corpus:note} revision\nEarlier wording: First. Then.")
