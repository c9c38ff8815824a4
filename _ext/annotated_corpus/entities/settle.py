"""Settling: what the article as a whole says of a name overrules how one chunk was read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotated_corpus.entities.cutting import Stretch
from annotated_corpus.entities.lexicon import words as listed
from annotated_corpus.entities.signals import OTHER, PERSON, PLACE, Words
from annotated_corpus.entities.tokens import Chunk, spelled

_PAIR = 3
_ADDRESSES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Messrs"})
_WHERE = frozenset("in near from to at outside around across throughout within into".split())
_INSIDE = ("in ++O", "of ++O", "for ++O")
_ACRONYM = 3
"""A single word in capitals of so many letters is too likely an acronym to be taken for a name."""
_GENERATIONS = frozenset({"II", "III", "IV", "Jr.", "Sr.", "Jr", "Sr", "Jnr", "Snr"})
_PARTIES = frozenset({"D", "R", "I"})
"""Of members of the Congress of the United States: "R-Maine"."""
_LARGE = "NCKS"
"""Continents, countries, capitals and seats of government (see gazetteer.KINDS)."""
_SMALL = "-V"
"""Small towns, and what the gazetteer does not have."""


def _suffixed(chunk: Chunk, cut: Sequence[Stretch]) -> list[Stretch]:
    """Give a person the number or suffix that follows the name ("William Strand II")."""
    found: list[Stretch] = []
    for i, j, label in cut:
        if found and found[-1][2] == PERSON and label == OTHER and chunk.words[i] in _GENERATIONS:
            found[-1] = (found[-1][0], i + 1, PERSON)
            if i + 1 < j:
                found.append((i + 1, j, OTHER))
        else:
            found.append((i, j, label))
    return found


def _meet(a: Stretch, b: Stretch) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def settle(found: Sequence[Chunk], cuts: Sequence[list[Stretch]], words: Words) -> list[list[Stretch]]:
    """Return the cuts of an article's chunks, corrected where plain rules apply.

    A form of address or an office is no part of a name, and what follows "Mr" or "Mrs" is a person.
    Two people joined by a hyphen ("the Putin-Biden summit") are parted where the article names each of them apart.
    For the others see ``_Article.verdict``.
    """
    addressed = [_addressed(chunk, cut) for chunk, cut in zip(found, cuts, strict=True)]
    article = _Article(found, addressed, words)
    return [list(article.settled(chunk, cut)) for chunk, cut in zip(found, addressed, strict=True)]


def _addressed(chunk: Chunk, cut: Sequence[Stretch]) -> list[Stretch]:
    """Take titles off names; make a person of what follows a form of address."""
    titles = listed("before a name")
    changed: list[Stretch] = []
    for i, j, label in cut:
        start, now = i, label
        if label == PERSON:
            while start < j - 1 and chunk.words[start].rstrip(".") in titles:
                start += 1
        elif label == OTHER:
            for k in range(j - 2, i - 1, -1):
                if chunk.words[k].rstrip(".") in _ADDRESSES:
                    start, now = k + 1, PERSON
                    break
        before = chunk.words[start - 1] if start else chunk.before[0]
        if before.rstrip(".") in _ADDRESSES:
            now = PERSON
        if start > i:
            changed.append((i, start, OTHER))
        changed.append((start, j, now))
    return changed


_CROWNED = frozenset("Queen King Prince Princess Emperor Empress Lady Lord".split())


class _Article:
    """What an article's cuts say together.

    ``named`` are people's names in full and their surnames, ``people`` the outer words of people's names,
    ``surnames`` the last ones of names in full, ``borne`` the words of names in full or after a title; ``places`` are
    the names of places.
    """

    def __init__(self, found: Sequence[Chunk], cuts: Sequence[Sequence[Stretch]], words: Words) -> None:
        self.words = words
        self.people: set[str] = set()
        self.surnames: set[str] = set()
        self.borne: set[str] = set()
        self.places: set[str] = set()
        self.named: set[str] = set()
        for chunk, cut in zip(found, cuts, strict=True):
            for i, j, label in cut:
                if label == PLACE:
                    self.places.add(spelled(chunk.words[i:j]))
                elif label == PERSON:
                    self._person(chunk, i, j)

    def _person(self, chunk: Chunk, i: int, j: int) -> None:
        if j - i > 1 or self.words[chunk.words[i - 1] if i else chunk.before[0] or "-"].code in "YT":
            self.borne.update(chunk.words[i:j])
        if "-" not in chunk.words[i:j]:
            self.people.update((chunk.words[i], chunk.words[j - 1]))
            if j - i > 1:
                self.surnames.add(chunk.words[j - 1])
                self.named.update((chunk.words[j - 1], spelled(chunk.words[i:j])))

    def settled(self, chunk: Chunk, cut: Sequence[Stretch]) -> Iterator[Stretch]:
        """Return the cut of one chunk as it stays."""
        if len(chunk.words[0]) > 1 and all(word.isupper() for word in chunk.words):
            cut = self._capitals(chunk, cut)
        for i, j, label in _suffixed(chunk, cut):
            pair = j - i == _PAIR and chunk.words[i + 1] == "-"
            if pair and chunk.words[i] in _PARTIES and self.words.place(chunk.words[j - 1]) in "TC":
                yield from ((i, i + 2, OTHER), (i + 2, j, PLACE))
            elif pair and {chunk.words[i], chunk.words[j - 1]} <= self.people:
                yield from ((i, i + 1, PERSON), (i + 1, i + 2, OTHER), (i + 2, j, PERSON))
            else:
                yield i, j, self.verdict(chunk, i, j, label)

    def _sure(self, words: Sequence[str]) -> bool:
        """Whether a person's name has no word that is common, or that is a place in the article."""
        return not any(word in self.places or self.words[word].code == "C" for word in words)

    def _capitals(self, chunk: Chunk, cut: Sequence[Stretch]) -> list[Stretch]:
        """Find in a run of capitals ("MORALES QUITS") the names that the article spells otherwise elsewhere."""
        plain = [word.title() for word in chunk.words]
        size = len(plain)
        known: list[Stretch] = []
        at = 0
        while at < size:
            ends = range(min(size, at + _PAIR), at, -1)
            name = next((each for end in ends if (each := self._spelled_elsewhere(plain, at, end))), None)
            known += [name] if name else []
            at = name[1] if name else at + 1
        read = [each for each in cut if each[2] != OTHER]
        known = [each for each in known if all(each[2] == PERSON == other[2] for other in read if _meet(each, other))]
        kept = [each for each in read if not any(_meet(each, other) for other in known)]
        found: list[Stretch] = []
        at = 0
        for each in [*sorted(known + kept), (size, size, OTHER)]:
            found += [(at, each[0], OTHER)] if each[0] > at else []
            found += [each] if each[1] > each[0] else []
            at = each[1]
        return found

    def _spelled_elsewhere(self, plain: Sequence[str], i: int, j: int) -> Stretch | None:
        """Return the stretch if the article names a person or a place so in mixed case."""
        name = spelled(plain[i:j])
        if j - i == 1 and len(name) <= _ACRONYM:
            return None
        if name in self.named and self._sure(plain[i:j]):
            return i, j, PERSON
        return (i, j, PLACE) if name in self.places else None

    def verdict(self, chunk: Chunk, i: int, j: int, label: int) -> int:
        """Return what a stretch is in the end."""
        name = spelled(chunk.words[i:j])
        kind = self.words.place(name)
        if label == PERSON and j - i == 1 and "&" in (chunk.before[0], chunk.after[0]):
            return OTHER
        if label != OTHER and self._of_a_thing(chunk, i, j, label, kind):
            return OTHER
        if label == PERSON:
            return PLACE if self._no_person(chunk, i, j, name, kind) else PERSON
        if name in self.surnames and self._surname(chunk, j, label, name, kind):
            return PERSON
        if label == PLACE:
            return OTHER if self._no_place(chunk, i, j, name, kind) else PLACE
        return PLACE if len(chunk.words) == j - i and self._overlooked(chunk, name, kind) else OTHER

    def _of_a_thing(self, chunk: Chunk, i: int, j: int, label: int, kind: str) -> bool:
        """The name of a ship ("the tanker Stena Impero"), a club or a team ("CSKA Moscow", "Toronto Blue Jays")."""
        words, place = chunk.words, self.words.place
        before, end = words[i - 1] if i else chunk.before[0], words[j - 1]
        if before in listed("ship") or (i and before in listed("club") and place(words[i]) != "-"):
            return True
        if j - i > 1 and kind == "-" and words[i] in listed("club"):
            return place(spelled(words[i + 1 : j])) != "-"
        if label == PERSON:
            # "the Queen Mary" sails; a queen is named without "the".
            return i == 1 and j - i == 1 and chunk.before[0] == "the" and before in _CROWNED
        if (j < len(words) and words[j] in listed("team")) or (j - i > 1 and kind == "-" and end in listed("team")):
            return True
        plural = j - i > 2 and kind == "-" and end.endswith("s") and self.words[end].code in "UCSs"
        return plural and place(words[i]) in "BM"

    def _no_person(self, chunk: Chunk, i: int, j: int, name: str, kind: str) -> bool:
        """A large place, or one named elsewhere, that no person bears; a town after "in" that is nobody's surname."""
        large = kind in _LARGE or (kind not in _SMALL and name in self.places)
        if large and not self.borne.intersection(chunk.words[i:j]):
            return True
        there = i == 0 and chunk.before[0] in _WHERE and kind not in _SMALL
        return j - i == 1 and name not in self.surnames and there

    def _surname(self, chunk: Chunk, end: int, label: int, name: str, kind: str) -> bool:
        """A surname given in full elsewhere; a common word only before a verb of speech or a possessive."""
        if label == PLACE:
            return kind in _SMALL
        if self.words[name].code in "US" and kind == "-":
            return end == len(chunk.words)
        return len(chunk.words) == 1 and self.words.outer(chunk.after[0]) in ("SAY", "'s")

    def _no_place(self, chunk: Chunk, i: int, j: int, name: str, kind: str) -> bool:
        """The end of an organisation's name ("… Cooperation in Europe"); a sea as adjective ("Atlantic alliance")."""
        if i == 0 and chunk.link in _INSIDE:
            return True
        if i == 0 and chunk.link == "of O" and chunk.before[1] == "Bank":
            return True
        adjective = j == len(chunk.words) and name.endswith("ic") and kind == "W"
        return adjective and self.words.outer(chunk.after[0]) == "w"

    def _overlooked(self, chunk: Chunk, name: str, kind: str) -> bool:
        """A whole chunk, not on an organisation: an editor's own or a large place, known here or of several words.

        A place after "in", too.
        """
        if chunk.link.endswith("O"):
            return False
        if self.words.own(name):
            return name not in self.people
        if chunk.after[0] == "," and chunk.after[1].endswith(".") and self.words.place(chunk.after[1]) == "T":
            return kind != "-"  # "Tulsa, Okla."
        if len(chunk.words) > 1 or name in self.places:
            return kind in _LARGE or (kind in "RWT" and len(chunk.words) > 1)
        if kind in "CN":
            return name not in self.people
        return kind not in _SMALL and chunk.before[0] == "in" and self.words[chunk.words[0]].code in "LUSG"
