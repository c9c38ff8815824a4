"""Whom pronouns and descriptions stand for: who was named or spoke before, by gender, number and title.

Where it is not certain, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from annotated_corpus.claims.speakers.names import Names
from annotated_corpus.claims.speakers.sources import Source
from annotated_corpus.language.en.abbreviations import FULL
from annotated_corpus.language.en.roles import nouns

_FAR = 4
"""A pronoun stands for somebody of so many sentences before, at most."""
_CALLED = {
    "senator": ("senator", "lawmaker"),
    "representative": ("representative", "congressman", "congresswoman", "lawmaker"),
    "congressman": ("congressman", "representative", "lawmaker"),
    "congresswoman": ("congresswoman", "representative", "lawmaker"),
    "dr": ("doctor",),
}
"""Titles as they stand before a name, and the nouns by which their bearers are called."""


class Antecedents:
    """Remembers, sentence by sentence, who was the subject, who was named and who spoke."""

    def __init__(self, names: Names, texts: Sequence[str]) -> None:
        self._names = names
        self._texts = texts
        self._subjects: list[Callable[[], Source | None]] = []
        self._named: list[list[str]] = []
        self._spoke: list[Source | None] = []
        self._described: dict[str, Source] = {}
        self._roles: dict[str, list[str]] | None = None

    def note(self, subject: Callable[[], Source | None], named: list[str], spoke: Source | None) -> None:
        """Remember a sentence: its subject, read when asked for, the people whom it names, and who speaks in it."""
        self._subjects.append(subject)
        self._named.append(named)
        self._spoke.append(spoke)
        if spoke and spoke.noun and not spoke.person:
            self._described[spoke.noun] = spoke

    def pronoun(self, word: str, own: Sequence[Source]) -> Source | None:
        """Return whom a pronoun stands for; ``own`` are those named before it in its sentence, the subject first."""
        if word in ("he", "she"):
            return self._one(word, own)
        last = next((each for each in reversed(self._spoke[-2:]) if each), None)
        if last is None or last.person or last.sexes:
            return None
        if word == "they":
            return last if last.several or last.noun in nouns("body") or not last.noun else None
        return last if word == "it" and not last.several and last.noun in nouns("body") | nouns("document") else None

    def _one(self, word: str, own: Sequence[Source]) -> Source | None:
        fitting = [each for each in own if word in each.sexes]
        if fitting and (fitting[0] is own[0] or len(fitting) == 1):
            return fitting[0]
        for back in range(1, min(_FAR, len(self._spoke)) + 1):
            spoke = self._spoke[-back]
            if spoke and word in spoke.sexes:
                return spoke
            subject = self._subjects[-back]()
            if subject and word in subject.sexes:
                return subject
            named = list(dict.fromkeys(self._named[-back]))
            people = [each for each in named if word in self._names.sexes(each)]
            if len(people) == 1 and (len(named) == 1 or len(self._names.sexes(people[0])) == 1):
                return Source(people[0], person=True, sexes=self._names.sexes(people[0]))
            if people:
                return None
        return None

    def description(self, said: Source) -> Source | None:
        """Return whom "the senator" or "the ministry" stands for, None for one person of whom it cannot be told."""
        noun = said.noun
        if noun in nouns("person") - _PARTIES:
            words = said.name.casefold().split()
            place = words.index(noun) if noun in words else 0
            office = f"{words[place - 1]} {noun}" if place and words[place - 1] in _KINDS else noun
            people = self._bearers(office)
            if len(people) == 1:
                return Source(people[0], person=True, sexes=self._names.sexes(people[0]))
            recent = [each for each in self._spoke[-3:] if each and each.name in people]
            if recent:
                return recent[-1]
        before = self._described.get(noun)
        if before and _told(said) <= _told(before):
            return before
        body = self._names.body(noun)
        if body:
            return Source(body, noun)
        return None if noun in nouns("person") and any(self._named) else said

    def _bearers(self, noun: str) -> list[str]:
        """Return the people whom the article gives a title or role."""
        if self._roles is None:
            self._roles = {}
            for text in self._texts:
                for start, name in self._names.people(text):
                    for role in _roles(text, start, name):
                        people = self._roles.setdefault(role, [])
                        if name not in people:
                            people.append(name)
        return self._roles.get(noun, [])


def _told(said: Source) -> set[str]:
    """Return the words of a description but for its article."""
    return set(said.name.casefold().split()) - {"the", "a", "an"}


_AFTER = re.compile(r"[^,.;:“”\"]{0,60}?, (?:who is )?(?:the |an? |then )?((?:[\w’'.-]+ ){0,6}?[\w’'-]+)")


def _roles(text: str, start: int, name: str) -> set[str]:
    """Return the roles that stand before or after a name: "Sen. Jane Roe", "Ida Holm, the mayor of Larnvik".

    Of a minister it is the kind too: "prime minister", "minister".
    """
    run = text[start : start + 80].split()
    words = [word.rstrip(".,").casefold() for word in run[:6] if word[:1].isupper()]
    words = [*_BEFORE.findall(text[max(0, start - 40) : start].casefold()), *words]
    surname = name.rsplit(maxsplit=1)[-1]
    at = text.find(surname, start)
    after = _AFTER.match(text, at + len(surname)) if at >= 0 else None
    if after and text[at + len(surname)] == ",":
        words += [word.casefold() for word in after[1].split()]
    found = set()
    for n, word in enumerate(words):
        for role in _CALLED.get(title := FULL.get(word, word), (title,)):
            if role in nouns("person") and role not in _PARTIES:
                found.add(role)
                if n and words[n - 1] in _KINDS:
                    found.add(f"{words[n - 1]} {role}")
    return found


_KINDS = frozenset(
    "prime foreign defence defense interior finance health justice vice majority minority press budget science".split()
)
"""What stands before a role and makes another of it."""
_BEFORE = re.compile(r"([\w-]+) $")
_PARTIES = frozenset("republican democrat conservative liberal".split())
