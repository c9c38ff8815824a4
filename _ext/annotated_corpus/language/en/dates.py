"""Where an English text states dates, and which days these may be.

"On Tuesday" or "yesterday" is a day once it is known when the article was published. A date that leaves something open
("3 March" of some year, a Tuesday of some week, "04/03/2021") is given with all that it may be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from annotated_corpus.language.en.calendar import LETTERS, MONTHS, SHORT_MONTHS, WEEKDAYS
from annotated_corpus.language.en.numbers import ORDINALS, TENS
from annotated_corpus.model import Span

_MONTH = rf"(?:(?:{'|'.join(SHORT_MONTHS)})\b\.?|{'|'.join(MONTHS)})"
_WEEKDAY = f"(?:{'|'.join(WEEKDAYS)})"
_DAY_WORDS = {word: value for word, value in ORDINALS.items() if value <= 20} | {"thirtieth": 30}
_DAY_WORD = "|".join(
    (*(f"twenty[- ]{word}" for word in list(ORDINALS)[:9]), "thirty[- ]first", *sorted(_DAY_WORDS, reverse=True))
)
_ZONED = r"\s?(?:UTC|GMT|Z\b|hours|hrs|[A-Z][SD]T\b)"
_AMOUNT = (
    r"[ -](?:people|persons|men|women|children|troops|soldiers|homes|houses|buildings|jobs|votes|workers|dead|injured"
    r"|miles?|k?m|kilomet(?:re|er)s?|met(?:re|er)s?|feet|foot|dollars|euros|pounds|tons|tonnes|acres|hectares|strong"
    r"|percent|per cent|times|years|years?-old|others|of them)\b"
)
_DATE = re.compile(
    r"\b(?=[\dA-Zbefilmnsty])"  # so the words with another letter, which are most, are not tried for each kind of date
    rf"(?:(?P<m1>{_MONTH}) (?:the )?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<d1b>\d{{1,2}}))?"
    r"(?:,? (?P<y1>\d{4}))?"
    rf"|(?P<d2>\d{{1,2}})(?:\s?[-–]\s?(?P<d2b>\d{{1,2}}))?(?:st|nd|rd|th)? (?:of )?(?P<m2>{_MONTH})"
    r"(?:,? (?P<y2>\d{4}))?"
    rf"|(?P<dw>{_DAY_WORD}) of (?P<m6>{_MONTH})(?:,? (?P<y6>\d{{4}}))?"
    rf"|(?P<m3>{_MONTH}) (?P<y3>\d{{4}})"
    r"|(?P<iy>(?:1[89]|20)\d\d)-(?P<im>[01]\d)-(?P<id>[0-3]\d)(?!\d)"
    r"|(?P<s1>[0-3]?\d)(?P<sep>[/.-])(?P<s2>[0-3]?\d)(?P=sep)(?P<sy>(?:1[89]|20)\d\d)"
    r"|(?P<q1>[0-3]?\d)/(?P<q2>[0-3]?\d)/(?P<qy>\d\d)(?!/)"
    r"|(?P<y7>(?:1[89]|20)\d\d)(?:[–/-](?P<y7b>(?:(?:1[89]|20)\d\d|\d\d)))(?![-/.]?\d)"
    rf"|(?<![$€£¥₹#.,:/+−])(?P<y4>(?:1[89]|20)\d\d)(?![.,:/]\d|%|-\w|{_ZONED}|\+)"
    rf"|(?:(?P<which>[Ll]ast|[Nn]ext|earlier|[Ll]ate|[Ee]arly|this) )?(?P<week>{_WEEKDAY})"
    r"|(?P<near>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this)"
    r" (?P<unit>week|month|year|spring|summer|autumn|fall|winter)"
    r"|(?P<by>[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)"
    rf"|(?:[Ii]n|[Ss]ince|[Ll]ast|[Bb]y) (?:(?P<part>early|mid|late)[ -])?(?P<m4>{_MONTH})(?: (?P<y5>\d{{4}}))?"
    rf"|(?P<part2>[Mm]id)-(?P<m5>{_MONTH})(?: (?P<y8>\d{{4}}))?)\b"
)
_COUNTED = re.compile(_AMOUNT)
_DATED = re.compile(r"\b(?:in|since|of|by|from|until|during|the|and|to) $", re.IGNORECASE)
_ESTIMATED = re.compile(
    r"\b(?:about|some|nearly|almost|than|least|over|estimated|roughly|approximately|to|only|killed|killing) $",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(since|by|until|till|before|after|from|to|between|through|than)(?: (?:early|late|about|the))? $"
)
"""A date after such a word is not the day of what is told."""
_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|to be|plans?|planned|expected|expects?|scheduled|set to|going to|next|ahead|upcoming"
    r"|until|by|hopes?|may|might|could|should|is to|are to|was to|were to)\b"
)
"""In a sentence with such a word, a weekday may be one to come."""
_LEADING = re.compile(r"^(?:in|since|by|earlier|late|early) ")
_HALF = 183
_CENTURY = 100
_PARTS = {"early": (1, 12), "mid": (9, 22), "late": (18, 31)}
"""The days of a month that are early, amid or late in it, at most."""

Days = tuple[int, int]
"""The first and the last of some days, as ordinals."""


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text.

    ``days`` are the stretches of days that it may mean, empty if the article does not say from when it is; then
    ``month`` and ``day``, or ``week`` (Monday is 0), are what it says all the same, else -1. ``bound`` says that it is
    no day but where a time begins or ends ("since Monday"). ``words`` is how it is written, what comes before it aside.
    """

    span: Span
    words: str
    days: tuple[Days, ...] = ()
    month: int = -1
    day: int = -1
    week: int = -1
    bound: str = ""


