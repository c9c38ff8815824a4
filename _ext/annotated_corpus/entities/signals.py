"""Signals: what speaks for or against a stretch of a chunk being a person's or a place's name.

Every signal is a short string ``family=value``. Values are classes of words (a given name, an organisation
word, a country…) or function words, never names themselves, so that what the weights know holds for any text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from annotated_corpus.entities.gazetteer import Gazetteer
from annotated_corpus.entities.lexicon import is_common, words
from annotated_corpus.entities.tokens import Chunk, spelled, stretches
from annotated_corpus.language.name_lists import name_kind
from annotated_corpus.language.particles import CAPITAL, PARTICLES

PERSON, PLACE, OTHER = 0, 1, 2
"""The labels of a stretch; they index the weights of a signal."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the lists say of one word.

    ``code`` is its class, ``name`` g, s or b with ``c`` after it if it is a common word too, ``place`` what the
    gazetteer has it as, or ``-``, and ``whole`` the same of the word as a name by itself (see ``Words.place``);
    ``lower`` is the word in lower case. Names of the gazetteer that begin with it have at most ``reach`` words.
    """

    code: str
    name: str
    place: str
    whole: str
    lower: str
    reach: int


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
_ALL = 1000
"""More words than any name has."""
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
            code = "p" if word in PARTICLES else "w"
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
        elif word in CAPITAL:
            code = "p"
        elif name in ("g", "b"):
            code = "g" if common else "G"
        elif name == "s":
            code = "s" if common else "S"
        elif common:
            code = "C"
        else:
            code = "U"
        reach = self._places.longest.get(word, 1) if word != word.upper() else _ALL
        return Word(code, name + ("c" if common else ""), place or "-", self.place(word), word.lower(), reach)

    def place(self, name: str) -> str:
        """Return what kind of place a name is, in one letter, ``-`` if it is none; capitals may be undone."""
        found = self._places.kind(name)
        if not found and len(name) > 3 and name.isupper():
            found = self._places.kind(name.title())
        return found or "-"

    def own(self, name: str) -> bool:
        """Whether an editor has listed a place of this name."""
        return self._places.owns(name)

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


class Setting:
    """A chunk as its signals see it: the classes of its words and of the words around it, worked out once.

    ``around`` are those of the two words before the chunk, of the chunk's own and of the two after it; ``left`` is the
    nearer one before it, marked where no space parts it from the chunk. ``names`` are the names that every stretch
    would be, ``places`` what the gazetteer has them as.
    """

    __slots__ = ("around", "chunk", "codes", "known", "left", "names", "places", "size")

    def __init__(self, chunk: Chunk, lexicon: Words) -> None:
        outer = lexicon.outer
        known = [lexicon[word] for word in chunk.words]
        codes = [word.code for word in known]
        near = outer(chunk.before[0])
        self.chunk, self.known, self.size = chunk, known, len(known)
        self.codes = "".join(codes)
        self.left = near + "~" if chunk.tight[0] else near
        self.around = [
            outer(chunk.before[1]),
            near,
            *["c" + code for code in codes],
            outer(chunk.after[0]),
            outer(chunk.after[1]),
        ]
        if self.size == 1:
            self.names = chunk.words
            self.places = [known[0].whole]
        else:
            self.names = tuple([spelled(chunk.words[i:j]) for i, j in stretches(self.size)])
            # A name of more words than any in the gazetteer that begins so need not be looked for.
            most = [_ALL if "-" in codes else word.reach for word in known]
            self.places = [
                lexicon.place(name) if j - i <= most[i] else "-"
                for (i, j), name in zip(stretches(self.size), self.names, strict=True)
            ]


Group = tuple[str, ...]
"""What the signals of one group depend on."""


def groups(setting: Setting, seen: frozenset[str]) -> list[tuple[Group, ...]]:
    """Return what the signals of every stretch of a chunk depend on, but for those of the memory.

    ``seen`` are all words of the article as spelt. The groups are those of ``PLAIN``: few different ones occur, so
    that the weights of each can be summed once and kept.
    """
    known, around, codes, size, chunk = setting.known, setting.around, setting.codes, setting.size, setting.chunk
    low = ["1" if word.lower in seen else "0" for word in known]
    before = [(around[i + 1], around[i]) for i in range(size)]
    before[0] = (setting.left, around[0])
    behind = [(around[j + 2], around[j + 3]) for j in range(size + 1)]
    initial, hangs = "1" if chunk.initial else "", chunk.initial or chunk.link
    found: list[tuple[Group, ...]] = []
    for (i, j), gaz in zip(stretches(size), setting.places, strict=True):
        first, last, inner = known[i], known[j - 1], codes[i:j]
        left, right = before[i][0], behind[j][0]
        brief = inner if j - i <= _BRIEF else ""
        edge = ("<>" if j == size else "<") if i == 0 else ">" if j == size else ""
        found.append(
            (
                (inner, gaz, edge, low[i], first.name, last.name, first.place, last.place),
                (left, gaz, codes[i], brief),
                (right, gaz, codes[j - 1], brief),
                before[i],
                behind[j],
                (left, right) if j - i == 1 else (),
                (initial, chunk.link, inner, low[i], right, gaz) if hangs and i == 0 else (),
            )
        )
    return found


_BRIEF = 3
"""Words up to which the classes of all count together with what stands beside them."""


def _pattern(codes: str) -> str:
    return codes if len(codes) <= 4 else f"{codes[:2]}+{codes[-1]}"


def _inside(codes: str, gaz: str, edge: str, low: str, first: str, last: str, place: str, end_place: str) -> list[str]:
    """Return what the words of a stretch say themselves; ``edge`` is which ends of the chunk it has."""
    length = len(codes)
    start, end = codes[0], codes[-1]
    few = "123"[length - 1] if length < 3 else "3"
    found = [
        "bias",
        f"pattern={_pattern(codes)}",
        f"gaz={gaz}{few}",
        f"edge={edge}{length if length < 4 else 4}",
        f"edge,codes={edge}{start}{end}",
        f"first={first}{few}",
        f"last={last}{few}",
        f"low={low}{start}{1 if length == 1 else 2}",
    ]
    if length == 1:
        found.append(f"one={start}{first}{place}")
    else:
        found += ["has=" + code for code in dict.fromkeys(codes)]
        if gaz == "-":
            found.append(f"places={place}{end_place}")
    return found


def _before(left: str, gaz: str, start: str, brief: str) -> list[str]:
    """Return what the word before a stretch says."""
    found = [f"left={left}", f"left,gaz={left}{gaz}", f"left,first={left}{start}"]
    return [*found, f"left,pattern={left}{brief}{gaz}"] if brief else found


def _behind(right: str, gaz: str, end: str, brief: str) -> list[str]:
    """Return what the word after a stretch says."""
    found = [f"right={right}", f"right,gaz={right}{gaz}", f"right,last={right}{end}"]
    return [*found, f"right,pattern={right}{brief}{gaz}"] if brief else found


def _further_before(left: str, left2: str) -> list[str]:
    return [f"left2={left2} {left}"]


def _further_behind(right: str, right2: str) -> list[str]:
    return [f"right2={right} {right2}"]


def _sides(*sides: str) -> list[str]:
    """Return what both sides of a single word say together."""
    return [f"sides={sides[0]}_{sides[1]}"] if sides else []


def _opening(*group: str) -> list[str]:
    """Return what the beginning of a chunk says: of a sentence, or of what hangs on the chunk before."""
    if not group:
        return []
    initial, link, codes, low, right, gaz = group
    found = [f"initial={_pattern(codes)}{low}", f"initial,right={right}{codes[0]}{low}"] if initial else []
    return [*found, f"link={link}{codes[0]}", f"link,gaz={link}{gaz}"] if link else found


PLAIN: tuple[Callable[..., list[str]], ...] = (
    _inside,
    _before,
    _behind,
    _further_before,
    _further_behind,
    _sides,
    _opening,
)
"""The signals of each group of ``groups``."""


def _bucket(count: int) -> str:
    return _BUCKETS[count] if count < 4 else "4"


_BUCKETS = "0122"


def recalled(setting: Setting, memory: Memory) -> list[tuple[Group, Group]]:
    """Return what the signals that every stretch of a chunk gets from the article depend on, by ``RECALLED``."""
    words, codes, size, around = setting.chunk.words, setting.codes, setting.size, setting.around
    elsewhere, firsts, lasts, others = memory.elsewhere, memory.firsts, memory.lasts, memory.others
    near_left, near_right = memory.near
    if size > 1:
        alone = [elsewhere(word) for word in words]
        begins = [_bucket(min(2, firsts.get(word, 0) + each[0])) for word, each in zip(words, alone, strict=True)]
        ends = [_bucket(min(2, lasts.get(word, 0) + each[0])) for word, each in zip(words, alone, strict=True)]
        where = [_bucket(each[1]) for each in alone]
    found: list[tuple[Group, Group]] = []
    for (i, j), gaz, name in zip(stretches(size), setting.places, setting.names, strict=True):
        person, place, other = map(_bucket, elsewhere(name))
        last = codes[j - 1]
        seen: Group
        if j - i == 1:
            part = _bucket(lasts.get(name, 0)) + _bucket(firsts.get(name, 0))
            within = _bucket(others.get(name, 0))
            seen = (person, place, other, last, gaz, part, within, around[j + 2], "", "")
        else:
            seen = (person, place, other, last, gaz, "", "", "", begins[i] + ends[j - 1], where[i] + where[j - 1])
        near: Group = ()
        if (near_left and i == 0) or (near_right and j == size):
            left, right = near_left if i == 0 else "", near_right if j == size else ""
            near = (left, setting.chunk.before[0], right, setting.chunk.after[0], gaz)
        found.append((seen, near))
    return found


def _seen(
    person: str, place: str, other: str, last: str, gaz: str, part: str, within: str, right: str, ends: str, two: str
) -> list[str]:
    """Return what the same words elsewhere in the article say; ``part``… of a single word, ``ends``… of several."""
    found = [f"seen={person}{place}{other}", f"seen person={person}{last}", f"seen place={place}{gaz}"]
    if part:
        return [
            *found,
            f"part={part}{last}",
            f"part,seen={part}{person}{place}{within}",
            f"within={within}{gaz}",
            f"part,right={part}{right}",
            f"seen,right={person}{place}{right}",
        ]
    return [*found, f"ends={ends}", f"ends,places={two}"]


def _near(*group: str) -> list[str]:
    """Return what the names one word to the left and right say."""
    if not group:
        return []
    left, before, right, after, gaz = group
    found = [f"near left={left}{before}", f"near left,last={left}{gaz}"] if left else []
    return [*found, f"near right={right}{after}", f"near right,last={right}{gaz}"] if right else found


RECALLED: tuple[Callable[..., list[str]], ...] = (_seen, _near)
"""The signals of each group of ``recalled``."""
