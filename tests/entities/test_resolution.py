"""One entry per person or place over the corpus, and none too few."""

from __future__ import annotations

import cProfile
import pickle

import pytest
from docutils.nodes import make_id
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_corpus.decisions import Decisions
from annotated_corpus.entities import Annotation, annotate, join, reader, roles
from annotated_corpus.entities.gazetteer import gazetteer
from annotated_corpus.model import BlockKind, Span
from annotated_corpus.settings import Settings
from bench.joining import corpus
from tests.articles import lines as article
from tests.entities.make import trap_texts, unmark


def people(found: Annotation) -> list[str]:
    return [entity.name for entity in found.entities if entity.kind == "person"]


def of(*texts: str) -> Annotation:
    return annotate([article(f"a{n}", text) for n, text in enumerate(texts)], Decisions(), Settings())


def named(found: Annotation) -> dict[str, list[str]]:
    names = {entity.id: entity.name for entity in found.entities}
    grouped: dict[str, list[str]] = {}
    for mention in found.mentions:
        grouped.setdefault(names[mention.entity], []).append(mention.text)
    return grouped


def test_one_full_name_in_two_articles_is_one_entry() -> None:
    found = of("Senator Maria Delgado spoke in Lima.", "In Quito, Maria Delgado said no.\nDelgado left.")
    assert named(found)["Maria Delgado"] == ["Maria Delgado", "Maria Delgado", "Delgado"]


def test_spellings_of_one_name_are_one_entry() -> None:
    found = of("Foreign Minister Sergei Lavrin spoke.", "Foreign Minister Sergey Lavrin left.\nLavrin smiled.")
    assert len(people(found)) == 1


def test_middle_initial_and_second_surname_are_one_entry() -> None:
    found = of("Donald R. Pikeman spoke.\nPikeman left.", "Judge Donald Pikeman ruled.")
    assert people(found) == ["Donald R. Pikeman"]


def test_one_surname_in_two_articles_stays_two_people() -> None:
    found = of(
        "Coach Anna Nowak praised the team in Warsaw.\nNowak was glad.",
        "Painter Piotr Nowak died in Lima.\nNowak was 80.",
    )
    assert named(found)["Anna Nowak"] == ["Anna Nowak", "Nowak"]
    assert named(found)["Piotr Nowak"] == ["Piotr Nowak", "Nowak"]


def test_a_surname_alone_needs_evidence_to_join_a_full_name_elsewhere() -> None:
    alone = of("Coach Anna Nowak praised the team in Warsaw.", "“It is art,” said Mr Nowak in Lima.")
    assert len(people(alone)) == 2
    backed = of("President Anna Nowak praised the team in Warsaw.", "“It is late,” said President Nowak in Lima.")
    assert people(backed) == ["Anna Nowak"]


def test_a_surname_that_two_bear_is_the_one_named_last_or_the_one_addressed() -> None:
    found = of(
        "Judge Piotr Nowak met Senator Anna Nowak in Lima.\nNowak left.\nMr Nowak stayed.\nPiotr Nowak spoke."
        "\nNowak left."
    )
    assert named(found)["Anna Nowak"] == ["Anna Nowak", "Nowak"]
    assert named(found)["Piotr Nowak"] == ["Piotr Nowak", "Nowak", "Piotr Nowak", "Nowak"]


def test_father_and_son_are_two() -> None:
    assert len(people(of("Ferdinand Acosta Jr. took office.", "Ferdinand Acosta Sr. ruled before him."))) == 2


def test_the_elder_and_the_younger_are_told_apart() -> None:
    found = of(
        "John Tarrow founded the mill.\nHis son Mark Tarrow sold it.\nThe elder Tarrow died. The younger Tarrow left."
    )
    assert named(found) == {"John Tarrow": ["John Tarrow", "Tarrow"], "Mark Tarrow": ["Mark Tarrow", "Tarrow"]}
    assert not any(role.text == "elder" for entity in found.entities for role in entity.roles)


def test_person_and_place_of_one_name_have_two_names_and_ids() -> None:
    found = of("Sydney Carter likes Sydney.\nMr Jordan flew to Jordan and Syria.\n“Yes,” said Mr Jordan.")
    jordan = [entity for entity in found.entities if "Jordan" in entity.name]
    assert {(e.kind.value, e.id) for e in jordan} == {("person", "person-jordan"), ("place", "place-jordan")}
    assert {e.name for e in jordan if e.kind == "place"} == {"Jordan"}


