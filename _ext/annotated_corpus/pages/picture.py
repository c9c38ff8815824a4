"""The picture of a story: articles as columns of bars, and ribbons between the claims that match."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Match, Relation, Story
from annotated_corpus.pages import words
from annotated_corpus.pages.html import escape
from annotated_corpus.pages.phrases import BASIS, RELATION

_SVG = 'xmlns="http://www.w3.org/2000/svg"'
_HEAD = 18.0
"""Height of the line with the articles' labels; all lengths are in the picture's own units."""
_LEAST, _PER_CHARACTER, _GAP, _BLOCK_GAP = 5.0, 0.045, 1.5, 3.5
_PAIR = (64.0, 200.0)
_MANY = (46.0, 44.0)
"""Width of a column and of the room between two, for two articles and for more."""

_COLOUR = {
    Relation.VERBATIM: "#1f5fa8",
    Relation.NEAR_VERBATIM: "#0b7565",
    Relation.PARAPHRASE: "#9a5800",
    Relation.PARTIAL: "#77498f",
}
"""For readers of e-books that do not know the variables of the style sheet."""

_PATTERN = {
    Relation.VERBATIM: '<rect width="8" height="8" fill="currentColor" fill-opacity=".62"/>',
    Relation.NEAR_VERBATIM: '<rect width="8" height="8" fill="currentColor" fill-opacity=".14"/>'
    '<path d="M-2 6 6 -2M2 10 10 2" stroke="currentColor" stroke-width="2.2"/>',
    Relation.PARAPHRASE: '<rect width="8" height="8" fill="currentColor" fill-opacity=".14"/>'
    '<circle cx="2" cy="2" r="1.3" fill="currentColor"/><circle cx="6" cy="6" r="1.3" fill="currentColor"/>',
    Relation.PARTIAL: '<rect width="8" height="8" fill="currentColor" fill-opacity=".06"/>',
}


@dataclass(frozen=True, slots=True)
class _Bar:
    """Where the bar of a claim is."""

    column: int
    top: float
    height: float


def draw(lookup: Lookup, story: Story) -> str:
    """Return the picture as SVG that can stand in HTML and in an e-book, with its legend as a list."""
    width, room = _PAIR if len(story.articles) == 2 else _MANY
    bars = _bars(lookup, story)
    height = max((bar.top + bar.height for bar in bars.values()), default=_HEAD) + 2
    across = len(story.articles) * (width + room) - room
    matches = [lookup.matches[each] for group in story.groups for each in group.matches]
    found = [each for each in Relation if any(match.relation is each for match in matches)]
    defs = "".join(
        f'<pattern id="{story.id}-{each}" width="8" height="8" patternUnits="userSpaceOnUse"{_coloured(each)}>'
        f"{_PATTERN[each]}</pattern>"
        for each in found
    )
    ribbons = "".join(_ribbons(lookup, story, bars, width, room))
    columns = "".join(_columns(lookup, story, bars, width, room))
    label = words.PICTURE_LABEL
    legend = "".join(
        f'<li><svg {_SVG} width="28" height="14" aria-hidden="true"{_coloured(each, "corpus-swatch")}>'
        f'<rect x=".5" y=".5" width="27" height="13" fill="url(#{story.id}-{each})" stroke="currentColor"'
        f"{_dash(each)}/></svg> {RELATION[each]}</li>"
        for each in found
    )
    many = "" if len(story.articles) == 2 else " corpus-picture-many"
    return (
        f'<div class="corpus-picture-frame{many}" role="group" aria-label="{label}">'
        f'<svg {_SVG} class="corpus-picture" viewBox="0 0 {across:g} {height:.1f}" width="{across:g}"'
        f' height="{height:.0f}">'
        f"<defs>{defs}</defs>{ribbons}{columns}</svg></div>\n"
        f'<ul class="corpus-legend">{legend}</ul>'
    )


def _bars(lookup: Lookup, story: Story) -> dict[str, _Bar]:
    bars: dict[str, _Bar] = {}
    for column, article in enumerate(story.articles):
        top, block = _HEAD, ""
        for claim in lookup.claims_of_article.get(article, ()):
            top += _BLOCK_GAP if claim.block != block else _GAP
            block = claim.block
            height = _LEAST + _PER_CHARACTER * min(len(claim.text), 600)
            bars[claim.id] = _Bar(column, top, height)
            top += height
    return bars


def _columns(lookup: Lookup, story: Story, bars: dict[str, _Bar], width: float, room: float) -> Iterator[str]:
    for column, article in enumerate(story.articles):
        left = column * (width + room)
        label = lookup.articles[article].label
        longest, size = (14, 11) if len(story.articles) == 2 else (11, 9)
        shown = label if len(label) <= longest else label[: longest - 1] + "…"
        yield f'<text x="{left + width / 2:g}" y="11" text-anchor="middle" font-size="{size}">{escape(shown)}</text>'
        for claim in lookup.claims_of_article.get(article, ()):
            bar = bars[claim.id]
            kind = "corpus-bar" if claim.id in lookup.matches_of_claim else "corpus-bar corpus-bar-alone"
            fill = "#6b7076" if kind == "corpus-bar" else "none"
            yield (
                f'<rect class="{kind}" x="{left + 0.5:g}" y="{bar.top:.1f}" width="{width - 1:g}"'
                f' height="{bar.height:.1f}" fill="{fill}" stroke="#6b7076" stroke-width=".8"/>'
            )


def _ribbons(lookup: Lookup, story: Story, bars: dict[str, _Bar], width: float, room: float) -> Iterator[str]:
    """Yield a ribbon for each match of two articles; of a group of more, those between neighbours in it."""
    for group in story.groups:
        for match in _neighbouring(group.claims, [lookup.matches[each] for each in group.matches], bars):
            one, two = sorted((bars[match.a], bars[match.b]), key=lambda bar: bar.column)
            left, right = one.column * (width + room) + width, two.column * (width + room)
            middle = (left + right) / 2
            one_end, two_end = one.top + one.height, two.top + two.height
            path = (
                f"M{left:g} {one.top:.1f}C{middle:g} {one.top:.1f} {middle:g} {two.top:.1f} {right:g} {two.top:.1f}"
                f"V{two_end:.1f}C{middle:g} {two_end:.1f} {middle:g} {one_end:.1f} {left:g} {one_end:.1f}Z"
            )
            names = " and ".join(_name(lookup, each) for each in (match.a, match.b))
            title = escape(f"{names}. {RELATION[match.relation]}: {BASIS[match.basis]}")
            yield (
                f'<a href="#{match.id}"{_coloured(match.relation, "corpus-ribbon")}>'
                f'<title>{title}</title><path d="{path}" fill="url(#{story.id}-{match.relation})" stroke="currentColor"'
                f' stroke-width=".9"{_dash(match.relation)}/></a>'
            )


def _neighbouring(claims: Sequence[str], matches: Sequence[Match], bars: dict[str, _Bar]) -> list[Match]:
    columns = sorted({bars[each].column for each in claims})
    after = dict(pairwise(columns))
    found = []
    for match in matches:
        low, high = sorted((bars[match.a].column, bars[match.b].column))
        if after.get(low) == high:
            found.append(match)
    return found or list(matches)


def _name(lookup: Lookup, claim_id: str) -> str:
    claim = lookup.claims[claim_id]
    words = claim.text if len(claim.text) <= 60 else claim.text[:60].rsplit(" ", 1)[0] + "…"
    return f"{lookup.articles[claim.article].label}: “{words}”"


def _dash(relation: Relation) -> str:
    return ' stroke-dasharray="4 2.5"' if relation is Relation.PARTIAL else ""


def _coloured(relation: Relation, class_: str = "") -> str:
    return f' class="{f"{class_} corpus-is-{relation}".strip()}" color="{_COLOUR[relation]}"'
