"""Tokens and chunks: where in a block a name may stand.

A chunk is a run of capitalised words with nothing but a space, a hyphen or a particle between them.
Names lie inside chunks; everything else of the text serves as their context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from annotated_corpus.entities.gazetteer import Gazetteer
from annotated_corpus.entities.lexicon import is_common, words
from annotated_corpus.language.en.abbreviations import IN_NAMES, STATES, TITLES
from annotated_corpus.language.letters import joined
from annotated_corpus.language.particles import ARTICLES, ELIDED, HYPHENED, LEADING, OF_PLACES, PARTICLES
from annotated_corpus.model import Block

MOST_WORDS = 12
"""Longer runs of capitals (a headline in capitals) are cut here."""

_TOKEN = re.compile(
    r"[^\W\d_A-Z]\w*(?:[’'´`](?!s\b)\w+)*"  # most words: what follows begins with a capital
    r"|(?:[A-Z]\.){2,}(?:[A-Z]\b(?![’']))?"  # U.S., U.S.A
    rf"|(?:{'|'.join((*TITLES, *IN_NAMES, 'ST', 'MT'))})\."
    rf"|(?:(?<=, )|(?<=\b[DRI]-))(?:{'|'.join(STATES)})\."  # states after a town or a party
    r"|[A-Z][a-z]?\.(?=[ \u00a0]?[A-Z])"  # initials
    r"|[A-Z]\w*(?:[’'´`](?!s\b)\w+)*"
    r"|\d[\d.,:]*"
    r"|[’'´]s\b"
    r"|[^\w\s]|_"
)
# Every part begins where a run of its characters begins, so that a long run without spaces is read once only.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<![^\s@])[^\s@]+@[^\s@]+\.\w+"
    r"|@\w+"
    r"|(?<![\w.-])[\w.-]+\.(?:com|org|net|co\.\w\w)\b(?:/\S*)?"
)
# One of these is in every address: looking for them costs next to nothing.
_MARKS = ("://", "www.", "@", ".com", ".org", ".net", ".co.")
_GAPS = ("", " ", "\u00a0")
_HYPHENS = ("-", "‑", "–")
_TAIL = 6
"""The second half of a hyphenated Korean or Cantonese given name ("Hee-sun") has at most so many letters."""
_DOUBLED = frozenset({"van", "von", "de"})
"""Another particle may follow these at the beginning of a name: "van der Bellen"."""
_SYLLABLE = 2
_SECOND = frozenset(
    """
    ah bum cheol chul gi ha hee ho hoon hyuk hyun jae jin joo joon jun ki kyu kyung min mo ok pyo seok seon sik soo sook
    sun taek won woo wook yeon yeong yong yoon you young
    """.split()
)
"""Second halves of Korean given names whose first half is "In", "So" or "Do"."""
_NEAR = 60
"""The last token of a text is looked for in so many characters."""
# A particle that has lost its vowel, and the name it leans on: "d'Estaing", "dell'Orto".
_ELIDED = re.compile(rf"(?:{'|'.join(sorted(ELIDED))})[’'][A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of capitalised words: ``words`` with their offsets in the block ``number``, and the tokens around it.

    ``tight`` says whether no space parts it from them, ``initial`` whether it begins a sentence, ``link`` how it hangs
    on the chunk before ("of O": by "of" on an organisation's name).
    """

    number: int
    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    before: tuple[str, str]
    after: tuple[str, str]
    tight: tuple[bool, bool]
    initial: bool
    link: str = ""


def searchable(block: Block) -> str:
    """Return the block's text with furniture and web addresses blanked out, offsets unchanged."""
    text = block.text
    if any(map(text.__contains__, _MARKS)):
        text = _ADDRESS.sub(lambda found: "\n" * len(found[0]), text)
    for span in block.furniture:
        start, end = max(0, span.start - block.start), span.end - block.start
        text = text[:start] + "\n" * (min(end, len(text)) - start) + text[end:]
    return text


