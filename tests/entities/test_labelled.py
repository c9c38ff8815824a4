"""Recognition on labelled news whose licence keeps it out of this repository.

Set CORPUS_LABELLED_DATA to a file ``{"docs": [{"id", "text", "mentions": [{"start", "end", "type"}]}]}``. The floors
are low where the shipped weights have not seen the data, and a regression of the code all the same.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from annotated_corpus.entities.recognise import recognise
from tests.entities.make import article

DATA = os.environ.get("CORPUS_LABELLED_DATA", "")
FLOORS = {"person": 0.82, "place": 0.80}


@pytest.mark.skipif(not DATA, reason="CORPUS_LABELLED_DATA is not set")
def test_exact_f1_of_people_and_places() -> None:
    counts = {kind: [0, 0, 0] for kind in FLOORS}
    for number, doc in enumerate(json.loads(Path(DATA).read_text("utf-8"))["docs"]):
        skipped = [(m["start"], m["end"]) for m in doc["mentions"] if m["type"] == "IGNORE"]
        found = {(s.start, s.end, s.kind.value) for s in recognise(article(f"d{number}", doc["text"]).blocks)}
        found = {m for m in found if not any(m[0] < end and start < m[1] for start, end in skipped)}
        wanted = {(m["start"], m["end"], m["type"].lower()) for m in doc["mentions"] if m["type"] != "IGNORE"}
        for kind, count in counts.items():
            mine, right = ({m for m in each if m[2] == kind} for each in (found, wanted))
            count[0] += len(mine & right)
            count[1] += len(mine)
            count[2] += len(right)
    f1 = {kind: 2 * hit / max(1, mine + right) for kind, (hit, mine, right) in counts.items()}
    print(f1)
    assert all(f1[kind] >= floor for kind, floor in FLOORS.items()), f1
