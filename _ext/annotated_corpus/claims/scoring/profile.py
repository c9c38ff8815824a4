"""An article prepared for comparison with any other: its claims' portraits, and indexes of what they hold.

Nothing here depends on the other article, so that it is made once however many articles tell of the event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from annotated_corpus.claims.comparison.names import names, sure_terms
from annotated_corpus.claims.comparison.roles import spelling
from annotated_corpus.claims.scoring.portrait import Portrait, portray
from annotated_corpus.language.en.terms import is_content, of_matter, thesaurus
from annotated_corpus.model import Claim

_LONGEST = 400
"""A claim of more different words than this is no sentence but a table, a list or a text without full stops.

Everything would share words with it; the longest sentences of news have some 60.
"""

_FEW = 3
"""So many words are too few to be a sentence unless two of them are of matter, or one is and another is "I" or "he"."""
_MATTER = 2
_SPACED = "\u2e80"
"""From here on scripts write words without spaces: one word may be a sentence."""

_Key = TypeVar("_Key", bound=Hashable)
Index = Mapping[_Key, Sequence[int]]
"""The positions of the claims that hold something."""


@dataclass(frozen=True)
class Profile:
    """What an article shows to a comparison; what only the comparison takes is made when it is first asked for.

    A sentence that the article repeats (a highlight, a lead) stands in ``portraits`` once; ``copies`` has the ids
    of all claims that say it. A claim of more than 400 different words shows nothing, nor does one without a word
    that is weighed, or a crosshead that says nothing ("Note", "Why?", "Not yet").
    """

    article: str
    portraits: tuple[Portrait, ...]
    copies: tuple[tuple[str, ...], ...]

    @cached_property
    def terms(self) -> Index[str]:
        """Return the terms that are weighed."""
        return _index(each.content for each in self.portraits)

    @cached_property
    def quoted(self) -> Index[str]:
        """Return the terms in quotation marks."""
        return _index(each.quoted for each in self.portraits)

    @cached_property
    def phrases(self) -> Index[int | str]:
        """Return the phrases of the thesaurus."""
        return _index(each.phrases() for each in self.portraits)

    @cached_property
    def kin(self) -> Mapping[int | str, Sequence[str]]:
        """Return the terms by their keys in the thesaurus."""
        found: defaultdict[int | str, list[str]] = defaultdict(list)
        keys = thesaurus().keys
        for term in self.terms:
            for key in keys(term):
                found[key].append(term)
        return dict(found)

    @cached_property
    def capitals(self) -> frozenset[tuple[str, str]]:
        """Return the words with a capital, by form and term."""
        return frozenset((capital.form, capital.term) for each in self.portraits for capital in each.capitals)

    @cached_property
    def lower(self) -> frozenset[str]:
        """Return the forms without a capital."""
        return frozenset().union(*(each.lower for each in self.portraits))

    @cached_property
    def leading(self) -> Mapping[str, int]:
        """Return how often a term stands before another word of the same name."""
        return Counter(capital.term for each in self.portraits for capital in each.capitals if capital.leading)

    @cached_property
    def proper(self) -> frozenset[str]:
        """Return the terms of names that stand where a common word has no capital."""
        return sure_terms(each.claim.text for each in self.portraits if each.content)

    def vocabulary(self) -> Counter[str]:
        """Return in how many claims each content word stands."""
        return Counter(of_matter(chain.from_iterable(each.content for each in self.portraits)))

    def names(self) -> Counter[str]:
        """Return how often the article has each term that is sure to be of a name, by :func:`.roles.spelling`."""
        found = (name for each in self.portraits if each.content for name in names(each.claim.text))
        return Counter(spelling(term) for name in found for term in name.terms if term in self.proper)


def profile(article: str, claims: Iterable[Claim]) -> Profile:
    """Return the profile of an article from all its claims, in order."""
    distinct: dict[tuple[str, ...], Portrait] = {}
    copies: dict[tuple[str, ...], list[str]] = {}
    for claim in claims:
        portrait = portray(claim)
        distinct.setdefault(portrait.sequence, portrait)
        copies.setdefault(portrait.sequence, []).append(claim.id)
    portraits = tuple(
        each if len(each.content) <= _LONGEST and not _is_void(each) else _blank(each) for each in distinct.values()
    )
    return Profile(article, portraits, tuple(tuple(ids) for ids in copies.values()))


def unindexed(whole: Profile) -> Profile:
    """Return a profile that can be let go of with the indexes that a comparison makes, which take twice its memory.

    Its names, which the outline of the article took too, are not looked for again.
    """
    bare = replace(whole)
    vars(bare)["proper"] = whole.proper
    return bare


def _is_void(portrait: Portrait) -> bool:
    """Return whether a claim of a few words has not even two words of matter, such as a subject and a verb."""
    terms = portrait.sequence
    if len(terms) > _FEW or any(term > _SPACED for term in terms):
        return False
    of_someone = portrait.personal and not portrait.fragment  # "I resigned."
    return sum(map(is_content, terms)) < _MATTER - of_someone


def _blank(portrait: Portrait) -> Portrait:
    nothing: frozenset[Any] = frozenset()
    return replace(
        portrait,
        parts=(),
        content=nothing,
        quoted=nothing,
        capitals=(),
        lower=nothing,
    )


def _index(rows: Iterable[Set[_Key]]) -> dict[_Key, list[int]]:
    index: defaultdict[_Key, list[int]] = defaultdict(list)
    for position, held in enumerate(rows):
        for each in held:
            index[each].append(position)
    return dict(index)
