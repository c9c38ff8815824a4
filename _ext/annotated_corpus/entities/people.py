"""People: which names mean one person, first within an article, then over the corpus.

A surname alone is settled within its article. Over the corpus, full names join; a name of one word joins a full one
only if nobody else in the corpus bears it and something else speaks for it: the same office, or people named in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, combinations, pairwise

from annotated_corpus.entities.lexicon import words as listed
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.language.en.persons import PersonName, fits, given_keys, parse, same_word, spelling
from annotated_corpus.language.letters import fold
from annotated_corpus.language.name_lists import bearers as bearers_of

Seen = tuple[int, Sighting]
"""The number of an article and a sighting in it."""


@dataclass(slots=True, eq=False)
class Person:
    """One person while being put together: ``name`` is the fullest known, ``articles`` where named."""

    name: PersonName
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
    names: dict[PersonName, list[Sighting]] = {}
    for each in sightings:
        names.setdefault(parse(each.text), []).append(each)
    full: list[Person] = []
    owner: dict[PersonName, Person] = {}
    for name in sorted((n for n in names if n.full), key=lambda n: (-len(n.words), -len("".join(n.words)))):
        hosts = [person for person in full if fits(name, person.name)]
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
    beside = _beside(sightings, owner)
    for each in sightings:
        name = parse(each.text)
        if not name.full:
            others = beside.get(each.start, frozenset())
            hosts = [p for p in by_word.get(spelling(name.words[0]), []) if p.name not in others]
            host = _host(name, hosts, last, each)
            if host is None:
                host = owner[name] = Person(name)
                people.append(host)
                by_word[spelling(name.words[0])].append(host)
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


def _beside(sightings: Sequence[Sighting], owner: Mapping[PersonName, Person]) -> dict[int, frozenset[PersonName]]:
    """Return, by where a name starts, who is named with it and is therefore another: "Mary Berg and Mary"."""
    found: dict[int, set[PersonName]] = defaultdict(set)
    for one, two in pairwise(sightings):
        if two.before == "and" and one.block == two.block and two.start - one.end == len(" and "):
            for each, other in ((one, two), (two, one)):
                if (name := parse(other.text)).full:
                    found[each.start].add(owner[name].name)
    return {start: frozenset(names) for start, names in found.items()}


def _host(name: PersonName, hosts: list[Person], last: dict[str, Person], sighting: Sighting) -> Person | None:
    """Return the person of the article whom a single word means: bearer of the surname, last named first."""
    word = name.words[0]
    fitting = [p for p in hosts if not name.suffix or p.name.suffix == name.suffix]
    bearers = [p for p in fitting if same_word(word, p.name.words[-1])] or fitting
    if sighting.before in _GENERATIONS:  # "the elder Bush"
        told = [p for p in bearers if _younger(p) == (sighting.before == "younger")]
        bearers = told if len(told) == 1 else bearers
    if (title := sighting.before.casefold()) in listed("role"):
        # "Ruth Okoro, the opposition leader … Mayor Okoro": somebody else holds that office
        bearers = [p for p in bearers if not p.offices or title in p.offices]
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
    by_ends: dict[tuple[str, str], list[Person]] = defaultdict(list)
    found: list[Person] = []
    for person in sorted(people, key=lambda p: -len(p.name.words)):
        keys = _keys(person.name, person.name.words[-1:])
        hosts = _hosts(person, keys, by_ends)
        exact = [other for other in hosts if other.name == person.name]
        if len(hosts) == 1 or exact:
            (exact or hosts)[0].take(person)
        else:
            copy = _copy(person)
            found.append(copy)
            for key in keys:
                by_ends[key].append(copy)
    by_inner: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in found:
        for key in _keys(person.name, person.name.words[1:-1]):
            by_inner[key].append(person)
    kept = []
    for person in found:
        hosts = _hosts(person, _keys(person.name, person.name.words[-1:]), by_inner)
        if len(hosts) == 1 and len(hosts[0].name.words) > len(person.name.words):
            hosts[0].take(person)
        else:
            kept.append(person)
    return kept


def _keys(name: PersonName, others: Iterable[str]) -> list[tuple[str, str]]:
    """Return keys of which two names share one where their given names and one of ``others`` may be the same."""
    given = sorted({key for word in (name.words[0], *name.nicknames) for key in given_keys(word)})
    return [(key, spelling(word)) for word in dict.fromkeys(others) for key in given]


def _hosts(
    person: Person, keys: Iterable[tuple[str, str]], known: Mapping[tuple[str, str], Sequence[Person]]
) -> list[Person]:
    """Return those who may be a person; two whom an article tells apart are two."""
    near = dict.fromkeys(other for key in keys for other in known.get(key, ()))
    return [p for p in near if p is not person and p.articles.isdisjoint(person.articles) and _may_be(person, p)]


def _may_be(a: Person, b: Person) -> bool:
    """Return whether two may be one; where only one of them is "Jr.", an office that both have must speak for it."""
    if fits(a.name, b.name):
        return True
    one, two = (replace(each.name, suffix="") for each in (a, b))
    return "" in (a.name.suffix, b.name.suffix) and not a.offices.isdisjoint(b.offices) and fits(one, two)


def _copy(person: Person) -> Person:
    return Person(person.name, list(person.seen), set(person.offices), set(person.articles))
