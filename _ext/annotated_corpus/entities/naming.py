"""Personal names taken apart, and compared with allowance for how they are spelt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from annotated_corpus.language.letters import fold
from annotated_corpus.language.particles import PARTICLES

SUFFIXES = {"jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
_ARTICLE = re.compile(r"^(?:al|el|ul|ad|as|ar|an|ash|ud)[-‑ ](?=\w)")
# What transliterations write in several ways, in the order of replacement.
_SPELLINGS = tuple(
    tuple(pair.split(">"))
    for pair in (
        "tch>ch sch>sh kh>h gh>g ph>f ck>k q>k x>ks w>v c>k dj>j iy>i yi>i ey>e ei>e y>i j>i off>ov ou>u oo>u ee>i z>s"
    ).split()
)
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
    words: list[str] = []
    suffix = ""
    for raw in re.sub(r"[“”\"‘(][^“”\"’)]*[“”\"’)]", " ", text).split():
        word = fold(_ARTICLE.sub("", raw.lower())).strip(".,'’´`")
        plain = re.sub(r"['’´`‑\-]", "", word)
        if words and plain in SUFFIXES:
            suffix = SUFFIXES[plain]
        elif plain and plain not in PARTICLES:
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


# A given name and its short forms, a row each.
_NICKNAMES = """
alexander alex aleksandr; andrew andy; anthony tony antony; benjamin ben; bernard bernie; charles charlie chuck
charlotte lottie; christopher chris; daniel dan danny; david dave; deborah debbie; donald don; edward ed eddie ted
elizabeth liz beth betty; francis frank; gregory greg; james jim jimmy; jeffrey jeff; jennifer jen jenny
joseph joe joey; katherine kate kathy catherine katie; kenneth ken; lawrence larry; margaret maggie meg peggy
matthew matt; michael mike; nicholas nick; patricia pat patty; philip phil; richard dick rick; robert bob bobby rob
ronald ron; samuel sam; steven steve stephen; susan sue; thomas tom tommy; timothy tim; vladimir volodia
william bill billy will
"""
NICKNAMES = {
    short: full
    for row in _NICKNAMES.replace("\n", ";").split(";")
    if row.strip()
    for full, *shorts in [row.split()]
    for short in shorts
}


def same_word(a: str, b: str) -> bool:
    """Whether two words of a name may be one: equal, an initial of the other, or spelt differently."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or spelling(a) == spelling(b) or skeleton(a) == skeleton(b)


def within(short: Name, long: Name) -> bool:
    """Whether a name's words stand in a longer one, in order, and begin with its first or end with its last."""
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
    exact = len(short.words) == len(long.words) or any(len(word) == 1 for word in short.words)
    return (first and last) if exact else (first or last)