@lru_cache(maxsize=16384)
def written(text: str) -> tuple[Span, ...]:
    """Return the spans of a text that state a date."""
    return tuple(Span(*found.span()) for found in _found(text))


@lru_cache(maxsize=16384)
def dates(text: str, published: str = "", begin: int = 0) -> tuple[Date, ...]:
    """Return the dates of a text.

    Args:
        text: a claim.
        published: the day on which its article was published, ISO 8601; anything less than a day is no help.
        begin: where its dateline ends, the date of which is none of what is told.
    """
    stated = [found for found in _found(text) if found.start() >= begin]
    today = _ordinal(published) if stated else 0
    return tuple(_date(found, text, today) for found in stated)


def _found(text: str) -> list[re.Match[str]]:
    return [found for found in _DATE.finditer(text) if not (found["y4"] and _is_amount(text, found))]


def _is_amount(text: str, year: re.Match[str]) -> bool:
    """Return whether four digits count something and are no year: "about 1900 homes", "2000 people"."""
    before = text[max(0, year.start() - 14) : year.start()]
    if _COUNTED.match(text, year.end()) is None:
        return False
    return _DATED.search(before) is None or _ESTIMATED.search(before) is not None


def _ordinal(published: str) -> int:
    try:
        return date.fromisoformat(published).toordinal()
    except ValueError:
        return 0


def _date(found: re.Match[str], text: str, today: int) -> Date:
    span, said = Span(*found.span()), _LEADING.sub("", found[0].casefold())
    before = _BOUND.search(text, max(0, span.start - 20), span.start)
    opening = found[0].split(" ", 1)[0].casefold()
    bound = before[1] if before else opening if opening in ("since", "by") else ""
    if _first(found, "iy", "y7", "sy", "qy"):
        return Date(span, said, _in_figures(found), bound=bound)
    year = int(_first(found, "y1", "y2", "y3", "y4", "y5", "y6", "y8") or 0)
    name = _first(found, "m1", "m2", "m3", "m4", "m5", "m6")
    month = _index(MONTHS, name) + 1 if name else -1
    day = _day_in_words(found["dw"]) if found["dw"] else int(_first(found, "d1", "d2") or -1)
    if name:
        days = _stretch(year, month, day) if year else _nearest(month, day, today) if today else ()
        last = int(_first(found, "d1b", "d2b") or 0)
        days = tuple((first, end + max(last - day, 0)) for first, end in days)
        part = _PARTS.get((_first(found, "part", "part2") or "").casefold())
        if part:
            days = tuple((first + part[0] - 1, min(end, first + part[1] - 1)) for first, end in days)
        return Date(span, said, days, month, -1 if last else day, bound=bound)
    if year:
        return Date(span, said, _stretch(year, -1, -1), bound=bound)
    if found["week"]:
        week = _index(WEEKDAYS, found["week"])
        ahead = found["which"] == "next" or _looks_ahead(text)
        days = _weekdays(week, found["which"] or "", ahead, today) if today else ()
        return Date(span, said, days, week=week, bound=bound)
    return Date(span, said, _relative(found, today) if today else (), bound=bound)


