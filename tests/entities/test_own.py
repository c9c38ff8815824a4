"""An editor's own places: found, joined, placed and identified like those of the package, and before them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.entities import Annotation, annotate, explain, load_gazetteer
from annotated_corpus.model import Entity
from annotated_corpus.settings import Settings
from annotated_corpus.stages import Stages
from annotated_corpus.text import load_seeds
from tests.articles import lines as article

HEAD = "name\tother names\ttype\tcountry\tlatitude\tlongitude\tgeonames\twikidata\n"
TEXT = (
    "Officials from the Bone Drylands met in Kyjiw on Monday.\nThe Gray Club said no, and Kiev agreed.\n"
    "Anna Nowak flew to Paris and to the Old Quarry."
)


def read(tmp_path: Path, table: str, text: str = TEXT) -> Annotation:
    path = tmp_path / "gazetteer.tsv"
    path.write_text(table, "utf-8")
    return annotate([article("a", text)], Decisions(), Settings(), own=load_gazetteer(path, "seeds/gazetteer.tsv"))


def entry(found: Annotation, name: str) -> Entity:
    return next(entity for entity in found.entities if entity.name == name)


def texts(found: Annotation, name: str) -> list[str]:
    return [m.text for m in found.mentions if m.entity == entry(found, name).id]


def test_an_own_place_is_found_named_placed_and_identified(tmp_path: Path) -> None:
    found = read(tmp_path, HEAD + "Drylands\tBone Drylands|Old Drylands\tregion\tKenya\t1.5\t-39.5\t77\tQ78\n")
    place = entry(found, "Drylands")
    assert texts(found, "Drylands") == ["Bone Drylands"]
    assert (place.country, place.latitude, place.longitude) == ("KE", 1.5, -39.5)
    assert (place.geonames, place.wikidata, place.government) == (77, "Q78", False)
    assert not any(
        "Drylands" in e.name for e in annotate([article("a", TEXT)], Decisions(), Settings()).entities if e.geonames
    )


def test_a_name_that_looks_like_something_else_is_found_because_it_is_listed(tmp_path: Path) -> None:
    assert texts(read(tmp_path, "name\nGray Club\nOld Quarry\n"), "Gray Club") == ["Gray Club"]
    assert not any(e.name == "Gray Club" for e in annotate([article("a", TEXT)], Decisions(), Settings()).entities)


def test_a_row_adds_to_a_known_place(tmp_path: Path) -> None:
    found = read(tmp_path, "name\tother names\twikidata\nKyiv\tKyjiw\tQ1899\n")
    assert texts(found, "Kyiv") == ["Kyjiw", "Kiev"]
    place = entry(found, "Kyiv")
    assert (place.country, place.geonames, place.wikidata, place.government) == ("UA", 703448, "Q1899", True)


def test_a_row_with_the_number_of_a_known_place_renames_it(tmp_path: Path) -> None:
    found = read(tmp_path, "name\tgeonames\nKyïv\t703448\n")
    assert texts(found, "Kyïv") == ["Kiev"]


def test_own_places_come_before_known_ones(tmp_path: Path) -> None:
    paris = entry(read(tmp_path, HEAD + "Paris\t\tcity\tUS\t33.66\t-95.55\t4717560\t\n"), "Paris")
    assert (paris.country, paris.geonames, paris.latitude) == ("US", 4717560, 33.66)


def test_no_file_is_no_places(tmp_path: Path) -> None:
    assert load_gazetteer(tmp_path / "gazetteer.tsv") == ()


def test_what_spreadsheets_write_is_read(tmp_path: Path) -> None:
    table = '\ufeffName\tWikidata\t\r\n\r\n# a note\r\n"The ""Old"" Quarry"\tQ5\t\t\r\n'
    path = tmp_path / "gazetteer.tsv"
    path.write_bytes(table.encode())
    assert [(place.name, place.wikidata) for place in load_gazetteer(path)] == [('The "Old" Quarry', "Q5")]


@pytest.mark.parametrize(
    ("table", "line", "said"),
    [
        ("Paris\tcity\n", 1, "unknown column Paris"),
        ("type\tcountry\ncity\tFR\n", 1, "no column is called name"),
        ("name\tname\n", 1, "twice"),
        ("name\tcolour\nLima\tred\n", 1, "unknown column colour"),
        ("name\nLima\tcity\n", 2, "2 cells"),
        ("name\ttype\n\tcity\n", 2, "no name"),
        ("name\ttype\n\n# note\nLima\ttown hall\n", 4, "must be one of city, continent"),
        (HEAD + "Lima\t\t\t\t-12,1\t-77\t\t\n", 2, "like 50.45"),
        (HEAD + "Lima\t\t\t\t-92\t-77\t\t\n", 2, "from -90 to 90"),
        (HEAD + "Lima\t\t\t\tnan\t-77\t\t\n", 2, "latitude"),
        (HEAD + "Lima\t\t\t\t-12\t\t\t\n", 2, "go together"),
        (HEAD + "Lima\t\t\t\t\t\tsix\t\n", 2, "whole number"),
        (HEAD + "Lima\t\t\t\t\t\t\t1899\n", 2, "Q1899"),
        ("name\tcountry\nLima\tPeru\nLima\tPE\n", 3, "already on line 2"),
        ("name\n(Lima)\n", 2, "does not begin with a letter"),
        ("name\nLi\x07ma\n", 2, "control characters"),
        ('name\n"Lima\n', 2, "quotation mark"),
    ],
)
def test_a_mistake_says_its_line_and_what_to_do(tmp_path: Path, table: str, line: int, said: str) -> None:
    with pytest.raises(CorpusError, match=said) as caught:
        read(tmp_path, table)
    (wrong,) = caught.value.diagnostics
    assert (wrong.path, wrong.line) == ("seeds/gazetteer.tsv", line)


def test_every_mistake_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        read(tmp_path, "name\twikidata\nLima\tx\nQuito\ty\n")
    assert [each.line for each in caught.value.diagnostics] == [2, 3]


def test_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gazetteer.tsv"
    path.write_bytes("name\nKöln\n".encode("latin-1"))
    with pytest.raises(CorpusError, match="save the file as UTF-8") as caught:
        load_gazetteer(path)
    assert caught.value.diagnostics[0].line == 2


def test_explain_says_that_it_is_listed(tmp_path: Path) -> None:
    (tmp_path / "gazetteer.tsv").write_text("name\nGray Club\n", "utf-8")
    one, own = article("a", TEXT), load_gazetteer(tmp_path / "gazetteer.tsv")
    said = explain(one, TEXT.index("Gray"), [one], Decisions(), Settings(), own)
    assert "place-gray-club" in said
    assert "your gazetteer lists it" in said


def test_misnamed_lists_are_warned_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A text.", "utf-8")
    (tmp_path / "gazetteer.tsv").write_text("name\n", "utf-8")
    assert load_seeds(tmp_path)[1] == ()
    (tmp_path / "gazetteer.csv").write_text("name\n", "utf-8")
    (tmp_path / "places.tsv").write_text("name\n", "utf-8")
    (tmp_path / "gazetteer.txt").write_text("name\ttype\nLima\tcity\n", "utf-8")
    assert sorted(Path(note.path).name for note in load_seeds(tmp_path)[1]) == [
        "gazetteer.csv",
        "gazetteer.txt",
        "places.tsv",
    ]


def test_the_command_reads_it_and_stops_at_a_mistake(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("A story\n\n" + TEXT, "utf-8")
    (seeds / "gazetteer.tsv").write_text("name\twikidata\nGray Club\tQ12\n", "utf-8")
    command = [sys.executable, "-c", "from annotated_corpus.cli import main; raise SystemExit(main())"]
    analyze = [*command, "analyze", str(seeds), "--out", str(tmp_path / "out")]
    subprocess.run(analyze, check=True, capture_output=True)
    assert '"wikidata":"Q12"' in (tmp_path / "out" / "entities.jsonl").read_text("utf-8")
    explained = subprocess.run(
        [*command, "explain", "--seeds", str(seeds), "a", "Gray"], check=True, capture_output=True, text=True
    )
    assert "your gazetteer lists it" in explained.stdout
    (seeds / "gazetteer.tsv").write_text("name\twikidata\nGray Club\t12\n", "utf-8")
    failed = subprocess.run(analyze, check=False, capture_output=True, text=True)
    assert failed.returncode == 1
    assert failed.stderr.startswith(f"error: {seeds}/gazetteer.tsv:2: wikidata is “12”; it must look like Q1899")


def test_what_was_kept_without_a_list_is_not_used_with_one(tmp_path: Path) -> None:
    articles = [article(f"a{n}", TEXT) for n in range(70)]
    (tmp_path / "gazetteer.tsv").write_text("name\nGray Club\n", "utf-8")
    own = load_gazetteer(tmp_path / "gazetteer.tsv")
    kept = Stages(tmp_path / "kept")
    found = [annotate(articles, Decisions(), Settings(), kept, each) for each in ((), own, own, ())]
    assert [any(e.name == "Gray Club" for e in each.entities) for each in found] == [False, True, True, False]
    assert found[1] == found[2] == annotate(articles, Decisions(), Settings(), own=own)
