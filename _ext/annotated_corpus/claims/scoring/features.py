"""The signals that two claims say the same thing, each one that a person can check by eye.

They are measured inside a pair of articles, since there every sentence is on topic: a word weighs more the
fewer claims of the two articles have it (inverse document frequency, Spärck Jones 1972), and names, which
any sentence of the story may hold, count as words that both claims share but not as words that one lacks.

Weights are integers, so that their sums are exact in any order. What claims share is found by the indexes of
their articles, all pairs of claims at once; only the clauses are laid side by side for each pair by itself.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import product

from annotated_corpus.claims.known import NOTHING, Known
from annotated_corpus.claims.scoring import background
from annotated_corpus.claims.scoring.portrait import Portrait
from annotated_corpus.claims.scoring.profile import Profile
from annotated_corpus.language.capitals import GAP
from annotated_corpus.language.en.terms import is_figure, thesaurus

NAMES = (
    "clause",
    "cover_less",
    "cover_more",
    "unique",
    "quoted_cover",
    "same_subject",
    "other_speaker",
    "one_speaker",
    "figures",
    "quoted_missing_less",
    "quoted_missing_more",
    "distance",
    "early",
    *background.NAMES,
)
"""The names of the signals, in the order in which :class:`Comparison` gives them.

clause                the best pair of clauses: the weight they share times their likeness
cover_less, _more     the weight of one claim that the other has too, the lesser share and the greater
unique                words that occur in no other claim of either article, a name counting half
quoted_cover          how much of the quoted words of one the other has, quoted or not
same_subject          both are by or about the same person or body, who may be implied by "he"
other_speaker         both name their speakers, and these are not the same
one_speaker           one of them names its speaker, the other none
figures               the weight of the numbers in common
quoted_missing_…      quoted words that the other lacks, for the claim that lacks less and the other
distance              how far apart the claims stand in their articles, 0 to 1
early                 how near the top they stand, where the news itself is told: 2 for two first sentences

The others are those of :mod:`.background`.
"""

_KINSHIP = 0.85
"""What a related term counts for, the same term being 1."""
_SCALE = 3.7
"""The greatest weight of a term, that of a word in one claim of two articles of twenty sentences."""
_UNIT = 1 << 16
"""A weight of 1."""
_LEAST = 5 * _UNIT // 4
"""Claims that share less weight than this are not compared: one common word or two.

