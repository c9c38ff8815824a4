"""Neighbours: the pairs of articles that share rare features, found without comparing all with all.

An inverted index as in text reuse detection (passim, Smith et al. 2014) and set similarity joins: a feature that few
articles have makes pairs of its holders, and pairs are ranked by the information that they share. The plan is written
once, in SQL (:mod:`.plan`); an engine that exists runs it (:mod:`.choice`).
"""

from annotated_corpus.neighbours.choice import choose
from annotated_corpus.neighbours.engine import Engine, Pair

__all__ = ["Engine", "Pair", "choose"]
