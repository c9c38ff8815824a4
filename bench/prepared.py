"""A made-up archive as far as every method needs it, and the share of its planted matches that a method finds."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated_corpus import anchors, decisions, text
from annotated_corpus.anchors import Register
from annotated_corpus.claims import extract
from annotated_corpus.claims.events.event import Outline, outline
from annotated_corpus.claims.scoring.profile import profile
from annotated_corpus.model import Claim

from .invented import KINDS, Planted, write
from .measure import Clock

Listed = tuple[str, str, int, str, int]
"""Kind, article, number of its claim, article, number of its claim."""
Found = Callable[[str, int, str, int], bool]


@dataclass(frozen=True)
class Prepared:
    """The claims of each article and the sorted terms of each claim, outlines, and the planted matches among them."""

    claims: dict[str, list[Claim]]
    terms: dict[str, list[tuple[str, ...]]]
    outlines: dict[str, Outline]
    planted: list[Listed]


def prepare(articles: int, seed: int, clock: Clock) -> Prepared:
    """Make and read an archive; the stages are told to the clock. Features are made with the outlines."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        planted = write(folder / "seeds", articles, seed)
        clock.skip()
        loaded, _ = text.load_seeds(folder / "seeds", "seeds")
        readings, _ = text.read(loaded)
        clock.end("read")
        attached = anchors.attach(readings, Register(), decisions.load(folder / "none.toml", "none.toml")).articles
        clock.end("anchors")
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in extract(attached):
        claims[claim.article].append(claim)
    clock.end("claims")
    outlines, terms = {}, {}
    for article, own in claims.items():
        made = profile(article, own)
        clock.lap("profiles")
        outlines[article] = outline(made)
        clock.lap("features")
        terms[article] = [tuple(sorted(each.content)) for each in made.portraits]
        clock.skip()
    clock.end("profiles", "features")
    return Prepared(dict(claims), terms, outlines, _listed(planted, claims))


def _listed(planted: Sequence[Planted], claims: Mapping[str, Sequence[Claim]]) -> list[Listed]:
    """Return the planted matches whose sentences are claims."""
    where = {(article, claim.text): n for article, own in claims.items() for n, claim in enumerate(own)}
    found = []
    for each in planted:
        a, b = where.get((each.a, each.a_text)), where.get((each.b, each.b_text))
        if a is not None and b is not None:
            found.append((each.kind, each.a, a, each.b, b))
    return found


def recall(planted: Iterable[Listed], found: Found) -> dict[str, float]:
    """Return the share of planted matches of each kind that ``found`` holds for."""
    whole, good = Counter[str](), Counter[str]()
    for kind, *claims in planted:
        whole[kind] += 1
        good[kind] += bool(found(*claims))  # type: ignore[arg-type] # the rest of a row of Listed
    whole["all"], good["all"] = whole.total(), good.total()
    return {kind: round(good[kind] / whole[kind], 4) for kind in (*KINDS, "all") if whole[kind]}


def compared(made: Prepared, pairs: Iterable[tuple[str, str]]) -> Found:
    """Return whether two claims are compared, where these pairs of articles are: they share two words, too."""
    near = {frozenset(pair) for pair in pairs}
    words = {article: [set(each) for each in own] for article, own in made.terms.items()}
    return lambda a, n, b, m: frozenset((a, b)) in near and len(words[a][n] & words[b][m]) > 1
