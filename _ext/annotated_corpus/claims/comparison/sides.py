"""Two matching claims side by side, word by word: what the one has of the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from annotated_corpus.claims.comparison.acts import swapped
from annotated_corpus.claims.comparison.dates import read
from annotated_corpus.claims.comparison.days import days_apart, other_periods
from annotated_corpus.claims.comparison.figures import agreeing, differing
from annotated_corpus.claims.comparison.names import names
from annotated_corpus.claims.comparison.roles import against
from annotated_corpus.claims.known import NOTHING, Known
from annotated_corpus.claims.speakers.people import same
from annotated_corpus.language.alignment import shared_runs
from annotated_corpus.language.capitals import GAP
from annotated_corpus.language.en.dates import Date
from annotated_corpus.language.en.outlets import agencies
from annotated_corpus.language.en.spelling import spelled
from annotated_corpus.language.en.terms import is_content, term, thesaurus
from annotated_corpus.language.words import Word, words
from annotated_corpus.model import Claim, Span

_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr"))
_ATTRIBUTION = frozenset(("say", "tell", "add", "he", "she", "they", "write", "continu"))
_CARRIES = frozenset(("report", "quot", "cit"))
_RUN = 3
"""So many words in a row are a wording; fewer may be chance."""


@dataclass(frozen=True)
class Side:
    """A claim with its words, honorifics aside, in one spelling, and their terms."""

    claim: Claim

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Return the words of the claim as they are written."""
        return tuple(word.form for word in words(self.claim.text) if word.form not in _HONORIFICS)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return the words of the claim in one spelling."""
        return tuple(word for word in spelled(words(self.claim.text), self.claim.text) if word.form not in _HONORIFICS)

    @cached_property
    def terms(self) -> tuple[str, ...]:
        """Return the term of each word."""
        return tuple(term(word) for word in self.words)

    @cached_property
    def quoted(self) -> tuple[bool, ...]:
        """Return for each word whether it stands in quotation marks."""
        inside = [(span.start - self.claim.start, span.end - self.claim.start) for span in self.claim.quotations]
        if not inside:
            return (False,) * len(self.words)
        return tuple(any(start <= word.start < end for start, end in inside) for word in self.words)

    @cached_property
    def attribution(self) -> frozenset[int]:
        """Return the positions of the words that only say who speaks."""
        speaker = {term(word) for word in words(self.claim.speaker or "")}
        carriers = agencies(self.claim.text)
        found: set[int] = set()
        for position, each in enumerate(self.terms):
            says = each in _ATTRIBUTION or each in speaker or (each in _CARRIES and position - 1 in found)
            if carriers and not says:
                says = any(start <= self.words[position].start < end for start, end in carriers)
            if says and not self.quoted[position]:
                found.add(position)
        return frozenset(found)

    def span(self, first: int, last: int) -> Span:
        """Return where the words from ``first`` to ``last`` stand in the seed."""
        return Span(self.claim.start + self.words[first].start, self.claim.start + self.words[last].end)

    def place(self, span: Span) -> Span:
        """Return where a span of the claim's text stands in the seed."""
        return Span(self.claim.start + span.start, self.claim.start + span.end)


