"""Make the entries of people and places known to the domain, and easy to find: a list of the names above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform

from annotated_corpus.model import EntityKind
from annotated_corpus.sphinx_glue.builders import ON_SITE
from annotated_corpus.sphinx_glue.domain.objects import AnchorEntry, corpus_domain
from annotated_corpus.sphinx_glue.upstream.term_ids import settle

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_KINDS = frozenset(map(str, EntityKind))
"""What the anchor of an entry begins with: "person-antony-blinken"."""
_FEWEST = 4
"""So many entries earn a list of their names."""


class NoteEntries(SphinxTransform):
    """Note each entry of a glossary whose definition begins with the anchor of a person or a place."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Fill the domain's record of the page, and see that the name of an entry has an anchor for good."""
        for item in self.document.findall(nodes.definition_list_item):
            term = next((child for child in item.children if isinstance(child, nodes.term)), nodes.term())
            for paragraph in item.findall(nodes.paragraph):
                for id_ in paragraph["ids"]:
                    kind, _, rest = id_.partition("-")
                    if kind in _KINDS and rest:
                        page = corpus_domain(self.env).page(self.env.current_document.docname)
                        page.anchors[id_] = AnchorEntry(kind, "", term.astext())
                        settle(self.document, self.env, term, f"term-{rest}")


class ListNames(SphinxTransform):
    """Put the names of all entries above them, so that a reader need not know how they are sorted."""

    default_priority = 310

    def apply(self, **kwargs: object) -> None:
        """Add a line of links before each glossary of people or places."""
        for glossary in list(self.document.findall(addnodes.glossary)):
            terms = [term for term in glossary.findall(nodes.term) if term["ids"]]
            ours = any(
                id_.partition("-")[0] in _KINDS for node in glossary.findall(nodes.Element) for id_ in node["ids"]
            )
            if len(terms) < _FEWEST or not ours:
                continue
            line = nodes.paragraph()
            for term in terms:
                if line.children:
                    line += nodes.Text(" · ")
                line += nodes.reference("", term.astext(), internal=True, refid=term["ids"][0])
            names = nodes.container("", line, classes=["corpus-names"])
            place = glossary.parent.index(glossary)
            glossary.parent.insert(place, addnodes.only("", names, expr=ON_SITE))


def register(app: Sphinx) -> None:
    """Add the transform."""
    app.add_transform(NoteEntries)
    app.add_transform(ListNames)
