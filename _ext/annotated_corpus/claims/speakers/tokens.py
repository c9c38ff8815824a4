"""A sentence as tokens, each with a letter that says what it is; what is quoted is one token.

The letters together are a string over which patterns of grammar can be written::

    “It is old,” the mayor of Larnvik, Ida Holm, said.
    Q            d   w     P  C      ,C    C   ,s   .

``C`` a word with a capital, ``c`` one with "'s", ``w`` another word, ``p`` one with "'s", ``N`` a figure, ``s`` a
finite verb of speech, ``g`` one in -ing, ``i`` another word in -ing, ``V`` another finite verb, ``t`` "to", ``Q`` what
is quoted, ``,`` ``:`` (also a dash) ``;`` ``(`` ``)`` ``.`` punctuation; the letters of small words are those of
``grammar.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.language.en.abbreviations import IN_NAMES, TITLES
from annotated_corpus.language.en.grammar import small_words
from annotated_corpus.language.en.speech import Form, Verb, verbs
from annotated_corpus.language.particles import ELIDED, PARTICLES
from annotated_corpus.model import Span

_ABBREVIATED = "|".join((*TITLES, *IN_NAMES, "No", "D", "R", "I"))
_TOKEN = re.compile(
    # a small word first: most are
    r"(?P<word>(?![a-z]\.)[a-z][\w\u0300-\u036f]*(?:[’'\-‑.&/][^\W_][\w\u0300-\u036f]*)*"
    rf"|(?:[^\W\d_]\.){{2,}}(?:[’']s)?|(?:{_ABBREVIATED})\.(?=[ ,)-])|[^\W\d_][.](?= [^\W\d_a-z])"
    r"|[^\W\d_a-z][\w-]*\.(?=,| [a-z])|[^\W\d_][\w\u0300-\u036f]*(?:[’'\-‑.&/][^\W_][\w\u0300-\u036f]*)*)"
    r"(?P<plural>[’'](?= ))?"
    r"|(?P<figure>[$€£#@]?\d[\w.,:/%-]*\w|[$€£]?\d%?|[@#]\w+)"
    r"|(?P<dash>[—–―]|--+|\s-\s?)"
    r"|[,:;().?!…]"
)
_TAGS = {"word": "w", "plural": "'", "figure": "N", "dash": ":"}
_PUNCTUATION = {"?": ".", "!": ".", "…": ".", "[": "(", "]": ")"}
_NOT_PAST = frozenset(
    "need indeed hundred red bed seed speed breed weed creed united wed shed sacred naked bleed".split()
)
_NO_ADVERBS = frozenset(
    "likely early daily weekly monthly elderly friendly family only lonely holy ally reply bully".split()
)
_STRICT = frozenset("dPpcN")
_COMMON_ING = frozenset(
    "king ring thing spring wing string morning evening nothing something anything everything".split()
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a sentence: ``tags`` has one letter for each, ``verbs`` what is known of those that speak."""

    text: str
    words: list[str]
    low: list[str]
    spans: list[tuple[int, int]]
    tags: str
    verbs: dict[int, Verb]
    headline: bool

    def join(self, first: int, end: int) -> str:
        """Return the text from one token up to another."""
        return self.text[self.spans[first][0] : self.spans[end - 1][1]] if end > first else ""


def tokenise(text: str, quoted: Sequence[Span], headline: bool) -> Tokens:
    """Return the tokens of a sentence.

    Args:
        text: the sentence.
        quoted: the spans of it that are quoted.
        headline: whether most words of it have a capital, so that a capital does not tell a name from a verb.
    """
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    tags: list[str] = []
    at = 0
    for span in (*quoted, Span(len(text), len(text))):
        found = [*_TOKEN.finditer(text, at, span.start)]
        words += [each[0] for each in found]
        spans += [each.span() for each in found]
        tags += [_TAGS[each.lastgroup] if each.lastgroup else _PUNCTUATION.get(each[0], each[0]) for each in found]
        if span.start < len(text):
            words.append(text[span.start : span.end])
            spans.append((span.start, span.end))
            tags.append("Q")
        at = span.end
    low = [_lower(word) if tag in "w'" else word for word, tag in zip(words, tags, strict=True)]
    speaking: dict[int, Verb] = {}
    before = "."
    for n, tag in enumerate(tags):
        if tag in "w'":
            tags[n] = _tag(words, low, tags, n, before, headline, speaking)
        before = tags[n]
    return Tokens(text, words, low, spans, "".join(tags), speaking, headline)


@lru_cache(maxsize=16384)
def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


class _Word(NamedTuple):
    """What is known of a word by itself: its capital, its verb of speech, its letter as a small word, its ending."""

    capital: bool
    verb: Verb | None
    letter: str | None
    ending: str


