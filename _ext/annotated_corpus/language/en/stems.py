"""Word stems: one form for "warn", "warns", "warned" and "warning".

A light suffix stripper for English, no dictionary but a table of irregular words. It undoes inflexion
and the commonest derivations, and is content to leave a rare word as it is: a missed stem costs a little
recall, a wrong one joins strangers.
"""

from __future__ import annotations

from functools import lru_cache

_IRREGULAR = {
    form: base
    for base, forms in {
        "arise": "arose arisen",
        "begin": "began begun",
        "break": "broke broken",
        "bring": "brought",
        "build": "built",
        "buy": "bought",
        "catch": "caught",
        "choose": "chose chosen choice",
        "come": "came",
        "deal": "dealt",
        "die": "died dead death dying dies",
        "draw": "drew drawn",
        "drive": "drove driven",
        "fall": "fell fallen",
        "feel": "felt",
        "fight": "fought",
        "find": "found",
        "flee": "fled",
        "fly": "flew flown",
        "get": "got gotten",
        "give": "gave given",
        "go": "went gone goes",
        "grow": "grew grown growth",
        "hear": "heard",
        "hold": "held",
        "keep": "kept",
        "kill": "killed",
        "know": "knew known",
        "lead": "led",
        "leave": "left",
        "lie": "lied lying",
        "lose": "lost loss losses",
        "make": "made",
        "man": "men",
        "meet": "met",
        "news": "news",
        "pay": "paid",
        "person": "people",
        "rise": "rose risen",
        "run": "ran",
        "say": "said says",
        "see": "saw seen",
        "seek": "sought",
        "sell": "sold sale sales",
        "send": "sent",
        "shake": "shook shaken",
        "shoot": "shot shootings",
        "show": "shown",
        "speak": "spoke spoken speech",
        "spend": "spent",
        "stand": "stood",
        "steal": "stole stolen",
        "strike": "struck stricken",
        "swear": "swore sworn",
        "take": "took taken",
        "teach": "taught",
        "tell": "told",
        "think": "thought",
        "throw": "threw thrown",
        "wear": "wore worn",
        "win": "won",
        "woman": "women",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}

IRREGULAR = frozenset(_IRREGULAR)
"""Irregular forms, nearly all of verbs."""

# (suffix, what stands for it, how many letters must remain), tried in this order, one rule a step
_INFLEXION = (
    ("sses", "ss", 2),
    ("ies", "y", 2),
    ("ied", "y", 2),
    ("ss", "ss", 1),
    ("us", "us", 1),
    ("s", "", 3),
)
_PAST = (("ing", "", 3), ("eed", "ee", 2), ("ed", "", 3))
_DERIVATION = (
    ("ization", "iz", 2),
    ("isation", "iz", 2),
    ("ational", "at", 3),
    ("fulness", "", 3),
    ("ousness", "ous", 2),
    ("iveness", "iv", 2),
    ("ically", "ic", 2),
    ("ation", "at", 2),
    ("ition", "it", 3),
    ("ators", "at", 2),
    ("ator", "at", 2),
    ("ments", "", 4),
    ("ment", "", 4),
    ("ness", "", 4),
    ("ance", "", 4),
    ("ence", "", 4),
    ("sion", "s", 3),
    ("tion", "t", 3),
    ("ally", "al", 3),
    ("able", "", 4),
    ("ible", "", 4),
    ("ive", "", 4),
    ("ise", "iz", 3),
    ("ize", "iz", 3),
    ("ism", "", 4),
    ("ist", "", 4),
    ("ly", "", 4),
    ("er", "", 4),
    ("or", "", 4),
    ("al", "", 4),
)


def _strip(word: str, rules: tuple[tuple[str, str, int], ...]) -> str:
    for suffix, instead, least in rules:
        if word.endswith(suffix):
            return word[: -len(suffix)] + instead if len(word) - len(suffix) >= least else word
    return word


@lru_cache(maxsize=65536)
def stem(form: str) -> str:
    """Return the stem of a casefolded word; figures and words with other letters come back as they are.

    >>> stem("wrote") == stem("writes") == stem("writing")
    True
    """
    if form in _IRREGULAR:
        base = _IRREGULAR[form]
        return base if base == form else stem(base)
    if len(form) < 4 or not form.isascii() or not form.isalpha():
        return form
    word = _strip(form, _INFLEXION)
    short = _strip(word, _PAST)
    if short != word:
        if short in _IRREGULAR:
            return stem(_IRREGULAR[short])
        if len(short) > 3 and short[-1] == short[-2] and short[-1] not in "lsz":
            short = short[:-1]
        word = short
    word = _strip(word, _DERIVATION)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdglmnprst":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "y":
        word = word[:-1] + "i"
    return word
