"""A made-up archive of any size, with planted matches: what the benchmarks measure on.

    python -m bench.invented FOLDER [--articles 1000] [--seed 1]

Everything follows from the seed, and the archive of 1,000 articles is the beginning of that of 10,000. Words are
drawn by Zipf's law from a list of English words and, the further down the more often, coined ones; so the
vocabulary grows with the archive as that of real news does. Articles come in stories of one to eight. A story has
words, people and places of its own, and facts that its articles tell in the same words, in nearly the same, or in
others: those pairs of sentences are the planted matches. A few sentences (an agency about itself, appeals to sign
up) stand in a large part of all articles.
"""

from __future__ import annotations

import argparse
import json
import random
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, combinations
from pathlib import Path

from annotated_corpus.entities.lexicon import data_text
from annotated_corpus.language import name_lists

KINDS = ("verbatim", "edited", "paraphrase")
SIZES, SIZE_WEIGHTS = (1, 2, 3, 4, 6, 8), (30, 32, 18, 12, 5, 3)
PARAGRAPHS = 30
FACTS = 24
SHARED = 0.4
"""The share of an article's paragraphs that tell a fact of the story."""
OUTLETS = (
    "Meridian News Agency|Evening Ledger|Northern Post|Harbour Times|Daily Chronicle|Union Wire|Capital Record|"
    "Tribune of the West|Morning Standard|Lake Herald|Public Radio Nine|The Observer of Trade"
).split("|")
BOILERPLATE = (
    "Sign up for our morning newsletter",
    "The Meridian News Agency is an independent service with offices in forty countries.",
    "Reporting was supported by a grant for the coverage of public affairs.",
    "This article has been updated with further details as they became known.",
    "Read more of our coverage of the region on our pages for subscribers.",
    "All figures were taken from documents seen by reporters of this newspaper.",
)
ROLES = "president,foreign minister,prime minister,spokesman,governor,police chief,professor,senator,mayor".split(",")
SOUNDS = "ba ko mi ren tas ul vor qui nel sta pre dim oz har lin ge tu sor wex ip dra fen ol cru mab yst".split()
ENDINGS = ("", "s", "ed", "ing", "er", "ation", "al")
GLUE = "of the,in the,for a,with the,after the,and the,on a,from the,against the,before a,under the,near the".split(",")
SAID = "said,told reporters,added,warned,announced,insisted".split(",")
EPOCH = date(2001, 1, 1)


@dataclass(frozen=True)
class Planted:
    """Two sentences of different articles (file names without ending) that tell one fact, and how alike they are."""

    kind: str
    a: str
    a_text: str
    b: str
    b_text: str


@dataclass(frozen=True)
class Invented:
    """One article: name of its file without ending, source, date, title and paragraphs."""

    name: str
    source: str
    date: str
    title: str
    paragraphs: tuple[str, ...]


class Language:
    """Words by Zipf's law: the list of common words first, coined ones after, in an order of their own."""

    def __init__(self, dice: random.Random) -> None:
        common = [word for word in data_text("common.txt").split() if word.isalpha() and len(word) > 3]
        dice.shuffle(common)
        coined = {"".join(dice.choice(SOUNDS) for _ in range(dice.randint(2, 4))) for _ in range(70_000)}
        tail = sorted(coined)
        dice.shuffle(tail)
        self.words = [*common, *tail]
        self.bounds = list(accumulate(1 / (rank + 20) for rank in range(len(self.words))))
        rows = [row.split(" ", 1) for row in name_lists.rows()]
        self.given = [name for kind, name in rows if kind[0] in "gb" and name.isascii()]
        self.surnames = [name for kind, name in rows if kind[0] in "sb" and name.isascii()]
        cities = [row.split("\t") for row in data_text("cities.tsv").splitlines()]
        self.cities = [row[0].split("|")[0] for row in cities if row[0].isascii() and int(row[6]) >= 150]
        countries = [row.split("\t") for row in data_text("countries.tsv").splitlines()]
        self.countries = [row[0].split("|")[0] for row in countries if row[1] == "country"]
        self.famous = [self.person(dice) for _ in range(150)]

    def word(self, dice: random.Random) -> str:
        """Draw a word."""
        base = self.words[bisect(self.bounds, dice.random() * self.bounds[-1])]
        return base + dice.choice(ENDINGS) if dice.random() < 0.3 else base

    def person(self, dice: random.Random) -> tuple[str, str]:
        """Draw a full name and the surname in it."""
        last = dice.choice(self.surnames)
        return f"{dice.choice(self.given)} {last}", last


