"""Whether two quantities may be one: rounded ("nearly 50,000" for 49,800), bounded, or in another unit (miles)."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from math import floor, log10

from annotated_corpus.language.en import clock
from annotated_corpus.language.en.measures import PERCENT, POINTS
from annotated_corpus.language.en.quantities import RANK, SCORE, Quantity
from annotated_corpus.language.en.units import MONEY, Bound

_CONVERTED = 0.05
"""A figure given in another unit is off by at most so much of it, or by half of its last digit."""
_CLOSE = 0.02
_LARGE = 1000
"""Figures from here up are often rounded without a word; 12 dead and 14 are two counts."""
_LARGER = 10_000
_DEGREE = 1.0
_ROUGHLY = (0.05, 0.01)
"""What is about a figure of one or two digits, and of more, is off by at least so much of it."""
_AT_MOST_OFF = 0.2
_FEW_DIGITS = 2
_DAY = 24 * 3600
_FURTHER = 2.0
"""Beyond so many times a bound ("at least two", "up to 400") it is another figure in practice."""
_WELL = 1.05
_EXACT = frozenset((Bound.NONE, Bound.ONLY))
_OPEN = frozenset((Bound.LEAST, Bound.OVER, Bound.WELL_OVER))
"""Where both figures say that there are more, the figures themselves are compared: "at least 17", "at least 23"."""
_DEGREES = frozenset(("celsius", "fahrenheit", "degrees"))


def same(one: Quantity, two: Quantity) -> bool:
    """Return whether two quantities may be one."""
    if clock.UNIT in (one.unit, two.unit):
        return one.unit == two.unit and _one_time(one, two)
    if one.unit != two.unit:
        return {one.unit, two.unit} <= _DEGREES and _one_temperature(one, two)
    if Bound.ALL_BUT in (one.bound, two.bound) and one.bound is not two.bound:
        return False
    if one.unit in (RANK, SCORE):
        return one.values[0] == two.values[0]
    return any(_meet(one, a, two, b) for a, b in product(one.values, two.values))


def against(one: Quantity, two: Quantity) -> bool:
    """Return whether two quantities that are not one can be of the same thing: of one unit, or one number of two.

    Another sum in another currency may be the same converted; "5 percent" and "5 percentage points" are not.
    """
    if one.unit == two.unit:
        return one.unit != clock.UNIT or (one.zone is None) == (two.zone is None)
    if {one.unit, two.unit} == {"celsius", "fahrenheit"}:
        return True
    units = frozenset((one.unit, two.unit))
    if units == {PERCENT, POINTS} or units <= _MONEY:
        return one.values[0] == two.values[0]
    return False


_MONEY = frozenset(MONEY.values())


def _one_time(one: Quantity, two: Quantity) -> bool:
    shift = (0, 0)
    if one.zone is not None and two.zone is not None:
        shift = (one.zone * 60, two.zone * 60)
    return any((a - shift[0] - b + shift[1]) % _DAY == 0 for a, b in product(one.values, two.values))


def _one_temperature(one: Quantity, two: Quantity) -> bool:
    if "degrees" in (one.unit, two.unit):
        return one.values[0] == two.values[0]
    cold, warm = (one, two) if one.unit == "celsius" else (two, one)
    return abs(cold.values[0] * 9 / 5 + 32 - warm.values[0]) <= 2 * _DEGREE


def _meet(one: Quantity, a: float, two: Quantity, b: float) -> bool:
    if one.size == two.size and {one.bound, two.bound} <= _EXACT and one.high is two.high is None:
        return _rounds(a, b) or _rounds(b, a)
    if one.bound in _OPEN and two.bound in _OPEN:
        one, two = replace(one, bound=Bound.ABOUT), replace(two, bound=Bound.NONE)
    low, high = _range(one, a, one.size != two.size)
    bottom, top = _range(two, b, one.size != two.size)
    return low <= top and bottom <= high


def _range(one: Quantity, value: float, converted: bool) -> tuple[float, float]:
    """Return between which amounts of the smallest unit the true figure lies."""
    high = value if one.high is None else one.high
    off = abs(value) * _CONVERTED if converted else 0.0
    if converted:
        off = max(off, min(_last_digit(value) / 2, abs(value) * _AT_MOST_OFF * 2))
    low, high = _bounded(one.bound, value - off, high + off, value)
    return low * one.size, high * one.size


def _bounded(bound: Bound, low: float, high: float, value: float) -> tuple[float, float]:
    size = abs(value)
    digits = f"{value:.6f}".strip("-0.").replace(".", "")
    about = max(min(_last_digit(value) / 2, _AT_MOST_OFF * size), size * _ROUGHLY[len(digits) > _FEW_DIGITS])
    step = max(min(_last_digit(value), _AT_MOST_OFF * size), about)
    if value < 0 and bound not in _EXACT:
        return low - size, high + size  # "more than -5": on which side nobody can tell
    if bound is Bound.ABOUT:
        return low - about, high + about
    if bound is Bound.NEARLY:
        return low - step, high
    if bound is Bound.JUST_OVER:
        return low, high + step
    if bound in (Bound.UNDER, Bound.MOST):
        return low / _FURTHER, high
    if bound in (Bound.OVER, Bound.LEAST):
        return low, high * _FURTHER
    if bound is Bound.WELL_OVER:
        return low * _WELL, high * (_FURTHER + 1)
    return low, high


def _rounds(exact: float, rounder: float) -> bool:
    """Return whether one figure is what another is rounded to without a word."""
    off = exact - rounder
    unit = _last_digit(rounder)
    if unit <= _last_digit(exact) or not rounder or exact * rounder < 0:
        return abs(off) <= 1e-9 * abs(exact)
    if abs(off) > unit / 2:
        return False
    size = abs(rounder)
    fine = exact != int(exact) or (size >= _LARGER and unit < 10 ** floor(log10(size)))
    return fine or (size >= _LARGE and abs(off) <= _CLOSE * size)


def _last_digit(value: float) -> float:
    """Return the value of the last digit that is not 0: 10,000 for 50,000, 0.1 for 3.5."""
    digits = f"{abs(value):.6f}".rstrip("0").rstrip(".")
    whole, _, fraction = digits.partition(".")
    if fraction:
        return float(10 ** -len(fraction))
    return float(10 ** (len(whole) - len(whole.rstrip("0")))) if whole.rstrip("0") else 1.0
