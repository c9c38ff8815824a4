"""Cues that a line is a credit (byline, date, source, photographer) or a caption."""

from __future__ import annotations

import re

from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.en.outlets import CREDITED as AGENCY
from annotated_corpus.language.en.outlets import is_credited
from annotated_corpus.language.particles import ELIDED, PARTICLES
from annotated_corpus.text import cues, vocabulary

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_PHOTO_LABEL = re.compile(
    r"(?:photo(?:graph)?s?|picture|image|pic|file photo|photo credit|credit|image (?:source|credit|copyright))"
    r"\s*(?::|,|\||by\b|/)\s*(\S.{0,80})",
    re.IGNORECASE,
)
_CREDIT_PART = re.compile(r"\s*[/|—–]\s*|\s+via\s+|\s-\s|,\s+")
_ENDS_WITH_AGENCY = re.compile(rf"(.*?)\s*\b{AGENCY}")
_BY = re.compile(r"(?:(?:words|story|analysis|interview|photographs?|text|opinion)\s)?by\s(.*)", re.IGNORECASE)
_LINKS = frozenset("and of in for the at on with from by".split())
_SMALL = _LINKS | PARTICLES
_LEANING = re.compile(r"([^\W\d_]+)(['’‑-])[^\W\d_a-z]")
"""A particle that leans on a name: "el-Baradei", "d'Ambrosio"."""
_WORK = (
    "reporting",
    "writing",
    "editing",
    "compiled",
    "translated",
    "translation",
    "edited",
    "written",
    "reported",
    "research",
    "graphic",
    "graphics",
    "produced",
    "production",
    "photography",
    "rewritten",
    "posted",
)
_WORKS = rf"(?:{'|'.join(_WORK)})"
_AMONG_NAMES = _SMALL | frozenset(_WORK) | {"additional", "further", "extra"} | vocabulary.ROLES
# Where a pattern has a group, what it catches must be names.
_CREDITS = tuple(
    (reason, re.compile(pattern, re.IGNORECASE | re.VERBOSE))
    for reason, pattern in (
        (
            "a line of credits",
            rf"""\W*(?:(?:additional|further|extra)\ )?{_WORKS}(?:(?:,|\ and|\ &)\ {_WORKS}){{0,4}}
              \ (?:by|from)\s(.{{2,240}})
            | with\ (?:files|reporting|reports?|contributions?|additional\ reporting|inputs?)\ (?:from|by)\s(.{{2,160}})
            | .{{2,160}}\ contributed\ (?:to\ this\ (?:report|story|article)|reporting)\b.{{0,60}}
            | (?:editors?|reporters?|writers?|author|translators?|photographer)\s*:\s*
              (?:\S+(?:\s\S+)?(?<![.!?])|(\S+(?:\s\S+){{2,5}}))
            | to\ contact\ the\ (?:reporter|editor|author|writer)s?\b.{{2,160}}""",
        ),
        (
            "names the source",
            rf"""(?:sources?|via|from|provided\ by|courtesy\ of|originally\ published\ (?:by|in|on))
              \s*:?\s*(?-i:{AGENCY})
            | (?:sources?|provided\ by|courtesy|quelle|fuente|fonte|источник)\s*:\s*.{{2,60}}(?<![.!?])
            | (?-i:{AGENCY})(?:\s*(?:/|&|,|\ and)\s*(?-i:{AGENCY}))*
            | [a-z]{{2,4}}(?:/[a-z]{{2,4}})*\s\((?-i:{AGENCY})(?:,\s(?-i:{AGENCY}))*\)""",
        ),
        ("an address of the author", r"""(?:e-?mail\s*:?\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+ | @\w{2,30}"""),
    )
)
# Scrapers glue the parts of a date together: "20219:15 AM ESTUpdated".
_DATE_TOKEN = re.compile(r"\d+(?:[:./h-]\d+)*|[A-Z]{2,4}(?=[A-Z][a-z])|[^\W\d_]+(?:\.[^\W\d_]+)*")
_CALENDAR_DATE = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{1,4}|\d{1,2}:\d{2}(?::\d{2})?")
_BY_SOMEONE = re.compile(r"\bby\s+\S+(?:\s\S+)?$", re.IGNORECASE)
_PLACE = re.compile(r"\s[-–—]\s[A-Z ]+$")
# A line of its own may lack what ends a dateline before running text: a place and a date, or an agency alone.
_PLACE_AND_DATE = re.compile(rf"{_NAME}(?:[ /]{_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME})?)?\s?[,|·–—-]\s(.+)")
_AGENCY_ALONE = re.compile(rf"\({AGENCY}\)\s*(?:[—–_]|--?)?|\([A-Z][A-Z\d .&/-]{{1,20}}\)\s*(?:[—–_]|--?)")
_TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:?\d{2})?")


def photo_credit(text: str) -> bool:
    """Whether ``text`` names a photographer or a picture agency and nothing else."""
    bare = text.strip(" ()[].")
    if len(bare) > 160:
        return False
    if labelled_photo_credit(text):
        return True
    parts = _CREDIT_PART.split(bare)
    agencies = [part for part in parts if _ENDS_WITH_AGENCY.fullmatch(part)]
    names = [part for part in parts if not is_credited(part)]
    if not agencies or not (names or len(parts) > 1):
        return False
    return all(1 <= len(part.split()) <= 5 and _named(part.split()) for part in names)


