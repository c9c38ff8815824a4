"""Whom pronouns and descriptions stand for: who was named or spoke before, by gender, number and title.

Where it is not certain, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotated_corpus.claims.speakers.names import Names
from annotated_corpus.claims.speakers.sources import Source
from annotated_corpus.language.en.roles import nouns

_FAR = 4
"""A pronoun stands for somebody of so many sentences before, at most."""
_TITLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "capt": "captain",
    "col": "colonel",
    "dr": "doctor",
    "congressman": "congressman",
}


class Antecedents:
    """Remembers, sentence by sentence, who was the subject, who was named and who spoke."""

    def __init__(self, names: Names, texts: Sequence[str]) -> None:
        self._names = names
        self._texts = texts
        self._subjects: list[Source | None] = []
        self._named: list[list[str]] = []
        self._spoke: list[Source | None] = []
        self._described: dict[str, Source] = {}
        self._roles: dict[str, list[str]] | None = None

    def note(self, subject: Source | None, named: list[str], spoke: Source | None) -> None:
        """Remember a sentence: its subject, the people whom it names, and who speaks in it."""
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
        if fitting:
            return fitting[0]
        for back in range(1, min(_FAR, len(self._spoke)) + 1):
            spoke, subject = self._spoke[-back], self._subjects[-back]
            for each in (spoke, subject):
                if each and word in each.sexes:
                    return each
            named = [each for each in dict.fromkeys(self._named[-back]) if word in self._names.sexes(each)]
            if len(named) == 1:
                return Source(named[0], person=True, sexes=self._names.sexes(named[0]))
            if named:
                return None
        return None

    def description(self, said: Source) -> Source:
        """Return whom "the senator" or "the ministry" stands for; what cannot be told stays as it is."""
        noun = said.noun
        if noun in nouns("person"):
            people = self._bearers(noun)
            if len(people) == 1:
                return Source(people[0], person=True, sexes=self._names.sexes(people[0]))
            recent = [each for each in self._spoke[-3:] if each and each.name in people]
            if recent:
                return recent[-1]
        before = self._described.get(noun)
        if before and len(before.name) >= len(said.name):
            return before
        body = self._names.body(noun)
        return Source(body, noun) if body else said

    def _bearers(self, noun: str) -> list[str]:
        """Return the people whom the article gives a title or role."""
        if self._roles is None:
            self._roles = {}
            for text in self._texts[: len(self._spoke) + 1]:
                for start, name in self._names.people(text):
                    for role in _roles(text, start, name):
                        people = self._roles.setdefault(role, [])
                        if name not in people:
                            people.append(name)
        return self._roles.get(noun, [])


_AFTER = re.compile(r"[^,.;:“”\"]{0,60}?, (?:who is )?(?:the |an? |then )?((?:[\w’'.-]+ ){0,6}?[\w’'-]+)")


def _roles(text: str, start: int, name: str) -> set[str]:
    """Return the roles that stand before or after a name: "Sen. Jane Roe", "Ida Holm, the mayor of Larnvik"."""
    run = text[start : start + 80].split()
    titles = [word.rstrip(".,").casefold() for word in run[:6] if word[:1].isupper()]
    before = [word.casefold() for word in re.findall(r"[\w-]+", text[max(0, start - 40) : start])[-4:]]
    found = {_TITLES.get(word, word) for word in (*titles, *before)}
    surname = name.split()[-1]
    at = text.find(surname, start)
    after = _AFTER.match(text, at + len(surname)) if at >= 0 else None
    if after and text[at + len(surname)] == ",":
        found |= {word.casefold() for word in after[1].split()}
    return {word for word in found if word in nouns("person")}
