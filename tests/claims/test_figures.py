"""Which figures of two claims are told apart: those that count the same and cannot both be exact."""

from __future__ import annotations

import pytest

from annotated_corpus.claims.comparison.figures import differing
from annotated_corpus.claims.findings.found import differences
from annotated_corpus.claims.findings.relation import relation
from annotated_corpus.model import Relation

from .test_comparison import shown, sides

APART = {
    "news": [
        (
            "The blast killed 12 people, including three children.",
            "The blast killed 14 people, among them three children.",
        ),
        (
            "The train with 300 passengers derailed at 90 kilometres per hour.",
            "The train derailed at 140 kilometres per hour.",
        ),
        ("He was sentenced to five years.", "He was sentenced to seven years."),
        ("The quake had a magnitude of 6.4.", "The quake had a magnitude of 6.8."),
        ("Two suspects were arrested.", "Three suspects were arrested."),
        ("She is the mother of two.", "She is the mother of three."),
        ("The first victim was found on Monday.", "The second victim was found on Monday."),
        ("Ten years ago the mill closed.", "The mill closed 12 years ago."),
        ("The party won 43 seats.", "The party won 38 of 120 seats."),
        ("Prices rose 2.5% in May.", "Prices rose 2.5 points in May."),
        ("More than 100 firefighters fought the blaze.", "Some 250 firefighters fought the blaze."),
        ("The 2-1 win took them to third place.", "The 3-1 win took them to third place."),
        ("Nearly 2,000 people were evacuated.", "2,300 people were evacuated."),
        ("She wrote 12 books and three plays.", "She wrote 10 books and three plays."),
    ],
    "what they count": [
        ("Olsen, 61, was elected with 54 percent of the vote.", "Olsen was elected with 61 percent of the vote."),
        ("The storm killed 3 people and injured 27.", "The storm injured 31 people."),
        ("The storm killed 3 people and injured 27.", "The storm left 5 people dead."),
        ("The company cut 400 jobs in Turin.", "The company cut 650 jobs in Turin."),
        ("The fire destroyed 40 houses and 12 barns.", "The fire destroyed 15 barns."),
        ("She paid $300 for two tickets.", "She paid $350 for two tickets."),
        ("Rates rose from 2 percent to 4 percent.", "Rates rose to 5 percent."),
        ("The trial lasted three weeks.", "The trial lasted 40 minutes."),
    ],
    "times of day": [
        ("The quake struck at 08:32:22 UTC.", "The quake struck at 23:49:56 UTC."),
        ("The ferry left at 3 a.m. on Monday.", "The ferry left at 3 p.m. on Monday."),
        ("The train derailed at 6:40 a.m. on Friday.", "The train derailed at 6:40 p.m. on Friday."),
        ("The tremor was felt at 0415 GMT.", "The tremor was felt at 0451 GMT."),
        ("The bomb went off shortly before 9 p.m.", "The bomb went off shortly before 9 a.m."),
        ("The shop opens at 10 am.", "The shop opens at 11 am."),
        ("They won 21:19 in the third set.", "They won 21:17 in the third set."),
    ],
    "bounds": [
        (
            "The bridge will cost 1.2 billion euros, the ministry said.",
            'The bridge will cost "well over two billion euros", the ministry said.',
        ),
        (
            "About 7,000 people have died in the floods.",
            "The floods had killed 6,076, down from earlier estimates of 7,000.",
        ),
        ("The dam cost 3.1 million crowns.", "The dam cost more than five million crowns."),
        ("At least 30 people were killed in the fire.", "Fewer than 20 people were killed in the fire."),
        ("The storm killed almost 300 people.", "The storm killed 310 people."),
        ("Only 40 people came to the rally.", "As many as 400 people came to the rally."),
        ("Around 200 homes lost power.", "Up to 3,000 homes lost power."),
        ("The tunnel will take at least four years to build.", "The tunnel will take three years to build."),
        ("Between 10 and 12 people were hurt in the crash.", "20 people were hurt in the crash."),
        ("No fewer than 60 shops closed.", "55 shops closed."),
    ],
    "minus": [
        ("The result fell to -12 million in March.", "The result fell to 12 million in March."),
        ("Profit swung to minus 40 million crowns.", "Profit swung to 40 million crowns."),
        ("Temperatures fell to −18 degrees in Umeå.", "Temperatures fell to 18 degrees in Umeå."),
        ("The index fell to -3.2 in May.", "The index fell to 3.2 in May."),
        ("The balance was -€4 million in May.", "The balance was €4 million in May."),
        ("GDP growth was -0.4 percent in spring.", "GDP growth was 0.4 percent in spring."),
    ],
    "percent and points": [
        ("The rate rose 5 percent in March.", "The rate rose 5 percentage points in March."),
        ("Support fell 3 per cent in June.", "Support fell 3 percentage points in June."),
        ("The tax will rise by two percentage points.", "The tax will rise by two percent."),
        ("Her lead shrank to 7% in June.", "Her lead shrank to 7 points in June."),
        ("Turnout was up 4 points on 2015.", "Turnout was up 4% on 2015."),
    ],
    "ranks": [
        ("Berg finished third in Oslo.", "Berg finished 4th in Oslo."),
        ("Norway came second in the relay.", "Norway came 3rd in the relay."),
        ("The chapel dates to the 12th century.", "The chapel dates to the thirteenth century."),
        ("It is the twenty-first strike this year.", "It is the 22nd strike this year."),
        ("He is the 44th president of the country.", "He is the 45th president of the country."),
        ("It was the second such attack in May.", "It was the third such attack in May."),
    ],
    "parts of a whole": [
        ("Only 12 of the 40 workers were paid.", "All but 12 of the 40 workers were paid."),
        ("Only 9 of the 30 buses ran.", "All but 9 of the 30 buses ran."),
        ("Just five of the 20 judges voted yes.", "All but five of the 20 judges voted yes."),
        ("All but two of the boats returned.", "Two of the boats returned."),
        ("Two thirds of members voted yes.", "Three quarters of members voted yes."),
        ("Just 3 of 15 judges agreed.", "Five of the 15 judges agreed."),
    ],
    "scores": [
        ("Leeds beat Hull 3-1 on Saturday.", "Leeds beat Hull 2-1 on Saturday."),
        ("The senate voted 52-48 for the bill.", "The senate voted 51-49 for the bill."),
    ],
    "ages": [
        ("Nora Vik, 34, was found on Sunday.", "Nora Vik, 43, was found on Sunday."),
        ("A 12-year-old boy was hurt by the dog.", "A 14-year-old boy was hurt by the dog."),
    ],
}
NOT_APART = {
    "fates": [
        ("The storm left 12 sailors hurt off the harbour.", "The storm left three sailors dead off the harbour."),
        ("Floods left 40 villagers missing in the valley.", "Floods left 900 villagers homeless in the valley."),
    ],
    "open bounds": [
        ("Up to 400 guests danced in the hall.", "Some 250 guests danced in the hall."),
        ("Over 400 guests danced in the hall.", "700 guests danced in the hall."),
    ],
    "news": [
        (
            "The blast killed 12 people, including three children.",
            "The blast killed 12 people, including two firefighters.",
        ),
        ("The home team won its 12th game.", "The home team won 12 games."),
        ("The plane was flying at 33,000 feet.", "The plane was flying 20 miles off the coast."),
        ("He served 18 months of a five-year sentence.", "He was given a five-year sentence."),
        ("He was sentenced to five years in prison.", "He had spent two years in prison."),
        ("The study followed 4,000 men for 10 years.", "The study followed 6,000 women for 10 years."),
        ("About 60 percent of men smoke.", "About 40 percent of women smoke."),
        ("The 6.4-magnitude quake struck Azmar.", "The magnitude-6.8 quake struck Azmar."),
        ("The quake struck at a depth of 10 kilometres.", "The quake struck 120 kilometres from Azmar."),
        ("Two of the three suspects were caught.", "Three suspects were caught."),
        ("The senate passed the bill 60-40.", "The house passed the bill by 230 votes."),
        ("It was the third fire in two weeks.", "It was the third fire in a month."),
        ("The ship can carry 2,000 people.", "The ship carried 1,200 people."),
        ("The court fined the bank 50 million euros.", "The bank made 700 million euros last year."),
        ("Chapter 11 was filed by the airline.", "The airline filed for Chapter 7."),
        ("Police fired 16 shots at the car.", "Officers shot at the car 14 times."),
        ("The army said it killed 40 rebels.", "The rebels said they killed 12 soldiers."),
        ("Seven of those killed were women.", "Seven people were killed."),
        ("At least seven people were killed.", "Seven people were killed."),
        ("He has been in office for nine years.", "He was elected nine years ago at 52."),
        ("G20 leaders met in Room 12.", "G7 leaders met in Room 14."),
        ("The drug costs $1,200 a month.", "The drug costs $14,000 a year."),
        ("Over 1.5m people watched.", "1.7 million people watched."),
        ("The fund has 20 billion kronor.", "The fund has 2 billion euros."),
    ],
    "what they count": [
        ("The jet with 228 on board vanished off Brazil.", "Flight 447 was lost off Brazil."),
        ("Lind, 75, met the president to discuss the post.", "Lind, who served three terms, met the president."),
        ("3/4 Soldiers fill sandbags in Passau.", "Some 400 soldiers fill sandbags in Passau."),
        ("At least two dead as Danube floods Bavaria", "Danube hits 12.4 metres in Bavaria"),
        ("Three people are missing in Passau.", "Two bodies were found in Passau."),
        ("The bus with 41 pupils left the A9 near Graz.", "Route 66 saw a bus leave the road near Graz."),
        ("Marta Kole, 52, has led the union since 2010.", "Marta Kole has led the union for four terms."),
        ("2/5 Volunteers carry crates in Pécs.", "Some 60 volunteers carry crates in Pécs."),
        ("Four miners dead after blast in Silesia", "Blast in Silesia felt 30 kilometres away"),
        ("Nine houses burned down in Lund.", "Six families left Lund after the fire."),
        ("Six sailors were rescued off Bergen.", "Two sailors are missing off Bergen."),
        ("The blaze, which 12 crews fought, began at a mill.", "The mill employed 300 people before the blaze."),
        ("Bus 94 hit a wall in Leith.", "The bus with 94 riders hit a wall in Leith."),
        ("The 2018 budget raised pay by 3 percent.", "The budget raised pay for 2018 teachers."),
        ("She scored 24 points in the final.", "She scored in 24 games before the final."),
        ("Six of the nine crew members survived.", "Nine crew members were aboard."),
        ("The company cut 400 jobs in Turin.", "The company has 6,500 jobs in Turin."),
        ("Two Polish miners were killed.", "Five Czech miners were killed."),
        ("The Boeing 737 carried 132 people.", "The Airbus 320 carried 132 people."),
        ("Article 5 was invoked by two members.", "Article 4 was invoked by two members."),
        ("Rates rose from 2 percent to 4 percent.", "Rates rose to 4 percent."),
        ("The trial lasted three weeks.", "The trial lasted 21 days."),
    ],
    "times of day": [
        ("The quake struck at 10:52 p.m. (1852 UTC) on Monday.", "The quake struck in 1852 on Monday."),
        ("The ferry left at 3.15pm on Monday.", "The ferry left at 3:15 p.m. on Monday."),
        ("The ferry left at noon on Monday.", "The ferry left at 12 pm on Monday."),
        ("The ferry left at 3 pm on Monday.", "The ferry left at 15:00 on Monday."),
        ("Polls close at midnight on Sunday.", "Polls close at 12 a.m. on Sunday."),
        ("The vote begins at 14:30 on Sunday.", "The vote begins at 2.30pm on Sunday."),
        ("Doors open at 9 o'clock on Sunday.", "Doors open at 9 am on Sunday."),
        ("The siren sounded at 7.05am.", "The siren sounded at 7:05."),
        ("The bomb went off at 8:05 p.m. local time.", "The bomb went off at 20:05."),
        ("Contact was lost at 02:14 GMT.", "Contact was lost at 03:14 CET."),
        ("Contact was lost at 02:14 GMT.", "Contact was lost at 03:40."),
    ],
    "bounds": [
        ("The strike cost nearly 50,000 jobs.", "The strike cost 49,800 jobs."),
        ("Up to 400 guests danced in the hall.", "Some 390 guests danced in the hall."),
        ("The storm killed more than 120 people.", "The storm killed 134 people."),
        ("Some 1,500 people marched in Ghent.", "About 1,450 people marched in Ghent."),
        ("The fund holds just under $2 billion.", "The fund holds $1.96bn."),
        ("10 to 12 people were hurt in the crash.", "11 people were hurt in the crash."),
        ("Sixty or more shops closed.", "72 shops closed."),
    ],
    "minus": [
        ("Temperatures fell to -18 degrees in Umeå.", "Temperatures fell to minus 18 degrees in Umeå."),
        ("GDP growth was -0.4 percent in spring.", "GDP growth was minus 0.4 per cent in spring."),
    ],
    "percent and points": [
        ("The tax will rise by two percentage points.", "The tax will rise by 2 points."),
        ("The tax will rise by 2 pct.", "The tax will rise by two per cent."),
        ("The bank cut its rate by 0.25 percent.", "The bank cut its rate by 25 basis points."),
    ],
    "ranks": [
        ("Ada Dahl won her fifth title in Rome.", "Ada Dahl won her 5th title in Rome."),
        ("The fire began on the third floor of the house.", "The third witness saw the house burn."),
        ("She placed first in Lahti.", "She placed 1st in Lahti."),
        ("First, the council voted on the port.", "The council voted on a second port."),
    ],
    "parts of a whole": [
        ("All but 9 of the 30 buses ran.", "21 of the 30 buses ran."),
        ("Only two of the boats returned.", "Two of the boats returned."),
        ("Half of the 80 tents were empty.", "40 of the 80 tents were empty."),
        ("A third of the crop was lost.", "33 percent of the crop was lost."),
        ("One in four children is poor.", "25% of children are poor."),
        ("All but three of the 15 judges agreed.", "Twelve of the 15 judges agreed."),
    ],
    "formats": [
        ("The city has 1,5 million people.", "The city has 1.5 million people."),
        ("The city has 12.500 people.", "The city has 12,500 people."),
        ("The city has 12'500 people.", "The city has 12,500 people."),
        ("The river rose 2½ metres.", "The river rose 2.5 metres."),
        ("Growth was zero point five percent.", "Growth was 0.5 percent."),
        ("The bridge cost £20m.", "The bridge cost 20 million pounds."),
        ("The city has 2 crore people.", "The city has 20 million people."),
        ("The region has 3,7 million voters.", "The region has 3.7 million voters."),
        ("The stadium holds 45.000 fans.", "The stadium holds 45,000 fans."),
        ("The stadium holds 45 000 fans.", "The stadium holds 45’000 fans."),
        ("The child weighed 3¼ kilos.", "The child weighed 3.25 kilos."),
        ("The fund lost €7.5bn.", "The fund lost 7.5 billion euros."),
        ("The scheme reached 35 lakh farmers.", "The scheme reached 3.5 million farmers."),
        ("The plan costs two and a half million euros.", "The plan costs €2.5m."),
        ("The firm sold 1.250.000 cars.", "The firm sold 1.25 million cars."),
        ("The firm sold 1 250 000 cars.", "The firm sold 1,250,000 cars."),
        ("The farm covers 12,5 hectares.", "The farm covers 12.5 hectares."),
        ("The loan is worth Rs 4.5 crore.", "The loan is worth 45 million rupees."),
        ("The loan is worth 1,20,000 rupees.", "The loan is worth 120,000 rupees."),
        ("A dozen boats sank.", "12 boats sank."),
        ("Three and a half tonnes of cocaine were found.", "3.5 tonnes of cocaine were found."),
        ("Three-quarters of an hour later the mast broke.", "45 minutes later the mast broke."),
        ("US$40m was paid for the ship.", "40 million dollars was paid for the ship."),
        ("A$40m was paid for the ship.", "US$28m was paid for the ship."),
        ("Sales fell to €3.2bn.", "Sales fell to 3,2 billion euros."),
        ("A hundred and fifty boats sailed.", "150 boats sailed."),
        ("Two hundred thousand people fled.", "200,000 people fled."),
    ],
    "scores": [
        ("Leeds beat Hull 3-1 on Saturday.", "Leeds beat Hull 3–1 on Saturday."),
    ],
    "ages": [
        ("Nora Vik, 34, and Per Vik, 40, were found.", "Per Vik, 40, was found."),
        ("The 34-year-old climber was found on Sunday.", "The climber, 34, was found on Sunday."),
        ("A 12-year-old boy was hurt by the dog.", "A 40-year-old man was hurt by the dog."),
    ],
}


