"""Forms of citation: complete, well formed, and verifiable from what was copied."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from annotated_corpus.anchors import Citation, checksum, read_citations
from annotated_corpus.pages.citation import BLANK, Place, Work, forms, nested

WORK = Work(
    title="[Talks & “costs”: 50% of {it}_all]",
    edition="Test #1",
    source="The Globe & Mail",
    authors=("Ada Example", "Bo van Sample"),
    date="2021-12-02",
    url="https://example.org/a_b?c=1&d=%20#e",
    lang="en",
)
SUM = checksum("Words that are cited.")
PLACE = Place("globe-p7", "¶7", SUM, "https://edition.example/corpus/globe.html#globe-p7", "Words that are cited.")


@pytest.mark.parametrize("name", ["Quotation", "BibTeX", "CSL-JSON", "RIS"])
def test_what_was_copied_can_be_verified(name: str) -> None:
    (read,) = read_citations(forms(WORK, PLACE)[name])
    assert (read.anchor, read.checksum) == ("globe-p7", SUM)


def test_the_quotation_reads_like_one() -> None:
    assert forms(WORK, PLACE)["Quotation"] == (
        "“Words that are cited.” (Ada Example, Bo van Sample, “[Talks & ‘costs’: 50% of {it}_all]”, The Globe & Mail, "
        f"2 December 2021, ¶7, in: Test #1. {PLACE.link} {SUM})"
    )


@pytest.mark.parametrize(
    ("words", "within"),
    [
        ("“We want none,” he said. “Not now.”", "‘We want none,’ he said. ‘Not now.’"),
        ('"We want none," he said. "Not now."', "'We want none,' he said. 'Not now.'"),
        ("„Wir wollen keinen“, sagte er.", "‚Wir wollen keinen‘, sagte er."),
    ],
)
def test_marks_within_a_quotation_are_single(words: str, within: str) -> None:
    made = forms(WORK, replace(PLACE, quote=words))["Quotation"]
    assert made.startswith(f"“{within}” (Ada Example")
    assert read_citations(made) == (Citation("globe-p7", SUM, within),)


def test_csl_json_is_json() -> None:
    (item,) = json.loads(forms(WORK, PLACE)["CSL-JSON"])
    assert item["issued"] == {"date-parts": [[2021, 12, 2]]}
    assert item["author"] == [{"literal": "Ada Example"}, {"literal": "Bo van Sample"}]
    assert item["URL"] == PLACE.link


def test_bibtex_escapes_what_tex_would_read_and_balances_its_braces() -> None:
    entry = forms(WORK, PLACE)["BibTeX"]
    assert r"{{[Talks \& “costs”: 50\% of \{it\}\_all]}}" in entry
    assert "month = dec," in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")


def test_ris_begins_and_ends_as_it_must() -> None:
    lines = forms(WORK, PLACE)["RIS"].split("\n")
    assert (lines[0], lines[-1]) == ("TY  - NEWS", "ER  - ")
    assert all(re.match(r"[A-Z][A-Z0-9]  - ", line) for line in lines)
    assert "DA  - 2021/12/02/" in lines


@pytest.mark.parametrize("date", ["", "2021", "2021-12"])
def test_an_article_that_states_little_can_be_cited(date: str) -> None:
    made = forms(Work("Title", "", date=date), Place("one", link=""))
    assert "Link" not in made
    json.loads(made["CSL-JSON"])
    assert made["MyST link"] == "[](inv:edition:corpus:article#one)"


def test_a_form_filled_in_by_a_script_is_the_one_made_here() -> None:
    place = replace(PLACE, quote='“Words,” he "said".')
    values = {"anchor": place.anchor, "name": place.name, "checksum": SUM, "link": place.link}
    values["quote"] = nested(place.quote)
    for name, blank in forms(WORK, BLANK).items():
        filled = re.sub(r"%(\w+)%", lambda found: values.get(found[1], found[0]), blank)
        assert filled == forms(WORK, place)[name], name
