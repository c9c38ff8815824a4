"""Every generated block comes back as it was written, through MyST and whatever its words look like."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import ClassVar

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from docutils.parsers.rst import Directive as DocutilsDirective
from docutils.parsers.rst import directives
from hypothesis import example, given, settings
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from annotated_corpus.model import STATED, Metadata
from annotated_corpus.pages.markup import head, mentions, notes, rows
from annotated_corpus.pages.markup.directives import read_list, write_list
from annotated_corpus.pages.markup.inline import Stretches, visible
from annotated_corpus.pages.markup.names import Cite, Directive


@dataclass
class _Seen:
    """What MyST made of a directive."""

    argument: str
    options: dict[str, str]
    content: list[str]


class _Catcher(DocutilsDirective):
    """Keeps what it was given."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar = dict.fromkeys(head.OPTIONS, directives.unchanged)
    seen: ClassVar[list[_Seen]] = []

    def run(self) -> list[nodes.Node]:
        """Return nothing."""
        self.seen.append(_Seen(" ".join(self.arguments), dict(self.options), list(self.content)))
        return []


for _name in (Directive.ROWS, Directive.MENTIONS, Directive.NOTE, Directive.ARTICLE):
    directives.register_directive(_name, _Catcher)


def _through_myst(markdown: str) -> _Seen:
    told = {"report_level": 2, "halt_level": 2, "myst_enable_extensions": ["colon_fence"], "smart_quotes": False}
    _Catcher.seen.clear()
    document = publish_doctree(f"before\n\n{markdown}\n\nafter\n", parser=Parser(), settings_overrides=told)
    assert [child.astext() for child in document.children] == ["before", "after"]
    (seen,) = _Catcher.seen
    return seen


# All of Unicode, and more often than chance the signs of Markdown, of MyST and of the blocks themselves.
_TEXT = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("\\`*_{}[]()<>#+-.!|~$&^=:;,%@'\"/ \t\n1a"),
    ),
    max_size=40,
) | st.sampled_from(
    [
        "= columns 1; places 2",
        "- a-p1-s1, said by B",
        "* match-a: b c",
        "+ folded",
        "**a** b",
        "{corpus:claim}`a`",
        "\\{corpus:claim}`a`",
        ":::",
        "```",
        "&#92;",
        "\\*",
        "---",
        "a\u2028b\x85c\x1cd",
        " ",
        "\u3000",
        "é" * 300,
    ]
)
_WORD = st.from_regex(r"[a-z](-?[a-z0-9]+){0,3}", fullmatch=True)
_WORDS = st.lists(_WORD, max_size=3).map(tuple)
_STRETCHES = st.lists(st.tuples(_TEXT, st.booleans()), max_size=4).map(tuple)
_SAID = st.builds(rows.Said, _WORD, _TEXT, _STRETCHES, throughout=st.booleans()) | st.builds(
    rows.Said, _WORD, st.just(""), _STRETCHES, _WORD
)
_VERDICT = st.builds(rows.Verdict, _WORD, st.just(()) | st.tuples(_WORD, _WORD), _TEXT, _TEXT)
_ROW = st.builds(
    rows.Row,
    columns=_WORDS,
    relations=_WORDS,
    bases=_WORDS,
    places=_WORDS,
    caption=_TEXT,
    folded=_TEXT,
    said=st.lists(_SAID, max_size=3).map(tuple),
    verdicts=st.lists(_VERDICT, max_size=3).map(tuple),
)


def _as_shown(words: Stretches) -> Stretches:
    """Return words with control characters as signs, in as few stretches as show the same."""
    merged: list[tuple[str, bool]] = []
    for text, italic in words:
        if merged and not italic and not merged[-1][1]:
            merged[-1] = (merged[-1][0] + visible(text), False)
        elif text:
            merged.append((visible(text), italic))
    if merged and not merged[0][1]:
        merged[0] = (merged[0][0].lstrip(" \t"), False)
    return tuple(each for each in merged if each[0])


def _row_as_shown(row: rows.Row) -> rows.Row:
    return replace(
        row,
        caption=visible(row.caption).lstrip(" \t") if visible(row.caption).strip() else "",
        folded=visible(row.folded),
        said=tuple(replace(each, speaker=visible(each.speaker), words=_as_shown(each.words)) for each in row.said),
        verdicts=tuple(
            replace(each, finding=visible(each.finding), words=visible(each.words)) for each in row.verdicts
        ),
    )


def _lines(markdown: str) -> list[str]:
    """Return the lines between the fences."""
    return markdown.split("\n")[1:-1]


@given(st.lists(_ROW, max_size=3))
@settings(max_examples=200, deadline=None)
def test_rows_come_back(made: list[rows.Row]) -> None:
    assert rows.read(_lines(rows.write(made))) == tuple(map(_row_as_shown, made))


