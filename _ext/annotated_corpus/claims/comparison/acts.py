"""Who does what to whom: "Vane sued Rourke", "Rourke was sued by Vane", "Vane's suit against Rourke".

An act is read from two names and the few words between them, without a parser. What stands between must be one clause;
where it cannot be read, there is no act, and nothing is said. Acts in which both sides are alike ("met", "played") are
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from annotated_corpus.claims.comparison.names import Name, names
from annotated_corpus.language.en.grammar import clause_words
from annotated_corpus.language.en.small_words import AUXILIARIES, PREPOSITIONS
from annotated_corpus.language.en.stems import IRREGULAR
from annotated_corpus.language.en.terms import is_content, is_figure, term, thesaurus
from annotated_corpus.language.en.titles import OFFICES
from annotated_corpus.language.words import Word, words
from annotated_corpus.model import Span

_BE = frozenset("is are was were be been being".split())
_BEFORE_VERB = AUXILIARIES | frozenset(
    "who which also not never then later again once still narrowly easily finally first already just".split()
)
_BREAKS = (clause_words() - {"who", "whom", "whose", "which"}) | frozenset(
    "said says say told like including between both".split()
)
_ALIKE = frozenset(
    term(word)
    for word in words(
        "meet met meets meeting marry wed play plays face faces facing fight fought battle battled draw drew drawn "
        "match game final tie clash compete debate talk talks divorce date join hug embrace kiss war dispute deal "
        "summit call agreement border rivalry merge merger include be become became remain"
    )
)
"""Words of what two do to each other, or of what is no act."""
_MUTUAL = frozenset({"with", "alongside"})
_YIELDS = frozenset(
    term(word) for word in words("lose lost loses losing loss fall fell falls fallen bow bowed succumb")
)
"""Who does this to another is beaten by that other."""
_YIELDS_TO = frozenset({"to", "against"})
_AGAINST = frozenset("against over of on".split())
"""Before these a noun or a verb takes what a verb takes as its object: "suit against", "win over"."""
_BEATS = "beat"
_WINS = frozenset(
    term(word)
    for word in words(
        "beat beaten defeat defeated thrash rout trounce crush overcome overcame outclass edge down win won victory "
        "triumph prevail"
    )
)
"""What is as much as to beat another."""
UNCHANGED = frozenset("beat cut hit hurt let put set quit shed split spread upset overcame undercut outbid".split())
"""Verbs whose past is no form of its own, and some with another verb in them."""
_MOST = 9
"""So many words stand between two names of one act at most."""
_LONGEST = 120
"""What stands between them has at most so many letters."""
_ASIDE = re.compile(r", [^,;:.?!“”\"]{1,60},")
_WHO = re.compile(r"^, (?=(?:who|which) )")
_WHERE = re.compile(r"\b(?:in|at|near|on|from)(?: (?:the|early|late))?(?: [A-Z][\w’'-]*)+")
_STOP = re.compile(r"[,;:.?!()“”\"–—]")
_TWO = 2
_STEM = 3
_ENDING = 3
"""Two terms are forms of one verb where one has at least so many letters, and the other at most so many more."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one name does to another; ``span`` is its place in the claim, both names included."""

    agent: frozenset[str]
    verb: str
    by: str
    patient: frozenset[str]
    span: Span


@lru_cache(maxsize=4096)
def acts(text: str) -> tuple[Act, ...]:
    """Return the acts that a claim tells of, in order."""
    found, named = words(text), names(text)
    pairs = (*pairwise(named), *zip(named, named[2:], strict=False))  # a third name may stand in an aside
    return tuple(act for one, two in pairs for act in _between(text, found, one, two) if act.agent != act.patient)


