"""Visitors that more than one node needs."""

from __future__ import annotations

from docutils import nodes


def left_out(_translator: nodes.NodeVisitor, _node: nodes.Element) -> None:
    """Visit a node that a format has nothing of."""
    raise nodes.SkipNode
