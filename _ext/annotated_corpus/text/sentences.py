"""Cut running text into sentences: right in news prose, careful elsewhere.

A rule-based splitter after the observation of Grefenstette and Tapanainen (1994) that a list of
abbreviations and a look at the next word settle nearly every full stop. On doubt it does not cut.
"""

from __future__ import annotations

import re

from annotated_corpus.model import Span

_CLOSERS = "\"'”’»)\\]›」』】）"
_STOP = re.compile(rf"(?:[.!?…]+|[。！？｡]+|[।॥؟۔։።፧]+)[{_CLOSERS}]*")
_WIDE = frozenset("。！？｡")
_SPACE = re.compile(r"\s+")
_NEXT = re.compile(r"[\"'“‘«(\[‹「『【（—–\-\s]*")
# Never the end of a sentence: something always follows.
_LEADING = frozenset(
    """mr mrs ms messrs mme mlle dr prof rev fr gen lt col maj capt cpl sgt cmdr adm gov sen rep reps sens pres st
    hon supt det insp amb sec vs v cf e.g i.e viz gen. brig pvt ofc mgr msgr ald atty no nos op fig figs vol pp
    approx ca al nr hr fr. dept lt.-col lt.gov p""".split()
)
# The end of a sentence only before a word that looks like a new one.
_EITHER = frozenset(
    """u.s u.k u.n e.u u.s.a u.a.e d.c l.a n.y a.m p.m inc ltd co corp bros llc plc jr sr ph.d m.d b.a m.a b.c a.d
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun etc est dept
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
    tenn tex vt va wash wis wyo ave blvd rd mt ft univ assn""".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sept sep oct nov dec".split())
# Words that open a new sentence even after an abbreviation which may stand before a name.
_OPENERS = frozenset(
    """the a an he she it they we i you this that these those there his her its their our my but and in on at
    for if when while after before as by with from to so yet still also however meanwhile earlier last since
    now then not no what who why how where both each some many most all another other under over during
    according asked speaking despite although though because until such more""".split()
)
_WORD_BEFORE = re.compile(r"[^\s“”\"'‘’«»(\[]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text`` as offsets within it, without the white space around them.

    Together they cover every character of ``text`` that is not white space.
    """
    spans: list[Span] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.end() > start and _ends(text, stop):
            _add(spans, text, start, stop.end())
            start = stop.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    lead = len(piece) - len(piece.lstrip())
    if lead < len(piece):
        spans.append(Span(start + lead, start + len(piece.rstrip())))


def _ends(text: str, stop: re.Match[str]) -> bool:
    mark, end = stop[0], stop.end()
    if mark[0] in _WIDE:
        return not (end < len(text) and text[end] in "，、")
    space = _SPACE.match(text, end)
    if end == len(text):
        return True
    if not space:
        return False
    following = text[_end_of(_NEXT, text, space.end()) : space.end() + 80]
    if not following:
        return True
    first = following[0]
    closed = mark[-1] not in ".!?…"
    if first.islower():
        return False
    if mark.startswith(("…", "..")) and not closed:
        return first.isupper()
    if mark[0] != ".":
        return not (closed and _reported(following))
    return _full_stop(text, stop, following, closed)


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _reported(following: str) -> bool:
    return following[0].islower()


def _full_stop(text: str, stop: re.Match[str], following: str, closed: bool) -> bool:
    window = text[max(0, stop.start() - 40) : stop.start()]
    found = _WORD_BEFORE.search(window)
    word = found[0].casefold() if found else ""
    if closed or not word:
        return True
    after = _WORD_AFTER.match(following)
    opener = bool(after) and after is not None and after[0].casefold() in _OPENERS
    if word in _LEADING:
        return word in {"no", "p", "v"} and opener
    if word in _EITHER or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", word):
        if following[0].isdigit():
            return word not in _MONTHS and word not in {"a.m", "p.m"}
        return opener
    if len(word) == 1 and word.isalpha():  # an initial
        return opener and word != "i"
    return True
