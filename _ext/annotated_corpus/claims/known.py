"""What is known of two articles besides their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Within = Callable[[str, str], bool]
"""Says whether the place of one name lies in the place of another; at the top of a module, for other processes."""


def nowhere(inner: str, outer: str) -> bool:
    """Return that no place is known to lie in another."""
    return False


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of two articles: when each was published (ISO 8601, empty if it is not), and of places."""

    published: tuple[str, str] = ("", "")
    within: Within = nowhere


NOTHING = Known()
