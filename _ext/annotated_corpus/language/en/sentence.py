"""A sentence as those see it who look for its quantities: its lexemes, what parts them, what bounds a figure."""

from __future__ import annotations

from annotated_corpus.language.en import units
from annotated_corpus.language.en.lexemes import lexemes
from annotated_corpus.language.en.numbers import TENS, UNITS
from annotated_corpus.language.en.small_words import FUNCTION_WORDS
from annotated_corpus.language.en.units import Bound

_LOOKED_AT = 12
"""A number in words has at most so many."""
_PHRASE = max(map(len, units.BOUNDS))
_NOUNS = 6
"""What is counted is named within so many words."""
MORE = frozenset("more other others another additional further extra fewer less".split())
"""What says that there are others besides those counted."""
_DETERMINERS = frozenset("the its his her their those these".split())
_PLURALS = frozenset("people men women children police dead injured wounded missing sheep fish teeth feet".split())
_JOINTS = ("", " ", "-", "\u00a0", "\n", "‑")


class Sentence:
    """The lexemes of a text by their positions, ``all`` of them and their ``forms``."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = lexemes(text)
        self.forms = [each.form for each in self.all]

    def gap(self, position: int) -> str:
        """Return what stands before a lexeme, after the one before it."""
        return self.text[self.all[position - 1].end : self.all[position].start] if position else ""

    def joined(self, position: int) -> bool:
        """Return whether only a space or a hyphen parts a lexeme from the one before it."""
        return 0 < position < len(self.all) and self.gap(position) in _JOINTS

    def run(self, position: int) -> list[str]:
        """Return the forms from a position on that no mark parts."""
        end = position + 1
        while end < min(len(self.all), position + _LOOKED_AT) and self.joined(end):
            end += 1
        return self.forms[position:end]

    def bound(self, position: int) -> tuple[Bound, int]:
        """Return the bound that stands before a lexeme, and how many lexemes it takes."""
        last = position
        for length in range(_PHRASE, 0, -1):
            if length > last:
                continue
            phrase = tuple(self.forms[last - length : last])
            if phrase in units.BOUNDS and all(self.joined(n) for n in range(last - length + 1, last)):
                return units.BOUNDS[phrase], length
        return Bound.NONE, 0

    def is_former(self, position: int) -> bool:
        """Return whether what stands before a figure says that it is not the one told of: "down from 40"."""
        if position <= 0:
            return False
        near = self.forms[max(0, position - 2) : position]
        return (
            near[-1] in units.FORMER
            or tuple(near) in units.FORMER_PHRASES
            or (len(near) > 1 and near[-1] == "of" and near[0] in units.FORMER)
        )

    def counted(self, position: int) -> tuple[str, ...]:
        """Return the words of what is counted, the noun last: "Ukrainian soldiers"; "of the" is stepped over."""
        forms: list[str] = []
        if self.forms[position : position + 1] == ["of"] and self.joined(position):
            position += 1
            while position < len(self.all) and self.forms[position] in _DETERMINERS:
                position += 1
            if position < len(self.all) and (self.forms[position] in FUNCTION_WORDS or self.all[position].figure):
                return ()
        while position < len(self.all) and len(forms) < _NOUNS and self.joined(position):
            each = self.all[position]
            if each.figure or (each.form in FUNCTION_WORDS and each.form not in MORE):
                break
            if each.form in UNITS or each.form in TENS:
                break
            if each.form not in MORE:
                forms.append(each.form)
            if is_plural(each.form):
                break
            position += 1
        return tuple(forms)


def is_plural(form: str) -> bool:
    """Return whether a word looks like the plural of a noun: "boats", "people", not "glass"."""
    return form in _PLURALS or (len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")))