@dataclass(frozen=True)
class Sides:
    """Two claims, and the words that they have in common in the same order."""

    a: Side
    b: Side
    proper: frozenset[str] = frozenset()
    """The terms that their articles are known to use as names; see :mod:`annotated_corpus.claims.comparison.roles`."""
    known: Known = NOTHING

    @cached_property
    def against(self) -> tuple[tuple[Span, Span], ...]:
        """Return the names in the same role of both claims that are neither one nor related."""
        one, two = names(self.a.claim.text), names(self.b.claim.text)
        return tuple(
            (self.a.place(Span(mine.start, mine.end)), self.b.place(Span(other.start, other.end)))
            for mine, other in against(one, two, self.proper, self.known.within)
        )

    @cached_property
    def swapped(self) -> tuple[tuple[Span, Span], ...]:
        """Return what both claims say that two do to each other, but the other way round."""
        found = swapped(self.a.claim.text, self.b.claim.text)
        return tuple((self.a.place(one), self.b.place(two)) for one, two in found)

    @cached_property
    def dates(self) -> tuple[tuple[Date, ...], tuple[Date, ...]]:
        """Return the dates of a, and of b, their spans in the text of the claim."""
        one, two = self.known.published
        return read(self.a.claim.text, one), read(self.b.claim.text, two)

    @cached_property
    def days_apart(self) -> tuple[tuple[Date, Date], ...]:
        """Return the dates of one act that can be no one day."""
        a, b = self.a.claim.speaker, self.b.claim.speaker
        one_speaker = bool(a and b and same(a, b))
        return tuple(days_apart(self.a.claim.text, self.b.claim.text, *self.dates, one_speaker))

    @cached_property
    def figures_apart(self) -> tuple[tuple[Span, Span], ...]:
        """Return the figures that count the same and cannot both be exact; those of two years may both be."""
        if other_periods(*self.dates):
            return ()
        found = differing(self.a.claim.text, self.b.claim.text)
        return tuple((self.a.place(one), self.b.place(two)) for one, two in found)

    @cached_property
    def figures_alike(self) -> tuple[tuple[Span, Span], ...]:
        """Return the figures that may be one, perhaps in other words: "2,100 homes", "over 2,000 homes"."""
        found = agreeing(self.a.claim.text, self.b.claim.text)
        return tuple((self.a.place(one), self.b.place(two)) for one, two in found)

    @cached_property
    def contradicts(self) -> bool:
        """Return whether names, figures, days, or who does what to whom stand against each other in the claims."""
        return bool(self.figures_apart or self.against or self.swapped or self.days_apart)

    @cached_property
    def blocks(self) -> tuple[tuple[int, int, int], ...]:
        """Return the words in common, in order: first word in a, first word in b, number of words; 0 at the end."""
        return tuple(shared_runs(self.a.terms, self.b.terms))

    @cached_property
    def runs(self) -> tuple[tuple[int, int, int], ...]:
        """Return the wordings in common, as in :attr:`blocks`."""
        return tuple(block for block in self.blocks if block[2] >= _RUN)

    @cached_property
    def lacking(self) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
        """Return for each word of a, and of b, whether the other claim has nothing of its kind."""
        return _lacking(self.a, self.b), _lacking(self.b, self.a)

    @cached_property
    def wording(self) -> float:
        """Return how much of the shorter claim, attribution aside, lies word for word in the longer."""
        return self.copied / max(len(_unattributed(self.shorter)), 1)

    @cached_property
    def copied(self) -> int:
        """Return how many words of the shorter claim, attribution aside, lie in the longer in its wording."""
        kept = _unattributed(self.shorter)
        runs = shared_runs(kept, self.longer.terms)
        return sum(length for _, _, length in runs if length >= min(_RUN, len(kept)))

    @property
    def shorter(self) -> Side:
        """Return the claim of fewer words."""
        return min(self.a, self.b, key=lambda side: len(side.words))

    @property
    def longer(self) -> Side:
        """Return the other claim."""
        return self.b if self.shorter is self.a else self.a


def _unattributed(side: Side) -> list[str]:
    return [each for position, each in enumerate(side.terms) if position not in side.attribution]


def _lacking(side: Side, other: Side) -> tuple[bool, ...]:
    there = frozenset(other.terms)
    alone = there.difference(side.terms)  # "military" that both have does not stand for "troops" of one
    keys = frozenset().union(*map(thesaurus().keys, alone)) | thesaurus().phrases(other.terms)
    found = [is_content(each) and each not in there and thesaurus().keys(each).isdisjoint(keys) for each in side.terms]
    for position in reversed(range(len(found) - 1)):
        word, following = side.words[position], side.words[position + 1]
        name = word.capital and following.capital and following.start - word.end <= GAP
        if name and is_content(side.terms[position + 1]) and not found[position + 1]:
            found[position] = False  # "Vladimir" before "Putin" is not news
    return tuple(found)