@given(st.lists(_ROW, min_size=1, max_size=2))
@settings(max_examples=60, deadline=None)
def test_rows_come_back_through_myst(made: list[rows.Row]) -> None:
    """MyST drops white space at the ends of lines, as any editor may; no word is lost."""

    def bare(read: tuple[rows.Row, ...]) -> list[str]:
        return [" ".join(repr(each).split()) for each in map(_stripped, read)]

    assert bare(rows.read(_through_myst(rows.write(made)).content)) == bare(tuple(map(_row_as_shown, made)))


def _stripped(row: rows.Row) -> rows.Row:
    def end(words: Stretches) -> Stretches:
        text = tuple(("".join(text.split()), italic) for text, italic in words)
        return tuple(each for each in text if each[0])

    return replace(
        row,
        caption="".join(row.caption.split()),
        folded="".join(row.folded.split()),
        said=tuple(replace(each, speaker="".join(each.speaker.split()), words=end(each.words)) for each in row.said),
        verdicts=tuple(
            replace(each, finding="".join(each.finding.split()), words="".join(each.words.split()))
            for each in row.verdicts
        ),
    )


_PART = st.builds(notes.Part, _TEXT, st.none()) | st.builds(
    notes.Part, _WORD, st.sampled_from([Cite.CLAIM, Cite.MATCH])
)


def _remark_as_shown(remark: notes.Remark) -> notes.Remark:
    merged: list[notes.Part] = []
    for part in remark:
        if part.role:
            merged.append(part)
        elif merged and not merged[-1].role:
            merged[-1] = notes.Part(merged[-1].words + visible(part.words))
        else:
            merged.append(notes.Part(visible(part.words)))
    return tuple(part for part in merged if part.words)


@given(st.lists(st.lists(_PART, min_size=1, max_size=5).map(tuple), max_size=4))
@settings(max_examples=200, deadline=None)
def test_notes_come_back(made: list[notes.Remark]) -> None:
    assert notes.read(_lines(notes.write(made))) == tuple(map(_remark_as_shown, made))


@given(st.lists(st.builds(mentions.Mentioned, _WORD, _TEXT, _TEXT, _TEXT), min_size=1, max_size=4))
@example([mentions.Mentioned("a-p1", "", "", "[…]")])
@settings(max_examples=80, deadline=None)
def test_mentions_come_back(made: list[mentions.Mentioned]) -> None:
    shown = tuple(mentions.Mentioned(each.anchor, *map(visible, each[1:])) for each in made)
    assert mentions.read(_lines(mentions.write(made))) == shown
    if all("".join(each[1:]).strip() for each in shown):
        through = mentions.read(_through_myst(mentions.write(made)).content)
        assert [(each.anchor, each.before, each.name.rstrip()) for each in through if each.after.strip()] == [
            (each.anchor, each.before, each.name.rstrip()) for each in shown if each.after.strip()
        ]


_VALUE = _TEXT.map(lambda text: " ".join(visible(text).split()))


@given(st.data(), st.none() | st.builds(head.Listing, _VALUE.filter(bool), _WORD), _VALUE)
@settings(max_examples=80, deadline=None)
def test_what_is_stated_comes_back(data: st.DataObject, listing: head.Listing | None, window: str) -> None:
    stated = {
        each.name: data.draw(st.lists(_VALUE.filter(bool), max_size=3).map(tuple) if each.default == () else _VALUE)
        for each in fields(Metadata)
        if each.name in ("label", *STATED)
    }
    made = head.Head("a", Metadata(**stated), window, listing, file="a.txt", sha256="0" * 64, near=("p3", "p7a"))
    seen = _through_myst(head.write(made, "Others tell it."))
    assert (head.read(seen.argument, seen.options), seen.content) == (made, ["Others tell it."])


@given(st.lists(_VALUE.filter(bool)).map(tuple))
def test_a_list_comes_back(items: tuple[str, ...]) -> None:
    assert read_list(write_list(items)) == items


@pytest.mark.parametrize("line", ["- a b\n  x", "* a: b\n  x", "* a\nx", "- a", "  x", "a\n\n  b", "+"])
def test_what_means_nothing_is_named(line: str) -> None:
    if line == "+":
        assert rows.read(["= columns 1", line])[0].caption == "+"  # a caption may be anything that means nothing else
        return
    with pytest.raises(ValueError, match="a row begins with"):
        rows.read(["= columns 1", *line.split("\n")])


@pytest.mark.parametrize("line", ["a-p1 1-2", "a-p1 words", "a-p1 1-99999999999 x"])
def test_a_mention_without_its_numbers_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="this one is not"):
        mentions.read([line])
