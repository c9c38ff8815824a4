"""Make the entries of people and places known to the domain, so that they can be cited and searched for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform

from annotated_corpus.sphinx_glue.domain import AnchorEntry, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_ENTRY = re.compile(r"(person|place)-[a-z0-9-]+")


class NoteEntries(SphinxTransform):
    """Note each entry of a glossary whose definition begins with the anchor of a person or a place."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Fill the domain's record of the page; the tree stays as it is."""
        for item in self.document.findall(nodes.definition_list_item):
            name = next((child.astext() for child in item.children if isinstance(child, nodes.term)), "")
            for paragraph in item.findall(nodes.paragraph):
                for id_ in paragraph["ids"]:
                    if found := _ENTRY.fullmatch(id_):
                        page = corpus_domain(self.env).page(self.env.current_document.docname)
                        page.anchors[id_] = AnchorEntry(found[1], "", name)


def register(app: Sphinx) -> None:
    """Add the transform."""
    app.add_transform(NoteEntries)
