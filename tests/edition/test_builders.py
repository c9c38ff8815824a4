"""What each builder gets: sites one style sheet and one script, builders unknown here what they can use."""

from __future__ import annotations

import json
import re
import zlib
from importlib.resources import files

import pytest

from tests.edition.conftest import Project


@pytest.mark.parametrize("builder", ["json", "pickle"])
def test_pages_as_data(project: Project, builder: str) -> None:
    done = project.build(builder)
    assert done.code == 0, done.said
    if builder == "json":
        page = json.loads((project.out("json") / "corpus/reuters.fjson").read_text("utf-8"))
        assert 'id="reuters-p7"' in page["body"]


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml"])
def test_a_page_loads_one_style_sheet_and_one_script_of_ours(project: Project, builder: str) -> None:
    done = project.build(builder, "-W", jobs="2")
    assert done.code == 0, done.said
    out = project.out(builder)
    asked = re.compile(r'="[^"]*_static/(corpus[^"]*\.(?:css|js))\?v=(\w+)"')
    loaded = {tuple(asked.findall(page.read_text("utf-8"))) for page in out.rglob("*.html")}
    assert [[name for name, _ in each] for each in loaded] == [["corpus.css", "corpus.js"]]
    for (name, checksum), folder in zip(*loaded, ("styles", "scripts"), strict=True):
        content = (out / "_static" / name).read_bytes()
        assert checksum == f"{zlib.crc32(content):08x}"
        sources = list((files("annotated_corpus") / "static" / folder).iterdir())
        assert sources
        assert [source.name for source in sources if source.read_bytes() not in content] == []
    before = project.state(f"_build/{builder}/_static")
    assert project.build(builder, "-W").code == 0
    assert project.state(f"_build/{builder}/_static") == before