def _between(text: str, found: Sequence[Word], one: Name, two: Name) -> Iterator[Act]:
    """Give the act that two names and the words between them make, if any."""
    if one.first and found[one.first - 1].form in PREPOSITIONS:
        return  # "the mayor of Lyon thanked Ghana"
    between = _WHO.sub("", text[one.end : two.start])
    rest = _ASIDE.sub("", between, count=1) if between.startswith(",") else between
    if len(rest) > _LONGEST or _STOP.search(re.sub(r"\d[.,:–-]\d", "", rest)):
        return
    own = words(_WHERE.sub("", rest))
    if not own or len(own) > _MOST or any(word.capital or word.form in _BREAKS for word in own):
        return
    span = Span(one.start, two.end)
    here, there = frozenset(one.terms), frozenset(two.terms)
    owned = text.endswith(("'s", "’s", "s'", "s’"), one.start, one.end) or between.startswith(("'", "’"))
    act = _noun(own) if owned else _verb(own)
    if act is None:
        return
    verb, preposition, passive = act
    if verb in _ALIKE or preposition in _MUTUAL:
        return
    if verb in _YIELDS:
        if preposition not in _YIELDS_TO:
            return
        verb, preposition, passive = _BEATS, "", True
    elif verb in _WINS:
        verb = _BEATS
    yield Act(there, verb, preposition, here, span) if passive else Act(here, verb, preposition, there, span)


def _verb(own: Sequence[Word]) -> tuple[str, str, bool] | None:
    """Return the verb between two names, its last preposition, and whether it is passive."""
    place = 0
    while place < len(own) and (own[place].form in _BEFORE_VERB or own[place].form.endswith("ly")):
        place += 1
    if place == len(own) or not _matter(own[place]) or not (place or _finite(own[place].form)):
        return None
    preposition = next((word.form for word in reversed(own[place + 1 :]) if word.form in PREPOSITIONS), "")
    if own[place].form.endswith("ing") or not any(word.form in _BE for word in own[:place]):
        return term(own[place]), "" if preposition in _AGAINST else preposition, False
    return (term(own[place]), "", True) if preposition == "by" else None


def _finite(form: str) -> bool:
    """Return whether a word may be a verb by its form: "Tarland coach Gwyn Parry" is no act."""
    return form.endswith(("ed", "s")) or form in IRREGULAR or form in UNCHANGED


def _noun(own: Sequence[Word]) -> tuple[str, str, bool] | None:
    """Return the noun that a name has, and by which preposition another name goes with it: "suit against"."""
    places = [n for n, word in enumerate(own) if word.form in PREPOSITIONS]
    if not places or not places[0] or not _matter(own[places[0] - 1]):
        return None
    preposition = own[places[0]].form
    return term(own[places[0] - 1]), "" if preposition in _AGAINST else preposition, False


def _matter(word: Word) -> bool:
    each = term(word)
    return is_content(each) and not is_figure(each) and not word.capital and word.form not in OFFICES


def swapped(one: str, two: str) -> list[tuple[Span, Span]]:
    """Return the acts of two claims in which the same two names have changed places, as spans of their texts."""
    found: list[tuple[Span, Span]] = []
    if len(names(one)) < _TWO or len(names(two)) < _TWO or one == two:
        return found
    left, right = acts(one), acts(two)
    for mine in left:
        same = [other for other in right if _one_verb(mine, other)]
        if any(_one(mine.agent, other.agent) or _one(mine.patient, other.patient) for other in same):
            continue
        for other in same:
            if _one(mine.agent, other.patient) and _one(mine.patient, other.agent) and not _among(other, left):
                found.append((mine.span, other.span))
                break
    return found


def _among(act: Act, others: Sequence[Act]) -> bool:
    return any(
        _one_verb(act, other) and _one(act.agent, other.agent) and _one(act.patient, other.patient) for other in others
    )


def _one(one: frozenset[str], two: frozenset[str]) -> bool:
    return one <= two or two <= one


def _one_verb(one: Act, two: Act) -> bool:
    if one.by != two.by:
        return False
    short, long = sorted((one.verb, two.verb), key=len)
    if len(short) >= _STEM and long.startswith(short) and len(long) - len(short) <= _ENDING:
        return True
    return any(isinstance(key, int) for key in thesaurus().keys(short) & thesaurus().keys(long))
