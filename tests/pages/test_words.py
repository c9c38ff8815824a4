"""What readers are told is written down in few places, so that it is changed in one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import annotated_corpus
from annotated_corpus.model import STATED
from annotated_corpus.pages import words

ROOT = Path(annotated_corpus.__file__).parent
_SENTENCE = re.compile(r"(?:^|[>\"“] ?)(?:[A-Z][a-z]+|[a-z]{3,}) (?:[a-z]{2,}|a) (?:[a-z“¶{]|$)")
_HOMES = {"pages/words.py", "pages/phrases.py", "pages/notes.py", "pages/citation.py"}
"""The words of the pages; of matches; of differences; of citations."""
_EDITORS = {
    "pages/markup/rows.py",
    "pages/markup/mentions.py",
    "pages/markup/notes.py",
    "pages/store.py",
    "sphinx_glue/build.py",
    "sphinx_glue/domain/objects.py",
    "sphinx_glue/search/pagefind.py",
}
"""These have messages for editors, who see them while a page is made."""


def _strings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and value of each string but docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.lineno, node.value


def test_sentences_have_one_home() -> None:
    paths = [*ROOT.glob("pages/**/*.py"), *ROOT.glob("sphinx_glue/**/*.py")]
    homeless = [
        f"{name}:{line}: {text}"
        for path in sorted(paths)
        if (name := path.relative_to(ROOT).as_posix()) not in _HOMES | _EDITORS
        for line, text in _strings(path)
        if _SENTENCE.search(text) and "epub" not in text  # the formats that a part of a page is for
    ]
    assert homeless == []


def test_every_word_is_used() -> None:
    names = {name for name in vars(words) if name.isupper()}
    used = "".join(path.read_text("utf-8") for path in ROOT.rglob("*.py"))
    assert [name for name in sorted(names) if f"words.{name}" not in used] == []


def test_every_field_that_is_shown_can_be_stated() -> None:
    assert {*words.STATED} - {"section"} <= {*STATED}