@lru_cache(maxsize=256)
def _looks_ahead(text: str) -> bool:
    return _AHEAD.search(text) is not None


def _first(found: re.Match[str], *groups: str) -> str | None:
    return next((found[group] for group in groups if found[group]), None)


def _index(names: tuple[str, ...], name: str) -> int:
    return next(n for n, each in enumerate(names) if each[:LETTERS] == name[:LETTERS])


def _day_in_words(words: str) -> int:
    parts = words.replace("-", " ").split()
    return TENS.get(parts[0], 0) + ORDINALS[parts[-1]] if len(parts) > 1 else _DAY_WORDS[parts[0]]


def _in_figures(found: re.Match[str]) -> tuple[Days, ...]:
    """Return the days of a date without words: ISO, with strokes, or a season ("2012–13")."""
    if found["iy"]:
        return _stretch(int(found["iy"]), int(found["im"]), int(found["id"]))
    if found["y7"]:
        first, end = int(found["y7"]), int(found["y7b"])
        end += first // _CENTURY * _CENTURY if end < _CENTURY else 0
        start, close = _stretch(first, -1, -1), _stretch(end, -1, -1)
        return ((start[0][0], close[0][1]),) if first < end else ()
    year = found["sy"] or (f"20{found['qy']}" if found["qy"] else "")
    if not year:
        return ()
    one, two = int(found["s1"] or found["q1"]), int(found["s2"] or found["q2"])
    # which of the two is the month depends on the country, and where both may be nobody can tell
    both = (*_stretch(int(year), two, one), *_stretch(int(year), one, two)) if one and two else ()
    return tuple(dict.fromkeys(both))


def _stretch(year: int, month: int, day: int) -> tuple[Days, ...]:
    """Return the days of a year, a month or a day; none if there is no such day."""
    try:
        if month < 0:
            return ((date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()),)
        if day < 0:
            following = date(year + month // 12, month % 12 + 1, 1)
            return ((date(year, month, 1).toordinal(), following.toordinal() - 1),)
        return ((date(year, month, day).toordinal(),) * 2,)
    except ValueError:
        return ()


def leap_day(month: int, day: int) -> int:
    """Return which day of a leap year a month and a day are, 0 if there is no such day."""
    days = _stretch(2000, month, day)
    return days[0][0] if days else 0


def _nearest(month: int, day: int, today: int) -> tuple[Days, ...]:
    """Return the days of a month or a day that are nearest to when the article was published."""
    year = date.fromordinal(today).year
    near = [days for each in (year - 1, year, year + 1) for days in _stretch(each, month, day)]
    return tuple(days for days in near if days[0] - _HALF <= today <= days[1] + _HALF)


def _weekdays(week: int, which: str, ahead: bool, today: int) -> tuple[Days, ...]:
    """Return the days that a weekday may be: the last one, and where the sentence looks ahead the next one as well."""
    last = today - (today - 1 - week) % 7
    found = [last - 7] * (which.casefold() == "last") + [last] * (which != "next") + [last + 7] * ahead
    return tuple((each, each) for each in found)


def _relative(found: re.Match[str], today: int) -> tuple[Days, ...]:
    """Return the days of "yesterday" or "last month"; a season is none in particular."""
    if found["by"]:
        step = {"yesterday": -1, "tomorrow": 1}.get(found["by"].casefold(), 0)
        return ((today + step,) * 2,)
    step = {"last": -1, "next": 1}.get(found["near"].casefold(), 0)
    now = date.fromordinal(today)
    if found["unit"] == "year":
        return _stretch(now.year + step, -1, -1)
    if found["unit"] == "month":
        months = now.year * 12 + now.month - 1 + step
        return _stretch(months // 12, months % 12 + 1, -1)
    if found["unit"] == "week":
        monday = today - now.weekday() + 7 * step
        # a week may begin on a Sunday, and "last week" be the seven days before
        return ((monday - 1, max(monday + 6, today - 1) if step < 0 else monday + 6),)
    return ()
