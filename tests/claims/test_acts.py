"""Acts: who does what to whom, and who has changed places."""

from __future__ import annotations

import pytest

from annotated_corpus.claims.comparison import acts


def swapped(one: str, two: str) -> list[tuple[str, str]]:
    return [(one[a.start : a.end], two[b.start : b.end]) for a, b in acts.swapped(one, two)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("On Monday Vane sued Rourke.", "On Monday Rourke sued Vane."),
        ("Hester Vane sued the producer Dominic Rourke.", "Vane was sued in Leeds by the producer Rourke."),
        ("Vane's suit against Rourke failed.", "Rourke's suit against Vane failed."),
        ("Tarvik beat Lomma 3-1.", "Tarvik lost 3-1 to Lomma."),
        ("Tarvik beat Lomma 3-1.", "Lomma won 3-1 against Tarvik."),
        ("Tarvik's 3-1 victory over Lomma", "Tarvik was narrowly beaten 3-1 by Lomma."),
        ("Anna Lis, the champion, beat Bo Kim.", "Bo Kim, who had beaten Anna Lis, was tired."),
        ("Bank Sturova is taking over its rival Bank Delnice.", "Bank Delnice took over Bank Sturova."),
        ("Vane was sued on Monday by Rourke.", "Vane sued Rourke on Monday."),
        ("Keane apologised to Medina.", "Medina had apologised to Keane."),
    ],
)
def test_names_that_have_changed_places_are_seen(one: str, two: str) -> None:
    assert len(swapped(one, two)) == len(swapped(two, one)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("On Monday Vane sued Rourke.", "Rourke was sued by Vane."),
        ("Tarvik defeated Lomma 3-1.", "Lomma lost 3-1 to Tarvik."),
        ("Tarvik beat Lomma.", "Lomma has been beaten by Tarvik."),
        ("Vane met Rourke.", "Rourke met Vane."),
        ("Vane agreed with Rourke.", "Rourke agreed with Vane."),
        ("Tarvik drew 1-1 against Lomma.", "Lomma drew 1-1 against Tarvik."),
        ("Vane praised Rourke.", "Rourke thanked Vane."),
        ("Vane and Rourke sued.", "Rourke and Vane sued."),
        ("Lomma coach Gwyn Parry was sad.", "Gwyn Parry, who coaches Lomma, was sad."),
        ("The mayor of Lomma thanked Tarvik.", "Tarvik thanked Lomma."),
        ("Vane sued Rourke.", "Vane sued Holm."),
        ("Vane sued Rourke, and Rourke sued Vane.", "Rourke sued Vane."),
        ("Vane said Rourke sued.", "Rourke said Vane sued."),
    ],
)
def test_names_that_have_not_are_let_be(one: str, two: str) -> None:
    assert swapped(one, two) == swapped(two, one) == []


def test_the_evidence_is_the_act_in_both_wordings() -> None:
    found = swapped("On Monday Vane sued the producer Rourke over it.", "On Monday Rourke sued Vane over it.")
    assert found == [("Vane sued the producer Rourke", "Rourke sued Vane")]