def test_former_names_of_a_place_are_one_entry() -> None:
    found = of("Kiev is large.\nHe went to Kyiv.", "She flew to Kyiv from Bombay and to Mumbai.")
    assert named(found)["Kyiv"] == ["Kiev", "Kyiv", "Kyiv"]
    assert next(e for e in found.entities if e.name == "Kyiv").government


def test_the_article_says_which_place_is_meant() -> None:
    found = of("He was born in Paris, Texas, in 1950.", "She was born in Paris in 1950.")
    where = {
        m.article: next(e for e in found.entities if e.id == m.entity) for m in found.mentions if m.text == "Paris"
    }
    assert (where["a0"].country, where["a1"].country) == ("US", "FR")
    assert {where["a0"].name, where["a1"].name} == {"Paris", "Paris (France)"}
    assert len({entity.name.casefold() for entity in found.entities}) == len(found.entities)


def test_a_doubtful_small_town_gets_no_coordinates() -> None:
    found = of("The fire began in San Isidro on Monday, police said.")
    assert [entity.geonames for entity in found.entities if entity.name == "San Isidro"] in ([None], [])


def test_credits_and_furniture_are_not_searched() -> None:
    kinds = {2: BlockKind.CREDIT, 3: BlockKind.FURNITURE}
    found = annotate(
        [article("a", "Anna Nowak spoke in Lima.\nEditing by Frances Gray\nAlso read: Boris Petrov", kinds)],
        Decisions(),
        Settings(),
    )
    assert people(found) == ["Anna Nowak"]


def test_furniture_inside_a_line_is_not_searched() -> None:
    plain = article("a", "Anna Nowak spoke in Lima. Follow Boris Petrov")
    start = plain.seed.text.index("Follow")
    block = plain.blocks[0]
    marked = type(block)(
        block.id, block.kind, block.number, block.start, block.end, block.text, "", (Span(start, block.end),)
    )
    found = annotate([type(plain)(plain.id, plain.seed, "", "A", (marked,))], Decisions(), Settings())
    assert people(found) == ["Anna Nowak"]


def check_contract(texts: list[str], found: Annotation) -> None:
    articles = {f"a{n}": article(f"a{n}", text) for n, text in enumerate(texts)}
    ids = [entity.id for entity in found.entities]
    assert len(set(ids)) == len(ids)
    assert all(make_id(each) == each for each in ids)
    assert len({entity.name.casefold() for entity in found.entities}) == len(ids)
    assert {mention.entity for mention in found.mentions} == set(ids)
    assert list(found.entities) == sorted(found.entities, key=lambda e: (e.kind, e.name.casefold(), e.id))
    reached: dict[str, int] = {}
    for mention in found.mentions:
        text = articles[mention.article].seed.text
        assert mention.text == text[mention.start : mention.end].replace("\n", " ")
        block = next(b for b in articles[mention.article].blocks if b.id == mention.block)
        assert block.start <= mention.start < mention.end <= block.end
        assert mention.start >= reached.get(mention.article, 0)
        reached[mention.article] = mention.end
    blocks = {block.id for each in articles.values() for block in each.blocks}
    assert all(role.block in blocks and role.text for entity in found.entities for role in entity.roles)


def test_the_contract_holds_for_all_traps_as_one_corpus() -> None:
    texts = [unmark(marked)[0] for each in trap_texts().values() for marked in each]
    check_contract(texts, of(*texts))


WORDS = [
    "Anna",
    "Петров",
    "李明",
    "al-",
    "bin",
    "Mr.",
    "U.S.",
    "Paris",
    "of",
    "the",
    "said",
    ",",
    "-",
    "’s",
    "\u202e",
    "O’",
    "I'm",
    "X.",
    "\n",
    "é",
    "...",
    "Bank",
    "1st",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6)), max_size=30), min_size=1, max_size=3))
def test_the_contract_holds_for_hostile_text(lines: list[list[str]]) -> None:
    texts = [" ".join(words) for words in lines]
    check_contract(texts, of(*texts))


def test_names_in_other_scripts_get_ids_that_last() -> None:
    found = [of("Mr Петров met Mr 李明 in Lima.") for _ in range(2)]
    assert found[0] == found[1]


