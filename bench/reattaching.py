"""What re-attaching costs beside reading: a corpus of invented articles, one of them changed.

    python -m bench.reattaching [--articles 1000]

Prints CPU seconds of one process. ``ratio`` is reading, loading the register, re-attaching and
spelling the register again, over reading alone.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from annotated_corpus.anchors import Register, attach, load_register
from annotated_corpus.anchors.checksums import digest
from annotated_corpus.decisions import Decisions
from annotated_corpus.model import Seed
from annotated_corpus.text import read
from tests import articles

WORDS = (
    "the a of and to in minister harbour ferry said council vote bridge winter storm price grain market court judge "
    "officer vessel engine school teacher report office Monday Friday Lund Hale Oslo Visby"
).split()


def article(number: int, rng: random.Random) -> Seed:
    """An invented article of 25 paragraphs."""

    def sentence() -> str:
        return " ".join(rng.choice(WORDS) for _ in range(rng.randint(12, 28))).capitalize() + "."

    paragraphs = [" ".join(sentence() for _ in range(rng.randint(1, 3))) for _ in range(25)]
    text = "\n\n".join([f"Headline number {number} about the harbour", *paragraphs])
    return articles.seed(text, f"{number:05}.txt")


def changed(seed: Seed) -> Seed:
    """The same article with a paragraph inserted and one retyped."""
    parts = seed.text.split("\n\n")
    parts[3:4] = ["Nobody had expected a new paragraph here, the editor wrote.", parts[3].replace("harbour", "port")]
    text = "\n\n".join(parts)
    return replace(seed, text=text, sha256=digest(text))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=1_000)
    count = parser.parse_args().articles
    rng = random.Random(1)  # repeatable
    seeds = [article(number, rng) for number in range(count)]
    first = attach(read(seeds)[0], Register(), Decisions())
    seeds[count // 2] = changed(seeds[count // 2])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "anchors.json")
        path.write_text(first.register.dumps(), "utf-8")
        start = time.process_time()
        readings = read(seeds)[0]
        after_reading = time.process_time()
        register = load_register(path)
        after_loading = time.process_time()
        again = attach(readings, register, Decisions())
        after_attaching = time.process_time()
        again.register.dumps()
        end = time.process_time()
    reading = after_reading - start
    print(f"articles {count:,}, changes {'; '.join(map(str, again.changes))}")
    print(f"reading {reading:.2f} s, loading {after_loading - after_reading:.2f} s")
    print(f"re-attaching {after_attaching - after_loading:.2f} s, spelling {end - after_attaching:.2f} s")
    print(f"ratio {(end - start) / reading:.2f}")


if __name__ == "__main__":
    main()
