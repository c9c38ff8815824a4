"""Anchors for good of glossary entries: Sphinx numbers those without Latin letters, anew in each edition.

Sphinx: sphinx-doc/sphinx#1449, closed as not to be mended, tells the same of headings. May go when
`tests/edition/test_upstream.py::test_term_ids` passes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_NUMBERED = re.compile(r"term-\d+")


def settle(document: nodes.document, env: BuildEnvironment, term: nodes.term, lasting: str) -> None:
    """Replace the anchor of a term by ``lasting`` if it is a number, wherever Sphinx has noted it."""
    if not any(map(_NUMBERED.fullmatch, term["ids"])):
        return
    for id_ in term["ids"]:
        document.ids.pop(id_, None)
    term["ids"] = [lasting]
    document.ids[lasting] = term
    for index in term.findall(addnodes.index):
        index["entries"] = [(kind, value, lasting, *rest) for kind, value, _target, *rest in index["entries"]]
    docname, name = env.current_document.docname, term.astext()
    known = env.domains.standard_domain
    if known.objects.get(("term", name), ("", ""))[0] == docname:
        known.objects["term", name] = docname, lasting
    lowered: dict[str, tuple[str, str]] = known.data.get("terms", {})
    if lowered.get(name.lower(), ("", ""))[0] == docname:
        lowered[name.lower()] = docname, lasting
