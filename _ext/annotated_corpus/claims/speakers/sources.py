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
_CORE = re.compile(r"[dD]{0,2}(?:[CcwpN]|(?<=w)&(?=w))*[Cw]")
_NOBODY = frozenset(
    """enough none nobody anyone anything nothing something this that those there here it which what much no-one
    everything all many few one two three some both others most several another""".split()
)
"""What stands alone before a verb and names nobody who could be told from others."""
_MANY = frozenset("some others many most both all several few two three four five".split())
_AGENT = re.compile(r"(?:er|or|ist|ian|eer|man|woman|men|women)s?$")
_TITLED = re.compile(r"\b(?:President|Chairman|Chairwoman|Chair|Director|Chief|Secretary|Minister|Spokes\w+) ")


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
    if "nor" in tokens.low[phrase.first : phrase.end]:
        return None
    parts = [*_parts(tokens, phrase.first, phrase.end, names)]
    if len(parts) > 1:
        named = [_one(tokens, Phrase(*part), names) for part in parts]
        told = [each for each in named if each and not each.outlet]
        if len(told) < len(parts):
            return told[0] if told and all(each in told or (each and each.outlet) for each in named) else None
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
    human = tags[-1] == "C" and names.is_human(tokens.join(_run(tokens, first, end), end))
    return human or tokens.low[end - 1] in plurals()


def _run(tokens: Tokens, first: int, end: int) -> int:
    """Return where the name at the end of a phrase begins."""
    at = end
    while at > first and tokens.tags[at - 1] == "C":
        at -= 1
    return at


def _one(tokens: Tokens, phrase: Phrase, names: Names) -> Source | None:
    """Return the one whom a phrase names."""
    first, end = phrase.first, phrase.end
    while first < end and tokens.low[first].lower() in _LEAD:
        first += 1
    if (
        first == end
        or tokens.low[first] in ("my", "our", "your")
        or (tokens.tags[first] == "N" and "%" in tokens.words[first])
    ):
        return None
    head = _head(tokens, first, end)
    if phrase.apposed and (beside := _apposed(tokens, phrase.apposed, first, head, end, names)):
        return beside
    if tokens.tags[head] == "C":
        return _named(tokens, first, head, end, names)
    return _described(tokens, first, head, end, names)


def _apposed(tokens: Tokens, apposed: tuple[int, int], first: int, head: int, end: int, names: Names) -> Source | None:
    """Return the person whose name stands beside a role: "the mayor of Larnvik, Ida Holm"."""
    name, role = tokens.join(*apposed), tokens.low[head].lower()
    if role in nouns("kin") and tokens.low[first] in ("his", "her", "their"):
        return Source(name, person=True, sexes=_sexes(role))  # "Her husband, Mr Smith" is not Mary Smith
    human = names.is_human(name)
    if is_outlet(name) or not (human or " " in name):
        return None
    # in "a guard in Leeds, West Yorkshire," a place stands beside a place
    if role in nouns("person") and (human or apposed[0] < first or tokens.tags[end - 1] != "C"):
        return _person(name, names)
    return _person(name, names) if human and _AGENT.search(role) else None


def _named(tokens: Tokens, first: int, head: int, end: int, names: Names) -> Source | None:
    """Return the person or body that a phrase names with capitals."""
    at = _run(tokens, first, head + 1)
    run, low, definite = tokens.join(at, head + 1), tokens.low[head].lower(), tokens.low[first] == "the"
    name = strip(run)
    if not name or run in ("I", "We", "You"):
        return None
    whole = tokens.join(first, head + 1)
    if (is_outlet(name) or is_outlet(run) or _OUTLET.search(whole)) and (" " in run or not names.is_human(run)):
        return Source(name, outlet=True)
    if names.is_human(name) or (at > first and tokens.low[at - 1] in nouns("person") and " " in name):
        return _person(name, names)
    if low in plurals():
        return Source(tokens.join(first, end), low, several=True)
    if low in nouns("person") and tokens.tags[first] == "d":
        return Source(tokens.join(first, end), low, sexes=_sexes(low), definite=definite and end == head + 1)
    last = tokens.join(_run(tokens, first, end), end)
    if low in nouns("body name") and end > head + 1 and names.is_human(last) and _TITLED.search(last):
        return _person(last, names)  # "the Society of Divers President Mia Roos"
    if tokens.low[head + 1 : end] and tokens.low[head + 1] in ("of", "for"):
        whole = tokens.join(first, end)
    return Source(strip(whole), low if low in nouns("body") else "")


def _described(tokens: Tokens, first: int, head: int, end: int, names: Names) -> Source | None:
    """Return those whom a phrase only describes."""
    low, text, definite = tokens.low[head].lower(), tokens.join(first, end), tokens.low[first].lower() == "the"
    if first + 1 == end and (low in _NOBODY or tokens.tags[first] in "dDNH"):
        return Source(text, low, several=True) if low in _MANY else None
    if low in nouns("message"):
        if end > head + 2 and tokens.low[head + 1] in ("from", "by"):
            return _one(tokens, Phrase(head + 2, end), names)
        return None if definite else Source(text, low)  # whose words they are is not said
    if low in nouns("thing") or low in nouns("document"):
        return None if low in nouns("thing") else Source(text, low, definite=definite)
    if is_outlet(strip(text)) or _OUTLET.search(text):
        return Source(text, low, outlet=True)
    if low in plurals():
        return Source(text, low, several=True, definite=definite)
    if low in nouns("person"):
        new = tokens.tags[end : end + 2] == ",R" or re.search("[pc]", tokens.tags[first:end])
        # "the designer, who …" and "the pilot’s lawyer" were not named before
        return Source(text, low, sexes=_sexes(low), definite=definite and not new)
    if low in nouns("body"):
        return Source(text, low, definite=definite)
    if _AGENT.search(low) and low not in nouns("no agent"):
        return Source(text, low, several=low.endswith("s") and not low.endswith("ss"))
    return None


_OUTLET = re.compile(r"\b(?:news agency|newspapers?|magazine|daily|weekly|tabloid|broadcaster|news site)\b")


_PARTS = frozenset("handful number majority couple lot host chorus dozens hundreds thousands string pair".split())


def _head(tokens: Tokens, first: int, end: int) -> int:
    """Return where the noun of a phrase stands: "the mayor of Larnvik" has "mayor"; "one of the engineers" too."""
    found = _CORE.match(tokens.tags, first, end)
    if found and not (tokens.low[found.end() - 1] in _PARTS and tokens.low[found.end() : end][:1] == ["of"]):
        return found.end() - 1
    of = tokens.tags.find("P", first, end)
    inner = _CORE.match(tokens.tags, of + 1, end) if of >= 0 else None
    return inner.end() - 1 if inner else end - 1


def _person(name: str, names: Names) -> Source:
    full = names.fullest(name)
    return Source(full, person=True, sexes=names.sexes(full))


def _sexes(noun: str) -> frozenset[str]:
    return _HE if noun in nouns("he") else _SHE if noun in nouns("she") else _ANY
