"""A cluster: the sightings that name one person or place, on their way to becoming an entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from annotated_corpus.decisions import Decision
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.model import EntityKind


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of an entity beyond the text: from the gazetteer or an editor."""

    country: str = ""
    government: bool = False
    latitude: float | None = None
    longitude: float | None = None
    wikidata: str = ""
    geonames: int | None = None


@dataclass(slots=True, eq=False)
class Cluster:
    """One person or place: its name, the article number and sighting of each mention, and who decided what."""

    kind: EntityKind
    name: str
    identity: Identity = Identity()
    seen: list[tuple[int, Sighting]] = field(default_factory=list)
    decided: list[Decision] = field(default_factory=list)

    def surfaces(self) -> Counter[str]:
        """Return how the mentions are worded, white space made one space."""
        return Counter(each.name for _, each in self.seen)

    def take(self, seen: Sequence[tuple[int, Sighting]], decision: Decision) -> None:
        """Add mentions by an editor's word."""
        self.seen = sorted([*self.seen, *seen], key=lambda each: (each[0], each[1].start))
        self.decided.append(decision)

    def rename(self, name: str, decision: Decision) -> None:
        """Give the name that an editor wants."""
        self.name = name
        self.decided.append(decision)

    def retype(self, kind: EntityKind, decision: Decision) -> None:
        """Make a person of a place or the reverse; what the gazetteer said of it goes."""
        self.kind = kind
        self.identity = Identity()
        self.decided.append(decision)