def test_the_order_of_articles_changes_no_entry() -> None:
    texts = [unmark(marked)[0] for each in trap_texts().values() for marked in each][:60]
    articles = [article(f"a{n:03}", text) for n, text in enumerate(texts)]
    one = annotate(articles, Decisions(), Settings())
    articles.reverse()
    two = annotate(articles, Decisions(), Settings())
    assert {(m.article, m.start, m.end) for m in one.mentions} == {(m.article, m.start, m.end) for m in two.mentions}
    assert sorted(e.name for e in one.entities if "(" not in e.name) == sorted(
        e.name for e in two.entities if "(" not in e.name
    )


def test_work_grows_with_the_corpus_not_with_its_square() -> None:
    calls = []
    for size in (60, 240):
        articles = corpus(size)
        read = reader(Settings())
        found = [read(each.blocks) for each in articles]
        profile = cProfile.Profile()
        profile.runcall(join, articles, found, Decisions())
        calls.append(sum(entry.callcount for entry in profile.getstats()))
    assert calls[1] < 5 * calls[0]


def test_what_is_found_in_an_article_can_be_kept_and_joined_later() -> None:
    articles = corpus(5)
    found = [reader(Settings())(each.blocks) for each in articles]
    kept = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes
    assert join(articles, kept, Decisions()) == annotate(articles, Decisions(), Settings())


@pytest.mark.parametrize(
    ("english", "local", "country"),
    [("Cologne", "Köln", "DE"), ("Seville", "Sevilla", "ES"), ("Ghent", "Gent", "BE"), ("Bruges", "Brugge", "BE"),
     ("Frankfurt", "Frankfurt am Main", "DE"), ("Lucerne", "Luzern", "CH"), ("Mecca", "Makkah", "SA"),
     ("Fallujah", "Al Fallujah", "IQ"), ("Quebec City", "Québec", "CA"), ("Marseilles", "Marseille", "FR"),
     ("Cracow", "Kraków", "PL"), ("Hanover", "Hannover", "DE")],
)  # fmt: skip
def test_a_town_is_found_by_its_english_and_its_own_name(english: str, local: str, country: str) -> None:
    place = gazetteer().find(english)
    assert place is not None
    assert place.country == country
    assert local in place.names
    assert gazetteer().find(local) == place


def test_the_west_is_no_place_on_a_map() -> None:
    found = of("Tension between the West and Iran rose.\nMinsk blames the West for it.\nThe West is silent.")
    assert set(named(found)) == {"Iran", "Minsk"}


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("Former President Anton Weiss, former Foreign Minister Clara Holm, banker Georg Stein came.", "Clara Holm",
         ("former Foreign Minister",)),
        ("It was Senator Ida Lund, Governor Per Voss, Mayor Ana Reed who came.", "Ida Lund", ("Senator",)),
        ("She is the wife of Vice President Alan Bing.", "Alan Bing", ("Vice President",)),
        ("He is the brother of Mayor Ida Lund.", "Ida Lund", ("Mayor",)),
        ("Presidents Joe Biden and Vladimir Putin met.", "Joe Biden", ("President",)),
        ("Senators Ida Lund and Per Voss met.", "Ida Lund", ("Senator",)),
        ("Ana Reed, a professor at the institute, came.", "Ana Reed", ("a professor at the institute",)),
        ("Ana Reed, mayor of San Jose, came.", "Ana Reed", ("mayor of San Jose",)),
    ],
)  # fmt: skip
def test_a_role_belongs_to_the_name_at_which_it_stands(text: str, name: str, said: tuple[str, ...]) -> None:
    start = text.index(name)
    assert roles.told(text, 0, start, start + len(name)) == said


def test_an_office_before_a_surname_is_not_that_of_somebody_described_by_another() -> None:
    one = "Ruth Okoro, the opposition leader, called for a vote.\n“I warned them,” Mayor Okoro said on Tuesday."
    found = annotate([article("a", one)], Decisions(), Settings())
    assert {each.name: [role.text for role in each.roles] for each in found.entities} == {
        "Ruth Okoro": ["the opposition leader"],
        "Okoro": ["Mayor"],
    }
    two = "Ruth Okoro, the mayor of Lund, called for a vote.\n“I warned them,” Mayor Okoro said on Tuesday."
    found = annotate([article("a", two)], Decisions(), Settings())
    assert [each.name for each in found.entities if each.kind == "person"] == ["Ruth Okoro"]
