"""What a name looks like in running text, as parts of patterns: capitals of every Latin alphabet, and particles."""

from __future__ import annotations

from annotated_corpus.language.particles import ELIDED, PARTICLES

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""One capital letter: a letter that is not a small one of English or its neighbours.

Small letters beyond ÿ and scripts without capitals count as capitals, which does no harm among English words; with
all small letters in it, a pattern takes five times as long to compile.
"""

_HYPHENED = "(?:al|el|ul|ad|an|ar|as|ash|at|az|bin|ben|ibn)[-‑]"
_ELIDED = f"(?:{'|'.join(sorted(ELIDED))})[’']"
WORD = rf"(?:{_HYPHENED}|{_ELIDED})?{CAPITAL}[\w’'\-‑\u0300-\u036f]*(?:\.{CAPITAL})*\.?"
"""A word of a name: "Lund", "O’Neill", "al-Karzai", "d’Estaing", "U.S."."""

_ALSO_ENGLISH = frozenset("do op te ten e y den".split())
PARTICLE = f"(?:{'|'.join(sorted(PARTICLES))}) "
"""A particle and the space after it."""
OPENING = f"(?:{'|'.join(sorted(PARTICLES - _ALSO_ENGLISH))}) "
"""A particle with which a name may begin: "von der Leyen"."""

RUN = rf"(?:{OPENING}){{0,2}}{WORD}(?: (?:{PARTICLE}){{0,3}}{WORD})*"
"""A name of one word or more, without "of" or "and"."""
