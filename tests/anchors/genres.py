# ruff: noqa: E501  (the texts are lines of seeds)
"""Histories of texts whose lines are worded alike: scores, dockets, live blogs, corrections, clauses, dialogues, notices.

    python -m tests.anchors.genres [--histories 10000] [--seed 1] [--processes N] [--examples N]

Every line is one statement, and knows which: so an anchor on another statement is seen without any matching of texts.

wrong      an anchor leads to the line of another statement;
exchanged  the same, but the two differ in a single place, or in figures only (the number of a clause aside): from the
           text alone that is a correction. The revision must show the old words, or it is wrong;
lost       a statement stands with 70% of its words, both ways, and its anchor is a tombstone;
stopped    histories in which an editor is asked.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from multiprocessing import Pool

from rapidfuzz.distance import LCSseq, Levenshtein

from annotated_corpus.anchors import Register, attach
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.model import Metadata, Seed
from annotated_corpus.text.reading import read_one

TOWNS = "Yarm Lund Skara Farum Orrby Vessby Tibro Skene Hult Brod Ansk Mora Rattvik Dalby Torp Ekeby Vik Sund".split()
NAMES = "Berg Cole Diaz Eder Holm Roth Hage Voss Lind Falk Munk Dahl Krog Stone Marsh Fell Wood Hale".split()
THINGS = "warehouse library market clinic mill tower garden quay bridge school barn chapel lodge weir ferry".split()
_CLAUSE = re.compile(r"^\d+\.\d+ ")
VERBS = [("accept", "refuse"), ("raise", "lower"), ("open", "close"), ("keep", "sell"), ("fund", "abandon")]
PARTS = [("tenant", "lender"), ("seller", "buyer"), ("owner", "keeper"), ("carrier", "insurer")]


@dataclass(frozen=True)
class Statement:
    """A line: which one it is, its number where its genre has one, and its words with ``{n}`` for the number."""

    key: int
    words: str


@dataclass
class Tally:
    """Counts by genre and outcome."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


def score(rng: random.Random) -> str:
    one, two = rng.sample(TOWNS, 2)
    return f"{one} met {two} on a wet field and the match ended with {rng.randint(0, 9)} goals to {rng.randint(0, 9)}."


def docket(rng: random.Random) -> str:
    one, two = rng.sample(NAMES, 2)
    what = rng.choice(["is denied", "is granted", "is denied without a hearing", "was withdrawn"])
    return f"No. {rng.randint(100, 999)}. {one} v. {two}. The petition for a writ of review {what}."


def live(rng: random.Random) -> str:
    yes, no = rng.choice(VERBS)
    return f"{rng.randint(8, 22):02}:{rng.randint(0, 59):02} The council of {rng.choice(TOWNS)} will {rng.choice([yes, no])} the {rng.choice(THINGS)}, a spokesman said."


def correction(rng: random.Random) -> str:
    old, new = rng.sample(range(10, 99), 2)
    return f"An earlier version said that {old} people were hurt in {rng.choice(TOWNS)}; there were {new}, says {rng.choice(NAMES)}."


def clause(rng: random.Random) -> str:
    one, two = rng.choice(PARTS)
    one = rng.choice([one, two])
    first, second = rng.sample(THINGS, 2)
    return f"{{n}} The {one} of the {first} and the {second} {rng.choice(['shall', 'shall not'])} bear the cost of all repairs to the roof."


def dialogue(rng: random.Random) -> str:
    verb = rng.choice(rng.choice(VERBS))
    return f"“We {rng.choice(['will', 'will not', 'would never'])} {verb} the {rng.choice(THINGS)} before the winter,” {rng.choice(NAMES)} said."


def notice(rng: random.Random) -> str:
    return f"{rng.randint(1, 28)} {rng.choice(['March', 'April', 'June'])}: The {rng.choice(THINGS)} of {rng.choice(TOWNS)} is {rng.choice(['open', 'closed'])} to visitors until further notice."


GENRES = {each.__name__: each for each in (score, docket, live, correction, clause, dialogue, notice)}
SPELLINGS = [
    ("ended", "finished"),
    ("petition", "application"),
    ("spokesman", "speaker"),
    ("earlier", "former"),
    ("cost", "price"),
    ("winter", "spring"),
    ("visitors", "guests"),
]


class History:
    """A text of one genre under edit."""

    def __init__(self, genre: str, rng: random.Random) -> None:
        self.genre, self.rng, self.keys = genre, rng, 0
        self.lines = [self.new() for _ in range(rng.randint(4, 14))]
        self.first = rng.choice([1, 12])

    def new(self) -> Statement:
        self.keys += 1
        return Statement(self.keys, GENRES[self.genre](self.rng))

    def edit(self) -> None:
        rng, lines = self.rng, self.lines
        kind = rng.choice(["top", "insert", "delete", "delete", "exchange", "swap", "correct", "reword", "renumber"])
        at = rng.randrange(len(lines))
        if kind == "top":
            lines.insert(0, self.new())
        elif kind == "insert":
            lines.insert(at, self.new())
        elif kind == "delete" and len(lines) > 3:
            lines.pop(at)
        elif kind == "exchange":
            lines[at] = self.new()
        elif kind == "swap" and at:
            lines[at - 1 : at + 1] = [lines[at], lines[at - 1]]
        elif kind == "correct":
            words = lines[at].words.split()
            figures = [place for place, word in enumerate(words) if word.strip(".;").isdigit() and place > 1]
            if figures:
                words[rng.choice(figures)] = str(rng.randint(0, 9))
                lines[at] = replace(lines[at], words=" ".join(words))
        elif kind == "reword":
            one, two = rng.choice(SPELLINGS)
            lines[:] = [replace(each, words=each.words.replace(one, two)) for each in lines]
        elif kind == "renumber":
            self.first += 1

    def texts(self) -> list[str]:
        return [each.words.format(n=f"{self.first}.{at}") for at, each in enumerate(self.lines, 1)]


