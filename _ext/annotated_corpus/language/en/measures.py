"""What a figure is of: money before or after it, percent, a measure; and the power of ten that is written beside it."""

from __future__ import annotations

from annotated_corpus.language.en import units
from annotated_corpus.language.en.numbers import SCALES, SHORT_SCALES
from annotated_corpus.language.en.sentence import Sentence

PERCENT, POINTS, AGE = "%", "percentage points", "age"


class Measures(Sentence):
    """A sentence of which the units can be asked for."""

    def power(self, position: int, end: int) -> tuple[int, int]:
        """Return the power of ten that follows a figure ("20m", "two billion"), and where to go on."""
        if end >= len(self.all) or not self.all[position].figure:
            return 0, end
        following = self.all[end]
        glued = following.start == self.all[end - 1].end
        if following.form in SCALES and self.joined(end):
            power = SCALES[following.form]
            if self.forms[end + 1 : end + 2] == ["million"] and power < SCALES["million"] and self.joined(end + 1):
                return power + SCALES["million"], end + 2
            return power, end + 1
        if following.form not in SHORT_SCALES or not self.joined(end):
            return 0, end
        if following.form == "m" and glued and self._is_length(end):
            return 0, end
        return (SHORT_SCALES[following.form], end + 1) if glued or len(following.form) > 1 else (0, end)

    def _is_length(self, end: int) -> bool:
        return bool(units.ALONG.intersection(self.forms[end + 1 : end + 3])) and not self._is_money(end - 1)

    def _is_money(self, position: int) -> bool:
        return self.text[self.all[position].start - 1 : self.all[position].start] in tuple(units.SIGNS)

    def money_before(self, position: int, start: int) -> tuple[str, int]:
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
        if before and self.gap(position) in ("", " ") and before.form in units.CODES:
            return units.MONEY[before.form], before.start
        return "", start

    def unit(self, position: int, end: int, power: int, money: str) -> tuple[str | None, float, int]:
        """Return what a figure is of, the size of one, and the lexeme after the unit; None if a name is glued to it."""
        if money:
            return money, 1.0, end
        here = self.text[self.all[end - 1].end : self.all[end - 1].end + 2]
        if here.strip(" \u00a0").startswith("%"):
            return (POINTS if self._are_points(end) else PERCENT), 1.0, end + self._are_points(end)
        if self.sign_after(self.all[end - 1].end):
            return units.SIGNS[here[0]], 1.0, end
        if here[:1] == "°" or here == " °":
            letter = self.forms[end] if end < len(self.all) else ""
            kind, size = units.GLUED.get(letter, units.MEASURES.get(letter, ("degrees", 1.0)))
            return kind, size, end + (kind != "degrees")
        if end >= len(self.all):
            return "", 1.0, end
        following = self.all[end]
        glued = following.start == self.all[end - 1].end
        if not self.joined(end):
            return "", 1.0, end
        return self._percent(end) or self._sum(end, power) or self._measure(position, end, glued)

    def _percent(self, end: int) -> tuple[str, float, int] | None:
        """Return percent and points in words, if a lexeme begins them."""
        form = self.forms[end]
        if form in ("percent", "pct", "pc") or self.forms[end : end + 2] == ["per", "cent"]:
            last = end + (2 if form == "per" else 1)
            return (POINTS if self._are_points(last) else PERCENT), 1.0, last + self._are_points(last)
        if form == "percentage" and self.forms[end + 1 : end + 2] in (["point"], ["points"]):
            return POINTS, 1.0, end + 2
        if form in ("point", "points") and self.gap(end) == " ":
            return POINTS, 1.0, end + 1
        if self.forms[end : end + 2] in (["basis", "point"], ["basis", "points"]):
            return "basis points", 1.0, end + 2
        return None

    def _sum(self, end: int, power: int) -> tuple[str, float, int] | None:
        """Return money in words, if a lexeme begins it: "euros", "Canadian dollars"."""
        following, form = self.all[end], self.forms[end]
        if (form in units.AMERICAN or following.capital) and self.forms[end + 1 : end + 2]:
            name = self.forms[end + 1]
            if name in ("dollars", "dollar", "pounds", "francs", "crowns") and self.joined(end + 1):
                american = form in (*units.AMERICAN, "american")
                return ("" if american else form[:2].upper()) + units.MONEY[name], 1.0, end + 2
        if form in units.MONEY and self.gap(end) != "-":
            if form in ("pound", "pounds") and (self.forms[end + 1 : end + 2] == ["of"] and not power):
                return "weight", 0.45359, end + 1
            return units.MONEY[form], 1.0, end + 1
        return None

    def sign_after(self, place: int) -> bool:
        """Return whether a sign of money follows a figure, and belongs to no other."""
        following = self.text[place : place + 2]
        return following[:1] in tuple(units.SIGNS) and not following[1:2].isdigit()

    def _are_points(self, position: int) -> int:
        following = self.forms[position : position + 1]
        return int(following in (["point"], ["points"]) and self.joined(position))

    def _measure(self, position: int, end: int, glued: bool) -> tuple[str | None, float, int]:
        first = end + (self.forms[end] in ("degree", "degrees"))
        power = units.POWERS.get(self.forms[first], 1) if first < len(self.all) else 1
        first += power > 1
        form = self.forms[first] if first < len(self.all) and self.joined(first) else ""
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
        return int(self.forms[position : position + 1] in (["h"], ["hr"]) and self.gap(position) == "/")

    def _is_age(self, position: int, after: int) -> bool:
        """Return whether "old" follows a unit of years: "23-year-old", "75 years old"."""
        del position
        return self.forms[after : after + 1] == ["old"] and self.joined(after)