Of 222 labelled links four share less; five were lost when two common words, or a rare one, were asked for.
"""
_NAME = 0.7
"""What a name counts for: any sentence of the story may hold it."""
_LEADING = 0.9
"""What the words before the last of a name ("U.S. Secretary of State Antony") lose, since it is one mention of one."""
_FEW = 6
"""Of so few groups of words each set is tried when clauses are compared."""

Row = tuple[float, ...]


class Comparison:
    """Two articles of one event, laid side by side.

    A pair of claims is a cell: its number is the position of the claim of the first article times the number of
    claims of the second, plus the position of the other claim.
    """

    def __init__(self, one: Profile, two: Profile, known: Known = NOTHING) -> None:
        self.one, self.two = one, two
        self._width = len(two.portraits)
        self._common = one.terms.keys() & two.terms.keys()
        self._names = _names(one, two)
        discounts = _discounts(one, two, self._names)
        self._weight = _weights(one, two, discounts)
        self._left = [_Measured(each, self._weight, self._names) for each in one.portraits]
        self._right = [_Measured(each, self._weight, self._names) for each in two.portraits]
        self._subjects = _subjects(one.portraits, self._names), _subjects(two.portraits, self._names)
        self._strangers = self._find_strangers()
        self._kin = self._find_kin()
        self._named = self._find_named(one, two, False), self._find_named(two, one, True)
        self._background = background.Background(one, two, self._names, discounts, known)

    def cells(self) -> Iterator[tuple[int, int, Row]]:
        """Give the claims worth a comparison, by their positions in both articles, and their signals.

        In place of the first signal stands the most that it can be; :meth:`clause` gives the signal itself, which is
        costly.
        """
        unique, figures = self._unique(), self._figures()
        quoted_left, missing_left = self._quotations(self.one, self.two, False)
        quoted_right, missing_right = self._quotations(self.two, self.one, True)
        weight, common, holders, related = self._weight, self._common, self.two.terms, self._kin
        named_left, named_right = self._named
        subjects_left, subjects_right = self._subjects
        rows, width, log1p = len(self._left), self._width, math.log1p
        measured_right, at_large = self._right, self._background.signals
        places_right = [j / max(width - 1, 1) for j in range(width)]
        early_right = [1 / (1 + j) for j in range(width)]
        nothing: Set[str] = frozenset()
        for i, left in enumerate(self._left):
            shares = [0] * width
            for term in left.portrait.content & common:
                value = weight[term]
                for j in holders[term]:
                    shares[j] += value
            place, early, subjects = i / max(rows - 1, 1), 1 / (1 + i), subjects_left[i]
            strangers = self._strangers.get(left.portrait.speaker)
            for j, share in enumerate(shares):
                if share < _LEAST:
                    continue
                right = measured_right[j]
                cell = i * width + j
                more_left = more_right = most = 0.0
                kin_left = kin_right = nothing
                if cell in related:
                    kin_left = {term for term, _ in related[cell]}
                    kin_right = {term for _, term in related[cell]}
                    more_left, more_right = _KINSHIP * self._sum(kin_left), _KINSHIP * self._sum(kin_right)
                    most = max(more_left, more_right)
                if cell in named_left:
                    more_left = _KINSHIP * self._sum(kin_left | named_left[cell])
                if cell in named_right:
                    more_right = _KINSHIP * self._sum(kin_right | named_right[cell])
                most += share
                cover_left, cover_right = (share + more_left) / left.whole, (share + more_right) / right.whole
                lacks_left = lacks_right = quoted = 0.0
                if left.quoting or right.quoting:
                    lacks_left = self._missing(left, missing_left.get(cell, 0), kin_left)
                    lacks_right = self._missing(right, missing_right.get(cell, 0), kin_right)
                    quoted = max(quoted_left.get(cell, 0) / left.quoted, quoted_right.get(cell, 0) / right.quoted)
                row = (
                    log1p(most * most / (most + 2 * _UNIT) / _UNIT),
                    cover_left if cover_left < cover_right else cover_right,
                    cover_right if cover_left < cover_right else cover_left,
                    log1p(unique[cell] / 2) if cell in unique else 0.0,
                    quoted,
                    0.0 if subjects.isdisjoint(subjects_right[j]) else 1.0,
                    1.0 if strangers and right.portrait.speaker in strangers else 0.0,
                    0.0 if bool(left.portrait.speaker) == bool(right.portrait.speaker) else 1.0,
                    log1p(figures[cell] / _UNIT) if cell in figures else 0.0,
                    lacks_left if lacks_left < lacks_right else lacks_right,
                    lacks_right if lacks_left < lacks_right else lacks_left,
                    abs(place - places_right[j]),
                    early + early_right[j],
                    *at_large(i, j),
                )
                yield i, j, row

    def clause(self, i: int, j: int) -> float:
        """Return the first signal of a cell: the best pair of clauses, the weight they share times their likeness."""
        left, right = self._left[i], self._right[j]
        common = left.portrait.content & right.portrait.content
        kin = self._kin.get(i * self._width + j)
        best = self._best_clause_with_kin(left, right, common, kin) if kin else self._best_clause(left, right, common)
        return math.log1p(best / _UNIT)

    def _best_clause(self, left: _Measured, right: _Measured, common: Set[str]) -> float:
        """Return the greatest weight that two clauses share, times their likeness."""
        places_left, places_right = left.portrait.in_clauses, right.portrait.in_clauses
        weight = self._weight
        together: dict[tuple[int, int], int] = {}
        for term in common:
            places = places_left[term], places_right[term]
            together[places] = together.get(places, 0) + weight[term]
        if len(together) > _FEW:
            return self._best_clause_of_many(left, right, common)
        # words that stand in the same clauses of both are shared together; of such groups each set is tried
        root_left, root_right = left.roots, right.roots
        best = 0.0
        sets = [(0, -1, -1)]
        for (in_left, in_right), held in together.items():
            if not in_left or not in_right:
                continue
            for value, one, two in sets[:]:
                both_left, both_right = one & in_left, two & in_right
                if both_left and both_right:
                    more = value + held
                    sets.append((more, both_left, both_right))
                    likeness = more * more / (root_left[both_left] * root_right[both_right])
                    best = likeness if likeness > best else best  # the innermost loop: max() takes half as long again
        return best

    def _best_clause_of_many(self, left: _Measured, right: _Measured, common: Set[str]) -> float:
        """Return the same as :meth:`_best_clause`, from the words that each clause of either claim has in common."""
        terms = [(1 << n, term) for n, term in enumerate(common)]
        weights = [self._weight[term] for _, term in terms]
        shared_right = _shared(terms, right)
        known: dict[int, int] = {}
        best = 0.0
        for one, root_one in _shared(terms, left):
            for two, root_two in shared_right:
                both = one & two
                if not both:
                    continue
                value = known.get(both)
                if value is None:
                    value = known[both] = sum([weight for n, weight in enumerate(weights) if both >> n & 1])
                best = max(best, value * value / (root_one * root_two))
        return best

    def _best_clause_with_kin(
        self, left: _Measured, right: _Measured, common: Set[str], kin: Set[tuple[str, str]]
    ) -> float:
        """Return the same where terms of the claims are related: they count as shared, for a little less."""
        rows = (*((term, term) for term in common), *kin)
        best = 0.0
        for (one, root_one), (two, root_two) in product(
            _shared([(1 << n, term) for n, (term, _) in enumerate(rows)], left),
            _shared([(1 << n, term) for n, (_, term) in enumerate(rows)], right),
        ):
            held = [row for n, row in enumerate(rows) if (one & two) >> n & 1]
            shared = self._sum({term for term, other in held if term == other})
            more_one = _KINSHIP * self._sum({term for term, other in held if term != other})
            more_two = _KINSHIP * self._sum({other for term, other in held if term != other})
            likeness = math.sqrt(shared + more_one) / root_one * (math.sqrt(shared + more_two) / root_two)
            best = max(best, (shared + min(more_one, more_two)) * likeness)
        return best

    def signals(self) -> dict[tuple[int, int], Row]:
        """Return all signals of all claims worth a comparison, by their positions in both articles."""
        return {(i, j): (self.clause(i, j), *row[1:]) for i, j, row in self.cells()}

    def _sum(self, terms: Set[str]) -> int:
        return sum(map(self._weight.__getitem__, terms))

    def _at(self, left: Sequence[int], right: Sequence[int]) -> list[int]:
        """Return the cells of the claims at some positions in the first article, and at some in the second."""
        width = self._width
        return [i * width + j for i in left for j in right]

    def _unique(self) -> dict[int, int]:
        """Return the number of unique words that the claims of a cell share, names counting 1 and others 2."""
        found: dict[int, int] = {}
        for term in self._common:
            left, right = self.one.terms[term], self.two.terms[term]
            if len(left) == len(right) == 1:
                cell = left[0] * self._width + right[0]
                found[cell] = found.get(cell, 0) + (1 if term in self._names else 2)
        return found

    def _figures(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for term in self._common:
            if is_figure(term):
                for cell in self._at(self.one.terms[term], self.two.terms[term]):
                    found[cell] = found.get(cell, 0) + self._weight[term]
        return found

    def _quotations(self, quoting: Profile, other: Profile, back: bool) -> tuple[dict[int, int], dict[int, int]]:
        """Return the weight of the quoted words that the other claim has, and that of those that it could lack."""
        found: dict[int, int] = {}
        matter: dict[int, int] = {}
        for term in quoting.quoted.keys() & other.terms.keys():
            places = quoting.quoted[term], other.terms[term]
            weight = self._weight[term]
            counts = _is_matter(term, self._names)
            for cell in self._at(*(reversed(places) if back else places)):
                found[cell] = found.get(cell, 0) + weight
                if counts:
                    matter[cell] = matter.get(cell, 0) + weight
        return found, matter

    def _missing(self, whole: _Measured, shared: int, kin: Set[str]) -> float:
        """Return the logarithmic weight of the quoted words that the other claim lacks, names and figures aside."""
        if not whole.quoted_matter:
            return 0.0
        lacks: float = whole.quoted_matter - shared
        if kin:
            related = {term for term in kin & whole.portrait.quoted if _is_matter(term, self._names)}
            lacks -= _KINSHIP * self._sum(related)
        return math.log1p(lacks / _UNIT)

    def _find_strangers(self) -> dict[str, frozenset[str]]:
        """Return for each speaker of the first article those of the second who are another, by name and kinship."""
        left, right = ({each.speaker for each in article.portraits} - {""} for article in (self.one, self.two))
        keys, known = thesaurus().keys, self._weight
        return {
            one: frozenset(
                two
                for two in right
                if one != two and (one not in known or two not in known or keys(one).isdisjoint(keys(two)))
            )
            for one in left
        }

    def _find_kin(self) -> dict[int, set[tuple[str, str]]]:
        """Return the related terms of each cell, of which neither claim has the other's."""
        one, two = self.one, self.two
        found: dict[int, set[tuple[str, str]]] = {}
        for key in one.kin.keys() & two.kin.keys():
            for left, right in product(one.kin[key], two.kin[key]):
                if left == right:
                    continue
                for i, j in product(one.terms[left], two.terms[right]):
                    if left not in two.portraits[j].content and right not in one.portraits[i].content:
                        found.setdefault(i * self._width + j, set()).add((left, right))
        return found

    def _find_named(self, one: Profile, two: Profile, back: bool) -> dict[int, set[str]]:
        """Return the terms of the claims of one article for which the claim of the other has a phrase, by cell."""
        found: dict[int, set[str]] = {}
        for key in one.kin.keys() & two.phrases.keys():
            for term in one.kin[key]:
                for i, j in product(one.terms[term], two.phrases[key]):
                    if term not in two.portraits[j].content:
                        found.setdefault(j * self._width + i if back else i * self._width + j, set()).add(term)
        return found


