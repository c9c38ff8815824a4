"""One spelling for what is written in several ways: contractions, and numbers with their unit.

"Don't" is "do not"; "40 million", "40m" and "40 mn" are one number, as are "US$11 billion" and "$11bn", or "90,000"
and "90 000". Words keep their places in the text, so that evidence is shown as it was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotated_corpus.language.en import clock
from annotated_corpus.language.en.measures import PERCENT, POINTS
from annotated_corpus.language.en.quantities import RANK, SCORE, Quantity, quantities
from annotated_corpus.language.en.units import MONEY
from annotated_corpus.language.words import Word

_WHOLE = {"won't": ("will", "not"), "shan't": ("shall", "not"), "can't": ("can", "not"), "cannot": ("can", "not")}
_ENDINGS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "are", "'m": "am"}
_AFTER = {PERCENT: "%", POINTS: "pp"}
_BEFORE = frozenset(MONEY.values())
_AS_WRITTEN = frozenset((RANK, SCORE))
_MINUTE, _HOUR = 60, 3600


def spelled(words: Sequence[Word], text: str) -> tuple[Word, ...]:
    """Return the words of ``text`` in one spelling: contractions in two words, a number and its unit in one."""
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
    """Give the words, those of a quantity as one."""
    left = [(each, form) for each in reversed(quantities(text)) if (form := _form(each, text))]
    done = 0
    for word in words:
        while left and left[-1][0].span.end <= word.start:
            left.pop()
        if word.end <= done:
            continue
        start = max(word.start, done)
        if left and left[-1][0].span.start < word.end:
            quantity, form = left.pop()
            opening, done = max(min(quantity.span.start, start), done), quantity.span.end
            yield Word(opening, done, form, False)
            start = done
        if start == word.start:
            yield word
        elif start < word.end and text[start : word.end].strip("%"):
            yield Word(start, word.end, text[start : word.end].casefold(), False)
        done = max(done, word.end)


def _form(quantity: Quantity, text: str) -> str:
    """Return the one form of a quantity, empty of what is left as it is written: "one", a rank, a range."""
    if quantity.unit in _AS_WRITTEN or quantity.high is not None:
        return ""
    value = quantity.values[0]
    if quantity.unit == clock.UNIT:
        hour, minute = int(value // _HOUR), int(value % _HOUR // _MINUTE)
        return f"{hour}:{minute:02}" + (f":{int(value % _MINUTE):02}" if value % _MINUTE else "")
    if text[quantity.span.start : quantity.span.end].casefold() in ("one", "once", "twice", "thrice"):
        return ""
    plain = f"{value:.9f}".rstrip("0").rstrip(".")
    before = quantity.unit if quantity.unit in _BEFORE else ""
    return f"{before}{plain}{_AFTER.get(quantity.unit, '')}"
