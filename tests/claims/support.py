"""Articles made without the other stages: one block a line, one sentence a block unless told otherwise."""

from __future__ import annotations

from annotated_corpus.model import Article, Block, BlockKind, Metadata, Seed, Sentence


def article(name: str, *lines: str | list[str]) -> Article:
    """Make an article of paragraphs; a paragraph is one sentence or a list of its sentences."""
    blocks, at, parts = [], 0, []
    for number, line in enumerate(lines, 1):
        sentences, text = [], ""
        for n, sentence in enumerate([line] if isinstance(line, str) else line, 1):
            text += " " if text else ""
            start = at + len(text)
            text += sentence
            sentences.append(Sentence(f"{name}-p{number}-s{n}", start, at + len(text)))
        blocks.append(
            Block(
                f"{name}-p{number}",
                BlockKind.PARAGRAPH,
                str(number),
                at,
                at + len(text),
                text,
                sentences=tuple(sentences),
            )
        )
        parts.append(text)
        at += len(text) + 2
    seed = Seed(f"{name}.txt", "\n\n".join(parts) + "\n", "", Metadata())
    return Article(name, seed, name, name, tuple(blocks))
