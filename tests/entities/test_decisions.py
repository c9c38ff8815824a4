"""What an editor decides about people and places holds; what no longer applies is said, with its line."""

from __future__ import annotations

import pytest

from annotated_corpus import entities
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.entities import Annotation, annotate, explain
from annotated_corpus.entities.resolve import resolve
from annotated_corpus.settings import Settings
from tests.articles import lines as article
from tests.entities.make import decisions

TEXT = (
    "Senator Maria Delgado met Ivan Petrov in Lima.\nDelgado left for Quito.\nPetrov stayed in Lima with the Gray Club."
)


def with_(*tables: dict[str, object], text: str = TEXT) -> Annotation:
    return annotate([article("a", text)], decisions(*tables), Settings())


def entry(found: Annotation, name: str):  # type: ignore[no-untyped-def]
    return next(entity for entity in found.entities if entity.name == name)


def texts(found: Annotation, name: str) -> list[str]:
    return [m.text for m in found.mentions if m.entity == entry(found, name).id]


def test_rename() -> None:
    found = with_({"action": "rename", "name": "Maria Delgado", "to": "María Delgado"})
    assert texts(found, "María Delgado") == ["Maria Delgado", "Delgado"]
    assert entry(found, "María Delgado").id == "person-maria-delgado"


def test_merge() -> None:
    found = with_({"action": "merge", "name": "Ivan Petrov", "into": "Maria Delgado"})
    assert texts(found, "Maria Delgado") == ["Maria Delgado", "Ivan Petrov", "Delgado", "Petrov"]


def test_split() -> None:
    found = with_({"action": "split", "name": "Maria Delgado", "text": "Delgado", "to": "Rosa Delgado"})
    assert texts(found, "Rosa Delgado") == ["Delgado"]
    assert texts(found, "Maria Delgado") == ["Maria Delgado"]


def test_reject_an_entry_and_a_single_mention() -> None:
    assert "Lima" not in {e.name for e in with_({"action": "reject", "name": "Lima"}).entities}
    found = with_({"action": "reject", "name": "Lima", "block": "a-p3"})
    assert texts(found, "Lima") == ["Lima"]


def test_retype() -> None:
    found = with_({"action": "retype", "name": "Lima", "to": "person"})
    assert entry(found, "Lima").kind == "person"
    assert entry(found, "Lima").geonames is None


def test_add() -> None:
    found = with_({"action": "add", "name": "Gray Club", "kind": "place", "text": "Gray Club"})
    assert texts(found, "Gray Club") == ["Gray Club"]


def test_identify() -> None:
    found = with_({"action": "identify", "name": "Maria Delgado", "wikidata": "Q42"})
    assert entry(found, "Maria Delgado").wikidata == "Q42"
    place = entry(
        with_({"action": "identify", "name": "Lima", "latitude": 1, "longitude": 2.5, "government": True}), "Lima"
    )
    assert (place.latitude, place.longitude, place.government) == (1, 2.5, True)


