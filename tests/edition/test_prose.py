"""A paragraph of an article is one node until it is written, and says in every format what its nodes would say."""

from __future__ import annotations

import pickle
import re
from html import unescape
from pathlib import Path

from docutils import nodes

from tests.edition.conftest import Project

_PARAGRAPH = re.compile(r'<p class="corpus-block [^>]*>.*?</p>', re.DOTALL)
_OWN = """\
# Own

:::{corpus:article} own
:::

{corpus:at}`own-p1`{corpus:s}`own-p1-s1`%s said so.
"""


def test_a_site_writes_what_the_nodes_of_a_paragraph_would_be(built_large: Project) -> None:
    """One long page of the edition is made from the nodes; addresses aside, both are the same HTML."""
    assert built_large.build("singlehtml").code == 0
    whole = _paragraphs(built_large.out("singlehtml") / "index.html")
    found = [each for page in built_large.out().glob("corpus/n0*.html") for each in _paragraphs(page)]
    assert len(found) > 100
    assert sum("corpus-claim" in each and '<a class="reference' in each for each in found) > 50
    assert sorted(found) == sorted(whole)


def _paragraphs(page: Path) -> list[str]:
    found = _PARAGRAPH.findall(page.read_text("utf-8"))
    return [unescape(re.sub(r'(?<=href=")[^"]*', "", paragraph)) for paragraph in found]


def test_the_words_of_a_paragraph_are_one_text(built_large: Project) -> None:
    for page in built_large.root.glob("_build/doctrees/corpus/n0*.doctree"):
        tree = pickle.loads(page.read_bytes())  # noqa: S301 - our own build wrote it
        for block in tree.findall(nodes.paragraph):
            if "corpus-block" in block["classes"]:
                assert [type(each) for each in block.children] == [nodes.Text]


def test_who_is_not_in_the_edition_is_reported(built: Project) -> None:
    built.write("guide/own.md", _OWN % "{corpus:person}`Nobody <person-nobody>`")
    done = built.build()
    assert re.search(r"guide/own\.md:6: .*this edition has no person person-nobody", done.said), done.said
    assert "Nobody</span> said so." in built.html("guide/own")


def test_a_paragraph_with_markup_of_its_own_keeps_it(built: Project) -> None:
    built.write("guide/own.md", _OWN % "**Nobody**")
    assert built.build().code == 0
    assert '<span class="corpus-claim target" id="own-p1-s1"><strong>Nobody</strong> said so.</span>' in built.html(
        "guide/own"
    )
