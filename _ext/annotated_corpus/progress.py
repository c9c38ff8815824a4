"""How far long work has come: the core tells, whoever runs it shows."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Called with what is being done ("comparing articles"), how much of it is done, and how much there is."""


def silent(_what: str, _done: int, _whole: int) -> None:
    """Show nothing."""
