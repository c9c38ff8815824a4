"""Any text goes through MyST and comes out as it was."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive, directives, roles
from hypothesis import example, given
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from annotated_corpus.model import Span
from annotated_corpus.pages.markup.directives import directive, page
from annotated_corpus.pages.markup.inline import Mark, cut, emphasized, escape, line, marked, role, stretches, visible
from tests.properties import any_text

pytestmark = pytest.mark.properties


def _plain(_name: str, _raw: str, text: str, *_rest: object) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    return [nodes.strong("", "", nodes.Text(text.strip(" ")))], []


def _nothing(*_given: object) -> tuple[list[nodes.Node], list[nodes.system_message]]:
    return [nodes.inline(classes=["here"])], []


class _Lines(Directive):
    """Shows the last of its lines as it was given."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the line."""
        return [nodes.literal_block("", self.content[-1])]


directives.register_directive("lines", _Lines)
roles.register_local_role("diff", _plain)  # type: ignore[arg-type] # the stub wants keyword names
roles.register_local_role("here", _nothing)


def _paragraph(markdown: str) -> nodes.document:
    told = {"report_level": 5, "halt_level": 6, "myst_enable_extensions": ["colon_fence"], "smart_quotes": False}
    return publish_doctree(markdown + "\n", parser=Parser(), settings_overrides=told)


def _words(document: nodes.document) -> str:
    return " ".join(document.astext().split())


def _expected(text: str) -> str:
    return " ".join(visible(text).split())


# All of Unicode, and more often than chance the signs that mean something to Markdown and MyST.
_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("\\`*_{}[]()<>#+-.!|~$&^=:%@'\"/ \t1a"),
    ),
    min_size=1,
    max_size=60,
)


@given(_TEXT)
@example("\\")
@example("&#92;")
@example("1. a")
@example("12) a")
@example(":::{note}")
@example("(label)=")
@example("+++ {}")
@example("{{ a }}")
@example("\\{diff}`x`")
@example("a\u2028b\x0bc\x85d\x1ee")
@example("![a](b)")
@example("---")
@example("% x")
@example("[ ] task")
@example("| a | b |")
@any_text
def test_a_line_of_text_is_one_paragraph_with_the_same_words(text: str) -> None:
    document = _paragraph(line(escape(text)))
    assert _words(document) == _expected(text)
    if _expected(text):
        assert [type(child) for child in document.children] == [nodes.paragraph]
        assert all(isinstance(child, nodes.Text) for child in document[0].children)


@given(_TEXT, st.data())
@any_text
def test_marks_and_points_change_no_word(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if _markable(text[a:b])]
    inside = {place for span in spans for place in range(span.start + 1, span.end)}
    points = {place: "{here}`x`" for place in cuts if place not in inside and place < len(text)}
    shown = marked(text, 0, [Mark(span, "diff") for span in spans], points)
    document = _paragraph(line(shown) if not shown.startswith("{") else shown)
    assert len(list(document.findall(nodes.inline))) == len(points)
    assert "".join(_words(document).split()) == "".join(_expected(text).split())


def _markable(words: str) -> bool:
    return bool(words) and words == words.strip() and not any(unicodedata.category(each) == "Cc" for each in words)


@given(_TEXT, st.data())
@example("\\", None)
@example("&#92;", None)
@example(":::", None)
@example("*a*", None)
@any_text
def test_words_in_italics_come_back_from_a_directive(text: str, data: st.DataObject | None) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6))) if data else []
    spans = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    document = _paragraph(directive("lines", "", f"- a\n  {emphasized(cut(text, spans))}"))
    (block,) = document.children
    given_back = stretches(block.astext().removeprefix("  "))
    shown = "".join(words for words, _ in given_back)
    assert shown.strip() == visible(text).strip()
    italic = "".join(words for words, differs in given_back if differs)
    assert "".join(italic.split()) == "".join(_expected("".join(text[each.start : each.end] for each in spans)).split())


@pytest.mark.parametrize("content", ["a", "`", "``", "a`b", "`a`", "a``b`c", "x`"])
def test_no_content_ends_its_role(content: str) -> None:
    document = _paragraph("before " + role("diff", content) + " after")
    assert document.astext() == f"before {content} after"


@pytest.mark.parametrize(
    "name", ["x--><img src=x onerror=alert(1)>.txt", "report--final.txt", "a-", "a--->.txt", "%2D.txt"]
)
def test_the_name_of_a_file_stays_in_the_comment_that_says_it(name: str) -> None:
    first = page(f"seeds/{name}", "# Title").splitlines()[0]
    inside = first.removeprefix("<!--").removesuffix("-->")
    assert first == f"<!--{inside}-->"
    assert not {"--", "<", ">"} & {inside[n : n + size] for n in range(len(inside)) for size in (1, 2)}
    assert unquote(inside).startswith(f" Made from seeds/{name} by ")
