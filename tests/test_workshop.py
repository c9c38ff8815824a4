"""What surrounds the product says what it is: hooks, commands in the documentation."""

from __future__ import annotations

import importlib.util
import re

import yaml

from tests.projects import ROOT

COMMAND = re.compile(r"python -m ((?:bench|tools|tests)(?:\.\w+)*)")
DOCUMENTS = [
    ROOT / "Makefile",
    *ROOT.glob("*.md"),
    *ROOT.glob("guide/*.md"),
    *ROOT.glob("bench/*.py"),
    *ROOT.glob("tools/*.py"),
    *ROOT.glob("tests/**/*.py"),
]


def test_the_hooks_before_a_commit_are_the_checks_of_make_lint() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"][0]["hooks"]
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\nlint:")[2].partition("\n\n")[0]
    checks = [line.strip().replace("$(BIN)", ".venv/bin") for line in recipe.splitlines()[1:]]
    assert [hook["entry"] for hook in hooks] == checks


def test_every_module_that_is_named_to_be_run_exists() -> None:
    named = {(path, name) for path in DOCUMENTS for name in COMMAND.findall(path.read_text("utf-8"))}
    assert len(named) > 20
    assert [(path, name) for path, name in sorted(named) if not runs(name)] == []


def runs(name: str) -> bool:
    """Return whether Python can run a module, or the ``__main__`` of a package."""
    spec = importlib.util.find_spec(name)
    return spec is not None and (spec.submodule_search_locations is None or runs(f"{name}.__main__"))
