"""Cues that a line is furniture of a web page, each with the reason that a page gives for folding it.

On doubt a line stays in the body, so a cue asks for the whole line to be of a kind, or for
several signs at once.
"""

from __future__ import annotations

import re

from annotated_corpus.text import credits, cues, vocabulary

_LETTER = re.compile(r"[^\W\d_]")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_POINTER = re.compile(r"([^:|>»›→]{2,40})\s*[:|>»›→]+\s*(\S.*)")
_TO_ARTICLE = re.compile(
    r"(?:read|view|see|watch|listen to|find)\s(?:the|our|more|all)\b.{0,50}\b"
    r"(?:articles?|story|stories|coverage|report|interview|video|post|version|series|here|site)\b.{0,30}",
    re.IGNORECASE,
)
_PHRASES: tuple[tuple[str, str], ...] = (
    (
        "part of a comment form",
        r"""(?:your\ )?e-?mail\ address\ will\ not\ be\ (?:published|shared).*
        | required\ fields\ are\ marked.*
        | notify\ me\ (?:of|when|by)\b.*
        | save\ my\ name\b.*\bbrowser\b.*
        | you\ must\ be\ (?:logged|signed)[\ -]in\ to\b.*
        | (?:leave|post|write|add|submit)\ (?:a|your)\ (?:reply|comment)s?\b.{0,20}
        | (?:be\ the\ first\ to|join\ the)\ (?:comment|conversation|discussion)\W*
        | comments\ (?:are|have\ been)\ (?:now\ )?(?:closed|moderated|disabled).{0,60}
        | (?:name|e-?mail|website|comment)\ ?\*""",
    ),
    (
        "an advertisement label",
        r"""\W*(?:story|article)?\s?continues\ (?:below|after)(?:\ (?:this\ )?(?:advert\w*|ad))?\W*""",
    ),
    (
        "a copyright notice",
        r"""(?:©|\(c\)|copyright\ (?:©|\(c\)|\d{4}|by\b)).{0,200}
        | .{0,200}\ball\ rights\ reserved\b.{0,300}
        | (?:this|the|our|no)\ (?:\w+\ )?(?:material|article|story|content|report|text|work)s?\ may\ (?:not\ )?be
          \ (?:published|reproduced|broadcast|copied|redistributed|used)\b.{0,200}""",
    ),
    (
        "a standing notice of the publisher",
        r"""our\ (?:editorial\ |journalistic\ )?(?:standards?|principles?|code|policy|policies|values)\s*[:|].{0,200}
        | .{0,60}\b(?:is|are)\ not\ responsible\ for\b.{0,60}\b(?:external|third[-\ ]party|linked|other)\b.{0,60}
        | (?:for\ immediate\ release|embargoed\ until\b.{0,60})
        | (?:this|the\ full)\ (?:article|story|content|post)\ is\ (?:only\ )?(?:available\ |reserved\ |exclusive\ )?
          (?:for|to)\ (?:our\ |paying\ |paid\ |registered\ ){0,3}(?:subscribers?|members)\b.{0,160}
        | (?:this\ (?:site|website)|we)\ uses?\ cookies\b.{0,400}
        | by\ (?:continuing|using|signing\ up|subscribing|clicking|browsing)\b.{0,80}
          \byou\ (?:agree|accept|consent).{0,300}""",
    ),
)
_STANDING = tuple((why, re.compile(pattern, re.IGNORECASE | re.VERBOSE)) for why, pattern in _PHRASES)
_DEBRIS = re.compile(
    r"""</?[a-z!][^<>]*> | &(?:nbsp|amp|lt|gt|quot|\#\d+); | \{\{[^{}]*\}\} | \{%[^{}]*%\}
    | \bfunction\s*\w*\s*\([^()]*\)\s*\{.* | \bvar\s+\w+\s*= | =>\s*\{ | [.\#][\w-]+\s*\{[^{}]*\}?
    | \b[\w-]+\.(?:jpe?g|png|gif|webp|svg)\b | \[/?[a-z_]+(?:\s[^\[\]]*=[^\[\]]*)?\]""",
    re.IGNORECASE | re.VERBOSE,
)
_PATH = re.compile(r"[(:]|/$|\.(?:jpe?g|png|gif|webp|svg|js|css|php|html?)\b", re.IGNORECASE)
_SIGNS = re.compile(r"[<&{}=\[/]|\.\w{2,4}\b")
_DEBRIS_SHARE = 0.3


