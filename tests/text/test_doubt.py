"""On doubt a line stays in the body: lines that resemble furniture or credits, and are neither."""

import pytest

from annotated_corpus.model import BlockKind
from annotated_corpus.text import read
from tests.articles import seed

BEFORE = "The ferry to the islands sailed again on Thursday after nine days in port, the harbour office said."
AFTER = "A second vessel is to follow on Friday. It will carry the post."

BODY = """
Share prices fell by a fifth in the first hour of trading.
“Sign up today and save your town,” the poster read.
By Monday the water had gone.
By Friday
Reporting by this newspaper in May led to two arrests.
Reporter: Why did you go back to the house?
Editor: I never saw the letter.
Written by a former clerk, the book names nobody.
With reports from three towns of looting, the army moved in.
The names of the girls may not be published, the court ruled.
Copyright law is to change across the union next year.
This story is for readers of all ages.
You should subscribe to the newsletter of your member of parliament.
Follow the money, and you will find the mayor.
Join the army, his father told him, and see the world.
Read the small print: it says that the lender may take the house.
Image, the band that he left, played on without him.
Source of the leak was a valve, engineers found.
The paper is not responsible for the content of letters, he says.
Watch: the second hand stops at noon.
More than 400 people signed.
Support for the party fell in every region but one.
Visit by visit, the doctor won them over.
Comments by the minister made things worse.
The story continues to trouble the village.
Click-bait made the site rich, its founder admits.
He advertised in the Gazette. Nobody came.
Twitter and Facebook removed the posts within the hour.
Updated figures show that the harbour earned less in May.
Published in 1911, the map shows a canal that was never dug.
AP and Reuters were told to leave the country.
Getty Images sued the museum in March.
Reuters
No comment, the palace said.
Related parties owned 31 percent of the bank.
1993
December
Ten minutes to read the verdict, ten years to write it.
Subscribe, if you must, to the theory that he fell.
The minister resigned (https://example.com/news/2021/12/roads-minister-resigns.html).
Newsletter editors in three towns were arrested.
Skip the main course, the judge advised; the pudding was worth the wait.
Her account was closed, her card was stopped and her letters came back.
Privacy is a right.
Get the vaccine, the ministry urged, and wear a mask.
Register of members: the clerk keeps it in a safe.
Try to stay away from the river, the office said.
If you can help, call the police in Visby.
The <i>Vasa</i> sank in 1628.
Visitors came from 14/15 districts and 3/4 of the schools.
The file is at https://example.org/report and was read by thousands.
All rights were reserved to the crown until 1832.
"""
CREDITS = ("Reuters",)


@pytest.mark.parametrize("line", BODY.strip().split("\n"))
def test_a_line_of_the_body_stays_there(line: str) -> None:
    blocks = read([seed(f"{BEFORE}\n\n{line}\n\n{AFTER}")])[0][0].blocks
    kind = BlockKind.CREDIT if line in CREDITS else BlockKind.PARAGRAPH
    assert [(block.kind, block.text) for block in blocks][1] == (kind, line), blocks[1].reason


@pytest.mark.parametrize(
    "sentences",
    [
        ("He left.", "She stayed on the island.", "Nobody asked why."),
        ("Nobody knew", "The ferry had left.", "It was late."),
        ("Why now?", "The council would not say.", "It rarely does."),
        ("By noon it was over.", "The court rose.", "The crowd went home."),
        ("Advertising was to blame.", "The firm denied it.", "The case goes on."),
    ],
)
def test_bare_sentences_keep_their_claims(sentences: tuple[str, ...]) -> None:
    blocks = read([seed("\n\n".join(sentences))])[0][0].blocks
    assert [block.text for block in blocks if block.kind.asserts] == list(sentences)
