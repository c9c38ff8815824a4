"""Numerals: figures as any language writes them, with their place and the values that they may have.

What a figure is worth is often, not always, certain: "12'500" and "1.234.567" are; "12.500" is twelve and a half to
one reader and twelve thousand five hundred to another, so it has both values. What is no amount at all ("3.1.2",
"007", a megabyte of digits) has none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

_THIN = "\u00a0\u2009\u202f"
"""Spaces that part groups of digits and are no end of a number."""
_FRACTIONS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_RUN = re.compile(rf"\d+(?:[.,'’{_THIN}]\d+)*|[{_FRACTIONS}]")
_SPACED = re.compile(r"(?: \d{3}){1,4}(?![.,]?\d| \d)")
"""Groups that a plain space parts: "1 200 000"."""
_IN_A_ROW = re.compile(r"\d ")
"""Before a number it says that numbers stand in a row."""
_PARTS = re.compile(rf"[.,'’{_THIN}]")
_VULGAR = re.compile(rf" ?([{_FRACTIONS}])|[ -]([1-9])/([1-9]\d?)(?![\d/])")
"""What makes a mixed number of a whole one: "2½", "2 1/2"."""
_ALONE = re.compile(r"([1-9])/([1-9]\d?)(?![\d/])")
_MINUS = "-\u2212"
_BEFORE_MINUS = re.compile(r"[\s(\[“\"‘'$€£¥₹]")
_GROUP = 3
_LONGEST = 15
"""A number of more digits is a name (of an account, a parcel), and no float holds it exactly."""
_MANY = 64
"""Signs that the longest amount may have; a longer run is not looked into."""


class Numeral(NamedTuple):
    """A figure of a text: its place, sign of minus included, and the values that it may have, the likeliest first.

    ``slash`` says that it is written as a fraction of two numbers ("3/4"), which may as well be a date or a counter.
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    slash: bool = False


@lru_cache(maxsize=4096)
def numerals(text: str) -> tuple[Numeral, ...]:
    """Return the figures of a text in order.

    Example:
        "fell to -1 200,5" has one, worth -1200.5; "2½ of 12.500" has 2.5, and 12500 or 12.5.
    """
    return tuple(_numerals(text))


def _numerals(text: str) -> Iterator[Numeral]:
    done = 0
    for found in _RUN.finditer(text):
        start, end = found.span()
        if start < done:
            continue
        if end - start > _MANY:
            yield Numeral(start, end, ())
            continue
        values, slash = _values(found[0]), False
        grouping = (
            found[0].isdigit() and len(found[0]) <= _GROUP and not (start > 1 and _IN_A_ROW.match(text, start - 2))
        )
        if grouping and (spaced := _SPACED.match(text, end)):
            if len(spaced[0]) <= _MANY and not found[0].startswith("0"):
                values, end = (Decimal(found[0] + spaced[0].replace(" ", "")),), spaced.end()
        elif found[0].isdigit() and (alone := _ALONE.match(text, start)) and text[start - 1 : start] != "/":
            values, end, slash = _quotient(alone[1], alone[2]), alone.end(), True
        elif found[0].isdigit() and values and (vulgar := _VULGAR.match(text, end)):
            parts = _fraction(vulgar[1]) if vulgar[1] else _quotient(vulgar[2], vulgar[3])
            values, end = tuple(values[0] + part for part in parts), vulgar.end()
        elif text[start - 1 : start] == "." and found[0].isdigit() and not text[start - 2 : start - 1].strip():
            start, values = start - 1, (Decimal(f"0.{found[0]}"),)  # ".5"
        done = end
        if text[start - 1 : start] in tuple(_MINUS) and (start < 2 or _BEFORE_MINUS.match(text, start - 2)):
            start, values = start - 1, tuple(-value for value in values)
        yield Numeral(start, end, values, slash)


def _values(run: str) -> tuple[Decimal, ...]:
    """Return what digits with separators may be worth."""
    if run in _FRACTIONS:
        return _fraction(run)
    parts = _PARTS.split(run)
    signs = set(run) - set("".join(parts))
    if len(run) - len(parts) + 1 > _LONGEST or (len(parts[0]) > 1 and parts[0].startswith("0")):
        return ()
    if len(parts) == 1:
        return (Decimal(run),)
    grouped = Decimal("".join(parts)) if _are_groups(parts) and parts[0] != "0" else None
    if len(signs) > 1:
        return _mixed(parts, run[-len(parts[-1]) - 1], run)
    sign = signs.pop()
    if sign not in ".,":
        return () if grouped is None else (grouped,)
    if len(parts) > 2:
        return () if grouped is None else (grouped,)
    fraction = Decimal(f"{parts[0]}.{parts[1]}")
    if grouped is None:
        return (fraction,)
    if sign == ",":
        return (grouped,)
    # three decimals of which the last is nought are rarely written
    return (grouped, fraction) if parts[1].endswith("0") else (fraction, grouped)


def _mixed(parts: list[str], last: str, run: str) -> tuple[Decimal, ...]:
    """Return the value of groups and a fraction, "1.234,56" or "1,234.56"; none if it is not written so."""
    if last not in ".," or run.count(last) != 1 or not _are_groups(parts[:-1]):
        return ()
    return (Decimal(f"{''.join(parts[:-1])}.{parts[-1]}"),)


def _are_groups(parts: list[str]) -> bool:
    """Return whether digits are grouped by thousands, or as in India by hundreds from the second group on."""
    first, *middle, last = parts if len(parts) > 1 else [parts[0], ""]
    if len(last) != _GROUP or not first:
        return len(parts) == 1 and len(first) <= _GROUP
    if len(first) <= _GROUP and all(len(part) == _GROUP for part in middle):
        return True
    return bool(middle) and len(first) <= 2 and all(len(part) == 2 for part in middle)


def _fraction(sign: str) -> tuple[Decimal, ...]:
    return (Decimal(str(unicodedata.numeric(sign))),)


def _quotient(above: str, below: str) -> tuple[Decimal, ...]:
    return (Decimal(above) / Decimal(below),) if int(above) < int(below) else ()
