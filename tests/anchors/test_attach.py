"""What becomes of anchors when a seed changes."""

import itertools
from dataclasses import replace

import pytest
from docutils.nodes import make_id
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_corpus.anchors import Register, attach, checksum, reattach
from annotated_corpus.anchors.align import align
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.model import BlockKind
from tests.anchors.helpers import PARAGRAPHS, attached, changes, decided, ids, readings, seed, words

ONE, TWO, THREE, FOUR, FIVE = PARAGRAPHS
NEW = "Talks about a bridge were put off once more, a spokesman for the ministry said in the capital."
OTHER = "The bakery promised bread for Saturday, and a queue formed at once in the rain outside its door."
FIRST = attached(*PARAGRAPHS)


def test_first_numbers() -> None:
    assert ids(FIRST) == ["ferry-title", *(f"ferry-p{number}" for number in range(1, 6))]
    assert [sentence.id for sentence in FIRST.articles[0].blocks[3].sentences] == ["ferry-p3-s1", "ferry-p3-s2"]
    assert changes(FIRST) == ["ferry added"]


def test_nothing_changes_without_a_change() -> None:
    again = attached(*PARAGRAPHS, after=FIRST)
    assert again.changes == ()
    assert again.articles == FIRST.articles
    assert again.register.dumps() == FIRST.register.dumps()


def test_inserted_paragraphs_get_a_letter_and_stay_what_they_are() -> None:
    one = attached(ONE, TWO, NEW, *PARAGRAPHS[2:], after=FIRST)
    assert ids(one)[3:5] == ["ferry-p2a", "ferry-p3"]
    two = attached(ONE, TWO, OTHER, NEW, *PARAGRAPHS[2:], after=one)
    assert ids(two)[2:6] == ["ferry-p2", "ferry-p2za", "ferry-p2a", "ferry-p3"]
    end = attached(ONE, TWO, OTHER, NEW, *PARAGRAPHS[2:], "It rained.", after=two)
    assert ids(end)[-1] == "ferry-p6"
    top = attached("It is dry now, the office said.", *PARAGRAPHS, after=FIRST)
    assert ids(top)[:3] == ["ferry-title", "ferry-p0a", "ferry-p1"]


def test_a_retyped_paragraph_keeps_its_number_and_its_old_wording() -> None:
    after = attached(ONE, TWO.replace("thirty", "forty").replace("swell", "sea"), *PARAGRAPHS[2:], after=FIRST)
    assert ids(after) == ids(FIRST)
    block = after.articles[0].blocks[2]
    assert [revision.text for revision in block.revisions] == [TWO]
    assert checksum(TWO).startswith(f"sha256:{block.revisions[0].sha256[:12]}")
    assert changes(after) == ["ferry-p2 retyped"]
    assert attached(*PARAGRAPHS, after=after).articles[0].blocks[2].text == TWO


def test_a_deleted_paragraph_leaves_a_tombstone_and_its_number_is_not_given_again() -> None:
    after = attached(ONE, TWO, FOUR, FIVE, after=FIRST)
    (stone,) = after.articles[0].tombstones
    assert (stone.id, stone.text, stone.after) == ("ferry-p3", THREE, "ferry-p2")
    assert changes(after) == ["ferry-p3 deleted"]
    new = attached(ONE, TWO, NEW, FOUR, FIVE, after=after)
    assert ids(new)[3] == "ferry-p3a"
    last = attached(ONE, TWO, FOUR, after=after)
    assert ids(attached(ONE, TWO, FOUR, NEW, after=last))[-1] == "ferry-p6"


def test_a_paragraph_comes_back_under_its_number() -> None:
    after = attached(*PARAGRAPHS, after=attached(ONE, TWO, FOUR, FIVE, after=FIRST))
    assert ids(after) == ids(FIRST)
    assert changes(after) == ["ferry-p3 restored"]
    assert after.articles[0].tombstones == ()


