"""Labelled pairs of articles, read and prepared for learning.

A file holds ``{"pairs": [{"id", "a": [sentence], "b": [sentence], "links": [[i, j, kind]], "dont_care": [[i, j]],
"source", "date_a", "date_b"}]}``. A link joins sentence ``i`` of ``a`` and sentence ``j`` of ``b``, counted from 0, of
the kind ``verbatim``, ``near-verbatim``, ``paraphrase`` or ``partial``; cells in ``dont_care`` count neither way.
``source`` is where the articles come from, ``date_…`` their day of publication (ISO 8601); both may be missing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated_corpus.claims import extract
from annotated_corpus.claims.events.event import margin, outline, perhaps_same_event
from annotated_corpus.claims.known import Known
from annotated_corpus.claims.scoring.features import Comparison
from annotated_corpus.claims.scoring.probability import texts
from annotated_corpus.claims.scoring.profile import Profile, profile
from annotated_corpus.claims.scoring.semantic import Meaning, likeness
from annotated_corpus.model import Article, Block, BlockKind, Metadata, Seed, Sentence

Cell = tuple[int, int]
Row = tuple[float, ...]

UNNAMED = "BASIL"
"""The source of pairs that name none: the first labelled file does not."""


@dataclass(frozen=True)
class Pair:
    """A labelled pair of articles.

    ``links`` and ``ignored`` are by the numbers of the sentences, ``signals`` by the positions in the two profiles,
    which have a sentence that an article repeats once. ``apart`` says that the package would not compare the two.
    """

    name: str
    source: str
    one: Profile
    two: Profile
    known: Known
    apart: bool
    signals: Mapping[Cell, Row]
    meaning: Meaning | None
    links: Mapping[Cell, str]
    ignored: frozenset[Cell]

    def label(self, cell: Cell) -> float | None:
        """Return 1 for positions in the profiles that hold a link, None for those that do not count."""
        cells = [(i, j) for i in numbers(self.one, cell[0]) for j in numbers(self.two, cell[1])]
        if any(each in self.links for each in cells):
            return 1.0
        return None if any(each in self.ignored for each in cells) else 0.0


def numbers(side: Profile, position: int) -> list[int]:
    """Return the numbers of the sentences that stand at a position of a profile."""
    return [number(claim) for claim in side.copies[position]]


def number(claim: str) -> int:
    """Return the number of a sentence from the id of its claim ("a-p3-s1" is 2)."""
    return int(claim.split("-")[1][1:]) - 1


def article(name: str, sentences: Sequence[str]) -> Article:
    """Make an article of one sentence a paragraph."""
    blocks, at = [], 0
    for count, text in enumerate(sentences, 1):
        anchor = f"{name}-p{count}"
        end = at + len(text)
        sentence = Sentence(f"{anchor}-s1", at, end)
        blocks.append(Block(anchor, BlockKind.PARAGRAPH, str(count), at, end, text, sentences=(sentence,)))
        at = end + 2
    return Article(name, Seed(f"{name}.txt", "\n\n".join(sentences) + "\n", "", Metadata()), name, name, tuple(blocks))


def read(paths: Iterable[Path], model: str = "") -> list[Pair]:
    """Read labelled pairs and measure the signals of their cells, with those of an embedding model if named."""
    return [_pair(each, model) for path in paths for each in json.loads(path.read_text("utf-8"))["pairs"]]


def _pair(each: Mapping[str, object], model: str) -> Pair:
    one, two = (profile(side, extract([article(side, each[side])])) for side in "ab")  # type: ignore[arg-type] # JSON
    outlines = {side: outline(each) for side, each in (("a", one), ("b", two))}
    alike = margin(outlines["a"], outlines["b"])
    known = Known((str(each.get("date_a") or ""), str(each.get("date_b") or "")), alike=alike)
    signals: Mapping[Cell, Row] = Comparison(one, two, known).signals()
    meaning = likeness(model, (*texts(one), *texts(two))) if model else None
    if meaning:
        near = meaning(texts(one), texts(two))
        signals = {(i, j): (*row, near(i, j)) for (i, j), row in signals.items()}
    links = {(i, j): kind for i, j, kind in each["links"]}  # type: ignore[attr-defined]
    return Pair(
        str(each["id"]),
        str(each.get("source") or UNNAMED),
        one,
        two,
        known,
        ("a", "b") not in perhaps_same_event({("a", "b"): alike}, outlines.__getitem__),
        signals,
        meaning,
        links,
        frozenset((i, j) for i, j in each.get("dont_care", [])) - links.keys(),  # type: ignore[attr-defined]
    )
