"""The edition in one piece: printed by LaTeX, as an e-book, as a single page, as plain text."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser import story
from tests.projects import ROOT, build, copy_project

LANGUAGES = {"arabic": "ar", "hebrew": "he", "chinese": "zh", "russian": "ru", "greek": "el"}
EMOJI = "The mayor answered with a 😀 and wrote 東京 beside שלום on the wall."


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.books)


@pytest.fixture(scope="session")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of this repository."""
    return copy_project(tmp_path_factory.mktemp("edition") / "project", "conf.py", "index.md", "seeds", "guide")


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has everything: twelve articles, revised, deleted, excerpted, in six scripts."""
    root = copy_project(tmp_path_factory.mktemp("hard") / "project", "conf.py")
    story.write(root)
    for name, lang in LANGUAGES.items():
        shutil.copy2(ROOT / "tests" / "text" / "publishers" / f"{name}.txt", root / "seeds" / f"{name}.txt")
        (root / "seeds" / f"{name}.toml").write_text(f'lang = "{lang}"\n', "utf-8")
    (root / "seeds" / "emoji.txt").write_text(f"A mayor of few words\n\n{EMOJI}\n", "utf-8")
    build(root)
    story.change(root)
    build(root)
    return root


@pytest.fixture(scope="session", params=["edition", "hard"])
def project(request: pytest.FixtureRequest) -> Path:
    """Each of the two projects in turn, its site built beside it."""
    root: Path = request.getfixturevalue(request.param)
    build(root)
    return root


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program that makes or checks a book."""
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", check=False)
