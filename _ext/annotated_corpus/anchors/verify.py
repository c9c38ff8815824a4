"""Verification: do the words of a citation still stand?"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from annotated_corpus.anchors import checksums, grammar
from annotated_corpus.anchors.register import GONE, MERGED, Entry, Record, Register
from annotated_corpus.model import Article

_PLAIN = str.maketrans('"“”„«»‘’‚‹›–—−', "'''''''''''---")
"""A quotation within a quotation has single marks for double ones."""
_CHECKSUM = re.compile(r"\bsha256:\s*([0-9a-f]{12,64})\b", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:sha-?\d+|md5)\s*[:=]", re.IGNORECASE)
"""What was meant to be a checksum: none may be passed over because a line break or a slip cut it short."""
_FRAGMENT = re.compile(r"#([a-z][a-z0-9-]*)")
_BARE = re.compile(r"(?<![\w-])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\w-])")


_ARTICLE = re.compile(
    r"""
      [#/]([a-z][a-z0-9-]*)(?:\.html?)?/?(?![\w./-])   # the end of an address
    | ([a-z][a-z0-9-]*)\.html?\b                       # a file
    | @\w+\{([a-z][a-z0-9-]*),                         # the key of BibTeX
    | `([a-z][a-z0-9-]*)`                              # a role
    | ;\s([a-z][a-z0-9-]*);\ssha256:                   # a note
    | \A\s*([a-z][a-z0-9-]*)(?:[\s,;(]+sha256:\w+\)?)?\s*\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Where the anchor of an article may stand in a citation; the last is one that stands alone."""


class Standing(StrEnum):
    """What verification found."""

    STANDS = "stands"
    MOVED = "moved"
    """The words stand elsewhere in the article, as after a paragraph was split."""
    CHANGED = "changed"
    GONE = "gone"
    MERGED = "merged"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the words cited still stand at ``anchor``; ``message`` says it in a sentence.

    ``text`` is what stands there; ``cited`` are the words that were cited, where they are known and do not stand there.
    """

    standing: Standing
    anchor: str
    message: str
    text: str = ""
    cited: str = ""

    @property
    def good(self) -> bool:
        """Whether the citation can be used as it is."""
        return self.standing is Standing.STANDS


def parse_citation(text: str, register: Register | None = None) -> tuple[str | None, str | None]:
    """Find the anchor and the checksum in a pasted citation, of whatever format; None for what is missing.

    BibTeX's escapes (``\\_``, ``{\\#}``) and percent-encoding are undone first. The anchor of an article could be
    any word, so it is found only where ``register`` knows it; a checksum alone may be that of an article.
    """
    text = unquote(re.sub(r"\{?\\([#_%&~{}$])\}?", r"\1", text))
    found = _CHECKSUM.search(text)
    anchors = [*_FRAGMENT.findall(text), *_BARE.findall(text)]
    anchor = next((each for each in anchors if grammar.parse(each)), None)
    checksum = f"sha256:{found[1][: checksums.SHORT].lower()}" if found else None
    if anchor is None and register is not None:
        anchor = _article_in(text, checksum, register)
    return anchor, checksum


def unreadable_checksum(text: str) -> bool:
    """Return whether a citation has something that was meant to be a checksum and is none, or not all of one."""
    text = unquote(text)
    return bool(_MEANT.search(text)) and not _CHECKSUM.search(text)


def _article_in(text: str, checksum: str | None, register: Register) -> str | None:
    """Return the first article of the register that a citation names, or else the one that has the checksum."""
    known = {name for slug, record in register.records.items() for name in (slug, *record.aliases)}
    named = (each for found in _ARTICLE.finditer(text) for each in found.groups() if each in known)
    fitting = (slug for slug, record in register.records.items() if checksum and _short(record.sha256) == checksum)
    return next(named, None) or next(fitting, None)


def verify(
    quoted: str | None, checksum: str | None, anchor: str, articles: Sequence[Article], register: Register
) -> Verdict:
    """Say whether the words cited still stand at ``anchor``.

    Args:
        quoted: the words cited, or None if the citation has none.
        checksum: the checksum that the citation carries, of the whole block or of the sentence, or None.
        anchor: of an article, a block or a sentence; an alias is followed. The checksum of an article is that
            of its file.
        articles: of the edition as it is now.
        register: has the words of these and of all before.

    Words that do not stand at ``anchor`` any more are looked for in the rest of its article.
    """
    verdict = _at(quoted, checksum, anchor, articles, register)
    parts = grammar.parse(verdict.anchor)
    article = next((each for each in articles if parts and each.id == parts.slug), None)
    if verdict.good or article is None or parts is None or not _words(verdict.cited):
        return verdict
    places = _whereabouts(verdict.cited, article, parts.block)
    if not places:
        return verdict
    texts = [_text_of(place, articles) for place in places]
    where = f"at {places[0]}" if len(places) == 1 else f"from {places[0]} to {places[-1]}"
    message = f"the words cited no longer stand at {anchor}; they now stand {where}: {' '.join(texts)}"
    return Verdict(Standing.MOVED, places[0], message, texts[0], verdict.cited)


def _whereabouts(cited: str, article: Article, near: str) -> tuple[str, ...]:
    """Return the blocks of an article over which the words cited run, those nearest the block ``near``; or none."""
    words = _words(cited)
    whole, starts = "", []
    for block in article.blocks:
        starts.append(len(whole))
        whole += f"{_words(block.text)} "
    runs = [
        (bisect_right(starts, found.start()) - 1, bisect_left(starts, found.end()))
        for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", whole)
    ]
    at = next((index for index, block in enumerate(article.blocks) if near in (block.id, *block.aliases)), 0)
    first, end = min(runs, key=lambda run: (abs(run[0] - at), run), default=(0, 0))
    return tuple(block.id for block in article.blocks[first:end])


def _at(
    quoted: str | None, checksum: str | None, anchor: str, articles: Sequence[Article], register: Register
) -> Verdict:
    """Say whether the words cited still stand at ``anchor``, whatever stands elsewhere."""
    if record := _record(anchor, register):
        return _article(quoted, checksum, anchor, record, articles)
    found = _find(anchor, register)
    if found is None:
        return Verdict(Standing.UNKNOWN, anchor, f"{anchor} was never issued here; check the spelling")
    slug, entry, sentence = found
    now = entry.id(slug)
    text = _text_of(now, articles) or entry.text
    if entry.state == MERGED:
        return _merged(quoted, checksum, anchor, entry, _text_of(entry.into, articles))
    if entry.state == GONE:
        message = f"the text of {anchor} has gone; its last words were: {text}"
        return Verdict(Standing.GONE, now, message, text, quoted if quoted is not None else text)
    wordings = [text]
    reads = text
    if sentence:
        kept = next((each for each in entry.sentences if each.number == sentence), None)
        if kept is None:
            message = f"{now} stands, but was never given a sentence {sentence}; check the spelling"
            return Verdict(Standing.UNKNOWN, anchor, message, text)
        now = f"{now}-s{sentence}"
        if kept.gone:
            message = f"the sentence {anchor} has gone; its last words were: {kept.text}"
            return Verdict(Standing.GONE, now, message, kept.text, quoted if quoted is not None else kept.text)
        wordings.append(reads := kept.text)
    if quoted is not None:
        if _words(quoted) in _words(text):
            return Verdict(Standing.STANDS, now, f"the words quoted stand at {now}", text)
        message = f"{now} does not hold the words quoted; it now reads: {text}"
        return Verdict(Standing.CHANGED, now, message, text, quoted)
    if checksum is None:
        return Verdict(Standing.STANDS, now, _uncompared(now, entry, reads), text)
    if any(_fits(each, checksum) for each in wordings):
        return Verdict(Standing.STANDS, now, f"the words stand at {now}", text)
    return _changed(checksum, now, text, entry)


def _uncompared(now: str, entry: Entry, reads: str) -> str:
    """Say what stands at an anchor that was cited without words and without a checksum."""
    since = ", but the paragraph was reworded since its anchor was issued" if entry.revisions else ""
    return f"{now} is there{since}; no words or checksum were given to compare; it now reads: {reads}"


def _record(anchor: str, register: Register) -> Record | None:
    return next(
        (record for slug, record in register.records.items() if anchor == slug or anchor in record.aliases), None
    )


def _article(
    quoted: str | None, checksum: str | None, anchor: str, record: Record, articles: Sequence[Article]
) -> Verdict:
    """Say whether an article as a whole is there, and whether its file, or the words quoted, are as cited."""
    now = record.slug
    article = next((each for each in articles if each.id == now), None)
    if article is None:
        called = f" (“{record.metadata.title}”)" if record.metadata.title else ""
        return Verdict(Standing.GONE, now, f"the article {anchor}{called} has gone; its anchors are kept as tombstones")
    called = f"“{article.title}”"
    if quoted is not None:
        for block in article.blocks:
            if _words(quoted) in _words(block.text):
                return Verdict(Standing.STANDS, block.id, f"the words quoted stand at {block.id}", block.text)
        return Verdict(Standing.CHANGED, now, f"no paragraph of {now} ({called}) holds the words quoted", article.title)
    if checksum is None:
        message = f"the article {now} is there ({called}); no words or checksum were given to compare"
        return Verdict(Standing.STANDS, now, message, article.title)
    if _short(record.sha256) == checksum[: len("sha256:") + checksums.SHORT]:
        return Verdict(
            Standing.STANDS, now, f"the text of the article {now} ({called}) stands unchanged", article.title
        )
    message = (
        f"the article {now} ({called}) is there, but its text is not the one cited: it now has "
        f"{_short(record.sha256)}; verify the paragraphs that matter"
    )
    return Verdict(Standing.CHANGED, now, message, article.title)


def _short(digest: str) -> str:
    return f"sha256:{digest[: checksums.SHORT]}"


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
    return Verdict(Standing.CHANGED, now, message, text, past or "")


def _merged(quoted: str | None, checksum: str | None, anchor: str, entry: Entry, text: str) -> Verdict:
    cited = quoted if quoted is not None else entry.text
    known = quoted is not None or checksum is None or _fits(entry.text, checksum)
    if known and _words(cited) in _words(text):
        return Verdict(Standing.STANDS, entry.into, f"the words of {anchor} now stand within {entry.into}", text)
    message = f"{anchor} was merged into {entry.into}; its own last words were: {entry.text}"
    return Verdict(Standing.MERGED, entry.into, message, text, quoted or "")


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
