"""What ARCHITECTURE.md says of the part that knows Sphinx is what that part does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import MagicMock

import pytest

from annotated_corpus import sphinx_glue
from tests.projects import ROOT

EVENTS = (
    "config-inited",
    "builder-inited",
    "env-before-read-docs",
    "source-read",
    "transform",
    "env-updated",
    "write-started",
    "post-transform",
    "doctree-resolved",
    "html-page-context",
    "html-collect-pages",
    "build-finished",
)
"""As they come in a build: those of a page stand together, at the first time that they come."""


def _named(handler: Callable[..., object]) -> str:
    module = handler.__module__.removeprefix(f"{sphinx_glue.__name__}.")
    return f"{module}: {handler.__name__.lstrip('_')}"


def _connected() -> list[tuple[str, str, str]]:
    """Return what ``setup`` connects: event, priority and handler, in the order in which Sphinx calls them."""
    app = MagicMock()
    sphinx_glue.setup(app)
    found: list[tuple[int, int, str, str, str]] = []

    def add(event: str, priority: int, handler: Callable[..., object]) -> None:
        found.append((EVENTS.index(event), priority, event, str(priority), _named(handler)))

    for call in app.connect.call_args_list:
        event, handler = call.args
        add(event, call.kwargs.get("priority", 500), handler)
    for call in app.add_transform.call_args_list:
        add("transform", call.args[0].default_priority, call.args[0])
    for call in app.add_post_transform.call_args_list:
        add("post-transform", call.args[0].default_priority, call.args[0])
    return [(event, priority, name) for _, _, event, priority, name in sorted(found, key=lambda each: each[:2])]


def _stated() -> Iterator[tuple[str, ...]]:
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    section = text.partition("\n## Events\n")[2].partition("\n## ")[0]
    event = ""
    for row in re.findall(r"^\| (.*) \|$", section, re.M)[2:]:
        cells = [cell.strip().strip("`") for cell in row.split("|")]
        event = cells[0] or event
        yield event, *cells[1:3]


def test_the_page_lists_what_is_connected() -> None:
    assert list(_stated()) == _connected()


@pytest.mark.parametrize("room", ["domain", "blocks", "html", "search", "formats", "upstream"])
def test_the_page_names_every_room(room: str) -> None:
    text: Any = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    assert f"`{room}`" in text
