"""The numbers and quantities of an English text: what each is worth, of what, and which words say so.

A figure that counts nothing (a flight, a road, a year, the number of a picture) is no quantity, and neither is one
of which it is not certain what it is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from annotated_corpus.language.en import clock, units
from annotated_corpus.language.en.dates import written
from annotated_corpus.language.en.lexemes import Lexeme, lexemes
from annotated_corpus.language.en.measures import AGE, PERCENT, POINTS, Measures
from annotated_corpus.language.en.numbers import (
    DOZEN,
    FRACTIONS,
    MULTIPLES,
    ORDINALS,
    SCALES,
    TENS,
    UNITS,
    cardinal,
    ordinal,
)
from annotated_corpus.language.en.sentence import MORE
from annotated_corpus.language.en.small_words import FUNCTION_WORDS
from annotated_corpus.language.en.units import Bound
from annotated_corpus.model import Span

RANK, SCORE, TIMES = "rank", "score", "times"
_SENTENCE = 4000
"""A text of more words is no sentence, but a table or worse."""
_TENTHS = 10
"""A share of more parts than this is rather a count and its year."""
_OLDEST = 120
_AGED = frozenset(("aged", "age", "ages"))
_YEARS = range(1000, 2101)
_COUNTER = re.compile(r"\s*\d{1,3}(?:/\d{1,3}|[.)])(?=\s+\S)")
"""The number of an item or of a picture, with which a text begins: "1. ", "3/4 "."""
_SCORE = re.compile(r"\s?[-–—]\s?(\d{1,3})(?![\d,.]*\d|[-–—]\w)")
_GAME = frozenset(
    """win won beat beats beaten lose lost defeat defeated defeats draw drew drawn tie tied score scored vote voted
    votes victory loss led lead leads leading margin thrash thrashed edged down ahead level advance result""".split()
)
"""Beside such a word "3-1" is a score; elsewhere it may be anything."""
_RANGE = re.compile(r"\s?(?:[-–—]|to|and|or)\s?(?=[$€£¥₹\w])")
_MINUS_BEFORE = re.compile(r"(?:^|[\s(“\"])[-−]$")
_PARTS = [["thirds"], ["quarters"], ["halves"], ["fifths"], ["tenths"]]
_DENIED = frozenset(("not",))
_NOT_ONE = frozenset("no any every each another which the this that only someone".split())
_NOTHING_COUNTED = frozenset("day time thing point hand way side another".split())
_PEOPLE = frozenset("people persons dead men women troops soldiers homes houses others".split())
"""After such a word "2000" is a number and no year."""
_OF_A_YEAR = frozenset(
    "in since by of from until till during after before to the a this that his her its their".split()
)


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
        40 workers" are 12 workers and 40.
    """
    return tuple(_Reader(text).read()) if len(lexemes(text)) <= _SENTENCE else ()


_Read = tuple[Quantity | None, int]
"""What begins at a lexeme, None if it is no quantity, and the lexeme at which to go on."""


