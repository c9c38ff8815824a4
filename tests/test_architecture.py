"""The house: arrows one way, one home for every list of words, and nothing forgotten where a kind is added.

Layers are contracts of import-linter (``pyproject.toml``), which ``make lint`` checks. Here is what they cannot say.
"""

from __future__ import annotations

import ast
import importlib
import itertools
import json
import pkgutil
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

import grimp
import pytest

import annotated_corpus
from annotated_corpus import model
from annotated_corpus.data.jsonl import TABLES, schema
from tests.projects import ROOT

PACKAGE = ROOT / "_ext/annotated_corpus"
ENUMS = [value for value in vars(model).values() if isinstance(value, type) and issubclass(value, Enum) and [*value]]


# Imports


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("annotated_corpus", exclude_type_checking_imports=True, cache_dir=None)


def circles(imports: Mapping[str, set[str]]) -> list[list[str]]:
    """Return the groups of modules each of which imports, over others, all of its group (Tarjan, 1972)."""
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    found = []

    def visit(module: str) -> None:
        number[module] = lowest[module] = len(number)
        path.append(module)
        for imported in sorted(imports[module]):
            if imported not in number:
                visit(imported)
            if imported in path:
                lowest[module] = min(lowest[module], lowest[imported])
        if lowest[module] == number[module]:
            at = path.index(module)
            if len(path) - at > 1:
                found.append(sorted(path[at:]))
            del path[at:]

    for module in sorted(imports):
        if module not in number:
            visit(module)
    return found


def test_circles_are_found() -> None:
    imports = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set(), "e": {"a", "f"}, "f": {"g"}, "g": {"e", "a"}}
    assert circles(imports) == [["b", "c"], ["e", "f", "g"]]


def test_no_module_imports_itself_over_others(graph: grimp.ImportGraph) -> None:
    assert circles({module: set(graph.find_modules_directly_imported_by(module)) for module in graph.modules}) == []


def test_every_part_but_the_glue_is_told_to_know_no_sphinx(graph: grimp.ImportGraph) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    (told,) = (each["source_modules"] for each in contracts if "sphinx" in each.get("forbidden_modules", ()))
    assert {*told} == graph.find_children("annotated_corpus") - {"annotated_corpus.sphinx_glue"}


# Kinds


def tables(kind: type[Enum]) -> dict[str, Mapping[Enum, Any]]:
    """Return every table of the package whose keys are members of an enum, by where it is."""
    found = {}
    for info in pkgutil.walk_packages(annotated_corpus.__path__, "annotated_corpus."):
        for name, value in vars(importlib.import_module(info.name)).items():
            if isinstance(value, Mapping) and value and all(isinstance(key, kind) for key in value):
                found[f"{info.name}.{name}"] = value
    return found


@pytest.mark.parametrize("kind", ENUMS)
def test_every_member_is_in_every_table_of_its_kind(kind: type[Enum]) -> None:
    missing = {
        place: [member.name for member in kind if member not in table]
        for place, table in tables(kind).items()
        if len(table) < len(kind)
    }
    assert missing == {}


@pytest.mark.parametrize("kind", ENUMS)
def test_every_member_has_a_phrase_of_its_own(kind: type[Enum]) -> None:
    pages = {place: table for place, table in tables(kind).items() if place.startswith("annotated_corpus.pages.")}
    phrases = {place for place, table in pages.items() if all(isinstance(words, str) for words in table.values())}
    assert any(len({*pages[place].values()}) == len(kind) for place in phrases), "no page has words for these kinds"


@pytest.mark.parametrize("kind", [model.Relation])
def test_every_member_has_a_rank_of_its_own(kind: type[Enum]) -> None:
    ranks = [
        sorted(table.values()) for table in tables(kind).values() if all(isinstance(n, int) for n in table.values())
    ]
    assert ranks
    assert all(rank == [*range(len(kind))] for rank in ranks)


def choices(stated: object) -> Iterator[list[object]]:
    """Yield every list of values that a schema allows."""
    if isinstance(stated, dict):
        if "enum" in stated:
            yield stated["enum"]
        for value in stated.values():
            yield from choices(value)
    elif isinstance(stated, list):
        for value in stated:
            yield from choices(value)


@pytest.mark.parametrize("kind", ENUMS)
def test_every_member_is_in_the_schemas(kind: type[Enum]) -> None:
    schemas = [json.loads(schema(table)) for table in TABLES]
    values = [member.value for member in kind]
    listed = [each for stated in schemas for each in choices(stated) if {*each} & {*values}]
    assert listed
    assert all(each == values for each in listed)


# Lists of words

FEWEST = 12
"""So many words in common make two lists suspicious, where they also are
this share of the shorter list:"""
SHARE = 0.6
LIKE_SIZE = 1 / 3
"""A list that is much shorter than another is a choice from it; below this ratio it is no twin."""
LEXICON = 2_000
"""A list of more words is a dictionary, and has words of every kind."""