def run(number: int, seed: int, tally: Tally) -> None:
    rng = random.Random(f"genres/{seed}/{number}")
    genre = list(GENRES)[number % len(GENRES)]
    history = History(genre, rng)
    register = Register()
    was: dict[str, tuple[int, str]] = {}
    known: dict[str, set[int]] = {}
    for _ in range(rng.randint(3, 12)):
        texts = history.texts()
        reading = read_one(
            Seed("a.txt", "\n\n".join(("What the council heard this week", *texts)), "", Metadata(slug="a"))
        )
        try:
            done = attach([reading], register, Decisions())
        except CorpusError as error:
            tally.counts[genre, "stopped"] += 1
            tally.examples.append(f"{genre}#{number} stopped: {error}")
            return
        register = done.register
        blocks = done.articles[0].blocks[1:]
        if len(blocks) != len(texts):
            return  # lines that are no blocks of their own
        keys = {
            text: {each.key for each, other in zip(history.lines, texts, strict=True) if other == text}
            for text in texts
        }
        now = {block.id: (history.lines[at].key, block) for at, block in enumerate(blocks)}
        for anchor, (key, text) in was.items():
            if anchor in now:
                here, block = now[anchor]
                same = (
                    here == key
                    or key in keys[texts[blocks.index(block)]]
                    or here in known[anchor]
                    or text == block.text
                )
                outcome = "kept" if same else _judge(text, block)
                if outcome != "kept":
                    tally.examples.append(f"{genre}#{number} {anchor} {outcome}\n  was {text}\n  now {block.text}")
            else:
                mine = [texts[at] for at, each in enumerate(history.lines) if each.key == key]
                outcome = "lost" if mine and _share(text, mine[0]) >= 0.7 else "gone"
                if outcome == "lost":
                    tally.examples.append(f"{genre}#{number} {anchor} lost\n  was {text}\n  now {mine[0]}")
            tally.counts[genre, outcome] += 1
        was = {anchor: (key, block.text) for anchor, (key, block) in now.items()}
        for anchor, (key, _) in was.items():
            known.setdefault(anchor, set()).add(key)
        for _ in range(rng.randint(1, 4)):
            history.edit()


def _share(one: str, two: str) -> float:
    first, second = one.split(), two.split()
    return LCSseq.similarity(first, second) / max(len(first), len(second))


def _judge(text: str, block: object) -> str:
    """Tell a statement exchanged for one that differs in a single place from one that is plainly another."""
    one, two = _CLAUSE.sub("", text).split(), _CLAUSE.sub("", block.text).split()  # type: ignore[attr-defined]
    spots = [code for code in Levenshtein.opcodes(one, two) if code.tag != "equal"]
    figures = all(word.strip(".,;").isdigit() for code in spots for word in one[code.src_start : code.src_end])
    shown = any(text == revision.text for revision in block.revisions)  # type: ignore[attr-defined]
    return "exchanged" if shown and (len(spots) == 1 or figures) else "wrong"


def _part(work: tuple[range, int]) -> Tally:
    tally = Tally()
    for number in work[0]:
        run(number, work[1], tally)
    return tally


def study(histories: int, seed: int, processes: int = 1) -> Tally:
    """Run ``histories`` histories, the same for the same ``seed``."""
    parts = [(range(start, min(start + 100, histories)), seed) for start in range(0, histories, 100)]
    result = Tally()
    if processes == 1:
        done = map(_part, parts)
        for each in done:
            result.counts.update(each.counts)
            result.examples += each.examples
        return result
    with Pool(processes) as pool:
        for each in pool.imap(_part, parts):
            result.counts.update(each.counts)
            result.examples += each.examples
    return result


def main() -> int:
    """Run the study and print its table; 1 if an anchor was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--histories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=0)
    parser.add_argument("--only", default="wrong")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    tally = study(options.histories, options.seed, options.processes)
    columns = ("kept", "gone", "lost", "exchanged", "stopped", "wrong")
    print(f"{'genre':<12}" + "".join(f"{column:>12}" for column in columns))
    for genre in GENRES:
        print(f"{genre:<12}" + "".join(f"{tally.counts[genre, column]:>12,}" for column in columns))
    for example in [each for each in tally.examples if f" {options.only}" in each][: options.examples]:
        print(example)
    return 1 if any(tally.counts[genre, "wrong"] for genre in GENRES) else 0


if __name__ == "__main__":
    sys.exit(main())
