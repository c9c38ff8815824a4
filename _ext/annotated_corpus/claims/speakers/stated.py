"""Who says it: the speaker that a sentence states, or that the sentences before it leave in force.

An attribution may stand before ("Lavrov said …"), after ("…, Lavrov said", "…, said Lavrov") or around what is said.
A news agency only carries what somebody else says, if the sentence names somebody else. A pronoun, a bare surname
and "the ministry" are resolved to the last plausible speaker, the full name and the ministry named before;
what cannot be resolved is left open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotated_corpus.claims.speakers.names import Names, head_noun, strip
from annotated_corpus.language.capitals import CAPITAL, RUN, WORD
from annotated_corpus.language.en.datelines import report
from annotated_corpus.language.en.outlets import is_outlet
from annotated_corpus.language.words import quotations

_VERB = (
    "(?:said|says|say|told|tells|tell|warned|warns|warn|added|adds|announced|announces|argued|argues|argue|asked"
    "|insisted|insists|insist|claimed|accused|accuses|accuse|denied|denies|deny|declared|declares|wrote|writes"
    "|tweeted|tweets|stated|noted|continued|explained|explains|replied|hoped|confirmed|confirms|acknowledged"
    "|acknowledges|admitted|admits|conceded|concedes|believed|believes|believe|vowed|vows|pledged|pledges|testified"
    "|reported|reiterated|remarked|urged|urges|complained|predicted|predicts|cautioned|condemned|blamed|blames"
    "|disclosed|revealed|maintains|contended|contends|alleged|alleges|promised|promises|responded|concluded"
    "|emphasised|emphasized|stressed|demanded|asserted|asserts|called on|called for|signaled|signalled|thinks)"
)
_SAYING = "(?:saying|adding|warning|telling|insisting|arguing|claiming|noting|declaring|writing|suggesting|calling for)"
_NAME = rf"{RUN}(?: (?:(?:of|for|and)(?: the)?|the) {RUN})*"
_NOUN = (
    "(?:ministry|spokesman|spokeswoman|spokesperson|officials?|government|committee|commission|council|president"
    "|premier|prime minister|minister|foreign minister|ambassador|diplomats?"
    "|police|court|judge|prosecutors?|lawyers?|attorneys?"
    "|sources?|aides?|witnesses|residents|activists|experts?|analysts?|department|office|agency|company|army|military"
    "|authorities|statement|letter|report|document|senator|governor|congressman|congresswoman|sheriff|mayor|group"
    "|campaign|family|mother|father|wife|husband|son|daughter|brother|sister|newspaper|magazine|leaders?|critics"
    "|opponents|supporters|lawmakers|people|men|women|man|woman|doctors?|scientists?|researchers?|union|organi[sz]ers?)\\b"
)
_BODY = (
    r"(?:(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Mm]any"
    rf"|{_NAME}['’]s?) )"
    rf"(?:[\w’'.\-]+ ){{0,4}}?{_NOUN}(?: (?:of|for|at|from|with) (?:the )?{_NAME})?"
)
_WHO = (
    rf"(?:{_BODY}|(?:[Tt]he )?{_NAME}(?: (?:news agency|newspaper|officials|sources|aides|spokesman|spokeswoman))?"
    "|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)"
)
_ASIDE = r"(?: ?\([^)]*\))?(?P<aside>(?:,[^,“”\"]{1,120}){1,2},)?"
_NO_PLACE = (
    f"(?:who|which|that|when|while|as|after|before|because|since|but|if|than|s?he|they|it|we|was|were|is|are|has|have|had"
    rf"|will|would|can|could|did|does|do|not|[a-z]{{2,}}ed|{_VERB})\b"
)
_FROM = rf"(?: (?:of|for|from|at|with|in)(?: (?!{_NO_PLACE})[\w’'.&\-]+){{1,8}}?)?"
"""Where somebody belongs: "Jane Doe from the fire service". Clauses and verbs are no part of it."""
_GRAMMAR = (
    "(?:the|an?|that|this|it|s?he|they|we|you|i|his|her|its|their|there|in|on|at|of|with|for|to|by|from|as|about|and|or"
    "|but|no|not|all|some|more|many|was|were|is|are|has|have|had|will|would"
    "|when|while|after|before|because|since|if|than|who|which)\\b"
)
_ROLE = rf"(?:(?!{_GRAMMAR})[a-z][\w’'-]* ){{1,4}}"
"""A role without an article: "said fire chief Jane Doe"."""
_NATIONAL = rf"{CAPITAL}[\w-]*(?:an|ese|[cs]h|i|ic)"
"""What a role may begin with: "said Georgian rescuer Jane Doe"."""
_PERSON = rf"{WORD} {RUN}{_FROM}"
_ADVERB = r"(?:(?:has|have|had|also|later|then|first|again|still|once|reportedly|\w+ly) )*"
_MARK = r"(?:[,”\"?!–—]|[’'](?!\w))"
_START = r"(?:^|(?:[,;:–—”\"?!]|[’'](?!\w)) ?|(?<=[”\"’] )|\b(?:[Bb]ut|[Aa]nd|while|when|as|that|because) )"

_YET = "(?:(?:But|And|Yet|Still|Meanwhile),? )?"

_AFTER = re.compile(rf"{_MARK} ?(?P<who>{_PERSON}|{_WHO}){_ASIDE} {_ADVERB}{_VERB}\b")
_INVERTED = re.compile(rf"{_MARK} ?{_VERB} (?P<who>{_WHO})")
_TITLED = re.compile(rf"{_MARK} ?{_VERB} (?:{_NATIONAL} )?{_ROLE}(?P<who>{WORD} {RUN})")
_BEFORE = re.compile(
    rf"(?:^|^(?:But|And|Yet|Still|Meanwhile|Earlier),? )(?P<who>{_PERSON}|{_WHO}){_ASIDE} {_ADVERB}{_VERB}\b"
)
_APPOSABLE = rf"(?!(?:in|at|near|outside)\b|{_NO_PLACE})[\w’'.&\-]+"
"""A word of a role beside which a name may stand; after "the meeting in Leeds" comes the country of Leeds."""
_APPOSED = re.compile(
    rf"^{_YET}(?:[Tt]he|An?|One of the|His|Her|Their|Its|{_NAME}['’]s?) "
    rf"(?:{_APPOSABLE} ){{0,7}}{_APPOSABLE}, (?P<who>{WORD} {RUN})(?:, \d{{1,3}})?,"
    rf" {_ADVERB}{_VERB}\b"
)
"""A role of any kind, and the name: "The fire chief, Jane Doe, said"."""
_ANYWHERE = re.compile(rf"{_START}?\b(?P<who>{_WHO}){_ASIDE} {_ADVERB}{_VERB}\b")
_ACCORDING = re.compile(rf"\b[Aa]ccording to (?P<who>{_WHO})")
_QUOTING = re.compile(rf"\b(?:quoting|citing) (?P<who>{_WHO})")
_STATING = (_AFTER, _BEFORE, _APPOSED, _QUOTING, _TITLED, _INVERTED, _ANYWHERE, _ACCORDING)
_CARRYING = (_QUOTING, _ACCORDING)
_SAYS = re.compile(rf"\b(?:{_VERB}|{_SAYING})\b")
"""Without such a word only the patterns that do without a verb can fit, and nothing follows "and said"."""
_COMPOUND = re.compile(rf"(?:\band {_ADVERB}{_VERB}\b|[,;] {_ADVERB}(?:{_VERB}|{_SAYING})\b)")
AND_SAYS = re.compile(rf"\band {_ADVERB}{_VERB}\b|[,;] {_ADVERB}{_SAYING}\b")
"""Where a sentence goes on to what its subject says: "opened the port and said", "opened the port, adding"."""
_SUBJECT = re.compile(
    rf"^{_YET}(?P<who>{_BODY}|{_NAME}|He|She|They){_ASIDE}"
    rf" {_ADVERB}(?:has|have|had|is|are|was|were|will|would|did|\w+ed|\w+s)\b"
)
_HE = re.compile(r"[Hh]e|[Ss]he|[Tt]hey|[Ii]t")
_INSTITUTIONS = frozenset(
    "ministry government committee commission council police court department office agency company army military "
    "group campaign union statement report newspaper magazine".split()
)
_ROLES = frozenset(
    "spokesman spokeswoman spokesperson official president premier minister ambassador diplomat judge prosecutor "
    "lawyer attorney aide expert analyst senator governor congressman congresswoman sheriff mayor mother father "
    "wife husband son daughter brother sister leader lawmaker man woman doctor scientist researcher organiser "
    "organizer".split()
)
_APPOSITIVE = re.compile(rf", (?P<name>{WORD} {RUN})(?=,| of |[.”\"’]*$)")
"""The name of somebody whose role stands before: "the mayor of Larnvik, Ingrid Solberg,"."""
_ROLE_AND_NAME = re.compile(rf", {_BODY}, (?P<name>{WORD} {RUN}),")
"""An aside that is the speaker itself: "in Leeds, England, the mayor, Jane Doe, said"."""
_BEARER = re.compile(rf"(?:^|[;:—–”\"] ?|\b(?:[Bb]ut|[Aa]nd|that) )(?P<name>{WORD} {RUN}), $")
"""The name before a role: "Jane Doe, the mayor, who"."""
_BELONGS = re.compile(r" (?:from|at|with|in) ")
_NAMED_NEXT = re.compile(rf" (?P<who>{RUN})(?=[,;]|[.”\"’]*$| (?:of|from|for) )")
_IN_A_PLACE = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Ff]rom|of|to) {RUN}, ?$")
"""What stands before the country of a town: "in Leeds, England"."""
_NEITHER = re.compile(r"\b[Nn]either\b[^,;]* nor (?:the )?$")
_MASK = "•"
_UNMARKED = re.compile(r"[^“”\"‘’«»„]")
_OPENING = 80
"""Where a sentence names whom it is about, in characters."""


def speakers(texts: Sequence[str], inside: Sequence[bool]) -> list[str | None]:
    """Return the speaker of each sentence of one article, in order; ``inside`` is what `running` says of them."""
    reports = [text[report(text) :] for text in texts]
    reader = _Reader(Names(reports))
    return [reader.read(text, within) for text, within in zip(reports, inside, strict=True)]


class _Reader:
    """Reads the sentences of an article in order and remembers who has the word."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._people: list[str] = []
        self._body: str | None = None
        self._last: str | None = None

    def read(self, text: str, inside: bool) -> str | None:
        """Return the speaker of the next sentence; ``inside`` says that a quotation runs on into it."""
        opens = text.lstrip().startswith(("“", '"'))
        masked = _mask(text, inside)
        who, carrier = self._stated(masked)
        if who is None and carrier is None and (opens or inside):
            return self._last
        if who is None:
            self._note_subject(masked)
            self._last = None
            return carrier
        self._last = who
        if self._names.is_person(who):
            self._people.append(who)
        else:
            self._body = who
        return who

    def _note_subject(self, masked: str) -> None:
        """Remember the person whom a sentence without a speaker is about: "he" may be that person."""
        if person := self._names.first_person(masked[:_OPENING]):
            self._people.append(person)

    def _stated(self, masked: str) -> tuple[str | None, str | None]:
        """Return the speaker whom a sentence states, and the outlet that carries it."""
        carrier = doubtful = None
        says = _SAYS.search(masked) is not None
        for pattern in _STATING if says else _CARRYING:
            for found in pattern.finditer(masked):
                name = strip(_called(found, masked))
                if not name or _NEITHER.search(masked, 0, found.start("who")):
                    continue
                if is_outlet(name):
                    carrier = carrier or name
                    continue
                who = self._resolve(name, masked[: found.start("who")])
                if who is not None and _doubtful(found, masked):
                    doubtful = doubtful or who
                elif who is not None:
                    return who, carrier
        if doubtful:
            return doubtful, carrier
        if says and _COMPOUND.search(masked):
            found_subject = _SUBJECT.match(masked)
            if found_subject and (name := strip(found_subject["who"])) and not is_outlet(name):
                return self._resolve(name, ""), carrier
        return None, carrier

    def _resolve(self, name: str, before: str) -> str | None:
        if _HE.fullmatch(name):
            return self._pronoun(name.casefold(), before)
        if name.casefold().startswith("the ") and (noun := head_noun(name)):
            if self._body and head_noun(self._body) == noun and len(self._body) > len(name):
                return self._body
            return self._names.body(noun) or name
        return self._names.fullest(name)

    def _may_be(self, person: str | None, pronoun: str) -> bool:
        return person is not None and self._names.may_be(person, pronoun)

    def _pronoun(self, pronoun: str, before: str) -> str | None:
        if pronoun in ("he", "she"):
            near = self._names.last_person(before)
            return next((each for each in (near, *reversed(self._people)) if self._may_be(each, pronoun)), None)
        return self._body if self._body and (pronoun == "they" or head_noun(self._body) in _INSTITUTIONS) else None


