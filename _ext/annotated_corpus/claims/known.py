"""What is known of two articles besides their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from annotated_corpus.language.en.spelling import spelled
from annotated_corpus.language.en.terms import term, thesaurus
from annotated_corpus.language.words import words

Within = Callable[[str, str], bool]
"""Says whether the place of one name lies in the place of another; at the top of a module, for other processes."""


def nowhere(inner: str, outer: str) -> bool:
    """Return that no place is known to lie in another."""
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two articles besides two claims of theirs.

    Args:
        published: when each was published (ISO 8601, empty if it is not known).
        within: says which place is part of another.
        said: the terms of all claims of each, and the groups of the thesaurus that these are of; empty if not known.
        alike: by how much their likeness exceeds what one event takes (:func:`.events.event.margin`).
    """

    published: tuple[str, str] = ("", "")
    within: Within = nowhere
    said: tuple[frozenset[str | int], frozenset[str | int]] = (frozenset(), frozenset())
    alike: float = 0.0

    @property
    def days_between(self) -> int:
        """Return how many days lie between the publication of one and of the other, 0 if it is not known."""
        try:
            one, two = map(date.fromisoformat, self.published)
        except ValueError:
            return 0
        return abs((one - two).days)


def said(texts: Iterable[str]) -> frozenset[str | int]:
    """Return the terms of some texts, and the groups of the thesaurus that these are of."""
    found: set[str | int] = set()
    for text in texts:
        terms = tuple(term(word) for word in spelled(words(text), text))
        found.update(terms)
        found.update(key for each in terms for key in thesaurus().keys(each) if isinstance(key, int))
        found.update(thesaurus().phrases(terms))
    return frozenset(found)


NOTHING = Known()