class _Measured:
    """A claim with the weights that it has beside another article."""

    __slots__ = ("portrait", "quoted", "quoted_matter", "quoting", "roots", "whole")

    def __init__(self, portrait: Portrait, weight: Mapping[str, int], names: Set[str]) -> None:
        self.portrait = portrait
        value = weight.__getitem__
        self.whole = sum(map(value, portrait.content)) + _UNIT
        self.roots = _Roots([sum(map(value, clause)) + 2 * _UNIT for clause in portrait.clauses])
        self.quoting = bool(portrait.quoted)
        self.quoted = sum(map(value, portrait.quoted)) + 2 * _UNIT
        self.quoted_matter = sum(value(term) for term in portrait.quoted if _is_matter(term, names))


def _is_matter(term: str, names: Set[str]) -> bool:
    return not is_figure(term) and term not in names


class _Roots(dict[int, float]):
    """The square root of the least weight of a clause, by bits that say of which: made when asked for."""

    __slots__ = ("_least_first",)

    def __init__(self, clauses: Sequence[int]) -> None:
        super().__init__()
        self._least_first = sorted(zip(clauses, [1 << n for n in range(len(clauses))], strict=True))

    def __missing__(self, bits: int) -> float:
        for whole, bit in self._least_first:
            if bits & bit:
                root = self[bits] = math.sqrt(whole)
                return root
        raise KeyError(bits)


