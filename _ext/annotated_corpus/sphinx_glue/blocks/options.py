"""``{corpus:options}``: the reference of all options, made from their one declaration."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus import settings
from annotated_corpus.pages.markup.names import DOMAIN, Directive

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class OptionsDirective(SphinxDirective):
    """Every option with its type, its default and what it does."""

    def run(self) -> list[nodes.Node]:
        """Return a definition list, one entry an option."""
        entries = nodes.definition_list()
        for option in settings.options():
            names = " or ".join(sorted(each.__name__ for each in option.types))
            id_ = nodes.make_id(option.name)
            term = nodes.term("", "", nodes.literal("", option.name), ids=[id_])
            words = nodes.paragraph("", f"{option.help} Type {names}, default ")
            words += [nodes.literal("", repr(option.default)), nodes.Text(".")]
            entries += nodes.definition_list_item("", term, nodes.definition("", words))
        return [entries]


def register(app: Sphinx) -> None:
    """Add the directive to the domain."""
    app.add_directive_to_domain(DOMAIN, Directive.OPTIONS.local, OptionsDirective)
