"""What our whole build costs against plain Sphinx with MyST on the same pages.

    python -m bench.builds [--articles 100 1000 3000] [--rounds N] [--jobs 1 2] [--folder DIR]

For each size an invented archive is built by us (reading, matching, everything) and, from the pages that we made,
by plain Sphinx (see ``plain``), in turn, each in a process of its own; and by us with more processes. Then what
building again costs: unchanged, one article changed, one added, as the medians of as many rounds. An archive of
10,000 articles is built in an hour and more: ``--articles 10000 --rounds 1``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from annotated_corpus.edition import Lookup, assemble
from annotated_corpus.pages import render
from annotated_corpus.settings import Settings

from . import invented, measure, plain
from .measure import Cost

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


def build(root: Path, jobs: str, fresh: bool = True) -> Cost:
    """Build a project as HTML; ``fresh`` begins with nothing from an earlier build."""
    if fresh:
        shutil.rmtree(root / "_build", ignore_errors=True)
        if (root / "seeds").exists():
            shutil.rmtree(root / "corpus", ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-Q", "-b", "html", "-j", jobs, "-d", str(root / "_build" / "doctrees")]
    return measure.run([*command, str(root), str(root / "_build" / "html")])


def project(root: Path, conf: str, files: Mapping[str, str]) -> None:
    """Write a project with these files."""
    for name, text in {"conf.py": conf, "index.md": INDEX, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def pages(seeds: Path) -> dict[str, str]:
    """Return the pages of plain Sphinx for a folder of seeds."""
    lookup = Lookup(assemble(seeds, None, Settings()).corpus)
    return {f"corpus/{name}": text for name, text in plain.pages(render(lookup.corpus), lookup).items()}


def bench(
    sizes: Sequence[int], rounds: int | None, seed: int, jobs: Sequence[str] = (), folder: Path | None = None
) -> None:
    """Measure and print; by default with two processes too, up to 1,000 articles."""
    os.environ["READTHEDOCS"] = ""  # it changes what themes write
    with tempfile.TemporaryDirectory() as temporary:
        for articles in sizes:
            times = rounds or (5 if articles <= 100 else 3 if articles <= 1000 else 1)
            _size(
                folder or Path(temporary), articles, times, seed, jobs or (("1", "2") if articles <= 1000 else ("1",))
            )


def _size(folder: Path, articles: int, rounds: int, seed: int, jobs: Sequence[str]) -> None:
    ours, theirs = folder / f"ours-{articles}", folder / f"plain-{articles}"
    shutil.rmtree(ours, ignore_errors=True)
    invented.write(ours / "seeds", articles, seed)
    project(ours, CONF, {})
    if not theirs.exists():
        project(theirs, plain.CONF, pages(ours / "seeds"))
    first, *others = jobs
    subjects = {f"ours -j{first}": partial(build, ours, first), f"plain -j{first}": partial(build, theirs, first)}
    subjects |= {f"ours -j{more}": partial(build, ours, more) for more in others}
    title = f"builds {articles:7,}"
    measure.compare(title, subjects, rounds)
    if others:
        build(ours, first)
    again: dict[str, list[Cost]] = {"unchanged": [], "one changed": [], "one added": []}
    with tempfile.TemporaryDirectory() as temporary:
        invented.write(Path(temporary), articles + rounds, seed)
        for turn in range(rounds):
            again["unchanged"].append(build(ours, first, fresh=False))
            seed_file = ours / "seeds" / f"a{articles // 2 + turn:06}.txt"
            seed_file.write_text(seed_file.read_text("utf-8") + "\nThe harbour master could not be reached.\n", "utf-8")
            again["one changed"].append(build(ours, first, fresh=False))
            for suffix in (".txt", ".toml"):
                shutil.copy2(Path(temporary, f"a{articles + 1 + turn:06}{suffix}"), ours / "seeds")
            again["one added"].append(build(ours, first, fresh=False))
    for name, costs in again.items():
        spent = " ".join(f"{cost.cpu:.1f}" for cost in costs)
        print(f"{title}  again  {name:28} {median(cost.cpu for cost in costs):9.2f} CPU-s  ({spent})", flush=True)


def main() -> None:
    """Measure what the command line names."""
    often = "by default five up to 100 articles, three up to 1,000, then one"
    parser = measure.arguments(__doc__, [100, 1000, 3000], often)
    parser.add_argument("--jobs", nargs="+", default=[], help="by default 1 and 2 up to 1,000 articles, then 1")
    parser.add_argument("--folder", type=Path, help="where to work; a temporary folder otherwise")
    chosen = parser.parse_args()
    bench(chosen.articles, chosen.rounds, chosen.seed, chosen.jobs, chosen.folder)


if __name__ == "__main__":
    main()
