"""Count the matches that nobody planted in a made-up archive, and the planted ones that are found.

    python -m bench.unplanted [--articles 200] [--seed 1]

A match that was not planted need not be wrong: two sentences made of one story's few words may say much the same. The
number is for the comparison of two versions of the matcher. Nothing is asserted.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from annotated_corpus import anchors, claims, decisions, text
from annotated_corpus.anchors import Register
from annotated_corpus.model import Claim
from annotated_corpus.settings import Settings

from .invented import Planted, write


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary, "seeds")
        planted = write(folder, chosen.articles, chosen.seed)
        loaded, _ = text.load_seeds(folder, "seeds")
        decided = decisions.load(folder / "none.toml", "none.toml")
        articles = anchors.attach(text.read(loaded)[0], Register(), decided).articles
    asserted = claims.extract(articles)
    by_id = {claim.id: claim for claim in asserted}
    names = {article.id: Path(article.seed.path).stem for article in articles}
    by_pair: defaultdict[tuple[str, str], list[Planted]] = defaultdict(list)
    for each in planted:
        by_pair[each.a, each.b].append(each)
        by_pair[each.b, each.a].append(Planted(each.kind, each.b, each.b_text, each.a, each.a_text))
    found: Counter[str] = Counter()
    for match in claims.match(articles, asserted, decided, Settings()).matches:
        a, b = by_id[match.a], by_id[match.b]
        rows = by_pair[names[a.article], names[b.article]]
        kind = next((row.kind for row in rows if _is(row.a_text, a) and _is(row.b_text, b)), "unplanted")
        found[kind] += 1
    whole = Counter(each.kind for each in planted)
    print(", ".join(f"{kind} {found[kind]} of {number}" for kind, number in sorted(whole.items())))
    print(f"unplanted {found['unplanted']}")


def _is(planted: str, claim: Claim) -> bool:
    """Return whether a claim is a planted sentence, a dateline before it aside."""
    return claim.text.strip().endswith(planted)


if __name__ == "__main__":
    main()
