"""What an editor decides about anchors: ``[[block]]`` (how a line was read) and ``[[anchor]]`` (where one is now)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from annotated_corpus.anchors import grammar
from annotated_corpus.anchors.checksums import plain
from annotated_corpus.anchors.register import Record
from annotated_corpus.decisions import Decision, Decisions
from annotated_corpus.diagnostics import CorpusError, Diagnostic
from annotated_corpus.model import Article, Block, BlockKind

_REASON = "decided in decisions.toml"


@dataclass(frozen=True, slots=True)
class Settled:
    """Where an anchor is now: at the block that ``starts`` with these words, or ``gone``.

    ``after`` are the first words of the block before, ``line`` is its line in the seed, 0 if none was given; ``merged``
    says that the words went into that block, which is another paragraph.
    """

    decision: Decision
    starts: str
    gone: bool
    after: str = ""
    line: int = 0
    merged: bool = False

    def places(self, texts: Sequence[str], lines: Sequence[int]) -> list[int]:
        """Return the blocks that are meant, by their plain ``texts`` and their ``lines``."""
        starts, after = plain(self.starts), plain(self.after)
        found = [
            at
            for at, text in enumerate(texts)
            if text.startswith(starts)
            and (not after or (at > 0 and texts[at - 1].startswith(after)))
            and (not self.line or lines[at] == self.line)
        ]
        return [at for at in found if texts[at] == starts] or found

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
        each.allow("anchor", "starts", "after", "line", "merged", "gone")
        each.require("anchor")
        anchor, starts, gone = each.text("anchor"), each.text("starts"), each.values.get("gone", False)
        if not isinstance(gone, bool) or bool(starts.strip()) == gone:
            raise CorpusError(each.diagnostic('[[anchor]] needs either starts = "the first words" or gone = true'))
        merged, line = each.values.get("merged", False), each.values.get("line", 0)
        if not isinstance(merged, bool) or (merged and gone):
            raise CorpusError(each.diagnostic("[[anchor]]: merged = true stands beside starts, not gone", "merged"))
        if not isinstance(line, int) or isinstance(line, bool) or line < 0:
            raise CorpusError(each.diagnostic("[[anchor]]: line is the number of a line, without marks", "line"))
        if gone and (line or each.text("after")):
            raise CorpusError(each.diagnostic("[[anchor]]: what has gone has neither line nor after"))
        _once(each, anchor, found)
        found[anchor] = Settled(each, starts, gone, each.text("after"), line, merged)
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
        anchor, kind = each.text("anchor"), each.text("kind")
        if kind not in {str(known) for known in BlockKind}:
            known = ", ".join(BlockKind)
            raise CorpusError(each.diagnostic(f"[[block]] has an unknown kind {kind!r}; known are: {known}", "kind"))
        _once(each, anchor, found)
        found[anchor] = each, BlockKind(kind)
    return found


def _once(decision: Decision, anchor: str, known: Mapping[str, object]) -> None:
    if anchor in known:
        raise CorpusError(decision.diagnostic(f"a second [[{decision.table}]] for {anchor}; keep one"))


def idle(anchor: str, each: Settled, wordings: Sequence[str], alive: bool, texts: Sequence[str]) -> Diagnostic | None:
    """Return a warning where an ``[[anchor]]`` decision has no effect: it neither holds nor ever did.

    Args:
        anchor: under its present name.
        each: what was decided about it.
        wordings: its words now, or its last ones, and those before.
        alive: whether it leads to a block.
        texts: the blocks of its article.
    """
    if each.gone:
        stands = f"the words of {anchor} stand unchanged; gone = true has no effect; remove the entry"
        return each.diagnostic(stands) if alive else None
    starts = plain(each.starts)
    if any(plain(text).startswith(starts) for text in wordings):
        return None
    if any(plain(text).startswith(starts) for text in texts):
        message = f"the words of {anchor} stand elsewhere unchanged, so that the entry has no effect; remove it"
    else:
        message = f"no block of the article starts with “{each.starts}”, so that the entry has no effect; correct it"
    return each.diagnostic(message)


def by_slug(settled: Mapping[str, Settled], records: Mapping[str, Record]) -> dict[str, dict[str, Settled]]:
    """Sort ``[[anchor]]`` decisions by article, under the anchors' present names.

    Raises:
        CorpusError: for an anchor that was never issued.
    """
    if not settled:
        return {}
    names = {
        name: (slug, entry.id(slug))
        for slug, record in records.items()
        for entry in record.entries
        for name in (entry.id(slug), *entry.aliases)
    }
    sorted_: dict[str, dict[str, Settled]] = {}
    wrong = []
    for anchor, each in settled.items():
        if anchor in names:
            slug, now = names[anchor]
            sorted_.setdefault(slug, {})[now] = each
        else:
            parts = grammar.parse(anchor)
            why = "a sentence has no place of its own" if parts and parts.sentence else "it was never issued"
            wrong.append(each.diagnostic(f"no block has the anchor {anchor} ({why}); correct or remove the entry"))
    if wrong:
        raise CorpusError(wrong)
    return sorted_


def apply(
    articles: Sequence[Article], withdrawn: Sequence[Article], overruled: Mapping[str, tuple[Decision, BlockKind]]
) -> tuple[list[Article], list[Diagnostic]]:
    """Give every block the kind that an editor decided; its anchor stays. Warn where the block has gone.

    ``withdrawn`` are articles whose seed has gone: what was decided about them waits for their return.

    Raises:
        CorpusError: for an anchor that the edition does not have.
    """
    if not overruled:
        return list(articles), []
    left = dict(overruled)
    notes: list[Diagnostic] = []
    result = []
    for stone in (each for article in (*articles, *withdrawn) for each in article.tombstones):
        if stone.id in left:
            decision, _ = left.pop(stone.id)
            notes.append(decision.diagnostic(f"the text of {stone.id} has gone; the entry has no effect"))
    for article in articles:
        blocks = []
        for block in article.blocks:
            mine = [left.pop(name)[1] for name in (block.id, *block.aliases) if name in left]
            blocks.append(_overrule(block, mine[0]) if mine else block)
        title = article.title
        if not article.seed.metadata.title:
            title = next((" ".join(each.text.split()) for each in blocks if each.kind is BlockKind.TITLE), title)
        result.append(replace(article, blocks=tuple(blocks), title=title))
    if left:
        raise CorpusError(
            [
                each.diagnostic(f"no block has the anchor {anchor}; correct or remove the entry")
                for anchor, (each, _) in left.items()
            ]
        )
    return result, notes


def _overrule(block: Block, kind: BlockKind) -> Block:
    """The decision speaks for the whole line, so debris at its end becomes part of its last sentence."""
    sentences = block.sentences
    if block.furniture and sentences:
        sentences = (*sentences[:-1], replace(sentences[-1], end=block.end))
    return replace(block, kind=kind, reason=_REASON, furniture=(), sentences=sentences)
