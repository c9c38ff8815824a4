"""An edition of one's own, begun as README says."""

from __future__ import annotations

import shutil

import pytest

from tests.edition.conftest import Project
from tests.projects import ROOT

pytestmark = pytest.mark.slow


def test_nothing_of_this_edition_is_left_in_one_begun_as_readme_says(project: Project) -> None:
    steps = (ROOT / "README.md").read_text("utf-8").partition("## Use your own texts")[2].partition("2. ")[0]
    for name in ("`seeds/`", "`corpus/`", "`conf.py`", "`index.md`"):
        assert name in steps
    shutil.rmtree(project.root / "seeds")
    shutil.rmtree(project.root / "corpus")
    for name in ("obituary.txt", "opinion.txt"):
        project.write(f"seeds/{name}", (ROOT / "tests/text/publishers" / name).read_bytes())
    project.replace("conf.py", '"Blinken and Lavrov in Stockholm"', '"My edition"')
    index = (project.root / "index.md").read_text("utf-8").partition("## In figures")
    project.write("index.md", f"# My edition\n\n{index[1]}{index[2]}")
    made = project.build("html", "-W", "--keep-going")
    assert made.code == 0, made.warnings
    for path in project.out().rglob("*.html"):
        if path.parent.name != "guide":
            assert "Blinken" not in path.read_text("utf-8"), path
