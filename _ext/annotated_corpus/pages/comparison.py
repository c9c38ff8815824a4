"""The comparison of a story: its articles as a picture, and their claims side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from annotated_corpus.claims.wording import differing, replaced
from annotated_corpus.edition import Lookup
from annotated_corpus.model import Basis, Claim, DifferenceKind, Match, Relation, Span, Story
from annotated_corpus.pages.excerpt import OMITTED, shown_claim
from annotated_corpus.pages.frame import directive, page, toctree
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.markdown import Mark, escape, line, marked, role
from annotated_corpus.pages.phrases import BASIS, BASIS_MEANING, DIFFERENCE, agreement, count, groups, sides
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


def comparison_names(lookup: Lookup) -> Mapping[str, str]:
    """Return the page name of each story's comparison by story id: the only one is ``comparison``."""
    stories = lookup.corpus.stories
    if len(stories) == 1 and not is_large(lookup.corpus):
        return {stories[0].id: "comparison"}
    return {story.id: f"comparison-{story.id.removeprefix('story-')}" for story in stories}


def comparison_pages(lookup: Lookup) -> dict[str, str]:
    """Return the comparison pages by name: one a story, and an overview unless there is just one."""
    names = comparison_names(lookup)
    pages = {f"{names[story.id]}.md": _story_page(lookup, story) for story in lookup.corpus.stories}
    if "comparison" not in names.values():
        pages["comparison.md"] = _overview(lookup, names)
    return pages


def _overview(lookup: Lookup, names: Mapping[str, str]) -> str:
    if not names:
        return page("the seeds", "# Comparison", "No two articles of this edition make the same claim.")
    stories: Sequence[Story] = lookup.corpus.stories
    words = "Articles that tell one story are compared on one page."
    if is_large(lookup.corpus):
        # Sorting keeps the order of the corpus among equals.
        stories = sorted(stories, key=lambda story: (-len(story.articles), -len(story.groups)))[:_SHOWN]
        words += " The largest stories are listed here; all stand in {doc}`the lists by date <index>`."
    rows = [f"- {{doc}}`{_title(lookup, story)} <{names[story.id]}>`: {groups(len(story.groups))}" for story in stories]
    pages = "" if is_large(lookup.corpus) else toctree(names.values())
    return page("the seeds", "# Comparison", words, "\n".join(rows), pages)


def _title(lookup: Lookup, story: Story) -> str:
    labels = [lookup.articles[each].label for each in story.articles]
    return (
        " and ".join([", ".join(labels[:-1]), labels[-1]])
        if len(labels) < 5
        else f"{labels[0]} and {len(labels) - 1} others"
    )


def _story_page(lookup: Lookup, story: Story) -> str:
    heading = "# Comparison" if len(lookup.corpus.stories) == 1 else f"# {escape(_title(lookup, story))}"
    articles = ", ".join(role("corpus:article", each) for each in story.articles)
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
    parts += [_row(lookup, row, columns) for row in rows]
    return page("the seeds", *parts)


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
    matches = [lookup.matches[each] for each in row.matches]
    places = {"places": " ".join(map(str, row.places))}
    if row.alone:
        ((article, claims),) = row.cells.items()
        column = {"column": str(columns[article])}
        return directive("corpus:row", article, _alone(lookup, article, claims), {**column, **places})
    sides_ = [
        directive("corpus:side", article, _side(lookup, claims, matches), {"column": str(columns[article])})
        for article, claims in row.cells.items()
    ]
    options = {
        "relations": " ".join(each for each in Relation if any(match.relation is each for match in matches)),
        "bases": " ".join(each for each in Basis if any(match.basis is each for match in matches)),
        **places,
    }
    return directive("corpus:row", "", "\n\n".join([*sides_, *_verdicts(lookup, matches)]), options)


def _alone(lookup: Lookup, article: str, claims: Iterable[Claim]) -> str:
    """Return what only one article says between two rows."""
    said = "\n".join(
        f"- {role('corpus:claim', claim.id)}: {escape(claim.text if shown_claim(lookup, claim) else OMITTED)}"
        for claim in claims
    )
    return f"Only in {escape(lookup.articles[article].label)}\n\n{said}"


