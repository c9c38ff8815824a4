"""Gold for speakers: each sentence with who says it, in articles written for the purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_corpus.claims import extract
from annotated_corpus.claims.speakers.marks import quoted
from annotated_corpus.claims.speakers.stated import speakers
from tests import articles

ARTICLES = {
    "before, after and around": [
        ("Finance Minister Anna Berg said on Monday that the bridge would be sold.", "Anna Berg"),
        ("“Nobody will lose a job,” Berg told reporters.", "Anna Berg"),
        ("“We had three offers,” she said.", "Anna Berg"),
        ("The price, Berg added, was fair.", "Anna Berg"),
        ("“It is theft,” said Olaf Lund, leader of the dockers.", "Olaf Lund"),
        ("According to Lund, the buyer has no plan.", "Olaf Lund"),
        ("The harbour was built in 1931.", None),
    ],
    "a surname that is an office, too": [
        ("“It is theft,” said John Warden, a lawyer.", "John Warden"),
        ("“It is late,” he said.", "John Warden"),
        ("Prime Minister Adam Driver said it was.", "Adam Driver"),
    ],
    "a body, then its noun": [
        ("Norway’s transport ministry said the tunnel would close.", "Norway’s transport ministry"),
        ("The ministry hoped repairs would end by June, Interfax said.", "Norway’s transport ministry"),
        ("A senior harbour official said the delay was costly.", "A senior harbour official"),
        ("The talks went well, the official said.", "A senior harbour official"),
    ],
    "an agency carries what somebody says": [
        ("Interfax news agency, quoting the harbour police, said two boats had sunk.", "the harbour police"),
        ("Mayor Ida Holm said the quay was safe, the Associated Press reported.", "Ida Holm"),
        ("Three witnesses told Reuters the boats had collided.", "Three witnesses"),
    ],
    "an aside between name and verb": [
        ("Per Dahl, speaking to reporters before the vote, said Oslo was ready.", "Per Dahl"),
        ("“We want no quarrel,” he said.", "Per Dahl"),
        ("Dahl, 54, who runs the port, declined to name the buyer, saying only that it was foreign.", "Per Dahl"),
    ],
    "a quotation over sentences and paragraphs": [
        ("“The tide was high,” Captain Mia Roos said.", "Mia Roos"),
        ("“It came over the wall.", "Mia Roos"),
        ("We had no warning at all.”", "Mia Roos"),
        ("The wall is two metres high.", None),
    ],
    "a pronoun in its own sentence": [
        ("The point was made by Deputy Mayor Lars Vik when he said the quay was “a ruin”.", "Lars Vik"),
    ],
    "a role, then the name": [
        ("The quay is safe, the mayor of Larnvik, Ingrid Solberg, told reporters.", "Ingrid Solberg"),
        ("The prime minister, Lars Brekke, pledged help.", "Lars Brekke"),
        ("“It will be mended,” said the mayor of Larnvik, Ingrid Solberg.", "Ingrid Solberg"),
        ("The company, Holm Shipping, said the ferry was late.", "The company"),
    ],
    "names of more than plain letters and capitals": [
        ("Ursula von der Leyen said the tunnel would close.", "Ursula von der Leyen"),
        ("“It is deep,” von der Leyen added.", "Ursula von der Leyen"),
        ("Robin van den Berg said it would not.", "Robin van den Berg"),
        ("Rui da Silva said it was deep.", "Rui da Silva"),
        ("Omar al-Karzai said it was old.", "Omar al-Karzai"),
        ("Karzai said it leaked.", "Omar al-Karzai"),
        ("“It is safe,” Tom O’Neill said.", "Tom O’Neill"),
        ("Seán Ó Faoláin said it was shut.", "Seán Ó Faoláin"),
        ("Élisabeth Borne said it was wet.", "Élisabeth Borne"),
        ("“We wait,” said Łukasz Şahin.", "Łukasz Şahin"),
        ("İlham Əliyev said he would wait too.", "İlham Əliyev"),
        ("Valéry d’Ormesson said it was time.", "Valéry d’Ormesson"),
    ],
    "a dateline does not speak": [
        ("LARNVIK, Norway (AP) — Six boats sank on Monday in Larnvik, said Jane Doe.", "Jane Doe"),
        ("LARNVIK, Norway, May 3 (Reuters) - Six boats sank, said Jane Doe of the Harbour Fire Service.", "Jane Doe"),
        ("ÉTRETAT, France (AFP) — Six boats sank, Mayor Élodie Mâcon said.", "Élodie Mâcon"),
    ],
    "the country of a town does not speak": [
        ("In Larnvik, Norway, the mayor, Jane Doe, said the quay was safe.", "Jane Doe"),
        ("The fire in Larnvik, Norway, on Friday, said Jane Doe, was arson.", "Jane Doe"),
        ("Jane Doe, the mayor, who runs the port, said so.", "Jane Doe"),
        ("The quay, Doe, the mayor, said, is safe.", "Jane Doe"),
    ],
    "what somebody belongs to does not speak for them": [
        ("Ida Holm of the University of Kent said the wall was old.", "Ida Holm"),
        ("Per Dahl from the Red Cross told reporters that it held.", "Per Dahl"),
        ("Ulrich Lasch of the fire service said it would not.", "Ulrich Lasch"),
        ("The University of Kent said it had been asked.", "The University of Kent"),
        ("The Society of Divers President Mia Roos said it had not.", "Mia Roos"),
        ("Thousands from Oslo fled after the Kremlin said the wall was gone.", None),
        ("Neither Ida Holm nor the Kremlin said why.", None),
    ],
    "the sexes are kept apart": [
        ("Mr. Jan Moe said the ferry was late.", "Jan Moe"),
        ("Ms. Eva Lie said it was early.", "Eva Lie"),
        ("He said the clock was wrong.", "Jan Moe"),
        ("Nobody trusted Ms. Eva Lie when he said “it is late”.", "Jan Moe"),
    ],
    "a pronoun without anybody before it is left open": [
        ("She said the clock was wrong.", None),
    ],
    "two of one surname stay two": [
        ("Karin Friis said the wall would hold.", "Karin Friis"),
        ("Henrik Friis said it would not.", "Henrik Friis"),
        ("Friis said the family had quarrelled.", "Friis"),
    ],
    "nobody is quoted by what stands in quotation marks": [
        ("The banner read “Ida Holm said no”.", None),
    ],
    "a role of any kind": [
        ("The fire chief, Joan Pettit, said the blaze began at noon.", "Joan Pettit"),
        ("One of the engineers, Davit Hakobyan, 54, warned of cracks.", "Davit Hakobyan"),
        ("Its owners’ lawyer, Ida Holm, denied it.", "Ida Holm"),
        ("“We heard a bang,” said Georgian rescuer Giorgi Beridze.", "Giorgi Beridze"),
        ("It was loud, Beridze said.", "Giorgi Beridze"),
        ("Resident Anna Hovsepyan said she ran.", "Anna Hovsepyan"),
        ("Lusin Hydro CEO Anahit Sargsyan said the dam was safe.", "Anahit Sargsyan"),
        ("“Nobody was hurt,” said Karl Moe when Joan Pettit asked.", "Karl Moe"),
    ],
    "capitals and governments speak": [
        ("Oslo says the border is open.", "Oslo"),
        ("The Kremlin has denied any plan to close it.", "Kremlin"),
        ("Last week Latvia’s president said Riga had been warned, which Oslo denied.", "Latvia’s president"),
    ],
}


def _said(texts: list[str], begins: list[bool] | None = None) -> list[str | None]:
    begins = begins or [True] * len(texts)
    return speakers(texts, begins, quoted(texts, begins))


def _running(texts: list[str], begins: list[bool] | None = None) -> list[bool]:
    return [each.runs_on for each in quoted(texts, begins or [True] * len(texts))]


@pytest.mark.parametrize("name", ARTICLES)
def test_speakers_of_an_article(name: str) -> None:
    sentences = ARTICLES[name]
    said = _said([text for text, _ in sentences])
    assert [(text, who) for (text, _), who in zip(sentences, said, strict=True)] == sentences


def _cases(file: str) -> Iterator[tuple[str, list[tuple[str, bool, str | None]]]]:
    """Give the articles of a table with their kind: each sentence, whether it opens a paragraph, who says it."""
    kind = ""
    for article in (Path(__file__).parent / "data" / file).read_text("utf-8").split("\n\n"):
        rows = [row for row in article.splitlines() if not row.startswith("# ")]
        kind = next((row[3:] for row in rows if row.startswith("## ")), kind)
        parts = [row.rpartition(" => ") for row in rows if " => " in row]
        if parts:
            yield (
                kind,
                [
                    (text.removeprefix("¶ "), text.startswith("¶"), None if who == "-" else who)
                    for text, _, who in parts
                ],
            )


CASES = [*_cases("speakers.txt"), *_cases("speakers_more.txt")]


@pytest.mark.parametrize("article", [article for _, article in CASES], ids=[f"{kind}: {a[0][0]}" for kind, a in CASES])
def test_speakers_of_the_cases(article: list[tuple[str, bool, str | None]]) -> None:
    said = _said([text for text, _, _ in article], [begins for _, begins, _ in article])
    assert [(text, who) for (text, _, _), who in zip(article, said, strict=True)] == [
        (text, who) for text, _, who in article
    ]


def test_a_quotation_runs_on_until_it_is_closed() -> None:
    texts = ["“One.", "Two.", "Three,” he said.", "Four.", "“Five,” he said.", "Six."]
    assert _running(texts) == [False, True, True, False, False, False]


def test_a_quotation_over_paragraphs_is_opened_anew_in_each() -> None:
    texts = ["“One,” he said.", "“Two.", "“Three.", "Four.", "“Five, ‘six’ and seven.”", "Eight."]
    begins = [True, False, True, False, True, False]
    assert _running(texts, begins) == [False, False, True, True, True, False]
    assert _said(["“One,” Ida Holm said.", *texts[1:]], begins) == ["Ida Holm"] * 5 + [None]
    straight = [text.replace("“", '"').replace("”", '"') for text in texts[:4]] + ['"Five."', "Eight."]
    assert _running(straight, begins) == [False, False, True, True, True, False]


def test_another_quotation_in_the_same_paragraph_is_none_that_runs_on() -> None:
    texts = ["“One, he said.", "The quay was empty.", "“Two,” she said.", "Three."]
    assert _running(texts, [True, False, False, False]) == [False] * 4
    assert _running(texts, [True, True, False, False]) == [False] * 4


def test_a_mark_that_is_never_closed_does_not_swallow_the_article() -> None:
    assert _running(["“One."] + ["A sentence."] * 20) == [False] * 21
    assert _running(["“One.", *["A sentence."] * 10, "The end.”"]) == [False] * 12


@pytest.mark.parametrize("text", ["", "”", "said", "“", "He said.", "According to .", "(", "M. said said said said."])
def test_odd_text_is_read_without_error(text: str) -> None:
    assert len(_said([text, text])) == 2


ODD = st.sampled_from(
    ["he said ", "Ida Holm ", '"', "“", "”", ", ", "and ", "the mayor ", "who ", "(", ")", '6"', ": ", "' ", ". "]
)


@given(st.lists(st.lists(ODD, max_size=12).map("".join), max_size=5))
def test_what_is_quoted_lies_in_its_sentence_and_every_sentence_is_read(texts: list[str]) -> None:
    marked = quoted(texts, [True] * len(texts))
    for text, each in zip(texts, marked, strict=True):
        ends = [0, *(edge for span in each.spans for edge in (span.start, span.end)), len(text)]
        assert ends == sorted(ends)
    assert len(_said(texts)) == len(texts)


@pytest.mark.parametrize(
    ("described", "speaker"),
    [
        ("Ruth Okoro, the opposition leader, called for a vote.", "Mayor Okoro"),
        ("Ruth Okoro, the former leader of the council, called for a vote.", "Ruth Okoro"),
        ("Ruth Okoro, the mayor of Lund, called for a vote.", "Ruth Okoro"),
        ("Mayor Ruth Okoro called for a vote.", "Ruth Okoro"),
        ("Ruth Okoro called for a vote.", "Ruth Okoro"),
    ],
)
def test_an_office_is_not_that_of_somebody_described_by_another(described: str, speaker: str) -> None:
    claims = extract([articles.article("one", described, "“I warned them,” Mayor Okoro said on Tuesday.")])
    assert claims[-1].speaker == speaker