def _named(found: list[str]) -> bool:
    """Whether words are all of them parts of a name."""
    return all(re.match(r"[^\W\d_a-z]", word) or word in _SMALL or _leaning(word) for word in found)


def _leaning(word: str) -> bool:
    found = _LEANING.match(word)
    return found is not None and found[1] in (ELIDED if found[2] in "'’" else PARTICLES)


def labelled_photo_credit(text: str) -> bool:
    """Whether ``text`` is a photo credit that says so: ``Photograph: …``."""
    found = _PHOTO_LABEL.fullmatch(text.strip(" ()[]."))
    return found is not None and (_only_names(found[1]) or not cues.stopped(text))


def _only_names(text: str) -> bool:
    """Whether ``text`` has names, and what links them, but no running words."""
    tokens = re.findall(r"[^\s,;&/|()“”\"]+", text)
    rest = [token for token in tokens if not _named([token])]
    return len(rest) < len(tokens) and {token.casefold().strip(".:") for token in rest} <= _AMONG_NAMES


def byline(text: str) -> bool:
    """Whether ``text`` is "By" and names, perhaps with roles and places."""
    found = _BY.fullmatch(text)
    if not found or len(text) > 160:
        return False
    tokens = re.findall(r"[^\s,&/|]+", found[1].rstrip("."))
    named = [token for token in tokens if token not in _SMALL and token.casefold() not in vocabulary.CALENDAR]
    known = [token for token in named if _named([token])]
    rest = [token for token in tokens if not _named([token])]
    if not known or len(tokens) > 16 or (tokens[0] in _LINKS and tokens[0] != "the"):
        return False
    return not rest or (bool(set(rest) & vocabulary.ROLES) and len(rest) <= 4)


def credit(text: str) -> str:
    """Return the reason why ``text`` is a credit, empty if it is not."""
    if len(text) > cues.LONGEST // 2:
        return ""
    if photo_credit(text):
        return "credits a photograph"
    if byline(text) or text.casefold() == "by":
        return "a byline"
    for reason, pattern in _CREDITS:
        found = pattern.fullmatch(text)
        if found and all(_only_names(names) for names in found.groups() if names):
            return reason
    if date(text):
        return "gives the date of publication"
    return "a dateline on a line of its own" if _only_dateline(text) else ""


def _only_dateline(text: str) -> bool:
    """Whether ``text`` says where, when or for whom a report was written, and nothing else."""
    if len(cues.words(text)) > 10:
        return False
    if _AGENCY_ALONE.fullmatch(text) or (report(text) == len(text) and text.rstrip(" .")[-1] in ")/—–-_"):
        return True
    found = _PLACE_AND_DATE.fullmatch(text)
    return found is not None and any(map(str.isdigit, found[1])) and date(found[1])


def date(text: str) -> bool:
    """Whether every word of ``text`` belongs to a date, its label, its hour or its author."""
    if len(text) > 120:
        return False
    if _TIMESTAMP.fullmatch(text):
        return True
    bare = _PLACE.sub("", _BY_SOMEONE.sub("", text))
    tokens = [token.casefold() for token in _DATE_TOKEN.findall(bare)]
    numbers = [token for token in tokens if token[0].isdigit()]
    rest = {token for token in tokens if not token[0].isdigit()}
    if not tokens or (bare != text and tokens[0] not in vocabulary.DATE_LABELS | vocabulary.CALENDAR):
        return False
    if rest <= vocabulary.DATE_STANDALONE and not numbers:
        return True
    if not rest <= vocabulary.DATE_LABELS | vocabulary.CALENDAR | vocabulary.NUMBER_WORDS:
        return False
    dated = rest & (vocabulary.CALENDAR | vocabulary.DATE_STANDALONE | {"ago"})
    return bool(numbers and dated) or "ago" in rest or any(map(_CALENDAR_DATE.fullmatch, numbers))


_CAPTION_LABEL = re.compile(
    r"(?:(?i:image caption\s*[:,|]|(?:caption|file photo|photo|image|picture|pictured)\s*[:|])"
    r"|FILE\s*[-–—:]|FILE PHOTO)\s*\S"
)
_DEPICTS = re.compile(
    r"""\((?:left|right|centre|center|[lrc])\)
    | ,\s(?:(?:far\s)?left|(?:far\s)?right|centre|center|second\sfrom\s(?:left|right)|top|bottom),
    | \b(?:is|are)\s(?:seen|pictured|shown)\b[^.]*\.?$
    | \bin\sthis\s(?:\w+\s)?(?:file|undated|handout|image|photo|photograph|picture)\b
    | \((?:AP\sPhoto|Photo|Image|Picture|File)\b[^()]*\)\W*$""",
    re.IGNORECASE | re.VERBOSE,
)


def caption(text: str) -> str:
    """Return the reason why ``text`` is a caption, empty if it is not."""
    if len(text) > cues.LONGEST:
        return ""
    if _CAPTION_LABEL.match(text):
        return "is labelled as a picture's caption"
    if _DEPICTS.search(text) and len(cues.words(text)) <= 60 and not cues.QUOTED.search(text):
        return "says what is to be seen in a picture"
    return ""
