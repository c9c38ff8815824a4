"""How the work of joining people and places grows with the corpus: prints milliseconds an article.

    python -m bench.joining [ARTICLES …]        (300 1000 3000)

The articles are invented. Ten people and two cities recur all over, in full and by surname; two surnames stand in
every article without a first name; most other names are an article's own.
"""

from __future__ import annotations

import argparse
import random
import time

from annotated_corpus.decisions import Decisions
from annotated_corpus.entities import join, reader
from annotated_corpus.model import Article
from annotated_corpus.settings import Settings
from tests.articles import lines as article
from tools import invented_news

PEOPLE = [
    "Anna Kovalenko",
    "Boris Brandt",
    "Clara Delgado",
    "Diego Okafor",
    "Elena Lindqvist",
    "Farid Haddad",
    "Goran Petrov",
    "Hanna Sorokin",
    "Ivan Mehta",
    "Jelena Moreau",
]
SIZES = (300, 1000, 3000)


def corpus(number: int) -> list[Article]:
    """Return so many invented articles."""
    chosen = random.Random(5)
    made = []
    for n, each in enumerate(invented_news.documents(number)):
        one, other = chosen.sample(PEOPLE, 2)
        text = f"{each['text']}\nPresident {one} met {other} in Kyiv and Paris.\n{one.split()[1]} left."
        made.append(article(f"a{n}", f"{text}\nMr Smith spoke. Johnson said so."))
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="*", default=SIZES)
    for number in parser.parse_args().articles:
        articles = corpus(number)
        read = reader(Settings())
        start = time.process_time()
        found = [read(each.blocks) for each in articles]
        between = time.process_time()
        made = join(articles, found, Decisions())
        end = time.process_time()
        print(
            f"{number} articles, {len(made.mentions)} mentions, {len(made.entities)} entries: finding "
            f"{1000 * (between - start) / number:.2f}, joining {1000 * (end - between) / number:.2f} ms an article"
        )


if __name__ == "__main__":
    main()
