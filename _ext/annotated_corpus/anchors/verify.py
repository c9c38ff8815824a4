"""Verification: do the words of a citation still stand?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotated_corpus.anchors import checksums, grammar
from annotated_corpus.anchors.quoted import edited, gaps, holds, runs, spelled, wordless
from annotated_corpus.anchors.register import GONE, MERGED, Entry, Record, Register
from annotated_corpus.model import Article


class Standing(StrEnum):
    """What verification found."""

    STANDS = "stands"
    MOVED = "moved"
    """The words stand elsewhere in the article, as after a paragraph was split."""
    CHANGED = "changed"
    MISQUOTED = "misquoted"
    """No wording on record has the words quoted."""
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

    The words decide; where both are given, the message says too whether the rest of the paragraph has changed. Words
    that do not stand at ``anchor`` are looked for in the rest of its article.
    """
    if quoted is not None and wordless(quoted):
        return Verdict(Standing.UNKNOWN, anchor, f"the quotation from {anchor} has no words to compare")
    verdict = _at(quoted, checksum, anchor, articles, register)
    parts = grammar.parse(verdict.anchor)
    article = next((each for each in articles if parts and each.id == parts.slug), None)
    if verdict.good or article is None or parts is None or wordless(verdict.cited):
        return verdict
    places = _whereabouts(verdict.cited, article, parts.block)
    if not places:
        return verdict
    texts = [_text_of(place, articles) for place in places]
    if quoted is None and places == (parts.block,) and verdict.standing is Standing.CHANGED:
        message = f"the words cited stand at {parts.block}, with text added: {texts[0]}"
        return Verdict(Standing.STANDS, parts.block, message, texts[0])
    where = f"at {places[0]}" if len(places) == 1 else f"from {places[0]} to {places[-1]}"
    message = f"the words cited do not stand at {anchor}; they stand {where}: {' '.join(texts)}"
    return Verdict(Standing.MOVED, places[0], message, texts[0], verdict.cited)


def _whereabouts(cited: str, article: Article, near: str) -> tuple[str, ...]:
    """Return the blocks of an article over which the words cited run, those nearest the block ``near``; or none."""
    whole, starts, ends = "", [], []
    for block in article.blocks:
        starts.append(len(whole))
        whole += spelled(block.text)
        ends.append(len(whole))
        whole += " "
    found = [
        (bisect_right(starts, start) - 1, bisect_left(starts, end)) for start, end in runs(whole, cited, tuple(ends))
    ]
    at = next((index for index, block in enumerate(article.blocks) if near in (block.id, *block.aliases)), 0)
    first, end = min(found, key=lambda run: (run[1] - run[0] > 1, abs(run[0] - at), run), default=(0, 0))
    return tuple(block.id for block in article.blocks[first:end])


def _at(
    quoted: str | None, checksum: str | None, anchor: str, articles: Sequence[Article], register: Register
) -> Verdict:
    """Say whether the words cited stand at ``anchor``, whatever stands elsewhere."""
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
        return _gone("text of", quoted, anchor, now, text)
    reads = text
    if sentence:
        kept = next((each for each in entry.sentences if each.number == sentence), None)
        if kept is None:
            message = f"{now} stands, but was never given a sentence {sentence}; check the spelling"
            return Verdict(Standing.UNKNOWN, anchor, message, text)
        if kept.gone:
            return _gone("sentence", quoted, anchor, f"{now}-s{sentence}", kept.text)
        reads = kept.text
    if quoted is not None:
        return _quoted(quoted, checksum, now, sentence, (text, reads), entry)
    if sentence:
        now = f"{now}-s{sentence}"
    if checksum is None:
        return Verdict(Standing.STANDS, now, _uncompared(now, entry, reads), text)
    if _fits(reads, checksum) or _fits(text, checksum):
        what = "words of the sentence" if sentence and _fits(reads, checksum) else "words of the paragraph"
        message = f"by the checksum the {what} stand unchanged at {now}; no quotation was given to compare"
        return Verdict(Standing.STANDS, now, message, text)
    return _changed(checksum, now, text, entry)


def _uncompared(now: str, entry: Entry, reads: str) -> str:
    """Say what stands at an anchor that was cited without words and without a checksum."""
    since = ", but the paragraph was reworded since its anchor was issued" if entry.revisions else ""
    return f"{now} is there{since}; no words or checksum were given to compare; it now reads: {reads}"


