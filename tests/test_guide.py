"""What README and guide say is so."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated_corpus import settings
from annotated_corpus.anchors import Register, attach
from annotated_corpus.cli.main import parser
from annotated_corpus.data.jsonl import TABLES
from annotated_corpus.decisions import Decisions
from annotated_corpus.edition import assemble
from annotated_corpus.model import Metadata
from annotated_corpus.pages.phrases import BASIS, RELATION
from annotated_corpus.settings import Settings
from annotated_corpus.text import load_seeds, read

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "guide").glob("*.md")),
]


def _said(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def _fenced(name: str, language: str) -> Iterator[str]:
    for found in re.finditer(rf"^( *)```{language}\n(.*?)^ *```", _said(name), re.MULTILINE | re.DOTALL):
        yield re.sub(rf"^{found[1]}", "", found[2], flags=re.MULTILINE)


@pytest.mark.parametrize("name", ["README.md", "guide/texts.md"])
def test_the_sidecar_shown_has_every_key_that_there_is(name: str) -> None:
    (sidecar,) = _fenced(name, "toml")
    assert list(tomllib.loads(sidecar)) == list(Metadata.__dataclass_fields__)


def test_every_example_of_a_decision_is_accepted(tmp_path: Path) -> None:
    examples = list(_fenced("guide/decisions.md", "toml"))
    assert len(examples) >= 4
    for example in examples:
        seeds = tmp_path / "seeds"
        seeds.mkdir(exist_ok=True)
        for path in (ROOT / "seeds").glob("0*"):
            (seeds / path.name).write_bytes(path.read_bytes())
        (seeds / "decisions.toml").write_text(example.replace("Q…", "Q1"), "utf-8")
        register = tmp_path / "anchors.json"
        register.write_text(attach(read(load_seeds(seeds)[0])[0], Register(), Decisions()).register.dumps(), "utf-8")
        assemble(seeds, register, Settings())


def test_every_message_explained_is_one_that_is_said() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "_ext").rglob("*.py"))
    messages = re.findall(r"^\| `([^`]*)` \|", _said("guide/texts.md"), re.MULTILINE)
    assert len(messages) >= 5
    for message in messages:
        for part in message.split("…"):
            assert part.strip() in source, message


def test_every_word_for_an_agreement_is_explained() -> None:
    said = _said("guide/reading.md")
    for words in (*RELATION.values(), *BASIS.values()):
        assert f"| {words} |" in said


def test_every_table_of_the_data_is_listed() -> None:
    for table in TABLES:
        assert f"| `{table}.jsonl` |" in _said("guide/data.md")


def test_every_make_target_named_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", _said("Makefile"), re.MULTILINE))
    named = {
        name
        for document in DOCUMENTS
        for name in re.findall(r"\bmake ([a-z-]+)\b(?=`|\s+#)", document.read_text("utf-8"))
    }
    assert {"html", "test"} <= named
    assert named <= targets


def test_every_command_named_is_there() -> None:
    actions = parser()._subparsers
    assert actions
    commands = set(actions._group_actions[0].choices or ())  # argparse has no public list of subcommands
    said = "".join(document.read_text("utf-8") for document in DOCUMENTS)
    assert set(re.findall(r"`annotated-corpus ([a-z-]+)", said)) <= commands
    assert set(re.findall(r"bin/annotated-corpus ([a-z-]+)", said)) <= commands


def test_every_option_named_is_declared() -> None:
    names = {option.name for option in settings.options()}
    for document in DOCUMENTS:
        assert set(re.findall(r"\bcorpus_[a-z_]+", document.read_text("utf-8"))) - {"corpus_"} <= names


def test_every_link_between_documents_leads_somewhere() -> None:
    for document in DOCUMENTS:
        for target in re.findall(r"\]\((?!https?:|inv:|#)([^)#]+)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
