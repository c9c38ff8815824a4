"""Small corpora made by hand, so that pages are tested whatever the stages before them find."""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.edition.stories import group_stories
from annotated_corpus.model import (
    Article,
    Basis,
    Block,
    BlockKind,
    Claim,
    Corpus,
    Difference,
    Entity,
    Match,
    Mention,
    Metadata,
    Relation,
    Revision,
    Seed,
    Sentence,
    Span,
    Tombstone,
)


def article(
    slug: str,
    *paragraphs: str,
    metadata: Metadata | None = None,
    tombstones: tuple[Tombstone, ...] = (),
    revisions: tuple[Revision, ...] = (),
) -> Article:
    """Return an article whose paragraphs are cut into sentences at full stops; its title is its slug."""
    text = "\n\n".join((slug, *paragraphs))
    blocks = [
        Block(f"{slug}-title", BlockKind.TITLE, "", 0, len(slug), slug, sentences=_sentences(f"{slug}-title", 0, slug))
    ]
    at = len(slug) + 2
    for number, words in enumerate(paragraphs, 1):
        id_ = f"{slug}-p{number}"
        sentences = _sentences(id_, at, words)
        old = revisions if number == 1 else ()
        blocks.append(
            Block(id_, BlockKind.PARAGRAPH, str(number), at, at + len(words), words, sentences=sentences, revisions=old)
        )
        at += len(words) + 2
    seed = Seed(file=f"{slug}.txt", text=text, sha256="0" * 64, metadata=metadata or Metadata())
    return Article(slug, seed, slug, slug.capitalize(), tuple(blocks), tombstones)


def _sentences(block: str, at: int, words: str) -> tuple[Sentence, ...]:
    found, start = [], 0
    for number, part in enumerate(words.split(". "), 1):
        end = min(start + len(part) + 1, len(words))
        found.append(Sentence(f"{block}-s{number}", at + start, at + end))
        start = end + 1
    return tuple(found)


def corpus(
    articles: tuple[Article, ...],
    matched: tuple[tuple[str, str, Relation, Basis, tuple[Difference, ...]], ...] = (),
    entities: tuple[Entity, ...] = (),
    mentions: tuple[Mention, ...] = (),
) -> Lookup:
    """Return the indexes over a corpus of these articles and matches; every sentence is a claim."""
    claims = tuple(
        Claim(
            each.id,
            of.id,
            block.id,
            each.start,
            each.end,
            block.text[each.start - block.start : each.end - block.start],
            quotations=(Span(each.start, each.end),) if "“" in block.text[each.start - block.start :] else (),
        )
        for of in articles
        for block in of.blocks
        for each in block.sentences
    )
    matches = tuple(
        Match(f"match-{a}-and-{b}", a, b, relation, 0.9, basis, differences)
        for a, b, relation, basis, differences in matched
    )
    return Lookup(Corpus(articles, claims, matches, entities, mentions, group_stories(articles, claims, matches)))


def pair(a: str, b: str, *differences: Difference) -> tuple[str, str, Relation, Basis, tuple[Difference, ...]]:
    """Return a match of two claims in other words."""
    return a, b, Relation.PARAPHRASE, Basis.INDEPENDENT, differences
