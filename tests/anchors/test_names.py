"""Slugs and labels."""

from pathlib import Path

import pytest
from docutils.nodes import make_id
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.anchors import ChangeKind, Register, attach, load_register
from annotated_corpus.anchors.grammar import Series, order, parse
from annotated_corpus.decisions import Decisions
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.model import Metadata
from annotated_corpus.text import slugs
from tests.anchors.helpers import PARAGRAPHS, TITLE, attached, readings, seed

NONE = Decisions()


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("000_8bc2", "seed-000-8bc2"),
        ("Reuters", "reuters"),
        ("Élan vital", "elan-vital"),
        ("2024-05-01-x", "seed-2024-05-01-x"),
        ("index", "seed-index"),
        ("person-x", "seed-person-x"),
        ("a..b", "a-b"),
    ],
)
def test_slug_of_a_file_name(stem: str, slug: str) -> None:
    assert slugs.from_stem(stem) == slug


@given(st.text(min_size=1, max_size=30))
def test_every_file_name_gives_a_good_slug(stem: str) -> None:
    slug = slugs.from_stem(stem)
    assert slugs.objection(slug) == ""
    assert make_id(f"{slug}-p7a") == f"{slug}-p7a"
    parts = parse(f"{slug}-p7a-s2")
    assert parts is not None
    assert (parts.slug, parts.letter, parts.number, parts.sentence) == (slug, "p", "7a", "2")


@pytest.mark.parametrize(
    "slug", ["reuters-p7", "a-title", "x-s2", "A", "a--b", "-a", "7a", "index", "match-1", "place", "ä"]
)
def test_slugs_that_may_not_be(slug: str) -> None:
    assert slug in slugs.objection(slug)


def test_numbers_leave_room_for_ever() -> None:
    series = Series(["1", "2"])
    run = ["1", "2"]
    for at in (1, 1, 2, 2, 1, 3, 1, 1, 5, 2, 0, 0, 1):
        run.insert(at, series.issue(run[at - 1] if at else "", run[at]))
    assert run == sorted(run, key=order)
    assert len(set(run)) == len(run)


def test_numbers_read_as_in_amended_laws() -> None:
    assert sorted(["8", "7b", "7aa", "7za", "7", "7a", "7zza"], key=order) == [
        "7",
        "7zza",
        "7za",
        "7a",
        "7aa",
        "7b",
        "8",
    ]


def test_a_new_slug_keeps_the_old_anchors_as_aliases() -> None:
    before = attached(*PARAGRAPHS, slug="")
    assert before.articles[0].id == "a"
    after = attached(*PARAGRAPHS, after=before, slug="ferry")
    block = after.articles[0].blocks[2]
    assert (block.id, block.aliases, after.articles[0].aliases) == ("ferry-p2", ("a-p2",), ("a",))
    assert [change.kind for change in after.changes] == [ChangeKind.RENAMED]
    back = attached(*PARAGRAPHS, after=after, slug="a")
    assert (back.articles[0].blocks[2].id, back.articles[0].blocks[2].aliases) == ("a-p2", ("ferry-p2",))


def test_a_known_file_keeps_its_slug_without_a_sidecar() -> None:
    before = attached(*PARAGRAPHS, slug="ferry")
    assert attached(*PARAGRAPHS, after=before, slug="").articles[0].id == "ferry"


def test_a_slug_that_another_article_has_or_had_is_refused() -> None:
    before = attached(*PARAGRAPHS, after=attached(*PARAGRAPHS, slug="old"), slug="new")
    for slug in ("old", "new"):
        with pytest.raises(CorpusError, match="another"):
            both = readings(seed(*PARAGRAPHS, slug="new"), seed("Other words.", file="b.txt", slug=slug))
            attach(both, before.register, NONE)


def test_two_files_of_one_slug_are_told_apart_and_stay_so() -> None:
    first = attach(readings(seed(*PARAGRAPHS, file="b c.txt")), Register(), NONE)
    second = attach(readings(seed(*PARAGRAPHS, file="b c.txt"), seed("Other.", file="b-c.txt")), first.register, NONE)
    assert {article.seed.file: article.id for article in second.articles} == {"b c.txt": "b-c", "b-c.txt": "b-c-2"}


def test_a_renamed_file_is_the_same_article() -> None:
    before = attached(*PARAGRAPHS, slug="")
    after = attached(*PARAGRAPHS, after=before, slug="", file="b.txt")
    assert (after.articles[0].id, after.withdrawn) == ("a", ())


