"""What is known of two articles besides their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

Within = Callable[[str, str], bool]
"""Says whether the place of one name lies in the place of another; at the top of a module, for other processes."""


def nowhere(inner: str, outer: str) -> bool:
    """Return that no place is known to lie in another."""
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two articles, and of places.

    ``published`` says when each article was (ISO 8601, empty if it is not known), ``alike`` by how much their likeness
    exceeds what one event takes (:func:`.events.event.margin`).
    """

    published: tuple[str, str] = ("", "")
    within: Within = nowhere
    alike: float = 0.0

    @property
    def days_between(self) -> int:
        """Return how many days lie between the publication of one and of the other, 0 if it is not known."""
        try:
            one, two = map(date.fromisoformat, self.published)
        except ValueError:
            return 0
        return abs((one - two).days)


NOTHING = Known()
