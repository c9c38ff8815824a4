"""A sentence as tokens, each with a letter that says what it is; what is quoted is one token.

The letters together are a string over which patterns of grammar can be written::

    “It is old,” the mayor of Larnvik, Ida Holm, said.
    Q            d   w     P  C      ,C    C   ,s   .

``C`` a word with a capital, ``c`` one with "'s", ``w`` another word, ``p`` one with "'s", ``N`` a figure, ``s`` a finite
verb of speech, ``g`` one in -ing, ``i`` another word in -ing, ``V`` another finite verb, ``t`` "to", ``Q`` what is
quoted, ``,`` ``:`` (also a dash) ``;`` ``(`` ``)`` ``.`` punctuation; the letters of small words are those of
``grammar.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annotated_corpus.language.en.grammar import small_words
from annotated_corpus.language.en.speech import Form, Verb, verbs
from annotated_corpus.model import Span

_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}(?:[’']s)?|(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Lt|Col|Maj|Capt|Sgt|St|Jr|Sr|Prof"
    r"|Rev|Hon|Adm|Atty|Det|Supt|Insp|Cmdr|Cpl|No|D|R|I)\.(?=[ ,)-])|[^\W\d_][.](?= [^\W\d_a-z])|[^\W\d_a-z][^\W_]*\.(?=,)"
    r"|[^\W\d_][\w\u0300-\u036f]*(?:[’'\-‑.&/][^\W_][\w\u0300-\u036f]*)*)(?P<plural>[’'](?= ))?"
    r"|(?P<figure>[$€£#@]?\d[\w.,:/%-]*\w|[$€£]?\d%?|[@#]\w+)"
    r"|(?P<dash>[—–]|--+|\s-\s?)"
    r"|[,:;().?!…]"
)
_PUNCTUATION = {"?": ".", "!": ".", "…": ".", "[": "(", "]": ")"}
_POSSESSIVE = ("’s", "'s")
_NOT_PAST = frozenset("need indeed hundred red bed seed speed breed weed creed united wed shed sacred naked bleed".split())
_STRICT = frozenset("dPpcN")
_COMMON_ING = frozenset("king ring thing spring wing string morning evening nothing something anything everything".split())


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a sentence: ``tags`` has one letter for each, ``verbs`` what is known of those that speak."""

    text: str
    words: list[str]
    low: list[str]
    spans: list[tuple[int, int]]
    tags: str
    verbs: dict[int, Verb]

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
        for found in _TOKEN.finditer(text, at, span.start):
            words.append(found[0])
            spans.append(found.span())
            kind = found.lastgroup
            tags.append(
                "'" if kind == "plural" else "w" if kind == "word" else "N" if kind == "figure" else ":"
                if kind == "dash" else _PUNCTUATION.get(found[0], found[0])
            )
        if span.start < len(text):
            words.append(text[span.start : span.end])
            spans.append((span.start, span.end))
            tags.append("Q")
        at = span.end
    low = [word.lower().replace("’", "'") if tag in "w'" else word for word, tag in zip(words, tags, strict=True)]
    return _tagged(text, words, low, spans, tags, headline)


def _tagged(
    text: str, words: list[str], low: list[str], spans: list[tuple[int, int]], tags: list[str], headline: bool
) -> Tokens:
    small, known = small_words(), verbs()
    speaking: dict[int, Verb] = {}
    before = "."
    for n, tag in enumerate(tags):
        if tag in "w'":
            word, plain = words[n], low[n]
            capital = not word[0].islower()
            verb = known.get(plain) if not capital or headline or before in ".Q:" else None
            letter = small.get(plain)
            if tag == "'":
                tag = "c" if capital else "p"
            elif letter and not (capital and _named(word, letter, n, before, headline)):
                tag = letter
                if plain == "to":
                    tag = "t"
            elif plain in _STRETCHES and n and low[n - 1] in ("last", "this", "next"):
                tags[n - 1] = tag = "T"
            elif plain.endswith("'s"):
                tag = "c" if capital else "p"
            elif verb and _speaks(verb, plain, before, n, low, tags):
                speaking[n] = verb
                tag = "g" if verb.form is Form.ING else "s"
            elif n == 0 and plain.endswith("ed") and tags[1:2] == ["w"] and low[1] in ("for", "by", "in", "on", "about", "with"):
                tag = "V"
            elif capital and not (headline and plain.endswith("ed")):
                tag = "C"
            elif plain.endswith("ly"):
                tag = "a"
            elif plain.endswith("ed") and len(plain) > 4 and plain not in _NOT_PAST:
                tag = "w" if before in _STRICT else "V"
            elif plain.endswith("ing") and len(plain) > 4 and plain not in _COMMON_ING:
                tag = "w" if before in "dpc" else "i"
            tags[n] = tag
        before = tag
    return Tokens(text, words, low, spans, "".join(tags), speaking)


_STRETCHES = frozenset("week month year night summer winter spring autumn fall weekend".split())


def _named(word: str, letter: str, n: int, before: str, headline: bool) -> bool:
    """Return whether a small word with a capital is part of a name: "A. Lind", "Jay May", "Xu’s wife, He Xintong"."""
    if letter == "T" or headline or word == "I" or n == 0:
        return word.endswith(".") and n > 0 and letter != "T"
    return before not in ".:;(Q"


def _speaks(verb: Verb, plain: str, before: str, n: int, low: Sequence[str], tags: Sequence[str]) -> bool:
    after = low[n + 1] if n + 1 < len(low) else ""
    if verb.particles and not (after in verb.particles or verb.alone):
        return False
    if verb.form is Form.ING:
        return before not in "dpP"
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
