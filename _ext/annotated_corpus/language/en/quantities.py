"""The numbers and quantities of an English text: what each is worth, of what, and which words say so.

A figure that counts nothing (a flight, a road, a year, the number of a picture) is no quantity, and neither is one
of which it is not certain what it is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from annotated_corpus.language.en import clock, units
from annotated_corpus.language.en.dates import written
from annotated_corpus.language.en.function_words import FUNCTION_WORDS
from annotated_corpus.language.en.lexemes import Lexeme, lexemes
from annotated_corpus.language.en.numbers import (
    FRACTIONS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    SHORT_SCALES,
    TENS,
    UNITS,
    cardinal,
    ordinal,
)
from annotated_corpus.language.en.units import Bound
from annotated_corpus.model import Span

PERCENT, POINTS, RANK, AGE, SCORE, TIMES = "%", "percentage points", "rank", "age", "score", "times"
_LOOKED_AT = 12
"""A number in words has at most so many."""
_PHRASE = max(map(len, units.BOUNDS))
_NOUNS = 4
"""What is counted is named within so many words."""
_TENTHS = 10
"""A share of more parts than this is rather a count and its year."""
_OLDEST = 120
_AGED = frozenset(("aged", "age", "ages"))
_YEARS = range(1000, 2101)
_COUNTER = re.compile(r"\s*\d{1,3}(?:/\d{1,3}|[.)])(?=\s+\S)")
"""The number of an item or of a picture, with which a text begins: "1. ", "3/4 "."""
_SCORE = re.compile(r"\s?[-–—]\s?(\d{1,3})(?![\d,.]*\d|[-–—]\w)")
_GAME = frozenset(
    """win won beat beats beaten lose lost defeat defeated defeats draw drew drawn tie tied score scored vote voted votes
    victory loss led lead leads leading margin thrash thrashed edged down ahead level advance result""".split()
)
"""Beside such a word "3-1" is a score; elsewhere it may be anything."""
_RANGE = re.compile(r"\s?(?:[-–—]|to|and|or)\s?(?=[$€£¥₹\w])")
_DENIED = frozenset(("not",))
_NOT_ONE = frozenset("no any every each another which the this that only someone".split())
_NOTHING_COUNTED = frozenset("day time thing point hand way side another".split())
_PEOPLE = frozenset("people persons dead men women troops soldiers homes houses others".split())
"""After such a word "2000" is a number and no year."""
_OF_A_YEAR = frozenset("in since by of from until till during after before to the a this that his her its their".split())
_MORE = frozenset("more other others another additional further extra fewer less".split())
_PLURALS = frozenset("people men women children police dead injured wounded missing sheep fish teeth feet".split())


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with what it says.

    Attributes:
        span: the figure: minus, sign of money, digits or words, power, "dollars", "percent".
        whole: the same with its bound and unit: "well over two billion euros".
        values: what it may be worth in its unit, the likeliest first; of a score the two numbers as one.
        unit: what is measured ("length"), a sign of money, one of the constants of this module, or empty of a count.
        size: how many of the smallest unit of that kind one is.
        bound: on which side of it the true figure lies.
        high: the upper end of a range ("10 to 12"), else None.
        counted: the words that name what is counted, the noun last; empty where no noun follows.
        of: of how many it is a part: 40 of "12 of the 40".
        total: whether it is such a whole itself.
        more: whether it counts what comes on top ("two others"), of which there may be any number.
        zone: minutes east of Greenwich of a time of day, None where none is given.
    """

    span: Span
    whole: Span
    values: tuple[float, ...]
    unit: str = ""
    size: float = 1.0
    bound: Bound = Bound.NONE
    high: float | None = None
    counted: tuple[str, ...] = ()
    of: float | None = None
    total: bool = False
    more: bool = False
    zone: int | None = None


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; dates, years and numbers that are names are none.

    Examples:
        "well over two billion euros" is one: 2,000,000,000 of "€", bound "well over"; "Flight 447" is none; "12 of the
        40 workers" are two, 12 and 40 workers.
    """
    return tuple(_Reader(text).read())


class _Reader:
    """One text on its way to quantities: the figures and words of it, and how far it is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = lexemes(text)
        self.forms = [each.form for each in self.all]
        counter = _COUNTER.match(text)
        self.begin = counter.end() if counter else 0
        self.dated = written(text)

    def read(self) -> Iterator[Quantity]:
        position = 0
        whole_of: float | None = None
        while position < len(self.all):
            each = self.all[position]
            if each.start < self.begin or self._is_dated(each):
                position += 1
                continue
            made = self._at(position)
            if made is None:
                position += 1
                continue
            quantity, position = made
            if quantity is None:
                continue
            if whole_of is not None and quantity.span.start == whole_of:
                quantity = replace(quantity, total=True)
            whole_of = None
            if quantity.unit == "" and (total := self._total(position)):
                start, value = total
                whole_of = start
                rest = value - quantity.values[0]
                if quantity.bound is Bound.ALL_BUT and rest > 0:
                    quantity = replace(quantity, values=(rest,), bound=Bound.NONE)
                quantity = replace(quantity, of=value, counted=quantity.counted or self._counted_after(start))
            yield quantity

    def _is_dated(self, each: Lexeme) -> bool:
        """Return whether a figure or a word belongs to a date; the dates before it are done with."""
        while self.dated and self.dated[0].end <= each.start:
            self.dated = self.dated[1:]
        return bool(self.dated) and self.dated[0].start < each.end

    def _at(self, position: int) -> tuple[Quantity | None, int] | None:
        """Return the quantity that begins at a position, None if it is no quantity, and where to go on."""
        each = self.all[position]
        if time := clock.read(self.text, each, self.all[position + 1 :position + 3]):
            span = Span(each.start, time.end)
            following = next((n for n in range(position, len(self.all)) if self.all[n].start >= time.end), len(self.all))
            return Quantity(span, span, time.seconds, clock.UNIT, zone=time.zone), following
        if not each.figure and each.form not in _OPENING:
            return None
        made = self._rank(position) or self._share(position) or self._multiple(position) or self._number(position)
        if made is None and each.figure:
            return None, position + 1
        return made

    def _gap(self, position: int) -> str:
        """Return what stands before a lexeme, after the one before it."""
        return self.text[self.all[position - 1].end : self.all[position].start] if position else ""

    def _joined(self, position: int) -> bool:
        """Return whether only a space or a hyphen parts a lexeme from the one before it."""
        return 0 < position < len(self.all) and self._gap(position) in ("", " ", "-", "\u00a0", "\n", "‑")

    def _run(self, position: int) -> list[str]:
        """Return the forms from a position on that no mark parts."""
        end = position + 1
        while end < min(len(self.all), position + _LOOKED_AT) and self._joined(end):
            end += 1
        return self.forms[position:end]

    def _rank(self, position: int) -> tuple[Quantity, int] | None:
        each = self.all[position]
        used = 1
        if each.figure:
            following = self.all[position + 1 : position + 2]
            if not each.values or not following or following[0].form not in ("st", "nd", "rd", "th"):
                return None
            if following[0].start != each.end or each.values[0] != int(each.values[0]):
                return None
            value, used = int(each.values[0]), 2
        else:
            found = ordinal(self._run(position))
            if found is None:
                return None
            value, used = found
            if each.form == "second" and position and self.all[position - 1].figure:
                return None
        end = position + used
        if each.form in FRACTIONS and position and self.forms[position - 1] in ("a", "one"):
            return None
        span = Span(each.start, self.all[end - 1].end)
        return Quantity(span, span, (float(value),), RANK, counted=self._counted(end)), end

    def _share(self, position: int) -> tuple[Quantity, int] | None:
        """Return a part of a whole in percent: "four in five", "two thirds of", "half of", "3/4 of"."""
        forms = self._run(position)
        one = self._small(position)
        value, used = 0.0, 0
        if one and forms[1:2] == ["in"] and len(forms) > 2 and (whole := self._small(position + 2)):
            value, used = 100 * one / whole if one < whole <= _TENTHS else 0, 3
        elif one and forms[1:3] == ["out", "of"] and len(forms) > 3 and (whole := self._small(position + 3)):
            value, used = 100 * one / whole if one < whole <= _TENTHS else 0, 4
        elif self.all[position].slash and forms[1:2] == ["of"]:
            value, used = 100 * float(self.all[position].values[0]), 1
        elif len(forms) > 1 and (part := FRACTIONS.get(forms[1].removesuffix("s") if forms[1] != "halves" else "half")):
            number = 1.0 if forms[0] in ("a", "one") else one
            if number and (self._gap(position + 1) == "-" or forms[2:3] == ["of"]) and forms[2:3] != ["hour"]:
                value, used = 100 * number * float(part), 2
        elif forms[0] == "half" and (forms[1:2] == ["of"] or forms[1:2] in (["the"], ["its"], ["their"], ["his"])):
            value, used = 50.0, 1
        if not 0 < value < 100:
            return None
        return self._made(position, position + used, (value,), PERCENT, 1.0)

    def _small(self, position: int) -> float:
        """Return the whole number below twenty that a lexeme is, else 0."""
        each = self.all[position]
        if each.figure:
            return float(each.values[0]) if each.values and each.values[0] == int(each.values[0]) else 0.0
        return float(UNITS.get(each.form, 0))

    def _multiple(self, position: int) -> tuple[Quantity, int] | None:
        value = MULTIPLES.get(self.forms[position])
        return self._made(position, position + 1, (float(value),), TIMES, 1.0) if value else None

    def _number(self, position: int) -> tuple[Quantity | None, int] | None:
        each = self.all[position]
        if each.figure:
            if each.named or not each.values:
                return None
            if each.slash and self.forms[position + 1 : position + 2] not in (["mile"], ["miles"], ["cup"], ["inch"]):
                return None
            if score := self._score(position):
                return score
            values, end = list(each.values), position + 1
        else:
            found = self._in_words(position)
            if found is None:
                return None
            values, end = [found[0]], position + found[1]
        power, end = self._power(position, end)
        if power and each.figure and len(values) > 1:
            values = [min(values, key=abs)]  # "1.500 million" is one and a half
        values = [value.scaleb(power) for value in values]
        start = each.start
        money, opening = self._money_before(position, start)
        unit, size, last = self._unit(position, end, power, money)
        if unit is None:
            return None, end
        if not unit and self._is_name(position, end, each, power):
            return None, end
        if opening < start and self.text[opening - 1 : opening] in tuple("-−"):
            if not self.text[max(0, opening - 2) : opening - 1].strip(" (“\""):
                opening, values = opening - 1, [-value for value in values]
        if position and self.forms[position - 1] in ("minus", "negative") and self._gap(position) == " ":
            opening, values = self.all[position - 1].start, [-value for value in values]
        return self._made(position, end, tuple(map(float, values)), unit, size, opening, last)

    def _in_words(self, position: int) -> tuple[Decimal, int] | None:
        forms = self._run(position)
        if forms[0] == "half":
            if forms[1:2] == ["a"] and forms[2:3] and forms[2] in SCALES:
                return Decimal("0.5").scaleb(SCALES[forms[2]]), 3
            return None
        found = cardinal(forms)
        if found is None:
            return None
        value, used = found
        if forms[0] == "one" and used == 1 and not self._counts_one(position):
            return None
        return value, used

    def _counts_one(self, position: int) -> bool:
        """Return whether "one" is a number: "one of the boats", "one boat", not "the one who", "one day"."""
        before = self.forms[position - 1] if position else ""
        following = self.forms[position + 1] if position + 1 < len(self.all) and self._joined(position + 1) else ""
        if before in _NOT_ONE or following in _NOTHING_COUNTED or not following:
            return False
        return following == "of" or following not in FUNCTION_WORDS

    def _power(self, position: int, end: int) -> tuple[int, int]:
        """Return the power of ten that follows a figure ("20m", "two billion"), and where to go on."""
        if end >= len(self.all) or not self.all[position].figure:
            return 0, end
        following = self.all[end]
        glued = following.start == self.all[end - 1].end
        if following.form in SCALES and self._joined(end):
            power = SCALES[following.form]
            if self.forms[end + 1 : end + 2] == ["million"] and power < SCALES["million"] and self._joined(end + 1):
                return power + SCALES["million"], end + 2
            return power, end + 1
        if following.form not in SHORT_SCALES or not self._joined(end):
            return 0, end
        if following.form == "m" and glued and self._is_length(end):
            return 0, end
        return (SHORT_SCALES[following.form], end + 1) if glued or len(following.form) > 1 else (0, end)

    def _is_length(self, end: int) -> bool:
        return bool(units.ALONG.intersection(self.forms[end + 1 : end + 3])) and not self._is_money(end - 1)

    def _is_money(self, position: int) -> bool:
        return self.text[self.all[position].start - 1 : self.all[position].start] in tuple(units.SIGNS)

    def _money_before(self, position: int, start: int) -> tuple[str, int]:
        """Return the money that stands before a figure, if any, and where it begins: "US$", "€", "dlrs", "USD"."""
        sign = self.text[start - 1 : start] if start else ""
        if sign not in units.SIGNS and start > 1 and self.text[start - 2] in units.SIGNS and sign == " ":
            start, sign = start - 1, self.text[start - 2]
        if sign and sign in units.SIGNS:
            if position and self.all[position - 1].end == start - 1 and self.forms[position - 1] in units.COUNTRIES:
                country = self.forms[position - 1]
                prefix = "" if country in units.AMERICAN else country[:2].upper().removesuffix("U").removesuffix("K")
                return prefix + units.SIGNS[sign], self.all[position - 1].start
            return units.SIGNS[sign], start - 1
        before = self.all[position - 1] if position else None
        if before and self._gap(position) in ("", " ") and before.form in units.MONEY:
            if len(before.form) <= 4 and before.form not in ("yen", "cent", "buck"):
                return units.MONEY[before.form], before.start
        return "", start

    def _unit(self, position: int, end: int, power: int, money: str) -> tuple[str | None, float, int]:
        """Return what a figure is of, the size of one, and the lexeme after the unit; None if a name is glued to it."""
        if money:
            return money, 1.0, end
        here = self.text[self.all[end - 1].end : self.all[end - 1].end + 2]
        if here.strip(" \u00a0").startswith("%"):
            return (POINTS if self._are_points(end) else PERCENT), 1.0, end + self._are_points(end)
        if self._sign_after(self.all[end - 1].end):
            return units.SIGNS[here[0]], 1.0, end
        if here[:1] == "°" or here == " °":
            letter = self.forms[end] if end < len(self.all) else ""
            kind, size = units.GLUED.get(letter, units.MEASURES.get(letter, ("degrees", 1.0)))
            return kind, size, end + (kind != "degrees")
        if end >= len(self.all):
            return "", 1.0, end
        following = self.all[end]
        glued = following.start == self.all[end - 1].end
        if not self._joined(end):
            return "", 1.0, end
        form = following.form
        if form in ("percent", "pct", "pc") or self.forms[end : end + 2] == ["per", "cent"]:
            last = end + (2 if form == "per" else 1)
            return (POINTS if self._are_points(last) else PERCENT), 1.0, last + self._are_points(last)
        if form == "percentage" and self.forms[end + 1 : end + 2] in (["point"], ["points"]):
            return POINTS, 1.0, end + 2
        if form in ("point", "points") and self._gap(end) == " ":
            return POINTS, 1.0, end + 1
        if self.forms[end : end + 2] in (["basis", "point"], ["basis", "points"]):
            return "basis points", 1.0, end + 2
        if (form in units.AMERICAN or following.capital) and self.forms[end + 1 : end + 2]:
            name = self.forms[end + 1]
            if name in ("dollars", "dollar", "pounds", "francs", "crowns") and self._joined(end + 1):
                american = form in (*units.AMERICAN, "american")
                return ("" if american else form[:2].upper()) + units.MONEY[name], 1.0, end + 2
        if form in units.MONEY and self._gap(end) != "-":
            if form in ("pound", "pounds") and (self.forms[end + 1 : end + 2] == ["of"] and not power):
                return "weight", 0.45359, end + 1
            return units.MONEY[form], 1.0, end + 1
        return self._measure(position, end, glued)

    def _sign_after(self, place: int) -> bool:
        """Return whether a sign of money follows a figure, and belongs to no other."""
        following = self.text[place : place + 2]
        return following[:1] in tuple(units.SIGNS) and not following[1:2].isdigit()

    def _are_points(self, position: int) -> int:
        following = self.forms[position : position + 1]
        return int(following in (["point"], ["points"]) and self._joined(position))

    def _measure(self, position: int, end: int, glued: bool) -> tuple[str | None, float, int]:
        first = end + (self.forms[end] in ("degree", "degrees"))
        power = units.POWERS.get(self.forms[first], 1) if first < len(self.all) else 1
        first += power > 1
        form = self.forms[first] if first < len(self.all) and self._joined(first) else ""
        kind, size = units.MEASURES.get(form, ("", 1.0))
        if form == "m" and glued and not self._is_length(end):
            kind = ""
        if not kind and glued:
            kind, size = units.GLUED.get(form, ("", 1.0))
        if not kind:
            if first > end and power == 1:
                return "degrees", 1.0, first
            if not glued:
                return "", 1.0, end
            # "747s", "3D": letters that are no unit make it a name
            return None, 1.0, end
        if kind == "length" and self._per_hour(first + 1):
            return "speed", size / 1000, first + self._per_hour(first + 1) + 1
        if kind == "length" and power > 1:
            return ("area" if power == 2 else "volume"), size**power * (1 if power == 2 else 1000), first + 1
        if kind in ("months", "time") and self._is_age(position, first + 1):
            return AGE, 1.0, first + 2
        return kind, size, first + 1

    def _per_hour(self, position: int) -> int:
        if self.forms[position : position + 2] in (["per", "hour"], ["an", "hour"]):
            return 2
        return int(self.forms[position : position + 1] in (["h"], ["hr"]) and self._gap(position) == "/")

    def _is_age(self, position: int, after: int) -> bool:
        """Return whether "old" follows a unit of years: "23-year-old", "75 years old"."""
        del position
        return self.forms[after : after + 1] == ["old"] and self._joined(after)

    def _is_name(self, position: int, end: int, each: Lexeme, power: int) -> bool:
        """Return whether a figure without a unit is a name, a year, or said to be another's: "Flight 447", "2019"."""
        before = self.all[position - 1] if position else None
        gap = self._gap(position)
        if before is not None and not power:
            if each.figure and gap in (" ", "-", " #", "") and before.form in units.NAMED:
                return True
            if each.figure and gap in ("-", "") and not before.figure:
                return True
            counted = self._counted(end)
            people = bool(counted) and counted[-1] in _PEOPLE
            if each.figure and gap == " " and before.capital and position > 1 and not people:
                return not self._bound(position)[1] and before.form not in FUNCTION_WORDS and before.form not in _DAYS
        if each.figure and not power and self.text[each.start : each.end].isdigit() and int(each.values[0]) in _YEARS:
            if each.end - each.start == 4:
                return not self._is_amount(position, end)
        return False

    def _is_amount(self, position: int, end: int) -> bool:
        """Return whether four digits are an amount and no year: "about 1900 homes"."""
        if self._bound(position)[1] and self.forms[position - 1] not in ("over", "around", "about", "before", "only"):
            return bool(self._counted(end))
        counted = self._counted(end)
        before = self.forms[position - 1] if position else ""
        return bool(counted) and counted[-1] in _PEOPLE and before not in _OF_A_YEAR

    def _score(self, position: int) -> tuple[Quantity | None, int] | None:
        """Return "3-1" beside a word of a game or a vote, as one number; None where the figure is no part of a pair."""
        each = self.all[position]
        found = _SCORE.match(self.text, each.end)
        if not found or each.values[0] != int(each.values[0]) or each.values[0] > 999 or "." in self.text[each.start:each.end]:
            return None
        own, other = int(each.values[0]), int(found[1])
        near = self.forms[max(0, position - 4) : position + 6]
        end = position + 2
        if not _GAME.isdisjoint(near):
            span = Span(each.start, found.end())
            return Quantity(span, span, (own * 1000.0 + other,), SCORE), end
        return (None, end) if own >= other else None

    def _bound(self, position: int) -> tuple[Bound, int]:
        """Return the bound that stands before a lexeme, and how many lexemes it takes."""
        last = position
        for length in range(_PHRASE, 0, -1):
            if length > last:
                continue
            phrase = tuple(self.forms[last - length : last])
            if phrase in units.BOUNDS and all(self._joined(n) for n in range(last - length + 1, last)):
                return units.BOUNDS[phrase], length
        return Bound.NONE, 0

    def _made(
        self,
        position: int,
        end: int,
        values: tuple[float, ...],
        unit: str,
        size: float,
        opening: int | None = None,
        last: int | None = None,
    ) -> tuple[Quantity | None, int]:
        """Return a quantity with its bound and what it counts; None if the text says that it is another's."""
        last = end if last is None else last
        opening = self.all[position].start if opening is None else opening
        first = position
        while first and self.all[first - 1].start >= opening:
            first -= 1
        bound, length = self._bound(first)
        start = self.all[first - length].start if length else opening
        if first and self.forms[first - 1] in _DENIED:
            return None, last
        if self._is_former(first - length):
            return None, last
        close = self.all[last - 1].end
        if self.text[close : close + 1] == "%":
            close += 1
        elif self.text[close : close + 2] == " %":
            close += 2
        elif self._sign_after(close):
            close += 1
        core = close if unit in (PERCENT, POINTS) or unit in units.MONEY.values() else self.all[end - 1].end
        for phrase, after in units.AFTER.items():
            if tuple(self.forms[last : last + len(phrase)]) == phrase and self._joined(last):
                bound, close = after, self.all[last + len(phrase) - 1].end
                last += len(phrase)
        if self.text[close : close + 1] == "+":
            bound, close = Bound.LEAST, close + 1
        if not unit and self._is_bare_age(first, end, values[0]):
            unit = AGE
            if self.forms[first - 1] in _AGED:
                start = self.all[first - 1].start
        more = bool(first - length and self.forms[first - length - 1] in ("another", "other", "further", "additional"))
        more = more or (last < len(self.all) and self._joined(last) and self.forms[last] in _MORE)
        made = Quantity(
            Span(opening, core), Span(start, close), values, unit, size, bound, counted=self._counted(last), more=more
        )
        return self._with_range(made, end, last)

    def _with_range(self, made: Quantity, end: int, last: int) -> tuple[Quantity | None, int]:
        """Return a quantity as far as the upper end of its range, if it is one: "10 to 12 boats", "13-18"."""
        joint = _RANGE.match(self.text, made.span.end)
        if joint is None or last >= len(self.all) or made.unit == SCORE:
            return made, last
        if joint[0].strip() in ("and", "or") and not self._between(made):
            return made, last
        place = next((n for n in range(end, min(end + 3, len(self.all))) if self.all[n].start >= joint.end()), None)
        if place is None or joint.end() < self.all[place].start - 1:
            return made, last
        if not (self.all[place].figure or self.forms[place] in _OPENING):
            return made, last
        other = self._number(place)
        if other is None or other[0] is None:
            return None, place + 1
        upper, following = other
        assert upper is not None
        if upper.unit != made.unit and made.unit:
            return made, last
        low = made.values[0] * (1 if made.unit else _scale_like(made.values[0], upper.values[0]))
        if low >= upper.values[0]:
            return None, following
        span = Span(made.span.start, upper.span.end)
        return (
            replace(upper, span=span, whole=Span(made.whole.start, upper.whole.end), values=(low,), high=upper.values[0]),
            following,
        )

    def _between(self, made: Quantity) -> bool:
        return self.text[max(0, made.whole.start - 8) : made.whole.start].casefold().endswith("between ")

    def _is_bare_age(self, first: int, end: int, value: float) -> bool:
        """Return whether a number is an age: "Lind, 75, served", "aged 12"."""
        if not 0 < value <= _OLDEST or value != int(value) or not first:
            return False
        before = self.all[first - 1]
        if before.form in _AGED:
            return True
        after = self.text[self.all[end - 1].end : self.all[end - 1].end + 1]
        return before.capital and self._gap(first) == ", " and after in ("", ",", ".", ";", ")", "”")

    def _is_former(self, position: int) -> bool:
        """Return whether what stands before a figure says that it is not the one told of: "down from 40"."""
        if position <= 0:
            return False
        near = self.forms[max(0, position - 2) : position]
        return near[-1] in units.FORMER or tuple(near) in units.FORMER_PHRASES or (
            len(near) > 1 and near[-1] == "of" and near[0] in units.FORMER
        )

    def _counted(self, position: int) -> tuple[str, ...]:
        """Return the words of what is counted, the noun last: "Ukrainian soldiers"; "of the" is stepped over."""
        forms: list[str] = []
        if self.forms[position : position + 1] == ["of"] and self._joined(position):
            position += 1
            while position < len(self.all) and self.forms[position] in ("the", "its", "his", "her", "their", "those", "these"):
                position += 1
            if position < len(self.all) and (self.forms[position] in FUNCTION_WORDS or self.all[position].figure):
                return ()
        while position < len(self.all) and len(forms) < _NOUNS and self._joined(position):
            each = self.all[position]
            if each.figure or (each.form in FUNCTION_WORDS and each.form not in _MORE):
                break
            if each.form in UNITS or each.form in TENS:
                break
            if each.form not in _MORE:
                forms.append(each.form)
            if is_plural(each.form):
                break
            position += 1
        return tuple(forms)

    def _counted_after(self, start: float) -> tuple[str, ...]:
        place = next(n for n, each in enumerate(self.all) if each.start >= start)
        found = self._number(place)
        return found[0].counted if found and found[0] else ()

    def _total(self, position: int) -> tuple[int, float] | None:
        """Return where the whole stands of which a figure is a part, and what it is worth: "12 of the 40"."""
        if self.forms[position : position + 1] != ["of"]:
            return None
        place = position + 1
        while place < len(self.all) and self.forms[place] in ("the", "its", "his", "her", "their", "all", "those"):
            place += 1
        if place >= len(self.all) or not (self.all[place].figure or self.forms[place] in _OPENING):
            return None
        found = self._number(place)
        if not found or found[0] is None or found[0].unit:
            return None
        return found[0].span.start, found[0].values[0]


def is_plural(form: str) -> bool:
    """Return whether a word looks like the plural of a noun: "boats", "people", not "glass"."""
    return form in _PLURALS or (len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is")))


def _scale_like(low: float, high: float) -> float:
    """Return the power that the lower end of a range shares with the upper: "2 to 3 million"."""
    for power in (1e9, 1e6, 1e3):
        if high >= power > low and high / power > low:
            return power
    return 1.0


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_OPENING = frozenset((*UNITS, *TENS, *MULTIPLES, *ORDINALS, *SCALES, "a", "half", "dozen"))
