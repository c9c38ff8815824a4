"""Invented news with the names marked: a supplement to the training of the recogniser.

Real news of one kind shows some constructions seldom (datelines of agencies, kings, juniors, surnames that are
common words, people named like places). This module makes short articles from sentence patterns written by hand and
names drawn from the lists of the package; nothing in it comes from any newspaper. Deterministic for a seed.
"""

from __future__ import annotations

import random
import re
from typing import Any

from annotated_corpus.entities.gazetteer import FILES
from annotated_corpus.entities.lexicon import data_text, is_common, words
from annotated_corpus.language import name_lists

# {P} a person in full, {p} the same by surname, {Q} {q} another; {C} {K} cities, {N} {M} countries, {S} a state;
# {T} a title, {r} a trade, {D} a people, {O} an organisation, {m} a month, {d} a day, {A} an agency.
OPENINGS = """
{dateline}{T} {P} said on {d} that the talks with {N} had failed.
{dateline}Police in {C} arrested {P}, a {r}, on {d}.
{dateline}{P} won the {r} prize on {d}, beating {Q} of {N}.
{dateline}A court in {C} fined {P} and {Q} over the sale of a farm in {K}.
{dateline}{N} and {M} signed a pact on {d}, {T} {P} told reporters.
{dateline}{P}, a {r} from {C}, told the {O} that the bridge was unsafe.
{dateline}Thousands marched in {C} and {K} after {D} {T} {P} resigned.
{dateline}{N} warned {M} on {d} against the sale of arms.
{dateline}Heavy rain hit {C}, {S}, and {K}, {S}, killing three people.
{dateline}Results of matches played on {d}: {P} ({N}) beat {Q} ({M}) 6-3 6-4.
{dateline}{P} scored twice as {C} beat {K} 3-1 on {d}.
{dateline}{D} {T} {P} will meet {T} {Q} in {C} next week.
{dateline}Shares in the {O} fell 4 percent in {C} on {d}.
{dateline}The {N} {r}, {P}, and his wife {Q} left {C} for {K}.
{dateline}{T} {P} of {N} died on {d} in {C} at the age of 82.
{dateline}{N}'s {r} {P} rejected {M}’s offer on {d}.
""".strip().split("\n")
SENTENCES = """
{p} said the plan would cost less than {N} had paid.
"We are ready," {p} said.
"It was a mistake," said {q}, a {r}.
{p} did not reply. {q} left early.
But {p} told {q} that it was too late.
{p}'s lawyer, {Q}, declined to comment.
Mr {p} was born in {C}.
Ms. {q} has lived in {K} since {m}.
{T} {q} disagreed with {p}.
Her brother, {Q}, runs a shop in {C}, {N}.
{p}, who was not hurt, thanked the {O}.
The {O} said it had no record of {p}.
According to {q}, the {D} side wanted more time.
{p} and {q} will speak in {m}.
The {D} government and the {O} did not comment.
On {d}, {p} flew to {C} to see {T} {Q}.
In {C}, {D} troops fired at the crowd.
{p} once played for {C} {club}.
{P} studied at the University of {C} and worked for the Bank of {N}.
The {C} Stock Exchange closed early.
{N}, {M} and {S} have sent aid.
The town of {C} and the village of {K} were cut off.
{N} said it would not join {M}.
The {r} in {C}, {Q}, said so on {d}.
{C} wants {K} to pay.
{p} hopes to return to {N} in {m}.
{p} wrote in the {C} Times that {M} had lied.
Also at the meeting were {Q} of {N} and a {D} {r}.
Nobody in {C} had seen {p} since {m}.
A {C}-based firm bought it from the {O}.
A {p} aide said the {p}-{q} talks had failed.
King {mono} of {N} sent a letter to {p}.
Queen {mono} and Pope {mono2} were there too.
Prince {mono} met Sheikh {Q} in {C}.
{p} supported {q}.
{p} laughed.
For {p}, it was the third win in {N}.
He thanked {q} and {p}, both from {C}.
Sources close to {p} named {Q}, 43, as the {r}.
{Q}, 27, of {C}, {S}, was charged with theft.
The {river} and the {sea} are rising, {p} said.
Ships from {N} crossed the {sea} last {d}.
Northern {N} and Southern {M} are dry.
Officials from the {N} Central Bank and Air {M} met in {C}.
The {D} {r} called {N} “a friend”.
{Q} replaces {P2}, who moves to {C}.
{p} (right) and {q} (left) in {C}, {N}.
The {seat} said {p} would go to {N}.
Talks between the {seat} and {N} broke down, {q} told the {seat}.
Leaders of {region} and {region2} met {p} in {C}.
{region} is poorer than {region2}, {q} wrote.
Tourists love {C}, {F} and {K}.
The mayor of {F} met the governor of {C}.
{q} was born in the town of {F}, near {C}.
A storm hit {C}, {abbr}, and {F}, {abbr}, on {d}.
{F} {club} lost to Real {C} and the {S} {club} on {d}.
Air {N} and the {C} Post quoted {q}.
The Organisation for Trade and Cooperation in {bare} met {p}.
{d} was cold in {F}.
{G} said it knew of no such plan.
{G} was willing to help, {p} said, if {H} agreed.
Relations between {G} and {H} have been cold since {m}.
{p} knows {G}’s wishes and {H}'s fears.
"{G} knows what it wants," {q} said.
{G} accuses {H} of lying, which {H} denied.
Hopes for {East} relations faded, {q} said.
Born in {C}, {q} moved to {F} and then to {K}, {N}.
{caps} SPEAKS IN {capcity}
""".strip().split("\n")
TITLES = """President|Prime Minister|Foreign Minister|General|Senator|Judge|Mayor|Governor|Chancellor|Professor
Dr|Dr.|Mr|Mrs|Ms|Mr.|Sir|Defense Secretary|Secretary of State|Interior Minister|Vice President|Ambassador|Capt.
Lt. Col.|Sen.|Rep.|Gov.|Chief Justice|Police Chief|Former President|Finance Minister|Speaker|Archbishop|Ayatollah
Rabbi|Coach|Captain|Colonel|Detective|Justice|Opposition leader""".replace("\n", "|").split("|")
CLUBS = ["United", "City", "Rangers", "Rovers", "Tigers", "FC", "Athletic"]
AGENCIES = ["(Reuters) - ", "(AP) — ", "(AFP) - ", "- ", "— ", ": "]
HEADS = "Association Council Commission Agency Group Party Court Union Bank Institute Ministry Corp Foundation".split()
MIDDLES = "Football,Trade,National,International,Human Rights,Health,Film,Farmers,Space,Press,Green,Liberal".split(",")
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SOUNDS = "ba ko ri lo ven tash dor mi zel qua nar ush go pei lan ski ov wen ja thu".split()
SUFFIXES = ("Jr.", "Jr", "Sr.", "II", "III")
PARTICLES = ("van ", "de ", "van der ", "von ", "al-", "bin ", "de la ", "ibn ", "el-")
TAILS = "jun won ho sun hee young in min hyuk chun ling".split()
STRAY = {"East": ["East-West", "North-South", "Western", "Sino-Soviet"]}
_SLOT = re.compile(r"\{(\w+)\}")


