"""Print the processor time that each stage takes on a folder of articles, a made-up archive for instance.

    python -m bench.invented FOLDER --articles 100
    python -m bench.stages FOLDER

Every stage runs once, in this process, with the collector of cycles off as in a build. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from annotated_corpus import anchors, claims, decisions, entities, pages, text
from annotated_corpus.anchors import Register
from annotated_corpus.data.jsonl import rows
from annotated_corpus.edition import DECISIONS, group_stories
from annotated_corpus.model import Corpus
from annotated_corpus.settings import Settings

_Made = TypeVar("_Made")


def stage(name: str, work: Callable[[], _Made]) -> _Made:
    """Run a stage, print how long it took and return what it made."""
    begun = time.process_time()
    made = work()
    print(f"{name:24}{time.process_time() - begun:8.2f} s", flush=True)
    return made


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    gc.disable()
    settings = Settings()
    loaded, _ = stage("text.load_seeds", lambda: text.load_seeds(folder, str(folder)))
    readings, _ = stage("text.read", lambda: text.read(loaded))
    decided = decisions.load(folder / DECISIONS, DECISIONS)
    articles = stage("anchors.attach", lambda: anchors.attach(readings, Register(), decided)).articles
    asserted = stage("claims.extract", lambda: claims.extract(articles))
    matching = stage("claims.match", lambda: claims.match(articles, asserted, decided, settings))
    found = stage("entities.annotate", lambda: entities.annotate(articles, decided, settings))
    stories = stage("edition.group_stories", lambda: group_stories(articles, asserted, matching.matches))
    corpus = Corpus(articles, asserted, matching.matches, found.entities, found.mentions, stories)
    stage("pages.render", lambda: pages.render(corpus))
    stage("data.rows", lambda: [list(each) for each in rows(corpus).values()])
    print(f"{len(articles):,} articles, {len(asserted):,} claims, {len(matching.matches):,} matches")


if __name__ == "__main__":
    main()