def test_an_id_and_an_alias_name_the_target_too() -> None:
    assert entry(with_({"action": "rename", "name": "person-ivan-petrov", "to": "Ivan"}), "Ivan")
    assert entry(with_({"action": "rename", "name": "Petrov", "to": "Ivan"}), "Ivan")


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"action": "rename", "name": "Nobody", "to": "X"}, "no entry"),
        ({"action": "merge", "name": "Lima", "into": "Nobody"}, "no entry"),
        ({"action": "merge", "name": "Maria Delgado", "into": "person-maria-delgado"}, "into itself"),
        ({"action": "split", "name": "Lima", "block": "a-p9", "to": "X"}, "no mention"),
        ({"action": "reject", "name": "Lima", "text": "LIMA!"}, "no mention"),
        ({"action": "retype", "name": "Lima", "to": "place"}, "already"),
        ({"action": "add", "name": "Zorro", "kind": "person"}, "nowhere"),
    ],
)
def test_stale_is_a_warning_with_its_line(table: dict[str, object], said: str) -> None:
    found = with_({"action": "rename", "name": "Lima", "to": "Lima"}, table)
    (warning,) = found.diagnostics
    assert said in warning.message
    assert (warning.path, warning.line) == ("seeds/decisions.toml", 20)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"action": "rename", "name": "Lima"}, "lacks the key to"),
        ({"action": "rename", "to": "X"}, "lacks the key name"),
        ({"action": "explode", "name": "Lima"}, "must be one of"),
        ({"name": "Lima"}, "must be one of"),
        ({"action": "rename", "name": "Lima", "to": "X", "colour": "red"}, "unknown key colour"),
        ({"action": "rename", "name": 7, "to": "X"}, "must be a string"),
        ({"action": "retype", "name": "Lima", "to": "thing"}, "person"),
        ({"action": "add", "name": "Lima", "kind": "thing"}, "person"),
        ({"action": "split", "name": "Lima", "to": "X"}, "needs article, block or text"),
        ({"action": "identify", "name": "Lima"}, "needs one of"),
        ({"action": "identify", "name": "Lima", "wikidata": "1899"}, "Q1899"),
        ({"action": "identify", "name": "Lima", "geonames": "7"}, "whole number"),
        ({"action": "identify", "name": "Lima", "latitude": 95, "longitude": 0}, "-90 to 90"),
        ({"action": "identify", "name": "Lima", "latitude": 9}, "go together"),
        ({"action": "identify", "name": "Lima", "government": "yes"}, "true or false"),
        ({"action": "identify", "name": "Ivan Petrov", "latitude": 1, "longitude": 2}, "a person has no latitude"),
        ({"action": "identify", "name": "Petrov", "country": "RU"}, "a person has no country"),
        ({"action": "identify", "name": "Ivan Petrov", "geonames": 7}, "a person has no geonames"),
        ({"action": "merge", "name": "Lima", "into": "Ivan Petrov"}, "a place and “Ivan Petrov” a person"),
        ({"action": "merge", "name": "Lima", "into": "lima"}, "into itself"),
        ({"action": "split", "name": "Lima", "to": "Lima", "text": "Lima"}, "another entry"),
        ({"action": "rename", "name": "Lima", "to": "Li\x07ma"}, r"control characters \(U\+0007\)"),
        ({"action": "rename", "name": "Lima", "to": "  "}, "lacks the key to"),
    ],
)
def test_a_table_that_may_not_be_stops_the_work(table: dict[str, object], said: str) -> None:
    with pytest.raises(CorpusError, match=said) as caught:
        with_(table)
    assert caught.value.diagnostics[0].line == 10


def test_merges_in_a_circle_and_contradictions_are_refused_at_the_line_that_makes_them() -> None:
    circle = [
        {"action": "merge", "name": "Ivan Petrov", "into": "Maria Delgado"},
        {"action": "merge", "name": "Maria Delgado", "into": "Rosa"},
        {"action": "merge", "name": "Rosa", "into": "Ivan Petrov"},
    ]
    with pytest.raises(CorpusError, match="in a circle back to it") as caught:
        with_(*circle)
    assert [each.line for each in caught.value.diagnostics] == [30]
    twice = [{"action": "identify", "name": "Lima", "wikidata": each} for each in ("Q1", "Q1", "Q2")]
    with pytest.raises(CorpusError, match="decided otherwise at line 10; keep one") as caught:
        with_(*twice)
    assert [each.line for each in caught.value.diagnostics] == [30]


def test_all_that_is_wrong_is_told_at_once() -> None:
    with pytest.raises(CorpusError) as caught:
        with_({"action": "rename", "name": "Lima"}, {"action": "explode"})
    assert [each.line for each in caught.value.diagnostics] == [10, 20]


def test_explain_joins_once_whatever_the_number_of_decisions(monkeypatch: pytest.MonkeyPatch) -> None:
    joined = []
    monkeypatch.setattr(entities, "resolve", lambda *given: joined.append(1) or resolve(*given))
    one = article("a", TEXT)
    many = decisions(
        {"action": "rename", "name": "Lima", "to": "Ciudad de los Reyes"},
        *({"action": "rename", "name": "Quito", "to": f"Quito {n}"} for n in range(20)),
    )
    assert "seeds/decisions.toml:10" in explain(one, TEXT.index("Lima"), [one], many, Settings())
    assert len(joined) == 1


def test_explain_says_what_was_read_and_why() -> None:
    one = article("a", TEXT)
    none = decisions()
    assert "Maria Delgado (person-maria-delgado)" in explain(one, TEXT.index("Delgado left"), [one], none, Settings())
    assert "gazetteer" in explain(one, TEXT.index("Quito"), [one], none, Settings()) or "before it" in explain(
        one, TEXT.index("Quito"), [one], none, Settings()
    )
    assert explain(one, TEXT.index("left"), [one], none, Settings()).startswith("Not a mention")
    assert explain(one, TEXT.index("Gray"), [one], none, Settings()).startswith("Not a mention")
    assert "outside" in explain(one, 10_000, [one], none, Settings())


def test_explain_names_the_decision() -> None:
    one = article("a", TEXT)
    added = decisions({"action": "add", "name": "the club", "kind": "place", "text": "Club"})
    assert "seeds/decisions.toml:10" in explain(one, TEXT.index("Club"), [one], added, Settings())
    rejected = decisions({"action": "reject", "name": "Lima"})
    assert "seeds/decisions.toml:10" in explain(one, TEXT.index("Lima"), [one], rejected, Settings())
