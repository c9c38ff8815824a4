"""Names of people taken apart, and the one rule that says whether two of them may be one person.

"Gen. Robert “Bob” S. Mueller III" has the words robert, s, mueller, the suffix iii and the nickname bob. Two names may
be one person where the surname is one but for its transliteration, the given names are one but for spelling, short
forms and initials, and nothing speaks for two: another suffix, a form of address of the other sex.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, lru_cache

from annotated_corpus.language.en.titles import address, untitled
from annotated_corpus.language.letters import fold
from annotated_corpus.language.name_lists import bearers, name_kind
from annotated_corpus.language.particles import ELIDED, HYPHENED, PARTICLES
from annotated_corpus.language.tables import rows

SUFFIXES = {
    **dict.fromkeys(("jr", "jnr", "junior"), "jr"),
    **dict.fromkeys(("sr", "snr", "senior"), "sr"),
    **{number: number for number in ("ii", "iii", "iv")},
}
"""What follows a surname, and what it stands for."""
_GENERATIONS = frozenset({"jr", "sr"})
_ARTICLE = re.compile(rf"^(?:{'|'.join(sorted(HYPHENED))})[-‑ ](?=\w)")
_ELIDED = re.compile(rf"^(?:{'|'.join(sorted(ELIDED))})['’](?=\w)")
_QUOTED = re.compile(r"[“”\"‘(]([^“”\"’)]*)[“”\"’)]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?")
_LEANING = re.compile(r"['’´`‑\-]")
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e(?=[^aeiouy])")
"""An umlaut written out, before a consonant: "Juergen", "Moeller"; but not "Joe", "Guerra" only by the way."""
# What transliterations write in several ways, in the order of replacement.
_SPELLINGS = tuple(
    tuple(pair.split(">"))
    for pair in (
        "tch>ch sch>sh kh>h gh>g ph>f ck>k q>k x>ks w>v c>k dj>j iy>i yi>i ey>e ei>e y>i j>i off>ov ou>u oo>u ee>i z>s"
    ).split()
)
_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
_TELLING = 3
"""With more letters than these, vowels inside aside, a given name is known by its consonants."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's words, folded, without titles and particles, an initial being a word of one letter.

    ``suffix`` is jr, sr, ii… or empty, ``nicknames`` what stands in quotation marks or brackets, ``address`` he or she
    where a form of address tells.
    """

    words: tuple[str, ...]
    suffix: str = ""
    nicknames: tuple[str, ...] = ()
    address: str = ""

    @property
    def full(self) -> bool:
        """Whether it has more than one word."""
        return len(self.words) > 1


@lru_cache(maxsize=65536)
def parse(text: str) -> PersonName:
    """Take a name apart from which titles have been left out before."""
    words: list[str] = []
    suffix = ""
    shown = _QUOTED.sub(" ", text).split()
    for position, raw in enumerate(shown):
        if _initials(raw) and position < len(shown) - 1:
            words += fold(raw.replace(".", ""))
            continue
        word = _word(raw)
        if words and word in SUFFIXES:
            suffix = SUFFIXES[word]
        elif word and word not in PARTICLES:
            words.append(word)
    nicknames = tuple(word for quoted in _QUOTED.findall(text) if (word := _word(quoted)) and " " not in word)
    return PersonName(tuple(words) or (re.sub(r"\W", "", fold(text)) or fold(text),), suffix, nicknames)


def _initials(word: str) -> bool:
    """Return whether a word is the initials of given names: "J.D.", "JD", but not "Li" in capitals."""
    if _INITIALS.fullmatch(word):
        return True
    return len(word) == 2 and word.isalpha() and word.isupper() and not name_kind(word.title())


def _word(raw: str) -> str:
    """Return a word of a name folded, without article, apostrophes and hyphens."""
    bare = _ELIDED.sub("", _ARTICLE.sub("", raw.strip().lower()))
    return _LEANING.sub("", fold(bare).strip(".,;:!?'’´`"))


@lru_cache(maxsize=65536)
def titled(text: str) -> PersonName:
    """Take a name apart that may have titles, roles and owners before it: "Russia’s President Putin"."""
    words = text.split()
    begin = untitled(words)
    person = parse(" ".join(words[begin:]))
    told = {sex for word in words[:begin] if (sex := address(word))}
    return PersonName(person.words, person.suffix, person.nicknames, told.pop()) if len(told) == 1 else person


@lru_cache(maxsize=65536)
def may_be_one(a: str, b: str) -> bool:
    """Return whether two names, as texts write them, may be those of one person; either way round it is the same."""
    return a == b or fits(titled(a), titled(b))


def fits(a: PersonName, b: PersonName) -> bool:
    """Return whether two names may be those of one person.

    A surname alone fits every bearer of it whom nothing tells apart; of longer names the shorter lies in the other.
    """
    if a.words == b.words and a.suffix == b.suffix:
        return not _other_sex(a, b)
    short, long = sorted((a, b), key=lambda person: (len(person.words), person.words))
    if _other_suffix(short, long) or _other_sex(short, long):
        return False
    if not same_surname(short.words[-1], long.words[-1]):
        return _opens(short, long)
    if not short.full:
        return True
    if _same_first(short, long):
        return _within(short.words[1:-1], long.words[1:-1]) and not _other_initial(short.words, long.words)
    if len(short.words) == len(long.words):
        return False
    if _within(short.words, long.words[-len(short.words) :]):
        return True  # "Edgar Hoover", "J. Edgar Hoover"; "Suu Kyi", "Aung San Suu Kyi"
    return name_kind(short.words[0].title()) != "g" and _within(short.words, long.words)


def _opens(short: PersonName, long: PersonName) -> bool:
    """Return whether a full name is another one without its last surname: "Gabriel García", "Barack Hussein"."""
    if not short.full or len(short.words) == len(long.words):
        return _last_is_initial(short, long)
    whole = min(map(len, (*short.words, *long.words))) > 1  # an initial fits too much
    return whole and _same_first(short, long) and _within(short.words[1:], long.words[1:])


def _last_is_initial(short: PersonName, long: PersonName) -> bool:
    """Return whether only the first letter of the surname is given: "Anna B."."""
    ends = short.words[-1], long.words[-1]
    same = short.full and len(short.words) == len(long.words) and _same_first(short, long)
    return same and min(map(len, ends)) == 1 and ends[0][0] == ends[1][0]


def _same_first(a: PersonName, b: PersonName) -> bool:
    return any(same_given(one, two) for one in (a.words[0], *a.nicknames) for two in (b.words[0], *b.nicknames))


def _other_suffix(a: PersonName, b: PersonName) -> bool:
    """Return whether suffixes tell two people apart; a full name without "Jr." may be the father's."""
    if a.suffix and b.suffix:
        return a.suffix != b.suffix
    return a.full and b.full and not _GENERATIONS.isdisjoint((a.suffix, b.suffix))