class _Reader(Measures):
    """One text on its way to quantities: the figures and words of it, and how far it is read."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        counter = _COUNTER.match(text)
        self.begin = counter.end() if counter else 0
        self.dated = list(reversed(written(text)))

    def read(self) -> Iterator[Quantity]:
        position = 0
        whole_of: int | None = None
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
                quantity = replace(quantity, of=value, counted=quantity.counted or self._counted_after(position, start))
            yield quantity

    def _is_dated(self, each: Lexeme) -> bool:
        """Return whether a figure or a word belongs to a date; the dates before it are done with."""
        while self.dated and self.dated[-1].end <= each.start:
            self.dated.pop()
        return bool(self.dated) and self.dated[-1].start < each.end

    def _at(self, position: int) -> _Read | None:
        """Return the quantity that begins at a position, None if it is no quantity, and where to go on."""
        each = self.all[position]
        if time := clock.read(self.text, each, self.all[position + 1 : position + 3]):
            span = Span(each.start, time.end)
            following = next(
                (n for n in range(position, len(self.all)) if self.all[n].start >= time.end), len(self.all)
            )
            return Quantity(span, span, time.seconds, clock.UNIT, zone=time.zone), following
        if not each.figure and each.form not in _OPENING:
            return None
        made = self._rank(position) or self._share(position) or self._multiple(position) or self._number(position)
        if made is None and each.figure:
            return None, position + 1
        return made

    def _rank(self, position: int) -> _Read | None:
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
            found = ordinal(self.run(position))
            if found is None:
                return None
            value, used = found
            if each.form == "second" and position and self.all[position - 1].figure:
                return None
        end = position + used
        if each.form in FRACTIONS and position and self.forms[position - 1] in ("a", "one"):
            return None
        span = Span(each.start, self.all[end - 1].end)
        return Quantity(span, span, (float(value),), RANK, counted=self.counted(end)), end

    def _share(self, position: int) -> _Read | None:
        """Return a part of a whole in percent: "four in five", "two thirds of", "half of", "3/4 of"."""
        forms = self.run(position)
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
            if number and (self.gap(position + 1) == "-" or forms[2:3] == ["of"]) and forms[2:3] != ["hour"]:
                value, used = 100 * number * float(part), 2
        elif (
            forms[0] == "half" and (forms[1:2] == ["of"] or forms[1:2] in (["the"], ["its"], ["their"], ["his"]))
        ) or (forms[0] == "half" and forms[1:2] in (["a"], ["an"])):
            value, used = 50.0, 1
        if not 0 < value < 100:
            return None
        end = position + used
        return self._part(position, end, value / 100) or self._made(position, end, (value,), PERCENT, 1.0)

    def _part(self, position: int, end: int, part: float) -> _Read | None:
        """Return a part of one unit or power: "three quarters of an hour", "half a mile", "half a million"."""
        unit = end + (self.forms[end : end + 1] == ["of"])
        if self.forms[unit : unit + 1] not in (["a"], ["an"]) or unit + 1 >= len(self.all):
            return None
        kind, size = units.MEASURES.get(self.forms[unit + 1], ("", 1.0))
        if kind:
            return self._made(position, end, (part,), kind, size, last=unit + 2)
        power = SCALES.get(self.forms[unit + 1], 0)
        many = DOZEN if self.forms[unit + 1] == "dozen" else 10.0**power
        if many == 1:
            return None
        money, size, last = self.unit(position, unit + 2, power, "")
        return self._made(position, unit + 2, (part * many,), money or "", size, last=last)

    def _small(self, position: int) -> float:
        """Return the whole number below twenty that a lexeme is, else 0."""
        each = self.all[position]
        if each.figure:
            return float(each.values[0]) if each.values and each.values[0] == int(each.values[0]) else 0.0
        return float(UNITS.get(each.form, 0))

    def _multiple(self, position: int) -> _Read | None:
        value = MULTIPLES.get(self.forms[position])
        return self._made(position, position + 1, (float(value),), TIMES, 1.0) if value else None

    def _number(self, position: int, upper: bool = False) -> _Read | None:
        """Return the figure that begins at a position; ``upper``: as the upper end of a range, which is none itself."""
        each = self.all[position]
        if each.figure:
            if each.named or not each.values:
                return None
            if each.slash and self.forms[position + 1 : position + 2] not in (["mile"], ["miles"], ["cup"], ["inch"]):
                return None
            if not upper and (score := self._score(position)):
                return score
            values, end = list(each.values), position + 1
        else:
            found = self._in_words(position)
            if found is None:
                return None
            values, end = [found[0]], position + found[1]
        power, end = self.power(position, end)
        if power and each.figure and len(values) > 1:
            values = [min(values, key=abs)]  # "1.500 million" is one and a half
        values = [value.scaleb(power) for value in values]
        if self.forms[end : end + 1] in _PARTS:
            return None, end  # "two thirds", of nothing that is named
        start = each.start
        money, opening = self.money_before(position, start)
        unit, size, last = self.unit(position, end, power, money)
        if unit is None:
            return None, end
        if not unit and self._is_name(position, end, each, power):
            return None, end
        if opening < start and _MINUS_BEFORE.search(self.text, max(0, opening - 2), opening):
            opening, values = opening - 1, [-value for value in values]
        if position and self.forms[position - 1] in ("minus", "negative") and self.gap(position) == " ":
            opening, values = self.all[position - 1].start, [-value for value in values]
        made = self._made(position, end, tuple(map(float, values)), unit, size, opening, last)
        return made if upper or made[0] is None else self._with_range(made[0], end, made[1])

    def _in_words(self, position: int) -> tuple[Decimal, int] | None:
        forms = self.run(position)
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
        following = self.forms[position + 1] if position + 1 < len(self.all) and self.joined(position + 1) else ""
        if before in _NOT_ONE or following in _NOTHING_COUNTED or not following:
            return False
        return following == "of" or following not in FUNCTION_WORDS

    def _is_name(self, position: int, end: int, each: Lexeme, power: int) -> bool:
        """Return whether a figure without a unit is a name, a year, or said to be another's: "Flight 447", "2019"."""
        before = self.all[position - 1] if position else None
        gap = self.gap(position)
        if before is not None and not power:
            if each.figure and gap in (" ", "-", " #", "") and before.form in units.NAMED:
                return True
            if each.figure and gap in ("-", "") and not before.figure:
                return True
            counted = self.counted(end)
            people = bool(counted) and counted[-1] in _PEOPLE
            if each.figure and gap == " " and before.capital and position > 1 and not people:
                return not self.bound(position)[1] and before.form not in FUNCTION_WORDS and before.form not in _DAYS
        if each.figure and not power and self.text[each.start : each.end].isdigit() and int(each.values[0]) in _YEARS:
            return not self._is_amount(position, end)
        return False

    def _is_amount(self, position: int, end: int) -> bool:
        """Return whether four digits are an amount and no year: "about 1900 homes"."""
        if self.bound(position)[1] and self.forms[position - 1] not in ("over", "around", "about", "before", "only"):
            return bool(self.counted(end))
        counted = self.counted(end)
        before = self.forms[position - 1] if position else ""
        return bool(counted) and counted[-1] in _PEOPLE and before not in _OF_A_YEAR

    def _score(self, position: int) -> _Read | None:
        """Return "3-1" beside a word of a game or a vote, as one number; None where the figure is no part of a pair."""
        each = self.all[position]
        found = _SCORE.match(self.text, each.end)
        if (
            not found
            or each.values[0] != int(each.values[0])
            or each.values[0] > 999
            or "." in self.text[each.start : each.end]
        ):
            return None
        own, other = int(each.values[0]), int(found[1])
        near = self.forms[max(0, position - 4) : position + 6]
        end = position + 2
        if not _GAME.isdisjoint(near):
            span = Span(each.start, found.end())
            return Quantity(span, span, (own * 1000.0 + other,), SCORE), end
        return (None, end) if own >= other else None

    def _made(
        self,
        position: int,
        end: int,
        values: tuple[float, ...],
        unit: str,
        size: float,
        opening: int | None = None,
        last: int | None = None,
    ) -> _Read:
        """Return a quantity with its bound and what it counts; None if the text says that it is another's."""
        last = end if last is None else last
        opening = self.all[position].start if opening is None else opening
        first = position
        while first and self.all[first - 1].start >= opening:
            first -= 1
        bound, length = self.bound(first)
        start = self.all[first - length].start if length else opening
        if first and self.forms[first - 1] in _DENIED:
            return None, last
        if self.is_former(first - length):
            return None, last
        close = self.all[last - 1].end
        if self.text[close : close + 1] == "%":
            close += 1
        elif self.text[close : close + 2] == " %":
            close += 2
        elif self.sign_after(close):
            close += 1
        core = close if unit in (PERCENT, POINTS) or unit in units.MONEY.values() else self.all[end - 1].end
        for phrase, after in units.AFTER.items():
            if tuple(self.forms[last : last + len(phrase)]) == phrase and self.joined(last):
                bound, close = after, self.all[last + len(phrase) - 1].end
                last += len(phrase)
        if self.text[close : close + 1] == "+":
            bound, close = Bound.LEAST, close + 1
        if not unit and self._is_bare_age(first, end, values[0]):
            unit = AGE
            if self.forms[first - 1] in _AGED:
                start = self.all[first - 1].start
        more = bool(first - length and self.forms[first - length - 1] in ("another", "other", "further", "additional"))
        more = more or (last < len(self.all) and self.joined(last) and self.forms[last] in MORE)
        made = Quantity(
            Span(opening, core), Span(start, close), values, unit, size, bound, counted=self.counted(last), more=more
        )
        return made, last

    def _with_range(self, made: Quantity, end: int, last: int) -> _Read:
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
        other = self._number(place, upper=True)
        if other is None or other[0] is None:
            return None, place + 1
        upper, following = other[0], other[1]
        if upper.unit != made.unit and made.unit:
            return made, last
        low = made.values[0] * (1 if made.unit else _scale_like(made.values[0], upper.values[0]))
        if low >= upper.values[0]:
            return None, following
        span = Span(made.span.start, upper.span.end)
        return (
            replace(
                upper, span=span, whole=Span(made.whole.start, upper.whole.end), values=(low,), high=upper.values[0]
            ),
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
        return before.capital and self.gap(first) == ", " and after in ("", ",", ".", ";", ")", "”")

    def _counted_after(self, position: int, start: int) -> tuple[str, ...]:
        place = next(n for n in range(position, len(self.all)) if self.all[n].start >= start)
        found = self._number(place, upper=True)
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
        found = self._number(place, upper=True)
        if not found or found[0] is None or found[0].unit:
            return None
        return found[0].span.start, found[0].values[0]


def _scale_like(low: float, high: float) -> float:
    """Return the power that the lower end of a range shares with the upper: "2 to 3 million"."""
    for power in (1e9, 1e6, 1e3):
        if high >= power > low and high / power > low:
            return power
    return 1.0


_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_OPENING = frozenset((*UNITS, *TENS, *MULTIPLES, *ORDINALS, *SCALES, "a", "half", "dozen"))
