"""What tells two statements of one wording apart: their figures, names, words of matter, and negation.

"In the district of Ansk, 12 people were killed" and "In the district of Brod, 17 people were killed" are
nearly the same words, and two statements. A correction changes one thing, or little of a long text; another statement
fills the slots of a wording that is otherwise the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import OSA, Levenshtein

from annotated_corpus.anchors.quoted import UNSPACED
from annotated_corpus.language.en.calendar import MONTHS, WEEKDAYS
from annotated_corpus.language.en.numbers import TENS, UNITS
from annotated_corpus.language.en.small_words import COMMONEST, FUNCTION_WORDS

_WORD = re.compile(rf"[{UNSPACED}]|(?:[^\W_{UNSPACED}]+(?:[.,:'’-][^\W_{UNSPACED}]+)*)")
_LABEL = re.compile(
    r"(?:§+ ?|#|(?:no|nr|art|article|section|rule|clause|item)\b\.? ?)\d+[\w.-]*[.):]*(?=\s)"  # § 40, No. 101.
    r"|\(?(?:\d+(?:\.\d+)*[a-z]?|[a-z]|[ivx]{1,6})[.)](?=\s)"  # 10b.  (a)  iv.
    r"|\d+(?:\.\d+)+(?=\s(?!(?:hundred|thousand|million|billion|per|percent|[a-z])\b))",  # 15.3 The
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d")
_SENTENCE_END = re.compile(r"[.!?…:]\W*$")
_OPENING = "“”„«»\"'‘’([ "
_AHEAD = 6  # characters before a word that tell whether it opens a sentence
_COMPARED = 30_000_000  # words times words: beyond that a line may have a megabyte, and only its words are counted
_NEGATIONS = frozenset("not no never cannot nobody nothing none neither nor without nowhere".split())
_NUMBERS = {word: str(count) for word, count in (*UNITS.items(), *TENS.items()) if count}
_NUMBERS |= {word: word for word in "dozen dozens hundred hundreds thousand thousands million millions billion".split()}
_DAYS = frozenset(name.casefold() for name in (*MONTHS, *WEEKDAYS) if name != "May")
"""Words of dates: one is corrected with its figures. ("May" is a word of grammar more often.)"""
_BRIEF = 14  # words of matter up to which a text stands and falls with a negation
_DENIAL = 3  # words that deny what the text said: more are a statement of their own
_LONG = 25  # words of matter from which a text says more than one thing
_FEW = 4  # words of matter
_COMMON_SHARE = 0.4  # of the words: likeness of characters alone makes no statement
_FAMILY = 60  # words up to which a text may have siblings that differ in a single word


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and what it is: "figure", "name", "word" of matter, "negation" or "grammar"."""

    form: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Said:
    """A text taken apart: its label ("15.3", "(a)"), and its words."""

    label: str
    words: tuple[Word, ...]

    @property
    def forms(self) -> list[str]:
        return [word.form for word in self.words]

    def matter(self) -> int:
        return sum(word.kind in ("figure", "name", "word") for word in self.words)


@dataclass(frozen=True, slots=True)
class Difference:
    """How two texts differ. ``replaced``: the kind of each thing that gave way to another one, in order;
    ``weight``: how many words these are; ``label``: whether their numbers differ, ``numbered``: whether these are those
    of cases ("No. 101"); ``clock``: whether they begin with times that differ.

    ``lone``: words of matter that only one has, where nothing stands for them; ``names``: how many of these are names;
    ``grammar``: whether words of grammar differ that carry meaning; ``slips``: words with another spelling.
    """

    shared: int
    longest: int
    matter: int
    label: bool
    numbered: bool
    clock: bool
    replaced: tuple[str, ...]
    weight: int
    lone: int
    names: int
    negated: bool
    grammar: bool
    slips: int

    @property
    def share(self) -> float:
        """How many of the words of the longer text both have."""
        return self.shared / max(1, self.longest)