class Story:
    """One event: its words, people, places and facts, and the articles about it."""

    def __init__(self, language: Language, dice: random.Random) -> None:
        self.language, self.dice = language, dice
        self.words = [language.word(dice) for _ in range(45)]
        famous = dice.sample(language.famous, 2)
        self.people = [*famous, *(language.person(dice) for _ in range(4))]
        self.roles = [dice.choice(ROLES) for _ in self.people]
        self.places = [*dice.sample(language.countries, 2), *dice.sample(language.cities, 3)]
        self.facts = [self.sentence() for _ in range(FACTS)]

    def term(self) -> str:
        """Draw a word, of the story's own more often than not."""
        return self.dice.choice(self.words) if self.dice.random() < 0.55 else self.language.word(self.dice)

    def phrase(self, terms: int) -> list[str]:
        """Draw words joined by grammar."""
        found = ["the", self.term()]
        for _ in range(terms - 1):
            found += [*self.dice.choice(GLUE).split(), self.term()] if self.dice.random() < 0.5 else [self.term()]
        return found

    def sentence(self) -> list[str]:
        """Make a sentence of 12 to 30 words, with a name, a place or a figure as chance has it."""
        dice = self.dice
        which = dice.randrange(len(self.people))
        full, last = self.people[which]
        head = full if dice.random() < 0.4 else last
        if head == full and dice.random() < 0.4:
            head = f"{dice.choice(self.places[:2])} {self.roles[which]} {full}"
        body = self.phrase(dice.randint(3, 5))
        if dice.random() < 0.5:
            body += ["in", dice.choice(self.places)]
        if dice.random() < 0.4:
            body += ["on", f"{dice.randint(2, 900)},{dice.randint(100, 999)}", self.term()]
        body += ["would", *self.phrase(dice.randint(2, 4))[1:]]
        style = dice.random()
        if style < 0.25:
            return f"“{_opening(body)},” {head} {dice.choice(SAID)}.".split(" ")
        if style < 0.6:
            return f"{head} {dice.choice(SAID)} that {' '.join(body)}.".split(" ")
        return f"{_opening(body)}, according to {head}.".split(" ")

    def edited(self, words: list[str]) -> list[str]:
        """Return a sentence with one to three words put in, left out or replaced."""
        new = list(words)
        for _ in range(self.dice.randint(1, 3)):
            at = self.dice.randrange(1, len(new) - 1)
            new[at : at + self.dice.randint(0, 1)] = [self.language.word(self.dice)] * self.dice.randint(0, 1)
        return new

    def paraphrased(self, words: list[str]) -> list[str]:
        """Return a sentence with about two thirds of its longer words, in other clauses and another order."""
        kept = [word.strip("“”,.") for word in words if len(word) > 4 and self.dice.random() < 0.68]
        at = self.dice.randrange(len(kept)) if kept else 0
        turned = [*kept[at:], *kept[:at]]
        out = ["It", "was", "reported", "that"] if self.dice.random() < 0.5 else ["Officials", "say"]
        for word in turned:
            out += [word] if self.dice.random() < 0.6 else [*self.dice.choice(GLUE).split(), word]
            if self.dice.random() < 0.2:
                out.append(self.term())
        out[-1] += "."
        return out


