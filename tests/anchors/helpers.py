"""Small seeds and what becomes of them."""

from annotated_corpus.anchors import Attachment, Register, attach
from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.model import Metadata, Reading, Seed
from annotated_corpus.text import read
from tests import articles

TITLE = "Ferry line reopens after nine days of storm"
PARAGRAPHS = (
    "The ferry to the islands sailed again on Thursday after nine days in port, the harbour office said.",
    "Captain Ida Lund told reporters that the swell had been the highest she had seen in thirty years at sea.",
    "Shops on the largest island had run out of milk, flour and diesel by the weekend. Nobody went hungry.",
    "A second vessel is to follow on Friday, carrying post and two replacement engines for the lifeboat.",
    "Forecasters expect calm weather until the middle of next week.",
)


def seed(*paragraphs: str, file: str = "a.txt", title: str = TITLE, **metadata: str) -> Seed:
    text = "\n\n".join(each for each in (title, *paragraphs) if each)
    return articles.seed(text, file, Metadata(**metadata))  # type: ignore[arg-type]


def readings(*seeds: Seed) -> tuple[Reading, ...]:
    return read(seeds)[0]


def attached(
    *paragraphs: str, after: Attachment | None = None, decisions: Decisions | None = None, **metadata: str
) -> Attachment:
    register = after.register if after else Register()
    made = readings(seed(*paragraphs, **{"slug": "ferry", **metadata}))
    return attach(made, register, decisions or Decisions())


def decided(table: str, **values: object) -> Decisions:
    return Decisions((Decision(table, values, "seeds/decisions.toml", 7),))


def ids(attachment: Attachment) -> list[str]:
    return [block.id for block in attachment.articles[0].blocks]


def words(attachment: Attachment) -> dict[str, str]:
    return {block.id: block.text for block in attachment.articles[0].blocks}


def changes(attachment: Attachment) -> list[str]:
    return [f"{change.anchor} {change.kind}" for change in attachment.changes]
