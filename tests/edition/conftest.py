"""Editions built as a user builds them, in folders that tests may change."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.edition import large
from tests.projects import Built, Project, copy_project

GUIDE = {
    "index": "# Guide\n\n```{toctree}\nreading\nciting\n```\n\n```{corpus:options}\n```\n",
    "reading": "# Reading\n\nThe article comes first.\n",
    "citing": "# Citing\n\nEvery paragraph has a number.\n",
}
"""Pages that are not of the extension, fewer and shorter than those of the real guide."""


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The edition of this repository, built once; tests that change something take `project` or `built`."""
    project = Project(copy_project(tmp_path_factory.mktemp("once") / "project", "conf.py", "index.md", "seeds"))
    for name, text in GUIDE.items():
        project.write(f"guide/{name}.md", text)
    built = project.build()
    assert built.code == 0, built.said
    return project


@pytest.fixture
def project(built_once: Project, tmp_path: Path) -> Project:
    """An edition with its pages to change, of which nothing is built."""
    root = tmp_path / "project"
    shutil.copytree(built_once.root, root, ignore=shutil.ignore_patterns("_build"))
    return Project(root)


class Restored:
    """A project built where it lies, once; each test gets it as it was then, in the same place.

    Sphinx reads everything anew where a project has been moved, so a copy elsewhere would not do.
    """

    def __init__(self, project: Project) -> None:
        done = project.build("html", "-W")
        assert done.code == 0, done.said
        self.first = done
        self._project = project
        self._kept = project.root.with_name(project.root.name + ".kept")
        shutil.copytree(project.root, self._kept)

    def __call__(self) -> Project:
        """Put back every file with its time."""
        shutil.rmtree(self._project.root)
        shutil.copytree(self._kept, self._project.root)
        return self._project


@pytest.fixture(scope="session")
def _built_apart(built_once: Project, tmp_path_factory: pytest.TempPathFactory) -> Restored:
    root = tmp_path_factory.mktemp("apart") / "project"
    shutil.copytree(built_once.root, root, ignore=shutil.ignore_patterns("_build"))
    return Restored(Project(root))


@pytest.fixture
def built(_built_apart: Restored) -> Project:
    """An edition to change that has been built where it lies."""
    return _built_apart()


@pytest.fixture(scope="session")
def _large_apart(tmp_path_factory: pytest.TempPathFactory) -> Restored:
    return Restored(large.project(tmp_path_factory.mktemp("large") / "project"))


@pytest.fixture
def first_large(_large_apart: Restored) -> Built:
    """How the first build of the large edition ended."""
    return _large_apart.first


@pytest.fixture
def built_large(_large_apart: Restored) -> Project:
    """An edition of 64 articles to change that has been built where it lies."""
    return _large_apart()
