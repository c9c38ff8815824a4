"""Kinds of difference, relations and bases: what is declared once is known everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annotated_corpus.claims.findings import differences, registry
from annotated_corpus.data.jsonl import schema
from annotated_corpus.model import Basis, BlockKind, Relation
from annotated_corpus.pages import phrases

CURRENCY = """
from annotated_corpus.claims.findings.kind import Kind

KIND = Kind("currency", rank=99, phrase="currency", find=lambda sides, told: ())
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder in which more kinds of difference may be put."""
    monkeypatch.setattr(differences, "__path__", [*differences.__path__, str(tmp_path)])
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    registry.kinds.cache_clear()
    registry._by_name.cache_clear()


def _row() -> dict[str, Any]:
    properties: dict[str, Any] = json.loads(schema("matches"))["properties"]
    return properties


def test_a_new_kind_is_one_new_file(folder: Path) -> None:
    (folder / "currency.py").write_text(CURRENCY)
    assert registry.kind("currency").phrase == "currency"
    assert "currency" in _row()["differences"]["items"]["properties"]["kind"]["enum"]


def test_what_declares_no_kind_is_named(folder: Path) -> None:
    (folder / "undeclared.py").write_text("")
    with pytest.raises(TypeError, match=r"differences/undeclared\.py must declare KIND = Kind\(\"undeclared\""):
        registry.kinds()


def test_two_kinds_of_one_rank_are_named(folder: Path) -> None:
    rank = registry.kind("figure").rank
    _forget()
    (folder / "twin.py").write_text(CURRENCY.replace("currency", "twin").replace("99", str(rank)))
    with pytest.raises(TypeError, match=f"figure and twin have one rank, {rank}"):
        registry.kinds()


def test_every_kind_can_be_said() -> None:
    for kind in registry.kinds():
        assert kind.phrase, kind.name
        for wording in (kind.exchanged, kind.added, kind.lacking):
            wording.format(here="“x”", there="“y”")  # raises where it names another field


def test_every_relation_and_basis_has_a_phrase_and_stands_in_the_schema() -> None:
    for table, enum in ((phrases.RELATION, Relation), (phrases.BASIS, Basis), (phrases.BASIS_MEANING, Basis)):
        assert set(table) == set(enum), f"pages/phrases.py must name every {enum.__name__}"
    assert set(phrases.BLOCK) == set(BlockKind)
    assert _row()["relation"]["enum"] == list(Relation)
    assert _row()["basis"]["enum"] == list(Basis)
