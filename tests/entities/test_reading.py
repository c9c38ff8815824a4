"""The parts of recognition: tokens and chunks, roles, names, ids, the gazetteer, the cut."""

from __future__ import annotations

import pytest
from docutils.nodes import make_id
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_corpus.entities import roles
from annotated_corpus.entities.cutting import best, pack, unpack
from annotated_corpus.entities.gazetteer import FILES, gazetteer
from annotated_corpus.entities.identifiers import identifier, slug
from annotated_corpus.entities.lexicon import data_text
from annotated_corpus.entities.recognise import recognise
from annotated_corpus.entities.tokens import chunks, stretches
from annotated_corpus.language.en.persons import fits, parse, spelling
from tests.articles import lines as article


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("The U.S. and Mr. Gray left.", ["U.S.", "Mr. Gray"]),
        ("Kim Hee-sun met Ali.", ["Kim Hee - sun", "Ali"]),
        ("the London-based firm", ["London"]),
        ("Ursula van der Meer and Bashar al-Tamimi", ["Ursula van der Meer", "Bashar al - Tamimi"]),
        ("But Anna’s book, I'm told, is in Trinidad and Tobago.", ["Anna", "Trinidad and Tobago"]),
        ("See https://example.org/Moscow or write to Ann@Example.org now.", ["See"]),
        ("The Gulf of Aden and the Bank of Ghana.", ["Gulf of Aden", "Bank", "Ghana"]),
    ],
)
def test_chunks(text: str, runs: list[str]) -> None:
    (block,) = article("a", text).blocks
    from annotated_corpus.entities.tokens import searchable  # noqa: PLC0415 - beside its only use

    assert [" ".join(chunk.words) for chunk in chunks(0, searchable(block), gazetteer(), set())] == runs


@pytest.mark.parametrize(
    ("text", "name", "told"),
    [
        ("Then U.S. Secretary of State Ann Gray spoke.", "Ann Gray", ("U.S. Secretary of State",)),
        ("In Oslo the former Finnish prime minister Ann Gray spoke.", "Ann Gray", ("former Finnish prime minister",)),
        ("Said Ann Gray, a professor at the university, today.", "Ann Gray", ("a professor at the university",)),
        ("Ann Gray, 45, a farmer from Kent, wept.", "Ann Gray", ("a farmer from Kent",)),
        ("Ann Gray, who is a farmer, wept.", "Ann Gray", ()),
        ("Mr Gray spoke.", "Gray", ()),
        ("Their lawyer, Ann Gray, spoke.", "Ann Gray", ()),
        ("Boris Black and Mayor Ann Gray spoke.", "Ann Gray", ("Mayor",)),
        ("Ann Gray, Norway’s foreign minister, spoke.", "Ann Gray", ("Norway’s foreign minister",)),
    ],
)
def test_roles_as_the_text_words_them(text: str, name: str, told: tuple[str, ...]) -> None:
    start = text.index(name)
    assert roles.told(text, 0, start, start + len(name)) == told


@pytest.mark.parametrize(
    ("short", "long", "one"),
    [
        ("Delgado", "Maria Delgado", True),
        ("Maria Delgado", "Maria Luisa Delgado", True),
        ("M. Delgado", "Maria Delgado", True),
        ("Sergey Lavrov", "Sergei Lavrov", True),
        ("Mohammed Ali", "Muhammad Ali", True),
        ("Rosa Delgado", "Maria Delgado", False),
        ("Robert Hale", "Robert Hale Jr.", False),
        ("Sisi", "Abdel Fattah al-Sisi", True),
        ("el-Sisi", "Abdel Fattah Al Sisi", True),
    ],
)
def test_one_name_within_another(short: str, long: str, one: bool) -> None:
    assert fits(parse(short), parse(long)) is one


def test_transliterations_share_a_key() -> None:
    assert len({spelling(each) for each in ("zelensky", "zelenskyy", "zelenskiy", "zelenski")}) == 1
    assert spelling("putin") != spelling("pavlov")


