"""What an engine does, and what all engines need: batches of lines to load, and pairs of ids out of pairs of keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

from annotated_corpus.neighbours.features import number
from annotated_corpus.progress import Progress

BATCH = 500
"""So many articles are read, handed to the engine and, where it keeps a state, saved at once."""

Features = Callable[[str], Sequence[int]]
"""Gives the features of an article by its id; asked only for articles that the engine does not know yet."""


class Pair(NamedTuple):
    """Two articles, by their ids in alphabetical order, and the weight of what they share."""

    one: str
    two: str
    shared: int


class Engine(Protocol):
    """Runs the plan."""

    def near(self, marks: Mapping[str, str], features: Features, progress: Progress) -> list[Pair]:
        """Return the pairs of articles worth an exact comparison, sorted.

        Args:
            marks: for each article of the corpus, by its id, what changes whenever its features change.
            features: gives the features of an article.
            progress: is told how many articles are indexed, and which step runs.

        Raises:
            CorpusError: the engine cannot run here, or not within its limits.
        """
        ...


def rows(articles: Sequence[str], features: Features, progress: Progress, done: int = 0) -> Iterator[list[str]]:
    """Yield batches of lines: the key of an article, a tab, its features with spaces between them."""
    whole = done + len(articles)
    waiting = iter(articles)
    while batch := list(islice(waiting, BATCH)):
        yield [f"{number(name)}\t{' '.join(map(str, features(name)))}" for name in batch]
        done += len(batch)
        progress("indexing articles", done, whole)


def named(found: Sequence[tuple[int, int, int]], names: Mapping[int, str]) -> list[Pair]:
    """Return the pairs of keys under the ids of the articles, sorted."""
    return sorted(Pair(min(names[one], names[two]), max(names[one], names[two]), shared) for one, two, shared in found)
