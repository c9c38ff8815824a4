"""A build does what has changed and nothing else, in the sources, the pages and the output."""

from __future__ import annotations

import json
import re
import shutil
from html import escape

import pytest
from sphinx.util.inventory import InventoryFile

from tests.edition.conftest import Project

GLOBE = "seeds/003_f00094cdf8406b67.txt"
REUTERS = "seeds/000_8bc27ffa4b1a03b2.txt"
# A sentence of the Globe that names no one and matches nothing.
ALONE = "That was very, very clearly evident in the conversations"


def _found_by_search(built: Project, word: str) -> bool:
    index = (built.out() / "searchindex.js").read_text("utf-8")
    return re.search(rf'"{word}":\[?\d', index) is not None


def test_a_second_build_reads_and_writes_nothing(built: Project) -> None:
    def state() -> dict[str, tuple[bytes, int]]:
        return {**built.state("corpus"), **built.state("seeds"), **built.state("_build/html")}

    before = state()
    again = built.build()
    assert again.code == 0
    assert (again.read, again.written) == (set(), set())
    assert state() == before


@pytest.mark.slow
def test_another_builder_changes_no_page(built: Project) -> None:
    before = built.state("corpus")
    for builder in ("epub", "latex", "text"):
        assert built.build(builder).code == 0
    assert built.state("corpus") == before


def test_a_changed_seed_rereads_only_what_it_affects(built: Project) -> None:
    built.replace(GLOBE, ALONE, "That was very, very plain in the conversations")
    again = built.build()
    assert again.code == 0, again.said
    assert "corpus/globe" in again.read
    assert "corpus/reuters" not in again.read
    assert not {each for each in again.read if each.startswith("guide")}
    assert "very plain in the conversations" in built.html("corpus/globe")


def test_a_word_that_is_changed_back_leaves_no_trace(built: Project) -> None:
    before = {name: content for name, (content, _) in built.state("_build/html").items()}
    text = (built.root / "guide/reading.md").read_text("utf-8")
    for changed in (f"{text}\n## Quixotic zyzzyva\n\nA flimflam.\n", text):
        built.write("guide/reading.md", changed)
        assert built.build().code == 0
        assert _found_by_search(built, "zyzzyva") is _found_by_search(built, "flimflam") is (changed != text)
    after = {name: content for name, (content, _) in built.state("_build/html").items()}
    assert after == before


def test_a_deleted_seed_leaves_nothing_but_its_tombstones(built: Project) -> None:
    before = built.html("corpus/globe")
    assert _found_by_search(built, "lukashenko")
    (built.root / GLOBE).unlink()
    (built.root / GLOBE).with_suffix(".toml").unlink()
    again = built.build("html", "-W")
    assert again.code == 0, again.said
    now = built.html("corpus/globe")
    for anchor in ("globe", *re.findall(r'id="(globe-[pcbx][0-9]+(?:-s[0-9]+)?)"', before)):
        assert now.count(f'id="{anchor}"') == 1, anchor
    assert "No longer in the edition" in now
    assert ALONE in now
    assert "The Globe and Mail, 2 December 2021" in now
    for page in ("index", "people", "places", "comparison", "sources"):
        assert "globe.html" not in built.html(f"corpus/{page}")
    assert not _found_by_search(built, "lukashenko")
    index = json.loads((built.out() / "searchindex.js").read_text("utf-8").removeprefix("Search.setIndex(")[:-1])
    listed = [index["docnames"][each[0]] for shown in index["objects"].values() for each in shown]
    assert "corpus/reuters" in listed
    assert "corpus/globe" not in listed
    inventory = InventoryFile.loads((built.out() / "objects.inv").read_bytes(), uri="").data
    assert inventory["corpus:paragraph"]["globe-p9"].uri == "corpus/globe.html#globe-p9"
    again = built.build("html", "-W")
    assert not [name for name in again.written if "globe" in name]
    assert built.html("corpus/globe") == now


def test_the_tombstones_of_an_excerpted_article_show_no_words(built: Project) -> None:
    sidecar = (built.root / GLOBE).with_suffix(".toml")
    sidecar.write_text(sidecar.read_text("utf-8") + '\ndisplay = "excerpt"\n', "utf-8")
    assert built.build().code == 0
    (built.root / GLOBE).unlink()
    sidecar.unlink()
    assert built.build("html", "-W").code == 0
    now = built.html("corpus/globe")
    assert 'id="globe-p9"' in now
    assert ALONE not in now


@pytest.mark.slow
def test_a_removed_article_answers_at_its_older_address_too(built: Project) -> None:
    sidecar = GLOBE.replace(".txt", ".toml")
    built.replace(sidecar, 'slug = "globe"', 'slug = "mail"')
    assert built.build().code == 0
    for name in (GLOBE, sidecar):
        (built.root / name).unlink()
    assert built.build("html", "-W").code == 0
    for slug in ("globe", "mail"):
        for anchor in (slug, f"{slug}-p9", f"{slug}-p9-s1"):
            assert built.html(f"corpus/{slug}").count(f'id="{anchor}"') == 1