def _cases(table: dict[str, list[tuple[str, str]]]) -> list[object]:
    return [pytest.param(*pair, id=f"{kind}-{n}") for kind, pairs in table.items() for n, pair in enumerate(pairs)]


@pytest.mark.parametrize(("a", "b"), _cases(APART))
def test_figures_of_one_thing_that_cannot_both_be_exact_differ(a: str, b: str) -> None:
    found = differing(a, b)
    assert len(found) == 1
    assert differing(b, a) == [(two, one) for one, two in found]
    assert relation(sides(a, b)) is relation(sides(b, a)) is Relation.PARTIAL


@pytest.mark.parametrize(("a", "b"), _cases(NOT_APART))
def test_figures_of_other_things_or_in_other_writing_do_not(a: str, b: str) -> None:
    assert differing(a, b) == differing(b, a) == []


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        (
            "The rate rose 5 percent in March.",
            "The rate rose 5 percentage points in March.",
            [("figure", "5 percent", "5 percentage points")],
        ),
        (
            "Only 12 of the 40 workers were paid.",
            "All but 12 of the 40 workers were paid.",
            [("figure", "Only 12", "All but 12")],
        ),
        (
            "The quake struck at 08:32:22 UTC.",
            "The quake struck at 23:49:56 UTC.",
            [("figure", "08:32:22 UTC", "23:49:56 UTC")],
        ),
        ("The ferry left at noon.", "The ferry left at 12 pm.", []),
        ("The ferry left at 3 pm.", "The ferry left at 15:00.", []),
        ("The bridge cost £20m.", "The bridge cost 20 million pounds.", []),
        ("The river rose 2½ metres.", "The river rose 2.5 metres.", []),
    ],
)
def test_a_figure_is_shown_so_that_the_difference_is_seen(a: str, b: str, wanted: list[tuple[str, str, str]]) -> None:
    assert shown(differences(sides(a, b)), a, b) == wanted


def test_figures_of_two_years_may_both_be_exact() -> None:
    assert differing("They paid a tax rate of 35 percent.", "They paid a tax rate of 31 percent.")
    assert not sides(
        "In 2014 they paid a tax rate of 35 percent.", "They paid a tax rate of 31 percent in 2012."
    ).figures_apart


def test_a_minus_is_never_verbatim() -> None:
    assert relation(sides("The result fell to -12 million.", "The result fell to 12 million.")) is Relation.PARTIAL
