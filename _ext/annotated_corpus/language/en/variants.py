"""Words that are spelled in several ways: with and without accents, in British and in American English.

The spelling found is a key to compare words by and need not be a word: "promise" becomes "promize" wherever it stands.
"""

from __future__ import annotations

import re

from annotated_corpus.language.letters import fold

_ENDINGS = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"(?<=[a-z]{3})is(e[ds]?|er|ers|ing|ation|ations)$", r"iz\1"),  # organised, organized
        (r"(?<=[a-z]{3})ys(e[ds]?|er|ers|ing)$", r"yz\1"),  # analysed, analyzed
        (r"(?<=[a-z]{3})our(?=(?:s|ed|ing|able|ably|ite|ites|al|hood|hoods|ful)?$)", "or"),  # neighbour, neighbor
        (r"([bt])re(s?)$", r"\1er\2"),  # theatre, theater
        (r"([aeiou][a-z]*[bcdgnptv]e)ll(ed|ing|er|ers)$", r"\1l\2"),  # travelled, traveled
        (r"logue(s?)$", r"log\1"),  # dialogue, dialog
        (r"\b(def|off|lic|pret)ence(s?)$", r"\1ense\2"),  # defence, defense
        (r"\bprogramme(?=s?$)", "program"),
        (r"\bsceptic", "skeptic"),
        (r"\bgrey", "gray"),
        (r"(judg|acknowledg)ement", r"\1ment"),
        (r"\b(an|leuk|h)ae(?=m)", r"\1e"),  # haemorrhage, hemorrhage
        (r"\bpaed", "ped"),
        (r"\bmanoeuv(?:re?|er)", "maneuver"),
    )
)
_TELLING = re.compile(r"[iy]s(?:e|ing|ation)|our|[bt]re|ell|logue|ence|programme|scep|grey|gement|ae|oeu")
"""What a word has in which an ending may be of another spelling; most have nothing of it."""

_LONGEST = 40
"""No word is longer; what is, might take long."""


def one_spelling(plain: str) -> str:
    """Return a word without accents and in one spelling.

    >>> [one_spelling(each) for each in ("calderón", "travelled", "centres", "labour", "four", "killed")]
    ['calderon', 'traveled', 'centers', 'labor', 'four', 'killed']
    """
    if not plain.isascii():
        folded = fold(plain)
        plain = folded if folded.isascii() else plain  # in other scripts the mark makes another letter
    if len(plain) <= _LONGEST and _TELLING.search(plain):
        for pattern, replacement in _ENDINGS:
            plain = pattern.sub(replacement, plain)
    return plain
