"""Times of day: "3 a.m.", "15:00", "noon", "08:32:22 UTC", "(1852 UTC)", "9 o'clock"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from annotated_corpus.language.en.lexemes import Lexeme
from annotated_corpus.language.en.units import ZONES

UNIT = "time of day"
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?)?(?:\s?(?P<half>[ap])(?:\.\s?m\.?|m\b)"
    r"|(?P<clock>\s?o['’]clock\b))"
    r"|(?P<hour2>[01]?\d|2[0-4]):(?P<minute2>[0-5]\d)(?::(?P<second2>[0-5]\d)(?:\.\d{1,3})?)?(?![:\d])"
    r"|(?P<hour3>[01]\d|2[0-3])(?P<minute3>[0-5]\d)(?=\s?(?:UTC|GMT|Z\b|hours|hrs|[A-Z][SD]T\b))",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\s?\(?(?P<zone>[A-Z]{2,4})\b")
_HALF_DAY = re.compile(r"\s(?P<half>[ap])\.?m\b\.?|\so['’]clock", re.IGNORECASE)
_DAY = 24 * 3600
_NOON = 12 * 3600
_WORDS = {"noon": _NOON, "midday": _NOON, "midnight": 0}


class Time(NamedTuple):
    """A time of day: where it ends, the seconds since midnight that it may be, and its zone in minutes east."""

    end: int
    seconds: tuple[float, ...]
    zone: int | None


def read(text: str, first: Lexeme, following: Sequence[Lexeme]) -> Time | None:
    """Return the time of day that begins with a lexeme; None if none does.

    Without "a.m." a time before one o'clock in the afternoon may be of either half of the day.
    """
    if first.form in _WORDS:
        return Time(first.end, (float(_WORDS[first.form]),), None)
    if not first.figure:
        return None
    found = _TIME.match(text, first.start)
    if found is None:
        return None
    hour = int(found["hour"] or found["hour2"] or found["hour3"])
    minute = int(found["minute"] or found["minute2"] or found["minute3"] or 0)
    second = int(found["second"] or found["second2"] or 0)
    seconds = float((hour * 60 + minute) * 60 + second)
    end, half = found.end(), found["half"]
    if not half and (later := _HALF_DAY.match(text, end)):
        end, half = later.end(), later["half"]
    zone = _ZONE.match(text, end)
    offset = ZONES.get(zone["zone"].casefold()) if zone else None
    if zone and offset is not None:
        end = zone.end()
    if half:
        if not 1 <= hour <= 12:
            return None
        return Time(end, ((seconds % _NOON + (_NOON if half in "pP" else 0)) % _DAY,), offset)
    if hour > 24:
        return None
    exact = found["hour3"] or hour > 12 or not hour or second or (len(found["hour2"] or "") == 2 and hour < 10)
    return Time(end, (seconds % _DAY,) if exact else (seconds % _DAY, (seconds + _NOON) % _DAY), offset)
