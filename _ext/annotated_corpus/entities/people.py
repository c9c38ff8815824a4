"""People: which names mean one person, first within an article, then over the corpus.

A surname alone is settled within its article. Over the corpus, full names join; a name of one word joins a full one
only if nobody else in the corpus bears it and something else speaks for it: the same office, or people named in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from annotated_corpus.entities.lexicon import words as listed
from annotated_corpus.entities.naming import Name, parse, same_word, skeleton, spelling, within
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.language.letters import fold
from annotated_corpus.language.name_lists import bearers as bearers_of

Seen = tuple[int, Sighting]
"""The number of an article and a sighting in it."""


@dataclass(slots=True, eq=False)
class Person:
    """One person while being put together: ``name`` is the fullest known, ``articles`` where named."""

    name: Name
    seen: list[Seen] = field(default_factory=list)
    offices: set[str] = field(default_factory=set)
    articles: set[int] = field(default_factory=set)

    def take(self, other: Person) -> None:
        """Add all that is known of another, who is the same person."""
        self.seen += other.seen
        self.offices |= other.offices
        self.articles |= other.articles
        if len("".join(other.name.words)) > len("".join(self.name.words)) and len(other.name.words) >= len(
            self.name.words
        ):
            self.name = other.name


def offices(sighting: Sighting) -> set[str]:
    """Return the words of a sighting's roles that name an office or a trade, in lower case."""
    known = listed("role")
    return {word for role in sighting.roles for word in fold(role).replace("-", " ").split() if word in known}


def within_article(number: int, sightings: Sequence[Sighting]) -> list[Person]:
    """Return the people of one article, each with all sightings of it, in order of appearance."""
    names: dict[Name, list[Sighting]] = {}
    for each in sightings:
        names.setdefault(parse(each.text), []).append(each)
    full: list[Person] = []
    owner: dict[Name, Person] = {}
    for name in sorted((n for n in names if n.full), key=lambda n: (-len(n.words), -len("".join(n.words)))):
        hosts = [person for person in full if within(name, person.name)]
        if len(hosts) == 1:
            owner[name] = hosts[0]
        else:
            owner[name] = Person(name)
            full.append(owner[name])
    by_word: dict[str, list[Person]] = defaultdict(list)
    for person in full:
        for word in dict.fromkeys(spelling(word) for word in person.name.words):
            by_word[word].append(person)
    people = list(full)
    last: dict[str, Person] = {}
    for each in sightings:
        name = parse(each.text)
        if not name.full:
            host = _host(name, by_word.get(spelling(name.words[0]), []), last, each)
            if host is None:
                host = owner.get(name)
                if host is None:
                    host = owner[name] = Person(name)
                    people.append(host)
        else:
            host = owner[name]
            for word in host.name.words:
                last[spelling(word)] = host
        host.seen.append((number, each))
        host.offices |= offices(each)
        host.articles.add(number)
    kept = [person for person in people if person.seen]
    kept.sort(key=lambda person: person.seen[0][1].start)
    return kept


def _host(name: Name, hosts: list[Person], last: dict[str, Person], sighting: Sighting) -> Person | None:
    """Return the person of the article whom a single word means: bearer of the surname, last named first."""
    word = name.words[0]
    fitting = [p for p in hosts if not name.suffix or p.name.suffix == name.suffix]
    bearers = [p for p in fitting if same_word(word, p.name.words[-1])] or fitting
    if sighting.before in _GENERATIONS:  # "the elder Bush"
        told = [p for p in bearers if _younger(p) == (sighting.before == "younger")]
        bearers = told if len(told) == 1 else bearers
    if len(bearers) > 1 and sighting.address:
        told = [p for p in bearers if _address(p) == sighting.address]
        bearers = told or [p for p in bearers if not _address(p)] or bearers
    if not bearers:
        return None
    recent = last.get(spelling(word))
    return recent if recent in bearers else bearers[0]


_GENERATIONS = frozenset({"elder", "older", "younger"})
_CHILDREN = frozenset({"son", "daughter", "grandson", "granddaughter", "nephew", "niece"})


def _younger(person: Person) -> bool:
    """Whether a person is somebody's child, by the suffix of the name or the word before it."""
    return person.name.suffix not in ("", "sr") or any(each.before in _CHILDREN for _, each in person.seen)


def _address(person: Person) -> str:
    """Return he or she: as the article addresses a person by the full name, or as the given name is borne."""
    told = {each.address for _, each in person.seen if each.address and " " in each.text}
    first = person.seen[0][1].text.split()[0] if person.seen else ""
    return told.pop() if len(told) == 1 else bearers_of(first)


