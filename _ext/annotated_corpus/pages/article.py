"""The page of one article: its text first, and after each paragraph what other articles say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, Block, BlockKind, Span, Tombstone
from annotated_corpus.pages import words
from annotated_corpus.pages.comparison import comparison_name, told_apart
from annotated_corpus.pages.excerpt import OMITTED, excerpted, hidden, shown_text
from annotated_corpus.pages.layout import Section, entry_link, is_large
from annotated_corpus.pages.markup import head
from annotated_corpus.pages.markup import notes as note
from annotated_corpus.pages.markup.directives import anchored, boxed, directive, page
from annotated_corpus.pages.markup.inline import Mark, escape, line, marked, role, visible
from annotated_corpus.pages.markup.names import Directive, Inline, NoteKind
from annotated_corpus.pages.moved import aliases_here
from annotated_corpus.pages.notes import notes

_NAMED = 4
"""The head of an article names this many others that tell its story; the comparison names all."""


def article_page(lookup: Lookup, article: Article, section: Section | None = None) -> str:
    """Return the MyST page of one article; ``section`` is that of a large edition which lists it."""
    graves: dict[str, list[Tombstone]] = {}
    for tombstone in article.tombstones:
        graves.setdefault(tombstone.after, []).append(tombstone)
    title = next((block for block in article.blocks if block.kind is BlockKind.TITLE), None)
    if title and title.text.split() == article.title.split():
        heading = _at(lookup, (article.id, title.id), f"# {body(lookup, article, title)}")
    else:
        heading = _at(lookup, (article.id,), f"# {line(escape(article.title))}")
        title = None
    parts = [heading, _header(lookup, article, section)]
    parts.extend(_grave(lookup, article, each) for each in graves.get("", ()))
    for block in article.blocks:
        if block is not title:
            parts.append(_block(lookup, article, block))
        parts.extend(_notes(lookup, block))
        parts.extend(_grave(lookup, article, each) for each in graves.get(block.id, ()))
    parts.append(directive(Directive.CITATION, "", words.CITING.format(anchor=article.id)))
    return page(article.seed.file, *parts)


def _at(lookup: Lookup, ids: Iterable[str], text: str) -> str:
    return anchored(ids, text, is_large(lookup.corpus))


def _box(
    lookup: Lookup, ids: Iterable[str], name: str, argument: str, content: str, options: Mapping[str, str] | None = None
) -> str:
    return boxed(ids, name, argument, content, options, large=is_large(lookup.corpus))


def body(lookup: Lookup, article: Article, block: Block) -> str:
    """Return the words of a block with its claims, mentions and debris marked, as far as they may be shown."""
    marks = [Mark(span, Inline.DEBRIS) for span in block.furniture]
    marks += [
        Mark(Span(each.start, each.end), *entry_link(lookup, each.entity))
        for each in lookup.mentions_of_block.get(block.id, ())
    ]
    points = {claim.start: role(Inline.CLAIM_START, claim.id) for claim in lookup.claims_of_block.get(block.id, ())}
    parts: list[str] = []
    place = block.start
    for gap in (*hidden(lookup, article, block), Span(block.end, block.end)):
        inside = [mark for mark in marks if place <= mark.span.start and mark.span.end <= gap.start]
        starts = {at: point for at, point in points.items() if place <= at < gap.start}
        parts.append(marked(block.text[place - block.start : gap.start - block.start], place, inside, starts))
        if gap.start < gap.end:
            omitted = [point for at, point in points.items() if gap.start <= at < gap.end]
            parts.append("".join([*omitted, escape(OMITTED), " "]))
        place = gap.end
    return "".join(parts).rstrip(" ")


def _header(lookup: Lookup, article: Article, section: Section | None) -> str:
    made = head.Head(
        article.id,
        replace(article.seed.metadata, label=article.label),
        window=f"{article.title} ({article.label})" if lookup.titles[article.title] > 1 else "",
        listing=head.Listing(section.title, section.name) if section else None,
        file=article.seed.file,
        sha256=article.seed.sha256,
        near=tuple(_near(lookup, article)),
    )
    return head.write(made, _company(lookup, article))


def _near(lookup: Lookup, article: Article) -> Iterator[str]:
    """Yield the ends of the anchors of blocks that have no match, but a claim that comes near one elsewhere."""
    for block in article.blocks:
        claims = [claim.id for claim in lookup.claims_of_block.get(block.id, ())]
        matched = any(claim in lookup.matches_of_claim for claim in claims)
        if not matched and any(claim in lookup.near_of_claim for claim in claims):
            yield block.id.removeprefix(f"{article.id}-")


def _company(lookup: Lookup, article: Article) -> str:
    """Return which articles tell the same story, empty if none does."""
    story = lookup.story_of_article.get(article.id)
    if story is None:
        return ""
    others = [each for each in story.articles if each != article.id]
    named = ", ".join(told_apart(lookup, story, others[:_NAMED]))
    more = words.AND_MORE.format(number=len(others) - _NAMED) if len(others) > _NAMED else ""
    compared = role("doc", f"{words.COMPARISON_LINK} <{comparison_name(lookup, story)}>")
    return words.SAME_STORY.format(articles=f"{named}{more}", comparison=compared)


def _block(lookup: Lookup, article: Article, block: Block) -> str:
    ids = (*aliases_here(article, block.aliases), block.id)
    if block.kind is BlockKind.FURNITURE:
        summary = words.FOLDED.format(reason=visible(block.reason) or words.FOLDED_FOR_NO_REASON)
        text = line(escape(shown_text(lookup, article, block)))
        return _box(lookup, ids, Directive.FOLDED, summary, text, {"class": "corpus-furniture"})
    parts = [_at(lookup, ids, line(body(lookup, article, block)))]
    if block.kind is BlockKind.TITLE:
        parts.append(directive(Directive.NOTE, NoteKind.HEADLINE, words.HEADLINE))
    lost = block.gone
    for revision in block.revisions:
        earlier = words.EARLIER_WORDING.format(words=escape(OMITTED if excerpted(article) else revision.text))
        parts.append(_box(lookup, lost, Directive.NOTE, NoteKind.REVISION, earlier))
        lost = ()
    return "\n\n".join(parts)


def _grave(lookup: Lookup, article: Article, tombstone: Tombstone) -> str:
    last = OMITTED if excerpted(article) else tombstone.text
    said = words.TOMBSTONE.format(words=escape(last))
    ids = (*aliases_here(article, tombstone.aliases), tombstone.id)
    return _box(lookup, ids, Directive.NOTE, NoteKind.TOMBSTONE, said)


def _notes(lookup: Lookup, block: Block) -> list[str]:
    """Return the note on a block: a line for each way in which other articles say what it says."""
    remarks = notes(lookup, lookup.claims_of_block.get(block.id, ()))
    return [note.write(remarks)] if remarks else []
