"""Claims: the sentences of an article that assert something, with their speakers and quotations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from annotated_corpus.anchors import fingerprint
from annotated_corpus.claims.speakers.marks import quoted
from annotated_corpus.claims.speakers.stated import speakers
from annotated_corpus.model import Article, Claim, Span
from annotated_corpus.stages import HERE, Stages


def extract(articles: Sequence[Article], stages: Stages = HERE) -> tuple[Claim, ...]:
    """Return one claim for each sentence of each block that asserts something, in the order of the corpus.

    ``speaker`` is who the text says states it, by the fullest name that the article uses, or None.
    ``quotations`` are spans of the seed, as ``start`` and ``end`` are.

    Args:
        articles: in the order of the corpus.
        stages: runs the work on each article.
    """
    return tuple(chain.from_iterable(stages.map("claims", _claims, articles, fingerprint)))


def _claims(article: Article) -> list[Claim]:
    rows = [
        (block, sentence, block.text[sentence.start - block.start : sentence.end - block.start])
        for block in article.blocks
        if block.kind.asserts
        for sentence in block.sentences
    ]
    texts = [text for _, _, text in rows]
    blocks = [block.id for block, _, _ in rows]
    begins = [here != before for here, before in zip(blocks, ["", *blocks], strict=False)]
    marked = quoted(texts, begins)
    return [
        Claim(
            id=sentence.id,
            article=article.id,
            block=block.id,
            start=sentence.start,
            end=sentence.end,
            text=text,
            speaker=speaker,
            quotations=tuple(Span(sentence.start + span.start, sentence.start + span.end) for span in own.spans),
        )
        for (block, sentence, text), speaker, own in zip(rows, speakers(texts, begins, marked), marked, strict=True)
    ]
