"""What an editor decides about anchors: ``[[block]]`` (how a line was read) and ``[[anchor]]`` (where one is now)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.model import Article, Block, BlockKind

_REASON = "decided in decisions.toml"


@dataclass(frozen=True, slots=True)
class Settled:
    """Where an anchor is now: at the block that ``starts`` with these words, or ``gone``."""

    decision: Decision
    starts: str
    gone: bool

    def diagnostic(self, message: str) -> Diagnostic:
        """Return a message that points at the decision."""
        return self.decision.diagnostic(message)


def anchors(decisions: Decisions) -> dict[str, Settled]:
    """Return the ``[[anchor]]`` decisions by anchor.

    Raises:
        CorpusError: for a key that may not be, is missing, or contradicts another.
    """
    found: dict[str, Settled] = {}
    for each in decisions.of("anchor"):
        each.allow("anchor", "starts", "gone")
        each.require("anchor")
        starts, gone = each.text("starts"), each.values.get("gone", False)
        if not isinstance(gone, bool) or bool(starts) == gone:
            raise CorpusError(each.diagnostic('[[anchor]] needs either starts = "the first words" or gone = true'))
        found[each.text("anchor")] = Settled(each, starts, gone)
    return found


def kinds(decisions: Decisions) -> dict[str, tuple[Decision, BlockKind]]:
    """Return the ``[[block]]`` decisions by anchor.

    Raises:
        CorpusError: for a key that may not be or is missing, and for a kind that there is not.
    """
    found: dict[str, tuple[Decision, BlockKind]] = {}
    for each in decisions.of("block"):
        each.allow("anchor", "kind")
        each.require("anchor", "kind")
        kind = each.text("kind")
        if kind not in {str(known) for known in BlockKind}:
            known = ", ".join(BlockKind)
            raise CorpusError(each.diagnostic(f"[[block]] has an unknown kind {kind!r}; known are: {known}"))
        found[each.text("anchor")] = each, BlockKind(kind)
    return found


def apply(articles: Sequence[Article], overruled: Mapping[str, tuple[Decision, BlockKind]]) -> list[Article]:
    """Give every block the kind that an editor decided; its anchor stays.

    Raises:
        CorpusError: for an anchor that the edition does not have.
    """
    left = dict(overruled)
    result = []
    for article in articles:
        dead = [stone.id for stone in article.tombstones]
        for anchor in dead:
            left.pop(anchor, None)
        blocks = []
        for block in article.blocks:
            mine = [left.pop(name) for name in (block.id, *block.aliases) if name in left]
            blocks.append(_overrule(block, mine[0][1]) if mine else block)
        title = article.title
        if not article.seed.metadata.title and tuple(blocks) != article.blocks:
            title = next((" ".join(each.text.split()) for each in blocks if each.kind is BlockKind.TITLE), title)
        result.append(replace(article, blocks=tuple(blocks), title=title))
    if left:
        raise CorpusError(
            [
                each.diagnostic(f"no block has the anchor {anchor}; correct or remove it")
                for anchor, (each, _) in left.items()
            ]
        )
    return result


def _overrule(block: Block, kind: BlockKind) -> Block:
    return replace(block, kind=kind, reason=_REASON, furniture=())
