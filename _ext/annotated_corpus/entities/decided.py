"""The ``[[entity]]`` tables of ``decisions.toml``: what an editor has settled about people and places.

Every table names its target by ``name`` (the name or the id of an entry; ``kind`` = "person" or "place" where both
have it) and says what to do by ``action``:

=========  ==============================================================================================
rename     ``to``: the name to show
merge      ``into``: the entry that takes all mentions of this one
split      ``to``: the entry, new or old, that takes the mentions picked by ``article``, ``block``, ``text``
reject     drops the entry, or only the mentions picked by ``article``, ``block``, ``text``
retype     ``to`` = "person" or "place"
add        ``kind``; ``text`` (else the name): each occurrence, in ``article`` or ``block`` if given, is a mention
identify   ``wikidata``, ``geonames``, ``latitude``, ``longitude``, ``country``, ``government``
=========  ==============================================================================================

They are applied in the order of the file. A table that applies to nothing any more is a warning; one that has no sense,
as coordinates for a person or merges in a circle, is an error.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.entities.cluster import Cluster
from annotated_corpus.entities.identifiers import identifier
from annotated_corpus.entities.recognise import Sighting
from annotated_corpus.entities.tokens import searchable
from annotated_corpus.language.letters import fold
from annotated_corpus.model import Article, EntityKind

_PICK = ("article", "block", "text")
_KEYS = {
    "rename": ("to",),
    "merge": ("into",),
    "split": ("to", *_PICK),
    "reject": _PICK,
    "retype": ("to",),
    "add": _PICK,
    "identify": ("wikidata", "geonames", "latitude", "longitude", "country", "government"),
}
_OF_PLACES = ("geonames", "latitude", "longitude", "country", "government")
_NEEDS = {"rename": ("to",), "merge": ("into",), "split": ("to",), "retype": ("to",), "add": ("kind",)}


def check(decision: Decision) -> str:
    """Return the action of a table; raise CorpusError if its keys or values may not be."""
    action = decision.text("action")
    if action not in _KEYS:
        known = ", ".join(_KEYS)
        raise decision.refusal(f"action is “{action}”; it must be one of {known}", "action")
    decision.allow("action", "name", "kind", *_KEYS[action])
    decision.require("name", *_NEEDS.get(action, ()))
    for key in ("name", "kind", "to", "into", "wikidata", "country", *_PICK):
        decision.text(key)
    for key in ("kind", "to") if action == "retype" else ("kind",):
        if decision.text(key) not in ("", *EntityKind):
            raise decision.refusal(f'{key} must be "person" or "place"', key)
    if action == "split" and not any(decision.text(key) for key in _PICK):
        raise decision.refusal("split needs article, block or text; add one")
    if action == "split" and fold(decision.text("to")) == fold(decision.text("name")):
        raise decision.refusal("what is split off needs another entry than its own; correct to", "to")
    if action == "identify":
        _check_identity(decision)
    return action


def _check_identity(decision: Decision) -> None:
    values = decision.values
    if not any(key in values for key in _KEYS["identify"]):
        raise decision.refusal(f"identify needs one of {', '.join(_KEYS['identify'])}")
    if values.get("wikidata") and not re.fullmatch(r"Q[1-9]\d*", decision.text("wikidata")):
        raise decision.refusal('wikidata must look like "Q1899"', "wikidata")
    if "geonames" in values and not (type(values["geonames"]) is int and 0 < values["geonames"] < 10**10):
        raise decision.refusal("geonames must be a whole number", "geonames")
    if "government" in values and not isinstance(values["government"], bool):
        raise decision.refusal("government must be true or false", "government")
    for key, most in (("latitude", 90), ("longitude", 180)):
        value = values.get(key, 0)
        if isinstance(value, bool) or not isinstance(value, int | float) or not -most <= value <= most:
            raise decision.refusal(f"{key} must be a number from -{most} to {most}", key)
    if ("latitude" in values) != ("longitude" in values):
        raise decision.refusal("latitude and longitude go together; give both")


def apply(
    clusters: list[Cluster],
    decisions: Decisions,
    articles: Sequence[Article],
    after: Callable[[Decision], None] = lambda decision: None,
) -> list[Diagnostic]:
    """Change the clusters as the editor has decided; return a warning for every table without effect.

    ``after`` is called when a decision has been applied.

    Raises:
        CorpusError: one message for every table that may not be or contradicts another.
    """
    wrong: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    tables: list[tuple[str, Decision]] = []
    for decision in decisions.of("entity"):
        try:
            tables.append((check(decision), decision))
        except CorpusError as error:
            wrong += error.diagnostics
    wrong += _circles([decision for action, decision in tables if action == "merge"])
    if wrong:
        raise CorpusError(wrong)
    for action, decision in tables:
        try:
            problem = _ACTIONS[action](clusters, decision, articles)
        except CorpusError as error:
            wrong += error.diagnostics
            continue
        clusters[:] = [cluster for cluster in clusters if cluster.seen]
        if problem:
            warnings.append(decision.diagnostic(f"[[entity]] {action} “{decision.text('name')}”: {problem}"))
        after(decision)
    if wrong:
        raise CorpusError(wrong)
    return warnings


def _circles(merges: Sequence[Decision]) -> list[Diagnostic]:
    """Return a message for every merge that leads back to where the ones before it began."""
    into: dict[str, str] = {}
    wrong: list[Diagnostic] = []
    for decision in merges:
        start, at = fold(decision.text("name")), fold(decision.text("into"))
        if start == at:
            message = f"“{decision.text('name')}” is merged into itself; correct into or remove the table"
            wrong += decision.refusal(message, "into").diagnostics
            continue
        while at in into and at != start:
            at = into[at]
        if at == start:
            message = f"merges lead from “{decision.text('name')}” in a circle back to it; remove one of them"
            wrong += decision.refusal(message, "into").diagnostics
        else:
            into.setdefault(start, fold(decision.text("into")))
    return wrong


def find(clusters: Sequence[Cluster], name: str, kind: str = "") -> list[Cluster]:
    """Return the clusters that a name or an id means: by id or name first, else by an alias."""
    wanted = fold(name)
    right = [cluster for cluster in clusters if not kind or cluster.kind == kind]
    named = [c for c in right if fold(c.name) == wanted or identifier(c.kind, c.name, {}) == name]
    return named or [c for c in right if any(fold(alias) == wanted for alias in c.surfaces())]


def _target(clusters: Sequence[Cluster], decision: Decision, key: str = "name") -> Cluster | str:
    kind = decision.text("kind")
    found = find(clusters, decision.text(key), kind)
    if not found:
        return f"no entry of the name “{decision.text(key)}”; correct or delete this decision"
    if len(found) > 1:
        kinds = sorted({cluster.kind for cluster in found})
        more = "add kind" if len(kinds) > 1 else "use its full name or id"
        return f"“{decision.text(key)}” names {len(found)} entries; {more}"
    return found[0]


def _picked(cluster: Cluster, decision: Decision, articles: Sequence[Article]) -> list[tuple[int, Sighting]]:
    article, block, text = (decision.text(key) for key in _PICK)
    return [
        (number, each)
        for number, each in cluster.seen
        if (not article or articles[number].id == article)
        and (not block or articles[number].blocks[each.block].id == block)
        and (not text or fold(each.text) == fold(text))
    ]


def _rename(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    target = _target(clusters, decision)
    if isinstance(target, str):
        return target
    target.rename(decision.text("to"), decision)
    return ""


def _merge(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    target, host = _target(clusters, decision), _target(clusters, decision, "into")
    if isinstance(target, str):
        return target
    if isinstance(host, str):
        return host
    if host.kind is not target.kind:
        message = (
            f"“{target.name}” is a {target.kind} and “{host.name}” a {host.kind}, and neither can be merged into the "
            "other; correct name or into, or retype one of them in a table above this one"
        )
        raise decision.refusal(message, "into")
    if host is target:
        return "it is merged into itself; correct or delete this decision"
    host.take(target.seen, decision)
    target.seen = []
    return ""


def _split(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    target = _target(clusters, decision)
    if isinstance(target, str):
        return target
    picked = _picked(target, decision, articles)
    if not picked:
        return "no mention is picked by article, block and text; correct or delete this decision"
    found = [c for c in find(clusters, decision.text("to"), target.kind) if c is not target]
    if found:
        host = found[0]
    else:
        host = Cluster(target.kind, decision.text("to"))
        clusters.append(host)
    host.take(picked, decision)
    target.seen = [seen for seen in target.seen if seen not in picked]
    return ""


def _reject(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    target = _target(clusters, decision)
    if isinstance(target, str):
        return target
    picked = _picked(target, decision, articles)
    if not picked:
        return "no mention is picked by article, block and text; correct or delete this decision"
    target.seen = [seen for seen in target.seen if seen not in picked]
    return ""


def _retype(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    target = _target(clusters, decision)
    if isinstance(target, str):
        return target
    kind = EntityKind(decision.text("to"))
    if target.kind is kind:
        return f"it is a {kind} already; delete this decision"
    target.retype(kind, decision)
    return ""


def _add(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    name, kind = decision.text("name"), EntityKind(decision.text("kind"))
    text = decision.text("text") or name
    pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")
    taken: dict[tuple[int, int], list[Sighting]] = defaultdict(list)
    for cluster in clusters:
        for number, each in cluster.seen:
            taken[number, each.block].append(each)
    seen = []
    for number, article in enumerate(articles):
        if decision.text("article") not in ("", article.id):
            continue
        for position, block in enumerate(article.blocks):
            if not block.kind.asserts or decision.text("block") not in ("", block.id):
                continue
            for match in pattern.finditer(searchable(block)):
                start, end = block.start + match.start(), block.start + match.end()
                if not any(each.start < end and start < each.end for each in taken.get((number, position), [])):
                    seen.append((number, Sighting(position, start, end, match[0], kind)))
    if not seen:
        return f"“{text}” stands nowhere that is free; correct or delete this decision"
    found = find(clusters, name, kind)
    host = found[0] if found else Cluster(kind, name)
    if not found:
        clusters.append(host)
    host.take(seen, decision)
    return ""


def _identify(clusters: list[Cluster], decision: Decision, articles: Sequence[Article]) -> str:
    target = _target(clusters, decision)
    if isinstance(target, str):
        return target
    values = {key: decision.values[key] for key in _KEYS["identify"] if key in decision.values}
    if target.kind is EntityKind.PERSON:
        _refuse_place(decision, target.name)
    for earlier in target.decided:
        for key, value in values.items():
            if earlier.text("action") == "identify" and earlier.values.get(key, value) != value:
                message = (
                    f"{key} of “{target.name}” is decided otherwise at line {earlier.lines.get(key, earlier.line)}"
                )
                raise decision.refusal(f"{message}; keep one", key)
    target.identity = replace(target.identity, **values)  # type: ignore[arg-type]  # checked above
    target.decided.append(decision)
    return ""


def _refuse_place(decision: Decision, name: str) -> None:
    for key in _OF_PLACES:
        if key in decision.values:
            raise decision.refusal(
                f"“{name}” is a person, and a person has no {key}; remove {key} or correct name", key
            )


_ACTIONS = {
    "rename": _rename,
    "merge": _merge,
    "split": _split,
    "reject": _reject,
    "retype": _retype,
    "add": _add,
    "identify": _identify,
}
