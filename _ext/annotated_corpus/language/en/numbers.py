"""Numbers in English words: "thirty-one", "two and a half million", "twenty-first", and what ends a figure, "40m".

Written for this project from general knowledge; the words are in the public domain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType

_ONES = "zero one two three four five six seven eight nine ten eleven twelve".split()
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRST = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()

UNITS: Mapping[str, int] = MappingProxyType({word: value for value, word in enumerate((*_ONES, *_TEENS))})
"""Words for the numbers below twenty."""
TENS: Mapping[str, int] = MappingProxyType({word: 10 * value for value, word in enumerate(_TENS, 2)})
SCALES: Mapping[str, int] = MappingProxyType(
    {
        "hundred": 2,
        "thousand": 3,
        "lakh": 5,
        "lakhs": 5,
        "million": 6,
        "crore": 7,
        "crores": 7,
        "billion": 9,
        "trillion": 12,
    }
)
"""Words that multiply the number before them, as powers of ten."""
SHORT_SCALES: Mapping[str, int] = MappingProxyType(
    {
        "k": 3,
        "m": 6,
        "mn": 6,
        "mln": 6,
        "mio": 6,
        "b": 9,
        "bn": 9,
        "bln": 9,
        "tn": 12,
        "trn": 12,
        "cr": 7,
    }
)
"""The same shortened, directly after a figure ("40m") or, but for those of one letter, a space further on."""
DOZEN = 12
ORDINALS: Mapping[str, int] = MappingProxyType(
    {
        **{word: value for value, word in enumerate(_FIRST, 1)},
        **{f"{word}th": 13 + value for value, word in enumerate(_TEENS)},
        **{f"{word[:-1]}ieth": value for word, value in TENS.items()},
        "hundredth": 100,
        "thousandth": 1000,
    }
)
FRACTIONS: Mapping[str, Decimal] = MappingProxyType(
    {
        "half": Decimal("0.5"),
        "halves": Decimal("0.5"),
        "third": Decimal(1) / 3,
        "quarter": Decimal("0.25"),
        "fourth": Decimal("0.25"),
        "fifth": Decimal("0.2"),
        "sixth": Decimal(1) / 6,
        "eighth": Decimal("0.125"),
        "tenth": Decimal("0.1"),
    }
)
"""Parts of a whole by their singular: "two thirds", "a quarter of"."""
MULTIPLES: Mapping[str, int] = MappingProxyType({"twice": 2, "thrice": 3})


def cardinal(forms: Sequence[str]) -> tuple[Decimal, int] | None:
    """Return the number with which some words begin, and how many of them it takes; None if they begin with none.

    Examples:
        "thirty one boats" is 31 in two words, "two hundred and five" 205 in four, "zero point five" 0.5 in three, "a
        million" 1,000,000 in two, "a dozen" 12; "hundreds" is no number.
    """
    total, part, used = Decimal(0), None, 0
    while used < len(forms):
        form = forms[used]
        if form in UNITS and (part is None or (part % 100 == 0 and part) or (part % 10 == 0 < part % 100)):
            if part is not None and part % 100 and not 0 < UNITS[form] < 10:
                break
            part = (part or Decimal(0)) + UNITS[form]
        elif form in TENS and (part is None or (part % 100 == 0 and part)):
            part = (part or Decimal(0)) + TENS[form]
        elif form in SCALES and (part is not None or _after_article(forms, used)):
            if form == "hundred":
                part = (part or Decimal(1)) * 100
            else:
                total += (part or Decimal(1)).scaleb(SCALES[form])
                part = None
        elif form == "dozen" and (part is not None or _after_article(forms, used) or not used):
            return total + (part or Decimal(1)) * DOZEN, used + 1
        elif (form in ("a", "an") and not used) or (form == "and" and (part or total) and _goes_on(forms, used, part)):
            used += 1
            continue
        else:
            break
        used += 1
    if part is None and not total:
        return None
    value = total + (part or Decimal(0))
    return _with_fraction(value, forms, used)


def _after_article(forms: Sequence[str], used: int) -> bool:
    return used == 1 and forms[0] in ("a", "an")


def _goes_on(forms: Sequence[str], used: int, part: Decimal | None) -> bool:
    """Return whether "and" stands inside a number: "two hundred and five", not "ten and five"."""
    following = forms[used + 1] if used + 1 < len(forms) else ""
    return (part is None or part % 100 == 0) and (following in UNITS or following in TENS)


def _with_fraction(value: Decimal, forms: Sequence[str], used: int) -> tuple[Decimal, int]:
    """Return a number with the part that follows it: "point five", "and a half million"."""
    if forms[used : used + 1] == ["point"]:
        digits = ""
        while used + 1 + len(digits) < len(forms) and UNITS.get(forms[used + 1 + len(digits)], 10) < 10:
            digits += str(UNITS[forms[used + 1 + len(digits)]])
        if digits:
            value, used = value + Decimal(f"0.{digits}"), used + 1 + len(digits)
    elif list(forms[used : used + 3]) in (["and", "a", "half"], ["and", "a", "quarter"], ["and", "one", "half"]):
        value, used = value + FRACTIONS[forms[used + 2]], used + 3
    else:
        return value, used
    if used < len(forms) and SCALES.get(forms[used], 0) > 2:
        value, used = value.scaleb(SCALES[forms[used]]), used + 1
    return value, used


def ordinal(forms: Sequence[str]) -> tuple[int, int] | None:
    """Return the rank with which some words begin, and how many of them it takes: "twenty first" is 21 in two."""
    if not forms:
        return None
    if forms[0] in TENS and forms[1:2] and ORDINALS.get(forms[1], 10) < 10:
        return TENS[forms[0]] + ORDINALS[forms[1]], 2
    return (ORDINALS[forms[0]], 1) if forms[0] in ORDINALS else None
