"""Where nobody can commit, nothing is written: Read the Docs, or `corpus_register = "frozen"`."""

from __future__ import annotations

import shutil

from tests.edition.conftest import Project

GLOBE = "seeds/003_f00094cdf8406b67.txt"


def test_a_complete_corpus_builds_without_a_warning(project: Project) -> None:
    before = project.state("corpus")
    done = project.build("html", "-W", READTHEDOCS="True")
    assert done.code == 0, done.said
    assert project.state("corpus") == before


def test_a_page_out_of_date_is_a_warning_and_is_not_written(project: Project) -> None:
    project.replace(GLOBE.replace(".txt", ".toml"), 'source = "The Globe and Mail"', 'source = "Globe"')
    before = project.state("corpus")
    done = project.build(READTHEDOCS="True")
    assert done.code == 0, done.said
    assert any("out of date" in line and "make html" in line for line in done.warnings), done.said
    assert project.state("corpus") == before


def test_an_anchor_not_yet_issued_is_an_error(project: Project) -> None:
    project.write(GLOBE, (project.root / GLOBE).read_text("utf-8") + "\n\nA new last paragraph says more.\n")
    before = project.state("corpus")
    done = project.build("html", "-D", "corpus_register=frozen")
    assert done.code == 1, done.said
    assert "corpus/anchors.json" in done.errors[0]
    assert "make html" in done.errors[0]
    assert project.state("corpus") == before


def test_pages_without_their_register_stop_the_build(project: Project) -> None:
    (project.root / "corpus/anchors.json").unlink()
    before = project.state("corpus")
    done = project.build()
    assert done.code == 1, done.said
    (said,) = done.errors
    assert "corpus/anchors.json" in said
    assert "version control" in said
    assert project.state("corpus") == before
    shutil.rmtree(project.root / "corpus")
    assert project.build().code == 0


def test_a_preview_says_that_it_must_not_be_cited(project: Project) -> None:
    assert project.build("html", READTHEDOCS="True", READTHEDOCS_VERSION_TYPE="external").code == 0
    assert "Preview, do not cite." in project.html("corpus/globe")
    assert project.build("html", "-a", READTHEDOCS="True", READTHEDOCS_VERSION_TYPE="branch").code == 0
    assert "Preview, do not cite." not in project.html("corpus/globe")


def test_the_canonical_address_comes_from_the_environment(project: Project) -> None:
    address = "https://edition.example.org/en/latest/"
    assert project.build("html", READTHEDOCS_CANONICAL_URL=address).code == 0
    assert f'<link rel="canonical" href="{address}corpus/globe.html"' in project.html("corpus/globe")
