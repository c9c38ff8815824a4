"""The people and bodies that an article names, and the fullest name of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from annotated_corpus.language.capitals import CAPITAL, RUN
from annotated_corpus.language.en.outlets import is_outlet
from annotated_corpus.language.en.peoples import national
from annotated_corpus.language.en.roles import nouns
from annotated_corpus.language.en.titles import OFFICES
from annotated_corpus.language.name_lists import bearers, name_kind
from annotated_corpus.language.particles import PARTICLES
from annotated_corpus.language.tables import words as words_of

_LEAD = frozenset(
    """
    but and yet so in on at as when after before while since although though if because however meanwhile still earlier
    later last this that these those the a an then there here now for with from by of to also one
    nobody everybody everyone someone anyone no some many most few others
    i i'm i'll i'd i've we we're we've you you're let let's it's there's that's what who how
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
    """.split()
)
_ARTICLES = frozenset({"the", "a", "an", "one"})
_RUN = re.compile(rf"(?<![\w’'-]){RUN}")
_THE = re.compile(rf"[Tt]he {CAPITAL}.*[^\W\d_A-Z]")
_SUFFIX = re.compile(r",? (?:Jr|Sr|II|III|IV)\.?$")
_STOP = re.compile(r"(?<=\w\w)(?<!Jr)(?<!Sr)\.$")
"""The full stop of a sentence that ends with a name; that of an initial or "U.S." belongs to the name."""
_INITIAL = re.compile(rf"{CAPITAL}\.")
_HEAD = re.compile(r"(?:^| )([a-z]+)$")
_OF = re.compile(r" (?:of|for|at|from|with) ")
_AND = re.compile(r" (?:of|for|and) ")
_BODIES = re.compile(
    rf"(?<![\w’'-])(?:{CAPITAL}[\w’'-]*[’']s? )(?:[a-z]+ ){{0,2}}"
    r"(ministry|government|committee|parliament|army|police|court)\b"
)
_HE, _SHE, _ANY = frozenset({"he"}), frozenset({"she"}), frozenset({"he", "she"})
_COMPASS = frozenset(
    "North South East West Northern Southern Eastern Western New San Santa Los Saint Fort Lake Mount".split()
)
"""What the name of a place begins with."""
_ADDRESS = {"Mr": _HE, "Sir": _HE, "Lord": _HE, "Mrs": _SHE, "Ms": _SHE, "Miss": _SHE, "Lady": _SHE, "Dame": _SHE}
_APPOSITION = re.compile(r", (?:the|a|an) ((?:[\w’'-]+ ){0,4}[\w’'-]+)(?=[,.])")
_NO_OFFICE = frozenset(
    "mr mrs ms miss dr sir lord lady dame prof professor former acting deputy senior general".split()
)
"""What stands before names, or within offices, and tells no two holders apart."""
_LONGEST = 4


@lru_cache(maxsize=16384)
def strip(name: str) -> str:
    """Return a name as found without words that only stand before it: "But President Putin" is "President Putin"."""
    parts = name.rstrip(".,").split() if not name.endswith(("Jr.", "Sr.")) else name.split()
    while len(parts) > 1 and parts[0][0].isupper() and _plain(parts[0]) in _LEAD - _ARTICLES:
        parts.pop(0)
    if len(parts) == 1 and _plain(parts[0]) in _LEAD:
        return ""
    bare = re.sub("[’']$", "", " ".join(parts))
    return bare[4:] if _THE.fullmatch(bare) and len(parts) == 2 else bare


def _plain(word: str) -> str:
    return word.casefold().replace("’", "'").strip(",.")


@lru_cache(maxsize=16384)
def head_noun(name: str) -> str:
    """Return the noun of a body ("ministry"), empty for a proper name."""
    found = _HEAD.search(_OF.split(name)[0])
    return found[1] if found else ""


def without_title(name: str) -> list[str]:
    """Return the words of a person's name without titles, initials and roles before it."""
    return _person(name.split())


