"""The frozen values that the stages hand to each other, from seed to edition.

Every offset is a count of Unicode code points into :attr:`Seed.text`, end exclusive.
Nothing here computes anything beyond its own spelling: the stages do.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

LARGE = 60
"""An edition, or a run, of more articles is large: worth an index, a store of what is done, and pages in sections."""


class BlockKind(StrEnum):
    """What part of an article a block is; ``letter`` starts the number in its anchor."""

    TITLE = "title"
    HIGHLIGHT = "highlight"
    CAPTION = "caption"
    PARAGRAPH = "paragraph"
    CREDIT = "credit"
    FURNITURE = "furniture"

    @property
    def letter(self) -> str:
        """The letter of the anchor grammar, empty for the title, which has no number."""
        return _LETTERS[self]

    @property
    def asserts(self) -> bool:
        """Whether the sentences of such a block are claims of the article."""
        return self not in (BlockKind.CREDIT, BlockKind.FURNITURE)


_LETTERS = {
    BlockKind.TITLE: "",
    BlockKind.HIGHLIGHT: "h",
    BlockKind.CAPTION: "c",
    BlockKind.PARAGRAPH: "p",
    BlockKind.CREDIT: "b",  # as in byline: "c" is the caption
    BlockKind.FURNITURE: "x",
}


class Relation(StrEnum):
    """How the words of two matching claims relate, closest first."""

    VERBATIM = "verbatim"
    NEAR_VERBATIM = "near-verbatim"
    PARAPHRASE = "paraphrase"
    PARTIAL = "partial"


class Basis(StrEnum):
    """Why two claims agree: how independent the agreement is, least first."""

    COPIED_PROSE = "copied-prose"
    SHARED_QUOTATION = "shared-quotation"
    SAME_SOURCE = "same-source-credited"
    INDEPENDENT = "independent-wording"


class EntityKind(StrEnum):
    """What an entry of the glossary is about."""

    PERSON = "person"
    PLACE = "place"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a seed: code points ``start`` to ``end``, end exclusive."""

    start: int
    end: int

    def meets(self, other: Span) -> bool:
        """Return whether the two have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Metadata:
    """What an editor states about an article in its sidecar, empty where nothing is stated.

    ``date`` is ISO 8601 (a year, a month or a day); ``display`` is ``full`` or ``excerpt``;
    ``label`` is the short name in citations ("Reuters, ¶7").
    """

    slug: str = ""
    title: str = ""
    source: str = ""
    label: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    url: str = ""
    lang: str = ""
    rights: str = ""
    display: str = "full"


OF_THE_EDITION = frozenset({"slug", "title", "label", "display"})
"""What a sidecar says of how this edition shows the article."""
STATED = tuple(each.name for each in fields(Metadata) if each.name not in OF_THE_EDITION)
"""What it says of the article itself: on its page, and in the data files."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A source file as decoded: ``file`` is its name in the seeds folder, ``sha256`` of its bytes.

    ``folder`` is what messages call that folder.
    """

    file: str
    text: str
    sha256: str
    metadata: Metadata
    folder: str = ""

    @property
    def path(self) -> str:
        """What messages call the file."""
        return f"{self.folder}/{self.file}" if self.folder else self.file

    @property
    def sidecar(self) -> str:
        """What messages call its sidecar."""
        return self.path.removesuffix(".txt") + ".toml"


@dataclass(frozen=True, slots=True)
class RawBlock:
    """A block as read from the seed, before it has an anchor.

    ``text`` has exactly ``end - start`` code points: the seed's own, newlines inside it as spaces.
    ``reason`` says in plain words why the block has its kind. ``furniture`` are the spans inside
    a body block that are debris ("read more"). ``sentences`` cover all but white space and debris.
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    reason: str = ""
    furniture: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A seed cut into blocks. ``title`` is as pages show it: stated, or supplied in square brackets."""

    seed: Seed
    title: str
    blocks: tuple[RawBlock, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, with its own anchor (``reuters-p7-s2``)."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier wording of a block whose text was changed in the seed."""

    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Block:
    """A block with its permanent anchor ``id`` and ``number`` ("7", "7a", empty for a title).

    ``aliases`` are other anchors that now stand for it (a merge, an older slug); ``gone`` are anchors of
    sentences that it had and has no more.
    """

    id: str
    kind: BlockKind
    number: str
    start: int
    end: int
    text: str
    reason: str = ""
    furniture: tuple[Span, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    aliases: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An anchor whose text has gone from the seed: it keeps its place and its last words.

    ``after`` is the id of the living block that it follows, empty at the top of the article. ``aliases`` are
    other anchors that led to these words: those of its sentences, and those under an older slug.
    """

    id: str
    number: str
    text: str
    after: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """A seed as read: its blocks in order, with the title that pages and citations show.

    ``id`` is the slug; ``label`` the short name in citations; ``title`` is in square brackets
    where the seed states none.
    """

    id: str
    seed: Seed
    title: str
    label: str
    blocks: tuple[Block, ...]
    tombstones: tuple[Tombstone, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that asserts something: ``id`` is its sentence's anchor, ``block`` its block's.

    ``speaker`` names who says it where the text states one; ``quotations`` are the spans
    in quotation marks.
    """

    id: str
    article: str
    block: str
    start: int
    end: int
    text: str
    speaker: str | None = None
    quotations: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """A particular in which two claims differ; a side is ``None`` where it has nothing of the kind.

    ``kind`` is the name of one that is declared in :mod:`annotated_corpus.claims.findings.differences`.
    """

    kind: str
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two claims of different articles that say the same thing; ``a`` is of the earlier article.

    ``score`` is a calibrated probability in 0 to 1. ``decided`` is ``accepted`` or ``edited``
    where an editor had the last word.
    """

    id: str
    a: str
    b: str
    relation: Relation
    score: float
    basis: Basis
    differences: tuple[Difference, ...] = ()
    decided: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """Two claims of different articles that are no match, but too much alike to say that either stands alone."""

    a: str
    b: str
    score: float


@dataclass(frozen=True, slots=True)
class Role:
    """A description of a person as the text words it, with the block that says so."""

    text: str
    block: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in one block that names an entity; ``text`` is the surface wording."""

    entity: str
    article: str
    block: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person or a place of the corpus, under the fullest name that any article gives.

    ``country`` is the ISO 3166 code of a place's country where the gazetteer knows it, or an editor's
    wording of it; pages show its name. ``government`` says that the name may stand for a government
    (a capital, the Kremlin).
    """

    id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str = ""
    government: bool = False
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str = ""
    geonames: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of several articles that say the same thing, in corpus order, and their matches."""

    claims: tuple[str, ...]
    matches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, tied together by their matches."""

    id: str
    articles: tuple[str, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole edition, assembled: what pages and data files are made from.

    ``withdrawn`` are articles whose seed has gone: nothing is left of them but tombstones and what was stated of them.
    ``near`` are the pairs that come next after the matches, most probable first.
    """

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    matches: tuple[Match, ...]
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    stories: tuple[Story, ...]
    withdrawn: tuple[Article, ...] = ()
    near: tuple[Near, ...] = ()
