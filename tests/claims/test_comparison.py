"""Gold for relation, basis and differences: pairs written for the purpose, judged by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_corpus.claims import extract
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.basis import basis, origins
from annotated_corpus.claims.findings.found import differences
from annotated_corpus.claims.findings.relation import relation
from annotated_corpus.model import Basis, Metadata, Relation
from tests.articles import article


def sides(a: str, b: str) -> Sides:
    one, two = article("one", a), article("two", b)
    return Sides(Side(extract([one])[0]), Side(extract([two])[0]))


RELATIONS = [
    ("The dam will close, he said.", "“The dam will close,” he said.", Relation.VERBATIM),
    ("Mr. Berg will close the dam in May.", "Berg will close the dam in May.", Relation.VERBATIM),
    (
        "“The dam will close before the spring flood,” Berg told reporters in Oslo.",
        "In a letter to the council he wrote that the dam will close before the spring flood.",
        Relation.NEAR_VERBATIM,
    ),
    ("Promised help", "Anna Berg said that she was shocked and promised help.", Relation.PARTIAL),
    ("He promised help.", "She promised help.", Relation.NEAR_VERBATIM),
    ("Not now or ever", "Not now or ever will the dam close, said Anna Berg of the council.", Relation.PARTIAL),
    (
        "Anna Berg warned that the dam could burst in spring.",
        "A collapse of the dam before summer is likely, cautioned Anna Berg: the spring flood could burst it.",
        Relation.PARAPHRASE,
    ),
    (
        "The council bought 12 boats for the flood service.",
        "For use on the lakes, and by the flood service, 20 boats were bought on Friday, the council said.",
        Relation.PARTIAL,
    ),
    (
        "Berg, who closed the old dam in 2011, opened a school on Friday.",
        "The old dam was closed in 2011 after a crack ran through its eastern wall and two turbines failed.",
        Relation.PARTIAL,
    ),
    (
        "The island has elected four governors since it left Norway after a vote in 1931.",
        "In 1931 a vote took the island, then of Norway, away from it: it left.",
        Relation.PARTIAL,
    ),
    (
        "Holm became the port’s best friend as fish prices climbed to a record.",
        "A record was reached on Friday by fish, the prices of which climbed.",
        Relation.PARTIAL,
    ),
    (
        "Holm told the crew before the dinner with Vik that the port was closed to whalers.",
        "Holm, speaking ahead of dinner with Vik, said the port was shut for whalers.",
        Relation.PARAPHRASE,
    ),
]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Three boats sank off Bergen on Monday.", "Three boats sank off Bergen on Tuesday."),
        ("Last May Ida Holm sued Jon Dahl.", "Last May Jon Dahl sued Ida Holm."),
        ("The mayor will resign over the port.", "The mayor will not resign over the port."),
    ],
)
def test_what_contradicts_is_shared_in_part(a: str, b: str) -> None:
    assert relation(sides(a, b)) is relation(sides(b, a)) is Relation.PARTIAL


@pytest.mark.parametrize(("a", "b", "wanted"), RELATIONS)
def test_relation(a: str, b: str, wanted: Relation) -> None:
    assert relation(sides(a, b)) is wanted
    assert relation(sides(b, a)) is wanted


PROSE = "The ferry left the northern quay with its bow doors open on a calm morning"
BASES = [
    (f"{PROSE}, police said.", f"{PROSE}.", Basis.COPIED_PROSE),
    ("Divers who reached the wreck before dawn saw that the bow doors stood wide open on both sides.",
     "A report on safety at sea says the bow doors stood wide open on Thursday, and that crews are seldom trained.",
     Basis.COPIED_PROSE),
    ("Holm handed the logbook to the inspector at a meeting that she had asked for, and wept.",
     "Holm handed the logbook to Per Vik in the harbour office, a day after the divers had found it.",
     Basis.COPIED_PROSE),
    ("A judge means to file criminal charges against Holm.",
     "There was talk in Bergen of how to file criminal charges against a crew which nobody had seen for a week.",
     Basis.INDEPENDENT),
    ("“We never checked the doors of that ship, because nobody had told us to do it,” said Holm.",
     "Holm told the court the crew never checked the doors of that ship at all.", Basis.SAME_SOURCE),
    ("“We never checked the doors,” said Holm.", "Asked about it, Holm wept: “We never checked the doors.”",
     Basis.SHARED_QUOTATION),
    ("Holm says “nobody checked the doors”.", "“The truth is that nobody had checked the doors,” Holm said.",
     Basis.SHARED_QUOTATION),
    ("The ferry was late, two officers told Reuters.", "Reuters reported a delay of the ferry.", Basis.SAME_SOURCE),
    ("Holm said the ferry had been late.", "There was a delay, Holm admitted.", Basis.SAME_SOURCE),
    ("Mayor Ingrid Solberg said the ferry had been late.",
     "There was a delay, the mayor of Larnvik, Ingrid Solberg, admitted.", Basis.SAME_SOURCE),
    ("Mayor Ingrid Solberg said the ferry had been late.", "There was a delay, Mayor Per Solberg admitted.",
     Basis.INDEPENDENT),
    ("The ferry sank within an hour.", "It took less than sixty minutes for the vessel to go down.",
     Basis.INDEPENDENT),
    ("He said on Thursday that the ferry sank.", "He said on Thursday that a mast broke.", Basis.INDEPENDENT),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "wanted"), BASES)
def test_basis(a: str, b: str, wanted: Basis) -> None:
    assert basis(sides(a, b), frozenset(), frozenset()) is wanted
    assert basis(sides(b, a), frozenset(), frozenset()) is wanted


def test_an_agency_that_tells_and_a_paper_that_credits_it_are_one_source() -> None:
    agency = article("one", "OSLO, Dec 2 (Reuters) - The ferry sank.", "Divers went down.")
    paper = article("two", "Divers searched the wreck, a source told Reuters.")
    claims = extract([agency, paper])
    pair = Sides(Side(claims[1]), Side(claims[2]))
    assert origins(agency) == {"Reuters"}
    assert basis(pair, origins(agency), origins(paper)) is Basis.SAME_SOURCE
    assert basis(pair, frozenset(), frozenset()) is Basis.INDEPENDENT


def test_the_stated_source_of_an_article_is_its_origin() -> None:
    made = article("one", "The ferry sank.")
    made = replace(made, seed=replace(made.seed, metadata=Metadata(source="Associated Press")))
    assert origins(made) == {"Associated Press"}


DIFFERENCES = [
    ("Three boats sank on Monday.", "Four boats sank on Monday.", [("figure", "Three", "Four")]),
    ("Three boats sank on Monday.", "3 boats sank on Tuesday.", [("date", "Monday", "Tuesday")]),
    ("Three boats sank.", "On 4 May three boats sank.", []),
    ("LARNVIK, Norway, May 3 (Reuters) - Three boats sank on Monday.",
     "LARNVIK, Norway (Reuters) — Three boats sank Tuesday.", [("date", "Monday", "Tuesday")]),
    ("The boats were found by Four divers.", "The boats were found by Six divers.", [("figure", "Four", "Six")]),
    ("1. The port lost three boats.", "2. The port lost three boats.", []),
    ("1. The port lost three boats.", "The port lost four boats.", [("figure", "three", "four")]),
    ("“It is deep,” said port captain Ida Holm.", "“It is deep,” Ida Holm said.",
     [("detail", "port captain", None)]),
    ("Kyiv has closed the port.", "Ukraine has closed the port.", [("name", "Kyiv", "Ukraine")]),
    ("Oslo says the port is closed.", "Norway says the port is closed.", [("name", "Oslo", "Norway")]),
    ("The port is closed, Oslo says, not Norway.", "The port is closed, Norway says.", [("name", "Oslo", "Norway")]),
    ("The port is closed, Ida Holm said.", "The port is closed, Per Dahl said.",
     [("speaker", "Ida Holm", "Per Dahl")]),
    ("The port is closed, Ida Holm said.", "The port is closed.", [("attribution", "Ida Holm", None)]),
    ("The port is closed.", "The port is closed, Reuters reported.", [("attribution", None, "Reuters")]),
    ("Holm said: “The port will never open again.”", "Holm said the port would never open again.",
     [("directness", "“The port will never open again.”", "port would never open")]),
    ("The port is closed.", "The port is closed because of a hungry blue whale.",
     [("detail", None, "because of a hungry blue whale")]),
    ("“We will not wait,” Carol Brown said.", "We won’t wait, Peter Brown said.",
     [("speaker", "Carol Brown", "Peter Brown")]),
    ("We will not wait, Bob Brown said.", "We will not wait, Mr. Robert Brown said.", []),
    ("We will not wait, Norway’s transport ministry said.", "We will not wait, Latvia’s transport ministry said.",
     [("speaker", "Norway’s transport ministry", "Latvia’s transport ministry")]),
    ("Holm opened the port at a fair in Oslo and said it was deep.", "Holm opened the port on a quay in Oslo.",
     []),
    ("“We don't want delay,” Holm said.", "We don't want delay, Holm said.",
     [("directness", "“We don't want delay,”", "don't want delay")]),
    ("Three boats sank in May.", "Three boats sank in May 2019.", []),
    ("Three boats sank in 2019.", "Three boats sank in May 2019.", []),
    ("Three boats sank in heat of 41 degrees Celsius.", "Three boats sank in heat of 106 degrees Fahrenheit.", []),
    ("The mayor will resign over the port.", "The mayor will not resign over the port.",
     [("modality", "resign", "not resign")]),
    ("The mayor will not resign over the port.", "The mayor won’t resign over the port.", []),
    ("The port’s owner has been fined.", "The port’s owner has never been fined.",
     [("modality", "been fined", "never been fined")]),
    ("Nobody was in the engine room.", "Somebody was in the engine room.",
     [("modality", "Nobody was in the engine", "Somebody was in the engine")]),
    ("None of the hatches was shut.", "Both of the hatches were shut.",
     [("modality", "None of the hatches", "Both of the hatches")]),
    ("All pumps worked on the ferry.", "Few pumps worked on the ferry.", [("modality", "All pumps", "Few pumps")]),
    ("A few pumps worked on the ferry.", "Some pumps worked on the ferry.", []),
    ("Some 400 pumps worked on the ferry.", "All 400 pumps worked on the ferry.", []),
    ("Three of them were children.", "Two of them were children.", [("figure", "Three", "Two")]),
    ("The port was shut twice in a year.", "The port was shut three times in a year.", [("figure", "twice", "three")]),
    ("The port was shut twice in a year.", "The port was shut two times in a year.", []),
    ("The quay is 62 metres long.", "The quay is 72 metres long, not 62.", [("figure", "62", "72")]),
    ("The port shut at 11:30 with 30 boats.", "The port shut at 11:45 with 30 boats.", [("figure", "11:30", "11:45")]),
    ("The port shut at 11:30 with 45 boats.", "The port with 45 boats shut at 11:30.", []),
    ("Not only the mayor will resign over the port.", "The mayor will resign over the port.", []),
    ("The rebels accepted the plan for a truce.", "The rebels rejected the plan for a truce.",
     [("modality", "accepted", "rejected")]),
    ("Last May Ida Holm sued Jon Dahl over the port.", "Last May Jon Dahl sued Ida Holm over the port.",
     [("name", "Ida Holm sued Jon Dahl", "Jon Dahl sued Ida Holm")]),
    ("Last May Ida Holm sued Jon Dahl over the port.", "Last May Jon Dahl was sued by Ida Holm over the port.", []),
    ("The Swedish port is closed.", "The port in Sweden is closed.", []),
    ("The port is closed, Cal Brown said.", "The port is closed, Calvin Brown said.",
     []),
    ("The port is closed, Carl Brown said.", "The port is closed, Carla Brown said.",
     [("speaker", "Carl Brown", "Carla Brown")]),
    ("Holm hopes for a new port.", "Holm hopes for a new port, but that no date had yet been set.",
     [("detail", None, "no date had yet been set")]),
    ("Holm hopes for a port.", "Holm hopes for a port and doesn’t plan to charge visitors.",
     [("detail", None, "doesn’t plan to charge visitors")]),
    ("Holm hopes for a port.", "Holm hopes that the port will never be a home of hungry whales.",
     [("detail", None, "will never be a home of hungry whales")]),
    ("Holm spoke of a Norse attack.", "Holm spoke of quick help in the event of a Norse attack.",
     [("detail", None, "quick help in the event of a Norse attack")]),
    ("The port is shut.", "The port is shut, after a “curious” incident in Oslo (Norway).",
     [("detail", None, "after a “curious” incident in Oslo (Norway)")]),
    ("Latvia says Russia has 900 troops near their border, while Moscow accuses Riga of a military build-up.",
     "Moscow accuses Riga of a military build-up.", [("detail", "Russia has 900 troops near their border", None)]),
    ("In a speech to the Council for Harbours and Trade in Riga on a wet day, Holm spoke of harbours.",
     "Holm spoke of harbours.", [("detail", "to the Council for Harbours and Trade in Riga on a wet day", None)]),
    ("Putin closed the port.", "President Vladimir Putin closed the port.", []),
    ("The port is closed.", "“The great port is closed.”", []),
]  # fmt: skip


def shown(found, one: str, two: str) -> list[tuple[str, str | None, str | None]]:
    def text(span, whole: str) -> str | None:
        return None if span is None else whole[span.start : span.end]

    return [(str(each.kind), text(each.a, one), text(each.b, two)) for each in found]


@pytest.mark.parametrize(("a", "b", "wanted"), DIFFERENCES)
def test_differences(a: str, b: str, wanted: list[tuple[str, str | None, str | None]]) -> None:
    assert shown(differences(sides(a, b)), a, b) == wanted
    turned = [(kind, there, here) for kind, here, there in wanted]
    assert shown(differences(sides(b, a)), b, a) == turned


def test_a_weekday_answers_a_weekday_and_a_year_a_year() -> None:
    a, b = "On Monday three boats of 2019 sank.", "In 2018 three boats sank on Tuesday."
    found = shown(differences(sides(a, b)), a, b)
    assert found == [("date", "Monday", "Tuesday"), ("date", "2019", "2018")]


def test_a_speaker_whom_a_claim_does_not_name_is_no_difference() -> None:
    one = article("one", "“The port is closed,” Per Dahl said.", "“We don't want delay.”", "“We want peace,” he said.")
    two = article("two", "We don't want delay.", "Oslo says ‘we want peace’")
    claims = extract([one, two])
    assert [each.speaker for each in claims] == ["Per Dahl"] * 3 + [None, "Oslo"]
    for a, b in ((1, 3), (2, 4), (2, 3)):
        for pair in (Sides(Side(claims[a]), Side(claims[b])), Sides(Side(claims[b]), Side(claims[a]))):
            assert not {each.kind for each in differences(pair)} & {"speaker", "attribution"}
