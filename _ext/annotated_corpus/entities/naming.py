"""Personal names taken apart, and compared with allowance for how they are spelt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from annotated_corpus.entities.identifiers import fold
from annotated_corpus.entities.lexicon import words as listed

SUFFIXES = {"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ar|an|ash|ud)[-‑ ](?=\w)")
# Letters that transliterations write in several ways, in the order of replacement.
_SPELLINGS = (
    ("tch", "ch"), ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("c", "k"),
    ("kh", "ch"), ("dj", "j"), ("iy", "i"), ("yi", "i"), ("ey", "e"), ("ei", "e"), ("y", "i"), ("j", "i"), ("off", "ov"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("z", "s"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aeiou]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name's words, folded, without particles; ``suffix`` is jr, sr, ii… or empty."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def full(self) -> bool:
        """Whether it has more than one word."""
        return len(self.words) > 1


@lru_cache(maxsize=65536)
def parse(text: str) -> Name:
    """Take a name apart; titles have been left out before."""
    particles = listed("particle")
    words: list[str] = []
    suffix = ""
    for raw in re.sub(r"[“”\"‘(][^“”\"’)]*[“”\"’)]", " ", text).split():
        word = fold(_ARTICLE.sub("", raw.lower())).strip(".,'’´`")
        plain = re.sub(r"['’´`‑\-]", "", word)
        if words and plain in SUFFIXES:
            suffix = SUFFIXES[plain]
        elif plain and plain not in particles:
            words.append(plain)
    return Name(tuple(words) or (re.sub(r"\W", "", fold(text)) or fold(text),), suffix)


@lru_cache(maxsize=65536)
def spelling(word: str) -> str:
    """Return a key that the usual transliterations of one word share (Zelensky, Zelenskyy, Zelenskiy)."""
    found = word
    for old, new in _SPELLINGS:
        found = found.replace(old, new)
    return _DOUBLE.sub(r"\1", found)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """Return the consonants of a given name, first letter kept (Mohammed, Muhammad); short names stay whole."""
    found = spelling(NICKNAMES.get(word, word))
    consonants = found[0] + _VOWEL.sub("", found[1:])
    return consonants if len(consonants) > 3 else found


NICKNAMES = {
    short: full
    for row in (
        "joseph joe joey", "william bill billy will", "robert bob bobby rob", "richard dick rick", "james jim jimmy", "michael mike",
        "thomas tom tommy", "edward ed eddie ted", "charles charlie chuck", "anthony tony antony", "daniel dan danny", "david dave",
        "benjamin ben", "samuel sam", "matthew matt", "christopher chris", "nicholas nick", "andrew andy", "steven steve stephen",
        "elizabeth liz beth betty", "katherine kate kathy catherine katie", "margaret maggie meg peggy", "susan sue", "jennifer jen jenny",
        "alexander alex aleksandr", "gregory greg", "jeffrey jeff", "kenneth ken", "lawrence larry", "ronald ron", "donald don", "timothy tim",
        "vladimir volodia", "deborah debbie", "patricia pat patty", "bernard bernie", "charlotte lottie", "francis frank", "philip phil",
    )
    for full, *shorts in [row.split()]
    for short in shorts
}  # fmt: skip


def same_word(a: str, b: str) -> bool:
    """Whether two words of a name may be one: equal, an initial of the other, or spelt differently."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or spelling(a) == spelling(b) or skeleton(a) == skeleton(b)


def within(short: Name, long: Name) -> bool:
    """Whether every word of a name stands in a longer one, in order, beginning with its first or ending with its last."""
    if short.suffix != long.suffix or len(short.words) > len(long.words):
        return False
    at = 0
    for word in short.words:
        while at < len(long.words) and not same_word(word, long.words[at]):
            at += 1
        if at == len(long.words):
            return False
        at += 1
    first, last = same_word(short.words[0], long.words[0]), same_word(short.words[-1], long.words[-1])
    return (
        first and last
        if len(short.words) == len(long.words) or any(len(w) == 1 for w in short.words)
        else first or last
    )
