"""The signals that two claims say the same thing, each one that a person can check by eye.

They are measured inside a pair of articles, since there every sentence is on topic: a word weighs more the
fewer claims of the two articles have it (inverse document frequency, Spärck Jones 1972), and names, which
any sentence of the story may hold, count as words that both claims share but not as words that one lacks.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from annotated_corpus.claims.portrait import Portrait
from annotated_corpus.claims.terms import is_content, is_figure, thesaurus

NAMES = (
    "clause",
    "cover_less",
    "cover_more",
    "unique",
    "bigrams",
    "word_pairs",
    "quoted_cover",
    "same_subject",
    "other_speaker",
    "figures",
    "quoted_missing_less",
    "quoted_missing_more",
    "distance",
    "early",
)
"""The names of the signals, in the order in which :meth:`Comparison.signals` gives them.

clause                the best pair of clauses: the weight they share times their likeness
cover_less, _more     the weight of one claim that the other has too, the lesser share and the greater
unique                words that occur in no other claim of either article, a name counting half
bigrams               neighbouring words in common, one of them at least neither name nor grammar
word_pairs            words in common that stand near each other in both, in any order, not both of a name
quoted_cover          how much of the quoted words of one the other has, quoted or not
same_subject          both are by or about the same person or body, who may be implied by "he"
other_speaker         both name their speakers, and these are not the same
figures               the weight of the numbers in common
quoted_missing_…      quoted words that the other lacks, for the claim that lacks less and the other
distance              how far apart the claims stand in their articles, 0 to 1
early                 how near the top they stand, where the news itself is told: 2 for two first sentences
"""

_KINSHIP = 0.85
"""What a related term counts for, the same term being 1."""
_SCALE = 3.7
"""The greatest weight of a term, that of a word in one claim of two articles of twenty sentences."""
_NAME = 0.7
"""What a name counts for: any sentence of the story may hold it."""
_LEADING = 0.9
"""What the words before the last of a name ("U.S. Secretary of State Antony") lose, since it is one mention of one."""
_JOINTS = frozenset((" ", ". ", " of ", " of the ", " for "))
_GAP = 2
"""Two capitals of one name are at most so far apart (a space, a full stop and a space)."""


class Comparison:
    """Two articles of one event, laid side by side."""

    def __init__(self, one: Sequence[Portrait], two: Sequence[Portrait]) -> None:
        self.one, self.two = one, two
        self._count_one = Counter(term for each in one for term in each.content)
        self._count_two = Counter(term for each in two for term in each.content)
        claims = len(one) + len(two)
        scale = _SCALE / math.log(claims + 1)
        count = self._count_one + self._count_two
        self._names = _names((*one, *two))
        leading = _leading((*one, *two))
        self._weight = {
            term: scale
            * math.log((claims + 1) / number)
            * (_NAME if term in self._names else 1)
            * (1 - _LEADING * min(leading[term] / number, 1))
            for term, number in count.items()
        }
        self._kin = _kin(self._weight)
        self._subjects_one = _subjects(one, self._names)
        self._subjects_two = _subjects(two, self._names)

    def signals(self, i: int, j: int) -> tuple[float, ...]:
        """Return the signals for claim ``i`` of the first article and claim ``j`` of the second."""
        one, two = self.one[i], self.two[j]
        common = one.content & two.content
        only_one, only_two = one.content - common, two.content - common
        kin_one = {term for term in only_one if not self._kin[term].isdisjoint(only_two)}
        kin_two = {term for term in only_two if not self._kin[term].isdisjoint(only_one)}
        shared = self._sum(common)
        covers = (
            self._cover(shared, one, kin_one | _named(only_one, two.phrases)),
            self._cover(shared, two, kin_two | _named(only_two, one.phrases)),
        )
        missing = sorted((self._missing(one, only_one, kin_one), self._missing(two, only_two, kin_two)))
        figures = self._sum(term for term in common if is_figure(term))
        unique = math.fsum(
            0.5 if term in self._names else 1 for term in common if self._count_one[term] == self._count_two[term] == 1
        )
        return (
            self._clause(one, two),
            min(covers),
            max(covers),
            math.log1p(unique),
            math.log1p(sum(self._telling(*bigram) for bigram in one.bigrams & two.bigrams)),
            math.log1p(sum(not pair <= self._names for pair in one.pairs & two.pairs)),
            max(self._quoted(one, two), self._quoted(two, one)),
            float(not self._subjects_one[i].isdisjoint(self._subjects_two[j])),
            float(self._other_speaker(one.speaker, two.speaker)),
            math.log1p(figures),
            *missing,
            abs(i / max(len(self.one) - 1, 1) - j / max(len(self.two) - 1, 1)),
            1 / (1 + i) + 1 / (1 + j),
        )

    def _sum(self, terms: Iterable[str]) -> float:
        # fsum is exact, so that the order of a set cannot change the last bit of a score
        return math.fsum(self._weight[term] for term in terms)

    def _telling(self, one: str, two: str) -> bool:
        return any(is_content(each) and each not in self._names for each in (one, two))

    def _cover(self, shared: float, whole: Portrait, kin: Collection[str]) -> float:
        return (shared + _KINSHIP * self._sum(kin)) / (self._sum(whole.content) + 1)

    def _quoted(self, one: Portrait, two: Portrait) -> float:
        return self._sum(one.quoted & two.content) / (self._sum(one.quoted) + 2)

    def _other_speaker(self, one: str, two: str) -> bool:
        return bool(one and two) and one != two and two not in self._kin.get(one, ())

    def _missing(self, whole: Portrait, only: frozenset[str], kin: Collection[str]) -> float:
        """Return the logarithmic weight of the quoted words that the other claim lacks, names and figures aside."""
        return math.log1p(
            math.fsum(
                self._weight[term] * (1 - _KINSHIP if term in kin else 1)
                for term in only & whole.quoted
                if not is_figure(term) and term not in self._names
            )
        )

    def _clause(self, one: Portrait, two: Portrait) -> float:
        best = 0.0
        for left in one.clauses:
            for right in two.clauses:
                common = left & right
                if not common:
                    continue
                shared = self._sum(common)
                more_left = _KINSHIP * self._sum(
                    t for t in left - common if not self._kin[t].isdisjoint(right - common)
                )
                more_right = _KINSHIP * self._sum(
                    t for t in right - common if not self._kin[t].isdisjoint(left - common)
                )
                likeness = math.sqrt(
                    (shared + more_left) / (self._sum(left) + 2) * (shared + more_right) / (self._sum(right) + 2)
                )
                best = max(best, (shared + min(more_left, more_right)) * likeness)
        return math.log1p(best)


def _names(portraits: Sequence[Portrait]) -> frozenset[str]:
    """Return the terms that the articles write with a capital only."""
    lower = frozenset().union(*(each.lower for each in portraits))
    return frozenset(capital.term for each in portraits for capital in each.capitals if capital.form not in lower)


def _leading(portraits: Sequence[Portrait]) -> Counter[str]:
    """Return how often each term stands before another word of the same name."""
    return Counter(
        capital.term
        for each in portraits
        for capital, following in pairwise(each.capitals)
        if each.claim.text[capital.end : following.start] in _JOINTS
    )


def _kin(terms: Collection[str]) -> dict[str, frozenset[str]]:
    """Return for each term the other terms that the thesaurus or their beginning relate to it."""
    by_key: defaultdict[int | str, set[str]] = defaultdict(set)
    for term in terms:
        for key in thesaurus().keys(term):
            by_key[key].add(term)
    return {term: frozenset().union(*(by_key[key] for key in thesaurus().keys(term))) - {term} for term in terms}


def _named(terms: Collection[str], phrases: Collection[int | str]) -> set[str]:
    """Return the terms for which the other claim has a phrase."""
    return {term for term in terms if not thesaurus().keys(term).isdisjoint(phrases)} if phrases else set()


def _subjects(portraits: Sequence[Portrait], names: Collection[str]) -> list[frozenset[str]]:
    """Return whom each claim is by or about: its speaker or first name, and who "he" may be."""
    found = []
    last = ""
    for each in portraits:
        run = [capital for capital in each.capitals if capital.term in names and not capital.quoted]
        head = each.speaker
        if run and not head:
            end = 0
            while end + 1 < len(run) and run[end + 1].start - run[end].end <= _GAP:
                end += 1
            head = run[end].term
        subjects = {head} if head else set()
        if last and (each.personal or not run):
            subjects.add(last)
        found.append(frozenset(subjects))
        last = head or last
    return found
