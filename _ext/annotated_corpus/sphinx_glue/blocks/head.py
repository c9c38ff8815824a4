"""Blocks of generated pages: the head of an article, and the notes beside its paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.pages.phrases import date_in_words
from annotated_corpus.sphinx_glue.blocks.notes import corpus_remarks, read
from annotated_corpus.sphinx_glue.domain.objects import ArticleEntry, corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx

CURRENT = "corpus:article"
"""Key of the current document under which the slug of its article is found while it is read."""

NOTES = ("match", "revision", "tombstone", "headline")


class ArticleDirective(SphinxDirective):
    """``{corpus:article} slug``: this page is that article; the options say what its editors state of it.

    ``section`` is the page that lists it, with its title: "January 2001 <articles-2001-01>"; ``title`` what windows
    and search results call it, where others have the same headline. The content says which other articles tell the
    same story, and is missing where none does.
    """

    required_arguments = 1
    has_content = True
    _STATED = ("label", "source", "authors", "date", "url", "lang", "rights", "file", "sha256")
    option_spec: ClassVar = dict.fromkeys((*_STATED, "section", "title"), directives.unchanged)
    _SHOWN: ClassVar = {
        "source": "Source",
        "authors": "By",
        "date": "Date",
        "section": "Listed in",
        "url": "Address",
        "rights": "Rights",
    }

    def run(self) -> list[nodes.Node]:
        """Make the article known to the domain and return its head: a field list and a guide for readers.

        The title of the page is not there yet: `annotate` adds it.
        """
        slug = self.arguments[0]
        document = self.env.current_document
        document[CURRENT] = slug
        stated = {name: self.options[name] for name in sorted(self.options) if name in self._STATED}
        corpus_domain(self.env).page(document.docname).article = ArticleEntry(slug, slug, stated)
        if title := self.options.get("title"):
            self.state.document["title"] = title  # as the directive "title" of reStructuredText does
        fields = nodes.field_list(classes=["corpus-head"])
        for option, name in self._SHOWN.items():
            if value := self.options.get(option):
                field = nodes.field("", nodes.field_name("", name), nodes.field_body("", self._value(option, value)))
                field["classes"].append(f"corpus-head-{option}")
                fields += field
        head: list[nodes.Node] = [fields] if fields.children else []
        if self.content:
            head.append(nodes.container("", *self.parse_content_to_nodes(), classes=["corpus-company"]))
        return [*head, *self._guide()]

    def _guide(self) -> list[nodes.Node]:
        """Return the line that tells a reader of the page what its signs are for: on the site, and in a book."""
        signs = " marks claims that no other article was found to make; a note says who does. "
        guide = nodes.container(classes=["corpus-guide"])
        words = nodes.paragraph("", "Choose the number of a paragraph to cite it. ")
        if self.content:
            words += [nodes.inline("", "", classes=["corpus-sample"]), nodes.Text(signs)]
        words += [
            nodes.reference("", "Citing the whole article", internal=True, refid=f"{self.arguments[0]}--cite"),
            nodes.Text(" "),
            nodes.raw("", '<button type="button" class="corpus-help">Keys: ?</button>', format="html"),
        ]
        guide += words
        shown: list[nodes.Node] = [addnodes.only("", guide, expr="format_html and not epub")]
        if self.content:
            book = nodes.container("", nodes.paragraph("", f"○{signs}".rstrip()), classes=["corpus-guide"])
            shown.append(addnodes.only("", book, expr="epub or latex"))
        return shown

    def _value(self, option: str, value: str) -> nodes.paragraph:
        if option == "section":
            title, _, name = value.removesuffix(">").rpartition(" <")
            link = addnodes.pending_xref("", refdomain="std", reftype="doc", reftarget=name, refexplicit=True)
            link["refdoc"] = self.env.current_document.docname
            link += nodes.inline("", f"all of {title}")
            return nodes.paragraph("", "", link)
        if option == "url":
            return nodes.paragraph("", "", nodes.reference("", value, refuri=value))
        return nodes.paragraph("", date_in_words(value) if option == "date" else value)


class NoteDirective(SphinxDirective):
    """``{corpus:note} kind``: what the edition has to say about the paragraph above."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {"anchors": directives.unchanged}

    def run(self) -> list[nodes.Node]:
        """Return the note, a box that carries its kind as a class."""
        kind = directives.choice(self.arguments[0], NOTES)
        note = self._remarks() if kind == "match" else nodes.container("", *self.parse_content_to_nodes())
        note["ids"] += self.options.get("anchors", "").split()
        note["classes"] += ["corpus-note", f"corpus-note-{kind}"]
        return [note]

    def _remarks(self) -> corpus_remarks:
        found = []
        for line in filter(None, self.content):
            remark = read(line)
            if remark is None:
                raise self.error(f"every line of a note on matches begins with '- '; this one does not: {line}")
            found.append(remark)
        lines = corpus_remarks(remarks=found)
        corpus_domain(self.env).page(self.env.current_document.docname).cited.update(lines.anchors())
        return lines


def register(app: Sphinx) -> None:
    """Add the directives to the domain."""
    app.add_directive_to_domain("corpus", "article", ArticleDirective)
    app.add_directive_to_domain("corpus", "note", NoteDirective)