def _side(lookup: Lookup, claims: Iterable[Claim], matches: Sequence[Match]) -> str:
    """Return what one article says in a row, with the words that its closest match does not have."""
    return "\n\n".join(_wording(lookup, claim, matches) for claim in claims)


def _wording(lookup: Lookup, claim: Claim, matches: Iterable[Match]) -> str:
    best = max(
        (match for match in matches if claim.id in (match.a, match.b)), key=lambda match: (match.score, match.id)
    )
    other = lookup.claims[best.b if claim.id == best.a else best.a]
    own = _differing(claim.text, other.text)
    marks = [Mark(Span(claim.start + span.start, claim.start + span.end), "corpus:diff") for span in own]
    words = line(marked(claim.text, claim.start, marks))
    said = f", said by {escape(claim.speaker)}" if claim.speaker else ""
    return f"{role('corpus:claim', claim.id)}{said}\n\n> {words}"


def _differing(text: str, other: str) -> list[Span]:
    """Return the words of a text to mark: with what the other has in their place both or neither are marked."""
    pairs = replaced(text, other)
    ours, theirs = [mine for mine, _ in pairs], [yours for _, yours in pairs]
    marked_ = [] if _too_much(ours, text) or _too_much(theirs, other) else ours
    more = [span for span in differing(text, other)[0] if span not in ours]
    return marked_ if _too_much([*marked_, *more], text) else sorted([*marked_, *more])


def _too_much(spans: Iterable[Span], text: str) -> bool:
    return sum(span.end - span.start for span in spans) > _TOO_MUCH * len(text)


def _verdicts(lookup: Lookup, matches: Sequence[Match]) -> list[str]:
    """Return what there is to say about the matches of a row, folded where there are many.

    A link into what is folded opens it in no browser without a script, so the targets stand outside.
    """
    if len(matches) <= _FOLDED:
        return ["\n".join(f"- {role('corpus:match', match.id)}{_verdict(lookup, match, matches)}" for match in matches)]
    found = [each for each in Basis if any(match.basis is each for match in matches)]
    targets = "".join(role("corpus:match", match.id) for match in matches)
    bases = ", ".join(f"{BASIS[each]} {sum(match.basis is each for match in matches)}" for each in found)
    details = "\n".join(f"- {_verdict(lookup, match, matches)}" for match in matches)
    return [
        f"{targets}{len(matches)} matches: {bases}.",
        directive("corpus:folded", "What each match rests on", details),
    ]


def _verdict(lookup: Lookup, match: Match, matches: Sequence[Match]) -> str:
    between = f"{role('corpus:claim', match.a)} and {role('corpus:claim', match.b)}: " if len(matches) > 1 else ""
    meaning = f" {BASIS_MEANING[match.basis]}" if len(matches) <= _FOLDED else ""
    words = f"{between}**{agreement(match)}.**{meaning}"
    said = []
    for difference in match.differences:
        if difference.kind is DifferenceKind.DETAIL:
            continue  # marked in the wordings above
        a, b = sides(lookup, match, difference)
        first, second = (f"“{escape(each)}”" if each else "nothing" for each in (a, b))
        said.append(f"{DIFFERENCE[difference.kind]}: {first} against {second}")
    words += f" They differ in {'; '.join(dict.fromkeys(said))}." if said else ""
    return words + (
        " Settled by an editor." if match.decided else f" Probability that this is a match: {match.score:.2f}."
    )


def relations_of(story: Story, lookup: Lookup) -> tuple[Relation, ...]:
    """Return the relations that occur in a story, closest first."""
    found = {lookup.matches[each].relation for group in story.groups for each in group.matches}
    return tuple(each for each in Relation if each in found)


def bases_of(story: Story, lookup: Lookup) -> tuple[Basis, ...]:
    """Return the bases that occur in a story, least independent first."""
    found = {lookup.matches[each].basis for group in story.groups for each in group.matches}
    return tuple(each for each in Basis if each in found)
