"""The mutation study: random edit histories, and what becomes of every anchor.

    python -m tests.anchors.study [--histories 10000] [--seed 1] [--processes N] [--examples N] [TEXT_FOLDER …]

Each history takes one article, registers it, and makes 1 to 20 random edits; now and then, and at
the end, the anchors are re-attached. The oracle is the edit script: every word remembers the
paragraph that it came from, so what happened is known without any matching of texts. What is
inserted comes from other articles, or is invented.

For each anchor at each re-attachment:

wrong       it leads to a block that has none of its paragraph's words, or to one that has fewer than half
            as many as another has; unless the block holds the very words that it has or had (the other article's
            copy of a shared agency paragraph is inserted where this one's was deleted);
stopped     the build stopped, because an editor has to say where it is;
kept        it leads to the block that has the most of its paragraph's words;
tombstoned  it is a tombstone.

``still there`` are the anchors whose paragraph has at least 70% of its words, unchanged, in one block.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, fields
from multiprocessing import Pool
from pathlib import Path

from annotated_corpus.anchors import Register, attach
from annotated_corpus.anchors.register import GONE, LIVE, MERGED
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.model import Metadata, Seed
from annotated_corpus.text.reading import read_one

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE.parents[1] / "seeds", HERE.parent / "text" / "publishers")

SENTENCE = "sentence"
_PART = 100  # histories that one process takes at a time
SYLLABLES = "ba ko mi ren tas ul vor qui nel sta pre dim oz har lin ge tu sor wex ipp and the of in".split()
FURNITURE = (
    "Advertisement",
    "Log in to save what you read for later",
    "Also read: Seven things to know before the weekend",
    "Sign up for our morning newsletter",
    "Story continues below",
    "Share this article",
)


@dataclass(frozen=True)
class Word:
    """A word, the paragraph that it came from, and its number there."""

    text: str
    origin: int
    place: int


Paragraph = list[Word]


@dataclass
class Text:
    """An article under edit: paragraphs of words with their origin."""

    paragraphs: list[Paragraph]
    next_origin: int
    touched: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))

    def origin(self) -> int:
        """A number for a new paragraph."""
        self.next_origin += 1
        return self.next_origin

    def touch(self, edit: str, *paragraphs: Paragraph) -> None:
        """Remember that ``edit`` was done to these."""
        for paragraph in paragraphs:
            for word in paragraph:
                self.touched[word.origin].add(edit)


def words(text: str, origin: int) -> Paragraph:
    return [Word(word, origin, place) for place, word in enumerate(text.split())]


def invented(rng: random.Random) -> str:
    chosen = ["".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(8, 45))]
    return " ".join(chosen).capitalize() + "."


def insert(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    new = words(rng.choice(others) if rng.random() < 0.5 else invented(rng), text.origin())
    text.paragraphs.insert(rng.randint(0, len(text.paragraphs)), new)
    text.touch("insert", new)


def delete(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    if len(text.paragraphs) > 3:
        text.touch("delete", text.paragraphs.pop(rng.randrange(len(text.paragraphs))))


def retype(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    at = rng.randrange(len(text.paragraphs))
    share = rng.uniform(0.01, 0.30)
    text.paragraphs[at] = [Word(_typos(word.text, share, rng), word.origin, word.place) for word in text.paragraphs[at]]
    text.touch("retype", text.paragraphs[at])


def _typos(word: str, share: float, rng: random.Random) -> str:
    out = []
    for char in word:
        if rng.random() >= share:
            out.append(char)
            continue
        kind = rng.randrange(3)
        if kind:
            out.append(rng.choice("abcdefghijklmnopqrstuvwxyz"))
        if kind == 2:
            out.append(char)
    return "".join(out) or "x"


def split(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    long = [index for index, each in enumerate(text.paragraphs) if len(each) >= 12]
    if long:
        at = rng.choice(long)
        whole = text.paragraphs[at]
        cut = rng.randint(5, len(whole) - 5)
        text.touch("split", whole)
        text.paragraphs[at : at + 1] = [whole[:cut], whole[cut:]]


def merge(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    if len(text.paragraphs) > 3:
        at = rng.randrange(len(text.paragraphs) - 1)
        text.touch("merge", *text.paragraphs[at : at + 2])
        text.paragraphs[at : at + 2] = [text.paragraphs[at] + text.paragraphs[at + 1]]


def swap(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    if len(text.paragraphs) > 1:
        at = rng.randrange(len(text.paragraphs) - 1)
        one, two = text.paragraphs[at : at + 2]
        text.touch("swap", one, two)
        text.paragraphs[at : at + 2] = [two, one]


def furniture(text: Text, rng: random.Random, others: Sequence[str]) -> None:
    known = [index for index, each in enumerate(text.paragraphs) if " ".join(w.text for w in each) in FURNITURE]
    if known and rng.random() < 0.5:
        text.touch("furniture", text.paragraphs.pop(rng.choice(known)))
        return
    new = words(rng.choice(FURNITURE), text.origin())
    text.paragraphs.insert(rng.randint(0, len(text.paragraphs)), new)
    text.touch("furniture", new)


EDITS: dict[str, Callable[[Text, random.Random, Sequence[str]], None]] = {
    "insert": insert,
    "delete": delete,
    "retype": retype,
    "split": split,
    "merge": merge,
    "swap": swap,
    "furniture": furniture,
}


@dataclass
class Result:
    """Counts of one study; ``anchors`` by (edit, outcome)."""

    histories: int = 0
    attachments: int = 0
    without_swaps: int = 0
    stopped: int = 0
    stopped_without_swaps: int = 0
    there: int = 0
    there_kept: int = 0
    anchors: Counter[tuple[str, str]] = field(default_factory=Counter)
    sentences: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)

    def add(self, other: Result) -> None:
        """Take in the counts of other histories."""
        for each in fields(self):
            mine, theirs = getattr(self, each.name), getattr(other, each.name)
            if isinstance(mine, Counter):
                mine.update(theirs)
            else:
                setattr(self, each.name, mine + theirs)

    def wrong(self) -> int:
        """How many anchors stand on other words."""
        return self.sentences["wrong"] + sum(
            count for (_, outcome), count in self.anchors.items() if outcome == "wrong"
        )

    def table(self) -> str:
        """The result as people read it."""
        columns = ("kept", "tombstoned", "stopped", "wrong")
        rows = [f"{'edit':<12}" + "".join(f"{column:>12}" for column in columns)]
        for edit in ("untouched", *EDITS, "several"):
            rows.append(f"{edit:<12}" + "".join(f"{self.anchors[edit, column]:>12,}" for column in columns))
        share = 100 * self.there_kept / max(1, self.there)
        stops = 100 * self.stopped_without_swaps / max(1, self.without_swaps)
        rows += [
            f"histories {self.histories:,}, re-attachments {self.attachments:,}",
            f"still there with 70% of the words: {self.there:,}, kept {self.there_kept:,} ({share:.2f}%)",
            f"stopped: {self.stopped:,} histories; without swaps {self.stopped_without_swaps:,} "
            f"of {self.without_swaps:,} ({stops:.2f}%)",
            "sentences: " + ", ".join(f"{each} {self.sentences[each]:,}" for each in ("kept", "gone", "wrong")),
            f"wrong: {self.wrong():,}",
        ]
        return "\n".join(rows)


@dataclass
class Anchor:
    """What the oracle knows of an anchor: the words under it when last registered, by origin and place.

    ``wordings`` are all texts that ever stood under it.
    """

    words: frozenset[tuple[int, int]]
    spelled: dict[tuple[int, int], str]
    text: str
    wordings: frozenset[str]
    alive: bool
    sentence: bool

    def has_words_of(self, text: str) -> bool:
        """Whether ``text`` holds, or is held by, the very words of this anchor, now or before."""
        return self.text in text or text in self.text or text in self.wordings


class History:
    """One article and its edits."""

    def __init__(self, name: str, paragraphs: Sequence[str], others: Sequence[str], rng: random.Random) -> None:
        self.name = name
        self.rng = rng
        self.others = others
        self.text = Text([words(each, index) for index, each in enumerate(paragraphs)], len(paragraphs))
        self.register = Register()
        self.anchors: dict[str, Anchor] = {}

    def seed(self) -> tuple[Seed, list[tuple[int, int, Word]]]:
        """The article as a seed, and where each word stands in it."""
        parts: list[str] = []
        places: list[tuple[int, int, Word]] = []
        at = 0
        for paragraph in self.text.paragraphs:
            for word in paragraph:
                places.append((at, at + len(word.text), word))
                parts.append(word.text)
                at += len(word.text) + 1
            parts.append("\n\n")
            at += 3
        return Seed("a.txt", " ".join(parts), "", Metadata(slug="a")), places

    def attach(self) -> dict[str, tuple[str, str, list[Word]]]:
        """Re-attach; return state, text and words for every anchor on record (of the block that it leads to)."""
        seed, places = self.seed()
        reading = read_one(seed)
        done = attach([reading], self.register, Decisions())
        self.register = done.register
        found: dict[str, tuple[str, str, list[Word]]] = {}
        at = 0
        for block in sorted(done.articles[0].blocks, key=lambda each: each.start):
            mine: list[tuple[int, Word]] = []
            while at < len(places) and places[at][0] < block.end:
                mine.append((places[at][0], places[at][2]))
                at += 1
            inside = [word for _, word in mine]
            for name in (block.id, *block.aliases):
                found[name] = (LIVE if name == block.id else MERGED, block.text, inside)
            for sentence in block.sentences:
                span = range(sentence.start, sentence.end)
                within = [word for start, word in mine if start in span]
                found[sentence.id] = (SENTENCE, seed.text[sentence.start : sentence.end], within)
        for stone in done.articles[0].tombstones:
            found[stone.id] = (GONE, stone.text, [])
        return found

    def remember(self, found: dict[str, tuple[str, str, list[Word]]]) -> None:
        """Take the words under every living anchor for its own from now on."""
        for name, (state, text, inside) in found.items():
            if state in (LIVE, SENTENCE):
                spelled = {(word.origin, word.place): word.text for word in inside}
                known = self.anchors[name].wordings if name in self.anchors else frozenset()
                self.anchors[name] = Anchor(frozenset(spelled), spelled, text, known | {text}, True, state == SENTENCE)
            elif name in self.anchors:
                self.anchors[name].alive = False
        for name, anchor in self.anchors.items():
            anchor.alive &= name in found
        self.text.touched.clear()

    def judge(self, found: dict[str, tuple[str, str, list[Word]]], result: Result) -> None:
        """Compare with the oracle."""
        holders: dict[tuple[int, int], str] = {}
        now: dict[tuple[int, int], str] = {}
        for name, (state, _, inside) in found.items():
            if state == LIVE:
                for word in inside:
                    holders[word.origin, word.place] = name
                    now[word.origin, word.place] = word.text
        for name, was in self.anchors.items():
            if not was.alive or not was.words:
                continue
            if was.sentence:
                outcome = self._sentence(was, found.get(name))
                result.sentences[outcome] += 1
                if outcome == "wrong":
                    result.examples.append(f"{self.name} {name} wrong\n  was {was.text}\n  now {found[name][1]}")
                continue
            state, text, inside = found[name]
            spread = Counter(holders[key] for key in was.words if key in holders)
            same = Counter(holders[key] for key in was.words if now.get(key) == was.spelled[key])
            here = sum((word.origin, word.place) in was.words for word in inside)
            most = max(spread.values(), default=0)
            if state == GONE:
                outcome = "tombstoned"
            elif was.has_words_of(text) or (here and 2 * here >= most):
                # The same words are the same words, wherever from; a paragraph cut in two may be either half.
                outcome = "kept"
            else:
                outcome = "wrong"
            edits = {edit for origin, _ in was.words for edit in self.text.touched.get(origin, ())}
            edit = "untouched" if not edits else edits.pop() if len(edits) == 1 else "several"
            result.anchors[edit, outcome] += 1
            there = max(same.values(), default=0) >= 0.7 * len(was.words)
            result.there += there
            result.there_kept += there and outcome == "kept"
            if outcome == "wrong" or (there and outcome != "kept"):
                result.examples.append(f"{self.name} {name} {edit} {outcome}\n  was {was.text}\n  now {text}")

    @staticmethod
    def _sentence(was: Anchor, now: tuple[str, str, list[Word]] | None) -> str:
        """A sentence keeps its anchor only within its block, so it has gone when it went elsewhere."""
        if now is None or now[0] == GONE:
            return "gone"
        _, text, inside = now
        own = sum((word.origin, word.place) in was.words for word in inside)
        return "kept" if own or was.has_words_of(text) else "wrong"

    def stop(self, result: Result, error: CorpusError) -> None:
        """Count an ambiguous case."""
        result.stopped += 1
        result.examples.append(f"{self.name} stopped: {error}")
        for anchor in {each for each in self.anchors if any(f"{each} " in str(d) for d in error.diagnostics)}:
            edits = {edit for origin, _ in self.anchors[anchor].words for edit in self.text.touched.get(origin, ())}
            edit = "untouched" if not edits else edits.pop() if len(edits) == 1 else "several"
            result.anchors[edit, "stopped"] += 1


def articles(folders: Sequence[Path]) -> Iterator[tuple[str, list[str]]]:
    for folder in folders:
        for path in sorted(folder.glob("*.txt")):
            seed = Seed(path.name, path.read_text("utf-8-sig"), "", Metadata())
            blocks = read_one(seed).blocks
            if len(blocks) > 3:
                yield path.stem, [block.text for block in blocks]


def study(histories: int, seed: int, folders: Sequence[Path] = FOLDERS, processes: int = 1) -> Result:
    """Run ``histories`` random histories over the texts of ``folders``, the same for the same ``seed``.

    The result is the same for any number of ``processes``: each history has its own random numbers.
    """
    texts = list(articles(folders))
    parts = [(range(start, min(start + _PART, histories)), seed, texts) for start in range(0, histories, _PART)]
    result = Result()
    if processes == 1:
        for part in map(_part, parts):
            result.add(part)
        return result
    with Pool(processes) as pool:
        for part in pool.imap(_part, parts):
            result.add(part)
    return result


def _part(work: tuple[Sequence[int], int, Sequence[tuple[str, list[str]]]]) -> Result:
    numbers, seed, texts = work
    result = Result()
    for number in numbers:
        _run(number, seed, texts, result)
    return result


def _run(number: int, seed: int, texts: Sequence[tuple[str, list[str]]], result: Result) -> None:
    """Run one history, and add what happened to ``result``."""
    rng = random.Random(f"{seed}/{number}")  # repeatable
    name, paragraphs = texts[number % len(texts)]
    others = [each for other, several in texts if other != name for each in several if len(each.split()) > 8]
    history = History(f"{name}#{number}", paragraphs, others, rng)
    history.remember(history.attach())
    done: set[str] = set()
    result.histories += 1
    stopped = False
    edits = rng.randint(1, 20)
    for edit in range(edits):
        kind = rng.choice(list(EDITS))
        done.add(kind)
        EDITS[kind](history.text, rng, others)
        if edit + 1 < edits and rng.random() > 0.25:
            continue
        result.attachments += 1
        try:
            found = history.attach()
        except CorpusError as error:
            history.stop(result, error)
            stopped = True
            break
        history.judge(found, result)
        history.remember(found)
    result.without_swaps += "swap" not in done
    result.stopped_without_swaps += stopped and "swap" not in done


def main() -> int:
    """Run the study and print its table; 1 if an anchor was wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="*", type=Path, default=FOLDERS)
    parser.add_argument("--histories", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--examples", type=int, default=0, help="print that many cases that were not kept")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    result = study(options.histories, options.seed, options.folders, options.processes)
    print(result.table())
    for example in sorted(result.examples, key=lambda each: " wrong\n" not in each)[: options.examples]:
        print(example)
    return 1 if result.wrong() else 0


if __name__ == "__main__":
    sys.exit(main())
