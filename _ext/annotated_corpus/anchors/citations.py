"""Pasted citations: which anchors they name, with which checksums, and which words they quote.

Every form that pages offer is read (`pages.citation`), and what people make of them: a quotation is what stands
between quotation marks and is not the title of the work cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote

from annotated_corpus.anchors import checksums, grammar
from annotated_corpus.anchors.quoted import spelled
from annotated_corpus.anchors.register import Record, Register
from annotated_corpus.model import Article, BlockKind

_CHECKSUM = re.compile(r"\bsha256:\s*([0-9a-f]{12,64})\b", re.IGNORECASE)
_MEANT = re.compile(r"\b(?:sha-?\d+|md5)\s*[:=]", re.IGNORECASE)
"""What was meant to be a checksum: none may be passed over because a line break or a slip cut it short."""
_ANCHOR = re.compile(r"#([a-z][a-z0-9-]*)|(?<![\w-])([a-z][a-z0-9]*(?:-[a-z0-9]+)+)(?![\w-]|\":)")
"""An anchor with its sign, or bare; no key of JSON ("container-title") is one."""
_ADDRESS = re.compile(r"[^\s\"'“”‘’<>(){}]+(?=#[a-z][a-z0-9-]*)")
"""What stands before the anchor of an address names no other."""
_LINK = re.compile(r"\S*(?:://|%23|\\#)\S*")
_FRAGMENT = re.compile(r":~:text=([^\s\"'“”<>(){}]+)")
"""The words that a link marks: ``prefix-,first words,last words,-suffix``, of which most may be missing."""
_TEX = re.compile(r"\{?\\([#_%&~{}$])\}?")
_FIRST_AT = re.compile(r"(?<=first at )[^\s\"}]+")
"""Where the original stood, as the notes of our forms give it."""
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
_FIELDS = re.compile(r"""\s*(?:@\w+\s*\{|TY\s+-|\[?\s*\{\s*["'])""")
"""How BibTeX, RIS and CSL-JSON begin: their fields state what the work is, and none is a quotation."""
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_HYPERTEXT = re.compile(r"<a\s[^<>]*href=", re.IGNORECASE)
"""HTML that was pasted has a link; without one, a tag is among the words."""
_CLOSING = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "「": "」", "『": "』"}
_OPENS = re.compile(r"^$|[\s(\[“‘„«'/—–-]$")
"""What stands before a straight mark that opens; any other closes."""
_SINGLE = re.compile(r"\W*?['‘](.+)['’]\W*", re.DOTALL)
_STATED = re.compile(r"(?:, in: |\bedition )[^“”\"]{0,80}$")
"""What an edition's name follows, which may have quotation marks itself."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited: an anchor, the checksum stated of its words, and the words quoted, each None where there is none.

    Words that were quoted in several pieces are joined by ellipses. ``unclear`` says what cannot be read, and what to
    do; such a citation cannot be verified.
    """

    anchor: str
    checksum: str | None = None
    quoted: str | None = None
    unclear: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """A piece of a citation, and where it stands."""

    text: str
    start: int
    end: int

    def within(self, other: _Found) -> bool:
        """Whether all of it stands within another."""
        return other.start <= self.start and self.end <= other.end


def read_citations(
    text: str, register: Register | None = None, articles: Sequence[Article] = ()
) -> tuple[Citation, ...]:
    """Return every citation in a pasted text, of whatever format; none if it names no anchor.

    BibTeX's escapes (``\\_``, ``{\\#}``) and percent-encoding are undone first. The anchor of an article could be
    any word, so it is found only where ``register`` knows it; a checksum alone may be that of an article. The titles
    in ``register`` and of ``articles`` are not taken for words quoted.
    """
    text = _FIRST_AT.sub(" ", text)
    fragments = _FRAGMENT.findall(text)
    text = _unescaped(_FRAGMENT.sub("", text))
    sums = [
        _Found(f"sha256:{each[1][: checksums.SHORT].lower()}", each.start(), each.end())
        for each in _CHECKSUM.finditer(text)
    ]
    known = _known(register)
    targets = list(_blocks_in(text, known)) or list(_articles_in(text, sums, known))
    targets = [each for at, each in enumerate(targets) if at == 0 or not _again(targets[at - 1], each, text)]
    stated = _paired(targets, sums)
    quoted, whole = _quotations(text, targets, known, articles)
    unclear = ""
    if len(_MEANT.findall(text)) > len(sums):
        unclear = "a checksum cannot be read: it is sha256: and 12 digits, 0 to 9 and a to f; copy it whole"
    elif {each.text for each in sums} > {each for each in stated if each}:
        unclear = "it is not clear which checksum belongs to what is cited; verify one citation at a time"
    elif not whole:
        unclear = "a quotation mark that opens is never closed; copy the citation whole"
    made = [Citation(target.text, stated[at], quoted[at], unclear) for at, target in enumerate(targets)]
    if len(fragments) == 1 == len(made):
        # What the link marks is a quotation of its own, beside what stands in quotation marks.
        marked = replace(made[0], quoted=_marked(fragments[0]))
        made = [marked] if made[0].quoted is None else [*made, marked]
    return tuple(made)


def _marked(fragment: str) -> str:
    """Return the words of a text fragment: its first and its last ones, as a quotation with an ellipsis."""
    parts = [part for each in fragment.split("&text=") for part in each.split(",")]
    kept = [unquote(part) for part in parts if part[:1] != "-" and part[-1:] != "-"]
    return " … ".join(kept)


def _unescaped(text: str) -> str:
    """Undo what TeX and addresses write in place of signs, where there is one; words quoted stay as they are."""
    text = _TEX.sub(r"\1", text) if _FIELDS.match(text) else text
    return _LINK.sub(lambda found: unquote(_TEX.sub(r"\1", found[0])), text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _known(register: Register | None) -> dict[str, Record]:
    """Return the articles of the register by slug and alias."""
    records = register.records.values() if register else ()
    return {name: record for record in records for name in (record.slug, *record.aliases)}


def _blocks_in(text: str, known: Mapping[str, Record]) -> Iterator[_Found]:
    """Yield the anchors of blocks and sentences; what only looks like one gives way to those of known articles."""
    text = _ADDRESS.sub(_blank, text)
    found = [
        (_Found(name, each.start(), each.end()), parts.slug in known)
        for each in _ANCHOR.finditer(text)
        if (parts := grammar.parse(name := each[1] or each[2]))
    ]
    sure = any(certain for _, certain in found)
    for each, certain in found:
        if certain or not sure or text[each.start] == "#":
            yield each


def _articles_in(text: str, sums: list[_Found], known: Mapping[str, Record]) -> Iterator[_Found]:
    """Yield the articles that a citation names, or else the one that has the checksum."""
    seen: set[str] = set()
    for found in _ARTICLE.finditer(text):
        for name in found.groups():
            if name in known and known[name].slug not in seen:
                seen.add(known[name].slug)
                yield _Found(name, found.start(), found.end())
    if not seen and sums:
        short = sums[0].text.removeprefix("sha256:")
        fitting = (record.slug for record in known.values() if record.sha256.startswith(short))
        yield from (_Found(slug, sums[0].start, sums[0].end) for slug in [*fitting][:1])


def _again(before: _Found, found: _Found, text: str) -> bool:
    """Whether an anchor only repeats the one before, as the fields of a form do; words may be quoted from it twice."""
    between = _TAG.sub("", text[before.end : found.start])
    return before.text == found.text and (_FIELDS.match(text) is not None or not any(map(between.count, _CLOSING)))


def _paired(targets: list[_Found], sums: list[_Found]) -> list[str | None]:
    """Return the checksum of each target: one for each in order, or else the first before the next target."""
    if not targets:
        return []
    if len(targets) == 1:
        return [sums[0].text if sums else None]
    if len(targets) == len(sums):
        return [each.text for each in sums]
    ends = [*(each.start for each in targets[1:]), None]
    own = (
        [each.text for each in sums if each.start >= target.end and (end is None or each.start < end)]
        for target, end in zip(targets, ends, strict=True)
    )
    return [texts[0] if texts else None for texts in own]


def _quotations(
    text: str, targets: list[_Found], known: Mapping[str, Record], articles: Sequence[Article]
) -> tuple[list[str | None], bool]:
    """Return the words quoted for each target, and whether every quotation mark that opens is closed.

    Quotations stand before what they are cited from, unless an anchor comes first. Where that is in brackets, what
    is quoted within these is the title.
    """
    if not targets or _FIELDS.match(text):
        return [None] * len(targets), True
    text = _TAG.sub(_blank, text) if _HYPERTEXT.search(text) else text
    spans, whole = _spans(text)
    spans = [
        each
        for each in spans
        if not any(target.within(each) for target in targets) and not _STATED.search(text[: each.start - 1])
    ]
    after = bool(spans) and targets[0].start < spans[0].start
    made: list[str | None] = []
    for at, target in enumerate(targets):
        start = target.end if after else targets[at - 1].end if at else 0
        end = targets[at + 1].start if at + 1 < len(targets) else len(text)
        if not after and at + 1 < len(targets):
            end = target.start
        own = [each for each in spans if start <= each.start and each.end <= end]
        note = _brackets(text, target, spans)
        outside = [each for each in own if not (note and each.within(note))]
        titles = _titles(target.text, known, articles)
        words = [
            each.text
            for each in outside or own
            if (note and text[each.end + 1 : note.start].strip() == "" and each in outside)
            or _bare(each.text) not in titles
        ]
        before = text[start : note.start if note else target.start]
        if not outside and not after and (single := _SINGLE.fullmatch(before)):
            words = [single[1]]
        made.append(" … ".join(words) if words else None)
    return made, whole


def _spans(text: str) -> tuple[list[_Found], bool]:
    """Return what stands between double quotation marks, those within aside, and whether each that opens is closed."""
    made: list[_Found] = []
    opener, start, depth = "", 0, 0
    for at, sign in enumerate(text):
        opens = sign in _CLOSING
        if sign == '"':
            opens = (opener == sign and at == start) or _OPENS.search(text[max(at - 1, 0) : at]) is not None
        opens = opens and text[at + 1 : at + 2].strip() != ""
        if not opener and opens:
            opener, start, depth = sign, at + 1, 1
        elif opener and sign == opener and opens:
            depth += 1
        elif opener and sign in _CLOSING[opener]:
            depth -= 1
            if not depth:
                made.append(_Found(text[start:at], start, at))
                opener = ""
    return made, not opener


def _brackets(text: str, target: _Found, spans: list[_Found]) -> _Found | None:
    """Return the outermost round brackets that hold a target, None if there are none."""
    open_: list[int] = []
    quoted = {at for each in spans for at in range(each.start, each.end)}
    for at, sign in enumerate(text):
        if at in quoted:
            continue
        if sign == "(":
            open_.append(at)
        elif sign == ")" and open_:
            start = open_.pop()
            if not open_ and start < target.start and target.end <= at:
                return _Found(text[start : at + 1], start, at + 1)
    return None


def _titles(anchor: str, known: Mapping[str, Record], articles: Sequence[Article]) -> set[str]:
    """Return the titles, now and before, of the article that ``anchor`` names; none where its title is cited."""
    parts = grammar.parse(anchor)
    record = known.get(parts.slug if parts else anchor)
    if record is None or (parts and not parts.letter):
        return set()
    entries = [each for each in record.entries if each.kind is BlockKind.TITLE]
    titles = [record.metadata.title, *(each.title for each in articles if each.id == record.slug)]
    titles += [text for each in entries for text in (each.text, *each.revisions)]
    return {_bare(each) for each in titles if each}


def _bare(title: str) -> str:
    return spelled(title).strip(" .,;:")
