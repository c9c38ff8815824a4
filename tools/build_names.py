"""Derive the lists of given names, surnames and common words from open data that development packages carry.

    python -m tools.build_names _ext/annotated_corpus

Needs Faker (MIT; name lists of some sixty locales), names (MIT; the United States census of 1990, public domain) and
textblob (MIT; the lexicon of Brill's tagger, MIT licence, copyright 1993 M.I.T. and University of Pennsylvania).
Reads no network. Writes ``names.txt`` and ``common.txt`` in their folders, sorted, the same for the same data.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as people  # type: ignore[import-not-found]
import names as census  # type: ignore[import-not-found]
import textblob  # type: ignore[import-not-found]

CENSUS_SURNAMES = 12_000
CENSUS_GIVEN = 3_000
LATIN = re.compile(r"[A-Z\u00c0-\u00de][a-z\u00df-\u024f\u1e00-\u1eff]+(?:[-'’][A-Za-z\u00c0-\u024f]+)*")
GIVEN = re.compile(r"first_(?:romanized_)?names?(?:_(?!part|short)\w+)?")
SURNAME = re.compile(r"last_(?:romanized_)?names?(?:_(?!suffix|prefix)\w+)?")
COMMON_TAGS = frozenset(
    "NN NNS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB RBR RBS IN DT CC PRP PRP$ WDT WP WP$ WRB MD CD EX PDT RP TO UH".split()
)


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, dict | list | tuple | set | frozenset):
        for each in value:
            yield from _flat(each)


def faker_names() -> tuple[dict[str, set[str]], set[str]]:
    """Return the given names (of men, of women, and all) and the surnames of every locale, in Latin letters."""
    given: dict[str, set[str]] = {"m": set(), "f": set(), "": set()}
    surnames: set[str] = set()
    for module in pkgutil.iter_modules(people.__path__):
        if not module.ispkg:
            continue
        provider = importlib.import_module(f"{people.__name__}.{module.name}").Provider
        for attribute in dir(provider):
            value = getattr(provider, attribute)
            if callable(value):
                continue
            if GIVEN.fullmatch(attribute):
                sex = "f" if "_female" in attribute else "m" if "_male" in attribute else ""
                given[sex].update(name for name in _flat(value) if LATIN.fullmatch(name))
            elif SURNAME.fullmatch(attribute):
                surnames.update(name for name in _flat(value) if LATIN.fullmatch(name))
    return given, surnames


def census_names(file: str, most: int) -> set[str]:
    """Return the most frequent names of a census file."""
    rows = Path(census.__file__).with_name(file).read_text("ascii").splitlines()[:most]
    return {row.split()[0].title() for row in rows}


def common_words() -> set[str]:
    """Return the lower-case words of the lexicon that are not names; regular plurals and tenses left out."""
    rows = Path(textblob.__file__).with_name("en").joinpath("en-lexicon.txt").read_text("utf-8").splitlines()
    cells = [row.split() for row in rows if row and not row.startswith(";")]
    found = {word for word, *tags in cells if re.fullmatch(r"[a-z]{2,}", word) and tags and tags[0] in COMMON_TAGS}
    return {word for word in found if not _regular(word, found)}


def _regular(word: str, known: set[str]) -> bool:
    """Whether the recogniser would find the word through its base form (see lexicon.is_common)."""
    return any(
        word.endswith(ending) and base in known
        for ending, base in (
            ("s", word[:-1]), ("es", word[:-2]), ("ed", word[:-2]), ("d", word[:-1]), ("ing", word[:-3]),
            ("ing", word[:-3] + "e"), ("ly", word[:-2]), ("ness", word[:-4]), ("er", word[:-2]),
        )
    )  # fmt: skip


def main() -> None:
    """Write the two files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    given, surnames = faker_names()
    for file, sex in (("dist.female.first", "f"), ("dist.male.first", "m")):
        given[sex] |= census_names(file, CENSUS_GIVEN)
    surnames |= census_names("dist.all.last", CENSUS_SURNAMES)
    every = given["m"] | given["f"] | given[""]
    rows = []
    for name in every | surnames:
        kind = "s" if name not in every else "b" if name in surnames else "g"
        men, women = name in given["m"], name in given["f"]
        rows.append(f"{kind}{'m' if men and not women else 'f' if women and not men else ''} {name}")
    rows.sort()
    (folder / "language" / "names.txt").write_text("\n".join(rows) + "\n", "utf-8")
    (folder / "entities" / "data" / "common.txt").write_text("\n".join(sorted(common_words())) + "\n", "utf-8")


if __name__ == "__main__":
    main()