def test_a_moved_paragraph_keeps_its_number_and_only_it_was_moved() -> None:
    after = attached(FIVE, ONE, TWO, THREE, FOUR, after=FIRST)
    assert ids(after)[1:] == ["ferry-p5", "ferry-p1", "ferry-p2", "ferry-p3", "ferry-p4"]
    assert changes(after) == ["ferry-p5 moved"]


def test_a_merge_leaves_an_alias() -> None:
    after = attached(ONE, f"{TWO} {THREE}", FOUR, FIVE, after=FIRST)
    assert ids(after)[1:] == ["ferry-p1", "ferry-p2", "ferry-p4", "ferry-p5"]
    assert after.articles[0].blocks[2].aliases == ("ferry-p3", "ferry-p3-s1", "ferry-p3-s2")
    assert changes(after) == ["ferry-p2 retyped", "ferry-p3 merged"]
    back = attached(*PARAGRAPHS, after=after)
    assert words(back) == words(FIRST)
    gone = attached(ONE, FOUR, FIVE, after=after)
    assert [stone.id for stone in gone.articles[0].tombstones] == ["ferry-p2", "ferry-p3"]


def test_short_neighbours_are_merged_too() -> None:
    before = attached(ONE, TWO, "Rain", "Wind", THREE)
    after = attached(ONE, TWO, "Rain Wind", THREE, after=before)
    assert after.articles[0].blocks[3].id == "ferry-p3"
    assert after.articles[0].blocks[3].aliases == ("ferry-p4", "ferry-p4-s1")


def test_a_split_leaves_the_number_with_the_larger_part() -> None:
    head, tail = THREE.split(" Nobody")
    after = attached(ONE, TWO, head, f"Nobody{tail}", FOUR, FIVE, after=FIRST)
    assert ids(after)[3:5] == ["ferry-p3", "ferry-p3a"]
    assert "ferry-p3a split" in changes(after)


@pytest.mark.parametrize("cut", range(6, 14))
def test_a_split_anywhere_does_not_stop_the_build(cut: int) -> None:
    parts = TWO.split()
    after = attached(ONE, " ".join(parts[:cut]), " ".join(parts[cut:]), THREE, FOUR, FIVE, after=FIRST)
    assert "ferry-p2" in ids(after)


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("lso read: Seven things to know before the weekdnd", "Also read: Seven things to know before the weekend"),
        ("Also read: Seven things to know before the weekend", "Also read: Seven things to know before the week ends"),
    ],
)
def test_a_stock_phrase_is_known_by_its_very_words_only(was: str, now: str) -> None:
    before = attached(ONE, TWO, was, *PARAGRAPHS[2:])
    anchor = before.articles[0].blocks[3].id
    after = attached(ONE, TWO, now, *PARAGRAPHS[2:], after=before)
    assert [stone.id for stone in after.articles[0].tombstones] == [anchor]
    assert anchor not in ids(after)
    joined = attached(ONE, f"{TWO} {now}", *PARAGRAPHS[2:], after=before)
    assert [stone.id for stone in joined.articles[0].tombstones] == [anchor]
    again = attached(ONE, TWO, was, *PARAGRAPHS[2:], after=after)
    assert anchor in ids(again)


def test_reclassifying_renumbers_nothing() -> None:
    heading = "Hope at last for the outer islands and their post"
    before = attached(ONE, heading, *PARAGRAPHS[1:])
    again = attach(
        [
            type(each)(
                each.seed,
                each.title,
                tuple(
                    type(block)(
                        BlockKind.FURNITURE if block.text == heading else block.kind,
                        block.start,
                        block.end,
                        block.text,
                        "",
                        (),
                        block.sentences,
                    )
                    for block in each.blocks
                ),
            )
            for each in readings(seed(ONE, heading, *PARAGRAPHS[1:], slug="ferry"))
        ],
        before.register,
        Decisions(),
    )
    assert ids(again) == ids(before)
    assert changes(again) == ["ferry-p2 reclassified"]


