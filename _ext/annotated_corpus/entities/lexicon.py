"""The word lists of the recogniser: ``data/words.txt`` and the table of titles, read once when asked for."""

from __future__ import annotations

from functools import cache
from importlib import resources

from annotated_corpus.language.en import peoples, small_words, titles
from annotated_corpus.language.en.calendar import MONTHS, SHORT_MONTHS
from annotated_corpus.language.tables import parts


def data_text(name: str) -> str:
    """Return the text of one of the package's data files."""
    return resources.files(__package__).joinpath("data", name).read_text("utf-8")


@cache
def _lists() -> dict[str, frozenset[str]]:
    here = {name: frozenset(" ".join(rows).split()) for name, rows in parts(__package__, "data/words.txt").items()}
    here["demonym"] = peoples.LISTED
    here["month"] |= {*MONTHS, *SHORT_MONTHS}
    here["context"] |= small_words.listed("x")
    here["function"] = frozenset(
        shape for word in small_words.listed("r") for shape in (_capital(word), _capital(word).replace("'", "’"))
    )
    return (
        here
        | {name: titles.capitalised(letter) for name, letter in _CAPITALISED.items()}
        | {name: titles.listed(letter) for name, letter in _SMALL.items()}
    )


_CAPITALISED = {"title": "t", "honorific": "h", "address": "a", "he": "m", "she": "f", "before a name": "n"}
_SMALL = {"role": "r", "modifier": "q"}
"""The lists that are letters of the table of titles."""


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


def words(name: str) -> frozenset[str]:
    """Return one list by its name; a missing list is a mistake of the package (KeyError)."""
    return _lists()[name]


@cache
def _common() -> frozenset[str]:
    return frozenset(data_text("common.txt").split())


def is_common(word: str) -> bool:
    """Whether the lower-case word, or the base of a regular form, is in the list of common words."""
    known = _common()
    if word in known:
        return True
    return any(word.endswith(ending) and word[: -len(ending)] + more in known for ending, more in _ENDINGS)


_ENDINGS = (
    ("s", ""),
    ("es", ""),
    ("ed", ""),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("ness", ""),
    ("er", ""),
)