class Names:
    """The lists that names are drawn from."""

    def __init__(self) -> None:
        rows = [row.split(" ", 1) for row in name_lists.rows()]
        self.given = [name for kind, name in rows if kind[0] in "gb"]
        self.surnames = [name for kind, name in rows if kind[0] in "sb"]
        self.wordy = [name for name in self.surnames if is_common(name.lower())]
        places = [row.split("\t") for file in FILES for row in data_text(file).splitlines()]
        self.countries = [row[0].split("|")[0] for row in places if row[1] == "country"]
        self.states = [row[0].split("|")[0] for row in places if row[1] == "state"]
        sized = [(row[0].split("|")[0], int(row[6])) for row in places if len(row) > 6]
        capitals = [(row[0].split("|")[0], int(row[6])) for row in places if row[1] == "capital" and len(row) > 6]
        self.capitals = [name for name, size in capitals if size >= 500]
        self.seats = [row[0].split("|")[0] for row in places if row[1] == "seat"]
        self.regions = [row[0].split("|")[0] for row in places if row[1] in ("continent", "region") and not row[2]]
        self.short = [name for row in places if row[1] == "state" for name in row[0].split("|") if name.endswith(".")]
        likely = {*self.given, *self.surnames}
        self.doubtful = [name for name, size in sized if size >= 60 and (name in likely or is_common(name.lower()))]
        self.large = [name for name, size in sized if size >= 400]
        self.small = [name for name, size in sized if size < 400]
        self.waters = [row[0].split("|")[0] for row in places if row[1] in ("sea", "river")]
        self.marked = {
            "S": self.states, "sea": self.waters, "river": self.waters, "seat": self.seats, "F": self.doubtful,
            "abbr": self.short, "capcity": self.large, "mono": self.given, "mono2": self.given,
        }  # fmt: skip
        self.plain = {
            "T": TITLES, "r": sorted(words("role")), "D": sorted(words("demonym")), "m": MONTHS, "d": DAYS,
            "club": CLUBS, "bare": self.regions, **STRAY,
        }  # fmt: skip