def reason(text: str) -> str:
    """Return the reason why ``text`` is furniture whatever its place, empty if it is not."""
    if len(text) > cues.LONGEST:
        return ""
    if not _LETTER.search(text):
        # Figures alone are the counters of a page; a year may head a section.
        return "" if re.fullmatch(r"\W*\d{4}\W*", text) or credits.date(text) else "has no words"
    if _ADDRESS.fullmatch(text.strip("()[]<>")):
        return "a bare address"
    for why, pattern in _STANDING:
        if pattern.fullmatch(text):
            return why
    if interface(text):
        return "a control or heading of the web page"
    if _pointer(text):
        return "a pointer to another article"
    if _appeal(text):
        return "an appeal to sign up, follow or pay"
    return "debris of markup or of a file path" if _debris(text) >= _DEBRIS_SHARE * len(text) else ""


def _debris(text: str) -> int:
    """Return how many characters of ``text`` are markup, script or paths."""
    if not _SIGNS.search(text):
        return 0
    paths = (
        token for token in text.split() if token.count("/") >= 2 and _PATH.search(token) and not _ADDRESS.search(token)
    )
    return sum(len(found[0]) for found in _DEBRIS.finditer(text)) + sum(map(len, paths))


def interface(text: str) -> bool:
    """Whether ``text`` has only words that controls and headings of a page are made of."""
    found = cues.words(text)
    if len(found) > 12 or (cues.stopped(text) and text[-1] not in "?!" and not text.endswith(("...", "…"))):
        return False
    core = [word for word in found if word in vocabulary.INTERFACE]
    rest = [word for word in found if word not in vocabulary.INTERFACE and word not in vocabulary.GLUE]
    return bool(core or {"more"} & set(found)) and all(word.isdigit() for word in rest)


def _pointer(text: str) -> bool:
    if found := _POINTER.fullmatch(text):
        label = cues.words(found[1])
        if (
            set(label) <= vocabulary.POINTERS
            and vocabulary.POINTER_HEADS & set(label)
            and not (text.endswith(".") or cues.QUOTED.match(found[2]))
        ):
            return True
    return len(cues.words(text)) <= 14 and bool(_TO_ARTICLE.fullmatch(text)) and not cues.QUOTED.search(text)


def _appeal(text: str) -> bool:
    found = cues.words(text)
    used = set(found)
    offers, voiced = vocabulary.OFFERS & used, vocabulary.VOICE & used
    if "@" in text:
        offers, voiced = offers | {"@"}, voiced | {"@"}
    if not voiced or len(offers | voiced) < 2 or len(found) > 60 or cues.QUOTED.search(text):
        return False
    if vocabulary.READER & used and vocabulary.PUBLISHER & used and len(offers) >= 2:
        return True
    openers = {word for part in re.split(r"[.!?:–—]\s+", text) for word in cues.words(part)[:1]}
    if found[0] == "please":
        openers.update(found[1:2])
    return bool(openers & vocabulary.IMPERATIVES)


_TRAILING = re.compile(
    r"(?<=[.!?…\"”’)])\s*((?:read|see|learn|find out)\s(?:more|on)|continue reading|click here|more here"
    r"|read (?:the )?full (?:story|article))[\s.…:»›>→*]*$",
    re.IGNORECASE,
)


def trailing(text: str) -> int:
    """Return where debris begins that ends ``text`` ("read more"), or its length."""
    tail = text[-80:]
    found = _TRAILING.search(tail)
    return len(text) - len(tail) + found.start(1) if found and len(text) - len(tail) + found.start(1) else len(text)
