"""Who says it: the speaker that a sentence states, or that the sentences beside it leave in force.

A sentence is cut into tokens, its cues of attribution are read, the noun phrase of each is resolved to a name, and the
outermost is taken. A news agency carries what others say and speaks nothing. Where it is not certain, nobody speaks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotated_corpus.claims.speakers.antecedents import Antecedents
from annotated_corpus.claims.speakers.cues import Cue, Kind, cues
from annotated_corpus.claims.speakers.marks import Quoted
from annotated_corpus.claims.speakers.names import Names
from annotated_corpus.claims.speakers.phrases import main_subject
from annotated_corpus.claims.speakers.sources import Source, source
from annotated_corpus.claims.speakers.tokens import Tokens, tokenise
from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.en.roles import nouns
from annotated_corpus.model import Span

_FLAT = 0.8
"""Where so many sentences open a paragraph, a paragraph is no more than a sentence."""
_MOST = 12
"""Of a sentence with more cues only so many are tried."""
_MARK = re.compile("[“\"«„]|''")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]urs?|me)\b")
"""In an article without quotation marks a report that speaks so is a quotation."""
_SMALL = re.compile(r"\b(?!(?:and|for|the|but|nor|with|from|into|over|than|that)\b)[a-zà-ÿ]{3,}")
_CAPITALISED = re.compile(r"\b(?:[^\W\d_a-z]\w*\W+){3}")


def speakers(texts: Sequence[str], begins: Sequence[bool], quoted: Sequence[Quoted]) -> list[str | None]:
    """Return the speaker of each sentence of one article, in order.

    Args:
        texts: the sentences.
        begins: whether each begins a paragraph.
        quoted: what `marks.quoted` says of them.
    """
    starts = [report(text) for text in texts]
    reports = [text[start:] for text, start in zip(texts, starts, strict=True)]
    reader = _Reader(reports, sum(begins) >= _FLAT * len(begins))
    said = []
    for text, start, begin, own in zip(reports, starts, begins, quoted, strict=True):
        spans = [Span(max(0, span.start - start), span.end - start) for span in own.spans if span.end > start]
        said.append(reader.read(text, spans, begin, own.runs_on))
    found = [each.name if each else None for each in said]
    return _carried_back(found, texts, begins, quoted)


class _Reader:
    """Reads the sentences of an article in order and remembers who has the word."""

    def __init__(self, texts: Sequence[str], flat: bool) -> None:
        self._names = Names(texts)
        self._before = Antecedents(self._names, texts)
        self._last: Source | None = None
        self._announced: Source | None = None  # who was about to speak, as "She replied in a letter:" says
        self._flat = flat
        self._unmarked = not any(_MARK.search(text) for text in texts)

    def read(self, text: str, quoted: Sequence[Span], begins: bool, runs_on: bool) -> Source | None:
        """Return the speaker of the next sentence."""
        tokens = tokenise(text, quoted, _is_headline(text))
        named = self._named(text, quoted)
        subject = self._subject(tokens)
        said = self._stated(tokens, subject, named)
        if said is None and self._announced and _only_quoted(tokens):
            said = self._announced
        elif said is None and (runs_on or self._continues(tokens, begins)):
            said = self._last
            subject = None
        self._announced = None
        if text.rstrip().endswith(":"):
            self._announced = said or (subject if subject and (subject.person or subject.noun) else None)
        self._last = said
        self._before.note(subject, [name for _, name in named], said)
        return said

    def _continues(self, tokens: Tokens, begins: bool) -> bool:
        """Return whether whoever spoke before goes on in a sentence that names nobody.

        A quotation in a paragraph of its own may be anybody's, but where nearly each sentence is a paragraph.
        """
        if _only_quoted(tokens):
            return self._flat or not begins
        return self._unmarked and _FIRST_PERSON.search(tokens.text) is not None

    def _named(self, text: str, quoted: Sequence[Span]) -> list[tuple[int, str]]:
        people = self._names.people(text)
        return [each for each in people if not any(span.start <= each[0] < span.end for span in quoted)]

    def _subject(self, tokens: Tokens) -> Source | None:
        phrase = main_subject(tokens, len(tokens.tags))
        if phrase is None:
            return None
        if tokens.tags[phrase.first] == "H":
            return self._before.pronoun(tokens.low[phrase.first], ())
        said = source(tokens, phrase, self._names)
        return self._before.description(said) if said and said.definite else said

    def _stated(self, tokens: Tokens, subject: Source | None, named: Sequence[tuple[int, str]]) -> Source | None:
        if "Q" not in tokens.tags and tokens.text.rstrip().endswith("?"):
            return None
        ranked = sorted((cue for cue in cues(tokens) if _certain(tokens, cue)), key=_rank)
        reported = False
        carrier: Source | None = None
        for cue in ranked[:_MOST]:
            said = self._resolved(tokens, cue, subject, named)
            if said is None:
                if cue.kind in (Kind.QUOTED, Kind.MAIN, Kind.ACCORDING):
                    return carrier
            elif said.outlet:
                reported = True
            elif carrier is None and _may_carry(tokens, cue, said):
                carrier = said
            elif reported or cue.kind is not Kind.FELT:
                return said
        return carrier

    def _resolved(
        self, tokens: Tokens, cue: Cue, subject: Source | None, named: Sequence[tuple[int, str]]
    ) -> Source | None:
        first = cue.phrase.first
        if tokens.tags[first] == "H":
            if subject and first == 0:
                return subject
            if cue.kind is Kind.TAG or (
                cue.kind is Kind.QUOTED and "Q" in tokens.tags[:first] and "Q" not in tokens.tags[cue.at :]
            ):
                return self._before.pronoun(tokens.low[first], [])  # whom he names is not he
            own = [subject] if subject and cue.kind is not Kind.CHAIN and not _opens(tokens, first) else []
            people = dict.fromkeys(name for start, name in named if start < tokens.spans[first][0])
            own += [Source(name, person=True, sexes=self._names.sexes(name)) for name in people]
            return self._before.pronoun(tokens.low[first], own)
        said = source(tokens, cue.phrase, self._names)
        if said and said.noun in nouns("document") and cue.kind is not Kind.QUOTED:
            return None
        return self._before.description(said) if said and said.definite else said


def _may_carry(tokens: Tokens, cue: Cue, said: Source) -> bool:
    """Return whether a body may only have reported what somebody says: "It sank, Moe said, the network reported"."""
    return cue.kind is Kind.TAG and tokens.low[cue.at] in ("reported", "reports") and not (said.person or said.several)


def _opens(tokens: Tokens, place: int) -> bool:
    """Return whether nothing but small words stands before a token."""
    return not any(tag in "CcwNQ" for tag in tokens.tags[:place])


def _certain(tokens: Tokens, cue: Cue) -> bool:
    """Return whether what a cue attributes is what the sentence says: of a clause within it, only a quotation."""
    if cue.kind is not Kind.INNER:
        return cue.kind is not Kind.RELATIVE
    return "Q" in tokens.tags[cue.at :] or tokens.low[cue.phrase.first - 1] in ("although", "though")


def _rank(cue: Cue) -> tuple[int, int]:
    return (cue.kind, cue.at)


def _is_headline(text: str) -> bool:
    """Return whether the words of a sentence have capitals but for the smallest, so names cannot be told by them."""
    return _CAPITALISED.search(text) is not None and _SMALL.search(text) is None


def _only_quoted(tokens: Tokens) -> bool:
    return "Q" in tokens.tags and not tokens.tags.strip("Q,.:;")


def _carried_back(
    found: list[str | None], texts: Sequence[str], begins: Sequence[bool], quoted: Sequence[Quoted]
) -> list[str | None]:
    """Give a quotation the speaker whom the next sentence states, if it goes on there or another follows at once."""
    for n in range(len(found) - 2, -1, -1):
        if found[n] is None and found[n + 1] and quoted[n].spans and quoted[n + 1].spans:
            alone = sum(span.end - span.start for span in quoted[n].spans) >= len(texts[n].strip()) - 1
            follows = not begins[n + 1] and not texts[n + 1][: quoted[n + 1].spans[0].start].strip()
            if quoted[n + 1].runs_on or (alone and follows):
                found[n] = found[n + 1]
    return found
