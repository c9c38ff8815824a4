"""How fast people and places are found: prints MB a second, and the ratio to plain tokenising in the same run.

    python -m bench.recognising [TEXTS]

TEXTS is a folder of texts (``*.txt``) or a file of labelled news (see ``tests/entities/test_labelled.py``); without
it, invented news is read, where every other word is a name. Each text is timed apart, beside its tokenising, and the
fastest of several passes counts, so that whatever else the machine does disturbs little. "First" is a pass with
nothing remembered of any earlier text, "later" one by a recogniser that has met the words before.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from annotated_corpus.entities.gazetteer import gazetteer
from annotated_corpus.entities.recognise import Recogniser, recognise, recogniser
from annotated_corpus.entities.tokens import _TOKEN
from annotated_corpus.model import Article
from tests.articles import lines as article
from tools import invented_news

PASSES = 5
INVENTED = 300


def texts(folder: Path | None) -> list[str]:
    """Return the texts of a folder or a file, or invented ones."""
    if folder and folder.is_file():
        return [each["text"] for each in json.loads(folder.read_text("utf-8"))["docs"]]
    if folder:
        return [path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))]
    return [each["text"] for each in invented_news.documents(INVENTED)]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def fastest(articles: list[Article], work: Callable[[Article], object], fresh: Callable[[], None]) -> float:
    """Return the summed least times of the articles; ``fresh`` is called before each pass."""
    least = [float("inf")] * len(articles)
    for _ in range(PASSES):
        fresh()
        for n, each in enumerate(articles):
            least[n] = min(least[n], seconds(lambda each=each: work(each)))  # type: ignore[misc]
    return sum(least)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="?")
    articles = [article(f"a{n}", text) for n, text in enumerate(texts(parser.parse_args().texts))]
    size = sum(len(each.seed.text.encode()) for each in articles) / 1e6
    using = recogniser()

    def forget() -> None:
        nonlocal using
        using = Recogniser(gazetteer(), using.weights)

    plain = fastest(articles, lambda each: [_TOKEN.findall(block.text) for block in each.blocks], lambda: None)
    first = fastest(articles, lambda each: recognise(each.blocks, using), forget)
    later = fastest(articles, lambda each: recognise(each.blocks, using), lambda: None)
    print(f"{len(articles)} texts, {size:.2f} MB; tokenising alone {size / plain:.1f} MB/s")
    for title, taken in (("first", first), ("later", later)):
        print(f"{title}: {size / taken:.2f} MB/s, {taken / plain:.1f} times tokenising")


if __name__ == "__main__":
    main()
