"""Which dates of two claims are of one act: the day on which it was said is not the day on which it was done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from annotated_corpus.claims.comparison.context import SAYING, Context, common_to_both, context
from annotated_corpus.claims.comparison.dates import against, agree, apart
from annotated_corpus.language.en.dates import Date
from annotated_corpus.language.en.speech import Takes, verbs
from annotated_corpus.model import Span

_REACHES = (2, 4)
"""An act is told by so many words of matter on either side of its date: by the nearest, or if need be by more."""
_MANY = 40
"""A claim of more dates is a table."""
_SHARE = 0.6
"""So much of the shorter of two descriptions is in the other where they are of one act."""
_MONTH = 27
"""The shortest month has a day more between its first and its last."""
_NOUN_REACH = 2
_POSSESSIVE = re.compile(r"['’]s? ")
_DETERMINED = re.compile(r"\b(?:the|an?|his|her|its|their|this|that|every|each|[\w-]+['’]s) $", re.IGNORECASE)
_ADVERBIAL = re.compile(
    r"\b(?:in|on|since|by|of|from|until|till|after|before|during|late|early|around|about|for) (?:the )?$", re.IGNORECASE
)
_PREPOSED = re.compile(r"^(?:in|since|by|last|next|this|earlier|later|late|early|yesterday|today) ?", re.IGNORECASE)


class Act(NamedTuple):
    """What a date is the day of: whether of a statement, or of a noun, and the words that tell what it is.

    These are its terms for each of :data:`_REACHES`.
    """

    said: bool
    of_noun: bool
    terms: tuple[frozenset[str], ...]


def act(text: str, each: Date) -> Act:
    """Return what a date of a claim is the day of.

    Example:
        "announced Sunday that he leaves on January 1": Sunday is the day of a statement, January 1 of "leaves".
    """
    span = each.span
    beside = context(text, span)
    if _is_attribute(text, span):
        noun = frozenset(one.term for one in beside.right[:_NOUN_REACH])
        return Act(False, True, (noun,) * len(_REACHES))
    if not beside.left and not beside.right:
        span = _with_clause(text, span)
        beside = context(text, span)
    return Act(_is_statement(text, beside), False, tuple(beside.terms(reach) - SAYING for reach in _REACHES))


def _with_clause(text: str, span: Span) -> Span:
    """Return a date that marks part from its clause with the mark: "On Monday, the dam burst"."""
    after = re.compile(r"[,:]\s").match(text, span.end)
    if after and not text[: span.start].strip(' “"').removesuffix("On").removesuffix("In"):
        return Span(span.start, after.end())
    before = re.compile(r",\s+(?:on |in |since |by )?$").search(text, max(0, span.start - 8), span.start)
    return Span(before.start(), span.end) if before else span


def _is_attribute(text: str, span: Span) -> bool:
    """Return whether a date belongs to the noun after it: "Monday's trial", "the 2019 final", "his 2016 rival"."""
    following = text[span.end : span.end + 3]
    if _POSSESSIVE.match(following):
        return True
    if not (following[:1] in ("-", " ") and following[1:2].isalpha()) or _PREPOSED.match(text[span.start : span.end]):
        return False
    before = text[max(0, span.start - 20) : span.start]
    return _DETERMINED.search(before) is not None and _ADVERBIAL.search(before) is None


def _is_statement(text: str, beside: Context) -> bool:
    """Return whether a verb of speech is nearest to a date: "said in a letter on Monday", "Sunday announced"."""
    near = (*beside.left[:_NOUN_REACH], *beside.right[:1])
    known = (verbs().get(text[one.start : one.end].casefold()) for one in near)
    return any(verb is not None and verb.alone and Takes.CLAUSE in verb.takes for verb in known)


def days_apart(
    one: str, two: str, left: Sequence[Date], right: Sequence[Date], one_speaker: bool
) -> Iterator[tuple[Date, Date]]:
    """Give the dates of two claims that are of one act and can be no one day.

    Args:
        one: the text of a claim.
        two: that of the other.
        left: the dates of the first.
        right: those of the second.
        one_speaker: whether one and the same says both, so that they say it on one day.
    """
    if max(len(left), len(right)) > _MANY or next(against(left, right), None) is None:
        return
    acts = {id(each): act(text, each) for text, own in ((one, left), (two, right)) for each in own}
    # a day that both tell of may be that of another act, which only one of them dates
    ours = [each for each in left if not any(agree(each, other) for other in right)]
    theirs = [each for each in right if not any(agree(each, other) for other in left)]
    for level in range(len(_REACHES)):
        pairs = [
            (mine, other)
            for mine, other in product(ours, theirs)
            if apart(mine, other) and _one_act(acts[id(mine)], acts[id(other)], level, one_speaker)
        ]
        for mine, other in pairs:
            if sum(mine is a or other is b for a, b in pairs) == 1:
                ours.remove(mine)
                theirs.remove(other)
                yield mine, other


def _one_act(one: Act, two: Act, level: int, one_speaker: bool) -> bool:
    if (one.said, one.of_noun) != (two.said, two.of_noun):
        return False
    if one.said and one_speaker:
        return True
    here, there = one.terms[level], two.terms[level]
    return common_to_both(here, there) >= max(_SHARE * min(len(here), len(there)), 1)


def other_periods(left: Sequence[Date], right: Sequence[Date]) -> bool:
    """Return whether two claims tell of months or years, and of none in common: "in 2014", "from 2007 through 2014"."""
    one, two = ([each for each in dates if _is_period(each)] for dates in (left, right))
    return bool(one and two) and not any(agree(a, b) for a, b in product(one, two))


def _is_period(each: Date) -> bool:
    return (each.month > 0 and each.day < 0) or any(last - first >= _MONTH for first, last in each.days)
