"""Who says it: which words of a claim an attribution covers, and how the attributions of two claims differ.

What a claim says is attributed where a cue ("said", "according to") names a source and covers the words that both
claims share. A claim without any cue, quotation or speaker says it as a fact of its own. Everything between is
unknown, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.speakers.cues import Cue, Kind, cues
from annotated_corpus.claims.speakers.people import last, places, same
from annotated_corpus.claims.speakers.tokens import Tokens, tokenise
from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.en.outlets import NAME as OUTLET
from annotated_corpus.language.en.outlets import is_outlet
from annotated_corpus.language.en.roles import nouns
from annotated_corpus.language.en.speech import Takes, verbs
from annotated_corpus.language.en.terms import is_content, term
from annotated_corpus.language.words import words
from annotated_corpus.model import Claim, Span

_QUOTED = "•"
_COVERED = 0.75
"""So much of what two claims share is said by a source if the claim attributes what they share."""
_DEEDS = frozenset(
    term(word)
    for word in words("promise pledge vow swear agree urge advise ask wonder order reaffirm tweet post write")
)
"""Verbs that are a deed of their subject as much as a saying."""
_BREAK = re.compile(r";|, (?:but|although|though|even (?:if|as|though)|if only)\b|\b(?:while|whereas)\b")
"""Where a sentence goes on to what its source need not say."""
_OUTERMOST = (Kind.TAG, Kind.ACCORDING, Kind.MAIN)
"""What so attributes a sentence attributes most of it, also where it goes on after the tag."""
_HEARSAY = re.compile(
    r"\b(?:reportedly|according|supposedly|purportedly|said to|expected|believed|thought|alleged(?:ly)?"
    r"|sources?|reports?)\b",
    re.IGNORECASE,
)
"""What leaves open whether a claim says something as a fact of its own."""
_REPORTEDLY = re.compile(r"\b(?:reportedly|supposedly|purportedly)\b", re.IGNORECASE)
_MARK = re.compile('[“”"«»„]')
_OF_ITSELF = frozenset("he she they it i we his her their its my our".split())
_CREDIT = re.compile(r"\b(?:according to|reported by|citing|cited by|quoting|quoted by) (?:the )?$")
_PERSON = re.compile(r"[^\W\d_][\w’'-]*\.?(?: [^\W\d_][\w’'.-]*){1,3}")


class Attribution(NamedTuple):
    """A source that a claim names: where, as it is named, by what verb, and which words it covers.

    ``named`` is false for a pronoun; ``covered`` are positions of words.
    """

    span: Span
    name: str
    named: bool
    kind: Kind
    verb: str
    covered: frozenset[int]

    @property
    def plain(self) -> bool:
        """Whether the verb only says that its subject says so: "said", but not "announced" or "rejected"."""
        takes = verbs()[self.verb].takes if self.verb in verbs() else frozenset(Takes)
        return not self.verb or (takes == {Takes.CLAUSE} and term(words(self.verb)[0]) not in _DEEDS)


@lru_cache(maxsize=4096)
def attributed(claim: Claim) -> tuple[Attribution, ...]:
    """Return the attributions of a claim in their order."""
    text = claim.text
    start = report(text)
    quoted = [
        Span(max(span.start - claim.start - start, 0), span.end - claim.start - start)
        for span in claim.quotations
        if span.end - claim.start > start
    ]
    tokens = tokenise(text[start:], quoted, headline=False)
    found = list(cues(tokens))
    return tuple(_attribution(claim, start, tokens, quoted, cue) for cue in found)


def _attribution(claim: Claim, start: int, tokens: Tokens, quoted: Sequence[Span], cue: Cue) -> Attribution:
    first, end, apposed = cue.phrase
    begin, finish = tokens.spans[first][0], tokens.spans[end - 1][1]
    if apposed:
        finish = max(finish, tokens.spans[apposed[1] - 1][1])
    verb = tokens.spans[cue.at]
    name = tokens.text[begin:finish]
    here, there = _range(_masked(tokens.text, quoted), cue.kind, (begin, finish), verb)
    covered = frozenset(
        n
        for n, word in enumerate(Side(claim).words)
        if here <= word.start - start < there and not begin <= word.start - start < finish
    )
    span = Span(claim.start + start + begin, claim.start + start + finish)
    named = tokens.tags[first] != "H"
    return Attribution(span, name, named, cue.kind, "" if cue.kind is Kind.ACCORDING else tokens.low[cue.at], covered)


def _range(text: str, kind: Kind, phrase: tuple[int, int], verb: tuple[int, int]) -> tuple[int, int]:
    """Return where the words begin and end that an attribution covers."""
    breaks = [0, *(found.start() for found in _BREAK.finditer(text)), len(text)]
    at = min(phrase[0], verb[0])
    before = max((place for place in breaks if place <= at), default=0)
    after = min((place for place in breaks if place > at), default=len(text))
    if kind in (Kind.MAIN, Kind.CHAIN, Kind.RELATIVE, Kind.INNER):
        return max(verb[1], phrase[1]), after
    if kind is Kind.QUOTED and phrase[0] < text.find(_QUOTED):
        if text[: phrase[0]].rstrip().endswith(","):
            return before, len(text)  # "It was ready, Holm said, but “there will be a delay”."
        return max(verb[1], phrase[1]), after
    return before, after


def _masked(text: str, quoted: Sequence[Span]) -> str:
    """Return a text in which nothing that is quoted can be read."""
    for span in quoted:
        text = text[: span.start] + _QUOTED * (span.end - span.start) + text[span.end :]
    return text


def _shared(sides: Sides, side: Side) -> list[int]:
    """Return the positions of the words of matter that a claim shares with the other."""
    lacking = sides.lacking[0 if side is sides.a else 1]
    return [n for n, each in enumerate(side.terms) if is_content(each) and not lacking[n] and n not in side.attribution]


def _source(sides: Sides, side: Side) -> Attribution | None:
    """Return the one attribution of a claim that covers what both share, if it is certain."""
    shared = _shared(sides, side)
    covering = [
        each
        for each in attributed(side.claim)
        if shared and sum(n in each.covered for n in shared) >= _COVERED * len(shared)
    ]
    return covering[0] if len(covering) == 1 else None


def says_what_is_shared(claim: Claim, other: Claim) -> bool:
    """Return whether what two claims share may be said by the speaker of the first.

    In "Holm opened the port and said it was deep", that she opened it is nobody's word but the article's.
    """
    sides = Sides(Side(claim), Side(other))
    shared, found = _shared(sides, sides.a), attributed(claim)
    if not shared or not found or any(each.kind in _OUTERMOST for each in found):
        return True
    return any(2 * sum(n in each.covered for n in shared) >= len(shared) for each in found)


def other_speakers(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the two sources of claims that each credit another one with what both share."""
    one, two = _source(sides, sides.a), _source(sides, sides.b)
    if one and two and one.named and two.named and one.plain and two.plain and _are_two(sides, one, two):
        yield one.span, two.span


