"""Projects to build: a copy of this repository's inputs, or an invented one, built strictly."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def build(root: Path, builder: str = "html") -> Path:
    """Build the project at ``root`` strictly and return the folder of what was made."""
    out = root / "_build" / builder
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "-b", builder, "-d", str(root / "_build" / "doctrees")]
    done = subprocess.run([*command, str(root), str(out)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
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
