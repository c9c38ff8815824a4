"""Which dates of two claims are one day, and which stand against each other.

A date that leaves something open is compared as far as it says anything: only what can be no one day stands against
another, and it is only told where both are the day of one act. The day on which somebody said it is not the day on
which it was done.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

from annotated_corpus.language.en import dates as days
from annotated_corpus.language.en.calendar import MONTHS, WEEKDAYS
from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.en.dates import Date, leap_day

_YEAR = 366
"""A year that may be a leap year, in which every day and month has its place."""
_MONTH_DAYS = 30
_UNKNOWN = -1
"""The gap between two dates that say nothing of each other."""


def read(text: str, published: str = "") -> tuple[Date, ...]:
    """Return the dates of a claim, that of a dateline aside.

    Args:
        text: the claim.
        published: the day on which its article was published, ISO 8601; anything less than a day is no help.
    """
    if not days.written(text):
        return ()
    return days.dates(text, published, report(text))


def apart(one: Date, two: Date) -> int:
    """Return how many days two dates are apart, longer ones counted from their first day.

    It is 0 if they may be one day, or say nothing of each other.
    """
    return max(_gap(one, two), 0)


def agree(one: Date, two: Date) -> bool:
    """Return whether two dates can be compared, and may be one day."""
    return _gap(one, two) == 0


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
    """Return how many days two dates of no known year or week are apart: 3 March and 19 August, Monday and Friday."""
    if one.month > 0 and two.month > 0:
        if one.day > 0 and two.day > 0:
            return _around(leap_day(one.month, one.day) - leap_day(two.month, two.day), _YEAR)
        return _around(one.month - two.month, len(MONTHS)) * _MONTH_DAYS
    return _around(one.week - two.week, len(WEEKDAYS)) if one.week >= 0 and two.week >= 0 else _UNKNOWN


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