def test_a_seed_that_has_gone_leaves_its_tombstones_and_may_come_back() -> None:
    before = attached(*PARAGRAPHS)
    after = attach(readings(seed("Other words.", file="b.txt")), before.register, NONE)
    (shell,) = after.withdrawn
    assert (shell.id, shell.title, len(shell.tombstones)) == ("ferry", TITLE, 6)
    assert attach(readings(seed("Other words.", file="b.txt")), after.register, NONE).changes == ()
    back = attached(*PARAGRAPHS, after=after)
    assert {block.id for block in back.articles[0].blocks} == {block.id for block in before.articles[0].blocks}


def test_what_was_stated_of_an_article_outlives_its_sidecar(tmp_path: Path) -> None:
    stated = {"source": "The Islander", "date": "2021-12-02", "display": "excerpt", "title": "The ferry sails"}
    before = attached(*PARAGRAPHS, label="I", **stated)
    path = tmp_path / "anchors.json"
    path.write_text(before.register.dumps(), "utf-8")
    (shell,) = attach((), load_register(path), NONE).withdrawn
    assert shell.seed.metadata == Metadata(**stated)  # type: ignore[arg-type]
    assert shell.title == "The ferry sails"


def test_other_metadata_are_the_same_anchors() -> None:
    before = attached(*PARAGRAPHS)
    after = attached(*PARAGRAPHS, after=before, source="The Islander")
    assert after.register != before.register
    assert after.register.same_anchors(before.register)
    assert not attached(*PARAGRAPHS[1:], after=before).register.same_anchors(before.register)


def test_every_anchor_of_a_sentence_stays_somewhere() -> None:
    one, two, three, *rest = PARAGRAPHS
    before = attached(one, two, three, *rest, after=attached(*PARAGRAPHS, slug="old"))
    merged = attached(one, f"{two} {three}", *rest, after=before)
    assert {"ferry-p3", "ferry-p3-s1", "ferry-p3-s2", "old-p3-s1"} <= set(merged.articles[0].blocks[2].aliases)
    cut = attached(one, f"{two} {three.split('. ')[0]}.", *rest, after=before)
    (stone,) = cut.articles[0].tombstones
    assert (stone.id, stone.text, stone.after) == ("ferry-p3-s2", "Nobody went hungry.", "ferry-p2")
    assert stone.aliases == ("old-p3-s2",)
    shorter = attached(one, two, three.split(". ")[0] + ".", *rest, after=before)
    assert shorter.articles[0].blocks[3].gone == ("ferry-p3-s2",)
    gone = attached(one, two, *rest, after=before)
    assert set(gone.articles[0].tombstones[0].aliases) >= {"old-p3", "old-p3-s2", "ferry-p3-s1", "ferry-p3-s2"}


def test_a_copy_under_another_name_is_a_new_article_with_a_message() -> None:
    before = attached(*PARAGRAPHS)
    after = attached(*PARAGRAPHS, "More.", after=before, slug="", file="b.txt")
    assert after.articles[0].id == "b"
    assert 'slug = "ferry"' in after.diagnostics[0].message


def test_labels_tell_articles_apart() -> None:
    made = attach(
        readings(
            seed("One.", file="a.txt", source="Reuters", date="2021-12-02"),
            seed("Two.", file="b.txt", source="Reuters", date="2021-12-03"),
            seed("Three.", file="c.txt", source="Reuters", date="2021-12-03"),
            seed("Four.", file="d.txt", label="The Globe", source="Globe and Mail"),
            seed("Five.", file="e.txt"),
        ),
        Register(),
        NONE,
    )
    assert [article.label for article in made.articles] == [
        "Reuters, 2021-12-02",
        "Reuters, 2021-12-03 (b)",
        "Reuters, 2021-12-03 (c)",
        "The Globe",
        "e",
    ]


@pytest.mark.parametrize("place", ["top", "end", "middle"])
def test_numbers_grow_with_the_logarithm_of_the_insertions_at_one_place(place: str) -> None:
    series = Series(["1", "2"])
    run = ["1", "2"]
    for _ in range(2_000):
        at = {"top": 0, "end": len(run) - 1, "middle": 1}[place]
        run.insert(at, series.issue(run[at - 1] if at else "", run[at]))
    assert run == sorted(run, key=order)
    assert max(map(len, run)) <= 9
    assert all(parse(f"ferry-p{each}") for each in run)
