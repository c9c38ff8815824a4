"""Builders that this extension does not know: each gets what it can use."""

from __future__ import annotations

import json

import pytest

from tests.edition.conftest import Project


@pytest.mark.parametrize("builder", ["json", "pickle"])
def test_pages_as_data(project: Project, builder: str) -> None:
    done = project.build(builder)
    assert done.code == 0, done.said
    if builder == "json":
        page = json.loads((project.out("json") / "corpus/reuters.fjson").read_text("utf-8"))
        assert 'id="reuters-p7"' in page["body"]