def test_the_same_words_twice_are_told_apart_by_their_neighbours() -> None:
    notice = "Story continues below"
    before = attached(ONE, notice, TWO, THREE, notice, FOUR)
    assert ids(before)[2] == "ferry-x1"
    after = attached(ONE, TWO, THREE, notice, FOUR, after=before)
    assert ids(after)[4] == "ferry-x2"
    assert [stone.id for stone in after.articles[0].tombstones] == ["ferry-x1"]


AMBIGUOUS = (
    "Captain Ida Lund told reporters that the swell had been the highest she had seen in forty years at sea.",
    "Captain Ida Lund told reporters that the waves had been the highest she had seen in thirty years at sea.",
)


def test_an_ambiguous_case_stops_and_names_both_candidates_and_the_decision() -> None:
    with pytest.raises(CorpusError) as stopped:
        attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=FIRST)
    (said,) = stopped.value.diagnostics
    assert (said.path, said.line) == ("a.txt", 5)
    for part in (
        "ferry-p2",
        "line 5",
        "line 7",
        "[[anchor]]",
        'starts = "Captain Ida Lund told reporters that the swell',
    ):
        assert part in said.message


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_decision_settles_it_and_does_no_harm_later(chosen: int) -> None:
    decision = decided("anchor", anchor="ferry-p2", starts=AMBIGUOUS[chosen][:60])
    after = attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=FIRST, decisions=decision)
    assert words(after)["ferry-p2"] == AMBIGUOUS[chosen]
    again = attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=after, decisions=decision)
    assert (again.articles, again.changes) == (after.articles, ())
    swapped = attached(*reversed(AMBIGUOUS), ONE, *PARAGRAPHS[2:], after=after, decisions=decision)
    assert words(swapped)["ferry-p2"] == AMBIGUOUS[chosen]


@pytest.mark.parametrize("chosen", [0, 1])
def test_what_an_editor_did_not_choose_is_inserted_not_split(chosen: int) -> None:
    decision = decided("anchor", anchor="ferry-p2", starts=AMBIGUOUS[chosen][:60])
    after = attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=FIRST, decisions=decision)
    assert [change.kind for change in after.changes] in (["retyped", "inserted"], ["inserted", "retyped"])


def test_a_decision_never_moves_words_that_stand() -> None:
    decision = decided("anchor", anchor="ferry-p2", starts=AMBIGUOUS[0][:60])
    after = attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=FIRST, decisions=decision)
    longer = f"{AMBIGUOUS[0][:60]} tide of the year had come and gone without a single boat at sea."
    again = attached(ONE, longer, *AMBIGUOUS, *PARAGRAPHS[2:], after=after, decisions=decision)
    assert words(again)["ferry-p2"] == AMBIGUOUS[0]


def test_a_decision_takes_no_words_from_an_anchor_that_has_them() -> None:
    without = attached(ONE, *PARAGRAPHS[2:], after=FIRST)
    decision = decided("anchor", anchor="ferry-p2", starts=THREE[:40])
    for before in (FIRST, without):
        with pytest.raises(CorpusError) as stopped:
            attached(ONE, *PARAGRAPHS[2:], after=before, decisions=decision)
        (said,) = stopped.value.diagnostics
        assert said.line == 7
        assert "ferry-p3, which stand unchanged" in said.message


def test_short_lines_are_not_taken_for_each_other() -> None:
    before = attached(ONE, "Rovers beat Athletic two nil", NEW, TWO)
    after = attached(ONE, OTHER, "Rovers beat United one nil", TWO, after=before)
    assert [stone.id for stone in after.articles[0].tombstones] == ["ferry-p2", "ferry-p3"]


def test_one_changed_article_is_the_only_one_that_is_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    seeds = [seed(*PARAGRAPHS, file=f"{number}.txt") for number in range(20)]
    first = attach(readings(*seeds), Register(), Decisions())
    aligned: list[int] = []
    monkeypatch.setattr(reattach, "align", lambda old, *rest: aligned.append(len(old)) or align(old, *rest))
    seeds[7] = seed(ONE, NEW, *PARAGRAPHS[1:], file="7.txt")
    attach(readings(*seeds), first.register, Decisions())
    assert aligned == [6]


