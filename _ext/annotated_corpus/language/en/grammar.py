"""The small words of English: what each is in a sentence (``grammar.txt``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def small_words() -> dict[str, str]:
    """Return the letter of each small word; of a word that stands under several, the first."""
    found: dict[str, str] = {}
    kind = ""
    for line in files("annotated_corpus.language.en").joinpath("grammar.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            for word in line.split():
                found.setdefault(word, kind)
    return found