class Particulars:
    """The statements of one article, before and after a change.

    A word with a capital is a name; at the beginning of a sentence it is not, if the article has it in
    small letters too, or if it opens sentences commonly.
    """

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self._texts = tuple(texts)
        self.read = lru_cache(maxsize=None)(self._read)
        self.difference = lru_cache(maxsize=None)(self._difference)
        self.bag = lru_cache(maxsize=None)(self._bag)

    def same(self, one: str, two: str) -> bool:
        """Whether two texts say the same though they stand apart: nothing of matter has given way to something else.

        Of a long text one word may, as it says more than one thing.
        """
        found = self.difference(one, two)
        if found.negated or "figure" in found.replaced or "name" in found.replaced:
            return False
        if found.matter < _LONG and (found.replaced or found.grammar or found.slips):
            return False
        return len(found.replaced) <= found.matter / _LONG and found.lone <= 0.3 * found.matter

    def replaced(self, one: str, two: str) -> bool:
        """Whether in its own place a text has given way to another statement, and was not corrected."""
        found = self.difference(one, two)
        if found.negated and found.matter <= _BRIEF:
            return True
        if found.replaced and found.share < _COMMON_SHARE and found.matter >= _FEW:
            return True
        kinds = Counter(found.replaced)
        slots = len(found.replaced)
        share = found.weight / max(1, found.matter)
        if kinds["figure"] and kinds["name"] and share >= (0.10 if found.matter <= _LONG else 0.25):
            return True
        if found.lone > 2 * slots + found.names:
            return False  # a paragraph was rewritten: its wording is not that of another one with other slots
        filled = kinds["word"] + 2 * kinds["name"]
        if (kinds["figure"] or found.label) and filled >= 2 and share >= (0.12 if found.matter <= _LONG else 0.25):
            return True
        if (slots >= 2 and found.clock) or (found.label and found.numbered and found.matter <= _LONG):
            return True
        names = kinds["name"] and kinds["name"] + found.names
        if names >= 2 and (found.weight + found.names) / max(1, found.matter) >= (
            0.2 if found.matter <= _BRIEF else 0.25
        ):
            return True
        if slots >= 2 and slots > kinds["figure"] and found.matter <= _BRIEF and share >= 0.25:
            return True
        return self._sibling(one, two)

    def denies(self, part: str, stretch: str) -> bool:
        """Whether a stretch of a longer text has something else in place of what ``part`` says, its edges aside."""
        spots = list(_spots(self.read(part).words, self.read(stretch).words))
        inner = [at for at, (left, right) in enumerate(spots) if left == right]
        if not inner:
            return True
        for at, (mine, theirs) in enumerate(spots):
            if mine != theirs and ((mine and theirs) or inner[0] < at < inner[-1]):
                _, left, right = _without_slips(mine, theirs)
                if any(w.kind == "negation" for w in (*left, *right)):
                    return True
                if all(any(w.kind in ("figure", "name", "word") for w in side) for side in (left, right)):
                    return True
        return False

    def tells(self, text: str, one: str, two: str) -> int:
        """Say which of ``one`` and ``two`` has what ``text`` has and the other has not: 1, 2, or 0 if that is unclear.

        Numbers of clauses tell only where nothing else does.
        """
        own, first, second = self.bag(text), self.bag(one), self.bag(two)
        for_one, for_two = len((first - second) & own), len((second - first) & own)
        if not for_one and not for_two:
            label = self.read(text).label
            if label and (self.read(one).label == label) != (self.read(two).label == label):
                return 1 if self.read(one).label == label else 2
        return 1 if for_one and not for_two else 2 if for_two and not for_one else 0

    def unlabelled(self, text: str) -> str:
        """Return the words of ``text`` without its label, case and typography aside."""
        return " ".join(self.read(text).forms)

    def _sibling(self, one: str, two: str) -> bool:
        """Whether what alone differs is what tells ``one`` from another old text: "No. 101", "No. 102"."""
        first, second = self.read(one), self.read(two)
        if len(first.words) > _FAMILY:
            return False
        if first.label and second.label and first.label != second.label and self._labels[_bare(first)] > 1:
            return True
        if len(first.words) != len(second.words):
            return False
        spots = [at for at, (a, b) in enumerate(zip(first.forms, second.forms, strict=True)) if a != b]
        return len(spots) == 1 and self._frames[_frame(first, spots[0])] > 1

    @cached_property
    def labelled(self) -> bool:
        """Whether any old text has a number of its own, as clauses have."""
        return any(said.label for said in self._before)

    @cached_property
    def _labels(self) -> Counter[str]:
        """How many old texts have the same words under different labels."""
        return Counter(_bare(said) for said in self._before)

    @cached_property
    def _frames(self) -> Counter[tuple[str, ...]]:
        """How many old texts have the same words but for one."""
        short = [said for said in self._before if len(said.words) <= _FAMILY]
        return Counter(_frame(said, at) for said in short for at in range(len(said.words)))

    @property
    def _before(self) -> Iterator[_Said]:
        return map(self.read, sorted(set(self._texts[0]) if self._texts else ()))

    @cached_property
    def _common(self) -> frozenset[str]:
        return FUNCTION_WORDS.union(
            word for texts in self._texts for text in texts for word in _WORD.findall(text) if word.islower()
        )

    def _bag(self, text: str) -> frozenset[str]:
        return frozenset(self.read(text).forms)

    def _read(self, text: str) -> _Said:
        labelled = _LABEL.match(text)
        begins = labelled.end() if labelled else 0
        words = []
        for found in _WORD.finditer(text, begins):
            form = re.sub(r"['’]s$", "", found[0]).casefold().replace("’", "'")
            if any(sign.isdigit() for sign in form):
                words.append(Word(form.replace(",", ""), "figure"))
            elif form in _DAYS and found[0][0].isupper():
                words.append(Word(form, "figure"))
            elif form in _NUMBERS:
                words.append(Word(_NUMBERS[form], "figure"))
            elif form in _NEGATIONS or form.endswith("n't"):
                words.append(Word(form, "negation"))
            elif found[0][0].isupper() and form not in FUNCTION_WORDS:
                ahead = text[max(begins, found.start() - _AHEAD) : found.start()]
                opens = not ahead.strip(_OPENING) or _SENTENCE_END.search(ahead)
                words.append(Word(form, "word" if opens and form in self._common else "name"))
            else:
                words.append(Word(form, "grammar" if form in FUNCTION_WORDS else "word"))
        label = re.sub(r"[^\w#]", "", labelled[0]).casefold() if labelled else ""
        return _Said(label, tuple(words))

    def _difference(self, one: str, two: str) -> Difference:
        first, second = self.read(one), self.read(two)
        matter = min(first.matter(), second.matter())
        longest = max(len(first.words), len(second.words))
        label = bool(first.label and second.label) and first.label != second.label
        numbered = label and first.label[0] in "n#" and second.label[0] in "n#"
        heads = [said.words[0].form for said in (first, second) if said.words]
        clock = len(set(heads)) == 2 and all(map(_CLOCK.fullmatch, heads))
        if len(first.words) * len(second.words) > _COMPARED:
            common = sum((Counter(first.forms) & Counter(second.forms)).values())
            kinds = ("figure", "name") if 2 * common < longest else ()
            return Difference(
                common, longest, matter, label, numbered, clock, kinds, longest - common, 0, 0, False, False, 0
            )
        shared, weight, lone, names, slips, negations = 0, 0, 0, 0, 0, 0
        replaced: list[str] = []
        grammar = False
        for mine_all, theirs_all in _spots(first.words, second.words):
            if mine_all == theirs_all:
                shared += len(mine_all)
                continue
            slips_here, left, right = _without_slips(mine_all, theirs_all)
            slips += slips_here
            shared += slips_here
            if max(len(left), len(right)) <= _DENIAL:
                negations += sum(w.kind == "negation" for w in left)
                negations -= sum(w.kind == "negation" for w in right)
            mine = [w for w in left if w.kind in ("figure", "name", "word")]
            theirs = [w for w in right if w.kind in ("figure", "name", "word")]
            kinds_of = {w.kind for w in mine} & {w.kind for w in theirs}
            if (mine or theirs) and _carries(left) and _carries(right):
                replaced += sorted(kinds_of & {"figure", "name"}) or ["word"]
                weight += max(1, min(len(mine), len(theirs)))
            else:
                lone += len(mine) + len(theirs)
                names += sum(w.kind == "name" for w in (*mine, *theirs))
            grammar |= any(w.kind == "grammar" and w.form not in COMMONEST for w in (*left, *right)) and not (
                mine or theirs
            )
        return Difference(
            shared,
            longest,
            matter,
            label,
            numbered,
            clock,
            tuple(replaced),
            weight,
            lone,
            names,
            bool(negations),
            grammar,
            slips,
        )


