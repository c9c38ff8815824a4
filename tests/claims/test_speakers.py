"""Gold for speakers: each sentence with who says it, in articles written for the purpose."""

from __future__ import annotations

import pytest

from annotated_corpus.claims.speakers.running import running
from annotated_corpus.claims.speakers.stated import speakers

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
        ("Rui da Silva said nothing of it.", "Rui da Silva"),
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
        ("Thousands from Oslo fled after the Kremlin said the wall was gone.", "Kremlin"),
        ("Neither Ida Holm nor the Kremlin said why.", None),
    ],
    "the sexes are kept apart": [
        ("Mr. Jan Moe said the ferry was late.", "Jan Moe"),
        ("Ms. Eva Lie said it was early.", "Eva Lie"),
        ("He said the clock was wrong.", "Jan Moe"),
        ("Nobody believed Ms. Eva Lie when he said it.", "Jan Moe"),
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


def _running(texts: list[str]) -> list[bool]:
    return running(texts, [True] * len(texts))


@pytest.mark.parametrize("name", ARTICLES)
def test_speakers_of_an_article(name: str) -> None:
    sentences = ARTICLES[name]
    texts = [text for text, _ in sentences]
    said = speakers(texts, _running(texts))
    assert [(text, who) for (text, _), who in zip(sentences, said, strict=True)] == sentences


def test_a_quotation_runs_on_until_it_is_closed() -> None:
    texts = ["“One.", "Two.", "Three,” he said.", "Four.", "“Five,” he said.", "Six."]
    assert _running(texts) == [False, True, True, False, False, False]


def test_a_quotation_over_paragraphs_is_opened_anew_in_each() -> None:
    texts = ["“One,” he said.", "“Two.", "“Three.", "Four.", "“Five, ‘six’ and seven.”", "Eight."]
    begins = [True, False, True, False, True, False]
    assert running(texts, begins) == [False, False, True, True, True, False]
    assert speakers(["“One,” Ida Holm said.", *texts[1:]], running(texts, begins)) == ["Ida Holm"] * 5 + [None]
    straight = [text.replace("“", '"').replace("”", '"') for text in texts[:4]] + ['"Five."', "Eight."]
    assert running(straight, begins) == [False, False, True, True, True, False]


def test_another_quotation_in_the_same_paragraph_is_none_that_runs_on() -> None:
    texts = ["“One, he said.", "The quay was empty.", "“Two,” she said.", "Three."]
    assert running(texts, [True, False, False, False]) == [False] * 4
    assert running(texts, [True, True, False, False]) == [False] * 4


def test_a_mark_that_is_never_closed_does_not_swallow_the_article() -> None:
    assert _running(["“One."] + ["A sentence."] * 20) == [False] * 21
    assert _running(["“One.", *["A sentence."] * 10, "The end.”"]) == [False] * 12


@pytest.mark.parametrize("text", ["", "”", "said", "“", "He said.", "According to .", "(", "M. said said said said."])
def test_odd_text_is_read_without_error(text: str) -> None:
    assert len(speakers([text, text], _running([text, text]))) == 2
