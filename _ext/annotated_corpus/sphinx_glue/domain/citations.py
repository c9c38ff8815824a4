"""Citations: the roles that refer to articles, paragraphs, claims, matches, people and places.

They are the most frequent thing on the pages. Within the edition a citation is resolved by one look into the
domain; only what the edition does not have becomes a reference of Sphinx's general kind, which other projects
(intersphinx) may resolve, or which is reported as dangling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.docutils import ReferenceRole

from annotated_corpus.pages.markup.names import DOMAIN
from annotated_corpus.sphinx_glue.domain.objects import Addresses, CorpusDomain, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class corpus_citation(nodes.Inline, nodes.Element):
    """A reference to ``target`` by the role ``role``; its ``words`` are those of the page, or (``auto``) made.

    The words are no node of their own: every transform of Sphinx goes through all nodes, and a page has a hundred.
    """

    def astext(self) -> str:
        """Return the words."""
        return str(self["words"])


def citation(role: str, target: str, words: str = "") -> corpus_citation:
    """Return a citation of ``target``; its words are made where none are given."""
    made = corpus_citation("", words=words or target, target=target, role=role)
    if not words:
        made["auto"] = True
    return made


class CiteRole(ReferenceRole):
    """``{corpus:p}`reuters-p7```, or with words of one's own ``{corpus:p}`words <reuters-p7>```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the citation, and note that this page depends on what it cites."""
        target = self.target
        corpus_domain(self.env).page(self.env.current_document.docname).cited.add(target)
        made = citation(self.name.rpartition(":")[2], target, self.title if self.has_explicit_title else "")
        self.set_source_info(made)
        return [made], []


def _general(made: corpus_citation, docname: str) -> addnodes.pending_xref:
    """Return a citation as a reference of Sphinx's general kind."""
    reference = addnodes.pending_xref(
        made.rawsource,
        nodes.inline("", made.astext(), classes=["xref", "corpus"]),
        refdoc=docname,
        refdomain=CorpusDomain.name,
        reftype=made["role"],
        reftarget=made["target"],
        refexplicit=not made.get("auto"),
        refwarn=True,
    )
    reference.source, reference.line = made.source, made.line
    return reference


class GeneralizeInTitles(SphinxTransform):
    """Make citations in headings general references: contents and sidebars know how to leave out only those."""

    default_priority = 290

    def apply(self, **kwargs: Any) -> None:
        """Replace them."""
        for title in self.document.findall(nodes.title):
            for made in list(title.findall(corpus_citation)):
                made.replace_self(_general(made, self.env.current_document.docname))


class ResolveCitations(SphinxPostTransform):
    """Turn citations into links, before Sphinx resolves the references of its own."""

    default_priority = 8

    def run(self, **kwargs: Any) -> None:
        """Replace every citation of the document."""
        domain = corpus_domain(self.env)
        here = self.env.current_document.docname
        addresses = Addresses(self.env._app.builder, here)  # where Sphinx's own resolver has the builder from
        for made in list(self.document.findall(corpus_citation)):
            target = made["target"]
            found = domain.find(target, made["role"])
            if found is None:
                made.replace_self(_general(made, here))
                continue
            link = nodes.reference("", "", internal=True)
            if made.get("auto"):
                link += nodes.inline("", found.shown, classes=["corpus-cite"])
            else:
                link += nodes.Text(made["words"])
            if found.docname == here:
                link["refid"] = target
            else:
                link["refuri"] = addresses.of(found.docname, target)
            made.replace_self(link)


def register(app: Sphinx) -> None:
    """Add the roles and what resolves them."""
    app.add_node(corpus_citation)
    for kind in CorpusDomain.object_types.values():
        app.add_role_to_domain(DOMAIN, kind.roles[0], CiteRole())
    app.add_transform(GeneralizeInTitles)
    app.add_post_transform(ResolveCitations)
