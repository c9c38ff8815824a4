"""What our whole build costs against plain Sphinx with MyST on the same pages.

    python -m tests.bench.builds [--articles 100 1000] [--rounds 3] [--jobs 1 2] [--folder DIR]

For each size an invented archive is built by us (reading, matching, everything) and, from the pages that we made,
by plain Sphinx (see `plain`), in turn, each in a process of its own. It prints the median of the processor time of
each, children included, the ratio pair by pair, and the peak of memory; then what building again costs: unchanged,
one article changed, one added. It asserts nothing.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotated_corpus.edition import Lookup, assemble
from annotated_corpus.pages import render
from annotated_corpus.settings import Settings
from tests.bench import invented, plain

CONF = """\
project = "Archive"
version = release = "1"
extensions = ["myst_parser", "sphinx_design", "annotated_corpus"]
myst_enable_extensions = ["colon_fence"]
include_patterns = ["index.md", "corpus/*.md"]
smartquotes = False
html_theme = "furo"
html_copy_source = False
"""
INDEX = "# Archive\n\n```{toctree}\ncorpus/index\n```\n"


@dataclass(frozen=True)
class Cost:
    """Processor seconds of a build, and the peak of memory of its largest process in megabytes."""

    seconds: float
    megabytes: float


def build(root: Path, jobs: str, fresh: bool) -> Cost:
    """Build a project as HTML; ``fresh`` begins with nothing from an earlier build."""
    if fresh:
        shutil.rmtree(root / "_build", ignore_errors=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "sphinx", "-Q", "-b", "html", "-j", jobs, "-d", str(root / "_build" / "doctrees")]
    timed = [sys.executable, "-c", _PEAK, *command, str(root), str(root / "_build" / "html")]
    done = subprocess.run(timed, check=True, capture_output=True, text=True, env={**os.environ, "READTHEDOCS": ""})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(seconds, int(done.stdout) / 1024)


_PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)


def project(root: Path, conf: str, files: Mapping[str, str]) -> None:
    """Write a project with these files."""
    for name, text in {"conf.py": conf, "index.md": INDEX, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def pages(seeds: Path) -> dict[str, str]:
    """Return the pages of plain Sphinx for a folder of seeds."""
    lookup = Lookup(assemble(seeds, None, Settings()).corpus)
    return {f"corpus/{name}": text for name, text in plain.pages(render(lookup.corpus), lookup).items()}


def measure(folder: Path, articles: int, rounds: int, jobs: str) -> None:
    """Print what one size costs."""
    ours, theirs = folder / f"ours-{articles}", folder / f"plain-{articles}"
    shutil.rmtree(ours, ignore_errors=True)
    invented.write(ours / "seeds", articles)
    project(ours, CONF, {})
    if not theirs.exists():
        project(theirs, plain.CONF, pages(ours / "seeds"))
    pairs = []
    for _ in range(rounds):
        shutil.rmtree(ours / "corpus", ignore_errors=True)
        pairs.append((build(ours, jobs, fresh=True), build(theirs, jobs, fresh=True)))
    ratios = [one.seconds / two.seconds for one, two in pairs]
    for name, costs in (("ours", [one for one, _ in pairs]), ("plain", [two for _, two in pairs])):
        seconds = statistics.median(cost.seconds for cost in costs)
        print(
            f"{articles:6} articles -j{jobs}  {name:6} {seconds:8.1f} CPU-s {max(c.megabytes for c in costs):7.0f} MB"
        )
    shown = " ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"{articles:6} articles -j{jobs}  ratio  {statistics.median(ratios):8.2f}  ({shown})", flush=True)
    again(ours, articles, jobs)


def again(ours: Path, articles: int, jobs: str) -> None:
    """Print what building again costs."""
    print(f"{articles:6} articles -j{jobs}  unchanged   {build(ours, jobs, fresh=False).seconds:8.1f} CPU-s")
    seed = ours / "seeds" / f"a{articles // 2:06}.txt"
    seed.write_text(seed.read_text("utf-8") + "\nThe harbour master could not be reached.\n", "utf-8")
    print(f"{articles:6} articles -j{jobs}  one changed {build(ours, jobs, fresh=False).seconds:8.1f} CPU-s")
    with tempfile.TemporaryDirectory() as temporary:
        invented.write(Path(temporary), articles + 1)
        for suffix in (".txt", ".toml"):
            shutil.copy2(Path(temporary, f"a{articles + 1:06}{suffix}"), ours / "seeds")
    print(
        f"{articles:6} articles -j{jobs}  one added   {build(ours, jobs, fresh=False).seconds:8.1f} CPU-s", flush=True
    )


def main() -> None:
    """Measure the sizes named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--jobs", nargs="+", default=["1"])
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for articles in chosen.articles:
            for jobs in chosen.jobs:
                measure(chosen.folder or Path(temporary), articles, chosen.rounds, jobs)


if __name__ == "__main__":
    main()