def _called(found: re.Match[str], masked: str) -> str:
    """Return who speaks, by the name that follows a role: "the prime minister, Lars Brekke,"."""
    who = found["who"]
    aside = found.groupdict().get("aside")
    if head_noun(who) in _ROLES:
        named = _APPOSITIVE.match(masked, found.end("who")) or _BEARER.search(masked, 0, found.start("who"))
    else:
        named = _ROLE_AND_NAME.fullmatch(aside) if aside else None
    return named["name"] if named and not is_outlet(named["name"]) else _alone(who)


def _alone(who: str) -> str:
    """Return a person without what they belong to; a body may be told from others by it."""
    person = _BELONGS.split(who)[0]
    return who if head_noun(person) else person


def _doubtful(found: re.Match[str], masked: str) -> bool:
    """Return whether an aside joins a name and a verb that may not belong together.

    "In Leeds, England, on Friday, said Jane Doe": England is the country of Leeds, and the verb has another subject.
    """
    if not found.groupdict().get("aside") or _ROLE_AND_NAME.fullmatch(found["aside"]):
        return False
    following = _NAMED_NEXT.match(masked, found.end())
    return bool(following and strip(following["who"])) or bool(_IN_A_PLACE.search(masked, 0, found.start("who")))


def _mask(text: str, inside: bool) -> str:
    """Return ``text`` with what stands in quotation marks made unreadable, the marks kept."""
    for span in quotations(text, inside):
        inner = text[span.start : span.end]
        text = text[: span.start] + _UNMARKED.sub(_MASK, inner) + text[span.end :]
    return text
