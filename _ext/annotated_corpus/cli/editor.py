"""What an editor of a corpus asks for: candidates, review, explain."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from annotated_corpus import claims, decisions, entities
from annotated_corpus.characters import controls, visible
from annotated_corpus.claims import verdicts
from annotated_corpus.cli.analyze import edition, settings, warn
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.edition import DECISIONS, GAZETTEER, Edition, Lookup
from annotated_corpus.files import read, replace
from annotated_corpus.model import Match
from annotated_corpus.pages.phrases import agreement, count

_ANSWERS = {"a": "accept", "r": "reject"}
_QUESTION = "[a]ccept, [r]eject, [s]kip, [q]uit? "


def _by_score(made: Edition) -> list[Match]:
    lookup = Lookup(made.corpus)
    described = claims.describe(made.candidates, made.corpus.articles, lookup.claims, entities.part_of)
    return sorted(described, key=lambda each: (-each.score, each.id))


def _shown(lookup: Lookup, match: Match) -> str:
    a, b = lookup.claims[match.a], lookup.claims[match.b]
    return f"{match.score:.2f}  {agreement(match)}\n  {a.id}: {visible(a.text)}\n  {b.id}: {visible(b.text)}"


def candidates(arguments: argparse.Namespace) -> int:
    """Print the candidates, most probable first."""
    made = edition(arguments)
    warn(made, (Code.DECISION,))
    lookup = Lookup(made.corpus)
    for match in _by_score(made):
        print(_shown(lookup, match))
    print(count(len(made.candidates), "candidate"), file=sys.stderr)
    return 0


def review(arguments: argparse.Namespace) -> int:
    """Ask about each candidate; every answer is saved before the next question."""
    made = edition(arguments)
    warn(made, (Code.DECISION,))
    lookup = Lookup(made.corpus)
    path = arguments.seeds / DECISIONS
    settled = 0
    for match in _by_score(made):
        print(_shown(lookup, match))
        answer = _ask()
        if answer == "q":
            break
        if answer in _ANSWERS:
            append(path, _table(lookup, match, _ANSWERS[answer]))
            settled += 1
    print(f"{count(settled, 'decision')} added to {path}")
    return 0


def _ask() -> str:
    while True:
        try:
            answer = input(_QUESTION).strip().lower()[:1]
        except EOFError:
            print()
            return "q"
        if answer in (*_ANSWERS, "s", "q"):
            return answer


def _table(lookup: Lookup, match: Match, verdict: str) -> str:
    """Return a table for ``decisions.toml`` with the words decided on, so that a change of them is noticed."""
    rows = [("a", match.a), ("b", match.b), ("verdict", verdict)]
    rows += [("text_a", _opening(lookup, match.a)), ("text_b", _opening(lookup, match.b))]
    return "[[match]]\n" + "".join(f'{key} = "{value}"\n' for key, value in rows)


def _opening(lookup: Lookup, claim: str) -> str:
    """Return the opening words of a claim as TOML spells them, or their checksum where decisions may not hold them."""
    text = lookup.claims[claim].text
    words = " ".join(text.split()[:8])
    if controls(words):
        return verdicts.checksum(text)
    return words.replace("\\", "\\\\").replace('"', '\\"')


def append(path: Path, table: str) -> None:
    """Add a table to the decisions at ``path``."""
    try:
        content = (read(path) or b"").decode("utf-8-sig")
        gap = "" if not content else "\n" if content.endswith("\n") else "\n\n"
        replace(path, (content + gap + table).encode())
    except OSError as error:
        raise CorpusError(Diagnostic(Code.WRITE, f"cannot be written: {error.strerror}", str(path))) from None


def explain(arguments: argparse.Namespace) -> int:
    """Print how the words at an offset were read."""
    made = edition(arguments)
    article = Lookup(made.corpus).articles.get(arguments.article)
    if article is None:
        known = ", ".join(each.id for each in made.corpus.articles)
        raise CorpusError(Diagnostic(Code.OPTION, f"there is no article {arguments.article}; there are: {known}"))
    text = article.seed.text
    offset = _offset(arguments.place, text)
    if not 0 <= offset < len(text):
        sought = f"{arguments.place[:60]}…" if len(arguments.place) > 60 else arguments.place
        message = f"“{sought}” is not in {article.seed.file}, which has {len(text)} characters"
        raise CorpusError(Diagnostic(Code.OPTION, message))
    decided = decisions.load(arguments.seeds / DECISIONS)
    own = entities.load_gazetteer(arguments.seeds / GAZETTEER)
    print(entities.explain(article, offset, made.corpus.articles, decided, settings(arguments), own))
    return 0


def _offset(place: str, text: str) -> int:
    """Return the offset that ``place`` states or whose words it has; out of the text if there is none."""
    if place.isascii() and place.isdecimal():
        return int(place) if len(place) <= len(str(len(text))) else len(text)
    return text.find(place)
