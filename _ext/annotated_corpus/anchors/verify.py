"""Verification: do the words of a citation still stand?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from annotated_corpus.anchors import grammar
from annotated_corpus.anchors.checksums import checksum, plain
from annotated_corpus.anchors.register import GONE, MERGED, Entry, Record, Register
from annotated_corpus.model import Article

_CHECKSUM = re.compile(r"\bsha256:([0-9a-f]{12,64})\b")
_FRAGMENT = re.compile(r"#([a-z][a-z0-9-]*)")
_BARE = re.compile(r"(?<![\w-])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\w-])")


class Standing(StrEnum):
    """What verification found."""

    STANDS = "stands"
    CHANGED = "changed"
    GONE = "gone"
    MERGED = "merged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the words cited still stand at ``anchor``; ``message`` says it in a sentence."""

    standing: Standing
    anchor: str
    message: str
    text: str = ""

    @property
    def good(self) -> bool:
        """Whether the citation can be used as it is."""
        return self.standing is Standing.STANDS


def parse_citation(text: str) -> tuple[str | None, str | None]:
    """Find the anchor and the checksum in a pasted citation, of whatever format; None for what is missing.

    BibTeX's escapes (``\\_``, ``{\\#}``) and percent-encoding are undone first.
    """
    text = unquote(re.sub(r"\{?\\([#_%&~{}$])\}?", r"\1", text))
    found = _CHECKSUM.search(text)
    anchors = [*_FRAGMENT.findall(text), *_BARE.findall(text)]
    anchor = next((each for each in anchors if grammar.parse(each)), None)
    return anchor, f"sha256:{found[1][:12]}" if found else None


def verify(
    quoted: str | None, checksum_: str | None, anchor: str, articles: Sequence[Article], register: Register
) -> Verdict:
    """Say whether the words cited still stand at ``anchor``.

    Args:
        quoted: the words cited, or None if the citation has none.
        checksum_: the checksum that the citation carries, or None.
        anchor: of a block or a sentence; an alias is followed.
        articles: of the edition as it is now. The register has the words of these and of all before.
    """
    found = _find(anchor, register)
    if found is None:
        return Verdict(Standing.UNKNOWN, anchor, f"{anchor} was never issued here; check the spelling")
    record, entry, sentence = found
    now = entry.id(record.slug)
    text = entry.text
    if entry.state == MERGED:
        return Verdict(
            Standing.MERGED, entry.into, f"{anchor} now stands in {entry.into}; its own words were: {text}", text
        )
    if entry.state == GONE:
        return Verdict(Standing.GONE, now, f"the text of {anchor} has gone; its last words were: {text}", text)
    if sentence:
        kept = next((each for each in entry.sentences if each.number == sentence), None)
        if kept is None:
            return Verdict(Standing.UNKNOWN, anchor, f"{now} stands, but has no sentence {sentence}", text)
        now = f"{now}-s{sentence}"
        if kept.gone:
            return Verdict(
                Standing.GONE, now, f"the sentence {anchor} has gone; its last words were: {kept.text}", kept.text
            )
    if checksum_ is not None and not checksum(text).startswith(checksum_[:19]):
        past = any(checksum(old) == checksum_[:19] for old in entry.revisions)
        why = "it was cited in an earlier wording" if past else "no wording on record has this checksum"
        return Verdict(Standing.CHANGED, now, f"the words of {anchor} have changed ({why}); it now reads: {text}", text)
    if quoted is not None and plain(quoted) not in plain(text):
        return Verdict(Standing.CHANGED, now, f"{anchor} does not hold the words quoted; it now reads: {text}", text)
    return Verdict(Standing.STANDS, now, f"the words still stand at {now}", text)


def _find(anchor: str, register: Register) -> tuple[Record, Entry, str] | None:
    parts = grammar.parse(anchor)
    if parts is None:
        return None
    for record in register.records.values():
        for entry in record.entries:
            if entry.id(record.slug) == parts.block or parts.block in entry.aliases:
                return record, entry, parts.sentence
    return None
