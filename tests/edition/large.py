"""A large edition of short articles, quick to build: stories of two that share a sentence, and a few names."""

from __future__ import annotations

import random
from pathlib import Path

from tests.projects import Project

ARTICLES = 64
NAMES = ("Anna Kowalska", "Peter Brandt", "Maria Silva", "John Farrell", "Olga Petrova", "Hugo Lindqvist")
PLACES = ("Warsaw", "Berlin", "Lisbon", "Dublin", "Kyiv", "Stockholm")
SOUNDS = "ba ko mi ren tas ul vor qui nel sta pre dim oz har lin ge tu sor wex ip dra fen ol cru mab yst".split()
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
    """Return article ``number``; two neighbours tell one story, in words that no other story has."""
    story = number // 2
    dice = random.Random(story)
    one, two, three, four, five, six = ("".join(dice.sample(SOUNDS, 3)) for _ in range(6))
    who, where = NAMES[story % len(NAMES)], PLACES[(story + number) % len(PLACES)]
    return "\n\n".join(
        (
            f"{one.title()} {two} {three}",
            f"{who} {one}ed the {two} {three} before {1000 + 37 * story} {four}s {five}ed it.",
            f"No {four} {six}s without {five}, {two} or {three} of {one}.",
            f"Seen from {where}, {dice.choice(SOUNDS)}{number} went {six} by itself.",
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
