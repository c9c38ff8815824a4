"""What a name looks like in running text, as parts of patterns: capitals of every Latin alphabet, and particles."""

from __future__ import annotations

from annotated_corpus.language.particles import ELIDED, HYPHENED, LEADING, PARTICLES

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
"""One capital letter: a letter that is not a small one of English or its neighbours.

Small letters beyond ÿ and scripts without capitals count as capitals, which does no harm among English words; with
all small letters in it, a pattern takes five times as long to compile.
"""

_HYPHENED = f"(?:{'|'.join(sorted(HYPHENED))})[-‑]"
_ELIDED = f"(?:{'|'.join(sorted(ELIDED))})[’']"
WORD = rf"(?:{_HYPHENED}|{_ELIDED})?{CAPITAL}[\w’'\-‑\u0300-\u036f]*(?:\.{CAPITAL})*\.?"
"""A word of a name: "Lund", "O’Neill", "al-Karzai", "d’Estaing", "U.S."."""

PARTICLE = f"(?:{'|'.join(sorted(PARTICLES))}) "
"""A particle and the space after it."""
OPENING = f"(?:{'|'.join(sorted(LEADING))}) "
"""A particle with which a name may begin: "von der Leyen"."""

GAP = 2
"""Two capitals of one name are at most so far apart: a space, or a full stop and a space."""
RUN = rf"(?:{OPENING}){{0,2}}{WORD}(?: (?:{PARTICLE}){{0,3}}{WORD})*"
"""A name of one word or more, without "of" or "and"."""
