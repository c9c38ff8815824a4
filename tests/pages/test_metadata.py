"""What machines are told of an article's page."""

from __future__ import annotations

import json
import re

from annotated_corpus.model import Metadata
from annotated_corpus.sphinx_glue.domain.objects import ArticleEntry
from annotated_corpus.sphinx_glue.html.metadata import metadata

STATED = Metadata(
    source="The Globe",
    authors=("Ada Example; Baroness", "Bo </script> Sample"),
    date="2021-12-02",
    url="https://example.org/a?b=1&c=2",
    lang="en",
)
ENTRY = ArticleEntry("globe", "Talks & <costs>", STATED)
PAGE = "https://edition.example/corpus/globe.html"


def _data(markup: str) -> dict[str, object]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', markup)
    return json.loads(found)


def test_the_original_is_told_from_the_edition() -> None:
    data = _data(metadata(ENTRY, PAGE, "An edition"))
    assert (data["@type"], data["url"], data["isPartOf"]) == (
        "WebPage",
        PAGE,
        {"@type": "Collection", "name": "An edition"},
    )
    assert data["mainEntity"]["@type"] == "NewsArticle"
    assert data["mainEntity"]["url"] == STATED.url
    assert [each["name"] for each in data["mainEntity"]["author"]] == [*STATED.authors]


def test_citation_tags_are_those_of_the_original() -> None:
    tags = re.findall(r'<meta name="([^"]+)" content="([^"]*)" />', metadata(ENTRY, PAGE, ""))
    assert ("citation_title", "Talks &amp; &lt;costs&gt;") in tags
    assert ("citation_publication_date", "2021/12/02") in tags
    assert ("citation_public_url", "https://example.org/a?b=1&amp;c=2") in tags
    assert ("citation_fulltext_html_url", PAGE) in tags
    assert [name for name, _ in tags].count("citation_author") == 2


def test_what_is_not_stated_is_not_told() -> None:
    markup = metadata(ArticleEntry("one", "One", Metadata()), "", "")
    assert re.findall(r'name="([^"]+)"', markup) == ["citation_title"]
    assert set(_data(markup)) == {"@context", "@type", "name", "mainEntity"}
