"""The comparison of a story: its articles as a picture, and their claims side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from annotated_corpus.claims.findings.registry import kind
from annotated_corpus.edition import Lookup
from annotated_corpus.language.words import differing, replaced
from annotated_corpus.model import Basis, Claim, Match, Relation, Span, Story
from annotated_corpus.pages.excerpt import OMITTED, shown_claim
from annotated_corpus.pages.frame import directive, page, toctree
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markdown import emphasized, escape, role
from annotated_corpus.pages.phrases import BASIS, BASIS_MEANING, agreement, count, groups, sides
from annotated_corpus.pages.synopsis import Row, synopsis

INTRODUCTION = (
    "Claims that match stand side by side, *the words that differ in italics*; what only one article says stands in "
    "its place between them. Agreement is not proof: each match says what it rests on."
)
PICTURE = (
    "Each bar is a claim, from the top of its article to the end; "
    "each ribbon joins claims that match and leads to them."
)
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
        return page("the seeds", "# Comparison", "No two articles of this edition make the same claim.")
    stories: Sequence[Story] = lookup.corpus.stories
    words = "Articles that tell one story are compared on one page."
    if is_large(lookup.corpus):
        # Sorting keeps the order of the corpus among equals.
        stories = sorted(stories, key=lambda story: (-len(story.articles), -len(story.groups)))[:_SHOWN]
        words += " The largest stories are listed here; all stand in {doc}`the lists by date <index>`."
    rows = [
        f"- {{doc}}`{_title(lookup, story)} <{comparison_name(lookup, story)}>`: {groups(len(story.groups))}"
        for story in stories
    ]
    pages = "" if is_large(lookup.corpus) else toctree(comparison_name(lookup, story) for story in stories)
    return page("the seeds", "# Comparison", words, "\n".join(rows), pages)


def _title(lookup: Lookup, story: Story) -> str:
    labels = [lookup.articles[each].label for each in story.articles]
    return (
        " and ".join([", ".join(labels[:-1]), labels[-1]])
        if len(labels) < 5
        else f"{labels[0]} and {len(labels) - 1} others"
    )


def told_apart(lookup: Lookup, story: Story, shown: Iterable[str]) -> list[str]:
    """Return links to articles of a story; those that share their title with another of it have their label as well."""
    titles = Counter(lookup.articles[each].title for each in story.articles)
    return [
        role("corpus:article", each.id) + (f" ({escape(each.label)})" if titles[each.title] > 1 else "")
        for each in map(lookup.articles.__getitem__, shown)
    ]


def _story_page(lookup: Lookup, story: Story) -> str:
    heading = "# Comparison" if len(lookup.corpus.stories) == 1 else f"# {escape(_title(lookup, story))}"
    articles = ", ".join(told_apart(lookup, story, story.articles))
    rows = synopsis(lookup, story)
    parts = [
        heading,
        f"{INTRODUCTION}\n\nThe articles: {articles}.",
        directive("corpus:picture", story.id, PICTURE) if len(story.articles) <= _MOST_COLUMNS else "",
        # In one long page of the whole edition, headings must not share an anchor.
        "## Side by side" if len(lookup.corpus.stories) == 1 else f"## {escape(_title(lookup, story))}, side by side",
        _summary(lookup, story, rows),
        directive("corpus:controls", story.id),
    ]
    columns = {article: number for number, article in enumerate(story.articles, 1)}
    lines = "\n\n".join(_row(lookup, row, columns) for row in rows)
    return page("the seeds", *parts, directive("corpus:rows", "", lines))


def _summary(lookup: Lookup, story: Story, rows: Sequence[Row]) -> str:
    """Return in sentences how much is common and how much is not: the two add up to the claims of each article."""
    shared = groups(sum(not row.alone for row in rows))
    matched, alone = (_claims(lookup, story, [row for row in rows if row.alone is each]) for each in (False, True))
    return f"{shared}: {matched}. In one article only: {alone or 'none'}."


def _claims(lookup: Lookup, story: Story, rows: Sequence[Row]) -> str:
    """Return how many claims of each article stand in these rows: "15 claims of Reuters, 14 of Globe"."""
    said: list[str] = []
    for article in story.articles:
        if number := sum(len(row.cells.get(article, ())) for row in rows):
            label = escape(lookup.articles[article].label)
            said.append(f"{number:,} of {label}" if said else f"{count(number, 'claim')} of {label}")
    return ", ".join(said)


def _row(lookup: Lookup, row: Row, columns: Mapping[str, int]) -> str:
    """Return a row: what it is sorted by, what each article says, and what there is to say about the matches."""
    matches = [lookup.matches[each] for each in row.matches]
    head = {
        "columns": " ".join(str(columns[article]) for article in row.cells),
        "relations": " ".join(each for each in Relation if any(match.relation is each for match in matches)),
        "bases": " ".join(each for each in Basis if any(match.basis is each for match in matches)),
        "places": " ".join(map(str, row.places)),
    }
    lines = [f"= {'; '.join(f'{name} {value}' for name, value in head.items() if value)}"]
    claims = [claim for cell in row.cells.values() for claim in cell]
    if row.alone:
        (article,) = row.cells
        lines += [f"Only in {escape(lookup.articles[article].label)}", *(_alone(lookup, claim) for claim in claims)]
    else:
        lines += [f"+ {_tally(matches)}"] if len(matches) > _FOLDED else []
        lines += [_wording(lookup, claim, matches) for claim in claims]
        lines += [_verdict(lookup, match, matches) for match in matches]
    return "\n".join(lines)


def _alone(lookup: Lookup, claim: Claim) -> str:
    """Return what only one article says between two rows."""
    return _item(f"- {claim.id}", emphasized(claim.text if shown_claim(lookup, claim) else OMITTED, ()))


def _wording(lookup: Lookup, claim: Claim, matches: Iterable[Match]) -> str:
    """Return what an article says in a row, with the words that its closest match does not have in italics."""
    best = max(
        (match for match in matches if claim.id in (match.a, match.b)), key=lambda match: (match.score, match.id)
    )
    other = lookup.claims[best.b if claim.id == best.a else best.a]
    said = f", said by {escape(claim.speaker)}" if claim.speaker else ""
    return _item(f"- {claim.id}{said}", emphasized(claim.text, _differing(claim.text, other.text)))


def _item(head: str, words: str) -> str:
    return f"{head}\n  {words}"


def _differing(text: str, other: str) -> list[Span]:
    """Return the words of a text to mark: with what the other has in their place both or neither are marked."""
    pairs = replaced(text, other)
    ours, theirs = [mine for mine, _ in pairs], [yours for _, yours in pairs]
    marked_ = [] if _too_much(ours, text) or _too_much(theirs, other) else ours
    more = [span for span in differing(text, other)[0] if span not in ours]
    return marked_ if _too_much([*marked_, *more], text) else sorted([*marked_, *more])


def _too_much(spans: Iterable[Span], text: str) -> bool:
    return sum(span.end - span.start for span in spans) > _TOO_MUCH * len(text)


def _tally(matches: Sequence[Match]) -> str:
    """Return what stands for many matches while they are folded away."""
    found = [each for each in Basis if any(match.basis is each for match in matches)]
    bases = ", ".join(f"{BASIS[each]} {sum(match.basis is each for match in matches)}" for each in found)
    return f"{len(matches)} matches: {bases}."


def _verdict(lookup: Lookup, match: Match, matches: Sequence[Match]) -> str:
    between = f": {match.a} {match.b}" if len(matches) > 1 else ""
    meaning = f" {BASIS_MEANING[match.basis]}" if len(matches) <= _FOLDED else ""
    words = f"**{agreement(match)}.**{meaning}"
    said = []
    for difference in match.differences:
        if kind(difference.kind).minor:
            continue  # marked in the wordings above
        a, b = sides(lookup, match, difference)
        first, second = (f"“{escape(each)}”" if each else "nothing" for each in (a, b))
        said.append(f"{kind(difference.kind).phrase}: {first} against {second}")
    words += f" They differ in {'; '.join(dict.fromkeys(said))}." if said else ""
    words += " Settled by an editor." if match.decided else f" Probability that this is a match: {match.score:.2f}."
    return _item(f"* {match.id}{between}", words)


def relations_of(story: Story, lookup: Lookup) -> tuple[Relation, ...]:
    """Return the relations that occur in a story, closest first."""
    found = {lookup.matches[each].relation for group in story.groups for each in group.matches}
    return tuple(each for each in Relation if each in found)


def bases_of(story: Story, lookup: Lookup) -> tuple[Basis, ...]:
    """Return the bases that occur in a story, least independent first."""
    found = {lookup.matches[each].basis for group in story.groups for each in group.matches}
    return tuple(each for each in Basis if each in found)
