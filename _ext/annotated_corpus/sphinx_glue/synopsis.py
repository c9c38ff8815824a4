"""The comparison page: its picture, its rows and what a reader can do with them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Story
from annotated_corpus.pages.comparison import bases_of, relations_of
from annotated_corpus.pages.phrases import BASIS, RELATION
from annotated_corpus.pages.picture import draw
from annotated_corpus.pages.synopsis import leading
from annotated_corpus.sphinx_glue.domain import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.writers.html5 import HTML5Translator

SITE = "format_html and not epub"
"""Where there is a browser with scripts."""


class corpus_box(nodes.General, nodes.Element):
    """A container with ``data``, which only HTML shows: names and values for the script."""


class RowDirective(SphinxDirective):
    """``{corpus:row}``: claims side by side; the options say what the row can be sorted and chosen by.

    A row of one article has its slug as argument, and the ``column``, as a side has.
    """

    optional_arguments = 1
    has_content = True
    _SORTED_BY = ("bases", "places", "relations")
    option_spec: ClassVar = {**dict.fromkeys(_SORTED_BY, directives.unchanged), "column": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Return the row."""
        data = {name: self.options[name] for name in self._SORTED_BY if name in self.options}
        classes = ["corpus-row", *([] if "relations" in self.options else ["corpus-row-alone"])]
        if len(self.options.get("places", "").split()) == 2:
            classes.append("corpus-two")
        content = [_side(self)] if self.arguments else self.parse_content_to_nodes()
        return [corpus_box("", *content, classes=classes, data=data)]


class SideDirective(SphinxDirective):
    """``{corpus:side} slug``: what one article says in a row; ``column`` is its column, counted from 1."""

    required_arguments = 1
    has_content = True
    option_spec: ClassVar = {"column": directives.positive_int}

    def run(self) -> list[nodes.Node]:
        """Return the cell."""
        return [_side(self)]


def _side(directive: SphinxDirective) -> corpus_box:
    classes = ["corpus-side", f"corpus-column-{directive.options.get('column', 1)}"]
    data = {"article": directive.arguments[0]}
    return corpus_box("", *directive.parse_content_to_nodes(), classes=classes, data=data)


class _StoryDirective(SphinxDirective):
    """A directive about the story named in its argument."""

    required_arguments = 1
    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return what is made of the story, nothing if the edition of this run does not have it."""
        lookup = corpus_domain(self.env).lookup
        story = lookup and next((each for each in lookup.corpus.stories if each.id == self.arguments[0]), None)
        return self.made(lookup, story) if lookup and story else []

    def made(self, lookup: Lookup, story: Story) -> list[nodes.Node]:
        """Return the nodes."""
        raise NotImplementedError


class PictureDirective(_StoryDirective):
    """``{corpus:picture} story``: the articles as columns and the matches as ribbons; the content is the caption."""

    def made(self, lookup: Lookup, story: Story) -> list[nodes.Node]:
        """Return ways to the rows, for the site, and the picture with its caption, for HTML and e-books."""
        ways = " · ".join(
            f'<a href="?show={value}#{story.id}-rows">{escape(shown)}</a>' for value, shown in _views(lookup, story)
        )
        line = f'<p class="corpus-ways">Straight to {ways}</p>'
        figure = nodes.container(classes=["corpus-figure"])
        figure += nodes.raw("", draw(lookup, story), format="html")
        figure += nodes.container("", *self.parse_content_to_nodes(), classes=["corpus-figure-caption"])
        site = addnodes.only("", nodes.raw("", line, format="html"), expr=SITE)
        return [site, addnodes.only("", figure, expr="format_html")]


def _views(lookup: Lookup, story: Story) -> list[tuple[str, str]]:
    """Return what readers ask for first, by the value in the address: what is common, what only one says."""
    common = "what both say" if len(story.articles) == 2 else "what several say"
    return [("common", common), *((each, f"only in {lookup.articles[each].label}") for each in leading(story))]


class ControlsDirective(_StoryDirective):
    """``{corpus:controls} story``: order and filters. Without a script everything is shown, in the first order."""

    def made(self, lookup: Lookup, story: Story) -> list[nodes.Node]:
        """Return the form; the style sheet hides it where no script runs."""
        orders = "".join(
            f'<option value="{each}">In the order of {escape(lookup.articles[each].label)}</option>'
            for each in leading(story)
        )
        relations = [(each.value, RELATION[each]) for each in relations_of(story, lookup)]
        bases = [(each.value, BASIS[each].capitalize()) for each in bases_of(story, lookup)]
        groups = [
            ("relation", "Wording", [*relations, ("alone", "Only in one article")]),
            ("basis", "Agreement rests on", bases),
        ]
        if len(story.articles) > 2:
            groups.append(("article", "Articles", [(each, lookup.articles[each].label) for each in story.articles]))
        boxes = "".join(
            f"<fieldset><legend>{legend}</legend>"
            + "".join(
                f'<label><input type="checkbox" name="{name}" value="{value}" checked> {escape(shown)}</label>'
                for value, shown in choices
            )
            + "</fieldset>"
            for name, legend, choices in groups
        )
        views = "".join(f'<option value="{value}">{escape(shown)}</option>' for value, shown in _views(lookup, story))
        form = (
            f'<form class="corpus-controls" id="{story.id}-rows" aria-label="Order and filters"><label>Show '
            f'<select name="show"><option value="">everything</option>{views}</select></label>'
            f'<label class="corpus-order">Order <select name="order">{orders}'
            '<option value="relation">By relation, closest first</option></select></label>'
            f'{boxes}<p class="corpus-shown" role="status"></p><button type="reset">Show everything</button>'
            '<button type="button" class="corpus-help">Keys: ?</button></form>'
        )
        return [addnodes.only("", nodes.raw("", form, format="html"), expr=SITE)]


class MarkSynopsis(SphinxTransform):
    """Mark the page at its beginning: a rule that waits for the first row would move what is already shown."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Give the outermost section a class if there are rows in it."""
        if next(self.document.findall(corpus_box), None) and (top := next(self.document.findall(nodes.section), None)):
            top["classes"].append("corpus-synopsis")


def _visit_box(self: HTML5Translator, node: corpus_box) -> None:
    data = {f"data-{name}": value for name, value in node["data"].items()}
    self.body.append(self.starttag(node, "div", **data))


def _depart_box(self: HTML5Translator, _node: corpus_box) -> None:
    self.body.append("</div>\n")


def _pass(_translator: nodes.NodeVisitor, _node: corpus_box) -> None:
    """Show what is inside and nothing else."""


def register(app: Sphinx) -> None:
    """Add node and directives."""
    plain = (_pass, _pass)
    app.add_node(corpus_box, html=(_visit_box, _depart_box), latex=plain, text=plain, man=plain, texinfo=plain)
    app.add_transform(MarkSynopsis)
    for name, class_ in {
        "row": RowDirective,
        "side": SideDirective,
        "picture": PictureDirective,
        "controls": ControlsDirective,
    }.items():
        app.add_directive_to_domain("corpus", name, class_)
