"""The comparison of a story: its articles as a picture, and their claims side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from annotated_corpus.claims.findings.attributions import says_what_is_shared
from annotated_corpus.claims.findings.registry import kind
from annotated_corpus.edition import Lookup
from annotated_corpus.language.words import unshared
from annotated_corpus.model import Basis, Claim, Match, Relation, Story
from annotated_corpus.pages import words
from annotated_corpus.pages.excerpt import OMITTED, shown_claim
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markup import rows as markup
from annotated_corpus.pages.markup.directives import directive, page, toctree
from annotated_corpus.pages.markup.inline import cut, escape, role
from annotated_corpus.pages.markup.names import Cite, Directive
from annotated_corpus.pages.phrases import BASIS, BASIS_MEANING, agreement, count, groups, sides
from annotated_corpus.pages.synopsis import Row, synopsis

_SHOWN = 50
"""The overview of a large edition names this many stories; the lists by date name all."""
_MOST_COLUMNS = 24
"""With more articles than this a picture shows nothing any more."""
_TOO_MUCH = 0.6
"""Where more of a claim than this share differs, marks would hide the words instead of showing the difference."""
_FOLDED = 3
"""More matches of one row than this are folded away: twelve articles can have 66."""


def comparison_name(lookup: Lookup, story: Story) -> str:
    """Return the page name of a story's comparison: the only one is ``comparison``."""
    if len(lookup.corpus.stories) == 1 and not is_large(lookup.corpus):
        return "comparison"
    return f"comparison-{story.id.removeprefix('story-')}"


def comparison_pages(lookup: Lookup) -> dict[str, str]:
    """Return the comparison pages by name: one a story, and an overview unless there is just one."""
    pages = {f"{comparison_name(lookup, story)}.md": _story_page(lookup, story) for story in lookup.corpus.stories}
    if "comparison.md" not in pages:
        pages["comparison.md"] = _overview(lookup)
    return pages


def _overview(lookup: Lookup) -> str:
    if not lookup.corpus.stories:
        return page(words.SEEDS, f"# {words.COMPARISON_TITLE}", words.COMPARISON_NONE)
    stories: Sequence[Story] = lookup.corpus.stories
    told = words.COMPARISON_OVERVIEW
    if is_large(lookup.corpus):
        # Sorting keeps the order of the corpus among equals.
        stories = sorted(stories, key=lambda story: (-len(story.articles), -len(story.groups)))[:_SHOWN]
        told += f" {words.COMPARISON_LARGEST}"
    rows = [
        f"- {{doc}}`{_title(lookup, story)} <{comparison_name(lookup, story)}>`: {groups(len(story.groups))}"
        for story in stories
    ]
    pages = "" if is_large(lookup.corpus) else toctree(comparison_name(lookup, story) for story in stories)
    return page(words.SEEDS, f"# {words.COMPARISON_TITLE}", told, "\n".join(rows), pages)


def _title(lookup: Lookup, story: Story) -> str:
    labels = [lookup.articles[each].label for each in story.articles]
    return (
        " and ".join([", ".join(labels[:-1]), labels[-1]])
        if len(labels) < 5
        else words.OTHERS.format(first=labels[0], number=len(labels) - 1)
    )


def told_apart(lookup: Lookup, story: Story, shown: Iterable[str]) -> list[str]:
    """Return links to articles of a story; those that share their title with another of it have their label as well."""
    titles = Counter(lookup.articles[each].title for each in story.articles)
    return [
        role(Cite.ARTICLE, each.id) + (f" ({escape(each.label)})" if titles[each.title] > 1 else "")
        for each in map(lookup.articles.__getitem__, shown)
    ]


def _story_page(lookup: Lookup, story: Story) -> str:
    heading = f"# {words.COMPARISON_TITLE}" if len(lookup.corpus.stories) == 1 else f"# {escape(_title(lookup, story))}"
    articles = ", ".join(told_apart(lookup, story, story.articles))
    rows = synopsis(lookup, story)
    parts = [
        heading,
        f"{words.COMPARISON}\n\n{words.COMPARED.format(articles=articles)}",
        directive(Directive.PICTURE, story.id, words.PICTURE) if len(story.articles) <= _MOST_COLUMNS else "",
        # In one long page of the whole edition, headings must not share an anchor.
        f"## {words.ROWS_TITLE}"
        if len(lookup.corpus.stories) == 1
        else f"## {words.ROWS_TITLE_OF.format(title=escape(_title(lookup, story)))}",
        _summary(lookup, story, rows),
        directive(Directive.CONTROLS, story.id),
        words.NOT_FOUND_MEANS,
    ]
    columns = {article: number for number, article in enumerate(story.articles, 1)}
    return page(words.SEEDS, *parts, markup.write(_row(lookup, row, columns) for row in rows))


def _summary(lookup: Lookup, story: Story, rows: Sequence[Row]) -> str:
    """Return in sentences how much is common and how much is not: the two add up to the claims of each article."""
    shared = groups(sum(not row.alone for row in rows))
    matched, alone = (_claims(lookup, story, [row for row in rows if row.alone is each]) for each in (False, True))
    return words.SUMMARY.format(shared=shared, matched=matched, alone=alone or words.NONE)