def spelled(words: Sequence[str]) -> str:
    """Join the words of a name as one looks it up: no space around hyphens."""
    name = " ".join(words)
    return name.replace(" - ", "-").replace(" – ", "-").replace(" ‑ ", "-") if len(words) > 2 else name


@cache
def stretches(size: int) -> tuple[tuple[int, int], ...]:
    """Return every stretch of a chunk of ``size`` words."""
    return tuple((i, j) for j in range(1, size + 1) for i in range(j))


def last_word(text: str) -> str:
    """Return the last token of a text, empty if there is none."""
    return next((found[0] for found in reversed(list(_TOKEN.finditer(text, max(0, len(text) - _NEAR))))), "")


def chunks(number: int, text: str, places: Gazetteer, seen: set[str]) -> list[Chunk]:
    """Return the chunks of one block's text in order; add every token of it to ``seen``."""
    line = _Line(number, text, places)
    seen.update(line.words)
    function = words("function")
    found: list[Chunk] = []
    reached = 0
    for position in [k for k, word in enumerate(line.words) if word[0].isupper() and word not in function]:
        if position < reached:
            continue
        first = max(reached, line.begin(position))
        last = position
        while last - first + 1 < MOST_WORDS and (more := line.extent(first, last)):
            last += more
        found.append(line.chunk(first, last, found[-1] if found else None, reached))
        reached = last + 1
    return found


