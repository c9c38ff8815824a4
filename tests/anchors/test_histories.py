# ruff: noqa: E501  (the texts are lines of seeds)
"""Histories that texts really have: what each anchor leads to at the end.

Each case is a few revisions of a text between two paragraphs that stay. ``END`` says for the texts of the first
revision where they are in the last one: a number (the same paragraph), ``in N`` (merged into it), or ``-`` (no
paragraph is it any more; a stop for the editor is as good).
"""

import pytest

from annotated_corpus.diagnostics import CorpusError
from tests.anchors.helpers import PARAGRAPHS, attached

FIRST, *_, LAST = PARAGRAPHS
BERG = "The mayor told the council that the ferry would sail again before the winter, that the fare would not rise, and that the town would pay for the repairs of the quay."
GROWN = "The mayor told the council and the press that the old ferry would sail again before the winter begins, that the fare for children would not rise, and that the town alone would pay for all the repairs of the quay."
LONG = "The company that runs the harbour of {} has told its partners that the new crane, which was built in a yard abroad and brought in parts on the deck of a barge, will be tried for the first time in the week after the fair, that {} men were trained for it in the course of the spring, that the old one will stay where it is until the town has found a place for it, and that no ship will have to wait longer than before while the work lasts."
CLAUSES = [
    "The tenant keeps the roof and the gutters in good repair.",
    "Rent is due on the first working day of the month.",
    "No animals are kept in the house without written leave.",
    "The owner may enter after a notice of two days.",
    "Waste is put out on the evening before collection.",
    "Keys are returned to the office at the end of the lease.",
]
OLD = """The shed was painted green|A new fence runs along the lane|The well has been closed for good|Trees were
planted behind the barn|The gate is locked at sunset|Two benches stand near the pond|The path was strewn with gravel|A
lamp lights the yard by night|The bridge bears carts of two tons|Hens are kept in the old stable|The oven is heated on
Fridays|The cellar is dry again""".replace("\n", " ").split("|")


def gone_and_back(one: str, two: str) -> list[list[str]]:
    return [[one], [], [two]]


