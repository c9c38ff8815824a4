"""What one claim denies, doubts, alleges, plans or makes conditional and the other does not; verbs of another sense.

"failed to pay" against "paid", "may have taken" against "has taken", "if it rains" against "if the wind turns",
"seized" against "annexed".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from annotated_corpus.claims.comparison.acts import UNCHANGED
from annotated_corpus.claims.comparison.clauses import apart
from annotated_corpus.claims.comparison.modals import Modal, modals
from annotated_corpus.claims.comparison.sides import Side, Sides
from annotated_corpus.claims.findings.kind import Kind
from annotated_corpus.claims.findings.quantifiers import quantified
from annotated_corpus.language.en.denial import Modality
from annotated_corpus.language.en.senses import opposed, senses
from annotated_corpus.language.en.stems import IRREGULAR
from annotated_corpus.language.en.terms import is_content, thesaurus
from annotated_corpus.model import Difference, Span

_PERFECT = frozenset("has have had was were is are been be".split())
_ANY_WORD = (Modality.DENIED, Modality.ALLEGED)
"""What is denied or alleged may be anything: "the alleged theft"; what is planned is a deed."""
_TIMES = 3
"""A word that stands in a claim more often than this is looked at so many times."""
_OBJECT = 4
"""What a verb governs is among so many words of matter that follow it."""
_PREFIX = re.compile(
    r"(?:un|non-?)(?P<any>\w{4,})|(?:in|im|il|ir)(?P<adjective>\w{3,}(?:al|ble|ive|ent|ar|ete|ate))", re.IGNORECASE
)
_BACK = 4
"""What stands against an operator begins at most so many words before what both claims share."""


def modality(sides: Sides, _told: Sequence[Difference] = ()) -> list[tuple[Span, Span]]:
    """Return where the claims make something else of what both say, as the words of both, without repetition."""
    found: list[tuple[Span, Span]] = []
    for pair in (*quantified(sides), *_governed(sides), *_conditions(sides), *_opposed(sides), *_prefixed(sides)):
        if not any(pair[0].meets(a) or pair[1].meets(b) for a, b in found):
            found.append(pair)
    return found


def _governed(sides: Sides) -> Iterator[tuple[Span, Span]]:
    for side, other, turned in ((sides.a, sides.b, False), (sides.b, sides.a, True)):
        for modal in modals(side):
            if modal.modality is Modality.CONDITIONAL:
                continue
            if (found := _against(side, modal, other)) is not None:
                yield (found[1], found[0]) if turned else found


def _against(side: Side, modal: Modal, other: Side) -> tuple[Span, Span] | None:
    """Return the words of an operator and its head, and those of the same head in a claim that has no such operator."""
    alike = [each for each in modals(other) if each.modality is modal.modality]
    if alike and (_pairs(side, modal, other) or not all(_pairs(other, each, side) for each in alike)):
        return None
    for head in modal.heads:
        if modal.clause and side.words[head].capital:
            continue  # "denied on Monday that the mayor was shot"
        for place, each in enumerate(other.terms):
            if not _kin(each, side.terms[head]) or other.words[place].capital != side.words[head].capital:
                continue
            mine = {own.modality for own in modals(side) if head in own.heads}
            theirs = [own for own in modals(other) if place in own.heads and own.modality not in mine]
            if theirs:
                if _tell_apart(side, modal, other, theirs[0]):
                    return side.span(modal.first, head), other.span(theirs[0].first, place)
                continue
            if modal.modality not in _ANY_WORD and not _is_done(other, place):
                continue
            if _beside(side, modal, head, other, place):
                begin = _back if modal.modality is Modality.DENIED and not modal.clause else _begin
                end, last = (modal.last, _last(side, modal, other, place)) if modal.clause else (head, place)
                return side.span(modal.first, end), other.span(begin(side, modal, other, place), last)
    return None


def _tell_apart(side: Side, modal: Modal, other: Side, against: Modal) -> bool:
    """Return whether two operators over the same word say two things: "promised to go", "could go"."""
    if modal.clause or against.clause or Modality.CONDITIONAL in (modal.modality, against.modality):
        return False
    return _alone(side, modal) and _alone(other, against) and (_is_phrase(modal) or _is_phrase(against))


def _is_phrase(modal: Modal) -> bool:
    """Return whether an operator is more than an auxiliary, which speech that is reported may change."""
    return modal.last > modal.first


def _alone(side: Side, modal: Modal) -> bool:
    """Return whether no other operator stands right before or after: "does not want to make"."""
    return not any(
        -_BACK <= each.last - modal.first < 0 or 0 < each.first - modal.last <= _BACK
        for each in modals(side)
        if each.modality is not Modality.CONDITIONAL
    )


def _last(side: Side, modal: Modal, other: Side, place: int) -> int:
    """Return the last word that the other claim has, after a word, of a clause that is governed."""
    terms = {side.terms[head] for head in modal.heads}
    return max((n for n in range(place, len(other.terms)) if other.terms[n] in terms), default=place)


def _pairs(side: Side, modal: Modal, other: Side) -> bool:
    """Return whether the other claim has an operator of the same kind over the same words."""
    terms = {side.terms[head] for head in modal.heads}
    return any(
        each.modality is modal.modality and not terms.isdisjoint(other.terms[head] for head in each.heads)
        for each in modals(other)
    )


def _is_done(side: Side, place: int) -> bool:
    """Return whether a word may be a verb of what has been done or is so: "closed", "has taken", "to be the killer"."""
    form = side.words[place].form
    before = {word.form for word in side.words[max(place - _BACK, 0) : place]}
    return form.endswith("ed") or form in IRREGULAR or form in UNCHANGED or not _PERFECT.isdisjoint(before)


def _beside(side: Side, modal: Modal, head: int, other: Side, place: int) -> bool:
    """Return whether the nearest word of matter before the operator, or after the head, is the same in both claims."""
    after = _next(side, head, 1)
    if after and after == _next(other, place, 1):
        return True
    before = _next(side, modal.first, -1)
    return bool(before) and before in (_next(other, place, -1), _next(other, _begin(side, modal, other, place), -1))


def _begin(side: Side, modal: Modal, other: Side, place: int) -> int:
    """Return where the words begin that stand in the other claim for an operator: "confirmed to be" before "guilty"."""
    known = {each for n, each in enumerate(side.terms) if not modal.first <= n <= modal.last}
    start = place
    while start and place - start < _BACK and not apart(other, start) and not other.words[start - 1].capital:
        each = other.terms[start - 1]
        if is_content(each) and each in known:
            break
        start -= 1
    while start < place and not is_content(other.terms[start]) and other.words[start].form not in _PERFECT:
        start += 1  # "has taken", but not "that the thief"
    return start


def _back(side: Side, modal: Modal, other: Side, place: int) -> int:
    """Return where the words begin that follow what denies: "among the stolen" for "not among the stolen"."""
    head = modal.heads[0]
    steps = range(1, min(head - modal.last, place + 1))
    unlike = (step for step in steps if side.terms[head - step] != other.terms[place - step])
    return place + 1 - next(unlike, len(steps) + 1)


def _next(side: Side, position: int, step: int) -> str:
    """Return the nearest word of matter before or after a word that no operator is made of."""
    made = {n for each in modals(side) for n in range(each.first, each.last + 1)}
    places = range(position + step, len(side.terms) if step > 0 else -1, step)
    return next((side.terms[n] for n in places if is_content(side.terms[n]) and n not in made), "")


def _conditions(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give the conditions of two claims that make the same thing depend on something else."""
    one, two = ([each for each in modals(side) if each.modality is Modality.CONDITIONAL] for side in (sides.a, sides.b))
    if len(one) != 1 or len(two) != 1:
        return
    a, b = one[0], two[0]
    mine = [sides.a.terms[n] for n in a.heads if not sides.a.words[n].capital]
    other = [sides.b.terms[n] for n in b.heads if not sides.b.words[n].capital]
    outside = [n for n, lacks in enumerate(sides.lacking[0]) if not lacks and is_content(sides.a.terms[n])]
    shared = [n for n in outside if n not in a.heads and n not in sides.a.attribution]
    named = [
        {side.terms[n] for n in each.heads if side.words[n].capital} for side, each in ((sides.a, a), (sides.b, b))
    ]
    about = not named[0].isdisjoint(named[1])
    if about and mine and other and len(shared) > 1 and not any(_kin(x, y) for x in mine for y in other):
        yield sides.a.span(a.first, a.heads[-1]), sides.b.span(b.first, b.heads[-1])


