"""One spelling for what is written in several ways: contractions, and numbers with their unit.

"Don't" is "do not"; "40 million", "40m" and "40 mn" are one number, as are "US$11 billion" and "$11bn", or "90,000"
and "90 000". Words keep their places in the text, so that evidence is shown as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import Word

_WHOLE = {"won't": ("will", "not"), "shan't": ("shall", "not"), "can't": ("can", "not"), "cannot": ("can", "not")}
_ENDINGS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
_POWERS = {
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "mln", "million"), 6),
    **dict.fromkeys(("b", "bn", "bln", "billion"), 9),
    **dict.fromkeys(("tn", "trn", "trillion"), 12),
}
_UNITS = {
    **dict.fromkeys(("percent", "pct"), "%"),
    **dict.fromkeys(("dollar", "dollars", "usd"), "$"),
    **dict.fromkeys(("euro", "euros", "eur"), "€"),
}
_MONEY = frozenset(("us", "usd", "eur", "gbp"))
"""What may stand directly before a sign of money, which says the same."""
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = frozenset("one two three four five six seven eight nine".split())
_SPELLED = frozenset((*_WHOLE, *_MONEY, *_POWERS, *_TENS))
"""Without one of these words, an apostrophe or a figure there is nothing to spell anew."""
FIGURE = re.compile(r"([$€£¥]?)(\d+(?:\.\d+)?)([a-z]*)(%?)")
"""A figure as a term has it: sign of money, digits, the unit or power that is glued to them, sign of percent."""
_OPENING = re.compile(r"[$€£¥]?\d{1,3}")
_GROUP = re.compile(r"\d{3}")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*")


def spelled(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in one spelling: contractions in two words, a number and its unit in one."""
    if not any("'" in word.form or word.form in _SPELLED or not word.form[:1].isalpha() for word in words):
        return tuple(words)
    return tuple(part for word in _numbers(words, text) for part in _parts(word))


def _parts(word: Word) -> Iterator[Word]:
    forms = _WHOLE.get(word.form)
    if forms is None and "'" not in word.form:
        yield word
        return
    if forms is None:
        ending = next((each for each in _ENDINGS if word.form.endswith(each) and word.form != each), "")
        if not ending:
            yield word
            return
        forms = word.form.removesuffix(ending), _ENDINGS[ending]
    cut = min(word.start + len(forms[0]), word.end - 1)
    yield Word(word.start, cut, forms[0], word.capital)
    yield Word(cut, word.end, forms[1], False)


def _numbers(words: Sequence[Word], text: str) -> Iterator[Word]:
    position = 0
    while position < len(words):
        word = words[position]
        if word.form in _MONEY and position + 1 < len(words) and text[word.end] in "$€£":
            position += 1
            word = Word(word.start, words[position].end, words[position].form, False)
        digits = word.form
        following = words[position + 1].form if position + 1 < len(words) else ""
        if digits in _TENS and following in _ONES:  # "thirty-one"
            one = "1" if following == "one" else term(words[position + 1])
            yield Word(word.start, words[position + 1].end, str(int(term(word)) + int(one)), False)
            position += 2
            continue
        if digits[:1].isalpha() and following not in _POWERS:
            yield word
            position += 1
            continue
        dated = position and _MONTH.fullmatch(words[position - 1].form)
        if _OPENING.fullmatch(digits) and not dated:
            while position + 1 < len(words) and _grouped(words[position], words[position + 1], text):
                position += 1
                digits += words[position].form
        value, used = _value(digits, [each.form for each in words[position + 1 : position + 4]])
        position += used
        yield Word(word.start, words[position].end, value, word.capital) if value else word
        position += 1


def _grouped(word: Word, following: Word, text: str) -> bool:
    """Return whether the next word is a group of three digits of the same number: "90 000"."""
    gap = text[word.end : following.start]
    return len(gap) == 1 and gap.isspace() and _GROUP.fullmatch(following.form) is not None


def _value(digits: str, following: Sequence[str]) -> tuple[str, int]:
    """Return a number in one spelling, and how many of the following words belong to it; empty if it is none."""
    found = FIGURE.fullmatch(digits)
    if found is None and following and following[0] in _POWERS:
        found = FIGURE.fullmatch(term(Word(0, len(digits), digits, False)))  # "three million"
    if found is None:
        return "", 0
    sign, number, power, unit = found.groups()
    used = 0
    if power and power not in _POWERS:
        return "", 0
    if not power and following and following[0] in _POWERS and len(following[0]) > 1:
        power, used = following[0], 1
    rest = following[used:]
    if not sign and not unit and rest:
        if rest[0] in _UNITS:
            unit, used = _UNITS[rest[0]], used + 1
        elif list(rest[:2]) == ["per", "cent"]:
            unit, used = "%", used + 2
    value = Decimal(number).scaleb(_POWERS.get(power, 0))
    plain = f"{value:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return (f"{sign}{plain}%" if unit == "%" else f"{sign or unit}{plain}"), used
