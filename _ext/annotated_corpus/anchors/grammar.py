"""The grammar of anchors: ``<slug>-p7``, ``<slug>-title``, sentence ``<block>-s2``; and new numbers.

A number is a count with an optional suffix of letters, as in amended laws: ``7a`` stands after 7,
``7za`` between 7 and ``7a``, ``7aa`` between ``7a`` and ``7b``. However many come in at one place, always after or
always before the last one, the suffix grows by two letters when there are 26 times as many.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ANCHOR = re.compile(
    r"(?P<slug>[a-z][a-z0-9]*(?:-[a-z0-9]+)*?)-(?:(?P<letter>[phcxb])(?P<number>\d+[a-z]*)|title(?P<title>\d*[a-z]*))"
    r"(?:-s(?P<sentence>\d+[a-z]*))?"
)
TITLE = "title"
_ROW = re.compile(r"(y*)([a-y]+)")
_CLOSE = re.compile(r"(z+)([a-y]+)")
_LETTERS = "abcdefghijklmnopqrstuvwxy"  # "z" sorts before "a": it makes room where none was left


@dataclass(frozen=True, slots=True)
class Parts:
    """An anchor taken apart: ``block`` is the anchor of the block, ``sentence`` the number of the sentence or empty."""

    slug: str
    letter: str
    number: str
    sentence: str

    @property
    def block(self) -> str:
        """The anchor of the block alone."""
        return block_id(self.slug, self.letter, self.number)


def slug_of(anchor: str) -> str:
    """Return the slug of the article that ``anchor`` belongs to, empty if it is none."""
    found = ANCHOR.fullmatch(anchor)
    return found["slug"] if found else ""


def parse(anchor: str) -> Parts | None:
    """Take ``anchor`` apart; None if it is none."""
    found = ANCHOR.fullmatch(anchor)
    if not found:
        return None
    if found["letter"]:
        return Parts(found["slug"], found["letter"], found["number"], found["sentence"] or "")
    return Parts(found["slug"], "", found["title"], found["sentence"] or "")


def block_id(slug: str, letter: str, number: str) -> str:
    """Return the anchor of a block; an empty ``letter`` is the title's."""
    return f"{slug}-{letter or TITLE}{number}"


class Series:
    """The numbers of one letter in one article: knows all that were ever issued, and issues none twice."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._highest = max((order(each)[0] for each in self._used), default=0)

    def issue(self, before: str, after: str) -> str:
        """Issue a number to stand after ``before`` and ahead of ``after``; either is empty where there is none."""
        number = self._between(before, after) if after else str(self._highest + 1)
        self._used.add(number)
        self._highest = max(self._highest, order(number)[0])
        return number

    def issue_title(self) -> str:
        """Issue the number of a title: none for the first, then 2, 3 …"""
        number = str(self._highest + 1 if self._highest else 2) if self._used else ""
        self._used.add(number)
        self._highest = max(self._highest, order(number)[0])
        return number

    def _between(self, before: str, after: str) -> str:
        whole, suffix = _split(before)
        limit = order(after)
        # Where paragraphs were moved, what follows may have the lower number: then it sets no limit.
        free = limit <= order(before)
        for series, rises in (
            (_on(suffix), True),
            (_rising(suffix), True),
            (_falling(suffix, _split(after)[1]), False),
        ):
            for candidate in series:
                number = f"{whole}{candidate}"
                fits = free or order(number) < limit
                if fits and number not in self._used:
                    return number
                if not fits and rises:
                    break
        raise AssertionError("the suffixes never end")


def order(number: str) -> tuple[int, tuple[int, ...]]:
    """Return a key that sorts numbers as readers do: 7, 7za, 7a, 7aa, 7b, 8."""
    count, suffix = _split(number)
    return count, tuple((ord(letter) - ord("a") + 1) % 26 for letter in suffix)


def _split(number: str) -> tuple[int, str]:
    digits = len(number.rstrip("abcdefghijklmnopqrstuvwxyz"))
    return int(number[:digits] or 0), number[digits:]


def _rising(base: str, length: int = 0, start: int = 0) -> Iterator[str]:
    """Yield suffixes that sort after ``base``, ever later: a … y, ya … yx, yyaa … yyxy, yyyaaa …"""
    while True:
        first = len(_LETTERS) - (length > 0)  # "yy" is the sign that more letters follow
        for value in range(start, first * len(_LETTERS) ** max(0, length - 1)):
            yield base + "y" * length + _digits(value, max(1, length))
        length, start = length + 1, 0


def _on(suffix: str) -> Iterator[str]:
    """Yield what follows ``suffix`` in the rising series that it belongs to: after ``bya`` comes ``byb``."""
    for cut in range(len(suffix)):
        found = _ROW.fullmatch(suffix, cut)
        if found and (len(found[1]) == len(found[2]) or cut == len(suffix) - 1):
            yield from _rising(suffix[:cut], len(found[1]), _value(found[2]) + 1)


def _falling(base: str, limit: str) -> Iterator[str]:
    """Yield suffixes that sort after ``base``, ever closer to it: za, zzy … zza, zzzyy … zzzaa, zzzzyyy …

    It begins below ``limit``, if that is one of them.
    """
    length, start = 0, 0
    found = _CLOSE.fullmatch(limit.removeprefix(base)) if limit.startswith(base) else None
    if found and len(found[2]) == max(1, len(found[1]) - 1):
        length = len(found[1]) - 1
        start = _value(found[2]) - 1 if length else -1
    while True:
        for value in range(start, -1, -1):
            yield base + "z" * (length + 1) + _digits(value, max(1, length))
        length += 1
        start = len(_LETTERS) ** length - 1


def _digits(value: int, length: int) -> str:
    """Return a number spelled in ``length`` letters: 0 is a, 25 ba."""
    letters = ""
    for _ in range(length):
        value, rest = divmod(value, len(_LETTERS))
        letters = _LETTERS[rest] + letters
    return letters


def _value(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * len(_LETTERS) + _LETTERS.index(letter)
    return value