def _claims(lookup: Lookup, story: Story, rows: Sequence[Row]) -> str:
    """Return how many claims of each article stand in these rows: "15 claims of Reuters, 14 of Globe"."""
    said: list[str] = []
    for article in story.articles:
        if number := sum(len(row.cells.get(article, ())) for row in rows):
            label = escape(lookup.articles[article].label)
            shown = f"{number:,}" if said else count(number, "claim")
            said.append(words.CLAIMS_OF.format(number=shown, article=label))
    return ", ".join(said)


def _row(lookup: Lookup, row: Row, columns: Mapping[str, int]) -> markup.Row:
    """Return a row: what it is sorted by, what each article says, and what there is to say about the matches."""
    matches = [lookup.matches[each] for each in row.matches]
    claims = [claim for cell in row.cells.values() for claim in cell]
    made = markup.Row(
        columns=tuple(str(columns[article]) for article in row.cells),
        relations=tuple(each for each in Relation if any(match.relation is each for match in matches)),
        bases=tuple(each for each in Basis if any(match.basis is each for match in matches)),
        places=tuple(map(str, row.places)),
    )
    if row.alone:
        (article,) = row.cells
        caption = _not_found(lookup, article)
        return replace(made, caption=caption, said=tuple(_alone(lookup, claim) for claim in claims))
    return replace(
        made,
        folded=_tally(matches) if len(matches) > _FOLDED else "",
        said=tuple(_wording(lookup, claim, claims, matches) for claim in claims),
        verdicts=tuple(_verdict(lookup, match, matches) for match in matches),
    )


def _not_found(lookup: Lookup, article: str) -> str:
    """Return what stands above claims of an article that match none: of two articles, the other one is named."""
    others = [each for each in lookup.story_of_article[article].articles if each != article]
    where = lookup.articles[others[0]].label if len(others) == 1 else words.OTHER_ARTICLES
    return words.NOT_FOUND.format(where=where)


def _alone(lookup: Lookup, claim: Claim) -> markup.Said:
    """Return a claim for which no match was found, with the one that comes nearest."""
    shown = claim.text if shown_claim(lookup, claim) else OMITTED
    return markup.Said(claim.id, "", cut(shown, ()), lookup.near_of_claim.get(claim.id, ""))


def _wording(lookup: Lookup, claim: Claim, claims: Iterable[Claim], matches: Iterable[Match]) -> markup.Said:
    """Return what an article says in a row, with the words that no other article has there in italics.

    A reader takes what is not marked for the same: all such words are marked, or none, and it is said that all differ.
    """
    others = [other.text for other in claims if other.article != claim.article]
    spans = unshared(claim.text, others)
    throughout = sum(span.end - span.start for span in spans) > _TOO_MUCH * len(claim.text)
    counterparts = [
        lookup.claims[each.b if claim.id == each.a else each.a] for each in matches if claim.id in (each.a, each.b)
    ]
    speaker = claim.speaker if any(says_what_is_shared(claim, other) for other in counterparts) else None
    stretches = cut(claim.text, () if throughout else spans)
    return markup.Said(claim.id, speaker or "", stretches, throughout=throughout)


def _tally(matches: Sequence[Match]) -> str:
    """Return what stands for many matches while they are folded away."""
    found = [each for each in Basis if any(match.basis is each for match in matches)]
    bases = ", ".join(f"{BASIS[each]} {sum(match.basis is each for match in matches)}" for each in found)
    return words.MATCHES.format(number=len(matches), bases=bases)


def _verdict(lookup: Lookup, match: Match, matches: Sequence[Match]) -> markup.Verdict:
    said = []
    for difference in match.differences:
        if kind(difference.kind).minor:
            continue  # marked in the wordings above
        a, b = sides(lookup, match, difference)
        phrase = kind(difference.kind).phrase
        both = words.AGAINST.format(kind=phrase, a=a, b=b)
        said.append(both if a and b else words.ONE_ONLY.format(kind=phrase, words=a or b))
    told = f" {BASIS_MEANING[match.basis]}" if len(matches) <= _FOLDED else ""
    told += f" {words.DIFFER.format(particulars='; '.join(dict.fromkeys(said)))}" if said else ""
    if sure := words.SETTLED if match.decided else _likely(match.score):
        told += f" {sure}"
    between = (match.a, match.b) if len(matches) > 1 else ()
    return markup.Verdict(match.id, between, f"{agreement(match)}.", told)


def _likely(score: float) -> str:
    """Return in words how sure a match is, empty where it is as good as certain."""
    return "" if score >= words.SURE else next(said for least, said in words.LIKELY if score >= least)


def relations_of(story: Story, lookup: Lookup) -> tuple[Relation, ...]:
    """Return the relations that occur in a story, closest first."""
    found = {lookup.matches[each].relation for group in story.groups for each in group.matches}
    return tuple(each for each in Relation if each in found)


def bases_of(story: Story, lookup: Lookup) -> tuple[Basis, ...]:
    """Return the bases that occur in a story, least independent first."""
    found = {lookup.matches[each].basis for group in story.groups for each in group.matches}
    return tuple(each for each in Basis if each in found)
