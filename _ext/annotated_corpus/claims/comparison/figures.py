"""Which figures of two claims count the same thing, and which of these cannot both be exact.

What a figure counts is told by its unit, by the noun after it, by what befell those counted, and by the words beside it
in its clause. Where these do not show that both count the same, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from annotated_corpus.claims.comparison.amounts import against, same
from annotated_corpus.claims.comparison.context import Context, Neighbour, common, context, kin
from annotated_corpus.language.en import clock
from annotated_corpus.language.en.fates import PEOPLE, fates
from annotated_corpus.language.en.measures import AGE
from annotated_corpus.language.en.quantities import RANK, SCORE, TIMES, Quantity, quantities
from annotated_corpus.language.en.sentence import is_plural
from annotated_corpus.language.en.small_words import FUNCTION_WORDS
from annotated_corpus.language.en.terms import term
from annotated_corpus.language.words import Word, words
from annotated_corpus.model import Span

_WORD_BEFORE = re.compile(r"([^\W\d_]+) (?:an? |the )?$")
_RATE = re.compile(r"\s(?:an?|per|each|every) ([a-z]+)")
_CAN = re.compile(r"\b(?:can|could|may|might|able|capacity|maximum)\b", re.IGNORECASE)
_PREPOSITIONS = frozenset("at by for from in of on to with within after into".split())
_HAVE = frozenset("has have had having".split())
_LISTING = frozenset(("of", "the", "and", "or"))
_NAME_BEFORE = re.compile(r"([A-Z][\w’'-]+),? (?:aged |who is )?$")
_NAME = 60
"""A name has at most so many letters."""
_MANY = 40
"""A claim of more figures is a table: which of them is which, nobody can tell."""
_REACH = 2
_FATE_REACH = 3


class Figure(NamedTuple):
    """A quantity of a claim, and what it counts.

    ``head`` is the noun that it counts, ``kinds`` what it says of the noun; ``fate`` what befell those counted;
    ``bearer`` is the name of somebody whose age it is, ``verb`` the word of matter directly before the figure;
    ``frame`` are the preposition before it, for each of what it is ("a month"), and whether it is only possible.
    """

    quantity: Quantity
    head: str
    kinds: frozenset[str]
    fate: str
    bearer: str
    verb: str
    frame: tuple[str, str, bool]
    beside: Context


@lru_cache(maxsize=2048)
def figures(text: str) -> tuple[Figure, ...]:
    """Return the figures of a claim with what they count."""
    found = quantities(text)
    if len(found) > _MANY:
        return ()
    made: list[Figure] = []
    for each in found:
        before = made[-1] if made and _is_listed(text, made[-1].quantity, each) else None
        made.append(_figure(text, each, found, before))
    return tuple(made)


def _is_listed(text: str, before: Quantity, each: Quantity) -> bool:
    """Return whether a figure goes on with a list: "destroyed 40 houses and 12 barns"."""
    between = text[before.whole.end : each.whole.start]
    forms = [word.form for word in words(between)]
    return ("and" in forms or "," in between) and all(form in before.counted or form in _LISTING for form in forms)


def _figure(text: str, quantity: Quantity, found: Sequence[Quantity], before: Figure | None) -> Figure:
    span = quantity.whole
    if quantity.of is not None:  # "12 of the 40 workers were paid"
        total = next((each for each in found if each.total and each.span.start > span.start), quantity)
        span = Span(span.start, total.whole.end)
    beside = context(text, span, [each.span for each in found if not each.span.meets(span)])
    if before is not None:
        beside = Context(before.beside.left, beside.right)
    terms = [_term(form) for form in quantity.counted]
    head = terms[-1] if terms and (is_plural(quantity.counted[-1]) or len(terms) == 1) else terms[0] if terms else ""
    near = (*beside.right[: _FATE_REACH + len(terms)], *beside.left[:_FATE_REACH])
    fate = fates().get(head) or next((fates()[each.term] for each in near if _tells(text, each)), "")
    if head in fates() or head in PEOPLE:
        head = ""
    return Figure(
        quantity,
        head,
        frozenset(terms) - {head} - PEOPLE - fates().keys(),
        fate,
        _bearer(text, quantity, beside),
        _verb(text, span),
        _frame(text, span, beside),
        beside,
    )


def _tells(text: str, each: Neighbour) -> bool:
    """Return whether a word tells what befell somebody; "non-fatal" says the opposite."""
    return each.term in fates() and not text[max(0, each.start - 4) : each.start].casefold().endswith(("non-", "non"))


def _term(form: str) -> str:
    return term(Word(0, len(form), form, False))


def differing(one: str, two: str) -> list[tuple[Span, Span]]:
    """Return the figures of two claims that count the same and cannot both be exact, as their words in the claims."""
    left, right = _unlike(figures(one), figures(two)), _unlike(figures(two), figures(one))
    pairs = sorted(
        ((-alike, i, j) for i, a in enumerate(left) for j, b in enumerate(right) if (alike := _alike(a, b))),
    )
    found: list[tuple[int, int]] = []
    for alike, i, j in pairs:
        if any(i == i2 or j == j2 for i2, j2 in found):
            continue
        rivals = [p for p in pairs if p[0] == alike and (p[1] == i) != (p[2] == j)]
        if not any(not any(p[1] == x or p[2] == y for x, y in found) for p in rivals):
            found.append((i, j))
    return [_evidence(one, left[i].quantity, two, right[j].quantity) for i, j in sorted(found)]


def at_odds(one: str, two: str) -> bool:
    """Return whether two claims count the same noun and no figure agrees, whatever is told of it.

    "Sent four helicopters" and "deployed two helicopters" may be one act or two: that is no difference to be told, but
    the two do not say the same thing either.
    """
    left, right = figures(one), figures(two)
    return any(
        a.head and a.head == b.head and against(a.quantity, b.quantity)
        for a, b in product(_unlike(left, right), _unlike(right, left))
    )


def agreeing(one: str, two: str) -> list[tuple[Span, Span]]:
    """Return the figures that may be one in two claims, perhaps in other words: "2,100 homes", "over 2,000 homes"."""
    left, right = quantities(one), quantities(two)
    if max(len(left), len(right)) > _MANY:
        return []
    return [(a.whole, b.whole) for a, b in product(left, right) if same(a, b)]


def _unlike(own: Iterable[Figure], others: Sequence[Figure]) -> list[Figure]:
    return [each for each in own if not any(_as_much(each.quantity, other.quantity) for other in others)]


def _as_much(one: Quantity, two: Quantity) -> bool:
    """Return whether two figures may be one, where a figure that is of nothing may be of anything: "a rate of 35.7"."""
    if same(one, two):
        return True
    bare = next((each for each in (one, two) if not each.unit and not each.counted), None)
    other = two if bare is one else one
    return bare is not None and bool(other.unit) and same(replace(bare, unit=other.unit, size=other.size), other)


_ANYWHERE = frozenset(("", AGE, RANK, SCORE, TIMES, clock.UNIT))
"""Of these units a preposition before the figure says nothing: "bought 12 boats", "sailed with 12 boats"."""


def _alike(one: Figure, two: Figure) -> int:
    """Return how much shows that two figures count the same thing, 0 if that is not certain."""
    a, b = one.quantity, two.quantity
    if not against(a, b) or a.total != b.total or a.more != b.more:
        return 0
    beside = common(one.beside.terms(_REACH), two.beside.terms(_REACH))
    if one.verb and two.verb and not kin(one.verb, two.verb) and not (one.fate and one.fate == two.fate):
        return 0
    if one.frame[1:] != two.frame[1:] or (a.unit not in _ANYWHERE and one.frame != two.frame):
        return 0
    if a.unit == "":
        return _count_alike(one, two, beside)
    if a.unit == AGE and (one.bearer or two.bearer):
        return 1 + beside if one.bearer == two.bearer else 0
    if a.unit == AGE:
        return beside if beside > 1 and common(_old(one), _old(two)) else 0
    if a.unit == RANK and (a.counted or b.counted):
        one_noun = common(map(_term, a.counted[:1]), map(_term, b.counted[:1]))
        return beside if one_noun and (beside > 1 or _both_open(one, two)) else 0
    if a.unit != clock.UNIT and not _one_complement(one, two):
        return 0
    return beside or int(any(one.beside) and _one_place(one, two))


def _frame(text: str, span: Span, beside: Context) -> tuple[str, str, bool]:
    """Return the preposition before a figure, for each of what it is ("a month"), and whether it only can be."""
    found = _WORD_BEFORE.search(text, max(0, span.start - _NAME), span.start)
    form = found[1].casefold() if found else ""
    rate = _RATE.match(text, span.end)
    clause = text[beside.left[-1].start if beside.left else span.start : span.start]
    return form if form in _PREPOSITIONS else "", rate[1].casefold() if rate else "", _CAN.search(clause) is not None


def _verb(text: str, span: Span) -> str:
    """Return the word of matter, or the form of "have", directly before a figure: "bought" of "bought 12 boats"."""
    found = _WORD_BEFORE.search(text, max(0, span.start - _NAME), span.start)
    form = found[1].casefold() if found else ""
    return "have" if form in _HAVE else _term(form) if form and form not in FUNCTION_WORDS else ""


def _old(one: Figure) -> frozenset[str]:
    """Return the noun of somebody of some age: "a 19-year-old student", "a student aged 19"."""
    nouns = (
        map(_term, one.quantity.counted[:1]) if one.quantity.counted else (each.term for each in one.beside.left[:1])
    )
    return frozenset(nouns)


def _count_alike(one: Figure, two: Figure, beside: int) -> int:
    if one.fate and two.fate and one.fate != two.fate:
        return 0
    if one.kinds and two.kinds and not common(one.kinds, two.kinds):
        return 0
    if one.head and two.head:
        if not kin(one.head, two.head):
            return 0
        return beside + 2 if one.fate and one.fate == two.fate else beside if beside > 1 or _both_open(one, two) else 0
    if one.head or two.head:
        return 0
    if one.fate and one.fate == two.fate:
        return beside + 2
    return beside if not one.fate and not two.fate and _one_place(one, two) else 0


def _both_open(one: Figure, two: Figure) -> bool:
    """Return whether nothing but the noun stands beside two figures: "Three boats", "Four boats were there"."""
    return all(len(each.beside.terms(_REACH)) <= 1 for each in (one, two))


def _one_place(one: Figure, two: Figure) -> bool:
    """Return whether the nearest words on both sides of two figures without a noun are the same."""
    return _one_neighbour(one.beside.left, two.beside.left) and _one_neighbour(one.beside.right, two.beside.right)


def _one_neighbour(one: Sequence[tuple[str, bool, int, int]], two: Sequence[tuple[str, bool, int, int]]) -> bool:
    if not one or not two:
        return not one and not two
    return kin(one[0][0], two[0][0])


def _one_complement(one: Figure, two: Figure) -> bool:
    """Return whether what follows two measures is not plainly of two things: "5 percent of women", "of men"."""
    a, b = one.quantity.counted, two.quantity.counted
    if a and b:
        return bool(common(map(_term, a), map(_term, b)))
    return True


def _bearer(text: str, quantity: Quantity, beside: Context) -> str:
    """Return the last name of the one who is so old ("Ada Lind, 75,", "Lind is 75 years old"), else nothing."""
    if quantity.unit != AGE:
        return ""
    name = _NAME_BEFORE.search(text, max(0, quantity.whole.start - _NAME), quantity.whole.start)
    return _term(name[1].casefold()) if name else next((each.term for each in beside.left[:1] if each.name), "")


def _evidence(one: str, a: Quantity, two: str, b: Quantity) -> tuple[Span, Span]:
    """Return the words of two figures; with their bounds and units where they are the same without."""
    if one[a.span.start : a.span.end].casefold() == two[b.span.start : b.span.end].casefold():
        return a.whole, b.whole
    return a.span, b.span