def test_a_decision_may_say_that_the_paragraph_has_gone() -> None:
    decision = decided("anchor", anchor="ferry-p2", gone=True)
    after = attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=FIRST, decisions=decision)
    assert [stone.id for stone in after.articles[0].tombstones] == ["ferry-p2"]
    assert ids(after)[2:4] == ["ferry-p2a", "ferry-p2b"]


@pytest.mark.parametrize(
    ("table", "values", "message"),
    [
        ("anchor", {"anchor": "ferry-p9", "gone": True}, "no block has the anchor ferry-p9"),
        ("anchor", {"anchor": "ferry-p2-s1", "gone": True}, "a sentence has no place"),
        ("anchor", {"anchor": "ferry-p2"}, "needs either"),
        ("anchor", {"anchor": "ferry-p2", "starts": "The", "gone": True}, "needs either"),
        ("anchor", {"starts": "The"}, "lacks the key anchor"),
        ("anchor", {"anchor": "ferry-p2", "start": "The"}, "unknown key start"),
        ("block", {"anchor": "ferry-p9", "kind": "furniture"}, "no block has the anchor ferry-p9"),
        ("block", {"anchor": "ferry-p2", "kind": "advert"}, "unknown kind"),
        ("block", {"anchor": "ferry-p2"}, "lacks the key kind"),
        ("block", {"anchor": 2, "kind": "title"}, "must be a string"),
    ],
)
def test_a_decision_that_cannot_apply_says_so_with_its_line(
    table: str, values: dict[str, object], message: str
) -> None:
    with pytest.raises(CorpusError, match=message) as stopped:
        attached(*PARAGRAPHS, after=FIRST, decisions=decided(table, **values))
    assert (stopped.value.diagnostics[0].path, stopped.value.diagnostics[0].line) == ("seeds/decisions.toml", 7)


@pytest.mark.parametrize(
    ("paragraphs", "values", "told"),
    [
        (
            PARAGRAPHS,
            {"starts": "Captain Ida Lind told"},
            "no block of the article starts with “Captain Ida Lind told”",
        ),
        ((ONE, *PARAGRAPHS[2:]), {"starts": "Captain Ida Lind"}, "no block of the article starts with"),
        (PARAGRAPHS, {"starts": FIVE[:30]}, "stand elsewhere unchanged"),
        (PARAGRAPHS, {"gone": True}, "the words of ferry-p2 stand unchanged"),
        (PARAGRAPHS, {"starts": TWO[:30]}, ""),
        ((ONE, *PARAGRAPHS[2:]), {"gone": True}, ""),
        ((ONE, *PARAGRAPHS[2:]), {"starts": TWO[:30]}, ""),
    ],
)
def test_a_decision_about_an_anchor_that_has_no_effect_is_a_warning_with_its_line(
    paragraphs: tuple[str, ...], values: dict[str, object], told: str
) -> None:
    made = attached(*paragraphs, after=FIRST, decisions=decided("anchor", anchor="ferry-p2", **values))
    assert [(note.path, note.line) for note in made.diagnostics] == [("seeds/decisions.toml", 7)] * bool(told)
    assert all(told in note.message for note in made.diagnostics)


def test_a_slip_in_a_decision_is_told_beside_the_question_that_it_does_not_settle() -> None:
    slip = decided("anchor", anchor="ferry-p2", starts="Captain Ida Lind")
    with pytest.raises(CorpusError) as stopped:
        attached(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], after=FIRST, decisions=slip)
    assert [said.line for said in stopped.value.diagnostics] == [7, 5]


