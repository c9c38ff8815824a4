"""The sources: whose each text is, what it credits, and how much of it is another article's too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from annotated_corpus.edition import Lookup
from annotated_corpus.language.en.outlets import credited
from annotated_corpus.model import Article, Basis, BlockKind, Match
from annotated_corpus.pages import words
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markup.directives import page
from annotated_corpus.pages.markup.inline import escape, role
from annotated_corpus.pages.markup.names import Cite
from annotated_corpus.pages.phrases import BASIS


def sources_page(lookup: Lookup) -> str:
    """Return the page of the sources."""
    if is_large(lookup.corpus):
        return _outlets(lookup)
    parts = [f"# {words.SOURCES_TITLE}", words.SOURCES]
    for article in lookup.corpus.articles:
        parts += [
            f"## {words.SOURCE_OF.format(article=escape(article.label))}",
            "\n".join(f"- {fact}" for fact in _facts(lookup, article)),
        ]
    shared = [_pair(lookup, *pair) for pair in _pairs(lookup)]
    if shared:
        parts += [f"## {words.SHARES_TITLE}", words.SHARES, *shared]
    return page(words.SEEDS, *parts)


def _outlets(lookup: Lookup) -> str:
    """Return a table of the publishers of a large edition; what is known of one text stands at its head."""
    found: dict[str, list[Article]] = {}
    for article in lookup.corpus.articles:
        found.setdefault(article.seed.metadata.source or words.NOT_STATED, []).append(article)
    rows = [f"| {' | '.join(words.OUTLETS)} |", "| --- | ---: | ---: | ---: |"]
    for source, articles in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        claims = [claim.id for article in articles for claim in lookup.claims_of_article.get(article.id, ())]
        shared = sum(claim in lookup.matches_of_claim for claim in claims)
        rows.append(f"| {escape(source).replace('|', '&#124;')} | {len(articles):,} | {len(claims):,} | {shared:,} |")
    return page(words.SEEDS, f"# {words.SOURCES_TITLE}", f"{words.SOURCES} {words.SOURCES_HEADS}", "\n".join(rows))


def _facts(lookup: Lookup, article: Article) -> list[str]:
    stated = article.seed.metadata
    lines = [escape(block.text) for block in article.blocks if block.kind is BlockKind.CREDIT]
    claims = lookup.claims_of_article.get(article.id, ())
    named = sorted({name for claim in claims for name in credited(claim.text)})
    names = words.SOURCE_FACTS
    facts = {
        names["article"]: role(Cite.ARTICLE, article.id),
        **{name: escape(_text(getattr(stated, field, ""))) for field, name in words.STATED.items()},
        names["credits"]: "; ".join(lines),
        names["credited"]: escape(", ".join(named)),
        names["file"]: f"`{article.seed.file}`",
        names["sha256"]: f"`{article.seed.sha256}`",
    }
    return [f"{name}: {value}" for name, value in facts.items() if value]


def _text(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _pairs(lookup: Lookup) -> list[tuple[str, str]]:
    """Return the pairs of articles with a match, in corpus order."""
    home = {claim.id: claim.article for claim in lookup.corpus.claims}
    matched = {(home[match.a], home[match.b]) for match in lookup.corpus.matches}
    return [pair for story in lookup.corpus.stories for pair in combinations(story.articles, 2) if pair in matched]


def _pair(lookup: Lookup, one: str, two: str) -> str:
    """Return a table of one pair: a column an article, a row a basis, the share of words in per cent."""
    columns = [_shares(lookup, one, two), _shares(lookup, two, one)]
    heads = " | ".join(escape(lookup.articles[each].label) for each in (one, two))
    rows = [f"| {words.SHARES_OF} | {heads} |", "| --- | ---: | ---: |"]
    for name in (*BASIS.values(), words.SHARES_OWN):
        rows.append(f"| {name} | " + " | ".join(f"{column[name]:.0f} %" for column in columns) + " |")
    return "\n".join(rows)


def _shares(lookup: Lookup, article: str, other: str) -> Mapping[str, float]:
    """Return the share of an article's words by what their agreement with another rests on, in per cent."""
    known = dict.fromkeys((*BASIS.values(), words.SHARES_OWN), 0)
    for claim in lookup.claims_of_article.get(article, ()):
        bases = [match.basis for match in _matches(lookup, claim.id, other)]
        known[BASIS[min(bases, key=list(Basis).index)] if bases else words.SHARES_OWN] += len(claim.text.split())
    total = sum(known.values()) or 1
    return {name: 100 * count / total for name, count in known.items()}


def _matches(lookup: Lookup, claim: str, other: str) -> Sequence[Match]:
    found = lookup.matches_of_claim.get(claim, ())
    return [match for match in found if lookup.claims[match.b if match.a == claim else match.a].article == other]