def _bare(said: _Said) -> str:
    return " ".join(said.forms)


def _frame(said: _Said, at: int) -> tuple[str, ...]:
    forms = said.forms
    return (said.label, *forms[:at], "", *forms[at + 1 :])


def _spots(one: Sequence[Word], two: Sequence[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Yield what both texts have, and between that what one has in place of the other."""
    left: list[Word] = []
    right: list[Word] = []
    for code in Levenshtein.opcodes([w.form for w in one], [w.form for w in two]):
        mine, theirs = one[code.src_start : code.src_end], two[code.dest_start : code.dest_end]
        if code.tag != "equal":
            left += mine
            right += theirs
            continue
        if left or right:
            yield left, right
        left, right = [], []
        yield list(mine), list(mine)
    if left or right:
        yield left, right


def _without_slips(left: list[Word], right: list[Word]) -> tuple[int, list[Word], list[Word]]:
    """Take out words that were only spelled anew: "denyed", "denied"."""
    if len(left) != len(right):
        return 0, left, right
    kept = [(a, b) for a, b in zip(left, right, strict=True) if not _slip(a, b)]
    return len(left) - len(kept), [a for a, _ in kept], [b for _, b in kept]


def _carries(words: Sequence[Word]) -> bool:
    """Whether there is more than the commonest words of grammar: another in the place of matter says something."""
    return any(word.form not in COMMONEST for word in words)


def _slip(one: Word, two: Word) -> bool:
    shorter = min(len(one.form), len(two.form))
    if {one.kind, two.kind} & {"figure", "negation"} or shorter < 4:
        return False
    if "name" in (one.kind, two.kind) and shorter == max(len(one.form), len(two.form)) < 7:
        return sorted(one.form) == sorted(two.form)  # Iran and Iraq, Lund and Lind are two
    return OSA.distance(one.form, two.form) <= (2 if shorter > 7 else 1)
