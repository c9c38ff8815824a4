"""News agencies and papers: who carries a statement, and is not its speaker."""

from __future__ import annotations

import re
from functools import lru_cache

_AGENCIES = (
    "Reuters",
    "Interfax",
    "Associated Press",
    "AP",
    "Agence France-Presse",
    "AFP",
    "TASS",
    "RIA Novosti",
    "RIA",
    "Sputnik",
    "Xinhua",
    "Bloomberg",
    "Kyodo",
    "Yonhap",
    "Anadolu",
    "DPA",
    "EFE",
    "ANSA",
    "PTI",
    "UPI",
    "IRNA",
    "SANA",
    "WAFA",
    "ITAR-Tass",
    "Itar-Tass",
    "Lusa",
    "Belga",
    "Ritzau",
    "Tanjug",
    "Agerpres",
    "Ukrinform",
    "UNIAN",
    "BelTA",
    "Armenpress",
    "KCNA",
    "Jiji",
    "Antara",
    "Bernama",
    "Notimex",
    "Prensa Latina",
    "Télam",
    "Europa Press",
    "Tasnim",
    "ISNA",
    "KUNA",
    "IANS",
)
_OUTLETS = (
    "CNN",
    "BBC",
    "NBC",
    "ABC",
    "CBS",
    "MSNBC",
    "NPR",
    "PBS",
    "Fox News",
    "Fox",
    "Politico",
    "Axios",
    "Al Jazeera",
    "Al Arabiya",
    "Der Spiegel",
    "Le Monde",
    "El País",
    "Time",
    "TIME",
    "Newsweek",
    "The Hill",
    "HuffPost",
    "BuzzFeed",
    "Daily Caller",
    "Daily Beast",
    "Guardian",
)
_ENDINGS = (
    "Times|Post|Journal|Globe|Herald|Tribune|Gazette|Telegraph|Chronicle|Examiner|Observer|Press|News|Daily|Mail|Sun"
)
_PAPER = rf"(?:[A-Z][\w’'.-]* ){{0,3}}(?:{_ENDINGS})"
_KNOWN = "|".join(map(re.escape, sorted((*_AGENCIES, *_OUTLETS), key=lambda name: (-len(name), name))))

NAME = re.compile(rf"\b(?:{_KNOWN}|{_PAPER})\b")
"""The name of an agency, a paper or a broadcaster."""

_AGENCY = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(_AGENCIES, key=len, reverse=True)))})\b(?: news agency)?")

_CREDITS = re.compile(
    rf"(?:\b(?:told|tells?|[Ss]ource:|according to|reported by|cited by|citing|quoted by|interview with) (?:the )?"
    rf"(?P<told>{_KNOWN}|{_PAPER})\b)"
    rf"|\((?P<dateline>{_KNOWN})\)"
    rf"|\b(?P<says>{_KNOWN}|{_PAPER})(?: news agency| newspaper)?,?"
    r"(?: quoting [^,]+,)? (?:said|says|reported|reports|is reporting|quoted|cited)\b"
)


@lru_cache(maxsize=16384)
def agencies(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text names news agencies, which carry what others say: start and end of each name."""
    return tuple(found.span() for found in _AGENCY.finditer(text))


@lru_cache(maxsize=16384)
def is_outlet(name: str) -> bool:
    """Return whether ``name`` is that of an agency, a paper or a broadcaster."""
    bare = re.sub(r"^[Tt]he | (?:news agency|newspaper|magazine|website)$", "", name)
    bare = re.sub(r" (?:news agency|newspaper|magazine|website)$", "", bare)
    return NAME.fullmatch(bare) is not None


@lru_cache(maxsize=16384)
def credits(text: str) -> frozenset[str]:
    """Return the outlets that a text credits: "told Reuters", "(Reuters)", "Source: Reuters", "Interfax said"."""
    return frozenset(next(name for name in found.groups() if name) for found in _CREDITS.finditer(text))