@settings(deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_ids_are_what_docutils_leaves_alone(name: str) -> None:
    taken: dict[str, int] = {}
    found = [identifier("person", name, taken) for _ in range(4)]
    assert [make_id(each) for each in found] == found
    assert len(set(found)) == 4


def test_slug() -> None:
    assert slug("José Ó Súilleabháin-O’Neill") == "jose-o-suilleabhain-oneill"
    assert slug("Łukasz Þór Æsir") == "lukasz-thor-aesir"
    assert slug("Петров") == slug("Петров") != slug("Иванов")


def test_gazetteer_files_are_sorted_and_sound() -> None:
    for file in FILES:
        rows = data_text(file).splitlines()
        names = [row.split("\t")[0].split("|")[0] for row in rows]
        if file in ("cities.tsv", "admin.tsv"):
            assert names == sorted(names) or rows == sorted(rows), file
        for row in rows:
            cells = row.split("\t")
            assert len(cells) in (6, 7), row
            if cells[3]:
                assert -90 <= float(cells[3]) <= 90 and -180 <= float(cells[4]) <= 180, row


def test_gazetteer_knows_countries_capitals_and_seats() -> None:
    places = gazetteer()
    assert [places.kind(name) for name in ("Ukraine", "Kyiv", "Kremlin", "Black Sea", "Ohio", "Nowhereville")] == [
        "C", "K", "S", "W", "T", "",
    ]  # fmt: skip
    assert {place.country for place in places.every("Georgia")} >= {"GE", "US"}
    found = places.find("Stockholm")
    assert found and found.government and found.country == "SE"


@settings(deadline=None)
@given(st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_cut_is_the_best_of_all_cuts(size: int, dice) -> None:  # type: ignore[no-untyped-def]
    scores = {span: (dice.randint(-9, 9), dice.randint(-9, 9), dice.randint(-9, 9)) for span in stretches(size)}

    def every(start: int) -> list[list[tuple[int, int, int]]]:
        if start == size:
            return [[]]
        return [
            [(start, end, label), *rest]
            for end in range(start + 1, size + 1)
            for label in range(3)
            for rest in every(end)
            if not (label == 2 and rest and rest[0][2] == 2)
        ]

    cut = best(size, list(scores.values()))
    value = {tuple(map(tuple, each)): sum(scores[i, j][k] for i, j, k in each) for each in map(list, every(0))}
    assert value[tuple(cut)] == max(value.values())


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(-5000, 5000), min_size=6, max_size=6), min_size=1, max_size=20))
def test_packed_weights_add_up(rows: list[list[int]]) -> None:
    total = sum(map(pack, rows))
    sums = [sum(column) for column in zip(*rows, strict=True)]
    assert [*unpack(total, 0), *unpack(total, 1)] == sums


def test_recognition_is_a_function_of_the_article_alone() -> None:
    one = article("a", "Senator Maria Delgado met Ivan Petrov in Lima.\nDelgado left.")
    first = recognise(one.blocks)
    recognise(article("b", "Delgado is a town near Lima. Petrov, Delgado and Lima are towns.").blocks)
    assert recognise(one.blocks) == first
    assert [each.text for each in first] == ["Maria Delgado", "Ivan Petrov", "Lima", "Delgado"]


@pytest.mark.parametrize("part", ["x", "@", "a.", "a@", "A-", "www."])
def test_a_long_line_without_spaces_is_read(part: str) -> None:
    # Read in the square of its length, it would not end before whoever waits gives up.
    one = article("a", f"Lima. {part * 100_000}. Lima")
    assert [each.text for each in recognise(one.blocks)][:1] == ["Lima"]


def named(text: str) -> list[tuple[str, str]]:
    return [(each.text, each.kind.value) for each in recognise(article("a", text).blocks)]


def test_capitals_are_read_by_what_the_article_spells_otherwise() -> None:
    rest = "\nBarack Obama arrived in Berlin on Tuesday."
    assert named("OBAMA VISITS BERLIN" + rest)[:2] == [("OBAMA", "person"), ("BERLIN", "place")]
    assert ("VISITS", "person") not in named("OBAMA VISITS BERLIN" + rest)
    modi = "PRIME MINISTER NARENDRA MODI SPEAKS\nPrime Minister Narendra Modi's speech ended."
    assert named(modi) == [("NARENDRA MODI", "person"), ("Narendra Modi", "person")]
    assert named("OBAMA VISITS BERLIN") != named("OBAMA VISITS BERLIN" + rest)[:2]


def test_a_number_behind_a_name_belongs_to_it() -> None:
    assert ("William Strand II", "person") in named("William Strand II sailed to Oslo with William Strand III.")


def test_ships_and_clubs_are_neither_person_nor_place() -> None:
    assert named("The tanker Stena Impero left.") == []
    assert named("CSKA Moscow and Real Madrid met.") == []
    assert named("She lives in Moscow and Madrid.") == [("Moscow", "place"), ("Madrid", "place")]


def test_a_particle_without_its_vowel_is_part_of_the_name() -> None:
    assert ("Giovanni dell'Orto", "person") in named("Then Giovanni dell'Orto spoke in Turin.")


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("He sailed the Queen Mary from Southampton.", [("Southampton", "place")]),
        ("Queen Mary sailed from Southampton.", [("Mary", "person"), ("Southampton", "place")]),
        (
            "Asia Argento spoke in Rome. The virus spread across Asia, officials said.",
            [("Asia Argento", "person"), ("Rome", "place"), ("Asia", "place")],
        ),
    ],
)
def test_what_stands_before_a_name_tells_what_it_names(text: str, read: list[tuple[str, str]]) -> None:
    assert [(each.text, str(each.kind)) for each in recognise(article("a", text).blocks)] == read
