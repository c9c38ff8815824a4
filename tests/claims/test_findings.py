"""What two claims are said to differ in: each line a case of a kind, with what must be told, and what must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_corpus.claims import extract
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.basis import agreement, basis, origins
from annotated_corpus.claims.findings.found import differences
from annotated_corpus.claims.findings.relation import relation
from annotated_corpus.claims.known import Known, said
from annotated_corpus.model import Basis, Metadata, Relation
from tests.articles import article

NONE = frozenset[str]()


def sides(a: str, b: str, *, elsewhere: tuple[str, ...] = ()) -> Sides:
    """Return two claims of articles; ``elsewhere`` are other sentences of the second."""
    one, two = extract([article("one", a)])[0], extract([article("two", b)])[0]
    known = Known(said=(said([a]), said([b, *elsewhere])))
    return Sides(Side(one), Side(two), known=known)


def told(pair: Sides, *kinds: str) -> list[tuple[str, str | None, str | None]]:
    """Return the differences of these kinds, each with its words."""

    def words(span, claim) -> str | None:
        return span and claim.text[span.start - claim.start : span.end - claim.start]

    return [
        (each.kind, words(each.a, pair.a.claim), words(each.b, pair.b.claim))
        for each in differences(pair)
        if each.kind in kinds
    ]


def both_ways(a: str, b: str, *kinds: str) -> list[tuple[str, str | None, str | None]]:
    """Return what is told, having seen that it is the same the other way round."""
    found = told(sides(a, b), *kinds)
    turned = told(sides(b, a), *kinds)
    assert sorted((kind, y or "", x or "") for kind, x, y in turned) == sorted(
        (k, x or "", y or "") for k, x, y in found
    )
    return found


SAME_SOURCE = [
    # the actor is no source
    ("In the face of protest, Tamm announced late Friday that he has suspended the ban.",
     "President Tamm on Friday reversed the ban."),
    ("Mayor Lind declared on Monday that she was stepping down over the flood.", "Lind stepped down over the flood."),
    ("The company said it would close the plant at Orsk.", "The company will close the plant at Orsk."),
    ("Holm promised to rebuild the harbour by May.", "Holm will rebuild the harbour by May."),
    ("Olsen said he had paid the fine.", "Olsen paid the fine."),
    ("The rebels announced that they had freed the pilot.", "The rebels freed the pilot."),
    # the outlet's own tag
    ("“He is not welcome,” Fiska told CNN.", "“He is not welcome,” Fiska said in an interview on CNN."),
    ("“The dam is old,” Berg told the BBC.", "“The dam is old,” Berg said."),
    ("Berg told Reuters that the dam is old.", "Berg said the dam is old."),
    ("“We are broke,” Lund told the Daily Herald.", "In the Daily Herald Lund said: “We are broke.”"),
    ("Speaking on Fox News, Dahl said the bridge was unsafe.", "Dahl said the bridge was unsafe."),
    # the speaker of another half
    ("X Rane, the comedian, started a campaign for the whales.",
     "Ida Holm said she did not understand, while the comedian X Rane started a campaign for the whales."),
    ("Fifteen of the nineteen sailors were Danish.",
     "Fifteen of the nineteen sailors were Danish, but the owner denies any role."),
    ("The storm tore the roof off the school.",
     "The storm tore the roof off the school, while police said the roads were safe."),
    ("The bank closed forty branches.", "The bank closed forty branches, although Berg said customers would gain."),
    ("Ann Lind opened the museum in Tarn.", "Ann Lind opened the museum in Tarn and said it was a happy day."),
    # a cue whose speaker is not known is no "fact of its own"
    ("The pilot was drunk, Ann Berg said.", "The pilot was drunk, it said."),
    ("The pilot was drunk, Ann Berg said.", "The pilot was drunk, according to the report."),
    ("The pilot was drunk, Ann Berg said.", "“The pilot was drunk.”"),
    ("The pilot was drunk, Ann Berg said.", "The pilot was believed to be drunk."),
    ("The pilot was drunk, Ann Berg said.", "The pilot, she added, was drunk."),
    # a spokesman of the same, an outlet that carries a source
    ("Lind’s office said the account was hacked.", "Lind’s spokesman said the account was hacked."),
    ("The ministry said the bridge was closed.", "A statement from the ministry said the bridge was closed."),
    ("Jürgen Dupper said the town was safe.", "Juergen Dupper said the town was safe."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAME_SOURCE)
def test_no_attribution_is_said_to_be_missing(a: str, b: str) -> None:
    assert both_ways(a, b, "attribution", "speaker") == []


OTHER_SOURCES = [
    ("Liu had tumours in his mouth, his brother said.", "Liu had tumours in his mouth.",
     ("attribution", "his brother", None)),
    ("The bridge fell at noon, police said.", "The bridge fell at noon.", ("attribution", "police", None)),
    ("According to a study by the Tarn Institute, more than thirty towns have such rules.",
     "More than thirty towns have such rules.", ("attribution", "a study by the Tarn Institute", None)),
    ("Residents said soldiers burned the village.", "Soldiers burned the village.", ("attribution", "Residents", None)),
    ("The ship carried stolen grain, Ann Berg claimed.", "The ship carried stolen grain.",
     ("attribution", "Ann Berg", None)),
    ("Three villages were burned, the army said.", "Three villages were burned.", ("attribution", "the army", None)),
    ("The minister reportedly yelled at the envoy.", "Officials said the minister yelled at the envoy.",
     ("attribution", "reportedly", "Officials")),
    ("The mayor was shot at his home, the Interfax news agency reported.",
     "The mayor was shot at his home, police said.",
     ("speaker", "the Interfax news agency", "police")),
    ("The crane was faulty, Ann Berg said.", "The crane was faulty, Olaf Lund said.",
     ("speaker", "Ann Berg", "Olaf Lund")),
    ("The crane was faulty, police said.", "The crane was faulty, the company said.",
     ("speaker", "police", "the company")),
    ("Norway’s navy said the ship was empty.", "Denmark’s navy said the ship was empty.",
     ("speaker", "Norway’s navy", "Denmark’s navy")),
    ("Maria Koval said the ship was empty.", "The ship was empty, said Viktor Petrov.",
     ("speaker", "Maria Koval", "Viktor Petrov")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "wanted"), OTHER_SOURCES)
def test_another_source_is_told(a: str, b: str, wanted: tuple[str, str | None, str | None]) -> None:
    assert both_ways(a, b, "attribution", "speaker") == [wanted]


MODALITY = [
    ("The company denied on Monday that the mayor was shot.", "The company confirmed that the mayor was shot.",
     "denied", "confirmed"),
    ("The bank failed to pay the fine.", "The bank paid the fine.", "failed to pay", "paid"),
    ("It is false that the dam broke on Monday.", "The dam broke on Monday.", "is false that", "broke"),
    ("He left the shop without paying.", "He left the shop after paying.", "without paying", "paying"),
    ("They crossed the border without permission.", "They crossed the border with permission.",
     "without permission", "permission"),
    ("The clerk allegedly took the money.", "The clerk took the money.", "allegedly took", "took"),
    ("The clerk may have taken the money.", "The clerk has taken the money.", "may have taken", "has taken"),
    ("The firm plans to close the plant in Tarn.", "The firm closed the plant in Tarn.", "plans to close", "closed"),
    ("The tower would collapse if the pumps failed.", "The tower collapsed after the pumps failed.",
     "would collapse", "collapsed"),
    ("The man was thought to be the killer.", "The man was confirmed to be the killer.", "thought to", "confirmed to"),
    ("Morland seized the island in 2014.", "Morland annexed the island in 2014.", "seized", "annexed"),
    ("The minister spoke of routine boarding work.", "The general spoke of illegal and suspect work.",
     "routine", "illegal"),
    # five more of each, written before they were tried
    ("The board refused to sign the contract.", "The board signed the contract.", "refused to sign", "signed"),
    ("The minister never visited the camp.", "The minister visited the camp.", "never visited", "visited"),
    ("The pilot was unable to land the plane.", "The pilot landed the plane.", "unable to land", "landed"),
    ("Nobody warned the villagers.", "Somebody warned the villagers.", "Nobody warned", "Somebody warned"),
    ("The clinic disputed that the drug harmed patients.", "The drug harmed patients.", "disputed", "harmed"),
    ("The ferry might have hit a rock.", "The ferry hit a rock.", "might have hit", "hit"),
    ("The senator apparently ignored the letter.", "The senator ignored the letter.", "apparently ignored", "ignored"),
    ("The gang is believed to have robbed the bank.", "The gang robbed the bank.", "believed to have robbed", "robbed"),
    ("The ship possibly carried weapons.", "The ship carried weapons.", "possibly carried", "carried"),
    ("The suspect appeared to threaten the guard.", "The suspect threatened the guard.",
     "appeared to threaten", "threatened"),
    ("The coach supposedly paid the referee.", "The coach paid the referee.", "supposedly paid", "paid"),
    ("The alleged theft of the painting was filmed.", "The theft of the painting was filmed.",
     "alleged theft", "theft"),
    ("The city intends to sell the stadium.", "The city sold the stadium.", "intends to sell", "sold"),
    ("The king agreed to free the prisoners.", "The king freed the prisoners.", "agreed to free", "freed"),
    ("Parliament will ban the party.", "Parliament has banned the party.", "will ban", "has banned"),
    ("The airline threatened to fine the pilots.", "The airline fined the pilots.", "threatened to fine", "fined"),
    ("The museum is preparing to return the mask.", "The museum returned the mask.", "preparing to return", "returned"),
    ("Police questioned the mayor.", "Police charged the mayor.", "questioned", "charged"),
    ("The court suspended the law.", "The court overturned the law.", "suspended", "overturned"),
    ("Profits rose sharply at Norden.", "Profits fell sharply at Norden.", "rose", "fell"),
    ("The hostage was killed in Tarn.", "The hostage was executed in Tarn.", "killed", "executed"),
    ("Two climbers are missing in the Alps.", "Two climbers were found in the Alps.", "missing", "found"),
    ("Norland warned of war if Tarn joins the pact.", "Norland warned of war if Tarn moves troops.",
     "if Tarn joins the pact", "if Tarn moves troops"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "here", "there"), MODALITY)
def test_what_makes_another_statement_is_told(a: str, b: str, here: str, there: str) -> None:
    found = both_ways(a, b, "modality")
    assert len(found) == 1
    _, left, right = found[0]
    assert left is not None and here in left
    assert right is not None and there in right


SAME_STATEMENT = [
    ("Bweiz said there were no Kurdish rebels in his country.",
     "Bweiz denied that Kurdish rebels were in his country."),
    ("The firm will close the plant.", "The firm is going to close the plant."),
    ("The firm plans to close the plant.", "The firm said it would close the plant."),
    ("Not only the mayor resigned over the flood.", "The mayor resigned over the flood."),
    ("The tax will raise the risk of a crash.", "The tax will increase the risk of a crash."),
    ("The owner denied service to guests.", "The owner refused service to guests."),
    ("The commission has the power to grant amnesty.", "The commission has the ability to grant amnesty."),
    ("They shelled the quarters of the army.", "They shelled the buildings of the army."),
    ("If it rains, the match is off.", "The match is off if it rains."),
    ("The bank may close branches.", "The bank could close branches."),
    ("The ferry sank in May.", "In May the ferry sank."),
    ("No one was hurt in the fire.", "Nobody was hurt in the fire."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SAME_STATEMENT)
def test_one_statement_in_other_words_is_no_difference(a: str, b: str) -> None:
    assert both_ways(a, b, "modality") == []


NO_NAMES = [
    ("The American envoy left Tarn.", "The U.S. envoy left Tarn."),
    ("The French police closed the road.", "Paris police closed the road."),
    ("Representative Ann Lind voted against the bill.", "Congressman Ann Lind voted against the bill."),
    ("Lawmakers passed the bill on Friday.", "The Senate passed the bill on Friday."),
    ("Sergei Lavrov spoke of peace.", "Sergey Lavrov spoke of peace."),
    ("The British embassy was shut.", "London’s embassy was shut."),
    ("Ukrainian troops left the town.", "Kyiv’s troops left the town."),
    ("The Chinese ministry urged calm.", "Officials in Beijing urged calm."),
    ("The Kremlin’s envoy met the king.", "The Russian envoy met the king."),
    ("German police found the car.", "Police in Berlin found the car."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), NO_NAMES)
def test_a_people_and_its_state_are_no_two_names(a: str, b: str) -> None:
    assert both_ways(a, b, "name") == []


NAMES = [
    ("Kyiv has closed the port.", "Ukraine has closed the port.", "Kyiv", "Ukraine"),
    ("The ban covers trophies from Norland and Tarn.", "The ban covers trophies from Norland.",
     "Norland and Tarn", "Norland"),
    ("Police released Koval and Petrov.", "Police released Koval.", "Koval and Petrov", "Koval"),
    ("Ann Lind and Olaf Berg won the prize.", "Ann Lind won the prize.", "Ann Lind and Olaf Berg", "Ann Lind"),
    ("“We reject his visit to the town,” Berg said.", "“We reject his message to the town,” Berg said.",
     "visit", "message"),
    ("The inn refused service to tourists and others.", "The inn refused service to tourists.",
     "tourists and others", "tourists"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "here", "there"), NAMES)
def test_other_names_are_told(a: str, b: str, here: str, there: str) -> None:
    assert both_ways(a, b, "name") == [("name", here, there)]


NO_DIRECTNESS = [
    ("The bill gives him “fast-track” authority.", "The bill gives him fast-track authority."),
    ("“America is not a clown show.”", "America is not a clown show."),
    ("He spoke of the “deep state” in the ministry.", "He spoke of the deep state in the ministry."),
    ("“A farmer who never went to law school will lead us,” Lind said.",
     "Lind warned that “a farmer who never went to law school” could lead them."),
    ("“The dam is old and the pumps are weak,” Berg said.", "“The dam is old and the pumps are weak,” said Berg."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), NO_DIRECTNESS)
def test_what_both_quote_or_only_a_word_is_quoted_is_not_told(a: str, b: str) -> None:
    assert both_ways(a, b, "directness") == []


DIRECTNESS = [
    ("“I have always respected the faith of the president,” Lind said.",
     "Lind said he had always respected the faith of the president."),
    ("“The bill would undermine the integrity of elections,” Berg said.",
     "Berg said the bill would undermine the integrity of elections."),
    ("Holm warned: “The harbour wall will break before spring.”",
     "Holm warned that the harbour wall would break before spring."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), DIRECTNESS)
def test_quoted_against_reported_is_told(a: str, b: str) -> None:
    assert len(both_ways(a, b, "directness")) == 1


def test_what_stands_elsewhere_in_the_other_article_is_not_left_out() -> None:
    a = "Latvia says Russia has 900 troops near their border, while Moscow accuses Riga of a military build-up."
    b = "Moscow accuses Riga of a military build-up."
    assert told(sides(a, b), "detail") == [("detail", "Russia has 900 troops near their border", None)]
    assert told(sides(a, b, elsewhere=("Riga says Russia has 900 troops near the long border.",)), "detail") == []


def test_other_words_in_the_same_place_are_no_detail() -> None:
    a = "Relations have sunk to their lowest point since the war."
    b = "Relations have soured to their worst level since the war."
    assert told(sides(a, b), "detail") == []


BASES = [
    # one side quotes nothing
    ("Mayor Juergen Dupper said the city had never had to evacuate so many.",
     "“We have never had to evacuate so many,” said the mayor.", Basis.SAME_SOURCE),
    # two sources unnamed
    ("The truck was stolen, a law enforcement source told the Herald.",
     "A law enforcement source told the Tribune of a theft of a lorry.", Basis.INDEPENDENT),
    ("Officials said the truck was stolen.", "A theft of a lorry was admitted by officials, officials said.",
     Basis.INDEPENDENT),
    ("A witness said the truck was stolen.", "The lorry had been taken, a witness said.", Basis.INDEPENDENT),
    ("Two aides said the truck was stolen.", "The lorry had been taken, two aides said.", Basis.INDEPENDENT),
    # names and offices alone
    ("U.S. Secretary of State Ann Lind met Foreign Minister Olaf Berg.",
     "A ship of U.S. Secretary of State Ann Lind sank.", Basis.INDEPENDENT),
    ("Norland’s Foreign Minister Sergei Koval of the Union of Free Harbours dined in Tarn.",
     "Envoys wept when Norland’s Foreign Minister Sergei Koval of the Union of Free Harbours spoke.",
     Basis.INDEPENDENT),
    # named ones are one
    ("Ann Berg said the truck was stolen.", "The lorry had been taken, Ann Berg said.", Basis.SAME_SOURCE),
    ("“The truck was stolen by two boys,” Berg said.", "Berg said: “The truck was stolen by two boys.”",
     Basis.SHARED_QUOTATION),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "wanted"), BASES)
def test_basis(a: str, b: str, wanted: Basis) -> None:
    assert basis(sides(a, b), NONE, NONE) is wanted
    assert basis(sides(b, a), NONE, NONE) is wanted


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Belga", "Belga"),
        ("Reuters", "Reuters"),
        ("Lusa", "LUSA"),
        ("dpa", "the dpa news agency"),
        ("PA Media", "PA Media"),
        ("Norden Kurier", "norden kurier"),
        ("The Larnvik Bote", "Larnvik Bote"),
    ],
)
def test_equal_stated_sources_are_one(one: str, two: str) -> None:
    made = [
        replace(text, seed=replace(text.seed, metadata=Metadata(source=source)))
        for text, source in ((article("one", "The ferry sank."), one), (article("two", "The vessel went down."), two))
    ]
    pair = Sides(*map(Side, extract(made)))
    assert basis(pair, origins(made[0]), origins(made[1])) is Basis.SAME_SOURCE


AGREEMENTS = [
    ("Holm, speaking to reporters before the talks, said the port was ready for dialogue with the dockers.",
     "Holm told reporters before the meeting that the port was ready for dialogue with the dockers."),
    ("The ministry hoped a summit would take place in the coming days, Interfax said.",
     "Not long after the meeting the ministry said it hoped a summit of the two would take place in the coming days."),
    ("Holm sank the ferry in the bay before dawn on a calm day in spring.",
     "Nobody knew that a ferry sank in the bay before dawn on a calm day, or that Holm was on it."),
    ("The dam will close.", "The dam will close."),
    ("Ann Lind, mayor of Tarn", "Ann Lind, Mayor of Tarn"),
    ("The dam will close, he said.", "“The dam will close,” he said."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), AGREEMENTS)
def test_relation_and_basis_never_contradict_each_other(a: str, b: str) -> None:
    for pair in (sides(a, b), sides(b, a)):
        relation, why = agreement(pair, NONE, NONE)
        assert (relation, why) != (Relation.PARAPHRASE, Basis.COPIED_PROSE)
        if relation in (Relation.VERBATIM, Relation.NEAR_VERBATIM):
            assert why is not Basis.INDEPENDENT


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The army sent four helicopters and 200 soldiers.",
            "The army deployed two helicopters and 200 soldiers there.",
        ),
        ("No one warned the town that the gate was weak.", "The town had been warned twice that its gate was weak."),
        ("The council closed three schools in the north.", "In the north the council shut down five schools."),
        ("The firm never checked the gate of the dam.", "The gate of the dam was checked by the firm in January."),
        ("Crews pulled nine people out of the mud.", "Six people were freed from the mud by crews."),
    ],
)
def test_what_may_be_the_opposite_is_not_called_the_same_claim(a: str, b: str) -> None:
    assert relation(sides(a, b)) is Relation.PARTIAL
    assert relation(sides(b, a)) is Relation.PARTIAL


@pytest.mark.parametrize(
    ("a", "b", "plain", "denied"),
    [
        (
            "The dam was inspected in January and found safe.",
            "The dam was inspected in January and found unsafe.",
            "safe",
            "unsafe",
        ),
        ("The court called the strike legal.", "The court called the strike illegal.", "legal", "illegal"),
        ("The minister called a truce possible.", "The minister called a truce impossible.", "possible", "impossible"),
        (
            "The payments were regular, the bank said.",
            "The payments were irregular, the bank said.",
            "regular",
            "irregular",
        ),
        (
            "The list is complete, the office said.",
            "The list is incomplete, the office said.",
            "complete",
            "incomplete",
        ),
    ],
)
def test_a_prefix_that_denies_is_told(a: str, b: str, plain: str, denied: str) -> None:
    assert both_ways(a, b, "modality") == [("modality", plain, denied)]
    assert relation(sides(a, b)) is Relation.PARTIAL


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The town will import grain.", "The town will use its port for grain."),
        ("They will install pumps.", "They fear that pumps stall."),
        ("Crews went inside the mine.", "Crews stood at the side of the mine."),
    ],
)
def test_a_word_that_only_begins_like_a_denial_is_none(a: str, b: str) -> None:
    assert both_ways(a, b, "modality") == []