def _are_two(sides: Sides, one: Attribution, two: Attribution) -> bool:
    """Return whether two sources cannot be one: two people, a body and an outlet, bodies of two kinds."""
    a, b = sides.a.claim.speaker or one.name, sides.b.claim.speaker or two.name
    if same(a, b) or same(one.name, two.name):
        return False
    if last(a) != last(b) and (_names(sides.a, b) or _names(sides.b, a)):
        return False
    if _is_person(a) and _is_person(b):
        return True
    heads = _body(one.name), _body(two.name)
    owners = _owner(one.name), _owner(two.name)
    if heads[0] == heads[1]:
        return bool(heads[0] and all(owners))
    return bool(all(heads) and not any(owners))


def _body(name: str) -> str:
    """Return the noun of a body or a document by itself ("police", "a news report"); an outlet is a news report."""
    if is_outlet(name) or re.search(r"\b(?:news agency|newspaper|news report|newspapers|news reports)\b", name):
        return "news"
    final = name.rsplit(maxsplit=1)[-1].casefold()
    return final if final in nouns("body") or final in ("prosecutors", "rebels", "residents", "witnesses") else ""


def _owner(name: str) -> str:
    """Return whose body it is, where a body is not "the police" alone."""
    return (
        ""
        if is_outlet(name) or "news agency" in name
        else "".join(re.findall(r"\b[A-Z]\w+", name.removeprefix("The ")))
    )


def _is_person(name: str) -> bool:
    """Return whether a name is one of a person, by two names that are those of no body and no place."""
    parts = name.split()
    return (
        _PERSON.fullmatch(name) is not None
        and all(part[0].isupper() and not part.isupper() for part in parts if len(part) > 2)
        and not any(part.casefold() in nouns("body name") | nouns("body") for part in parts)
        and not places(last(name))
        and parts[-1].casefold() not in ("hill", "street", "house", "city", "county", "valley", "island", "river")
    )


