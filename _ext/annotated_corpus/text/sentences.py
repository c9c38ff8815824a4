"""Cut running text into sentences: right in news prose, careful elsewhere.

A splitter by rules, after the finding of Grefenstette and Tapanainen (1994) that a list of
abbreviations and a look at the next word settle nearly every full stop. On doubt it does not cut.
"""

from __future__ import annotations

import itertools
import re

from annotated_corpus.language.en.abbreviations import STATES, TITLES
from annotated_corpus.language.en.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from annotated_corpus.language.en.small_words import OPENERS
from annotated_corpus.language.en.speech import finite
from annotated_corpus.language.en.units import ZONES
from annotated_corpus.model import Span

_CLOSERS = "\"'”’»)\\]›」』】）"
_MARKS = ".!?…。！？｡।॥؟۔։።፧"
_STOP = re.compile(rf"[{_MARKS}](?:(?:\s\.){{2,}}|[{_MARKS}]*)[{_CLOSERS}]*(?:\[\d{{1,3}}\])*")
_WIDE = frozenset("。！？｡")
_ELLIPSIS = ("…", "..", ". .")
_SPACE = re.compile(r"\s+")
_OPENING = re.compile(r"[\"'“‘«(\[‹「『【\s]*")
_DASH = re.compile(r"\s+(?:[—–-]|--)\s")
_LOOK = 120  # characters after a stop that are looked at
_BACK = 300  # and before it, for who asks

# Something always follows these.
_LEADING = frozenset(" ".join(TITLES).casefold().split() + "vs cf e.g i.e viz lt.-col lt.gov nr".split())
_CAPITALISED = frozenset(
    " ".join((*SHORT_MONTHS, *SHORT_WEEKDAYS, *STATES)).casefold().split()
    + "inc ltd co cos corp bros jr sr st no me ave blvd rd mt ft pt univ assn bldg".split()
)
# These too end a sentence only before a word that opens one.
_EITHER = _CAPITALISED | frozenset(
    """u.s u.k u.n e.u u.s.a u.a.e d.c l.a n.y llc plc ph.d m.d b.a m.a b.c a.d sec v ca al hr dept nos op fig figs vol
    pp p approx ed est div gov't""".split()
)
_HOURS = frozenset({"a.m", "p.m"})
# What may follow "p.m." within the sentence.
_AFTER_HOURS = frozenset(
    " ".join((*WEEKDAYS, *MONTHS, *SHORT_MONTHS, *ZONES)).casefold().split()
    + "et ct mt pt ist eastern central mountain pacific local sat sun mon".split()
)
_SAID = f"(?:{finite('closing')})"
# After "Why?”": the speaker, and the verb within a few words.
_ASKED = re.compile(rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.\s+)?(?:[\w.'’-]+\s+){{1,4}}?{_SAID}\b")
# After "…so.” ": only if nothing but the verb follows the speaker.
_SAID_ONLY = re.compile(rf"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.\s+)?(?:[\w'’-]+\s+){{1,2}}?{_SAID}\s*(?:[.,]|$)")
# "He asked, “Why?": who says it was said before.
_INTRODUCED = re.compile(rf"\b{_SAID}\b[^“”\"]{{0,40}}[,:]\s+[“\"'‘][^“”\"]*$")
_WORD_BEFORE = re.compile(r"[^\s“”\"'‘’«»(\[—–]+$")
_WORD_AFTER = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_GLUED = re.compile(r"[^\W\d_a-z][a-z’']*\s")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")


def split_sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of ``text`` as offsets within it, without the white space around them.

    Together they cover every character of ``text`` that is not white space.
    """
    cuts = [0]
    for stop in _STOP.finditer(text):
        if _ends(text, stop, cuts[-1]):
            cuts.append(stop.end())
    cuts.append(len(text))
    spans: list[Span] = []
    for start, end in itertools.pairwise(cuts):
        piece = text[start:end]
        bare = piece.strip()
        if not bare:
            continue
        at = start + len(piece) - len(piece.lstrip())
        if spans and not any(map(str.isalnum, bare)):  # stray marks go with what they follow
            spans[-1] = Span(spans[-1].start, at + len(bare))
        else:
            spans.append(Span(at, at + len(bare)))
    return tuple(spans)


def _ends(text: str, stop: re.Match[str], start: int) -> bool:
    """Whether the sentence that begins at ``start`` ends with ``stop``."""
    mark, end = stop[0], stop.end()
    if end == len(text):
        return True
    if mark[0] in _WIDE:
        return text[end] not in "，、"
    space = _SPACE.match(text, end)
    if not space:
        return _glued(text, stop)
    opening = _OPENING.match(text, end)
    at = opening.end() if opening else end
    following = text[at : at + _LOOK]
    if not following:
        return True
    if following[0].islower() or _DASH.match(text, end):
        return False
    if not any(map(str.isalnum, text[max(start, stop.start() - 200) : stop.start()])):
        return False
    quoted = mark[-1] not in ".!?…" and at == space.end()
    if mark.startswith(_ELLIPSIS):
        return following[0].isupper()
    if mark[0] != ".":
        if not (quoted and _ASKED.match(following)):
            return True
        return _INTRODUCED.search(text[max(start, stop.start() - _BACK) : stop.start()]) is not None
    if quoted and mark[-1] in "\"”’'»":
        return not _SAID_ONLY.match(following)
    return mark[-1] != "." or _full_stop(text, stop, start, following)


def _glued(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop without a space after it is one: ``…long border.It has…``."""
    before = text[max(0, stop.start() - 3) : stop.start()]
    return stop[0][0] in ".!?" and before.isalpha() and before.islower() and bool(_GLUED.match(text, stop.end()))


def _full_stop(text: str, stop: re.Match[str], start: int, following: str) -> bool:
    found = _WORD_BEFORE.search(text, max(start, stop.start() - 40), stop.start())
    word = found[0].casefold() if found else ""
    if not word or (word.isalnum() and len(word) <= 2 and not text[start : stop.start() - len(word)].strip()):
        return not word  # "1. The first": a number of a list
    after = _WORD_AFTER.match(following)
    opener = after is not None and after[0].casefold().replace("’", "'") in OPENERS
    if word in _LEADING:
        return False
    if found and found[0].islower() and word in _CAPITALISED:
        return True  # "sun" and "me" are words, "Sun." and "Me." are not
    if word in _HOURS:
        return not following[0].isdigit() and (after is None or after[0].casefold() not in _AFTER_HOURS)
    if word in _EITHER or _INITIALISM.fullmatch(word) or (len(word) == 1 and word.isalpha()):
        return opener
    return True
