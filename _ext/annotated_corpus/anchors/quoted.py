"""Words that were quoted, and where a text holds them: the one rule by which verification compares.

A quotation is often retyped: kinds of quotation marks, dashes and white space make no difference, nor does the stop or
comma at its end; nor do soft hyphens, ligatures, the division of words at the ends of lines, and the marks of mail and
Markdown. What an ellipsis leaves out may be any words between. A part of a word, or of a figure, is none: "violent"
does not stand in "non-violent", 5 not in "-5", "10-5", "5:30" or "€5".

Square brackets are the citer's own, unless the text has them too: "[T]he" changes a capital, "warn[ed]" the end of a
word, and words in brackets stand, as an ellipsis does, where others may have stood.
"""

from __future__ import annotations

import re
import unicodedata

from annotated_corpus.anchors.checksums import plain

_MARKS = str.maketrans('"“”„«»‘’‚‹›–—−‐‑', "'''''''''''-----") | {0x2026: "..."}
"""A quotation within a quotation has single marks for double ones."""
_UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""What readers do not see: soft hyphens and what has no width."""
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_DASH = re.compile(r"(?<=\S) ?(?:--+|—) ?(?=\S)|(?<=\S) [-–] (?=\S)")
"""A dash between words, whether it has spaces or not; a hyphen and the dash of a range have none."""
_DIVIDED = re.compile(r"(?<=[^\W\d_])-[ \t]*(?:\r\n|\r|\n)[ \t>]*(?=[^\W\d_])")
_MAIL = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_MARKDOWN = re.compile(r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+")
_LETTER = r"[^\W\d_]"
_CHANGED = re.compile(rf"(?P<ending>(?<=\w)\[{_LETTER}*\](?!\w))|\[(?P<capital>{_LETTER})\]")
_ELLIPSIS = r"\[ ?\.\.\. ?\]|\( ?\.\.\. ?\)|\.\.\.\.?|\. \. \.(?: \.)?"
_GAP = re.compile(rf"{_ELLIPSIS}|\[(?!{_LETTER}\])(?!(?<=\w\[){_LETTER}*\](?!\w))[^\[\]]*\w[^\[\]]*\]")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_MONEY = "$€£¥₹₽₩₪₺"
_EDGE = " .,;:'"
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write no spaces between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""


def spelled(text: str) -> str:
    """Return ``text`` in the one spelling in which words are compared."""
    text = _LIGATURE.sub(lambda found: unicodedata.normalize("NFKC", found[0]), _UNSEEN.sub("", text))
    text = _DASH.sub(" - ", plain(unicodedata.normalize("NFC", text)))
    return text.translate(_MARKS)


def retyped(quoted: str) -> tuple[str, ...]:
    """Return a quotation as it stands, and as it reads without what mail, Markdown or the end of a line put in.

    A hyphen at the end of a line may be of the word or of the division: both are returned.
    """
    bare = _MARKDOWN.sub("", _MAIL.sub("", quoted))
    made = (quoted, bare, _DIVIDED.sub("-", bare), _DIVIDED.sub("", bare))
    return tuple(dict.fromkeys(made))


def wordless(text: str) -> bool:
    """Whether there is nothing in ``text`` that could be compared."""
    return not any(map(str.isalnum, text))


def holds(text: str, quoted: str) -> bool:
    """Whether ``text`` has the words ``quoted``; no text holds what has no words."""
    return bool(runs(spelled(text), quoted))


def gaps(text: str, quoted: str) -> bool:
    """Whether an ellipsis in ``quoted`` leaves out words that ``text`` has there."""
    words = spelled(quoted).strip(_EDGE)
    return len([part for part in re.split(_ELLIPSIS, words) if not wordless(part)]) > 1 and words not in spelled(text)


def edited(text: str, quoted: str) -> bool:
    """Whether ``quoted`` has words or letters in square brackets that ``text`` has not."""
    whole = spelled(text)
    return any(not wordless(each) and each not in whole for each in _BRACKETS.findall(spelled(quoted)))


def runs(whole: str, quoted: str, ends: tuple[int, ...] = ()) -> list[tuple[int, int]]:
    """Return where the words ``quoted`` run in ``whole``, which is spelled as `spelled` does it.

    ``ends`` has the offsets at which paragraphs end, ascending: what an ellipsis leaves out may reach into the next,
    no further. Without them it may be as long as ``whole``.
    """
    return next((found for each in retyped(quoted) if (found := _found(whole, each, ends))), [])


def _runs(whole: str, words: str) -> list[tuple[int, int]]:
    """Return where words run in ``whole`` without a gap."""
    return [(each.start(), each.end()) for each in _pattern(words).finditer(whole)]


def _found(whole: str, quoted: str, ends: tuple[int, ...]) -> list[tuple[int, int]]:
    words = spelled(quoted).strip(_EDGE)
    if wordless(words):
        return []
    parts = [part for each in _GAP.split(words) if not wordless(part := each.strip(_EDGE))]
    found = _runs(whole, words)
    if found or len(parts) < 2:
        return found or [(each.start(), each.end()) for part in parts for each in _pattern(part).finditer(whole)]
    first, *rest = map(_pattern, parts)
    made = []
    for start in first.finditer(whole):
        end = start.end()
        for part in rest:
            later = [each for each in ends if each >= end]
            following = part.search(whole, end, later[1] if len(later) > 1 else len(whole))
            if following is None:
                break
            end = following.end()
        else:
            made.append((start.start(), end))
    return made


def _pattern(words: str) -> re.Pattern[str]:
    """Return what finds ``words`` as whole words: "can" is none of "cannot" and "can't", nor is 3 one of 3.5."""
    before = "" if re.match(rf"[{UNSPACED}]", words) else r"(?<!\w)(?<!\w['-])(?<!\d[.,:/])"
    after = "" if re.match(rf"[{UNSPACED}]", words[-1]) else r"(?!\w)(?!['-]\w)(?![.,:/]\d)"
    if words[0].isdigit():
        before += rf"(?<![-+{_MONEY}])(?<![{_MONEY}] )"
    if words[-1].isdigit():
        after += rf"(?! ?[%‰°{_MONEY}])"
    made, at = [before], 0
    for each in _CHANGED.finditer(words):
        meant = f"(?i:{each['capital']})" if each["capital"] else r"\w*"
        made += re.escape(words[at : each.start()]), f"(?:{re.escape(each.group())}|{meant})"
        at = each.end()
    return re.compile("".join((*made, re.escape(words[at:]), after)))
