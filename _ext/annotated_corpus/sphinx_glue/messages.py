"""Messages of the core as Sphinx gives them: warnings with type and subtype, errors that end the build."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from sphinx.util import logging

from annotated_corpus.diagnostics import CorpusError, Diagnostic

logger = logging.getLogger(__name__)


def warn(diagnostics: Iterable[Diagnostic]) -> None:
    """Give each message as a warning of its own, which users can suppress by its code."""
    for each in diagnostics:
        logger.warning("%s", _message(each), type="corpus", subtype=str(each.code), location=_location(each))


def _message(diagnostic: Diagnostic) -> str:
    placeless = not diagnostic.path or diagnostic.line
    return diagnostic.message if placeless else f"{diagnostic.path}: {diagnostic.message}"


def _location(diagnostic: Diagnostic) -> str | None:
    # Sphinx takes a location without a line for the name of one of its documents.
    return f"{diagnostic.path}:{diagnostic.line}" if diagnostic.path and diagnostic.line else None


def stop(error: CorpusError, root: Path | None = None) -> NoReturn:
    """End the build: one line a message and exit code 1; files below ``root``, the folder of conf.py, are called so.

    An exception that Sphinx knows would be wrapped in lines of its own and end in exit code 2.
    """
    for given in error.diagnostics:
        inside = root and Path(given.path).is_relative_to(root)
        each = replace(given, path=Path(given.path).relative_to(root).as_posix()) if root and inside else given
        logger.error("%s", _message(each), type="corpus", subtype=str(each.code), location=_location(each))
    raise SystemExit(1)
