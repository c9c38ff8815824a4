"""Signals: what speaks for or against a stretch of a chunk being a person's or a place's name.

Every signal is a short string ``family=value``. Values are classes of words (a given name, an organisation
word, a country…) or function words, never names themselves, so that what the weights know holds for any text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from annotated_corpus.entities.gazetteer import Gazetteer
from annotated_corpus.entities.lexicon import is_common, name_kind, words
from annotated_corpus.entities.tokens import Chunk

PERSON, PLACE, OTHER = 0, 1, 2
"""The labels of a stretch; they index the weights of a signal."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the lists say of one word.

    ``code`` is its class, ``name`` g, s or b with ``c`` after it if it is a common word too, ``place`` what the
    gazetteer has it as, or ``-``; ``lower`` is the word in lower case.
    """

    code: str
    name: str
    place: str
    lower: str


@dataclass(slots=True)
class Memory:
    """What the first reading of the article has found, seen from one chunk.

    ``whole`` counts names with their labels, of which ``own`` are the chunk's; ``firsts`` and ``lasts`` the outer
    words of people's longer names, ``others`` those of longer names that are neither; ``near`` are the labels one
    word to the left and right.
    """

    whole: Mapping[str, Sequence[int]] = field(default_factory=dict)
    firsts: Mapping[str, int] = field(default_factory=dict)
    lasts: Mapping[str, int] = field(default_factory=dict)
    others: Mapping[str, int] = field(default_factory=dict)
    own: Mapping[str, Sequence[int]] = field(default_factory=dict)
    near: tuple[str, str] = ("", "")

    def elsewhere(self, name: str) -> tuple[int, int, int]:
        """Return how often the rest of the article has the name as a person, a place and neither."""
        a, b, c = self.whole.get(name, _NEVER)
        d, e, f = self.own.get(name, _NEVER)
        return a - d, b - e, c - f


_NEVER = (0, 0, 0)
_ACRONYM = 2
_LISTS = (
    ("Y", "honorific"),
    ("D", "demonym"),
    ("M", "month"),
    ("M", "day"),
    ("T", "title"),
    ("R", "direction"),
    ("H", "geo"),
    ("O", "org"),
    ("B", "body"),
)


class Words:
    """Word classes, each worked out once."""

    def __init__(self, places: Gazetteer) -> None:
        self._places = places
        self._seen: dict[str, Word] = {}
        self._outer: dict[str, str] = {}
        self._classes: dict[str, str] = {}
        for code, name in reversed(_LISTS):
            for word in words(name):
                self._classes[word] = code
        self._particles = words("particle")
        self._function = words("function")
        self._context = words("context")
        self._groups = (("SAY", words("speech")), ("ROLE", words("role")), ("PLN", words("placenoun")))

    def __getitem__(self, word: str) -> Word:
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._classify(word)
        return found

    def _classify(self, word: str) -> Word:
        bare = word.rstrip(".") if len(word) > 2 else word
        capitals = len(bare) >= _ACRONYM and bare.isupper() and bare.isalpha()
        plain = bare.title() if capitals and len(bare) > 3 else bare
        place = self._places.kind(plain) or (self._places.kind(word) if word != plain else "")
        common = is_common(bare.lower())
        name = name_kind(plain)
        code = self._classes.get(plain, "")
        if not word[0].isalpha():
            code = "-" if word in "-–‑" else "9"
        elif word[0].islower():
            code = "p" if word in self._particles else "w"
        elif len(word) <= 3 and word.endswith("."):
            code = code or "i"
        elif len(word) == 1:
            code = "i"
        elif code:
            pass
        elif capitals and len(bare) <= 5 and not (place and place in "NCKRTSB"):
            code = "A"
        elif place and place in "NCKRTSB" and name in ("", "s"):
            code = "L"
        elif word in (
            "Al",
            "El",
            "Bin",
            "Van",
            "De",
            "Von",
            "Da",
            "Di",
            "Del",
            "La",
            "Le",
            "Du",
            "Dos",
            "Ben",
            "Abu",
            "Ibn",
            "Bint",
            "Der",
        ):
            code = "p"
        elif name in ("g", "b"):
            code = "g" if common else "G"
        elif name == "s":
            code = "s" if common else "S"
        elif common:
            code = "C"
        else:
            code = "U"
        return Word(code, name + ("c" if common else ""), place or "-", word.lower())

    def place(self, name: str) -> str:
        """Return what kind of place a name is, in one letter, ``-`` if it is none; capitals may be undone."""
        found = self._places.kind(name)
        if not found and len(name) > 3 and name.isupper():
            found = self._places.kind(name.title())
        return found or "-"

    def outer(self, word: str) -> str:
        """Return the class of a word beside a chunk."""
        found = self._outer.get(word)
        if found is None:
            found = self._outer[word] = self._neighbour(word)
        return found

    def _neighbour(self, word: str) -> str:
        if not word:
            return "^"
        if word in self._function:
            word = word.lower()
        if word in self._context or not word[0].isalnum():
            return "'s" if word in ("'s", "’s", "´s") else word
        if word[0].isdigit():
            return "9"
        if word[0].isupper():
            return "^" + self[word].code
        for name, group in self._groups:
            if word in group or (word.endswith("s") and word[:-1] in group):
                return name
        return "ed" if word.endswith("ed") else "ing" if word.endswith("ing") else "w"


def signals(
    chunk: Chunk, known: list[Word], i: int, j: int, lexicon: Words, gaz: str, seen: frozenset[str]
) -> list[str]:
    """Return the signals of words ``i`` to ``j`` (end exclusive) of a chunk, but for those of the memory.

    ``gaz`` is what the gazetteer says of them; ``seen`` are all words of the article as spelt.
    """
    size = len(known)
    length = j - i
    first, last = known[i], known[j - 1]
    start, end = first.code, last.code
    if length == 1:
        codes = pattern = start
    else:
        codes = "".join([word.code for word in known[i:j]])
        pattern = codes if length <= 4 else f"{codes[:2]}+{end}"
    left, left2, right, right2 = _sides(chunk, known, i, j, lexicon.outer)
    edge = ("<>" if j == size else "<") if i == 0 else ">" if j == size else ""
    low = "1" if first.lower in seen else "0"
    few = "123"[length - 1] if length < 3 else "3"
    found = [
        "bias",
        f"pattern={pattern}",
        f"gaz={gaz}{few}",
        f"left={left}",
        f"right={right}",
        f"left,gaz={left}{gaz}",
        f"right,gaz={right}{gaz}",
        f"left,first={left}{start}",
        f"right,last={right}{end}",
        f"left2={left2} {left}",
        f"right2={right} {right2}",
        f"edge={edge}{length if length < 4 else 4}",
        f"edge,codes={edge}{start}{end}",
        f"first={first.name}{few}",
        f"last={last.name}{few}",
        f"low={low}{start}{1 if length == 1 else 2}",
    ]
    if length <= 3:
        found += (f"left,pattern={left}{pattern}{gaz}", f"right,pattern={right}{pattern}{gaz}")
    if i == 0:
        if chunk.initial:
            found += (f"initial={pattern}{low}", f"initial,right={right}{start}{low}")
        if chunk.link:
            found += (f"link={chunk.link}{start}", f"link,gaz={chunk.link}{gaz}")
    if length == 1:
        found += (f"one={start}{first.name}{first.place}", f"sides={left}_{right}")
    else:
        found += ["has=" + code for code in dict.fromkeys(codes)]
        if gaz == "-":
            found.append(f"places={first.place}{last.place}")
    return found


def _sides(chunk: Chunk, known: list[Word], i: int, j: int, outer: Callable[[str], str]) -> tuple[str, str, str, str]:
    """Return the classes of the words beside a stretch: left, further left, right, further right."""
    if i:
        left = "c" + known[i - 1].code
        left2 = ("c" + known[i - 2].code) if i > 1 else outer(chunk.before[0])
    else:
        left = outer(chunk.before[0]) + ("~" if chunk.tight[0] else "")
        left2 = outer(chunk.before[1])
    if j < len(known):
        right = "c" + known[j].code
        right2 = ("c" + known[j + 1].code) if j + 1 < len(known) else outer(chunk.after[0])
    else:
        right = outer(chunk.after[0])
        right2 = outer(chunk.after[1])
    return left, left2, right, right2


def _bucket(count: int) -> str:
    return "0" if count <= 0 else "1" if count == 1 else "2" if count < 4 else "4"


def recalled(
    chunk: Chunk, known: list[Word], i: int, j: int, lexicon: Words, gaz: str, memory: Memory, name: str
) -> list[str]:
    """Return the signals that words ``i`` to ``j``, spelled ``name``, get from the rest of the article."""
    found: list[str] = []
    if i == 0 and memory.near[0]:
        found.append("near left=" + memory.near[0] + chunk.before[0])
        found.append("near left,last=" + memory.near[0] + gaz)
    if j == len(known) and memory.near[1]:
        found.append("near right=" + memory.near[1] + chunk.after[0])
        found.append("near right,last=" + memory.near[1] + gaz)
    times = memory.elsewhere(name)
    person, place, other = _bucket(times[0]), _bucket(times[1]), _bucket(times[2])
    found.append("seen=" + person + place + other)
    found.append("seen person=" + person + known[j - 1].code)
    found.append("seen place=" + place + gaz)
    if j - i == 1:
        part = _bucket(memory.lasts.get(name, 0)) + _bucket(memory.firsts.get(name, 0))
        within = _bucket(memory.others.get(name, 0))
        found.append("part=" + part + known[i].code)
        found.append("part,seen=" + part + person + place + within)
        found.append("within=" + within + gaz)
        right = "c" + known[j].code if j < len(known) else lexicon.outer(chunk.after[0])
        found.append("part,right=" + part + right)
        found.append("seen,right=" + person + place + right)
    else:
        first, last = chunk.words[i], chunk.words[j - 1]
        one, two = memory.elsewhere(first), memory.elsewhere(last)
        ends = _bucket(min(2, memory.firsts.get(first, 0) + one[0])) + _bucket(
            min(2, memory.lasts.get(last, 0) + two[0])
        )
        found.append("ends=" + ends)
        found.append("ends,places=" + _bucket(one[1]) + _bucket(two[1]))
    return found