class _Line:
    """The tokens of one block."""

    def __init__(self, number: int, text: str, places: Gazetteer) -> None:
        self.number, self.text, self.places = number, text, places
        whole = joined(text)
        self.words: list[str] = _TOKEN.findall(text) if whole is text else _sliced(text, whole)
        self.size = len(self.words)
        self.starts: list[int] = []
        at = 0
        for word in self.words:  # tokens leave nothing but white space between them
            start = text.find(word, at)
            self.starts.append(start)
            at = start + len(word)

    def span(self, position: int) -> tuple[int, int]:
        """Return where a token begins and ends."""
        start = self.starts[position]
        return start, start + len(self.words[position])

    def word(self, position: int) -> str:
        """Return a token, empty outside the block."""
        return self.words[position] if 0 <= position < self.size else ""

    def gap(self, position: int) -> str:
        """Return what stands between a token and the next."""
        return self.text[self.starts[position] + len(self.words[position]) : self.starts[position + 1]]

    def named(self, position: int) -> bool:
        """Whether a token has a capital."""
        return position < self.size and self.words[position][0].isupper()

    def begin(self, position: int) -> int:
        """Return where a chunk begins whose first capitalised token is given: at a particle before it, perhaps."""
        before = self.word(position - 1)
        if before in _HYPHENS and self.word(position - 2) in HYPHENED and not self.gap(position - 2):
            return position - 2
        if before in LEADING and self.gap(position - 1) in _GAPS:
            if self.word(position - 2) in _DOUBLED:
                return position - 2
            return position if before in ARTICLES else position - 1
        return position

    def extent(self, first: int, last: int) -> int:
        """Return how many further tokens belong to the chunk of tokens ``first`` to ``last``; 0 is none."""
        if last + 1 >= self.size or self.gap(last) not in _GAPS:
            return 0
        word = self.words[last + 1]
        if word[0].isupper():
            return int(word not in words("function")) or self._syllable(first, last)
        if _ELIDED.match(word):
            return 1
        if last + 2 >= self.size:
            return 0
        if word in _HYPHENS:
            return self._hyphen(first, last)
        if word in HYPHENED and self.words[last + 2] in _HYPHENS and self.named(last + 3):
            return 3
        if self.gap(last + 1) not in _GAPS:
            return 0
        if word == "of" and self.words[last] in words("geo"):
            return 2 if self.named(last + 2) else 0
        if word in PARTICLES:
            return 2 if self.named(last + 2) else 3 if self._particle(last + 2) and self.named(last + 3) else 0
        return self._known(last) if word in _JOINTS else 0

    def _syllable(self, first: int, last: int) -> int:
        """Go on over a given name whose first half is a small word elsewhere: "Lee In-young"."""
        glued = (
            last + 3 < self.size and self.words[last + 2] == "-" and not self.gap(last + 1) and not self.gap(last + 2)
        )
        return 3 if glued and len(self.words[last + 1]) == _SYLLABLE and self.words[last + 3] in _SECOND else 0

    def _particle(self, position: int) -> bool:
        return self.words[position] in PARTICLES

    def _hyphen(self, first: int, last: int) -> int:
        """Go on after a hyphen: before a capital, a particle ("bin-al-Nasser") or a Korean name's second half."""
        if self.gap(last) or self.gap(last + 1):
            return 0
        if self.named(last + 2):
            return 2
        after = self.words[last + 2]
        if (after in HYPHENED or after in OF_PLACES) and self.word(last + 3) in _HYPHENS and self.named(last + 4):
            return 4
        return 2 if self._second_half(first, last, last + 2) else 0

    def _second_half(self, first: int, last: int, position: int) -> bool:
        """Return whether a word in small letters after a hyphen is a given name's second half: "Moon Jae-in"."""
        after = self.words[position]
        if last == first or not after.isalpha() or len(after) > _TAIL or self.words[last - 1] in _HYPHENS:
            return False
        return after not in words("compound") or (len(after) == _SYLLABLE and not is_common(self.words[last].lower()))

    def _known(self, last: int) -> int:
        """Go on over small words inside a name of the gazetteer ("Trinidad and Tobago")."""
        most = self.places.longest.get(self.words[last], 0)
        for ahead in range(2, min(most, self.size - last)):
            if self.text[self.starts[last] : self.span(last + ahead)[1]] in self.places:
                return ahead
        return 0

    def chunk(self, first: int, last: int, previous: Chunk | None, reached: int) -> Chunk:
        """Return the chunk of tokens ``first`` to ``last``; ``previous`` is the one that ends at ``reached``."""
        before = (self.word(first - 1), self.word(first - 2))
        spans = tuple(map(self.span, range(first, last + 1)))
        start, end = spans[0][0], spans[-1][1]
        quoted = before[0] in _QUOTES and before[1] in ("", ".", ",", ":", "?", "!")
        return Chunk(
            self.number,
            spans,
            tuple(self.words[first : last + 1]),
            before,
            (self.word(last + 1), self.word(last + 2)),
            (start > 0 and not self.text[start - 1].isspace(), end < len(self.text) and not self.text[end].isspace()),
            before[0] == "" or before[0] in ".!?:•*|" or quoted,
            _link(previous, self.words[reached:first]) if previous else "",
        )


def _sliced(text: str, whole: str) -> list[str]:
    """Return the tokens of a text that has letters with marks; in ``whole`` these are of one piece."""
    return [text[found.start() : found.end()] for found in _TOKEN.finditer(whole)]


def _link(previous: Chunk, between: Sequence[str]) -> str:
    """Return how a chunk hangs on the one before: the small words between, and what that one is ("of O")."""
    if len(between) > 1 and between[0] in _HYPHENS:  # "Co-operation"
        between = between[2:]
    if not between or len(between) > _MOST_LINKS or any(word not in _CONNECTORS for word in between):
        return ""
    if previous.words[0] in words("org") or previous.words[-1] in words("org") or previous.link.endswith("O"):
        head = "O"
    elif previous.words[-1] in words("title") or previous.link.endswith("T"):
        head = "T"
    else:
        head = "-"
    more = "++" if previous.link.startswith("and +") else "+" if previous.link else ""
    return f"{between[0]} {more}{head}"


_JOINTS = frozenset({"and", "of", "the", "on", "do", "in", "upon", "sur", "d"})
_CONNECTORS = frozenset({"of", "for", "and", "the", "in", "on", "to", "&", "against", "de", "la", "y"})
_MOST_LINKS = 2
_QUOTES = frozenset("“\"'‘—–-(")
