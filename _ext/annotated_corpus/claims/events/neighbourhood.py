"""The pairs of articles to compare, in a corpus of any size.

A small corpus compares every two of its articles that may tell of one event, and leaves the rest to the wording. A
large one asks an engine for those that share rare features, and then decides exactly. With a folder of its own the
work that does not change is kept: the index, and by how much each pair of articles is alike.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import combinations
from pathlib import Path
from zlib import crc32

from annotated_corpus import files
from annotated_corpus.claims.events.event import Outline, Pair, margin, perhaps_same_event, same_event
from annotated_corpus.model import LARGE, Claim
from annotated_corpus.neighbours import choose
from annotated_corpus.progress import Progress
from annotated_corpus.settings import Settings
from annotated_corpus.stages import code

SMALL = LARGE
"""So many articles are compared all with all: no index would be faster, and none can miss anything."""
_MARGINS = "margins.json"
_SHOWN = 1000
_INTRODUCED = 50


def pairs(
    claims: Mapping[str, Sequence[Claim]],
    outline: Callable[[str], Outline],
    settings: Settings,
    folder: Path | None,
    progress: Progress,
) -> dict[Pair, float]:
    """Return the pairs of articles that tell of one event, in the order of the corpus, and by how much they are alike.

    Args:
        claims: the claims of each article, in the order of the corpus.
        outline: gives the outline of an article.
        settings: ``engine``, ``memory``, ``master``.
        folder: where to keep what the next run can use; None keeps nothing.
        progress: is told how far the work has come.
    """
    place = {article: n for n, article in enumerate(claims)}
    if settings.engine == "auto" and len(claims) <= SMALL:
        every = {(one, two): margin(outline(one), outline(two)) for one, two in combinations(claims, 2)}
        return perhaps_same_event(every, outline)
    marks = {article: _mark(each) for article, each in claims.items()}
    engine = choose(settings, folder)
    near = engine.near(marks, lambda article: outline(article).features, progress)

    def rank(pair: Pair) -> tuple[int, int]:
        return place[pair[0]], place[pair[1]]

    wanted = sorted(((one, two) if place[one] < place[two] else (two, one) for one, two, _ in near), key=rank)
    known = _read(folder / _MARGINS, marks) if folder else {}
    margins: dict[Pair, float] = {}
    while wanted:
        for done, pair in enumerate(wanted):
            if not done % _SHOWN:
                progress("comparing articles", done, len(wanted))
            # the margin is the same both ways, and known under the alphabetical order
            value = known.get((min(pair), max(pair)))
            margins[pair] = margin(*map(outline, pair)) if value is None else value
        progress("comparing articles", len(wanted), len(wanted))
        wanted = sorted(_introduced(margins, place) - margins.keys(), key=rank)
    if folder:
        _write(folder / _MARGINS, marks, margins)
    return {pair: margins[pair] for pair in sorted(same_event(margins), key=rank)}


def _introduced(margins: Mapping[Pair, float], place: Mapping[str, int]) -> set[Pair]:
    """Return the pairs of articles of which a third tells of one event with both.

    So the articles of a large event meet, though features that most of them share are cut. An article introduces
    those most like it; of equals, as the copies of one report are, each article introduces others.
    """
    friends: dict[str, list[tuple[float, str]]] = {}
    for pair in same_event(margins):
        for article, friend in (pair, pair[::-1]):
            friends.setdefault(article, []).append((-margins[pair], friend))
    return {
        pair
        for article, own in friends.items()
        for pair in combinations(sorted(_closest(article, own), key=place.__getitem__), 2)
    }


def _closest(article: str, friends: Sequence[tuple[float, str]]) -> list[str]:
    if len(friends) > _INTRODUCED:
        friends = nsmallest(_INTRODUCED, friends, key=lambda each: (each[0], crc32(f"{article} {each[1]}".encode())))
    return [friend for _, friend in friends]


def _mark(claims: Iterable[Claim]) -> str:
    """Return a fingerprint of what the outline of an article is made of, and of the code that makes it."""
    words = "\n".join(claim.text for claim in claims)
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16, key=code().encode()).hexdigest()


def _read(path: Path, marks: Mapping[str, str]) -> dict[Pair, float]:
    """Return the margins that still hold; a file that is damaged or of another kind holds none."""
    try:
        kept = json.loads(path.read_bytes())
        same = {article for article, mark in kept["marks"].items() if marks.get(article) == mark}
        return {(one, two): value for one, two, value in kept["margins"] if one in same and two in same}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write(path: Path, marks: Mapping[str, str], margins: Mapping[Pair, float]) -> None:
    rows = sorted((min(pair), max(pair), value) for pair, value in margins.items())
    files.replace(path, json.dumps({"marks": marks, "margins": rows}).encode())
