"""The kinds of difference that there are: one for each module of the folder ``differences``."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from annotated_corpus.claims.findings import differences
from annotated_corpus.claims.findings.kind import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """Return all kinds of difference, by rank.

    Raises:
        TypeError: a module of the folder declares no ``KIND``, or two of them one rank or one name.
    """
    found: list[Kind] = []
    for module in sorted(each.name for each in pkgutil.iter_modules(differences.__path__)):
        kind = getattr(importlib.import_module(f"{differences.__name__}.{module}"), "KIND", None)
        if not isinstance(kind, Kind) or kind.name != module:
            raise TypeError(f'differences/{module}.py must declare KIND = Kind("{module}", …)')
        for other in found:
            if other.rank == kind.rank:
                raise TypeError(f"the differences {other.name} and {kind.name} have one rank, {kind.rank}")
        found.append(kind)
    return tuple(sorted(found, key=lambda kind: kind.rank))


def kind(name: str) -> Kind:
    """Return the kind of a name."""
    return _by_name()[name]


@cache
def _by_name() -> dict[str, Kind]:
    return {each.name: each for each in kinds()}