def _quoted(
    quoted: str, checksum: str | None, block: str, sentence: str, texts: tuple[str, str], entry: Entry
) -> Verdict:
    """Say whether the words quoted stand in a block, or in its sentence; ``texts`` are those of both as they read."""
    text, reads = texts
    now = f"{block}-s{sentence}" if sentence else block
    same = checksum is not None and (_fits(text, checksum) or _fits(reads, checksum))
    if holds(text, quoted):
        within = not sentence or holds(reads, quoted)
        message = f"{_words(quoted, text)} stand at {now if within else f'{block}, but not all of them in {now}'}"
        if same:
            message += ", whose checksum is that cited"
        elif checksum is not None and any(_fits(each, checksum) for each in entry.revisions):
            message += "; what stands around them has changed"
        elif checksum is not None:
            message += ", but no wording on record has the checksum cited"
        return Verdict(Standing.STANDS, now if within else block, message, text)
    past = next((each for each in entry.revisions if holds(each, quoted)), None)
    if past is not None:
        message = f"{now} does not hold the words quoted any more: {_marked(quoted)}; it now reads: {text}"
        return Verdict(Standing.CHANGED, now, message, text, quoted)
    unchanged = ", whose checksum is that cited," if same else ""
    message = f"no wording on record of {now}{unchanged} holds the words quoted: {_marked(quoted)}; it reads: {text}"
    return Verdict(Standing.MISQUOTED, now, message, text, quoted)


def _words(quoted: str, text: str) -> str:
    """Name the words that were compared with a text."""
    but = [
        *(["but for what is in square brackets"] if edited(text, quoted) else []),
        *(["with words left out where the ellipsis is"] if gaps(text, quoted) else []),
    ]
    return f"the words quoted{''.join(f', {each}' for each in but)}{',' if but else ''}"


def _marked(quoted: str) -> str:
    return f"“{quoted.strip()}”"


def _gone(what: str, quoted: str | None, anchor: str, now: str, last: str) -> Verdict:
    message = f"the {what} {anchor} has gone; its last words were: {last}"
    if quoted is not None and not holds(last, quoted):
        message += f" They do not hold the words quoted: {_marked(quoted)}"
    return Verdict(Standing.GONE, now, message, last, quoted if quoted is not None else last)


def _record(anchor: str, register: Register) -> Record | None:
    return next(
        (record for slug, record in register.records.items() if anchor == slug or anchor in record.aliases), None
    )


def _article(
    quoted: str | None, checksum: str | None, anchor: str, record: Record, articles: Sequence[Article]
) -> Verdict:
    """Say whether an article as a whole is there, and whether its file, and the words quoted, are as cited."""
    now = record.slug
    article = next((each for each in articles if each.id == now), None)
    if article is None:
        called = f" (“{record.metadata.title}”)" if record.metadata.title else ""
        return Verdict(Standing.GONE, now, f"the article {anchor}{called} has gone; its anchors are kept as tombstones")
    called = f"“{article.title}”"
    same = checksum is not None and _short(record.sha256) == checksum[: len("sha256:") + checksums.SHORT]
    if quoted is not None:
        block = next((each for each in article.blocks if holds(each.text, quoted)), None)
        if block is None:
            unchanged = ", whose checksum is that cited," if same else ""
            message = f"neither a paragraph nor the title of {now} ({called}){unchanged} holds the words quoted: "
            return Verdict(Standing.MISQUOTED, now, message + _marked(quoted), article.title)
        message = f"{_words(quoted, block.text)} stand at {block.id}"
        if checksum is not None:
            message += (
                ", in an article whose text is unchanged" if same else ", but the article has not the checksum cited"
            )
        return Verdict(Standing.STANDS, block.id, message, block.text)
    if checksum is None:
        message = f"the article {now} is there ({called}); no words or checksum were given to compare"
        return Verdict(Standing.STANDS, now, message, article.title)
    if same:
        message = f"the text of the article {now} ({called}) stands unchanged, by its checksum"
        return Verdict(Standing.STANDS, now, message, article.title)
    message = (
        f"the article {now} ({called}) is there, but its text is not the one cited: it now has "
        f"{_short(record.sha256)}; verify the paragraphs that matter"
    )
    return Verdict(Standing.CHANGED, now, message, article.title)


def _short(digest: str) -> str:
    return f"sha256:{digest[: checksums.SHORT]}"


def _fits(text: str, checksum: str) -> bool:
    return checksums.checksum(text) == checksum[: len("sha256:") + checksums.SHORT]


def _changed(checksum: str, now: str, text: str, entry: Entry) -> Verdict:
    past = next((each for each in entry.revisions if _fits(each, checksum)), None)
    if past is None:
        message = f"no wording of {now} on record has this checksum; it now reads: {text}"
    elif spelled(past) == spelled(text):
        return Verdict(Standing.STANDS, now, f"the words stand at {now}; only their typography has changed", text)
    else:
        message = f"the words at {now} have changed; cited were: {past} They now read: {text}"
    return Verdict(Standing.CHANGED, now, message, text, past or "")


def _merged(quoted: str | None, checksum: str | None, anchor: str, entry: Entry, text: str) -> Verdict:
    cited = quoted if quoted is not None else entry.text
    known = quoted is not None or checksum is None or _fits(entry.text, checksum)
    if known and holds(text, cited):
        what = _words(quoted, text) if quoted is not None else f"the words of {anchor}"
        return Verdict(Standing.STANDS, entry.into, f"{what} now stand within {entry.into}", text)
    message = f"{anchor} was merged into {entry.into}; its own last words were: {entry.text}"
    if quoted is not None and not holds(entry.text, quoted):
        message += f" They do not hold the words quoted: {_marked(quoted)}"
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
