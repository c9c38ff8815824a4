"""Words that were quoted, and where a text holds them: the one rule by which verification compares.

A quotation is often retyped: kinds of quotation marks, dashes and white space make no difference, nor does the stop or
comma at its end. What an ellipsis leaves out may be any words between. A part of a word, or of a figure, is none.

Square brackets are the citer's own, unless the text has them too: "[T]he" changes a capital, "warn[ed]" the end of a
word, and words in brackets stand, as an ellipsis does, where others may have stood.
"""

from __future__ import annotations

import re
import unicodedata

from annotated_corpus.anchors.checksums import plain

_MARKS = str.maketrans('"“”„«»‘’‚‹›–—−', "'''''''''''---") | {0x2026: "..."}
"""A quotation within a quotation has single marks for double ones."""
_LETTER = r"[^\W\d_]"
_CHANGED = re.compile(rf"(?P<ending>(?<=\w)\[{_LETTER}*\](?!\w))|\[(?P<capital>{_LETTER})\]")
_GAP = re.compile(
    r"\[ ?\.\.\. ?\]|\( ?\.\.\. ?\)|\.\.\.\.?|\. \. \.(?: \.)?"
    rf"|\[(?!{_LETTER}\])(?!(?<=\w\[){_LETTER}*\](?!\w))[^\[\]]*\]"
)
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
_EDGE = " .,;:'"
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Scripts that write no spaces between words: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""


def spelled(text: str) -> str:
    """Return ``text`` in the one spelling in which words are compared."""
    return plain(unicodedata.normalize("NFC", text).translate(_MARKS))


def wordless(text: str) -> bool:
    """Whether there is nothing in ``text`` that could be compared."""
    return not any(map(str.isalnum, text))


def holds(text: str, quoted: str) -> bool:
    """Whether ``text`` has the words ``quoted``; no text holds what has no words."""
    return bool(runs(spelled(text), quoted))


def edited(text: str, quoted: str) -> bool:
    """Whether ``quoted`` has words or letters in square brackets that ``text`` has not."""
    whole = spelled(text)
    return any(not wordless(each) and each not in whole for each in _BRACKETS.findall(spelled(quoted)))


def runs(whole: str, quoted: str, ends: tuple[int, ...] = ()) -> list[tuple[int, int]]:
    """Return where the words ``quoted`` run in ``whole``, which is spelled as `spelled` does it.

    ``ends`` has the offsets at which paragraphs end, ascending: what an ellipsis leaves out may reach into the next,
    no further. Without them it may be as long as ``whole``.
    """
    words = spelled(quoted).strip(_EDGE)
    if wordless(words):
        return []
    parts = [part for each in _GAP.split(words) if not wordless(part := each.strip(_EDGE))]
    found = [(each.start(), each.end()) for each in _pattern(words).finditer(whole)]
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
    before = "" if re.match(rf"[{_UNSPACED}]", words) else r"(?<!\w)(?<!\w')(?<!\d[.,])"
    after = "" if re.match(rf"[{_UNSPACED}]", words[-1]) else r"(?!\w)(?!'\w)(?![.,]\d)"
    made, at = [before], 0
    for each in _CHANGED.finditer(words):
        meant = f"(?i:{each['capital']})" if each["capital"] else r"\w*"
        made += re.escape(words[at : each.start()]), f"(?:{re.escape(each.group())}|{meant})"
        at = each.end()
    return re.compile("".join((*made, re.escape(words[at:]), after)))
