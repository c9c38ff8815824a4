"""Verification: do the words of a citation still stand?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from annotated_corpus.anchors import checksums, grammar
from annotated_corpus.anchors.register import GONE, MERGED, Entry, Register
from annotated_corpus.model import Article

_PLAIN = str.maketrans("“”„«»‘’‚‹›–—−", "\"\"\"\"\"'''''---")
_CHECKSUM = re.compile(r"\bsha256:([0-9a-f]{12,64})\b", re.IGNORECASE)
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
    return anchor, f"sha256:{found[1][: checksums.SHORT].lower()}" if found else None


def verify(
    quoted: str | None, checksum: str | None, anchor: str, articles: Sequence[Article], register: Register
) -> Verdict:
    """Say whether the words cited still stand at ``anchor``.

    Args:
        quoted: the words cited, or None if the citation has none.
        checksum: the checksum that the citation carries, of the whole block or of the sentence, or None.
        anchor: of a block or a sentence; an alias is followed.
        articles: of the edition as it is now.
        register: has the words of these and of all before.
    """
    found = _find(anchor, register)
    if found is None:
        return Verdict(Standing.UNKNOWN, anchor, f"{anchor} was never issued here; check the spelling")
    slug, entry, sentence = found
    now = entry.id(slug)
    text = _text_of(now, articles) or entry.text
    if entry.state == MERGED:
        return _merged(quoted, checksum, anchor, entry, _text_of(entry.into, articles))
    if entry.state == GONE:
        return Verdict(Standing.GONE, now, f"the text of {anchor} has gone; its last words were: {text}", text)
    wordings = [text]
    if sentence:
        kept = next((each for each in entry.sentences if each.number == sentence), None)
        if kept is None:
            message = f"{now} stands, but was never given a sentence {sentence}; check the spelling"
            return Verdict(Standing.UNKNOWN, anchor, message, text)
        now = f"{now}-s{sentence}"
        if kept.gone:
            message = f"the sentence {anchor} has gone; its last words were: {kept.text}"
            return Verdict(Standing.GONE, now, message, kept.text)
        wordings.append(kept.text)
    if quoted is not None:
        if _words(quoted) in _words(text):
            return Verdict(Standing.STANDS, now, f"the words quoted stand at {now}", text)
        return Verdict(Standing.CHANGED, now, f"{now} does not hold the words quoted; it now reads: {text}", text)
    if checksum is None or any(_fits(each, checksum) for each in wordings):
        return Verdict(Standing.STANDS, now, f"the words stand at {now}", text)
    return _changed(checksum, now, text, entry)


def _words(text: str) -> str:
    """Return ``text`` with plain quotation marks, dashes and spaces: a citation is often retyped."""
    return checksums.plain(text.translate(_PLAIN).replace("…", "..."))


def _fits(text: str, checksum: str) -> bool:
    return checksums.checksum(text) == checksum[: len("sha256:") + checksums.SHORT]


def _changed(checksum: str, now: str, text: str, entry: Entry) -> Verdict:
    past = next((each for each in entry.revisions if _fits(each, checksum)), None)
    if past is None:
        message = f"no wording of {now} on record has this checksum; it now reads: {text}"
    elif _words(past) == _words(text):
        return Verdict(Standing.STANDS, now, f"the words stand at {now}; only their typography has changed", text)
    else:
        message = f"the words at {now} have changed; cited were: {past} They now read: {text}"
    return Verdict(Standing.CHANGED, now, message, text)


def _merged(quoted: str | None, checksum: str | None, anchor: str, entry: Entry, text: str) -> Verdict:
    cited = quoted if quoted is not None else entry.text
    known = quoted is not None or checksum is None or _fits(entry.text, checksum)
    if known and _words(cited) in _words(text):
        return Verdict(Standing.STANDS, entry.into, f"the words of {anchor} now stand within {entry.into}", text)
    message = f"{anchor} was merged into {entry.into}; its own last words were: {entry.text}"
    return Verdict(Standing.MERGED, entry.into, message, text)


def _text_of(anchor: str, articles: Sequence[Article]) -> str:
    return next((block.text for article in articles for block in article.blocks if block.id == anchor), "")


def _find(anchor: str, register: Register) -> tuple[str, Entry, str] | None:
    """Return the slug and the entry that ``anchor`` names now, with the number of the sentence."""
    parts = grammar.parse(anchor)
    if parts is None:
        return None
    for slug, record in register.records.items():
        for entry in record.entries:
            if entry.id(slug) == parts.block or parts.block in entry.aliases:
                return slug, entry, parts.sentence
    return None