def over_corpus(articles: Sequence[Sequence[Person]], places: Sequence[frozenset[str]]) -> list[Person]:
    """Join the people of all articles; ``places`` are the places named in each, as evidence."""
    joined = _join_full([person for people in articles for person in people if person.name.full])
    named: dict[int, set[int]] = defaultdict(set)
    by_word: dict[str, list[Person]] = defaultdict(list)
    for identity, person in enumerate(joined):
        for number in person.articles:
            named[number].add(identity)
        for word in {spelling(person.name.words[0]), spelling(person.name.words[-1])}:
            by_word[word].append(person)
    evidence = _Evidence(named, places)
    alone: dict[str, _Alone] = defaultdict(_Alone)
    for people in articles:
        for person in people:
            if person.name.full:
                continue
            word = spelling(person.name.words[0])
            bearers = [
                p for p in by_word.get(word, []) if not person.name.suffix or p.name.suffix == person.name.suffix
            ]
            if bearers:
                host = bearers[0] if len(bearers) == 1 and evidence.joins(person, bearers[0]) else None
            else:
                host = alone[word].host(person, evidence)
            if host is None or not bearers:
                alone[word].note(person, host or person, evidence)
            if host:
                host.take(person)
    return joined + [person for each in alone.values() for person in each.people]


class _Evidence:
    """What beside the name speaks for one person: an office, or a person or two places named in both articles."""

    def __init__(self, named: dict[int, set[int]], places: Sequence[frozenset[str]]) -> None:
        self.named, self.places = named, places
        self.naming: dict[int | str, set[int]] = defaultdict(set)
        for number, identities in named.items():
            for identity in identities:
                self.naming[identity].add(number)
        for number, keys in enumerate(places):
            for key in keys:
                self.naming[key].add(number)

    def joins(self, a: Person, b: Person) -> bool:
        """Whether two may be one: ``a`` of a single article, ``b`` of several."""
        (one,) = a.articles
        among = b.articles - a.articles if one in b.articles else b.articles
        if a.offices & b.offices or not all(among.isdisjoint(self.naming[each]) for each in self.named.get(one, ())):
            return True
        once: set[int] = set()
        for key in self.places[one]:
            both = self.naming[key] & among
            if not once.isdisjoint(both):
                return True
            once |= both
        return False

    def signs(self, person: Person) -> Iterator[Sign]:
        """Yield the people and the pairs of places that the person's only article names."""
        (one,) = person.articles
        yield from self.named.get(one, ())
        yield from combinations(sorted(self.places[one]), 2)


Sign = int | str | tuple[str, str]
"""A person's identity, an office, two places."""


class _Alone:
    """The people known by one word that nobody's full name has, by what speaks for each of them."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self._by: dict[Sign, dict[Person, int | None]] = defaultdict(dict)

    def host(self, person: Person, evidence: _Evidence) -> Person | None:
        """Return the one of them who may be this person, None if there is none or more than one."""
        (one,) = person.articles
        fitting: set[Person] = set()
        for sign in chain(person.offices, evidence.signs(person)):
            fitting.update(host for host, article in self._by.get(sign, _NOBODY).items() if article != one)
            if len(fitting) > 1:
                return None
        return fitting.pop() if fitting else None

    def note(self, person: Person, host: Person, evidence: _Evidence) -> None:
        """Note a person, who is one with ``host``; of each sign, the only article of the host that has it, or None."""
        if host is person:
            self.people.append(person)
        (one,) = person.articles
        for office in person.offices:  # speaks within one article too
            self._by[office][host] = None
        for sign in evidence.signs(person):
            hosts = self._by[sign]
            hosts[host] = one if hosts.get(host, one) == one else None


_NOBODY: dict[Person, int | None] = {}


def _join_full(people: Sequence[Person]) -> list[Person]:
    """Join people of one full name, or of which one name lies within the other's and no third person's."""
    groups: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
    for person in sorted(people, key=lambda p: -len(p.name.words)):
        key = (skeleton(person.name.words[0]), spelling(person.name.words[-1]), person.name.suffix)
        hosts = [other for other in groups[key] if within(person.name, other.name)]
        if len(hosts) == 1 or (hosts and any(other.name == person.name for other in hosts)):
            exact = [other for other in hosts if other.name == person.name]
            (exact or hosts)[0].take(person)
        else:
            groups[key].append(_copy(person))
    found = [person for group in groups.values() for person in group]
    inner: dict[tuple[str, str, str], list[Person]] = defaultdict(list)
    for person in found:
        for word in person.name.words[1:-1]:
            inner[skeleton(person.name.words[0]), spelling(word), person.name.suffix].append(person)
    kept = []
    for person in found:
        key = (skeleton(person.name.words[0]), spelling(person.name.words[-1]), person.name.suffix)
        hosts = [p for p in inner.get(key, []) if p is not person and within(person.name, p.name)]
        if len(hosts) == 1 and len(hosts[0].name.words) > len(person.name.words):
            hosts[0].take(person)
        else:
            kept.append(person)
    return kept


def _copy(person: Person) -> Person:
    return Person(person.name, list(person.seen), set(person.offices), set(person.articles))
