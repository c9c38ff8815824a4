"""Articles of which only excerpts may be shown: matched and quoted sentences stay, the rest is "[…]".

Anchors, notes and data files stay complete: what is not shown can still be cited and verified.
"""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, Block, BlockKind, Claim, Span

OMITTED = "[…]"
_ALWAYS = (BlockKind.TITLE, BlockKind.CREDIT)
"""What names the text and those who made it is shown whole."""


def excerpted(article: Article) -> bool:
    """Whether only excerpts of an article are shown."""
    return article.seed.metadata.display == "excerpt"


def shown_claim(lookup: Lookup, claim: Claim) -> bool:
    """Whether the words of a claim are shown: always in a full article, else if matched or quoting."""
    if not excerpted(lookup.articles[claim.article]) or lookup.blocks[claim.block].kind is BlockKind.TITLE:
        return True
    return bool(claim.quotations) or claim.id in lookup.matches_of_claim


def hidden(lookup: Lookup, article: Article, block: Block) -> tuple[Span, ...]:
    """Return the stretches of a block that are not shown, in order."""
    if not excerpted(article) or block.kind in _ALWAYS:
        return ()
    shown = {claim.start for claim in lookup.claims_of_block.get(block.id, ()) if shown_claim(lookup, claim)}
    left_out: list[Span] = []
    start = block.start
    for sentence in block.sentences:
        if sentence.start in shown:
            if block.text[start - block.start : sentence.start - block.start].strip():
                left_out.append(Span(start, sentence.start))
            start = sentence.end
    if block.text[start - block.start :].strip():
        left_out.append(Span(start, block.end))
    return tuple(left_out)


def shown_text(lookup: Lookup, article: Article, block: Block) -> str:
    """Return the words of a block as readers see them."""
    parts: list[str] = []
    place = block.start
    for span in hidden(lookup, article, block):
        parts += [block.text[place - block.start : span.start - block.start], f"{OMITTED} "]
        place = span.end
    parts.append(block.text[place - block.start :])
    return "".join(parts).strip()