def _opposed(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give words of one field in another sense, of the same thing: "seized the island", "annexed the island"."""
    left, right = _sensed(sides.a), _sensed(sides.b)
    for each, places in left.items():
        for other, others in right.items():
            if not opposed(each, other) or _has(left, other) or _has(right, each):
                continue
            for one, two in product(places, others):
                if not (_is_denied(sides.a, one) or _is_denied(sides.b, two)) and _same_object(sides, one, two):
                    yield sides.a.span(one, one), sides.b.span(two, two)


def _prefixed(sides: Sides) -> Iterator[tuple[Span, Span]]:
    """Give a word and its negation by a prefix, beside the same word of matter: "found safe", "found unsafe"."""
    for side, other, turned in ((sides.a, sides.b, False), (sides.b, sides.a, True)):
        places = {word.form: n for n, word in enumerate(other.words)}
        for position, word in enumerate(side.words):
            plain = _unprefixed(word.form)
            place = places.get(plain)
            if place is None or word.form in places or any(each.form == plain for each in side.words):
                continue
            if _is_denied(side, position) or _is_denied(other, place):
                continue
            if any((near := _next(side, position, step)) and near == _next(other, place, step) for step in (-1, 1)):
                pair = side.span(position, position), other.span(place, place)
                yield (pair[1], pair[0]) if turned else pair


def _unprefixed(form: str) -> str:
    """Return a word without the prefix that denies it, empty if it has none: "unsafe", "illegal", but not "install"."""
    found = _PREFIX.fullmatch(form)
    return (found["any"] or found["adjective"]) if found else ""


def _sensed(side: Side) -> dict[str, list[int]]:
    """Return where the terms that have a sense stand first; a name has none."""
    found: dict[str, list[int]] = {}
    for position, each in enumerate(side.terms):
        if senses(each) and not (side.words[position].capital and position):
            places = found.setdefault(each, [])
            if len(places) < _TIMES:
                places.append(position)
    return found


def _has(found: Iterable[str], each: str) -> bool:
    """Return whether one of some terms has a sense of another."""
    mine = set(senses(each))
    return any(mine & set(senses(own)) for own in found)


def _is_denied(side: Side, position: int) -> bool:
    return any(position in each.heads and each.modality is Modality.DENIED for each in modals(side))


def _same_object(sides: Sides, one: int, two: int) -> bool:
    """Return whether what follows each of two words is the same: "seized Crimea", "annexed the peninsula of Crimea"."""
    a, b = _objects(sides.a, one), _objects(sides.b, two)
    if not a and not b:
        before = _next(sides.a, one, -1)  # "the mayor resigned", "cut relapses by half"
        return bool(before) and before == _next(sides.b, two, -1)
    if len(a) == len(b) == 2 and a[1] == b[1]:
        return True  # "routine boarding work", "illegal and suspect work"
    return any(_kin(x, y) for x in a[:1] for y in b) or any(_kin(x, y) for x in a for y in b[:1])


def _objects(side: Side, position: int) -> list[str]:
    """Return the next words of matter in the clause of a word."""
    found: list[str] = []
    for place in range(position + 1, len(side.terms)):
        if apart(side, place) or len(found) == _OBJECT:
            break
        if is_content(side.terms[place]):
            found.append(side.terms[place])
    return found


def _kin(one: str, two: str) -> bool:
    return one == two or not _groups(one).isdisjoint(_groups(two))


def _groups(each: str) -> set[int]:
    return {key for key in thesaurus().keys(each) if isinstance(key, int)}


KIND = Kind(
    "modality",
    rank=1,
    phrase="what is asserted",
    find=modality,
    turn=1,
    exchanged="which has {there} for {here}",
)
