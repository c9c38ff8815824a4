"""An edition of more than sixty articles: split into sections, its anchors in the domain, built by increments."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

from tests.edition import large
from tests.projects import Built, Project


def output(project: Project) -> dict[str, bytes]:
    """Return what readers and programs get: pages, data and inventory. (Sphinx orders its search index by time.)"""
    kept = (".html", ".jsonl", ".inv")
    return {
        name: content
        for name, (content, _) in project.state("_build/html").items()
        if name.endswith(kept) and not name.endswith("search.html")
    }


def test_the_build_says_in_one_line_what_it_added(first_large: Built) -> None:
    said = [line for line in first_large.said.splitlines() if line.startswith("anchors: ")]
    assert said == ["anchors: 64 articles added"]


def test_no_sidebar_lists_the_articles_and_every_page_leads_on(built_large: Project) -> None:
    page = built_large.html("corpus/n010")
    sidebar = page[page.index('class="sidebar-tree"') :]
    sidebar = sidebar[: sidebar.index("</aside>")]
    assert "people.html" in sidebar
    assert "n011.html" not in sidebar
    assert re.search(r'class="next-page" href="n011\.html"', page)
    listed = built_large.html("corpus/articles-2020-01")
    assert all(f'href="n{number:03}.html#n{number:03}"' in listed for number in range(24))
    assert 'href="articles-2020-01.html"' in built_large.html("corpus/index")
    assert re.search(r'<a class="reference internal" href="articles-2020-01.html">\W*<[^>]*>all of January 2020<', page)


def test_every_paragraph_has_its_anchor_and_is_in_the_inventory_once(built_large: Project) -> None:
    inventory = InventoryFile.loads((built_large.out() / "objects.inv").read_bytes(), uri="").data
    for number in (0, 7, 63):
        page = built_large.html(f"corpus/n{number:03}")
        for paragraph in range(1, 4):
            anchor = f"n{number:03}-p{paragraph}"
            assert page.count(f'id="{anchor}"') == 1
            assert inventory["corpus:paragraph"][anchor].uri == f"corpus/n{number:03}.html#{anchor}"
    assert not [name for name in inventory["std:label"] if name.startswith("n0")]


def test_mentions_lead_to_their_entry_and_matches_to_the_other_article(built_large: Project) -> None:
    page = built_large.html("corpus/n010")
    entry = re.search(r'href="(people[a-z-]*\.html)#(person-[a-z-]+)"', page)
    assert entry is not None
    assert f'id="{entry[2]}"' in built_large.html(f"corpus/{entry[1].removesuffix('.html')}")
    assert 'href="n011.html#n011-p1-s1"' in page
    assert 'id="n011-p1-s1"' in built_large.html("corpus/n011")


def test_other_formats_have_all_articles_and_anchors(built_large: Project) -> None:
    assert built_large.build("latex", "-W").code == 0
    book = next(built_large.out("latex").glob("*.tex")).read_text("utf-8")
    for anchor in ("n000-p1", "n063-p3", "n010-p1-s1", "n010-title"):
        assert f"\\detokenize{{corpus/{anchor[:4]}:{anchor}}}" in book
    assert built_large.build("text", "-W").code == 0
    assert "Seen from" in (built_large.out("text") / "corpus" / "n010.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "change", ["added", *(pytest.param(each, marks=pytest.mark.slow) for each in ("changed", "removed"))]
)
def test_one_article_costs_its_own_pages_and_gives_what_a_fresh_build_gives(
    built_large: Project, tmp_path: Path, change: str
) -> None:
    seed = built_large.root / "seeds" / "n030.txt"
    if change == "added":
        large.write(built_large.root, large.ARTICLES)
    elif change == "changed":
        seed.write_text(seed.read_text("utf-8").replace("yesterday", "on Friday"), "utf-8")
    else:
        seed.unlink()
        seed.with_suffix(".toml").unlink()
    again = built_large.build()
    assert again.code == 0, again.said
    assert len(again.written) < large.ARTICLES / 2, sorted(again.written)
    fresh = Project(tmp_path / "fresh")
    for name in ("seeds", "conf.py", "index.md", "corpus/anchors.json"):
        source, target = built_large.root / name, fresh.root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
    assert fresh.build().code == 0
    pages = {name: content for name, (content, _) in built_large.state("corpus").items()}
    assert pages == {name: content for name, (content, _) in fresh.state("corpus").items()}
    one, two = output(built_large), output(fresh)
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []
    assert built_large.build().written == set()


@pytest.mark.slow
def test_serial_and_parallel_builds_of_a_large_edition_give_the_same_bytes(built_large: Project) -> None:
    before = output(built_large)
    assert built_large.build("html", "-E", "-a", jobs="2").code == 0
    assert output(built_large) == before
