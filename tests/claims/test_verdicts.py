from __future__ import annotations

from pathlib import Path

import pytest

from annotated_corpus.claims import Matching, extract, match
from annotated_corpus.claims.verdicts import checksum
from annotated_corpus.decisions import Decisions, load
from annotated_corpus.diagnostics import Code, CorpusError
from annotated_corpus.model import Basis, Relation
from annotated_corpus.settings import Settings
from tests.articles import article

ONE = article(
    "one",
    "The mayor opened the new harbour bridge on Monday after eight years of work.",
    "Ferries stopped running the same evening.",
)
TWO = article(
    "two",
    "After eight years of work, the mayor on Monday opened the new harbour bridge.",
    "Nobody mourned the old toll road.",
)
SAME = 'a = "one-p1-s1"\nb = "two-p1-s1"\n'
OTHER = 'a = "one-p2-s1"\nb = "two-p2-s1"\n'


def decided(tmp_path: Path, text: str) -> Matching:
    path = tmp_path / "decisions.toml"
    path.write_text(text, "utf-8")
    return match([ONE, TWO], extract([ONE, TWO]), load(path, "decisions.toml"), Settings())


def pairs(found: Matching) -> list[tuple[str, str]]:
    return [(each.a, each.b) for each in found.matches]


def test_without_decisions_the_generator_has_the_word() -> None:
    found = match([ONE, TWO], extract([ONE, TWO]), Decisions(), Settings())
    assert pairs(found) == [("one-p1-s1", "two-p1-s1")]
    assert found.matches[0].decided is None


def test_a_rejected_match_is_neither_match_nor_candidate(tmp_path: Path) -> None:
    found = decided(tmp_path, f'[[match]]\n{SAME}verdict = "reject"\n')
    assert (pairs(found), found.candidates, found.diagnostics) == ([], (), ())


def test_an_accepted_pair_becomes_a_match(tmp_path: Path) -> None:
    found = decided(tmp_path, f'[[match]]\n{OTHER}verdict = "accept"\n')
    assert pairs(found) == [("one-p1-s1", "two-p1-s1"), ("one-p2-s1", "two-p2-s1")]
    assert found.matches[1].id == "match-one-p2-s1-and-two-p2-s1"
    assert (found.matches[1].decided, found.matches[1].score) == ("accepted", 1.0)


def test_the_order_of_a_and_b_does_not_matter(tmp_path: Path) -> None:
    found = decided(tmp_path, '[[match]]\na = "two-p2-s1"\nb = "one-p2-s1"\nverdict = "accept"\n')
    assert ("one-p2-s1", "two-p2-s1") in pairs(found)


def test_relation_and_basis_can_be_edited(tmp_path: Path) -> None:
    text = f'[[match]]\n{SAME}verdict = "accept"\nrelation = "partial"\nbasis = "copied-prose"\nnote = "seen"\n'
    only = decided(tmp_path, text).matches[0]
    assert (only.relation, only.basis, only.decided) == (Relation.PARTIAL, Basis.COPIED_PROSE, "edited")


def test_one_that_lost_its_claim_is_a_warning_with_its_line(tmp_path: Path) -> None:
    found = decided(tmp_path, f'\n[[match]]\na = "one-p9-s1"\nb = "two-p1-s1"\nverdict = "reject"\n\n[[match]]\n{OTHER}'
                    'verdict = "accept"\n')  # fmt: skip
    only = found.diagnostics[0]
    assert (only.code, only.path, only.line) == (Code.DECISION, "decisions.toml", 2)
    assert "one-p9-s1" in only.message
    assert len(found.matches) == 2


def test_a_paragraph_given_for_a_claim_is_told_what_claims_it_has(tmp_path: Path) -> None:
    found = decided(tmp_path, '[[match]]\na = "one-p1"\nb = "two-p1-s1"\nverdict = "reject"\n')
    assert "there is no claim one-p1, " in found.diagnostics[0].message
    assert "a claim of that paragraph is one-p1-s1" in found.diagnostics[0].message


OPENING = "The mayor opened the NEW harbour"
CHECKSUM = checksum("The mayor opened the new harbour bridge on Monday after eight years of work.")


@pytest.mark.parametrize("kept", [OPENING, CHECKSUM])
def test_words_that_still_stand_keep_a_decision(tmp_path: Path, kept: str) -> None:
    found = decided(tmp_path, f'[[match]]\n{SAME}verdict = "reject"\ntext_a = "{kept}"\n')
    assert (pairs(found), found.diagnostics) == ([], ())


@pytest.mark.parametrize("changed", ["The mayor closed the harbour", "0123456789ab"])
def test_words_that_changed_make_it_a_warning(tmp_path: Path, changed: str) -> None:
    found = decided(tmp_path, f'[[match]]\n{SAME}verdict = "reject"\ntext_a = "{changed}"\n')
    assert pairs(found) == [("one-p1-s1", "two-p1-s1")]
    assert found.diagnostics[0].line == 1
    assert "text_a" in found.diagnostics[0].message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f'[[match]]\n{SAME}verdict = "maybe"\n', "verdict"),
        (f"[[match]]\n{SAME}", "verdict"),
        (f'[[match]]\n{SAME}verdict = "accept"\nrelation = "alike"\n', "near-verbatim"),
        (f'[[match]]\n{SAME}verdict = "accept"\nbasis = "true"\n', "copied-prose"),
        (f'[[match]]\n{SAME}verdict = "accept"\nscore = 1\n', "decisions.toml:5: "),
        (f'[[match]]\n{SAME}verdict = "reject"\nrelation = "partial"\n', "decisions.toml:5: "),
        (f'[[match]]\n{SAME}verdict = "reject"\nbasis = "copied-prose"\n', "remove basis"),
        ('[[match]]\na = 1\nb = "two-p1-s1"\nverdict = "accept"\n', "string"),
        ('[[match]]\na = "one-p1-s1"\nb = "one-p2-s1"\nverdict = "accept"\n', "one article"),
        (f'[[match]]\n{SAME}verdict = "accept"\n[[match]]\n{SAME}verdict = "reject"\n', "line 1"),
    ],
)
def test_a_decision_that_cannot_be_stops_the_work_and_names_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(CorpusError, match=r"decisions\.toml:\d+: ") as caught:
        decided(tmp_path, text)
    assert said in str(caught.value)
