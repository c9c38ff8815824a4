"""Large corpora: the index finds the articles that comparing all with all finds, at once and step by step."""

from __future__ import annotations

import json
import os
import random
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from annotated_corpus.claims import extract
from annotated_corpus.claims.events import neighbourhood
from annotated_corpus.claims.events.event import Outline, margin, outline, same_event
from annotated_corpus.claims.scoring.profile import profile
from annotated_corpus.model import Claim
from annotated_corpus.neighbours import plan
from annotated_corpus.progress import silent
from annotated_corpus.settings import Settings
from bench.invented import Language, Story, archive, tell
from tests.articles import article

DUCKDB = Settings(engine="duckdb")
Claims = dict[str, list[Claim]]


class Outlines:
    """Makes outlines, and remembers of which articles."""

    def __init__(self, claims: Claims) -> None:
        self.claims = claims
        self.made: dict[str, Outline] = {}

    def __call__(self, name: str) -> Outline:
        if name not in self.made:
            self.made[name] = outline(profile(name, self.claims[name]))
        return self.made[name]


def invented(articles: int, seed: int = 1) -> Claims:
    made = {}
    for told, _ in archive(articles, seed):
        for each in told:
            made[each.name] = extract([article(each.name, *each.paragraphs)])
    return made


def exactly(outlines: Outlines) -> list[tuple[str, str]]:
    return same_event({(a, b): margin(outlines(a), outlines(b)) for a, b in combinations(outlines.claims, 2)})


@pytest.fixture(scope="module")
def claims() -> Claims:
    return invented(150)


def test_the_index_misses_no_pair(claims: Claims) -> None:
    outlines = Outlines(claims)
    wanted = exactly(outlines)
    assert len(wanted) > 100
    assert [*neighbourhood.pairs(claims, outlines, Settings(), None, silent)] == wanted


def test_a_small_corpus_and_a_large_one_are_told_apart(claims: Claims) -> None:
    few = dict([*claims.items()][: neighbourhood.SMALL])
    outlines = Outlines(few)
    assert [*neighbourhood.pairs(few, outlines, DUCKDB, None, silent)] == exactly(outlines)
    assert set(neighbourhood.pairs(few, outlines, Settings(), None, silent)) >= set(exactly(outlines))


def test_a_large_event_is_found_almost_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_FULL", 10)
    assert plan.few(130) == 16  # as in a corpus of many thousands
    dice = random.Random("large")  # repeatable, not secret
    story = Story(Language(dice), dice)
    claims = {
        each.name: extract([article(each.name, *each.paragraphs[:6])])
        for each in tell(story, 130, first=0, number=1)[0]
    }
    outlines = Outlines(claims)
    wanted = exactly(outlines)
    assert len(wanted) > 7000
    found = neighbourhood.pairs(claims, outlines, DUCKDB, None, silent)
    assert set(found) <= set(wanted)
    assert len(found) > 0.95 * len(wanted)  # five such stories gave from 0.957 to 0.9997


BRIEF = (
    "Quake shakes Tonga",
    "A strong earthquake shook Tonga on Tuesday, the Geological Survey said.",
    "“Nobody was hurt,” said Sione Tupou, the mayor of Nuku'alofa.",
    "Flights from Auckland were cancelled until Thursday.",
)


@pytest.mark.parametrize(("copies", "others", "share"), [(65, 1000, 1), (129, 0, 0.95), (129, 100, 0.95)])
def test_a_brief_that_many_outlets_print_is_found(copies: int, others: int, share: float) -> None:
    dice = random.Random("brief")  # repeatable, not secret
    texts = {f"wire{n}": BRIEF for n in range(copies)}
    for n in range(others):
        who, where = dice.choice(("Karl", "Ana")), dice.choice(("Leeds", "Porto"))
        sold = f"{who} sold {dice.randint(100, 99999)} lamps in {where}."
        texts[f"other{n}"] = (f"Sale number {n}", sold)
    claims = {name: extract([article(name, *text)]) for name, text in texts.items()}
    found = neighbourhood.pairs(claims, Outlines(claims), DUCKDB, None, silent)
    tied = [pair for pair in found if pair[0].startswith("wire") and pair[1].startswith("wire")]
    assert len(tied) >= share * copies * (copies - 1) / 2


def test_one_article_more_or_less_costs_itself_and_its_neighbours(claims: Claims, tmp_path: Path) -> None:
    last = max({b for _, b in exactly(Outlines(claims))})
    fewer = {name: own for name, own in claims.items() if name != last}
    fresh = {
        len(each): neighbourhood.pairs(each, Outlines(each), DUCKDB, tmp_path / f"{len(each)}", silent)
        for each in (claims, fewer)
    }
    for step in (fewer, claims, fewer, claims):
        outlines = Outlines(step)
        assert neighbourhood.pairs(step, outlines, DUCKDB, tmp_path / "grown", silent) == fresh[len(step)]
    assert last in outlines.made
    assert len(outlines.made) < 30


def test_a_changed_article_is_compared_anew(claims: Claims, tmp_path: Path) -> None:
    neighbourhood.pairs(claims, Outlines(claims), DUCKDB, tmp_path, silent)
    one, two = exactly(Outlines(claims))[0]
    changed = {**claims, one: extract([article(one, "Nothing of all this is true.")])}
    found = [*neighbourhood.pairs(changed, Outlines(changed), DUCKDB, tmp_path, silent)]
    assert found == exactly(Outlines(changed))
    assert (one, two) not in found


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"marks": 1}', b"\xff"])
def test_damaged_margins_are_made_anew(claims: Claims, tmp_path: Path, content: bytes) -> None:
    few = dict([*claims.items()][:40])
    (tmp_path / "margins.json").write_bytes(content)
    assert [*neighbourhood.pairs(few, Outlines(few), DUCKDB, tmp_path, silent)] == exactly(Outlines(few))


@pytest.mark.slow
@pytest.mark.skipif("CORPUS_LABELLED_DATA" not in os.environ, reason="CORPUS_LABELLED_DATA is not set")
@pytest.mark.parametrize("sentences", [None, 6])
def test_labelled_pairs_among_a_thousand_others(sentences: int | None) -> None:
    """Of the labelled links that comparing all with all scores, the index leaves at least 99 of 100."""
    folder = Path(os.environ["CORPUS_LABELLED_DATA"])
    labelled = json.loads((folder / "claims_dev.json").read_text("utf-8"))["pairs"]
    news = json.loads((folder / "entities_dev.json").read_text("utf-8"))["docs"]
    claims = invented(1000)
    for n, each in enumerate(news):
        lines = [line for line in re.split(r"(?<=[.!?])\s+|\n+", each["text"]) if line.strip()]
        claims[f"news-{n:03}"] = extract([article(f"news-{n:03}", *lines)])
    links = defaultdict(int)
    for n, each in enumerate(labelled):
        for side in "ab":
            name = f"labelled-{n:02}-{side}"
            claims[name] = extract([article(name, *each[side][:sentences])])
        links[f"labelled-{n:02}-a", f"labelled-{n:02}-b"] = sum(
            max(i, j) < (sentences or 1000) for i, j, _ in each["links"]
        )
    outlines = Outlines(claims)
    wanted = {pair: count for pair, count in links.items() if margin(*map(outlines, pair)) >= 0}
    found = set(neighbourhood.pairs(claims, outlines, Settings(), None, silent))
    assert sum(wanted.values()) > 50
    assert sum(count for pair, count in wanted.items() if pair in found) >= 0.99 * sum(wanted.values())
