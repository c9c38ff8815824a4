"""A copy of this project in a temporary folder, built as a user builds it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.projects import copy_project

INPUTS = ("conf.py", "index.md", "seeds", "guide")


@dataclass(frozen=True)
class Built:
    """How a build ended: exit code, what it said, and which pages it read and wrote."""

    code: int
    said: str

    @property
    def read(self) -> set[str]:
        return set(re.findall(r"^reading sources\.\.\. \[ *\d+%\] (\S+)", self.said, re.MULTILINE))

    @property
    def written(self) -> set[str]:
        return set(re.findall(r"^writing output\.\.\. \[ *\d+%\] (\S+)", self.said, re.MULTILINE))

    @property
    def errors(self) -> list[str]:
        return [line for line in self.said.splitlines() if "ERROR" in line]

    @property
    def warnings(self) -> list[str]:
        return [line for line in self.said.splitlines() if "WARNING" in line]


@dataclass(frozen=True)
class Project:
    """A folder with the inputs of an edition."""

    root: Path

    def build(self, builder: str = "html", *more: str, jobs: str = "1", **environment: str) -> Built:
        command = [sys.executable, "-m", "sphinx", "-v", "-n", "--no-color", "-b", builder, "-j", jobs]
        command += ["-d", str(self.root / "_build" / "doctrees"), *more, str(self.root), str(self.out(builder))]
        told = {**os.environ, "READTHEDOCS": "", "READTHEDOCS_VERSION_TYPE": "", **environment}
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=told)
        return Built(done.returncode, done.stdout + done.stderr)

    def out(self, builder: str = "html") -> Path:
        return self.root / "_build" / builder

    def html(self, page: str) -> str:
        return (self.out() / f"{page}.html").read_text("utf-8")

    def state(self, folder: str = "corpus") -> dict[str, tuple[bytes, int]]:
        """Return content and time of change of every file below a folder."""
        paths = (path for path in sorted((self.root / folder).rglob("*")) if path.is_file())
        return {path.relative_to(self.root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in paths}

    def write(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def replace(self, name: str, old: str, new: str) -> None:
        text = (self.root / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The edition of this repository, built once; tests that change something take `project`."""
    project = Project(copy_project(tmp_path_factory.mktemp("once") / "project", *INPUTS))
    built = project.build()
    assert built.code == 0, built.said
    return project


@pytest.fixture
def project(built_once: Project, tmp_path: Path) -> Project:
    """A built edition of its own to change."""
    root = tmp_path / "project"
    shutil.copytree(built_once.root, root, ignore=shutil.ignore_patterns("_build"))
    return Project(root)


@pytest.fixture
def built(project: Project) -> Project:
    """A copy that has been built where it lies."""
    done = project.build()
    assert done.code == 0, done.said
    return project