def test_an_editor_overrules_a_kind_and_nothing_is_renumbered() -> None:
    made = attached(ONE, f"{TWO} read more", THREE, decisions=decided("block", anchor="ferry-p2", kind="furniture"))
    block = made.articles[0].blocks[2]
    assert (block.id, block.kind, block.reason) == ("ferry-p2", BlockKind.FURNITURE, "decided in decisions.toml")
    literal = attached(ONE, f"{TWO} read more", THREE, decisions=decided("block", anchor="ferry-p2", kind="paragraph"))
    block = literal.articles[0].blocks[2]
    assert (block.furniture, block.sentences[-1].end) == ((), block.end)
    title = attached(ONE, TWO, THREE, title="", decisions=decided("block", anchor="ferry-p2", kind="title"))
    assert title.articles[0].title == TWO


def test_a_kind_decided_for_a_block_that_has_gone_is_only_a_warning() -> None:
    made = attached(ONE, after=FIRST, decisions=decided("block", anchor="ferry-p2", kind="furniture"))
    assert [note.line for note in made.diagnostics] == [7]


def test_a_kind_decided_for_an_article_that_has_gone_is_only_a_warning() -> None:
    decision = decided("block", anchor="ferry-p2", kind="furniture")
    made = attach(readings(seed("Other words.", file="b.txt")), FIRST.register, decision)
    assert [note.line for note in made.diagnostics] == [7]


@pytest.mark.parametrize(("values", "lines"), [({"starts": TWO[:30]}, [7]), ({"gone": True}, [])])
def test_an_anchor_decided_for_an_article_that_has_gone_is_only_a_warning(
    values: dict[str, object], lines: list[int]
) -> None:
    decision = decided("anchor", anchor="ferry-p2", **values)
    made = attach(readings(seed("Other words.", file="b.txt")), FIRST.register, decision)
    assert [note.line for note in made.diagnostics] == lines


def test_messages_name_the_folder() -> None:
    two = readings(replace(seed(ONE, *AMBIGUOUS, *PARAGRAPHS[2:], slug="ferry"), folder="seeds"))
    with pytest.raises(CorpusError) as stopped:
        attach(two, FIRST.register, Decisions())
    assert stopped.value.diagnostics[0].path == "seeds/a.txt"


def test_a_sentence_id_never_moves_to_other_words() -> None:
    changed = THREE.replace("Nobody went", "The school stayed shut for two more days. Nobody went")
    after = attached(ONE, TWO, changed, FOUR, FIVE, after=FIRST)
    block = after.articles[0].blocks[3]
    assert [sentence.id for sentence in block.sentences] == ["ferry-p3-s1", "ferry-p3-s1a", "ferry-p3-s2"]
    cut = attached(ONE, TWO, changed.replace(" Nobody went hungry.", ""), FOUR, FIVE, after=after)
    assert [each.id for each in cut.articles[0].blocks[3].sentences] == ["ferry-p3-s1", "ferry-p3-s1a"]
    back = attached(ONE, TWO, changed, FOUR, FIVE, after=cut)
    assert back.articles[0].blocks[3].sentences == block.sentences


LINES = st.lists(st.sampled_from([*PARAGRAPHS, NEW, OTHER, "Read more", "By Ada Example", "Rain", "x"]), max_size=9)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=5))
def test_every_id_is_unique_and_docutils_leaves_it_alone(history: list[list[str]]) -> None:
    register = Register()
    known: dict[str, str] = {}
    for lines in history:
        try:
            made = attach(
                readings(seed(*lines, slug="ferry"), seed(*lines[::-1], file="007.txt")), register, Decisions()
            )
        except CorpusError as stopped:
            assert all("decisions.toml" in said.message for said in stopped.diagnostics)
            continue
        register = made.register
        every = [
            *itertools.chain.from_iterable(
                [block.id, *block.aliases, *(sentence.id for sentence in block.sentences)]
                for article in made.articles
                for block in article.blocks
            ),
            *(stone.id for article in made.articles for stone in article.tombstones),
        ]
        assert len(every) == len(set(every))
        assert all(make_id(each) == each for each in every)
        # What was ever issued is still there.
        assert known.keys() <= {each for each in every if "-s" not in each.removeprefix("seed-")}
        known |= {entry.id(slug): entry.text for slug, record in register.records.items() for entry in record.entries}
