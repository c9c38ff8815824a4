"""HTML made by hand holds text as text."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.pages.html import Markup, Template, joined

_BOLD = Template('<b title="%s">%s</b>')


@given(st.text(), st.text())
def test_a_value_is_text_unless_it_is_html(title: str, words: str) -> None:
    made = _BOLD(title, words)
    inside = made.removeprefix('<b title="').removesuffix("</b>")
    assert not {"<", '"'} & set(inside.replace('">', "", 1))
    assert unescape(inside) == f'{title}">{words}'
    assert _BOLD("", made) == f'<b title="">{made}</b>'


def test_parts_are_joined_as_what_they_are() -> None:
    assert joined([Markup("<b>"), "<", Markup("</b>")]) == "<b>&lt;</b>"
