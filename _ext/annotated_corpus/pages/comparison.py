"""The comparison of a story: what its articles all say, each in its own words, and what only one says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from annotated_corpus.claims.wording import differing
from annotated_corpus.edition import Lookup
from annotated_corpus.model import Claim, Group, Match, Span, Story
from annotated_corpus.pages.frame import directive, page
from annotated_corpus.pages.markdown import Mark, escape, marked, role
from annotated_corpus.pages.phrases import BASIS_MEANING, DIFFERENCE, agreement, count, sides

INTRODUCTION = (
    "Claims that match, side by side: *the words that differ are in italics*. Agreement is not proof. Each match "
    "says what it rests on, for two articles that print the same text or quote the same words are not two witnesses."
)


def comparison_names(lookup: Lookup) -> Mapping[str, str]:
    """Return the page name of each story's comparison by story id: the only one is ``comparison``."""
    stories = lookup.corpus.stories
    if len(stories) == 1:
        return {stories[0].id: "comparison"}
    return {story.id: f"comparison-{story.id.removeprefix('story-')}" for story in stories}


def comparison_pages(lookup: Lookup) -> dict[str, str]:
    """Return the comparison pages by name: one a story, and an overview unless there is just one."""
    names = comparison_names(lookup)
    pages = {f"{names[story.id]}.md": _story_page(lookup, story) for story in lookup.corpus.stories}
    if len(names) != 1:
        pages["comparison.md"] = _overview(lookup, names)
    return pages


def _overview(lookup: Lookup, names: Mapping[str, str]) -> str:
    if not names:
        return page("seeds/", "# Comparison", "No two articles of this edition make the same claim.")
    rows = [
        f"- {{doc}}`{_title(lookup, story)} <{names[story.id]}>`: {count(len(story.groups), 'common claim')}"
        for story in lookup.corpus.stories
    ]
    toctree = directive("toctree", "", "\n".join(names.values()), {"hidden": "true"})
    return page(
        "seeds/", "# Comparison", "Articles that tell one story are compared on one page.", "\n".join(rows), toctree
    )


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
    parts = [heading, f"{INTRODUCTION}\n\nThe articles: {articles}.", "## What they have in common"]
    parts += [_group(lookup, group) for group in story.groups]
    for each in story.articles:
        alone = [claim for claim in lookup.claims_of_article.get(each, ()) if claim.id not in lookup.matches_of_claim]
        parts.append(f"## Only in {escape(lookup.articles[each].label)}")
        parts.append(_only(lookup, alone) if alone else "Nothing: every claim of this article is made by another.")
    return page("seeds/", *parts)


def _group(lookup: Lookup, group: Group) -> str:
    """Return one row: the wordings of a group side by side, then a line on each of its matches."""
    matches = [lookup.matches[each] for each in group.matches]
    cells = [
        directive("grid-item", "", _cell(lookup, lookup.claims[each], matches), {"class": "corpus-wording"})
        for each in group.claims
    ]
    grid = directive("grid", "1 1 2 2", "\n\n".join(cells), {"gutter": "3", "class-container": "corpus-row"})
    return f"{grid}\n\n" + "\n".join(f"- {_line(lookup, match)}" for match in matches)


def _cell(lookup: Lookup, claim: Claim, matches: Iterable[Match]) -> str:
    """Return one wording with the words that its closest match does not have."""
    best = max(
        (match for match in matches if claim.id in (match.a, match.b)), key=lambda match: (match.score, match.id)
    )
    other = lookup.claims[best.b if claim.id == best.a else best.a]
    own, _ = differing(claim.text, other.text)
    marks = [Mark(Span(claim.start + span.start, claim.start + span.end), "corpus:diff") for span in own]
    words = marked(claim.text, claim.start, marks)
    said = f" Said by {escape(claim.speaker)}." if claim.speaker else ""
    return f"{role('corpus:claim', claim.id)}.{said}\n\n> {words}"


def _line(lookup: Lookup, match: Match) -> str:
    label = role("corpus:match", match.id)
    words = f"{label} {role('corpus:claim', match.a)} and {role('corpus:claim', match.b)}. **{agreement(match)}.** "
    words += BASIS_MEANING[match.basis]
    said = []
    for difference in match.differences:
        a, b = sides(lookup, match, difference)
        first, second = (f"“{escape(each)}”" if each else "nothing" for each in (a, b))
        said.append(f"{DIFFERENCE[difference.kind]}: {first} against {second}")
    words += f" They differ in {'; '.join(dict.fromkeys(said))}." if said else ""
    return words + (" Settled by an editor." if match.decided else f" Probability {match.score:.2f}.")


def _only(lookup: Lookup, claims: Iterable[Claim]) -> str:
    return "\n".join(f"- {role('corpus:claim', claim.id)}: {escape(claim.text)}" for claim in claims)
