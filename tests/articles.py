"""Seeds and articles made by hand: what the stages before would give, whatever these find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotated_corpus.anchors.checksums import digest
from annotated_corpus.model import Article, Block, BlockKind, Metadata, Revision, Seed, Sentence, Tombstone

Cut = tuple[BlockKind, int, Sequence[str]]
"""Kind and start of a block, and its sentences, a space apart."""


def seed(text: str, file: str = "a.txt", metadata: Metadata | None = None) -> Seed:
    """Make a seed of this text."""
    return Seed(file, text, digest(text), metadata or Metadata())


def article(
    name: str,
    *paragraphs: str | Sequence[str],
    title: str = "",
    metadata: Metadata | None = None,
    tombstones: tuple[Tombstone, ...] = (),
    revisions: Mapping[int, tuple[Revision, ...]] | None = None,
) -> Article:
    """Make an article of a title, if any, and paragraphs with an empty line between them.

    A paragraph is one sentence or a list of its sentences (see :func:`sentences`); its revisions go by its number.
    """
    cuts: list[Cut] = [(BlockKind.TITLE, 0, [title])] if title else []
    parts = [title] if title else []
    for paragraph in paragraphs:
        own = [paragraph] if isinstance(paragraph, str) else paragraph
        cuts.append((BlockKind.PARAGRAPH, sum(len(part) + 2 for part in parts), own))
        parts.append(" ".join(own))
    blocks = _blocks(name, cuts, revisions or {})
    return Article(
        name,
        seed("\n\n".join(parts) + "\n", f"{name}.txt", metadata),
        title or name,
        name.capitalize(),
        tuple(blocks),
        tombstones,
    )


def lines(name: str, text: str, kinds: Mapping[int, BlockKind] | None = None) -> Article:
    """Make an article of which every line that is not empty is a paragraph, or of the kind given for its number."""
    cuts: list[Cut] = []
    at = 0
    for line in text.split("\n"):
        if words := line.strip():
            kind = (kinds or {}).get(len(cuts) + 1, BlockKind.PARAGRAPH)
            cuts.append((kind, at + line.index(words), [words]))
        at += len(line) + 1
    return Article(name, seed(text, f"{name}.txt"), "", name.capitalize(), tuple(_blocks(name, cuts, {})))


def sentences(paragraph: str) -> list[str]:
    """Cut a paragraph at the full stops inside it: "One. Two." has two sentences."""
    first, *others = paragraph.split(". ")
    return [f"{part}." for part in (first, *others[:-1])] + others[-1:] if others else [first]


def _blocks(name: str, cuts: Iterable[Cut], revisions: Mapping[int, tuple[Revision, ...]]) -> Iterator[Block]:
    number = 0
    for kind, start, own in cuts:
        number += kind is not BlockKind.TITLE
        shown = "" if kind is BlockKind.TITLE else str(number)
        id_ = f"{name}-{kind.letter or 'title'}{shown}"
        at, placed = start, []
        for n, words in enumerate(own, 1):
            placed.append(Sentence(f"{id_}-s{n}", at, at + len(words)))
            at += len(words) + 1
        text = " ".join(own)
        yield Block(
            id_,
            kind,
            shown,
            start,
            start + len(text),
            text,
            sentences=tuple(placed),
            revisions=revisions.get(number, ()) if shown else (),
        )