class Writer:
    """Writes one article: the same slot has the same name throughout."""

    def __init__(self, names: Names, dice: random.Random) -> None:
        self.names, self.dice = names, dice
        self.people: dict[str, tuple[str, str]] = {}
        self.fixed: dict[str, str] = {}

    def surname(self) -> str:
        """Draw a surname: from the list, a common word, or one in no list."""
        pick = self.dice.random()
        if pick < 0.5:
            return self.dice.choice(self.names.surnames)
        return self.dice.choice(self.names.wordy) if pick < 0.75 else self.coined()

    def coined(self) -> str:
        """Make up a name that no list has."""
        return "".join(self.dice.sample(SOUNDS, self.dice.randint(2, 3))).title()

    def person(self) -> tuple[str, str]:
        """Return a full name and what it is shortened to."""
        dice = self.dice
        given = dice.choice(self.names.given) if dice.random() < 0.8 else self.coined()
        if dice.random() < 0.03:
            given = dice.choice([place for place in self.names.large if " " not in place])
        last = self.surname()
        style = dice.random()
        if style < 0.62:
            return f"{given} {last}", last
        if style < 0.70:
            return f"{given} {dice.choice('ABCDEFGHJKLMPRSTW')}. {last}", last
        if style < 0.74:
            return f"{dice.choice('ABCDEJKMPR')}. {dice.choice('ABCDEJKMPR')}. {last}", last
        if style < 0.80:
            other = self.surname()
            return f"{given} {other} {last}", last
        if style < 0.84:
            suffix = dice.choice(SUFFIXES)
            return f"{given} {last} {suffix}", last
        if style < 0.90:
            particle = dice.choice(PARTICLES)
            return f"{given} {particle}{last}", last
        if style < 0.95:
            tail = dice.choice(TAILS)
            return f"{last} {given[:4]}-{tail}", last
        return f"{given}-{dice.choice(self.names.given)} {last}", last

    def slot(self, key: str) -> str:
        """Return the marked text of a slot."""
        if key in ("P", "Q", "P2", "p", "q"):
            return self.named(key)
        if key == "dateline":
            return self.dateline()
        if key == "caps":
            return f"[P {self.people.get('P', self.person())[0].upper()}]"
        if key == "O":
            return self.keep("O", f"{self.place_word()}{self.dice.choice(MIDDLES)} {self.dice.choice(HEADS)}")
        dice, names = self.dice, self.names
        if key in ("region", "region2"):
            name = dice.choice(names.regions)
            return f"the [L {name}]" if name.endswith(("s", "East", "West", "Caribbean", "Horn")) else f"[L {name}]"
        if key in ("C", "K"):
            return f"[L {self.keep(key, dice.choice(names.large if dice.random() < 0.7 else names.small))}]"
        if key in ("N", "M", "G", "H"):
            return f"[L {self.keep(key, dice.choice(names.countries if key in 'NM' else names.capitals))}]"
        marked = names.marked.get(key)
        if marked:
            mark = "P" if key.startswith("mono") else "L"
            name = dice.choice(marked)
            return f"[{mark} {name.upper() if key == 'capcity' else name}]"
        return dice.choice(names.plain[key])

    def named(self, key: str) -> str:
        """Return a person's full name for a capital slot, the short one for a small."""
        who = key.upper()
        if who not in self.people or (key == "Q" and self.dice.random() < 0.5):
            self.people[who] = self.person()
        full, short = self.people[who]
        return f"[P {full if key[0].isupper() else short}]"

    def keep(self, key: str, value: str) -> str:
        """Return the value that a slot was first given."""
        return self.fixed.setdefault(key, value)

    def place_word(self) -> str:
        """Return a word that may begin an organisation's name."""
        pick = self.dice.random()
        if pick < 0.3:
            return self.dice.choice(self.names.countries) + " "
        return self.dice.choice(self.names.large) + " " if pick < 0.5 else ""

    def dateline(self) -> str:
        """Return an agency's dateline, or nothing."""
        if self.dice.random() < 0.4:
            return ""
        city = self.slot("C")
        city = "[L " + city[3:-1].upper() + "]" if self.dice.random() < 0.7 else city
        more = self.dice.choice(["", ", " + self.slot("N"), ", Dec 2", ", July 14"])
        return f"{city}{more} {self.dice.choice(AGENCIES)}"

    def article(self) -> str:
        """Return one article with its names marked."""
        lines = [self.dice.choice(OPENINGS), *self.dice.sample(SENTENCES, self.dice.randint(5, 9))]
        return "\n".join(_SLOT.sub(lambda found: self.slot(found[1]), line) for line in lines)


def documents(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Return so many invented documents, labelled as the training data are."""
    names, dice = Names(), random.Random(seed)  # noqa: S311 - not for secrets
    made = []
    for number in range(count):
        marked = Writer(names, dice).article()
        text, mentions, at = "", [], 0
        for mark in re.finditer(r"\[([PL]) ([^\]]+)\]", marked):
            text += marked[at : mark.start()]
            kind = "PERSON" if mark[1] == "P" else "PLACE"
            mentions.append({"start": len(text), "end": len(text) + len(mark[2]), "type": kind})
            text += mark[2]
            at = mark.end()
        made.append({"id": f"invented-{number}", "text": text + marked[at:], "mentions": mentions})
    return made
