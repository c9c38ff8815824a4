"""The English names of months and weekdays, in full and as they are shortened: the one list of them.

Words of the language, in the public domain.
"""

from __future__ import annotations

MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
LETTERS = 3
"""By so many letters a month or a weekday is known."""
SHORT_MONTHS = tuple("Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())
"""Months as they are shortened; May is not."""
SHORT_WEEKDAYS = tuple("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun".split())
