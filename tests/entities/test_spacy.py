"""The extra [spacy]: with a stand-in for the package, and with a small real pipeline where it is installed."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.cli import main
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.entities import Annotation, annotate, explain
from annotated_corpus.entities.pipeline import LONGEST
from annotated_corpus.model import Article, BlockKind, Span
from annotated_corpus.settings import Settings
from tests.articles import lines as article
from tests.entities.make import decisions

TEXT = (
    "President Ana Reed’s visit to the Gambia ended at the Kremlin.\n"
    "Reed, a former judge, praised Oak Hall and the Elms of Banjul.\n"
    "Ana Reed wrote this."
)
NAMES = {
    "President Ana Reed’s": "PERSON",
    "Reed": "PER",
    "the Gambia": "GPE",
    "the Kremlin": "FAC",
    "Oak Hall": "FAC",
    "Elms of Banjul": "ORG",
}
CHOSEN = Settings(spacy_pipeline="chosen")


@dataclass(frozen=True)
class Proposal:
    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True)
class Document:
    text: str
    ents: list[Proposal]


def stand_in(monkeypatch: pytest.MonkeyPatch, names: dict[str, str], read: list[str] | None = None) -> None:
    pattern = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))))

    class Language:
        def pipe(self, texts: Iterable[str]) -> Iterator[Document]:
            for text in texts:
                if "unreadable" in text:
                    raise ValueError("[E000] cannot be read")
                if read is not None:
                    read.append(text)
                yield Document(text, [Proposal(*m.span(), names[m[0]]) for m in pattern.finditer(text) if names])

    def load(name: str) -> Language:
        if name == "nowhere":
            raise OSError("[E050] no such package\nand more")
        return Language()

    module = ModuleType("spacy")
    module.load = load  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)


def proposed(found: Annotation) -> list[tuple[str, str]]:
    names = {entity.id: entity.name for entity in found.entities}
    return [(mention.text, names[mention.entity]) for mention in found.mentions]


def test_proposals_become_entries_as_the_rules_would_make_them(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, NAMES)
    found = annotate([article("a", TEXT, {3: BlockKind.CREDIT})], Decisions(), CHOSEN)
    assert proposed(found) == [
        ("Ana Reed", "Ana Reed"),
        ("Gambia", "Gambia"),
        ("Kremlin", "Kremlin"),
        ("Reed", "Ana Reed"),
    ]
    reed = next(entity for entity in found.entities if entity.name == "Ana Reed")
    assert [role.text for role in reed.roles] == ["President", "a former judge"]
    assert next(entity for entity in found.entities if entity.name == "Gambia").country == "GM"
    assert not found.diagnostics


def test_a_title_that_is_a_given_name_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {"Baron Davis": "PERSON", "Mr. Hall": "PERSON", "Judge": "PERSON"})
    found = annotate([article("a", "Baron Davis met Mr. Hall and Judge.")], Decisions(), CHOSEN)
    assert [mention.text for mention in found.mentions] == ["Baron Davis", "Hall", "Judge"]


def test_what_stands_before_a_proposal_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {"Paris": "GPE", "Texas": "GPE", "Ana Reed": "PERSON", "Bo Hall": "PERSON"})
    text = "In Paris, Texas, Finance Minister Ana Reed’s spokesman Bo Hall spoke."
    entities = {each.name: each for each in annotate([article("a", text)], Decisions(), CHOSEN).entities}
    assert entities["Paris"].country == "US"
    assert [role.text for role in entities["Bo Hall"].roles] == ["spokesman"]


def furnished(text: str, furniture: str) -> Article:
    plain = article("a", text)
    start = text.index(furniture)
    block = replace(plain.blocks[0], furniture=(Span(start, start + len(furniture)),))
    return replace(plain, blocks=(block,))


@pytest.mark.parametrize(
    ("name", "left"),
    [("Ana Reed\n\n", ["Ana Reed"]), ("\n\n Lima", ["Lima"]), ("\n\n\n", []), ("Reed\n\n\n\n\n\n Lima", ["Reed"])],
)
def test_a_proposal_ends_where_furniture_begins(monkeypatch: pytest.MonkeyPatch, name: str, left: list[str]) -> None:
    stand_in(monkeypatch, {name: "PERSON"})
    found = annotate([furnished("Then Ana Reed[more] Lima slept.", "[more]")], Decisions(), CHOSEN)
    assert [mention.text for mention in found.mentions] == left


def test_furniture_is_not_given_to_the_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    stand_in(monkeypatch, {"Reed": "PERSON"}, read)
    annotate([furnished("Reed slept. Also read: Reed", "Also read: Reed")], Decisions(), CHOSEN)
    annotate([article("a", "By Reed\nReed at www.reed.org", {1: BlockKind.FURNITURE})], Decisions(), CHOSEN)
    assert [text.split() for text in read] == [["Reed", "slept."], ["Reed", "at"]]


def test_a_very_long_line_is_read_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    stand_in(monkeypatch, {"Ana Reed": "PERSON"}, read)
    text = ("Ana Reed " * 50 + "said nothing " * (LONGEST // 26)) * 2
    found = annotate([article("a", text + "x" * LONGEST + "y Ana Reed")], Decisions(), CHOSEN)
    assert max(map(len, read)) <= LONGEST
    assert len(found.mentions) == text.count("Ana Reed") + 1
    assert {mention.text for mention in found.mentions} == {"Ana Reed"}


def test_decisions_and_reasons_hold_for_proposals(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, NAMES)
    one = article("a", TEXT)
    tables = decisions({"action": "rename", "name": "Ana Reed", "to": "Judge Reed"})
    said = explain(one, TEXT.index("Reed, a"), [one], tables, CHOSEN)
    assert "“Reed” is a mention of Judge Reed" in said
    assert "decisions.toml:10" in said
    assert said.endswith("The spaCy pipeline chosen proposes “Reed” as a person.")
    nothing = explain(one, TEXT.index("Banjul"), [one], tables, CHOSEN)
    assert nothing == "Not a mention. The spaCy pipeline chosen proposes no person and no place there."


def test_spacy_is_not_imported_without_the_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert annotate([article("a", TEXT)], Decisions(), Settings()).mentions


def test_a_missing_package_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(CorpusError, match=r"^the spaCy pipeline needs the package spacy: pip install .*\[spacy\]"):
        annotate([article("a", TEXT)], Decisions(), CHOSEN)


def test_a_missing_pipeline_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, NAMES)
    with pytest.raises(
        CorpusError, match=r"'nowhere', which cannot be loaded; install it .* no such package \["
    ) as told:
        annotate([article("a", TEXT)], Decisions(), Settings(spacy_pipeline="nowhere"))
    assert "\n" not in str(told.value)


def test_a_pipeline_that_fails_on_a_text_is_one_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, NAMES)
    with pytest.raises(CorpusError, match=r"'chosen', which fails on the texts; name another: .* cannot be read"):
        annotate([article("a", "unreadable")], Decisions(), CHOSEN)


def test_a_pipeline_without_names_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, {"Reed": "ORG"})
    found = annotate([article("a", TEXT)], Decisions(), CHOSEN)
    assert [str(each) for each in found.diagnostics if "finds no person and no place" in str(each)]


@given(
    st.lists(
        st.tuples(st.text("Aa -’s.\u0301(“Mr9", min_size=1, max_size=9), st.sampled_from(["PERSON", "GPE", "FAC"]))
    )
)
def test_whatever_is_proposed_the_mentions_are_words_of_the_text(names: list[tuple[str, str]]) -> None:
    text = "\n".join(f"Then {name} and {name[::-1]} left." for name, _ in names)
    one = article("a", text)
    with pytest.MonkeyPatch.context() as monkeypatch:
        stand_in(monkeypatch, dict(names) or {"–": "PERSON"})
        found = annotate([one], Decisions(), CHOSEN)
    for mention in found.mentions:
        assert mention.text == text[mention.start : mention.end] == mention.text.strip() != ""


@pytest.fixture
def real(tmp_path: Path) -> str:
    """Save a small pipeline that knows the names by heart."""
    spacy = pytest.importorskip("spacy")
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": name} for name, label in NAMES.items()])
    nlp.to_disk(tmp_path / "pipeline")
    return str(tmp_path / "pipeline")


def test_a_real_pipeline_proposes_alike(monkeypatch: pytest.MonkeyPatch, real: str) -> None:
    one = article("a", TEXT, {3: BlockKind.CREDIT})
    found = annotate([one], Decisions(), Settings(spacy_pipeline=real))
    assert found == annotate([one], Decisions(), Settings(spacy_pipeline=real))
    stand_in(monkeypatch, NAMES)
    assert found == annotate([one], Decisions(), CHOSEN)


def test_a_real_pipeline_from_the_command_line(real: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text("A visit ends\n\n" + TEXT.replace("\n", "\n\n"), "utf-8")
    assert main(["analyze", str(seeds), "--out", str(tmp_path / "out"), "--spacy-pipeline", real]) == 0
    assert '"Oak Hall"' not in (tmp_path / "out/mentions.jsonl").read_text("utf-8")
    assert '"Ana Reed"' in (tmp_path / "out/mentions.jsonl").read_text("utf-8")
    register = str(tmp_path / "none.json")
    call = ["explain", "one", "Oak Hall", "--seeds", str(seeds), "--register", register, "--spacy-pipeline", real]
    assert main(call) == 0
    assert "proposes no person and no place" in capsys.readouterr().out


def test_a_real_missing_pipeline_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pytest.importorskip("spacy")
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    assert main(["analyze", str(tmp_path), "--out", str(tmp_path / "out"), "--spacy-pipeline", "no_such_pipeline"]) == 1
    told = capsys.readouterr().err
    assert told.count("error:") == 1
    assert "Traceback" not in told
    assert "install it (python -m spacy download NAME)" in told
