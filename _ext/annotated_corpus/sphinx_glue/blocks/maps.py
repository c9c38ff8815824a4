"""The maps of the places page, for HTML and e-books; the entries say in words where a place is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.model import EntityKind
from annotated_corpus.pages.map import located, spot, world
from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class AtlasDirective(SphinxDirective):
    """``{corpus:atlas} state``: all places on one map; the content is its caption.

    ``state`` stands for what the map is drawn from: where it changes, the page is read anew.
    """

    optional_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the map with its caption."""
        lookup = corpus_domain(self.env).lookup
        places = located(each for each in lookup.corpus.entities if each.kind is EntityKind.PLACE) if lookup else []
        if lookup is None or not places:
            return []
        # The most named first: the map has room for only some of the names.
        places.sort(key=lambda place: -len(lookup.mentions_of_entity.get(place.id, ())))
        figure = nodes.container(classes=["corpus-figure"])
        figure += nodes.raw("", world(places), format="html")
        figure += nodes.container("", *self.parse_content_to_nodes(), classes=["corpus-figure-caption"])
        return [addnodes.only("", figure, expr="format_html")]


class SpotDirective(SphinxDirective):
    """``{corpus:spot} place``: a small map with one place."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the map."""
        lookup = corpus_domain(self.env).lookup
        place = lookup.entities.get(self.arguments[0]) if lookup else None
        if place is None or not located([place]):
            return []
        return [addnodes.only("", nodes.raw("", spot(place), format="html"), expr="format_html")]


def register(app: Sphinx) -> None:
    """Add the directives to the domain."""
    app.add_directive_to_domain(DOMAIN, Directive.ATLAS.local, AtlasDirective)
    app.add_directive_to_domain(DOMAIN, Directive.SPOT.local, SpotDirective)
