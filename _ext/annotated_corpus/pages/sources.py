"""The sources: whose each text is, what it credits, and how much of it is another article's too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from annotated_corpus.edition import Lookup
from annotated_corpus.language.en.outlets import credits
from annotated_corpus.model import Article, Basis, BlockKind, Match
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markup.directives import page
from annotated_corpus.pages.markup.inline import escape, role
from annotated_corpus.pages.markup.names import Cite
from annotated_corpus.pages.phrases import BASIS

_INTRODUCTION = "The texts belong to their publishers. Each was read from a file that is kept byte for byte."
_SHARES = (
    "How much of each article another one shares, counted in words of its claims. A claim that matches several "
    "is counted once, by the least independent of its matches."
)
_HEADS = "What is known of each text stands at the head of its page, and with its checksum in the data files."
_OWN = "its own"


def sources_page(lookup: Lookup) -> str:
    """Return the page of the sources."""
    if is_large(lookup.corpus):
        return _outlets(lookup)
    parts = ["# Sources", _INTRODUCTION]
    for article in lookup.corpus.articles:
        parts += [f"## The text of {escape(article.label)}", "\n".join(f"- {fact}" for fact in _facts(lookup, article))]
    shared = [_pair(lookup, *pair) for pair in _pairs(lookup)]
    if shared:
        parts += ["## What they share", _SHARES, *shared]
    return page("the seeds", *parts)


def _outlets(lookup: Lookup) -> str:
    """Return a table of the publishers of a large edition; what is known of one text stands at its head."""
    found: dict[str, list[Article]] = {}
    for article in lookup.corpus.articles:
        found.setdefault(article.seed.metadata.source or "Not stated", []).append(article)
    rows = ["| Source | Articles | Claims | in other articles too |", "| --- | ---: | ---: | ---: |"]
    for source, articles in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        claims = [claim.id for article in articles for claim in lookup.claims_of_article.get(article.id, ())]
        shared = sum(claim in lookup.matches_of_claim for claim in claims)
        rows.append(f"| {escape(source).replace('|', '&#124;')} | {len(articles):,} | {len(claims):,} | {shared:,} |")
    return page("the seeds", "# Sources", f"{_INTRODUCTION} {_HEADS}", "\n".join(rows))


def _facts(lookup: Lookup, article: Article) -> list[str]:
    stated = article.seed.metadata
    lines = [escape(block.text) for block in article.blocks if block.kind is BlockKind.CREDIT]
    claims = lookup.claims_of_article.get(article.id, ())
    named = sorted({name for claim in claims for name in credits(claim.text)})
    facts = {
        "Article": role(Cite.ARTICLE, article.id),
        "Source": escape(stated.source),
        "Authors": escape("; ".join(stated.authors)),
        "Date": escape(stated.date),
        "Address": escape(stated.url),
        "Rights": escape(stated.rights),
        "Lines of credit": "; ".join(lines),
        "Credits in the text": escape(", ".join(named)),
        "File": f"`{article.seed.file}`",
        "SHA-256": f"`{article.seed.sha256}`",
    }
    return [f"{name}: {value}" for name, value in facts.items() if value]


def _pairs(lookup: Lookup) -> list[tuple[str, str]]:
    """Return the pairs of articles with a match, in corpus order."""
    home = {claim.id: claim.article for claim in lookup.corpus.claims}
    matched = {(home[match.a], home[match.b]) for match in lookup.corpus.matches}
    return [pair for story in lookup.corpus.stories for pair in combinations(story.articles, 2) if pair in matched]


def _pair(lookup: Lookup, one: str, two: str) -> str:
    """Return a table of one pair: a column an article, a row a basis, the share of words in per cent."""
    columns = [_shares(lookup, one, two), _shares(lookup, two, one)]
    heads = " | ".join(escape(lookup.articles[each].label) for each in (one, two))
    rows = [f"| Words of claims | {heads} |", "| --- | ---: | ---: |"]
    for name in (*BASIS.values(), _OWN):
        rows.append(f"| {name} | " + " | ".join(f"{column[name]:.0f} %" for column in columns) + " |")
    return "\n".join(rows)


def _shares(lookup: Lookup, article: str, other: str) -> Mapping[str, float]:
    """Return the share of an article's words by what their agreement with another rests on, in per cent."""
    words = dict.fromkeys((*BASIS.values(), _OWN), 0)
    for claim in lookup.claims_of_article.get(article, ()):
        bases = [match.basis for match in _matches(lookup, claim.id, other)]
        words[BASIS[min(bases, key=list(Basis).index)] if bases else _OWN] += len(claim.text.split())
    total = sum(words.values()) or 1
    return {name: 100 * count / total for name, count in words.items()}


def _matches(lookup: Lookup, claim: str, other: str) -> Sequence[Match]:
    found = lookup.matches_of_claim.get(claim, ())
    return [match for match in found if lookup.claims[match.b if match.a == claim else match.a].article == other]
