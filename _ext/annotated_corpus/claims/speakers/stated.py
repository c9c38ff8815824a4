"""Who says it: the speaker that a sentence states, or that the sentences beside it leave in force.

A sentence is cut into tokens, its cues of attribution are read, the noun phrase of each is resolved to a name, and the
outermost is taken. A news agency carries what others say and speaks nothing. Where it is not certain, nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotated_corpus.claims.speakers.antecedents import Antecedents
from annotated_corpus.claims.speakers.cues import Cue, Kind, cues, first_subject
from annotated_corpus.claims.speakers.datelines import report
from annotated_corpus.claims.speakers.marks import Quoted
from annotated_corpus.claims.speakers.names import Names
from annotated_corpus.claims.speakers.phrases import Phrase
from annotated_corpus.claims.speakers.sources import Source, source
from annotated_corpus.claims.speakers.tokens import Tokens, tokenise
from annotated_corpus.model import Span

_HEADLINE = 0.6
"""So much of the words of a headline in capitals begins with one."""
_WORDS = re.compile(r"[^\W\d_]{4,}|[^\W\d_]{1,3}(?=[^\W\d_])")


def speakers(texts: Sequence[str], begins: Sequence[bool], quoted: Sequence[Quoted]) -> list[str | None]:
    """Return the speaker of each sentence of one article, in order.

    Args:
        texts: the sentences.
        begins: whether each begins a paragraph.
        quoted: what `marks.quoted` says of them.
    """
    starts = [report(text) for text in texts]
    reports = [text[start:] for text, start in zip(texts, starts, strict=True)]
    reader = _Reader(reports)
    said = []
    for text, start, begin, own in zip(reports, starts, begins, quoted, strict=True):
        spans = [Span(max(0, span.start - start), span.end - start) for span in own.spans if span.end > start]
        said.append(reader.read(text, spans, begin, own.runs_on))
    found = [each.name if each else None for each in said]
    return _carried_back(found, texts, begins, quoted)


class _Reader:
    """Reads the sentences of an article in order and remembers who has the word."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._names = Names(texts)
        self._before = Antecedents(self._names, texts)
        self._last: Source | None = None

    def read(self, text: str, quoted: Sequence[Span], begins: bool, runs_on: bool) -> Source | None:
        """Return the speaker of the next sentence."""
        tokens = tokenise(text, quoted, _is_headline(text))
        named = self._named(text, quoted)
        subject = self._subject(tokens)
        said = self._stated(tokens, subject)
        if said is None and (runs_on or _only_quoted(tokens)):
            said = self._last
            subject = None
        self._last = said
        self._before.note(subject, [name for _, name in named], said)
        return said

    def _named(self, text: str, quoted: Sequence[Span]) -> list[tuple[int, str]]:
        people = self._names.people(text)
        return [each for each in people if not any(span.start <= each[0] < span.end for span in quoted)]

    def _subject(self, tokens: Tokens) -> Source | None:
        phrase = first_subject(tokens)
        if phrase is None:
            return None
        if tokens.tags[phrase.first] == "H":
            return self._before.pronoun(tokens.low[phrase.first], ())
        return source(tokens, phrase, self._names)

    def _stated(self, tokens: Tokens, subject: Source | None) -> Source | None:
        ranked = sorted((cue for cue in cues(tokens) if _certain(tokens, cue)), key=_rank)
        for cue in ranked:
            said = self._resolved(tokens, cue, subject)
            if said is None:
                if cue.kind in (Kind.QUOTED, Kind.MAIN):
                    return None
                continue
            if not said.outlet:
                DEBUG[tokens.text] = (cue.kind.name, tokens.low[cue.at], said)
                return said
        return None

    def _resolved(self, tokens: Tokens, cue: Cue, subject: Source | None) -> Source | None:
        first = cue.phrase.first
        if tokens.tags[first] == "H":
            word = tokens.low[first]
            own = [subject] if subject and cue.kind is not Kind.CHAIN and first > 1 and not _opens(tokens, first) else []
            return subject if subject and not own and first == 0 else self._before.pronoun(word, own)
        said = source(tokens, cue.phrase, self._names)
        return self._before.description(said) if said and said.definite else said


def _opens(tokens: Tokens, place: int) -> bool:
    """Return whether nothing but small words stands before a token."""
    return not any(tag in "CcwNQ" for tag in tokens.tags[:place])


def _certain(tokens: Tokens, cue: Cue) -> bool:
    """Return whether what a cue attributes is what the sentence says: of a clause within it, only a quotation."""
    return cue.kind < Kind.RELATIVE or (cue.kind is Kind.INNER and "Q" in tokens.tags[cue.at :])


def _rank(cue: Cue) -> tuple[int, int]:
    return (cue.kind, cue.at)


def _is_headline(text: str) -> bool:
    words = _WORDS.findall(text)
    return len(words) > 2 and sum(not word[0].islower() for word in words) >= _HEADLINE * len(words)


def _only_quoted(tokens: Tokens) -> bool:
    return "Q" in tokens.tags and not tokens.tags.strip("Q,.:;")


def _carried_back(
    found: list[str | None], texts: Sequence[str], begins: Sequence[bool], quoted: Sequence[Quoted]
) -> list[str | None]:
    """Give a quotation that goes on in the next sentence the speaker whom that one states."""
    for n in range(len(found) - 2, -1, -1):
        if found[n] is None and found[n + 1] and quoted[n].spans and quoted[n + 1].runs_on:
            found[n] = found[n + 1]
    return found
DEBUG = {}