OTHER_TEXT = {
    "data/schemas/": "JSON Schema, no words of a language",
    "entities/data/weights.tsv": "learnt weights, under the names of signals",
    "claims/scoring/": "learnt weights, under the names of signals",
    "neighbours/plan.py": "SQL",
}
"""Where strings are no lists of words, and why."""
ALLOWED = {
    frozenset(("claims/speakers/sources.py _MANY", "language/en/grammar.txt D")): (
        "of the words that may stand alone, those that stand for several people"
    ),
}
"""Pairs of lists that may have words in common, and why."""

WORD = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*\.?")
BETWEEN_WORDS = re.compile(r"(?:\\[a-zA-Z]|[\s|,;:()\[\]?])+")


@dataclass(frozen=True)
class WordList:
    """Words that are listed in one statement or one section of a data file."""

    file: str
    name: str
    words: frozenset[str]

    def __str__(self) -> str:
        return f"{self.file} {self.name}".rstrip()


def words_of(text: str) -> Iterator[str]:
    """Yield the words of ``Mon Tue``, ``mon,tue`` or ``\\b(?:Mon|Tue)``."""
    return (word.casefold() for word in BETWEEN_WORDS.split(text) if WORD.fullmatch(word))


def in_code(path: Path, file: str) -> Iterator[WordList]:
    """Yield the words in the strings of each assignment at the top of a module or a class."""
    body = ast.parse(path.read_text("utf-8")).body
    for statement in [*body, *(inner for outer in body if isinstance(outer, ast.ClassDef) for inner in outer.body)]:
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            strings = (node.value for node in ast.walk(statement.value) if isinstance(node, ast.Constant))
            words = (word for value in strings if isinstance(value, str) for word in words_of(value))
            yield WordList(file, ast.unparse(target), frozenset(words))


def in_data(path: Path, file: str) -> Iterator[WordList]:
    """Yield the words of a data file, or of each of its sections: a line "[name]" opens one."""
    sections: dict[str, set[str]] = {"": set()}
    name = ""
    for line in path.read_text("utf-8").splitlines():
        if opened := re.fullmatch(r"\[+(.+?)\]+", line):
            name = opened[1]
        elif not line.startswith("#"):
            sections.setdefault(name, set()).update(words_of(line.replace('"', " ")))
    return (WordList(file, name, frozenset(words)) for name, words in sections.items())


def word_lists(package: Path) -> list[WordList]:
    """Return all lists of the package that are long enough to have a twin."""
    found: list[WordList] = []
    for path in sorted(package.rglob("*")):
        file = path.relative_to(package).as_posix()
        if file.startswith(tuple(OTHER_TEXT)):
            continue
        if path.suffix == ".py":
            found += in_code(path, file)
        elif path.suffix in (".txt", ".tsv", ".csv", ".toml", ".json"):
            found += in_data(path, file)
    return [each for each in found if FEWEST <= len(each.words) <= LEXICON]


def twins(lists: list[WordList]) -> list[str]:
    """Return the pairs of lists in different files that say the same of many words, most words first."""
    found = []
    for one, two in itertools.combinations(lists, 2):
        fewer, more = sorted((len(one.words), len(two.words)))
        common = len(one.words & two.words)
        if one.file == two.file or frozenset((str(one), str(two))) in ALLOWED:
            continue
        if common >= max(FEWEST, SHARE * fewer) and fewer >= LIKE_SIZE * more:
            found.append((common, f"{one} ({len(one.words)}) and {two} ({len(two.words)}): {common} words in common"))
    return [said for _, said in sorted(found, key=lambda row: (-row[0], row[1]))]


def test_a_list_in_two_homes_is_found(tmp_path: Path) -> None:
    days = "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri"
    (tmp_path / "language/en").mkdir(parents=True)
    (tmp_path / "language/en/days.txt").write_text(f"# Days.\n[days]\n{days}\n[other]\nyes no\n", "utf-8")
    (tmp_path / "dates.py").write_text(f'DAY = re.compile(r"(?:{days.replace(" ", "|").title()})|noon")', "utf-8")
    (tmp_path / "names.py").write_text(f"class Names:\n    DAYS = frozenset({days.split()})", "utf-8")
    (tmp_path / "messages.py").write_text('"""Monday."""\nSAID = "On Monday or Tuesday, say yes."', "utf-8")
    assert twins(word_lists(tmp_path)) == [
        "dates.py DAY (13) and language/en/days.txt days (12): 12 words in common",
        "dates.py DAY (13) and names.py DAYS (12): 12 words in common",
        "language/en/days.txt days (12) and names.py DAYS (12): 12 words in common",
    ]


@pytest.fixture(scope="module")
def lists() -> list[WordList]:
    return word_lists(PACKAGE)


def test_no_list_of_words_has_two_homes(lists: list[WordList]) -> None:
    found = twins(lists)
    assert not found, "\n".join(found)


def test_what_is_allowed_exists(lists: list[WordList]) -> None:
    names = {str(each) for each in lists}
    assert all(pair <= names for pair in ALLOWED)
    assert all([*PACKAGE.glob(f"{start}*")] for start in OTHER_TEXT)
