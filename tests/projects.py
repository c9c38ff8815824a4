"""Projects to build: a copy of this repository's inputs, or an invented one, built strictly."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.builder import sphinx_build

ROOT = Path(__file__).resolve().parents[1]


def build(root: Path, builder: str = "html") -> Path:
    """Build the project at ``root`` strictly and return the folder of what was made."""
    out = root / "_build" / builder
    arguments = ["-W", "-n", "-q", "-b", builder, "-d", str(root / "_build" / "doctrees"), str(root), str(out)]
    done = sphinx_build(arguments, os.environ)
    assert done.code == 0, done.said
    return out


def copy_project(target: Path, *names: str) -> Path:
    """Copy the named inputs of this repository into ``target``."""
    target.mkdir(parents=True)
    for name in names:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name)
        else:
            shutil.copy2(source, target / name)
    return target


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
        arguments = ["-v", "-n", "--no-color", "-b", builder, "-j", jobs, "-d", str(self.root / "_build" / "doctrees")]
        told = {**os.environ, "READTHEDOCS": "", "READTHEDOCS_VERSION_TYPE": "", **environment}
        return Built(*sphinx_build([*arguments, *more, str(self.root), str(self.out(builder))], told))

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
