"""The particulars of a text, its figures and its names: what tells two statements of one wording apart.

"In the district of Ansk, 12 people were killed" and "In the district of Brod, 17 people were killed" are
nearly the same characters, and two statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from rapidfuzz.distance import Indel

from annotated_corpus.language.en.numbers import TENS, UNITS
from annotated_corpus.language.en.small_words import OPENERS

_WORD = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:]\W*$")
_OPENING = "“”„«»\"'‘’([ "
_AHEAD = 6  # characters before a word that tell whether it opens a sentence
_COMPARED = 100_000  # pairs of names that are worth a comparison: a line may have a megabyte
_SLIP = 0.75
"""Likeness from which, in its own place, a name is taken for the same one with a slip of the pen."""
_NUMBERS = {word: str(count) for word, count in (*UNITS.items(), *TENS.items()) if count > 1}
_NUMBERS |= {word: word for word in "dozen dozens hundred hundreds thousand thousands million millions billion".split()}


class Particulars:
    """The figures and names of texts of one article, before and after a change.

    A word with a capital is a name; at the beginning of a sentence it is not, if the article has it in
    small letters too, or if it opens sentences commonly.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._texts = tuple(texts)
        self._of = lru_cache(maxsize=None)(self._read)

    def same(self, one: str, two: str) -> bool:
        """Whether two texts have the same figures and the same names."""
        return self._of(one) == self._of(two)

    def replaced(self, one: str, two: str) -> bool:
        """Whether both a figure and a name of one text have given way to others in the other: it says something else.

        Only one of them, or something added or left out, is a correction.
        """
        (figures, names), (other_figures, other_names) = self._of(one), self._of(two)
        return (
            not (figures <= other_figures or other_figures <= figures)
            and _lacks(names, other_names)
            and _lacks(other_names, names)
        )

    def foreign(self, part: str, whole: str) -> bool:
        """Whether ``part`` has both a figure and a name that ``whole`` has not."""
        (figures, names), (other_figures, other_names) = self._of(part), self._of(whole)
        return not figures <= other_figures and _lacks(names, other_names)

    @cached_property
    def _common(self) -> frozenset[str]:
        return OPENERS.union(
            word for texts in self._texts for text in texts for word in _WORD.findall(text) if word.islower()
        )

    def _read(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        figures, names = set(), set()
        for found in _WORD.finditer(text):
            word = re.sub(r"['’]s$", "", found[0])
            small = word.casefold()
            if any(sign.isdigit() for sign in word):
                figures.add(small.replace(",", ""))
            elif small in _NUMBERS:
                figures.add(_NUMBERS[small])
            elif word[0].isupper():
                ahead = text[max(0, found.start() - _AHEAD) : found.start()]
                opens = not ahead.strip(_OPENING) or _SENTENCE_END.search(ahead)
                if not opens or small not in self._common:
                    names.add(small)
        return frozenset(figures), frozenset(names)


def _lacks(names: frozenset[str], among: frozenset[str]) -> bool:
    """Whether one of ``names`` is not among others, not even with a slip of the pen.

    Of very many, it is whether most are not: each with each would take minutes, and the statement does not hang on one.
    """
    missing = names - among
    if len(missing) * len(among) > _COMPARED:
        return 2 * len(missing) > len(names)
    return any(all(Indel.normalized_similarity(name, other) <= _SLIP for other in among) for name in missing)
