"""Learn the weights of the claim matcher from labelled pairs of articles.

    python -m tools.train_claims DATA.json [DATA.json ...]                     write the weights, say how good they are
    python -m tools.train_claims DATA.json [DATA.json ...] --semantic MODEL    the same for use with an embedding model

Takes a few minutes; the same files give the same weights. The figures are those of ``python -m
tools.evaluate_claims``, cross-validated: what is printed was scored by weights that never saw it, and the weights
written are learnt from everything. See claims_labelled.py for the format of the files.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import annotated_corpus.claims.scoring as package
from annotated_corpus.claims.scoring import context, features
from annotated_corpus.claims.scoring.probability import MEANING, Logistic, Weights

from .claims_labelled import read
from .claims_learning import Course
from .evaluate_claims import report


def stored(model: Logistic, names: Sequence[str]) -> dict[str, float]:
    """Return a model as the file of weights has it."""
    return {"intercept": round(model.intercept, 4)} | {
        name: round(weight, 4) for name, weight in zip(names, model.weights, strict=True)
    }


def document(weights: Weights, meaning: bool = False) -> dict[str, Any]:
    """Return the file of weights."""
    return {
        "about": "Learnt by tools/train_claims.py from labelled pairs of articles; see probability.py.",
        "first": stored(weights.first, (*features.NAMES, MEANING) if meaning else features.NAMES),
        "second": stored(weights.second, context.NAMES),
    }


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+")
    parser.add_argument("--semantic", default="", metavar="MODEL", help="name or folder of an embedding model")
    parser.add_argument("--unmeasured", action="store_true", help="write the weights and stop there")
    args = parser.parse_args()
    pairs = read(args.data, args.semantic)
    course = Course(pairs)
    path = Path(package.__file__).with_name("weights_semantic.json" if args.semantic else "weights.json")
    path.write_text(json.dumps(document(course.weights(), bool(args.semantic)), indent=2) + "\n", "utf-8")
    print(f"wrote {path.name}")
    if not args.unmeasured:
        report(pairs, course)


if __name__ == "__main__":
    main()
