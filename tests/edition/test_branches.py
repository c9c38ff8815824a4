"""Two people who each add an article on a branch of their own can merge."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.edition.conftest import Project
from tests.projects import ROOT


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_two_branches_that_add_articles_merge_without_conflict(project: Project) -> None:
    root = project.root
    shutil.copy2(ROOT / ".gitattributes", root)
    (root / ".gitignore").write_text("_build/\n")
    _git(root, "init", "-q", "-b", "main")
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "Two articles")
    for name, words in (
        ("alpha", "Ministers met in Oslo\n\nMinisters of five states met in Oslo on Monday, Anna Berg said.\n"),
        ("beta", "Rain in Lima\n\nHeavy rain fell on Lima on Friday, John Carter told reporters.\n"),
    ):
        _git(root, "checkout", "-q", "-b", name, "main")
        project.write(f"seeds/{name}.txt", words)
        assert project.build().code == 0
        _git(root, "add", "-A")
        _git(root, "commit", "-qm", name)
    _git(root, "merge", "-q", "-m", "Both", "alpha")
    done = project.build()
    assert done.code == 0, done.said
    merged = project.state("corpus")
    assert {"corpus/alpha.md", "corpus/beta.md"} <= set(merged)
    assert project.build("html", "-W").code == 0
    for path in (root / "corpus").glob("*"):
        if path.name != "anchors.json":
            path.unlink()
    assert project.build().code == 0
    assert {name: content for name, (content, _) in project.state("corpus").items()} == {
        name: content for name, (content, _) in merged.items()
    }