@lru_cache(maxsize=16384)
def _word(word: str) -> _Word:
    plain = _lower(word)
    leans = len(word) > 3 and _LEANING.match(word) is not None
    return _Word(not word[0].islower() or leans, verbs().get(plain), small_words().get(plain), _ending(plain))


def _ending(plain: str) -> str:
    """Return the letter of a word without capital that no list has, by how it ends."""
    if plain.endswith("ly") and plain not in _NO_ADVERBS:
        return "a"
    if plain.endswith("ed") and len(plain) > 4 and plain not in _NOT_PAST:
        return "V"
    return "i" if plain.endswith("ing") and len(plain) > 4 and plain not in _COMMON_ING else "w"


def _tag(
    words: list[str], low: list[str], tags: list[str], n: int, before: str, headline: bool, speaking: dict[int, Verb]
) -> str:
    """Return the letter of a word; a verb of speech is noted in ``speaking``."""
    plain = low[n]
    capital, verb, letter, ending = _word(words[n])
    capital = capital or (plain in PARTICLES and letter is None and _leans(words, n))
    if tags[n] == "'":
        return "c" if capital else "p"
    if verb and capital and not headline and before not in ".Q:":
        verb = None
    phrasal = verb is not None and n + 1 < len(low) and low[n + 1] in verb.particles
    if letter and not phrasal and not (capital and _named(words, n, letter, before, headline)):
        return "t" if plain == "to" else letter
    if plain in _STRETCHES and n and low[n - 1] in ("last", "this", "next"):
        tags[n - 1] = "T"
        return "T"
    if plain.endswith("'s"):
        return "c" if capital else "p"
    if verb and (phrasal or _speaks(verb, plain, before, n, low, tags)):
        speaking[n] = verb
        return "g" if verb.form is Form.ING else "s"
    if capital and not (plain.endswith("ed") and headline):
        fronted = n == 0 and plain.endswith("ed") and low[1:2] != [] and low[1] in _AFTER_PARTICIPLE
        return "V" if fronted else "C"
    if (ending == "V" and before in _STRICT) or (ending == "i" and before in "dpc"):
        return "w"
    return ending


_AFTER_PARTICIPLE = frozenset("for by in on about with".split())
_GIVEN = frozenset("jan april june august".split())
"""Months that are given names too."""
_STRETCHES = frozenset("week month year night summer winter spring autumn fall weekend".split())


def _leans(words: Sequence[str], n: int) -> bool:
    """Return whether a particle is part of the name that follows: "von der Leyen"."""
    following = next((other for other in words[n + 1 : n + 4] if other not in PARTICLES), "")
    return following[:1].isupper()


_LEANING = re.compile(rf"(?:{'|'.join(sorted(PARTICLES | ELIDED))})[-‑’'][^\W\d_a-z]")


def _named(words: Sequence[str], n: int, letter: str, before: str, headline: bool) -> bool:
    """Return whether a small word with a capital is part of a name: "A. Lind", "Jay May", "Xu’s wife, He Xintong"."""
    word = words[n]
    if letter == "T" and word.rstrip(".").casefold() in _GIVEN:
        return n + 1 < len(words) and words[n + 1][0].isupper()
    if letter == "T" or headline or word == "I" or n == 0:
        return word.endswith(".") and n > 0 and letter != "T"
    if letter == "H" and before != "C":
        return n + 1 < len(words) and words[n + 1][0].isupper()
    return before not in ".:;(Q"


def _speaks(verb: Verb, plain: str, before: str, n: int, low: Sequence[str], tags: Sequence[str]) -> bool:
    after = low[n + 1] if n + 1 < len(low) else ""
    if verb.particles and not (after in verb.particles or verb.alone):
        return False
    if verb.form is Form.ING:
        return before not in "dpP" or (n > 0 and low[n - 1] == "by")
    if after == "by" and verb.form is Form.PAST:
        return False
    if verb.noun and verb.form in (Form.BASE, Form.THIRD, Form.PAST):
        if before in "dpcPDN" or (n + 1 < len(tags) and after in ("of", "from", "by") and plain not in ("called",)):
            return False
        if before in "w" and verb.form is Form.BASE and low[n - 1][-1:] != "s":
            return False
        nominal = before in "wC" and verb.form is Form.THIRD
        following = tags[n + 1] if n + 1 < len(tags) else "."
        return not nominal or following in "Q:" or (following == "." and "Q" in tags) or after in _CLAUSE_OPENS
    return not (verb.form in (Form.PAST, Form.PARTICIPLE) and before in "dpc")


_CLAUSE_OPENS = frozenset("that it he she they the a an his her their its this these there on in".split())
