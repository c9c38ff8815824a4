"""Anchors can be cited: inside the edition, from objects.inv, and from another Sphinx project."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sphinx.util.inventory import InventoryFile

from tests.builder import sphinx_build
from tests.edition.conftest import Project

CONF = """
project = "A paper that cites"
extensions = ["myst_parser", "sphinx.ext.intersphinx"]
intersphinx_mapping = {{"edition": ("https://edition.example.org/", {inventory!r})}}
"""


def test_the_inventory_lists_articles_paragraphs_claims_and_matches(built_once: Project) -> None:
    content = (built_once.out() / "objects.inv").read_bytes()
    inventory = InventoryFile.loads(content, uri="https://edition.example.org/").data
    paragraph = inventory["corpus:paragraph"]["reuters-p9"]
    assert paragraph.uri == "https://edition.example.org/corpus/reuters.html#reuters-p9"
    assert paragraph.display_name == "Reuters, ¶9"
    assert inventory["corpus:article"]["globe"].uri.endswith("corpus/globe.html#globe")
    assert inventory["corpus:claim"]["reuters-p9-s2"].display_name == "Reuters, ¶9:2"
    assert inventory["corpus:match"]
    assert inventory["corpus:person"]["person-dmytro-kuleba"].display_name == "Dmytro Kuleba"
    assert inventory["corpus:place"]["place-stockholm"].uri.endswith("corpus/places.html#term-Stockholm")
    # The search makes an address of the name that it shows, unless the anchor is another than the id.
    assert '"term-Stockholm","Stockholm"' in (built_once.out() / "searchindex.js").read_text("utf-8")


def test_the_search_says_what_it_found(built_once: Project) -> None:
    index = (built_once.out() / "searchindex.js").read_text("utf-8")
    for kind in ("Article", "Person", "Place"):
        assert f'"{kind} in this edition"' in index


def test_every_anchor_of_the_inventory_is_in_its_page(built_once: Project) -> None:
    inventory = InventoryFile.loads((built_once.out() / "objects.inv").read_bytes(), uri="").data
    for kind in ("article", "paragraph", "claim", "match"):
        for name, item in inventory[f"corpus:{kind}"].items():
            page, _, anchor = item.uri.partition("#")
            assert anchor == name
            assert (built_once.out() / page).read_text("utf-8").count(f'id="{anchor}"') == 1, name


def test_another_project_cites_a_paragraph(built_once: Project, tmp_path: Path) -> None:
    paper = tmp_path / "paper"
    paper.mkdir()
    (paper / "conf.py").write_text(CONF.format(inventory=str(built_once.out() / "objects.inv")), "utf-8")
    (paper / "index.md").write_text("# Paper\n\nSee [](inv:edition:corpus:paragraph#reuters-p9).\n", "utf-8")
    done = sphinx_build(["-W", "-n", "-q", "-b", "html", str(paper), str(tmp_path / "out")], os.environ)
    assert done.code == 0, done.said
    html = (tmp_path / "out/index.html").read_text("utf-8")
    assert 'href="https://edition.example.org/corpus/reuters.html#reuters-p9"' in html
    assert "Reuters, ¶9" in html


def test_a_role_that_names_no_anchor_is_told_with_its_line(built: Project) -> None:
    index = (built.root / "index.md").read_text("utf-8")
    built.write("index.md", index + "\nSee {corpus:p}`reuters-p999`.\n")
    done = built.build()
    line = len(index.splitlines()) + 2
    assert any(f"index.md:{line}" in said and "reuters-p999" in said for said in done.warnings), done.said


def test_the_role_any_finds_what_the_edition_has(built: Project) -> None:
    index = (built.root / "index.md").read_text("utf-8")
    built.write("index.md", index + "\nSee {any}`reuters-p9`, not {any}`reuters-p999`.\n")
    done = built.build()
    page = built.html("index")
    assert re.search(r'href="corpus/reuters\.html#reuters-p9"><span class="corpus-cite[^"]*">Reuters,\s¶9<', page)
    assert ["reuters-p999" in said for said in done.warnings] == [True], done.said


def test_every_mention_links_to_its_entry_and_every_entry_back(built_once: Project) -> None:
    article, people = built_once.html("corpus/globe"), built_once.html("corpus/people")
    assert 'href="people.html#term-Dmytro-Kuleba"' in article
    assert 'id="term-Dmytro-Kuleba"' in people
    assert 'id="person-dmytro-kuleba"' in people
    assert 'href="globe.html#globe-p12"' in people


def test_a_name_without_latin_letters_keeps_its_address_beside_others(project: Project) -> None:
    """Sphinx numbers such terms in their order, so that a new name would take over the address of another."""
    name, text = "Давид Арутюнян", "Вести\n\nНе менее 12 человек погибли, сообщил министр Давид Арутюнян.\n"
    index = (project.root / "index.md").read_text("utf-8")
    project.write("index.md", f"{index}\nSee {{term}}`{name}` and {{term}}`{name.lower()}`.\n")
    found = []
    for more in ("", "Погибших было больше, сообщил министр Борис Акунин.\n"):
        project.write("seeds/vesti.txt", f"{text}\n{more}")
        built = project.build("html", "-W")
        assert built.code == 0, built.said
        inventory = InventoryFile.loads((project.out() / "objects.inv").read_bytes(), uri="").data
        (uri,) = (item.uri for item in inventory["corpus:person"].values() if item.display_name == name)
        anchor = uri.partition("#")[2]
        assert f'<dt id="{anchor}">{name}<a class="headerlink" href="#{anchor}"' in project.html("corpus/people")
        assert f'href="people.html#{anchor}"' in project.html("corpus/vesti")
        assert project.html("index").count(f'href="{uri}"') == 2
        assert f'href="{uri}"' in project.html("genindex")
        found.append(uri)
    assert "Борис Акунин" in project.html("corpus/people")
    assert found[0] == found[1]


def test_an_anchor_on_two_pages_is_told_in_serial_and_in_parallel(project: Project) -> None:
    page = "---\norphan: true\n---\n(globe-p1)=\n# Mine\n\n:::{corpus:article} globe\n:label: Mine\n:::\n"
    project.write("guide/mine.md", page)
    told = []
    for jobs in ("1", "2"):
        done = project.build("html", "-E", jobs=jobs)
        assert done.code == 0, done.said
        told.append(sorted(line for line in done.warnings if "[corpus.anchor]" in line))
    assert any("globe" in line and "corpus/globe" in line for line in told[0])
    assert told[0] == told[1]


def test_the_search_offers_entries(built_once: Project) -> None:
    objects = (built_once.out() / "searchindex.js").read_text("utf-8")
    assert "Dmytro Kuleba" in objects[objects.index('"objects"') : objects.index('"objtypes"')]


def test_plain_text_has_every_sentence_with_its_number(project: Project) -> None:
    assert project.build("text").code == 0
    text = " ".join((project.out("text") / "corpus/globe.txt").read_text("utf-8").replace("*", "").split())
    assert "[9] Lavrov told reporters before the meeting with Blinken that Moscow was ready for dialogue" in text
    assert "“We, as President Putin has stated, do not want any conflicts,” he said." in text


def test_the_book_has_a_table_of_contents(project: Project) -> None:
    assert project.build("epub").code == 0
    contents = (project.out("epub") / "nav.xhtml").read_text("utf-8")
    assert "corpus/reuters.xhtml" in contents
    assert "corpus/people.xhtml" in contents
