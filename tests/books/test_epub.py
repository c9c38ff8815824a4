"""The edition as an e-book, by the judgement of epubcheck."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.books.conftest import run
from tests.projects import build

CHECKER = Path("/usr/share/java/epubcheck.jar")
"""Where Debian puts it: its command needs a kernel that runs JAR files."""


def test_epubcheck_finds_no_error(project: Path) -> None:
    if not CHECKER.exists() or not shutil.which("java"):
        pytest.skip("no epubcheck: guide/printing.md names what to install")
    book = next(build(project, "epub").glob("*.epub"))
    checked = run(["java", "-jar", str(CHECKER), str(book)], project)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "0 fatals / 0 errors" in checked.stdout
