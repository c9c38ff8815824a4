"""Build the edition in every format with one process and with two, strictly, and compare the results.

Run as `python -m tools.clean_builds`: it copies the project's inputs to a temporary folder; nothing here changes.
"""

from __future__ import annotations

import filecmp
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.projects import copy_project

INPUTS = ("conf.py", "index.md", "README.md", "seeds", "corpus", "guide")
BUILDERS = ("html", "epub", "latex")


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below ``folder`` by its relative name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def sphinx_build(builder: str, jobs: str, source: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Run sphinx-build with warnings as errors, every reference checked, and all pages read."""
    command = [sys.executable, "-m", "sphinx", "-W", "-n", "-E", "-q", "-b", builder, "-j", jobs]
    command += ["-d", str(out.with_name(out.name + ".doctrees")), *more, str(source), str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own command


def differing(one: Path, two: Path) -> list[str]:
    """Return the names of files that are not the same, or not in both."""
    compared = filecmp.dircmp(one, two)
    found = [*compared.left_only, *compared.right_only]
    found += [name for name in compared.common_files if (one / name).read_bytes() != (two / name).read_bytes()]
    for name in compared.common_dirs:
        found += [f"{name}/{each}" for each in differing(one / name, two / name)]
    return found


def main() -> int:
    """Build, compare, print a line for each; return the exit code."""
    failed = False
    with tempfile.TemporaryDirectory() as temporary:
        source = copy_project(Path(temporary, "project"), *INPUTS)
        before = tree(source)
        for builder in BUILDERS:
            for jobs in ("1", "2"):
                done = sphinx_build(builder, jobs, source, Path(temporary, f"{builder}-{jobs}"))
                print(f"{builder} -j{jobs}: {'clean' if done.returncode == 0 else done.stderr.strip()}")
                failed |= done.returncode != 0
        if not failed:
            unequal = differing(Path(temporary, "html-1"), Path(temporary, "html-2"))
            print(f"html of -j1 and -j2: {'the same bytes' if not unequal else 'differ in ' + ', '.join(unequal)}")
            failed |= bool(unequal)
        after = tree(source)
        unequal = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
        print(f"sources after the builds: {'as they were' if not unequal else 'changed: ' + ', '.join(unequal)}")
        failed |= bool(unequal)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
