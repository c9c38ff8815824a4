"""The data files keep their contract."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from annotated_corpus.data import WRITERS, export, schema
from annotated_corpus.data.jsonl import TABLES
from annotated_corpus.edition import assemble
from annotated_corpus.model import Article, Corpus
from annotated_corpus.settings import Settings
from tests.articles import seed

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
# design of the contract: later versions may add fields, never change or drop these
CONTRACT = {
    "articles": "id file sha256 title source authors date url lang rights",
    "blocks": "id article kind number start end text",
    "claims": "id article block start end text speaker",
    "matches": "id a b relation score basis differences decided",
    "entities": "id kind name aliases roles latitude longitude wikidata geonames",
    "mentions": "entity article block start end text",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    out = tmp_path_factory.mktemp("data")
    export(assemble(SEEDS, None, Settings()).corpus, out)
    return {name: [json.loads(line) for line in (out / f"{name}.jsonl").open(encoding="utf-8")] for name in TABLES}


@pytest.mark.parametrize("table", TABLES)
def test_rows_follow_their_schema(tables: dict[str, list[dict[str, Any]]], table: str) -> None:
    stated = json.loads(schema(table))
    Draft202012Validator.check_schema(stated)
    assert set(CONTRACT[table].split()) <= set(stated["required"])
    assert tables[table]
    for row in tables[table]:
        Draft202012Validator(stated).validate(row)


def test_offsets_lead_to_the_words(tables: dict[str, list[dict[str, Any]]]) -> None:
    texts = {row["id"]: (SEEDS / row["file"]).read_bytes().decode() for row in tables["articles"]}
    for table in ("blocks", "claims", "mentions"):
        for row in tables[table]:
            assert texts[row["article"]][row["start"] : row["end"]].split() == row["text"].split()


def test_ids_refer_to_what_is_there(tables: dict[str, list[dict[str, Any]]]) -> None:
    ids = {name: {row["id"] for row in tables[name]} for name in TABLES if name != "mentions"}
    for name, found in ids.items():
        assert len(found) == len(tables[name])
    assert {row["article"] for row in tables["blocks"]} <= ids["articles"]
    assert {row["block"] for row in tables["claims"] + tables["mentions"]} <= ids["blocks"]
    assert {row[side] for row in tables["matches"] for side in "ab"} <= ids["claims"]
    assert {row["entity"] for row in tables["mentions"]} == ids["entities"]
    assert {role["block"] for row in tables["entities"] for role in row["roles"]} <= ids["blocks"]


def test_blocks_hold_the_whole_seed(tables: dict[str, list[dict[str, Any]]]) -> None:
    for article in tables["articles"]:
        text = (SEEDS / article["file"]).read_bytes().decode()
        blocks = [row for row in tables["blocks"] if row["article"] == article["id"]]
        assert "".join("".join(row["text"].split()) for row in blocks) == "".join(text.split())


def test_an_unchanged_file_is_not_written_again(tmp_path: Path) -> None:
    corpus = assemble(SEEDS, None, Settings()).corpus
    export(corpus, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    export(corpus, tmp_path)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_format_is_a_function_and_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def titles(corpus: Corpus) -> Iterator[tuple[str, str]]:
        yield "titles.txt", "".join(f"{article.title}\n" for article in corpus.articles)

    monkeypatch.setitem(WRITERS, "titles", titles)
    made = Corpus((Article("a", seed("Rain"), "Rain", "A", ()),), (), (), (), (), ())
    export(made, tmp_path / "out")
    assert (tmp_path / "out/titles.txt").read_text("utf-8") == "Rain\n"
    assert (tmp_path / "out/articles.jsonl").exists()
