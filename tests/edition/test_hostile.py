"""Whatever a seed holds is shown as text: it cannot break the page, nor run in it."""

from __future__ import annotations

import html
import re
import zipfile
from xml.etree import ElementTree

from tests.edition.conftest import Project

HOSTILE = [
    "# Not a heading {corpus:s}`globe-p1-s1` and {term}`Nobody`",
    "<script>alert(1)</script> <img src=x onerror=alert(1)> &amp; &#65; &copy;",
    "::: {note} ``` ~~~ $$x$$ $y$ {{ substitution }} [link](javascript:alert(1)) ![image](x.png)",
    "(target)= % comment +++ === --- *** 1. list - item > quote | table | cell |",
    "C:\\path\\{role}`x` \\* \\\\ `` ` ``` ````code",
    "(globe-p1)=",
    "% a comment that must not vanish",
    "+++",
    "- - -",
    "1. One, 2) two",
    "*emphasis* _under_ __dunder__ snake_case **bold** ~~struck~~ ==mark== ^sup^",
    "http://example.org/<x> <http://example.org> www.example.org me@example.org [^1] [ref]: x",
    "Nothing \x00, no character \uffff nor \ufffe.",
    "Bell \x07, escape \x1b[31m, delete \x7f, override \u202eabc, isolate \u2066x, zero\u200bwidth, a\u2028b.",
    "عنوان عربي يقول شيئا. Смешанный текст. 漢字かな交じり文。 Emoji 👩‍👩‍👧 and Z͑ͫ̓ͪ̂ͫ.",
    "—— “curly” ‘quotes’ ... -- --- no-break\u00a0space (c) (r) 1/2 <- ->",
]


STRICT = ("-W", "--keep-going", "-D", "suppress_warnings=corpus.control")


def _shown(page: str) -> str:
    body = page[page.index('<article role="main"') : page.index("</article>")]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", body)).split())


def test_hostile_text_is_shown_as_it_is(project: Project) -> None:
    words = ["A plain first sentence opens this text and is long enough to be a paragraph of it."]
    for number, each in enumerate(HOSTILE):
        words += [each, f"Plain sentence number {number} stands between the others and says so."]
    project.write("seeds/hostile.txt", "\n\n".join(words))
    project.write("seeds/hostile.toml", 'slug = "hostile"\ntitle = "*Hostile* <b>title</b> {term}`x`"\n')
    done = project.build()
    assert ["seeds/hostile.txt:" in each and "control characters" in each for each in done.warnings] == [True], (
        done.said
    )
    done = project.build("html", "-E", *STRICT)
    assert done.code == 0, done.said
    page = project.html("corpus/hostile")
    shown = _shown(page)
    for each in HOSTILE:
        expected = each.translate({0: "␀", 0xFFFE: "�", 0xFFFF: "�", 7: "␇", 27: "␛", 127: "␡", 0x2028: " "})
        assert " ".join(expected.split()) in shown
    assert "<script>alert" not in page
    assert "javascript:alert" not in re.sub(r">[^<]*<", "><", page)
    assert not re.search(r"<img[^>]*onerror", page)
    for builder in ("epub", "latex", "text"):
        done = project.build(builder, *STRICT)
        assert done.code == 0, done.said
    with zipfile.ZipFile(next(project.out("epub").glob("*.epub"))) as book:
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".ncx")):
                ElementTree.fromstring(book.read(name))  # noqa: S314 - the book that this test has made
