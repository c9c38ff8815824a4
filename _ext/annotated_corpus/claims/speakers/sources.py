"""Who a noun phrase names: a person, several, a body, or somebody who is only described."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotated_corpus.claims.speakers.names import Names, strip
from annotated_corpus.claims.speakers.phrases import Phrase
from annotated_corpus.claims.speakers.tokens import Tokens
from annotated_corpus.language.en.outlets import is_outlet
from annotated_corpus.language.en.roles import nouns, plurals

_LEAD = frozenset("but and yet so still meanwhile however even".split())
_CORE = re.compile(r"[dD]{0,2}[CcwpN]*[Cw]")
_DEFINITE = frozenset({"the"})
_NOBODY = frozenset(
    """enough none nobody anyone anything nothing something this that those there here it which what much no-one everything
    all many few one two three some both others most several another""".split()
)
"""What stands alone before a verb and names nobody who could be told from others."""
_MANY = frozenset("some others many most both all several few two three four five".split())
_THINGS = frozenset(
    """time day week month year way thing reason truth fact question idea dam law rule sign banner text tweet headline
    caption constitution polls results numbers figures data research reports""".split()
)


_AGENT = re.compile(r"(?:er|or|ist|ian|eer|man|woman|men|women)s?$")
_NO_AGENTS = frozenset(
    """paper papers number numbers letter letters matter matters order orders power powers water waters weather factor factors
    sector error errors mirror floor server newsletter border borders chapter answer answers poster posters banner
    banners sticker disaster river summer winter computer computers terror danger offer chamber corner dinner
    folder tower truster ladder finger shoulder""".split()
)


class Source(NamedTuple):
    """Who speaks: the name, the noun of a description ("ministry", "officials"), of a body or of people unnamed.

    Args:
        person: whether the name is that of one person.
        sexes: of "he" and "she" those that may stand for it.
        definite: whether it is "the ministry", which was named before.
        several: whether they are several.
        outlet: whether it is a paper or an agency.
    """

    name: str
    noun: str = ""
    person: bool = False
    sexes: frozenset[str] = frozenset()
    definite: bool = False
    several: bool = False
    outlet: bool = False


_HE, _SHE, _ANY = frozenset({"he"}), frozenset({"she"}), frozenset({"he", "she"})


def source(tokens: Tokens, phrase: Phrase, names: Names) -> Source | None:
    """Return whom a phrase names, None if nobody who can speak."""
    parts = [*_parts(tokens, phrase.first, phrase.end, names)]
    if len(parts) > 1:
        named = [_one(tokens, Phrase(*part), names) for part in parts]
        told = [each for each in named if each and not each.outlet]
        if len(told) < len(parts):
            return told[0] if told and all(each and each.outlet or each in told for each in named) else None
        return Source(" and ".join(each.name for each in told), several=True)
    return _one(tokens, phrase, names)


def _parts(tokens: Tokens, first: int, end: int, names: Names) -> Iterator[tuple[int, int]]:
    """Give the parts of a phrase that each name somebody: "Petrov, Koval and Lind"; "men and women" are one."""
    tags = tokens.tags
    if "&" not in tags[first:end] or tokens.low[first] == "between":
        yield first, end
        return
    cuts = [n for n in range(first, end) if tags[n] in "&,"]
    pieces = [(a, b) for a, b in zip([first, *(cut + 1 for cut in cuts)], [*cuts, end], strict=True) if b > a]
    if all(_stands_alone(tokens, a, b, names) for a, b in pieces):
        yield from pieces
    else:
        yield first, end


def _stands_alone(tokens: Tokens, first: int, end: int, names: Names) -> bool:
    tags = tokens.tags[first:end]
    if tags[0] in "dD":
        return len(tags) > 1 and tags[-1] in "Cw"
    if re.fullmatch("C+", tags):
        return names.is_human(tokens.join(first, end)) or len(tags) == 1
    return tags[-1] == "C" and names.is_human(_run(tokens, first, end)[1]) or tokens.low[end - 1] in plurals()


def _run(tokens: Tokens, first: int, end: int) -> tuple[int, str]:
    """Return where the name at the end of a phrase begins, and the name."""
    at = end
    while at > first and tokens.tags[at - 1] == "C":
        at -= 1
    if at - first > 1 and tokens.tags[at - 1] in "wP" and tokens.tags[at - 2] == "C" and tokens.low[at - 1] in _PARTICLES:
        while at > first and (tokens.tags[at - 1] == "C" or tokens.low[at - 1] in _PARTICLES):
            at -= 1
    return at, tokens.join(at, end)


def _one(tokens: Tokens, phrase: Phrase, names: Names) -> Source | None:
    first, end = phrase.first, phrase.end
    while first < end and tokens.low[first].lower() in _LEAD:
        first += 1
    if first >= end:
        return None
    if phrase.apposed:
        name = tokens.join(*phrase.apposed)
        if names.is_human(name) or (name.count(" ") and tokens.low[_head(tokens, first, end)] in nouns("person")):
            if not is_outlet(name):
                return _person(_related(tokens, first, name, names), names)
    head = _head(tokens, first, end)
    low = tokens.low[head].lower()
    text = tokens.join(first, end)
    if tokens.tags[head] == "C":
        at, run = _run(tokens, first, head + 1)
        if run.casefold() in ("i", "we", "you"):
            return None
        name = strip(run)
        if not name:
            return None
        whole = tokens.join(first, head + 1)
        if is_outlet(name) or is_outlet(whole):
            return Source(name, outlet=True)
        if names.is_human(name) or (at > first and tokens.low[at - 1] in nouns("person") and " " in name):
            return _person(_related(tokens, first, name, names), names)
        if low in plurals():
            return Source(text, low, several=True)
        if low in nouns("person") and tokens.tags[first] == "d":
            return Source(text, low, sexes=_sexes(low), definite=tokens.low[first] in _DEFINITE)
        if end > head + 1 and tokens.low[head + 1] in ("of", "for"):
            whole = tokens.join(first, end)
        return Source(strip(whole), low if low in nouns("body") else "")
    if first + 1 == end and (low in _NOBODY or tokens.tags[first] in "dDNH"):
        return Source(text, low, several=True) if low in _MANY else None
    if low in _THINGS or low in nouns("document"):
        return None if low in _THINGS else Source(text, low, definite=tokens.low[first] in _DEFINITE)
    if is_outlet(strip(text)) or low in ("newspaper", "newspapers") or re.search(r"news agency|newspaper|magazine|news site", text):
        return Source(text, low, outlet=True)
    if low in plurals():
        return Source(text, low, several=True, definite=tokens.low[first] in _DEFINITE)
    if low in nouns("person"):
        definite = tokens.low[first] in _DEFINITE and head == first + 1
        return Source(text, low, sexes=_sexes(low), definite=definite)
    if low in nouns("body"):
        return Source(text, low, definite=tokens.low[first] in _DEFINITE)
    if _AGENT.search(low) and low not in _NO_AGENTS:
        return Source(text, low, several=low.endswith("s") and not low.endswith("ss"))
    return None


def _head(tokens: Tokens, first: int, end: int) -> int:
    """Return where the noun of a phrase stands: "the mayor of Larnvik" has "mayor"; "one of the engineers" too."""
    found = _CORE.match(tokens.tags, first, end)
    if found:
        return found.end() - 1
    of = tokens.tags.find("P", first, end)
    inner = _CORE.match(tokens.tags, of + 1, end) if of >= 0 else None
    return inner.end() - 1 if inner else end - 1


def _person(name: str, names: Names) -> Source:
    full = names.fullest(name)
    return Source(full, person=True, sexes=names.sexes(full))


def _related(tokens: Tokens, first: int, name: str, names: Names) -> str:
    """Return the name of somebody who is described by another: "Her husband, Mr Smith" is not Mary Smith."""
    return name


def _sexes(noun: str) -> frozenset[str]:
    return _HE if noun in nouns("he") else _SHE if noun in nouns("she") else _ANY


_PARTICLES = frozenset("de la von van der den bin al da dos del di du le el ben ibn".split())