def _opening(words: list[str]) -> str:
    text = " ".join(words)
    return text[:1].upper() + text[1:]


def archive(articles: int, seed: int = 1) -> Iterator[tuple[list[Invented], list[Planted]]]:
    """Yield stories of together exactly so many articles, each with its planted matches."""
    language = Language(random.Random(f"language {seed}"))
    made = number = 0
    while made < articles:
        number += 1
        dice = random.Random(f"story {seed} {number}")
        size = dice.choices(SIZES, SIZE_WEIGHTS)[0]
        told, planted = tell(Story(language, dice), min(size, articles - made), made, number)
        made += len(told)
        yield told, planted


def tell(story: Story, size: int, first: int, number: int) -> tuple[list[Invented], list[Planted]]:
    """Return so many articles about a story and its planted matches; ``first`` says how their names go on."""
    dice = story.dice
    day = EPOCH + timedelta(days=number % 9000)
    paraphrased: set[int] = set()
    told, wordings = [], []
    for which in range(size):
        own: dict[int, tuple[str, str]] = {}
        rows: list[str] = []
        for fact in dice.sample(range(FACTS), round(SHARED * PARAGRAPHS)):
            kind = dice.choices(KINDS, (3, 4, 3))[0]
            if kind == "paraphrase" and (fact in paraphrased or which == 0):
                kind = "edited"
            if kind == "paraphrase":
                paraphrased.add(fact)
            make = {"verbatim": list, "edited": story.edited, "paraphrase": story.paraphrased}[kind]
            own[fact] = kind, " ".join(make(story.facts[fact]))
            rows.append(own[fact][1])
        while len(rows) < PARAGRAPHS:
            rows.append(" ".join(story.sentence()))
            if dice.random() < 0.2:
                rows[-1] += " " + " ".join(story.sentence())
        dice.shuffle(rows)
        rows[0] = f"{dice.choice(story.places[2:]).upper()}, {day:%b} {day.day} – {rows[0]}"
        rows += [each for each in BOILERPLATE if dice.random() < 0.15]
        title = _opening(story.phrase(3)[1:]) + f" in {dice.choice(story.places)}"
        told.append(Invented(f"a{first + which + 1:06}", dice.choice(OUTLETS), day.isoformat(), title, tuple(rows)))
        wordings.append(own)
    planted = [
        Planted(max(one[fact][0], two[fact][0], key=KINDS.index), a.name, one[fact][1], b.name, two[fact][1])
        for (a, one), (b, two) in combinations(zip(told, wordings, strict=True), 2)
        for fact in sorted(one.keys() & two.keys())
    ]
    return told, planted


def write(folder: Path, articles: int, seed: int = 1) -> list[Planted]:
    """Write the archive as seeds with sidecars into ``folder`` and return its planted matches."""
    folder.mkdir(parents=True, exist_ok=True)
    found: list[Planted] = []
    for told, planted in archive(articles, seed):
        found += planted
        for each in told:
            text = f"{each.title}\n\n" + "\n\n".join(each.paragraphs) + "\n"
            (folder / f"{each.name}.txt").write_text(text, "utf-8")
            facts = {"slug": each.name, "source": each.source, "label": each.name.upper(), "lang": "en"}
            rows = [f"{key} = {json.dumps(value)}" for key, value in facts.items()]
            (folder / f"{each.name}.toml").write_text("\n".join([*rows, f"date = {each.date}"]) + "\n", "utf-8")
    return found


def main() -> None:
    """Write an archive, and its planted matches beside it as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    planted = write(chosen.folder, chosen.articles, chosen.seed)
    path = chosen.folder.with_name(chosen.folder.name + "-planted.jsonl")
    path.write_text("".join(json.dumps(vars(each), ensure_ascii=False) + "\n" for each in planted), "utf-8")
    print(f"{chosen.articles} articles in {chosen.folder}, {len(planted)} planted matches in {path}")


if __name__ == "__main__":
    main()