CASES: dict[str, list[tuple[list[list[str]], list[str]]]] = {
    # 1
    "a tombstone lives again on its very words only": [
        *(
            (gone_and_back(one, two), ["-"])
            for one, two in (
                (
                    "The crew voted by a large majority to accept the offer that the owners of the ferry had made.",
                    "The crew voted by a large majority to refuse the offer that the owners of the ferry had made.",
                ),
                (
                    "The minister did know of the letter that the harbour office had sent in the spring.",
                    "The minister did not know of the letter that the harbour office had sent in the spring.",
                ),
                (
                    "The tenant shall bear the cost of all repairs to the roof, the walls and the windows.",
                    "The lender shall bear the cost of all repairs to the roof, the walls and the windows.",
                ),
                (
                    "The judge granted the request of the union to see the files.",
                    "The judge dismissed the request of the union to see the files.",
                ),
                (
                    "Visitors may take photographs in the great hall during the concert.",
                    "Visitors may never take photographs in the great hall during the concert.",
                ),
                (
                    "The price of bread will rise before the end of the year, the bakers said.",
                    "The price of bread will fall before the end of the year, the bakers said.",
                ),
                (
                    "The seller pays for the carriage of the goods to the port.",
                    "The buyer pays for the carriage of the goods to the port.",
                ),
                (
                    "The vaccine was safe in all of the trials that were made in the north.",
                    "The vaccine was unsafe in all of the trials that were made in the north.",
                ),
            )
        ),
        (
            gone_and_back(
                "The captain's ship - the “Hope” - sails at noon.", 'The captain’s ship – the "Hope" – sails at noon.'
            ),
            ["0"],
        ),
    ],
    "out of its place nothing of matter may differ": [
        *(
            ([[one, *CLAUSES[:3]], [*CLAUSES[:3], two]], ["-", "0", "1", "2"])
            for one, two in (
                (
                    "The crew voted by a large majority to accept the offer that the owners of the ferry had made.",
                    "The crew voted by a large majority to refuse the offer that the owners of the ferry had made.",
                ),
                (
                    "The minister did know of the letter that the harbour office had sent in the spring.",
                    "The minister did not know of the letter that the harbour office had sent in the spring.",
                ),
                (
                    "The seller pays for the carriage of the goods from the mill to the port of the town.",
                    "The buyer pays for the carriage of the goods from the mill to the port of the town.",
                ),
                (
                    "The bridge will be open to carts and to people on foot by the end of the week.",
                    "The bridge will be closed to carts and to people on foot by the end of the week.",
                ),
                (
                    "All of the workers agreed to the plan that the director had laid before them in May.",
                    "None of the workers agreed to the plan that the director had laid before them in May.",
                ),
            )
        )
    ],
    # 2
    "other things in the slots of a wording are another statement": [
        ([[one], [two]], ["-"])
        for one, two in (
            (
                "Yarm met Lund at home on a wet field and the match ended with 4 goals to 4.",
                "Skara met Farum at home on a wet field and the match ended with 3 goals to 4.",
            ),
            (
                "On Tuesday a train left the rails in the north of Austria; 91 people were hurt, the railway said.",
                "On Thursday a train left the rails in the north of Australia; 44 people were hurt, the railway said.",
            ),
            (
                "A storm in Niger has left 91 people without a roof, the office said.",
                "A storm in Nigeria has left 44 people without a roof, the office said.",
            ),
            (
                "§ 40 The owner of the warehouse and the market pays the tax once a year.",
                "§ 13 The owner of the library and the clinic pays the tax once a year.",
            ),
            (
                "Berg beat Cole in the first round by 6 games to 4.",
                "Diaz beat Eder in the first round by 7 games to 4.",
            ),
            (
                "Iran sold 30 ships to its neighbours in the spring.",
                "Iraq sold 12 ships to its neighbours in the spring.",
            ),
            (
                "The mill in Orrby burned down and 3 men were hurt.",
                "The school in Vessby burned down and 5 men were hurt.",
            ),
            (
                "No. 12 The keeper of the tower and the lamp is paid by the town.",
                "No. 31 The keeper of the garden and the well is paid by the town.",
            ),
            (
                "Anna Holm, 34, of Skene won the prize for the best loaf.",
                "Olga Roth, 61, of Tibro won the prize for the best loaf.",
            ),
        )
    ],
    # 3
    "a few words do not own a long block": [
        (
            [
                ["The harbour fee is paid by the owner of each vessel in June.", *CLAUSES[:2]],
                [
                    f"{LONG.format('Lund', 'forty')} The harbour fee is paid by the owner of each vessel in June. {LONG.format('Orrby', 'ninety')}",
                    *CLAUSES[:2],
                ],
            ],
            ["in 0", "1", "2"],
        ),
        (
            [
                ["He did not resign.", *CLAUSES[:2]],
                [f"{LONG.format('Lund', 'forty')} He did not resign.", *CLAUSES[:2]],
            ],
            ["in 0", "1", "2"],
        ),
        (
            [
                ["The fare is two crowns for children.", *CLAUSES[:2]],
                [f"The fare is two crowns for children. {LONG.format('Lund', 'forty')}", *CLAUSES[:2]],
            ],
            ["in 0", "1", "2"],
        ),
        (
            [
                ["Dogs stay on deck at all times.", CLAUSES[0]],
                [CLAUSES[0], f"{LONG.format('Lund', 'forty')} Dogs stay on deck at all times."],
            ],
            ["-", "0"],
        ),
        (
            [
                ["Bread is sold out by noon on most days.", *CLAUSES[:2]],
                [f"{GROWN} Bread is sold out by noon on most days. {BERG}", *CLAUSES[:2]],
            ],
            ["in 0", "1", "2"],
        ),
    ],
    # 4
    "a parallel line is not the line": [
        (
            [
                ["Your use of the Library is governed by the Island Terms of Service and Privacy Statement."],
                ["Use of Personal Data is governed by the Island Terms and the Privacy Statement."],
            ],
            ["-"],
        ),
        (
            [
                [
                    "The road will be open by the weekend, Ida Lund said.",
                    "The bridge will be closed by the weekend, Per Voss said.",
                ],
                [
                    "The road will be open by the weekend, Per Voss said.",
                    "The bridge will be closed by the weekend, Ida Lund said.",
                ],
            ],
            ["0|-", "1|-"],
        ),
        (
            [
                [
                    "The school will stay open in the spring, Ann Roth said.",
                    "The clinic will be shut in the spring, Bo Hage said.",
                ],
                [
                    "The school will stay open in the spring, Bo Hage said.",
                    "The clinic will be shut in the spring, Ann Roth said.",
                ],
            ],
            ["0|-", "1|-"],
        ),
        (
            [
                ["Late in the year the post in December goes with the ferry of line 26 from the old quay.", CLAUSES[0]],
                [
                    "Early in the year the post in December goes with the ferry of line 26 from the old quay.",
                    "Late in the year the post in December goes with the ferry of line 30 from the old quay.",
                    CLAUSES[0],
                ],
            ],
            ["1|-", "2|-"],
        ),
        (
            [
                ["The north gate opens at 7 and closes at dusk.", "The south gate opens at 9 and closes at dusk."],
                ["The south gate opens at 9 and closes at dark.", "The north gate opens at 7 and closes at dark."],
            ],
            ["1", "0"],
        ),
        (
            [
                ["Adults pay four crowns at the desk of the museum.", CLAUSES[0]],
                ["Children pay two crowns at the desk of the museum.", CLAUSES[0]],
            ],
            ["-", "1"],
        ),
    ],
    # 5
    "identical lines belong to what stands above them": [
        (
            [
                ["Case of Berg v. Cole", "Dismissed.", "Case of Diaz v. Eder", "Dismissed."],
                ["Case of Diaz v. Eder and others", "Dismissed."],
            ],
            ["-", "-", "0", "1"],
        ),
        (
            [
                ["Room of the north wing", "Closed.", "Room of the south wing", "Closed."],
                ["Room of the south wing", "Closed."],
            ],
            ["-", "-", "0", "1"],
        ),
        (
            [
                ["Berg against the town of Lund", "Settled.", CLAUSES[0]],
                ["Holm against the owners of the mill", "Settled.", CLAUSES[0]],
            ],
            ["-", "-", "2"],
        ),
        (
            [
                [
                    "Minutes of the first day",
                    "None.",
                    "Minutes of the second day",
                    "None.",
                    "Minutes of the third day",
                    "None.",
                ],
                ["Minutes of the first day", "None.", "Minutes of the third day", "None."],
            ],
            ["0", "1", "-", "-", "2", "3"],
        ),
        (
            [
                ["The lower field", "Not sold.", "The upper meadow", "Not sold."],
                ["The upper meadow", "Not sold.", "The lower field", "Not sold."],
            ],
            ["2", "3", "0", "1"],
        ),
        (
            [["Lot 4, a clock", "Sold.", "Lot 5, a chair", "Sold."], ["Lot 4, a clock", "Lot 5, a chair", "Sold."]],
            ["0", "-", "1", "2"],
        ),
    ],
    # 6
    "a short text swallows no paragraph": [
        ([[BERG, "He did not resign."], [f"{GROWN} He did not resign."]], ["0", "in 0"]),
        ([["The quay of the town", BERG], [f"The quay of the town {GROWN}"]], ["in 0", "1>0"]),
        ([[BERG, "Nobody was hurt."], [f"{GROWN} Nobody was hurt. {CLAUSES[0]}"]], ["0", "in 0"]),
        (
            [["Winter timetable", BERG, "Rain is expected."], [f"Winter timetable {GROWN} Rain is expected."]],
            ["in 0", "1>0", "in 0"],
        ),
        (
            [
                [LONG.format("Lund", "forty"), "The vote was close."],
                [f"{LONG.format('Lund', 'fifty')} The vote was close."],
            ],
            ["0", "in 0"],
        ),
        (
            [
                ["News in brief", LONG.format("Lund", "forty")],
                [f"News in brief {LONG.format('Lund', 'fifty').replace('company', 'firm')}"],
            ],
            ["in 0", "1>0"],
        ),
    ],
    # 7
    "clauses are known by their words whatever their number": [
        (
            [
                [f"15.{at} {each}." for at, each in enumerate(OLD, 1)],
                [
                    *(f"14.{at} {each}" for at, each in enumerate(new, 1)),
                    *(f"14.{at} {each}." for at, each in enumerate(OLD, len(new) + 1)),
                ],
            ],
            [f"{at}>{at + len(new)}" for at in range(len(OLD))],
        )
        for new in (
            [
                f"{word} is dealt with in a schedule of its own."
                for word in "Timber Wool Coal Grain Salt Tar Wine Hemp Fish Iron".split()
            ],
            [],
            ["A short rule.", "Another one of these rules."],
            [
                f"The matter of {word} was left to the council."
                for word in "wool coal grain salt tar wine hemp fish iron hay oats rye".split()
            ],
        )
    ],
    # 8
    "plainly the same": [
        ([[LONG.format("Lund", "forty")], [LONG.format("Farum", "fifty")]], ["0"]),
        (
            [
                ["Last updated: March 31, 2023. To see earlier versions write to the office."],
                ["Last updated: June 2, 2024. To see earlier versions write to the office."],
            ],
            ["0"],
        ),
        ([["The Ferry Line And Its Customers"], ["THE FERRY LINE AND ITS CUSTOMERS"]], ["0"]),
        (
            [
                [BERG],
                [f"{BERG} He added that the work on the second pier would have to wait for at least another year."],
            ],
            ["0"],
        ),
        (
            [
                ["Effective 1 May 2020, for all readers of the library."],
                ["Effective 3 September 2021, for all readers of the library."],
            ],
            ["0"],
        ),
        ([["General rules of the house"], ["General Rules of the House"]], ["0"]),
        ([[LONG.format("Skene", "12")], [LONG.format("Tibro", "21").replace("barge", "ferry")]], ["0"]),
        ([[CLAUSES[0]], ["The tenant keeps the roof, the walls and the gutters in good repair at all times."]], ["0"]),
        (
            [
                [BERG],
                [
                    BERG.replace("the council", "the members of the council").replace(
                        "before the winter", "well before the winter"
                    )
                ],
            ],
            ["0"],
        ),
    ],
    # 9
    "what tells texts apart settles them": [
        (
            [
                [
                    "No. 101. The petition for a writ of review is denyed without a hearing.",
                    "No. 102. The petition for a writ of review is denyed without a hearing.",
                ],
                [
                    "No. 101. The petition for a writ of review is denied without a hearing.",
                    "No. 102. The petition for a writ of review is denied without a hearing.",
                ],
            ],
            ["0", "1"],
        ),
        (
            [
                ["(a) if X is party to the deed", "(b) if X is not party to the deed"],
                ["(a) if X is party to this deed", "(b) if X is not party to this deed"],
            ],
            ["0", "1"],
        ),
        (
            [
                ["10b. The keeper shall lock the gate at ten.", "10c. The keeper shall lock the gate at ten."],
                ["10b. The keeper must lock the gate at ten.", "10c. The keeper must lock the gate at ten."],
            ],
            ["0", "1"],
        ),
        (
            [
                [
                    f"{8 + at // 60:02}:{at % 60:02} The pilot reported that the water had risen by a hand."
                    for at in range(250)
                ],
                [
                    f"{8 + at // 60:02}:{at % 60:02} The pilot reported that the water had fallen by a hand."
                    for at in range(250)
                ],
            ],
            [str(at) for at in range(250)],
        ),
        (
            [
                ["Lot 7: a chair of oak, slightly worn.", "Lot 8: a chair of oak, slightly worn."],
                ["Lot 7: a chair of oak, a little worn.", "Lot 8: a chair of oak, a little worn."],
            ],
            ["0", "1"],
        ),
        (
            [
                ["Ward one: the nurse on duty is called by bell.", "Ward two: the nurse on duty is called by bell."],
                ["Ward one: the sister on duty is called by bell.", "Ward two: the sister on duty is called by bell."],
            ],
            ["0", "1"],
        ),
        (
            [
                ["i. the seller, if the goods are new", "ii. the seller, if the goods are used"],
                ["i. the vendor, if the goods are new", "ii. the vendor, if the goods are used"],
            ],
            ["0", "1"],
        ),
    ],
}


def ends(revisions: list[list[str]]) -> list[str]:
    made = None
    try:
        for lines in revisions:
            made = attached(FIRST, *lines, LAST, after=made)
    except CorpusError:
        return ["-"] * len(revisions[0])
    first = attached(FIRST, *revisions[0], LAST)
    names = [block.id for block in first.articles[0].blocks[2:-1]]
    assert len(names) == len(revisions[0])
    blocks = made.articles[0].blocks[2:-1]
    found = []
    for name in names:
        own = [str(index) for index, block in enumerate(blocks) if block.id == name]
        within = [f"in {index}" for index, block in enumerate(blocks) if name in block.aliases]
        found.append(next(iter(own + within), "-"))
    return found


@pytest.mark.parametrize(
    ("revisions", "expected"),
    [pytest.param(*case, id=f"{kind} {at}") for kind, cases in CASES.items() for at, case in enumerate(cases)],
)
def test_history(revisions: list[list[str]], expected: list[str]) -> None:
    for found, right in zip(ends(revisions), expected, strict=True):
        assert found in right.split(">")[-1].split("|"), (found, right)