def _other_sex(a: PersonName, b: PersonName) -> bool:
    one, two = (each.address or (_sex(each.words[0]) if each.full else "") for each in (a, b))
    return bool(a.address or b.address) and bool(one and two) and one != two


def _other_initial(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Return whether the second of several initials differ: "George H. W. Bush", "George W. Bush"."""
    return min(len(a), len(b)) > 2 and len(a[1]) == len(b[1]) == 1 and a[1] != b[1]


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Return whether words stand in a longer name, in their order."""
    rest = iter(long)
    return all(any(same_word(word, other) for other in rest) for word in short)


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Return whether two words of names may be one: equal, an initial of the other, or spelt differently."""
    return same_given(a, b) or same_surname(a, b)


def same_surname(a: str, b: str) -> bool:
    """Return whether two surnames are one but for their transliteration: Zelensky, Zelenskyy."""
    return a == b or spelling(a) == spelling(b)


@lru_cache(maxsize=65536)
def same_given(a: str, b: str) -> bool:
    """Return whether two given names may be one person's: equal, an initial, a short form, another spelling."""
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    if a == b or _usual(a) == _usual(b) or _usual(a) in _long(b) or _usual(b) in _long(a):
        return True
    if spelling(a) == spelling(b):
        return True
    return sound(a) == sound(b) and not (_sex(a) and _sex(b) and _sex(a) != _sex(b)) and not {a, b} <= _own_right()


def given_keys(word: str) -> frozenset[str]:
    """Return keys of a given name of which it shares one with every other that :func:`same_given` takes for it."""
    return frozenset((sound(_usual(word)), *map(sound, _long(word)))) if len(word) > 1 else frozenset((word,))


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """Return a key that the usual transliterations of one word share (Zelensky, Zelenskyy; Möller, Moeller)."""
    found = _UMLAUT.sub(r"\1", word)
    if found.startswith("ye"):
        found = found[1:]
    for old, new in _SPELLINGS:
        found = found.replace(old, new)
    return _DOUBLE.sub(r"\1", found)


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """Return a given name without telling its vowels apart, the last one aside (Mohammed, Muhammad).

    Short names stay whole: Hassan is not Hussein.
    """
    found = spelling(word)
    if len(found[:1] + _VOWELS.sub("", found[1:])) <= _TELLING:
        return found
    return found[0] + _VOWELS.sub("*", found[1:-1]) + found[-1]


def _sex(word: str) -> str:
    return bearers(word.title())


@cache
def _forms() -> dict[str, str]:
    """Return other forms of given names with the usual one."""
    lines = (row.split() for row in rows(__package__, "given_names.txt"))
    return {form: line[0] for line in lines for form in line}


def _usual(word: str) -> str:
    return _forms().get(word, word)


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    """Return short forms, each with the usual forms of the given names that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in rows(__package__, "nicknames.txt"):
        full, *shorts = line.split()
        for short in shorts:
            found[short].add(_usual(full))
    return {short: frozenset(each) for short, each in found.items()}


@cache
def _own_right() -> frozenset[str]:
    """Return English given names: two of them are two, however alike they sound (Francis, Frances)."""
    return frozenset(line.split()[0] for line in rows(__package__, "nicknames.txt"))


_NOBODY: frozenset[str] = frozenset()


def _long(word: str) -> frozenset[str]:
    """Return the usual forms of the given names that a word is short for."""
    return _nicknames().get(word, _NOBODY)
