"""Figures that say the same in other words: rounded ("nearly 50,000" for 49,800), or in another unit (miles)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

from annotated_corpus.language.en.spelling import FIGURE
from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import Word

_UNITS = {
    unit: (kind, size)
    for kind, size, forms in (
        ("length", 0.001, "mm millimetre millimetres millimeter millimeters"),
        ("length", 0.01, "cm centimetre centimetres centimeter centimeters"),
        ("length", 0.0254, "inch inches"),
        ("length", 0.3048, "ft foot feet"),
        ("length", 0.9144, "yard yards"),
        ("length", 1.0, "m metre metres meter meters"),
        ("length", 1000.0, "km kilometre kilometres kilometer kilometers"),
        ("length", 1609.344, "mile miles"),
        ("speed", 1.0, "kph kmh"),
        ("speed", 1.609344, "mph"),
        ("speed", 1.852, "knot knots"),
        ("area", 4046.856, "acre acres"),
        ("area", 10000.0, "ha hectare hectares"),
        ("weight", 0.001, "gram grams"),
        ("weight", 0.0283495, "ounce ounces"),
        ("weight", 0.45359, "lb lbs pound pounds"),
        ("weight", 1.0, "kg kilo kilos kilogram kilograms"),
        ("weight", 1000.0, "tonne tonnes ton tons"),
        ("volume", 1.0, "litre litres liter liters"),
        ("volume", 3.785412, "gallon gallons"),
        ("volume", 158.987, "barrel barrels"),
        ("time", 1.0, "minute minutes"),
        ("time", 60.0, "hour hours"),
        ("time", 1440.0, "day days"),
        ("time", 10080.0, "week weeks"),
        ("months", 1.0, "month months"),
        ("months", 12.0, "year years"),
        ("celsius", 1.0, "c celsius centigrade"),
        ("fahrenheit", 1.0, "f fahrenheit"),
    )
    for unit in forms.split()
}
"""Units by their forms: what they measure, and how many of one unit of it they are."""
_SQUARE = {"square": 2, "cubic": 3}
_BELOW = frozenset("nearly almost under below".split())
_ABOVE = frozenset("over above exceeding".split())
_ABOUT = frozenset("about around roughly approximately some circa estimated".split())
_PHRASES = {"more than": _ABOVE, "less than": _BELOW, "fewer than": _BELOW, "close to": _ABOUT}
_ROUNDED = 0.05
"""A figure said to be about another, or given in another unit, is off by at most so much of it."""
_CLOSE = 0.02
_LARGE = 1000
"""Figures from here up are often rounded without a word; 12 dead and 14 are two counts."""
_LARGER = 10_000
_DEGREE = 1.0
_TENTHS = 10
"""A share of more parts than this is rather a count and its year."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a claim: ``value`` in its own ``unit``, ``size`` by which one of that is to be multiplied.

    ``kind`` is what is measured, a sign of money or of percent, or empty. ``hedge`` are the words that say on which
    side of it the true figure lies.
    """

    value: float
    kind: str
    size: float
    hedge: frozenset[str]


def quantity(words: Sequence[Word], position: int) -> Quantity | None:
    """Return the quantity that a word of a claim states, the words being in one spelling; None if it cannot be read."""
    found = FIGURE.fullmatch(term(words[position]))
    if found is None:
        return None
    share = _share([term(word) for word in words[position : position + 4]])
    if share:
        return Quantity(share, "%", 1.0, frozenset())
    sign, number, glued, percent = found.groups()
    following = [word.form for word in words[position + 1 : position + 5]]
    kind, size = (sign or percent, 1.0) if sign or percent else _unit([glued, *following] if glued else following)
    return Quantity(float(number), kind, size, _hedge([word.form for word in words[max(0, position - 2) : position]]))


def _share(terms: Sequence[str]) -> float:
    """Return "four in five" or "two out of three" in percent, 0 if the words are no such share."""
    if len(terms) < 3:
        return 0.0
    whole = terms[2] if terms[1] == "in" else terms[3] if list(terms[1:3]) == ["out", "of"] and terms[3:] else ""
    if not (whole.isdigit() and terms[0].isdigit() and int(terms[0]) < int(whole) <= _TENTHS):
        return 0.0
    return 100 * int(terms[0]) / int(whole)


def _unit(following: Sequence[str]) -> tuple[str, float]:
    rest = [each for each in following if each not in ("degree", "degrees")]
    power = _SQUARE.get(rest[0], 1) if rest else 1
    own = rest[power > 1 :]
    kind, size = _UNITS.get(own[0], ("", 1.0)) if own else ("", 1.0)
    if kind == "length" and (own[1:3] == ["per", "hour"] or own[1:2] in (["h"], ["hr"])):
        return "speed", size / 1000
    if kind == "length" and power > 1:
        return ("area" if power == _SQUARE["square"] else "volume"), size**power * (1 if power == 2 else 1000)
    return kind, size


def _hedge(before: Sequence[str]) -> frozenset[str]:
    phrase = _PHRASES.get(" ".join(before))
    return phrase or next((each for each in (_BELOW, _ABOVE, _ABOUT) if before and before[-1] in each), frozenset())


def same(one: Quantity, two: Quantity) -> bool:
    """Return whether two quantities may be one, rounded or in two units."""
    if {one.kind, two.kind} == {"celsius", "fahrenheit"}:
        cold, warm = (one, two) if one.kind == "celsius" else (two, one)
        return abs(cold.value * 9 / 5 + 32 - warm.value) <= 2 * _DEGREE
    if one.kind and two.kind and one.kind != two.kind:
        return False
    if one.kind == two.kind and one.size != two.size:
        a, b = one.value * one.size, two.value * two.size
        return abs(a - b) <= _ROUNDED * max(a, b)
    return _rounds(one, two) or _rounds(two, one)


def _rounds(exact: Quantity, rounder: Quantity) -> bool:
    """Return whether one figure is what another is rounded to."""
    off = exact.value - rounder.value
    unit = _last_digit(rounder.value)
    if unit <= _last_digit(exact.value) or not rounder.value:
        return not off
    if rounder.hedge:
        wrong = (rounder.hedge is _BELOW and off > 0) or (rounder.hedge is _ABOVE and off < 0)
        return not wrong and abs(off) <= _ROUNDED * rounder.value
    if abs(off) > unit / 2:
        return False
    fine = exact.value != int(exact.value) or (rounder.value >= _LARGER and unit < 10 ** floor(log10(rounder.value)))
    return fine or (rounder.value >= _LARGE and abs(off) <= _CLOSE * rounder.value)


def _last_digit(value: float) -> float:
    """Return the value of the last digit that is not 0: 10,000 for 50,000, 0.1 for 3.5."""
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    whole, _, fraction = digits.partition(".")
    if fraction:
        return float(10 ** -len(fraction))
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.rstrip("0") else 1.0
