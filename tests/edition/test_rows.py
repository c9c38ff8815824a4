"""Rows of a comparison and lines of notes say the same in every format, and what is wrong with one that was edited."""

from __future__ import annotations

import json
import os
import re
from html import unescape
from pathlib import Path

import pytest

from annotated_corpus.language.words import words
from tests.builder import sphinx_build
from tests.edition.conftest import Project


def _words(text: str) -> str:
    return " ".join(re.sub(r"[*_>]", "", text).split())


@pytest.mark.parametrize("builder", ["text", "singlehtml"])
def test_every_format_has_the_words_of_the_site(built_once: Project, tmp_path: Path, builder: str) -> None:
    site = (built_once.out() / "corpus/comparison.html").read_text("utf-8")
    shown = re.findall(r"<blockquote>\s*<div><p>(.*?)</p>|<li><p>(<span.*?)</p>", site)
    assert len(shown) > 30
    done = sphinx_build(["-W", "-n", "-q", "-b", builder, str(built_once.root), str(tmp_path)], os.environ)
    assert done.code == 0, done.said
    file = {"text": "corpus/comparison.txt", "singlehtml": "index.html"}[builder]
    text = (tmp_path / file).read_text("utf-8")
    plain = _words(unescape(re.sub(r"<[^>]+>", "", text)) if builder == "singlehtml" else text)
    for quoted, verdict in shown:
        assert _words(unescape(re.sub(r"<[^>]+>", "", quoted or verdict.partition("<strong>")[2]))) in plain
    article = (built_once.out() / "corpus/reuters.html").read_text("utf-8")
    noted = re.findall(r"<li><p>([^<]+ in <a .*?)</p>", article)
    assert len(noted) > 5
    file = {"text": "corpus/reuters.txt", "singlehtml": "index.html"}[builder]
    text = (tmp_path / file).read_text("utf-8")
    plain = _words(unescape(re.sub(r"<[^>]+>", "", text)) if builder == "singlehtml" else text)
    for line in noted:
        assert _words(unescape(re.sub(r"<[^>]+>", "", line))) in plain


def test_two_articles_mark_the_same_words_of_a_match(built_once: Project) -> None:
    listed = (built_once.out() / "data/claims.jsonl").read_text("utf-8").splitlines()
    texts = {claim["id"]: claim["text"] for claim in map(json.loads, listed)}
    marked: dict[tuple[str, str], list[str]] = {}
    for page in built_once.out().glob("corpus/*.html"):
        if data := re.search(r'id="corpus-data">(.*?)</script>', page.read_text("utf-8"), re.DOTALL):
            for other, own in json.loads(data[1]).get("same", {}).items():
                for claim, spans in own.items():
                    said = " ".join(texts[claim][start:end] for start, end in spans)
                    marked[claim, other] = [word.form for word in words(said)]
    assert len(marked) > 20
    for (claim, other), said in marked.items():
        assert said == marked[other, claim], (claim, other)


def test_a_row_is_a_place_to_cite(built_once: Project) -> None:
    site = (built_once.out() / "corpus/comparison.html").read_text("utf-8")
    for match in re.findall(
        r"^\* (match-[^:\s]+)", (built_once.root / "corpus/comparison.md").read_text("utf-8"), re.M
    ):
        assert site.count(f'id="{match}"') == 1


def test_a_site_folds_the_end_of_a_long_note_and_of_a_long_line(built: Project) -> None:
    folded = {5: [], 7: ["5", "6", "7"]}
    for count in folded:
        numbers = range(1, count + 1)
        claims = "; ".join(f"{{corpus:claim}}`reuters-p{n}-s1`" for n in numbers)
        notes = ([f"- Line {n}." for n in numbers], [f"- In {claims}, as told."])
        page = "\n\n".join("\n".join((":::{corpus:note} match", *lines, ":::")) for lines in notes)
        built.write(f"guide/own{count}.md", f"# Own\n\n{page}\n")
    assert built.build().code == 0
    for count, numbers_folded in folded.items():
        site = built.html(f"guide/own{count}")
        folds = re.findall(r"<summary>(.*?)</summary>(.*?)</details>", site, re.S)
        assert [summary for summary, _ in folds] == (["3 more", "and 3 more"] if numbers_folded else [])
        assert all(re.findall(r"(?:Line |¶)(\d)", words) == numbers_folded for _, words in folds)
        assert "as told." in site.split("</details>")[-1]


def test_a_line_that_is_none_is_named(built: Project) -> None:
    built.write("guide/note.md", ":::{corpus:note} match\nNo line\n:::\n")
    wrong = {
        "- reuters-p1-s1\nno words": "no words",
        "- reuters-p1-s1": "- reuters-p1-s1",
        "Caption\n\nTwo": "Two",
        "= column 1": "= column 1",
    }
    for number, line in enumerate(wrong):
        built.write(f"guide/own{number}.md", f":::{{corpus:rows}}\n= columns 1\n{line}\n:::\n")
    said = built.build().said
    assert re.search(r"guide/note\.md:\d+: .*begins with '- '; this one does not: No line", said)
    for number, named in enumerate(wrong.values()):
        assert re.search(rf"guide/own{number}\.md:\d+: .*indented by two spaces: {re.escape(named)}", said)