def test_a_deleted_seed_leaves_its_tombstones_in_any_output(project: Project) -> None:
    project.replace("conf.py", "html_copy_source = False", "html_copy_source = True")
    for builder in ("dirhtml", "html"):
        assert project.build(builder, "-E").code == 0
    (project.root / GLOBE).unlink()
    (project.root / GLOBE).with_suffix(".toml").unlink()
    for builder in ("dirhtml", "html"):
        assert project.build(builder, "-E").code == 0
        assert (project.out(builder) / "index.html").exists()
        page = "corpus/globe/index.html" if builder == "dirhtml" else "corpus/globe.html"
        assert "No longer in the edition" in (project.out(builder) / page).read_text("utf-8")
        left = [path.name for path in project.out(builder).rglob("*globe*") if path.is_file()]
        assert sorted(left) == (["globe.md.txt"] if builder == "dirhtml" else ["globe.html", "globe.md.txt"])


def test_no_sidebar_leads_to_a_page_that_is_gone(built: Project) -> None:
    assert "globe.html" in built.html("guide/citing")
    (built.root / GLOBE).unlink()
    (built.root / GLOBE).with_suffix(".toml").unlink()
    again = built.build()
    assert "guide/citing" not in again.read
    assert "globe.html" not in built.html("guide/citing")


def test_a_restored_seed_has_its_old_anchors(built: Project) -> None:
    text, sidecar = (built.root / GLOBE).read_bytes(), (built.root / GLOBE).with_suffix(".toml").read_bytes()
    before = (built.root / "corpus/globe.md").read_bytes()
    (built.root / GLOBE).unlink()
    assert built.build().code == 0
    built.write(GLOBE, text)
    built.write(GLOBE.replace(".txt", ".toml"), sidecar)
    assert built.build().code == 0
    assert (built.root / "corpus/globe.md").read_bytes() == before


def test_a_new_label_is_shown_wherever_it_is_cited(built: Project) -> None:
    built.write("index.md", (built.root / "index.md").read_text("utf-8") + "\nSee {corpus:p}`globe-p9`.\n")
    assert built.build().code == 0
    assert "Globe,\u00a0¶9" in built.html("index")
    built.replace(GLOBE.replace(".txt", ".toml"), 'label = "Globe"', 'label = "G&M"')
    again = built.build()
    assert again.code == 0, again.said
    assert "index" not in again.read
    assert "G&amp;M,\u00a0¶9" in built.html("index")


def test_an_article_has_its_label_in_the_window_while_another_has_its_headline(built: Project) -> None:
    headline = (built.root / REUTERS).read_text("utf-8").splitlines()[0].strip()

    def titles() -> list[str]:
        index = (built.out() / "searchindex.js").read_text("utf-8")
        listed = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["titles"]
        return sorted(title for title in listed if title.startswith(headline[:20]))

    alone = built.html("corpus/reuters")
    assert titles() == [headline]
    built.write("seeds/again.txt", f"{headline}\n\nA paper of another town has the headline too.\n")
    assert built.build().code == 0
    assert titles() == [f"{headline} (Reuters)", f"{headline} (again)"]
    assert f"<title>{escape(headline)} (Reuters) - " in built.html("corpus/reuters")
    (built.root / "seeds/again.txt").unlink()
    assert built.build().code == 0
    assert titles() == [headline]
    assert built.html("corpus/reuters") == alone


@pytest.mark.slow
@pytest.mark.parametrize("first", ["html", "text"])
def test_every_builder_shows_a_change_that_another_has_read(built: Project, first: str) -> None:
    assert built.build("text").code == 0
    built.replace(REUTERS.replace(".txt", ".toml"), 'label = "Reuters"', 'label = "RTRS"')
    for builder in (first, "text" if first == "html" else "html"):
        assert built.build(builder).code == 0
    assert "RTRS" in (built.out("text") / "corpus/globe.txt").read_text("utf-8")
    assert "RTRS" in built.html("corpus/globe")
    again = built.build("text")
    assert (again.read, again.written) == (set(), set())


