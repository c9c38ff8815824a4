"""Which engine runs."""

from __future__ import annotations

from pathlib import Path

from annotated_corpus.neighbours.engine import Engine
from annotated_corpus.settings import Settings


def choose(settings: Settings, folder: Path | None = None) -> Engine:
    """Return the engine that the settings name; it is imported when it is first used.

    Args:
        settings: ``engine``, ``memory``, ``master``.
        folder: where an engine may keep what it knows, so that the next run computes only what has changed and an
            interrupted one goes on. Without it nothing is kept.
    """
    if settings.engine == "spark":
        from annotated_corpus.neighbours.spark import Spark  # noqa: PLC0415 - an extra

        return Spark(settings.master, settings.memory)
    from annotated_corpus.neighbours.duck import Duck  # noqa: PLC0415 - small corpora need no engine

    return Duck(folder, settings.memory)
