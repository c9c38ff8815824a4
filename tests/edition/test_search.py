"""The search of a large edition: what Pagefind's index holds after each kind of build, and who gets none."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.edition.conftest import Project
from tests.projects import copy_project

GLOBE = "seeds/003_f00094cdf8406b67.txt"
ABOUT = """\
# About us

## Who we are

We are the *keepers* of <this> edition.

```{only} latex
In a book only.
```
"""
CHOSEN = '\ncorpus_search = "pagefind"\n'


@pytest.fixture
def chosen(tmp_path: Path) -> Project:
    """An edition that is searched with Pagefind, not built yet."""
    return _inputs(tmp_path / "project")


def _inputs(root: Path) -> Project:
    project = Project(copy_project(root, "conf.py", "seeds"))
    project.write("conf.py", (project.root / "conf.py").read_text("utf-8") + CHOSEN)
    project.write("index.md", "# An edition\n\n```{toctree}\ncorpus/index\nguide/about\n```\n")
    project.write("guide/about.md", ABOUT)
    return project


def fragments(project: Project, builder: str = "html") -> dict[str, dict[str, Any]]:
    """Return what the index holds, by address."""
    found = [_unpacked(path) for path in (project.out(builder) / "pagefind" / "fragment").iterdir()]
    made = {each["url"]: each for each in found}
    assert len(made) == len(found)
    return made


def _unpacked(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
    return made


def lasting(project: Project) -> dict[str, bytes]:
    """Return the files of the index that are the same in every build: all but the filters, and what names them."""
    return {
        name: content
        for name, (content, _) in project.state("_build/html/pagefind").items()
        if "/filter/" not in name and not name.endswith(("pf_meta", "pagefind-entry.json"))
    }


def names(project: Project) -> Iterator[str]:
    yield from (path.relative_to(project.out()).as_posix() for path in project.out().rglob("*") if path.is_file())


@pytest.mark.parametrize("builder", ["html", pytest.param("dirhtml", marks=pytest.mark.slow)])
def test_paragraphs_people_and_pages_are_found_under_their_anchors(chosen: Project, builder: str) -> None:
    built = chosen.build(builder, "-W")
    assert built.code == 0, built.said
    found = fragments(chosen, builder)
    ending = ".html" if builder == "html" else "/"
    article = found[f"/corpus/reuters{ending}"]
    assert article["filters"] == {
        "kind": ["article"], "source": ["Reuters"], "year": ["2021"], "date": ["2 December 2021"],
    }  # fmt: skip
    text = {each["id"]: each["text"] for each in article["anchors"]}
    assert text["reuters-p2"].startswith("Blinken delivered the warning to Russian Foreign Minister Sergei Lavrov")
    assert "Register now for FREE" not in article["content"]
    assert "Same claim in other words" not in article["content"]
    people = {each["id"]: each["text"] for each in found[f"/corpus/people{ending}"]["anchors"]}
    assert people["term-Sergei-Lavrov"] == "Sergei Lavrov"
    about = found[f"/guide/about{ending}"]
    assert about["content"] == "About us. Who we are. We are the keepers of <this> edition."
    assert [each["id"] for each in about["anchors"]] == ["about-us", "who-we-are"]
    assert not {each for each in found if re.search("comparison|sources|corpus/index|search|genindex", each)}
    for address, made in found.items():
        path = chosen.out(builder) / f"{address.removeprefix('/')}{'index.html' if address.endswith('/') else ''}"
        page = path.read_text("utf-8")
        assert [each["id"] for each in made["anchors"] if f'id="{each["id"]}"' not in page] == [], address
    before = chosen.state(f"_build/{builder}")
    assert chosen.build(builder, "-W").code == 0
    assert chosen.state(f"_build/{builder}") == before


def test_sphinx_makes_no_index_and_its_search_box_leads_to_ours(chosen: Project) -> None:
    chosen.write("conf.py", (chosen.root / "conf.py").read_text("utf-8") + 'html_use_opensearch = "https://e.org"\n')
    assert chosen.build("html", "-W").code == 0
    assert "searchindex.js" not in set(names(chosen))
    page = chosen.html("search")
    assert "searchtools" not in page
    assert "searchindex" not in page
    assert '<option value="Reuters">' in page
    assert "Please activate JavaScript" in page[page.index("<noscript>") :]
    article = chosen.html("corpus/reuters")
    assert re.search(r'<link rel="search" [^>]*href="../search.html"', article)
    assert "corpus-search.js" not in article
    assert "search.html?q=" in (chosen.out() / "_static" / "opensearch.xml").read_text("utf-8")


@pytest.mark.slow
def test_each_build_leaves_the_index_of_what_is_there(chosen: Project, tmp_path: Path) -> None:
    assert chosen.build("html", "-W").code == 0
    first, before = lasting(chosen), chosen.state("_build/html")
    chosen.replace(GLOBE, "clearly evident in the conversations", "clearly visible in the hovercraft")
    assert chosen.build("html", "-W").code == 0
    changed = fragments(chosen)["/corpus/globe.html"]["content"]
    assert "visible in the hovercraft" in changed
    assert "evident in the conversations" not in "".join(each["content"] for each in fragments(chosen).values())
    after = chosen.state("_build/html/pagefind")
    kept = [name for name in first if "/fragment/" in name and name in after]
    assert kept
    assert all(after[name] == before[name] for name in kept)

    fresh = _inputs(tmp_path / "fresh")
    fresh.write(GLOBE, (chosen.root / GLOBE).read_bytes())
    fresh.write("corpus/anchors.json", (chosen.root / "corpus" / "anchors.json").read_bytes())
    assert fresh.build("html", "-W", jobs="2").code == 0
    assert lasting(fresh) == lasting(chosen)

    (chosen.root / GLOBE).unlink()
    (chosen.root / GLOBE).with_suffix(".toml").unlink()
    assert chosen.build("html", "-W").code == 0
    assert "/corpus/globe.html" not in fragments(chosen)
    assert "Globe" not in chosen.html("search")
    assert "hovercraft" not in "".join(each["content"] for each in fragments(chosen).values())


@pytest.mark.slow
def test_who_changes_the_option_finds_nothing_of_the_other_search(chosen: Project) -> None:
    theirs = chosen.build()
    assert theirs.code == 0
    for value, mine in (("sphinx", False), ("pagefind", True)):
        assert chosen.build("html", "-D", f"corpus_search={value}").code == 0
        made = set(names(chosen))
        assert ("searchindex.js" in made) is not mine
        assert any(name.startswith("pagefind/") for name in made) is mine
        assert (chosen.out() / "pagefind").exists() is mine
    chosen.write("_build/html/pagefind/of-mine.txt", "An index that its editor made.")
    (chosen.root / "_build" / "doctrees" / "corpus-pagefind-html").unlink()
    assert chosen.build("html", "-D", "corpus_search=sphinx").code == 0
    assert (chosen.out() / "pagefind" / "of-mine.txt").exists()


def test_what_may_not_be_shown_is_not_in_the_index(chosen: Project) -> None:
    sidecar = (chosen.root / GLOBE).with_suffix(".toml")
    sidecar.write_text(sidecar.read_text("utf-8") + '\ndisplay = "excerpt"\n', "utf-8")
    chosen.write("index.md", "---\nno-search: true\n---\n" + (chosen.root / "index.md").read_text("utf-8"))
    assert chosen.build().code == 0
    assert "is still simmering" not in "".join(each["content"] for each in fragments(chosen).values())
    assert "[…]" in fragments(chosen)["/corpus/globe.html"]["content"]
    assert "/index.html" not in fragments(chosen)


def _without_pagefind(project: Project) -> str:
    """Return a place for modules where Pagefind cannot be imported."""
    project.write("modules/pagefind/__init__.py", 'raise ImportError("as if it were not there")\n')
    return str(project.root / "modules")


def test_without_the_package_one_line_says_what_to_install(chosen: Project) -> None:
    built = chosen.build(PYTHONPATH=_without_pagefind(chosen))
    assert built.code == 1
    assert len(built.errors) == 1, built.said
    for words in ("conf.py", 'corpus_search = "pagefind"', 'pip install "sphinx-annotated-corpus[pagefind]"'):
        assert words in built.errors[0]
    assert "Traceback" not in built.said
    assert not (chosen.root / "corpus").exists()


@pytest.mark.slow
def test_a_missing_or_failing_program_is_one_line_too(chosen: Project) -> None:
    gone = chosen.build(PAGEFIND_BINARY_PATH=str(chosen.root / "nowhere"))
    assert (gone.code, len(gone.errors)) == (1, 1), gone.said
    assert "its program is missing" in gone.errors[0]
    broken = chosen.write("broken", "#!/bin/sh\necho no room left >&2\nexit 3\n")
    broken.chmod(0o755)
    failed = chosen.build(PAGEFIND_BINARY_PATH=str(broken))
    assert (failed.code, len(failed.errors)) == (1, 1), failed.said
    assert "no room left" in failed.errors[0]
    assert not (chosen.out() / "pagefind").exists()
    assert chosen.build().code == 0
    assert fragments(chosen)


@pytest.mark.slow
def test_other_formats_and_other_editions_do_not_even_import_it(chosen: Project) -> None:
    modules = _without_pagefind(chosen)
    assert chosen.build("singlehtml", PYTHONPATH=modules).code == 0
    assert chosen.build("html", "-D", "corpus_search=sphinx", PYTHONPATH=modules).code == 0
    made = set(names(chosen))
    assert "searchindex.js" in made
    assert not {name for name in made if "pagefind" in name or "corpus-search" in name}