@pytest.mark.slow
def test_a_new_slug_keeps_the_old_addresses(built: Project) -> None:
    before = built.html("corpus/globe")
    sidecar = GLOBE.replace(".txt", ".toml")
    built.replace(sidecar, 'slug = "globe"', 'slug = "mail"')
    again = built.build("html", "-W")
    assert again.code == 0, again.said
    moved = built.html("corpus/globe")
    for anchor in re.findall(r'id="(globe-[pcbx][0-9]+)"', before):
        assert moved.count(f'id="{anchor}"') == 1
        assert f'href="mail.html#{anchor.replace("globe", "mail")}"' in moved
    assert 'id="globe-p9"' not in built.html("corpus/mail")
    built.write("guide/mine.md", "# Mine\n\n{corpus:p}`globe-p9` {corpus:claim}`globe-p9-s1` {corpus:article}`globe`\n")
    cited = built.build("html")
    assert not [each for each in cited.warnings if "this edition has no" in each], cited.said
    inventory = InventoryFile.loads((built.out() / "objects.inv").read_bytes(), uri="").data
    assert inventory["corpus:paragraph"]["globe-p9"].uri == "corpus/globe.html#globe-p9"
    (built.root / "guide/mine.md").unlink()
    built.replace(sidecar, 'slug = "mail"', 'slug = "globe"')
    assert built.build("html", "-W").code == 0
    assert 'id="mail-p9"' in built.html("corpus/mail")
    assert 'id="globe-p9"' in built.html("corpus/globe")


def test_a_decision_follows_an_article_to_its_new_slug(built: Project) -> None:
    data = built.out() / "data" / "matches.jsonl"
    assert '"a":"reuters-p14-s1","b":"globe-p8-s1"' in data.read_text("utf-8")
    decision = '[[match]]\na = "reuters-p14-s1"\nb = "globe-p8-s1"\nverdict = "reject"\n'
    built.write("seeds/decisions.toml", decision)
    built.replace(GLOBE.replace(".txt", ".toml"), 'slug = "globe"', 'slug = "mail"')
    again = built.build()
    assert again.code == 0, again.said
    assert not [each for each in again.warnings if "decision" in each], again.said
    assert '"a":"reuters-p14-s1","b":"mail-p8-s1"' not in data.read_text("utf-8")


def test_a_search_index_lost_to_an_interruption_is_made_whole(built: Project) -> None:
    index = built.out() / "searchindex.js"
    whole = index.read_bytes()
    index.unlink()
    assert built.build().code == 0
    assert index.read_bytes() == whole


def test_pages_that_other_code_has_read_are_read_again(built: Project) -> None:
    other = "from annotated_corpus import stages\nstages.code = lambda: 'f' * 64\n"
    built.write("conf.py", other + (built.root / "conf.py").read_text("utf-8"))
    again = built.build()
    assert again.code == 0, again.said
    assert {"index", "corpus/globe", "corpus/people"} <= again.read


STOP = """
def _stop(app, page, *_):
    if page == os.environ.get("STOP_AT"):
        raise KeyboardInterrupt

def setup(app):
    app.connect("html-page-context", _stop)
"""


@pytest.mark.parametrize("page", ["corpus/comparison", "search"])
def test_after_an_interruption_every_page_is_as_in_a_fresh_build(built: Project, page: str) -> None:
    built.write("conf.py", (built.root / "conf.py").read_text("utf-8") + STOP)
    assert built.build().code == 0
    built.replace(GLOBE.replace(".txt", ".toml"), 'title = "', 'title = "Zebra: ')
    assert built.build(STOP_AT=page).code != 0
    assert built.build().code == 0
    made = {name: content for name, (content, _) in built.state("_build/html").items()}
    shutil.rmtree(built.root / "_build")
    assert built.build().code == 0
    assert made == {name: content for name, (content, _) in built.state("_build/html").items()}
    assert _found_by_search(built, "zebra")


def test_files_of_the_user_are_left_alone(built: Project) -> None:
    note = built.write("corpus/zz-my-notes.md", "---\norphan: true\n---\n# My notes\n")
    before = note.stat().st_mtime_ns
    (built.root / GLOBE).unlink()
    assert built.build().code == 0
    assert note.read_text("utf-8").startswith("---\norphan")
    assert note.stat().st_mtime_ns == before


def test_a_page_edited_by_hand_is_made_anew_and_that_is_said(built: Project) -> None:
    page = built.root / "corpus/globe.md"
    made = page.read_bytes()
    page.write_bytes(made + b"\nMy remark.\n")
    again = built.build()
    assert page.read_bytes() == made
    assert any("corpus/globe.md" in line and "seeds/" in line for line in again.warnings), again.said


def test_serial_and_parallel_builds_give_the_same_bytes(project: Project) -> None:
    outputs = []
    for jobs in ("1", "2"):
        assert project.build("html", "-E", "-a", jobs=jobs).code == 0
        outputs.append({name: content for name, (content, _) in project.state("_build/html").items()})
    assert outputs[0] == outputs[1]


def test_the_hash_seed_changes_nothing(project: Project) -> None:
    states = []
    for seed in ("1", "2"):
        for path in (project.root / "corpus").iterdir():
            path.unlink()
        assert project.build("html", "-E", "-a", PYTHONHASHSEED=seed).code == 0
        states.append({name: content for name, (content, _) in project.state("corpus").items()})
        states.append({name: content for name, (content, _) in project.state("_build/html").items()})
    assert states[0] == states[2]
    assert states[1] == states[3]