class Names:
    """The names in the sentences of one article."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._full: dict[str, list[str]] = {}
        self._people: set[str] = set()
        self._bodies: dict[str, str] = {}
        self._sex: dict[str, frozenset[str]] = {}
        self._bare: set[str] = set()
        self._runs: dict[str, list[tuple[int, str]]] = {}
        self._known: dict[str, str | None] = {}
        self._offices: dict[str, set[str]] = {}
        for text in sentences:
            self._read(text)

    def _read(self, text: str) -> None:
        runs = self._runs[text] = [(found.start(), _STOP.sub("", found[0])) for found in _RUN.finditer(text)]
        for start, run in runs:
            if is_outlet(strip(run)):
                continue
            words = run.split()
            person = _person(words)
            if _given(person) and sum(word not in PARTICLES for word in person) <= _LONGEST:
                full = " ".join(person)
                if not _body(person):
                    rivals = self._full.setdefault(_surname(full), [])
                    if full not in rivals:
                        rivals.append(full)
                    aside = _APPOSITION.match(text, start + len(run))
                    said = {*words[: len(words) - len(person)], *(aside[1].split() if aside else ())}
                    self._offices.setdefault(full, set()).update(_plain(word) for word in said)
            elif person and len(words) > 1 and not _body(person):
                self._note_bare(words, person)
            sex = _ADDRESS.get(words[0].rstrip("."))
            if person and sex:
                self._sex[" ".join(person)] = sex
        for found in _BODIES.finditer(text):
            self._bodies.setdefault(found[1], found[0])

    def _note_bare(self, words: Sequence[str], person: Sequence[str]) -> None:
        """Note who is named by title and surname only, before anybody of that surname is named in full."""
        if len(person) == 1 and words[0].casefold().rstrip(".") in OFFICES:
            self._people.add(person[-1])
            if person[-1] not in self._full:
                self._bare.add(person[-1])

    def fullest(self, name: str) -> str:
        """Return the fullest name that the article uses for a person, and any other name as it is."""
        if head_noun(name) or name.isupper():
            return self._surnames_in_capitals.get(name, name)
        runs = [part.split() for part in _AND.split(name.removeprefix("the "))]
        parts = [_person(run) for run in runs]
        person = next(filter(None, parts), None)
        if len(parts) > 1 and person is parts[0] and person[-1].casefold() in nouns("body name"):
            titled = (part for run, part in zip(runs, parts, strict=True) if len(part) < len(run) and _given(part))
            person = next(titled, None)  # "the Organization for Women President Ann Holm"
        if person is None:
            return name
        bare = " ".join(person)
        rivals = self._full.get(_surname(bare), [])
        if not _given(person):
            sex = _ADDRESS.get(name.split(maxsplit=1)[0].rstrip("."))
            if bare in self._bare:  # somebody of this surname was named before the son
                rivals = [rival for rival in rivals if not _SUFFIX.search(rival)]
            fitting = [rival for rival in rivals if sex is None or sex <= self.sexes(rival)]
            if fitting and not any(self._may_hold(rival, name) for rival in fitting):
                return name
            if len({rival.split()[0] for rival in fitting}) == 1:
                return max(fitting, key=lambda rival: (len(rival.split()), -fitting.index(rival)))
            if len(rivals) > 0 and sex:
                return name
        return bare

    def _may_hold(self, person: str, name: str) -> bool:
        """Return whether an office before a surname may be that of a person of the surname.

        "Ruth Okoro, the opposition leader": Mayor Okoro is somebody else. Whoever is described by no office, or as a
        former holder of one, may have any.
        """
        known = self._offices.get(person, set())
        held = {word for word in known if word in OFFICES} - _NO_OFFICE
        title = _plain(name.split()[-2]) if " " in name else ""
        return "former" in known or not held or title not in OFFICES - _NO_OFFICE or title in held

    @cached_property
    def _surnames_in_capitals(self) -> dict[str, str]:
        """The people whose surname a headline in capitals gives: "PETROV"."""
        return {
            key: max(rivals, key=len)
            for surname, rivals in self._full.items()
            if len(rivals) == 1
            for key in (surname.upper(), rivals[0].upper())
        }

    def sexes(self, person: str) -> frozenset[str]:
        """Return of "he" and "she" those that nothing speaks against for a person."""
        told = self._sex.get(person) or self._sex.get(_surname(person))
        given = _borne_by(person.split(maxsplit=1)[0]) if " " in person else ""
        if person.startswith(("Mr", "Mrs", "Ms")):
            return _ADDRESS.get(person.split(maxsplit=1)[0].rstrip("."), _ANY)
        if person in self._sex:
            return self._sex[person]
        if given:
            return _HE if given == "he" else _SHE
        return told or _ANY

    def is_human(self, name: str) -> bool:
        """Return whether a name as found is that of a person: known as one, or with a given name before it."""
        words = name.split()
        if _body(words):
            return False
        person = [word for word in _person(words) if word not in PARTICLES]
        if not person or _body(person) or person[0] in _COMPASS:
            return False
        if name in self._surnames_in_capitals:
            return True
        if len(person) == 1:
            return (
                _surname(person[0]) in self._full
                or person[0] in self._people
                or words[0].casefold().rstrip(".") in OFFICES
            )
        return name_kind(person[0]) in ("g", "b") or len(person) < len(words)

    def people(self, text: str) -> list[tuple[int, str]]:
        """Return the people whom one of the sentences names, fully named, with where each name begins."""
        runs = self._runs.get(text, ())
        return [(start, name) for start, run in runs if (name := self._person_of(run))]

    def _person_of(self, run: str) -> str | None:
        """Return the person whom a run of capitals names, fully named."""
        if run not in self._known:
            name = strip(run)
            human = name and self.is_human(name) and not is_outlet(name)
            self._known[run] = self.fullest(name) if human else None
        return self._known[run]

    def body(self, noun: str) -> str | None:
        """Return the body that the article first names with a noun: "Russia’s foreign ministry" for "ministry"."""
        return self._bodies.get(noun)


def _person(words: list[str]) -> list[str]:
    """Return the words of a run of capitals without the titles and roles before the name."""
    parts = [word for word in words if not _INITIAL.fullmatch(word) or word == words[-1]]
    start = 0
    for position, word in enumerate(parts):
        bare = word.casefold().rstrip(".,")
        leads = bare in _LEAD and position == start  # "Theresa May" is no month
        surname = position == start + 1 == len(parts) - 1 and name_kind(parts[start]) in ("g", "b")  # "John Warden"
        office = not surname and (bare in OFFICES or word.casefold() in OFFICES)
        if office or leads or national(parts[position:]) or word.endswith(("’s", "'s")):
            start = position + 1
    return parts[start:]


def _borne_by(given: str) -> str:
    """Return "he" or "she" where a given name is nearly always borne by men or by women, else nothing."""
    for sex in ("he", "she"):
        if given.casefold() in words_of("annotated_corpus.language.en", "borne_by.txt", sex):
            return sex
    return bearers(given)


def _body(words: Sequence[str]) -> bool:
    """Return whether words with capitals name a body rather than a person."""
    return bool(words) and words[-1].casefold().rstrip(".,") in nouns("body name")


def _given(person: Sequence[str]) -> bool:
    """Return whether a name has more than a surname with its particles."""
    return any(word not in PARTICLES for word in person[:-1])


def _surname(name: str) -> str:
    bare = _SUFFIX.sub("", name).split()[-1].strip(".,")
    article, _, rest = bare.partition("-")
    return rest if rest and article in PARTICLES else bare