def _shared(terms: Sequence[tuple[int, str]], claim: _Measured) -> list[tuple[int, float]]:
    """Return the bits of the terms that a clause has, and the root of the least weight of a clause with just those."""
    found: dict[int, int] = {}
    for number, clause in enumerate(claim.portrait.clauses):
        mask = sum([bit for bit, term in terms if term in clause])
        if mask:
            found[mask] = found.get(mask, 0) | 1 << number
    return [(mask, claim.roots[clauses]) for mask, clauses in found.items()]


def _names(one: Profile, two: Profile) -> frozenset[str]:
    """Return the terms that the articles write with a capital only."""
    return frozenset(
        term for form, term in one.capitals | two.capitals if form not in one.lower and form not in two.lower
    )


def _weights(one: Profile, two: Profile, discounts: Mapping[str, float]) -> dict[str, int]:
    """Return the weight of each term of both articles."""
    claims = len(one.portraits) + len(two.portraits)
    scale = _UNIT * _SCALE / math.log(claims + 1)
    plain = [0, *(round(scale * math.log((claims + 1) / number)) for number in range(1, claims + 1))]
    weights = {term: plain[number] for term, number in _counts(one, two).items()}
    for term, share in discounts.items():
        weights[term] = round(weights[term] * share)
    return weights


def _counts(one: Profile, two: Profile) -> dict[str, int]:
    """Return in how many claims each term stands."""
    count = {term: len(held) for term, held in one.terms.items()}
    for term, held in two.terms.items():
        count[term] = count.get(term, 0) + len(held)
    return count


def _discounts(one: Profile, two: Profile, names: Set[str]) -> dict[str, float]:
    """Return what names, and words that stand before the last of a name, count for."""
    count = _counts(one, two)
    leading = {term: one.leading.get(term, 0) + two.leading.get(term, 0) for term in (*one.leading, *two.leading)}
    return {
        term: (_NAME if term in names else 1.0) * (1 - _LEADING * min(leading.get(term, 0) / count[term], 1))
        for term in sorted(count.keys() & (names | leading.keys()))
    }


def _subjects(portraits: Sequence[Portrait], names: Collection[str]) -> list[frozenset[str]]:
    """Return whom each claim is by or about: its speaker or first name, and who "he" may be."""
    found = []
    last = ""
    for each in portraits:
        run = [capital for capital in each.capitals if capital.term in names and not capital.quoted]
        head = each.speaker
        if run and not head:
            end = 0
            while end + 1 < len(run) and run[end + 1].start - run[end].end <= GAP:
                end += 1
            head = run[end].term
        subjects = {head} if head else set()
        if last and (each.personal or not run):
            subjects.add(last)
        found.append(frozenset(subjects))
        last = head or last
    return found
