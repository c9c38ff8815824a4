"""A large edition of short articles, quick to build: stories of two that share a sentence, and a few names."""

from __future__ import annotations

from pathlib import Path

from tests.edition.conftest import Project

ARTICLES = 64
NAMES = ("Anna Kowalska", "Peter Brandt", "Maria Silva", "John Farrell", "Olga Petrova", "Hugo Lindqvist")
PLACES = ("Warsaw", "Berlin", "Lisbon", "Dublin", "Kyiv", "Stockholm")
GOODS = "copper timber barley cement salmon wool ferry tunnel bridge harbour orchard glacier".split()
CONF = """\
extensions = ["myst_parser", "sphinx_design", "annotated_corpus"]
project = "Large"
version = release = "1"
myst_enable_extensions = ["colon_fence"]
include_patterns = ["index.md", "corpus/*.md"]
smartquotes = False
nitpicky = True
html_theme = "furo"
html_copy_source = False
latex_engine = "xelatex"
"""


def text(number: int) -> str:
    """Return article ``number``; two neighbours tell one story."""
    story = number // 2
    one, two = GOODS[story % len(GOODS)], GOODS[(story * 5 + 1) % len(GOODS)]
    who, where = NAMES[story % len(NAMES)], PLACES[(story + number) % len(PLACES)]
    figure = 1000 + 37 * story
    return "\n\n".join(
        (
            f"Dispute over {one} and {two} in district {story}",
            f"Minister {who} signed the {one} contract worth {figure} crowns after {story + 2} days of talks.",
            f"The {two} workers of depot {story} rejected the offer and blocked the gates, the union leader said.",
            f"Report {number}: a visitor from {where} counted {number + 3} lorries near the {one} market yesterday.",
        )
    )


def write(root: Path, number: int) -> None:
    """Write article ``number`` into the seeds of a project."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    (seeds / f"n{number:03}.txt").write_text(text(number) + "\n", "utf-8")
    day = f"2020-{1 + number // 24:02}-{1 + number % 24 // 2 * 2:02}"
    sidecar = f'slug = "n{number:03}"\nsource = "Paper {number % 3}"\nlabel = "N{number}"\ndate = {day}\n'
    (seeds / f"n{number:03}.toml").write_text(sidecar, "utf-8")


def project(root: Path, numbers: range = range(ARTICLES)) -> Project:
    """Return a project with these articles, not built yet."""
    for number in numbers:
        write(root, number)
    (root / "conf.py").write_text(CONF, "utf-8")
    (root / "index.md").write_text("# Large\n\n```{toctree}\ncorpus/index\n```\n", "utf-8")
    return Project(root)
