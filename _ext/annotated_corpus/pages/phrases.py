"""Say in words what a match is, for readers who never saw a score."""

from __future__ import annotations

import re

from annotated_corpus.edition import Lookup
from annotated_corpus.language.en.calendar import MONTHS
from annotated_corpus.model import Basis, BlockKind, Difference, Match, Relation

RELATION = {
    Relation.VERBATIM: "Word for word",
    Relation.NEAR_VERBATIM: "Almost word for word",
    Relation.PARAPHRASE: "Same claim in other words",
    Relation.PARTIAL: "Shared in part",
}
BASIS = {
    Basis.COPIED_PROSE: "copied prose",
    Basis.SHARED_QUOTATION: "the same quotation",
    Basis.SAME_SOURCE: "the same source credited",
    Basis.INDEPENDENT: "independent wording",
}
BASIS_MEANING = {
    Basis.COPIED_PROSE: "One text, printed twice: the two articles do not corroborate each other here.",
    Basis.SHARED_QUOTATION: "Both quote the same words: they agree on what was said, not on whether it is so.",
    Basis.SAME_SOURCE: "Both credit the same source, or come from it: this is one source, not two.",
    Basis.INDEPENDENT: "Each article says it in words of its own.",
}
BLOCK = {
    BlockKind.TITLE: "headline",
    BlockKind.HIGHLIGHT: "highlight",
    BlockKind.CAPTION: "caption",
    BlockKind.PARAGRAPH: "¶",
    BlockKind.CREDIT: "credit",
    BlockKind.FURNITURE: "furniture",
}


def date_in_words(date: str) -> str:
    """Return an ISO date as readers write it ("2 December 2021"), anything else as it is."""
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", date)
    if not found or not 1 <= int(found[2]) <= len(MONTHS):
        return date
    month = f"{MONTHS[int(found[2]) - 1]} {found[1]}"
    return f"{int(found[3])} {month}" if found[3] else month


def count(number: int, one: str, many: str = "") -> str:
    """Return "1 match", "2 matches": ``many`` is ``one`` with an s where it is not given."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def groups(number: int) -> str:
    """Return "1 group of matching claims", "12 groups of matching claims"."""
    return count(number, "group of matching claims", "groups of matching claims")


def agreement(match: Match) -> str:
    """Return relation and basis as readers see them: "Word for word: copied prose"."""
    return f"{RELATION[match.relation]}: {BASIS[match.basis]}"


def sides(lookup: Lookup, match: Match, difference: Difference) -> tuple[str, str]:
    """Return the words in which a match differs, those of ``a`` first, empty where a side has none."""
    home_a, home_b = lookup.claims[match.a].article, lookup.claims[match.b].article
    return (
        lookup.words(home_a, difference.a) if difference.a else "",
        lookup.words(home_b, difference.b) if difference.b else "",
    )
