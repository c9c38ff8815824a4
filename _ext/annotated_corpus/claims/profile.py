"""An article prepared for comparison with any other: its claims' portraits, and indexes of what they hold.

Nothing here depends on the other article, so that it is made once however many articles tell of the event.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from annotated_corpus.claims import roles
from annotated_corpus.claims.portrait import Portrait, portray
from annotated_corpus.claims.terms import is_content, thesaurus
from annotated_corpus.model import Claim

_LONGEST = 400
"""A claim of more different words than this is no sentence but a table, a list or a text without full stops.

Everything would share words with it; the longest sentences of news have some 60.
"""

_Key = TypeVar("_Key", bound=Hashable)
Index = Mapping[_Key, Sequence[int]]
"""The positions of the claims that hold something."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What an article shows to a comparison.

    A sentence that the article repeats (a highlight, a lead) stands in ``portraits`` once; ``copies`` has the ids
    of all claims that say it. A claim of more than 400 different words shows nothing.
    ``terms``, ``quoted``, ``bigrams`` and ``pairs`` index what portraits have under these names, ``phrases``
    the phrases of the thesaurus; ``kin`` gives the terms by their keys in the thesaurus. ``capitals`` are the
    words with a capital, by form and term, ``lower`` the forms without; ``leading`` says how often a term stands
    before another word of the same name. ``proper`` are the terms of names that stand where a common
    word has no capital.
    """

    article: str
    portraits: tuple[Portrait, ...]
    copies: tuple[tuple[str, ...], ...]
    terms: Index[str]
    quoted: Index[str]
    bigrams: Index[tuple[str, str]]
    pairs: Index[tuple[str, str]]
    phrases: Index[int | str]
    kin: Mapping[int | str, Sequence[str]]
    capitals: frozenset[tuple[str, str]]
    lower: frozenset[str]
    leading: Mapping[str, int]
    proper: frozenset[str]

    def vocabulary(self) -> Counter[str]:
        """Return in how many claims each content word stands."""
        return Counter({term: len(held) for term, held in self.terms.items() if is_content(term)})

    def names(self) -> Counter[str]:
        """Return how often the article has each term that is sure to be of a name, by :func:`roles.spelling`."""
        found = (name for each in self.portraits if each.content for name in roles.names(each.claim.text))
        return Counter(roles.spelling(term) for name in found for term in name.terms if term in self.proper)


def profile(article: str, claims: Iterable[Claim]) -> Profile:
    """Return the profile of an article from all its claims, in order."""
    distinct: dict[tuple[str, ...], Portrait] = {}
    copies: dict[tuple[str, ...], list[str]] = {}
    for claim in claims:
        portrait = portray(claim)
        distinct.setdefault(portrait.sequence, portrait)
        copies.setdefault(portrait.sequence, []).append(claim.id)
    portraits = tuple(each if len(each.content) <= _LONGEST else _blank(each) for each in distinct.values())
    terms = _index([each.content for each in portraits])
    kin: defaultdict[int | str, list[str]] = defaultdict(list)
    for term in terms:
        for key in thesaurus().keys(term):
            kin[key].append(term)
    return Profile(
        article=article,
        portraits=portraits,
        copies=tuple(tuple(ids) for ids in copies.values()),
        terms=terms,
        quoted=_index([each.quoted for each in portraits]),
        bigrams=_index([each.bigrams for each in portraits]),
        pairs=_index([each.pairs for each in portraits]),
        phrases=_index([each.phrases for each in portraits]),
        kin=dict(kin),
        capitals=frozenset((capital.form, capital.term) for each in portraits for capital in each.capitals),
        lower=frozenset().union(*(each.lower for each in portraits)),
        leading=Counter(capital.term for each in portraits for capital in each.capitals if capital.leading),
        proper=roles.proper(each.claim.text for each in portraits if each.content),
    )


def _blank(portrait: Portrait) -> Portrait:
    nothing: frozenset[Any] = frozenset()
    return replace(
        portrait,
        content=nothing,
        quoted=nothing,
        clauses=(),
        in_clauses={},
        bigrams=nothing,
        pairs=nothing,
        phrases=nothing,
        capitals=(),
        lower=nothing,
    )


def _index(rows: Iterable[frozenset[_Key]]) -> dict[_Key, list[int]]:
    index: defaultdict[_Key, list[int]] = defaultdict(list)
    for position, held in enumerate(rows):
        for each in held:
            index[each].append(position)
    return dict(index)