def _names(side: Side, name: str) -> bool:
    """Return whether a claim names somebody at all."""
    wanted = {term(word) for word in words(name) if is_content(term(word))}
    return last(name) in side.terms or (bool(wanted) and wanted <= set(side.terms))


def names_of_speakers(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the two names under which claims name one source: "Moscow", "Russia"."""
    one, two = _source(sides, sides.a), _source(sides, sides.b)
    if one and two and one.named and two.named:
        a, b = last(one.name), last(two.name)
        proper = all(name.rsplit(maxsplit=1)[-1][0].isupper() for name in (one.name, two.name))
        if proper and a != b and places(a) & places(b):
            yield one.span, two.span


def attributions(sides: Sides) -> Iterator[tuple[Span | None, Span | None]]:
    """Give what only one claim attributes while the other says it as a fact of its own, or only "reportedly"."""
    for side, other, turned in ((sides.a, sides.b, False), (sides.b, sides.a, True)):
        source = _source(sides, side)
        if source is None or not _is_certain(sides, side, source):
            continue
        if _names(other, source.name) or _names(other, side.claim.speaker or source.name):
            continue  # the actor
        hearsay = None if _REPORTEDLY.search(side.claim.text) else _hearsay(other)
        if hearsay or _says_itself(other):
            yield (hearsay, source.span) if turned else (source.span, hearsay)


def _is_certain(sides: Sides, side: Side, source: Attribution) -> bool:
    """Return whether a source says what both claims share, as said and not as done, and it is known who it is."""
    if not source.plain or not (source.named or side.claim.speaker):
        return False
    return not (_is_torn(side) or _is_quoted(sides, side) or _speaks_of_itself(side, source))


def _hearsay(side: Side) -> Span | None:
    """Return where a claim says "reportedly", and nothing else of who says it."""
    found = _REPORTEDLY.search(side.claim.text)
    if not found or side.claim.speaker or _MARK.search(side.claim.text) or attributed(side.claim):
        return None
    return side.place(Span(*found.span()))


def _is_torn(side: Side) -> bool:
    """Return whether a quotation mark of a claim has no partner, so that nobody can tell what is quoted."""
    claim = side.claim
    marks = [claim.start + found.start() for found in _MARK.finditer(claim.text)]
    return any(not any(span.start <= mark < span.end for span in claim.quotations) for mark in marks)


def _is_quoted(sides: Sides, side: Side) -> bool:
    """Return whether a claim quotes a wording that both have: the marks of the other may stand elsewhere."""
    starts = ((run[0 if side is sides.a else 1], run[2]) for run in sides.runs)
    return any(all(side.quoted[start : start + size]) for start, size in starts)


def _says_itself(side: Side) -> bool:
    """Return whether a claim says something as a fact of its own: no cue, no quotation, no speaker, no hearsay."""
    claim = side.claim
    return not (claim.speaker or _MARK.search(claim.text) or attributed(claim) or _HEARSAY.search(claim.text))


def _speaks_of_itself(side: Side, source: Attribution) -> bool:
    """Return whether what is said is said of who says it: "he said he would go"."""
    first = min(source.covered, default=0)
    opening = [word.form for word in side.words[first : first + 3]]
    return bool(_OF_ITSELF.intersection(opening[:2])) or _names(_without(side, source), source.name)


def _without(side: Side, source: Attribution) -> Side:
    """Return the claim without the words that name the source."""
    claim = side.claim
    start, end = source.span.start - claim.start, source.span.end - claim.start
    text = claim.text[:start] + claim.text[end:]
    return Side(Claim(claim.id, claim.article, claim.block, claim.start, claim.start + len(text), text))


def outlets(sides: Sides) -> Iterator[tuple[Span | None, Span | None]]:
    """Give the outlets that only one claim credits with what both say."""
    one, two = _credited(sides.a), _credited(sides.b)
    if one and not two and not _mentions_outlet(sides.b):
        yield from ((span, None) for span in one)
    if two and not one and not _mentions_outlet(sides.a):
        yield from ((None, span) for span in two)


def _credited(side: Side) -> Sequence[Span]:
    text = side.claim.text
    start = report(text)
    return [
        side.place(Span(*found.span()))
        for found in OUTLET.finditer(text, start)
        if _CREDIT.search(text, 0, found.start())
        and not any(span.start <= side.claim.start + found.start() < span.end for span in side.claim.quotations)
    ]


def _mentions_outlet(side: Side) -> bool:
    """Return whether a claim names an outlet, or a source by a pronoun, which may be one."""
    return OUTLET.search(side.claim.text) is not None or any(not each.named for each in attributed(side.claim))
