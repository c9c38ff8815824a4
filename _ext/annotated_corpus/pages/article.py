"""The page of one article: its text first, and after each paragraph what other articles say."""

from __future__ import annotations

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Article, Block, BlockKind, Match, Span, Tombstone
from annotated_corpus.pages.frame import directive, page
from annotated_corpus.pages.markdown import Mark, escape, line, marked, role
from annotated_corpus.pages.phrases import BASIS, DIFFERENCE, RELATION, sides

_LONGEST = 60
"""A difference is quoted in a note up to this many characters; the comparison shows it whole."""


def article_page(lookup: Lookup, article: Article) -> str:
    """Return the MyST page of one article."""
    graves: dict[str, list[Tombstone]] = {}
    for tombstone in article.tombstones:
        graves.setdefault(tombstone.after, []).append(tombstone)
    title = next((block for block in article.blocks if block.kind is BlockKind.TITLE), None)
    parts = [f"({article.id})="]
    if title and title.text == article.title:
        parts[0] += f"\n({title.id})="
        parts.append(f"# {body(lookup, title)}")
    else:
        parts.append(f"# {line(escape(article.title))}")
        title = None
    parts.append(_header(article))
    parts.extend(_grave(each) for each in graves.get("", ()))
    for block in article.blocks:
        if block is not title:
            parts.append(_block(lookup, block))
        parts.extend(_notes(lookup, article, block))
        parts.extend(_grave(each) for each in graves.get(block.id, ()))
    return page(f"seeds/{article.seed.file}", *parts)


def body(lookup: Lookup, block: Block) -> str:
    """Return the words of a block with its claims, mentions and debris marked."""
    marks = [Mark(span, "corpus:debris") for span in block.furniture]
    marks += [
        Mark(Span(each.start, each.end), "term", lookup.entities[each.entity].name)
        for each in lookup.mentions_of_block.get(block.id, ())
    ]
    points = {claim.start: role("corpus:s", claim.id) for claim in lookup.claims_of_block.get(block.id, ())}
    return marked(block.text, block.start, marks, points)


def _header(article: Article) -> str:
    stated = article.seed.metadata
    options = {
        "label": article.label,
        "source": stated.source,
        "authors": "; ".join(stated.authors),
        "date": stated.date,
        "url": stated.url,
        "lang": stated.lang,
        "rights": stated.rights,
        "file": article.seed.file,
        "sha256": article.seed.sha256,
    }
    return directive("corpus:article", article.id, options=options)


def _block(lookup: Lookup, block: Block) -> str:
    labels = "\n".join(f"({name})=" for name in (*block.aliases, block.id))
    if block.kind is BlockKind.FURNITURE:
        folded = directive(
            "dropdown",
            f"Folded: {escape(block.reason) or 'not part of the article'}",
            line(escape(block.text)),
            {"name": block.id, "class-container": "corpus-furniture"},
        )
        return "\n".join([*(f"({name})=" for name in block.aliases), folded])
    parts = [f"{labels}\n{line(body(lookup, block))}"]
    for revision in block.revisions:
        note = f"This {block.kind} once read: {escape(revision.text)}"
        parts.append(directive("corpus:note", "revision", note))
    return "\n\n".join(parts)


def _grave(tombstone: Tombstone) -> str:
    words = f"This paragraph is no longer in the article. Its last words: {escape(tombstone.text)}"
    return f"({tombstone.id})=\n{words}"


def _notes(lookup: Lookup, article: Article, block: Block) -> list[str]:
    claims = lookup.claims_of_block.get(block.id, ())
    lines = [_note(lookup, claim.id, match) for claim in claims for match in lookup.matches_of_claim.get(claim.id, ())]
    if lines:
        return [directive("corpus:note", "match", "\n".join(f"- {line}" for line in lines))]
    if claims and article.id in lookup.story_of_article:
        return [directive("corpus:note", "only", "Only in this article.")]
    return []


def _note(lookup: Lookup, claim: str, match: Match) -> str:
    """Return one line on a match as seen from ``claim``: relation, link, basis, what differs."""
    here_is_a = claim == match.a
    other = match.b if here_is_a else match.a
    words = f"{RELATION[match.relation]} in {role('corpus:claim', other)} ({BASIS[match.basis]})"
    said = []
    for difference in match.differences:
        a, b = sides(lookup, match, difference)
        here, there = (a, b) if here_is_a else (b, a)
        kind = DIFFERENCE[difference.kind]
        if here and there and len(here) + len(there) <= _LONGEST:
            said.append(f"{kind}: “{escape(here)}” here, “{escape(there)}” there")
        elif there and not here and len(there) <= _LONGEST:
            said.append(f"adds “{escape(there)}”")
        elif here and not there and len(here) <= _LONGEST:
            said.append(f"lacks “{escape(here)}”")
    unique = list(dict.fromkeys(said))
    return words + ("; " + "; ".join(unique) if unique else "") + f". {role('corpus:compare', match.id)}"
