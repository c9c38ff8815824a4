"""Where a text states dates, and which days these may be.

"On Tuesday" or "yesterday" is a day once it is known when the article was published. A date that leaves something open
("3 March" of some year, a Tuesday of some week) is compared as far as it says anything: only what can be no one day
stands against each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product

from annotated_corpus.language.en.datelines import report
from annotated_corpus.model import Span

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTH = (
    "(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?|January|February|March|April|May|June|July|August"
    "|September|October|November|December)"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = re.compile(
    r"\b(?=[\dA-Zbeilnsty])"  # so the words with another letter, which are most, are not tried for each kind of date
    rf"(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y1>\d{{4}}))?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH})(?:,? (?P<y2>\d{{4}}))?"
    rf"|(?P<m3>{_MONTH}) (?P<y3>\d{{4}})|(?P<y4>(?:1[89]|20)\d\d)"
    rf"|(?:(?P<which>[Ll]ast|[Nn]ext|earlier|[Ll]ate|[Ee]arly|this) )?(?P<week>{_WEEKDAY})"
    r"|(?P<near>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this)"
    r" (?P<unit>week|month|year|spring|summer|autumn|fall|winter)"
    rf"|(?P<by>[Yy]esterday|[Tt]omorrow)|(?:[Ii]n|[Ss]ince|[Ll]ast|[Bb]y) (?P<m4>{_MONTH})(?: (?P<y5>\d{{4}}))?)\b"
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
_YEAR = 366
"""A year that may be a leap year, in which every day and month has its place."""

_MONTH_DAYS = 30
_UNKNOWN = -1
"""The gap between two dates that say nothing of each other."""

_Days = tuple[int, int]
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
    days: tuple[_Days, ...] = ()
    month: int = -1
    day: int = -1
    week: int = -1
    bound: str = ""


@lru_cache(maxsize=16384)
def dates(text: str) -> tuple[Span, ...]:
    """Return the spans of a text that state a date."""
    return tuple(Span(*found.span()) for found in _DATE.finditer(text))


@lru_cache(maxsize=16384)
def read(text: str, published: str = "") -> tuple[Date, ...]:
    """Return the dates of a text, that of a dateline aside.

    Args:
        text: a claim.
        published: the day on which its article was published, ISO 8601; anything less than a day is no help.
    """
    stated = list(_DATE.finditer(text))
    if not stated:
        return ()
    today, body = _ordinal(published), report(text)
    return tuple(_date(found, text, today) for found in stated if found.start() >= body)


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
    year = int(found["y1"] or found["y2"] or found["y3"] or found["y4"] or found["y5"] or 0)
    name = found["m1"] or found["m2"] or found["m3"] or found["m4"]
    month = _MONTHS.index(name[:3].casefold()) + 1 if name else -1
    day = int(found["d1"] or found["d2"] or -1)
    if year:
        return Date(span, said, _stretch(year, month, day), month, day, bound=bound)
    if name:
        return Date(span, said, _nearest(month, day, today) if today else (), month, day, bound=bound)
    if found["week"]:
        week = _DAYS.index(found["week"][:3].casefold())
        ahead = found["which"] == "next" or _AHEAD.search(text) is not None
        days = _weekdays(week, found["which"] or "", ahead, today) if today else ()
        return Date(span, said, days, week=week, bound=bound)
    return Date(span, said, _relative(found, today) if today else (), bound=bound)


def _stretch(year: int, month: int, day: int) -> tuple[_Days, ...]:
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


def _nearest(month: int, day: int, today: int) -> tuple[_Days, ...]:
    """Return the days of a month or a day that are nearest to when the article was published."""
    year = date.fromordinal(today).year
    near = [days for each in (year - 1, year, year + 1) for days in _stretch(each, month, day)]
    return tuple(days for days in near if days[0] - _HALF <= today <= days[1] + _HALF)


def _weekdays(week: int, which: str, ahead: bool, today: int) -> tuple[_Days, ...]:
    """Return the days that a weekday may be: the last one, and where the sentence looks ahead the next one as well."""
    last = today - (today - 1 - week) % 7
    found = [last - 7] * (which.casefold() == "last") + [last] * (which != "next") + [last + 7] * ahead
    return tuple((each, each) for each in found)


def _relative(found: re.Match[str], today: int) -> tuple[_Days, ...]:
    """Return the days of "yesterday" or "last month"; a season is none in particular."""
    if found["by"]:
        return ((today - 1 if found["by"].casefold() == "yesterday" else today + 1,) * 2,)
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


def apart(one: Date, two: Date) -> int:
    """Return how many days two dates are apart, longer ones counted from their first day.

    It is 0 if they may be one day, or say nothing of each other.
    """
    return max(_gap(one, two), 0)


def agree(one: Date, two: Date) -> bool:
    """Return whether two dates can be compared, and may be one day."""
    return _gap(one, two) == 0


def told(one: Date, others: Iterable[Date]) -> bool:
    """Return whether one of the other dates says as much as the first: the same day, or the same words."""
    return any(
        (agree(one, each) and not within(one, each)) or (one.words == each.words and not apart(one, each))
        for each in others
    )


def within(one: Date, two: Date) -> bool:
    """Return whether every day that the first date may be is one of the second, which is longer: "March", "2021"."""
    return bool(one.days) and all(
        any(first <= a and b <= last and b - a < last - first for first, last in two.days) for a, b in one.days
    )


def _gap(one: Date, two: Date) -> int:
    """Return how many days two dates are apart, or that it cannot be known."""
    if one.bound != two.bound:
        return _UNKNOWN
    if one.days and two.days:
        return min(0 if a[0] <= b[1] and b[0] <= a[1] else abs(a[0] - b[0]) for a, b in product(one.days, two.days))
    if not one.days and not two.days:
        return _open_gap(one, two)
    known, other = (one, two) if one.days else (two, one)
    if any(first != last for first, last in known.days):
        return _open_gap(other, known)
    single = [date.fromordinal(first) for first, _ in known.days]
    return min(_open_gap(other, Date(known.span, "", (), day.month, day.day, day.weekday())) for day in single)


def _open_gap(one: Date, two: Date) -> int:
    """Return the same of two dates that may be of any week or year."""
    if one.month > 0 and two.month > 0:
        if one.day > 0 and two.day > 0:
            return _around(_place(one) - _place(two), _YEAR)
        return _around(one.month - two.month, len(_MONTHS)) * _MONTH_DAYS
    return _around(one.week - two.week, len(_DAYS)) if one.week >= 0 and two.week >= 0 else _UNKNOWN


def _place(each: Date) -> int:
    """Return which day of a leap year a month and a day are."""
    days = _stretch(2000, each.month, each.day)
    return days[0][0] if days else 0


def _around(steps: int, circle: int) -> int:
    """Return the shorter way between two places on a circle, in steps."""
    return min(steps % circle, -steps % circle)


def against(one: Sequence[Date], two: Sequence[Date]) -> Iterator[tuple[Date, Date]]:
    """Give each date of a claim that can be no date of the other, with one of the other that can be none of it."""
    if not one or not two:
        return
    left, right = ([a for a in each if not any(agree(a, b) for b in other)] for each, other in ((one, two), (two, one)))
    for mine in left:
        found = next((other for other in right if apart(mine, other)), None)
        if found:
            right.remove(found)
            yield mine, found
