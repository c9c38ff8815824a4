"""Every kind of trap: how many of its texts are read wholly right; a floor may rise, never sink."""

from __future__ import annotations

import pytest

from annotated_corpus.decisions import Decisions
from annotated_corpus.entities import annotate
from annotated_corpus.settings import Settings
from tests.articles import lines as article
from tests.entities.make import trap_texts, unmark

FLOORS = {
    "person named like a place": 28,  # of 30
    "place that speaks": 14,  # of 14
    "organisation that contains a place": 34,  # of 34
    "demonym": 15,  # of 15
    "husband and wife": 9,  # of 9
    "father and son": 9,  # of 9
    "surname after the full name": 12,  # of 12
    "surname that is a common word": 15,  # of 20
    "title and office before the name": 15,  # of 15
    "role after the name": 8,  # of 8
    "particles, initials and suffixes": 13,  # of 13
    "names of many languages": 22,  # of 22
    "dateline and capitals": 12,  # of 12
    "possessive": 6,  # of 6
    "states and their abbreviations": 10,  # of 10
    "seas, rivers, mountains and regions": 11,  # of 11
    "former and other names": 6,  # of 6
    "common words with capitals": 11,  # of 11
    "two names joined": 6,  # of 6
    "place inside a longer phrase": 9,  # of 9
    "agency style": 6,  # of 6
    "sports club": 9,  # of 12
    "ship, product or newspaper named like a place": 8,  # of 8
    "headline in capitals": 8,  # of 8
}


def wrong(marked: str) -> list[str]:
    """Say what is missed, invented, or put under another entry in one marked text."""
    text, wanted = unmark(marked)
    found = annotate([article("a", text)], Decisions(), Settings())
    entries = {entity.id: entity for entity in found.entities}
    have = {(m.start, m.end, str(entries[m.entity].kind)): entries[m.entity].name for m in found.mentions}
    want = {(mark.start, mark.end, mark.kind): mark for mark in wanted}
    faults = [f"missed {mark.kind} {mark.text}" for key, mark in want.items() if key not in have]
    faults += [f"invented {kind} {text[start:end]}" for start, end, kind in have if (start, end, kind) not in want]
    return faults + [
        f"{mark.text} under {have[key]}, not {mark.entry}"
        for key, mark in want.items()
        if key in have and mark.entry and have[key] != mark.entry
    ]


def test_there_are_three_hundred_texts_and_a_floor_for_every_kind() -> None:
    texts = trap_texts()
    assert sum(map(len, texts.values())) >= 300
    assert texts.keys() == FLOORS.keys()


@pytest.mark.parametrize("kind", FLOORS)
def test_trap(kind: str) -> None:
    texts = trap_texts()[kind]
    faults = {marked: wrong(marked) for marked in texts}
    right = [marked for marked in texts if not faults[marked]]
    assert len(right) >= FLOORS[kind], "\n".join(f"{each} {faults[each]}" for each in texts if faults[each])
