"""Settling: what the article as a whole says of a name overrules how one chunk was read."""

from __future__ import annotations

from collections.abc import Sequence

from annotated_corpus.entities.cutting import Stretch, spelled
from annotated_corpus.entities.signals import OTHER, PERSON, PLACE, Words
from annotated_corpus.entities.tokens import Chunk

_PAIR = 3
_LARGE = "NCKS"
"""Continents, countries, capitals and seats of government (see gazetteer.KINDS)."""


def settle(found: Sequence[Chunk], cuts: list[list[Stretch]], words: Words) -> list[list[Stretch]]:
    """Return the cuts of an article's chunks, corrected where plain rules apply.

    Two people joined by a hyphen ("the Putin-Biden summit") are parted where the article names each of them apart.
    A country or capital is no person unless a person of the article bears the word.
    A country, capital or seat of government that stands alone is a place, but not in an organisation's name
    ("Organisation for Security and Cooperation in Europe").
    A sea's name before a noun ("the Atlantic alliance") is an adjective.
    A surname that the article gives in full elsewhere is that person: before a verb of speech or a possessive, or
    where it was read as a place that the gazetteer does not have.
    """
    people: set[str] = set()
    last: set[str] = set()
    for chunk, cut in zip(found, cuts, strict=True):
        for i, j, label in cut:
            if label == PERSON and "-" not in chunk.words[i:j]:
                people.update((chunk.words[i], chunk.words[j - 1]))
                if j - i > 1:
                    last.add(chunk.words[j - 1])
    borne = {
        word
        for chunk, cut in zip(found, cuts, strict=True)
        for i, j, label in cut
        if label == PERSON and (j - i > 1 or words[chunk.words[i - 1] if i else chunk.before[0] or "-"].code in "YT")
        for word in chunk.words[i:j]
    }
    places = {
        spelled(chunk.words[i:j])
        for chunk, cut in zip(found, cuts, strict=True)
        for i, j, label in cut
        if label == PLACE
    }
    for chunk, cut in zip(found, cuts, strict=True):
        for k, (i, j, label) in enumerate(cut):
            name = spelled(chunk.words[i:j])
            if j - i == _PAIR and chunk.words[i + 1] == "-" and {chunk.words[i], chunk.words[j - 1]} <= people:
                cut[k : k + 1] = [(i, i + 1, PERSON), (i + 1, i + 2, OTHER), (i + 2, j, PERSON)]
                break
            if label == PERSON and words.place(name) in _LARGE and not borne.intersection(chunk.words[i:j]):
                cut[k] = (i, j, PLACE)
            elif label == PLACE and ((i == 0 and chunk.link in _INSIDE) or _adjective(chunk, j, name, words)):
                cut[k] = (i, j, OTHER)
            elif label == OTHER and len(chunk.words) == j - i and _alone(chunk, words, name, places):
                cut[k] = (i, j, PLACE)
            elif j - i == 1 and name in last and label != PERSON and _surname(chunk, j, label, name, words):
                cut[k] = (i, j, PERSON)
    return cuts


_INSIDE = ("in ++O", "of ++O", "for ++O")


def _adjective(chunk: Chunk, end: int, name: str, words: Words) -> bool:
    alone = end == len(chunk.words) and name.endswith("ic") and words.place(name) == "W"
    return alone and words.outer(chunk.after[0]) == "w"


def _alone(chunk: Chunk, words: Words, name: str, places: set[str]) -> bool:
    kind = words.place(name)
    if kind not in _LARGE or chunk.link.endswith("O"):
        return False
    return name in places or len(chunk.words) > 1


def _surname(chunk: Chunk, end: int, label: int, name: str, words: Words) -> bool:
    if label == PLACE:
        return words.place(name) in "-V"
    whole = len(chunk.words) == 1
    return whole and end == 1 and words.outer(chunk.after[0]) in ("SAY", "'s")
