"""Lines that stay lines until their page is written: the mentions of a name, the rows of a comparison, notes.

They are most of what a large edition shows, and every transform of Sphinx goes through all nodes of a page. So each
list of them is one node that knows its anchors. A site gets HTML from it, every other format the nodes that Sphinx's
writers expect.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from annotated_corpus.pages.html import Markup, Template
from annotated_corpus.sphinx_glue.builders import IN_HTML
from annotated_corpus.sphinx_glue.domain.objects import Addresses, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.writers.html5 import HTML5Translator

Link = tuple[str, str]
"""Address, empty where there is nothing to lead to, and words."""


class Links:
    """What anchors lead to, as seen from the page that is being written."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._domain = corpus_domain(env)
        # where Sphinx's own resolver has the builder from
        self._addresses = Addresses(env._app.builder, env.current_document.docname)

    def to(self, anchor: str, role: str = "") -> Link | None:
        """Return the link, None if there is no such thing, or none that the role cites."""
        target = self._domain.find(anchor, role)
        return (self._addresses.of(target.docname, anchor), target.shown) if target else None


class corpus_lines(nodes.General, nodes.Element):
    """Lines of one kind; once their page is written as HTML, ``links`` has what each anchor leads to.

    Those with classes stand in a box.
    """

    def anchors(self) -> Iterator[str]:
        """Yield what the lines cite."""
        raise NotImplementedError

    def html(self, known: dict[str, Link]) -> Iterator[Markup]:
        """Yield the lines as HTML."""
        raise NotImplementedError

    def as_nodes(self, known: dict[str, Link]) -> nodes.Node | list[nodes.Node]:
        """Return the lines as nodes that every writer knows, or citations, which are resolved later."""
        raise NotImplementedError


class WriteLines(SphinxPostTransform):
    """Say what the lines of a page lead to, or put nodes in their place, before citations are resolved."""

    default_priority = 7

    def run(self, **kwargs: Any) -> None:
        """Complete or replace all lines of the document."""
        found = list(self.document.findall(corpus_lines))
        links = Links(self.env)
        anchors = sorted({anchor for each in found for anchor in each.anchors()})
        known = {anchor: links.to(anchor) or ("", anchor) for anchor in anchors}
        for each in found:
            if self.env._app.builder.name in IN_HTML:  # where Sphinx's own resolver has it from
                each["links"] = known
            else:
                each.replace_self(each.as_nodes(known))


linked = Template('<a class="reference internal" href="%s">%s</a>')
"""A link of the edition: address and content."""
_WORDS = Template('<span class="corpus-cite">%s</span>')


def cited(link: Link) -> Markup:
    """Return a citation as HTML."""
    address, text = link
    return linked(address, _WORDS(text)) if address else _WORDS(text)


def _visit(self: HTML5Translator, node: corpus_lines) -> None:
    if node["classes"]:
        self.body.append(self.starttag(node, "div", CLASS="docutils container"))
    self.body.extend(node.html(node["links"]))
    if node["classes"]:
        self.body.append("</div>\n")
    raise nodes.SkipNode


def add_lines(app: Sphinx, kind: type[corpus_lines]) -> None:
    """Add a kind of lines."""
    app.add_node(kind, html=(_visit, None))


def register(app: Sphinx) -> None:
    """Add the transform."""
    app.add_post_transform(WriteLines)
