"""The comparison page: its picture, and what a reader can do with its rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from annotated_corpus.edition import Lookup
from annotated_corpus.model import Story
from annotated_corpus.pages import words
from annotated_corpus.pages.comparison import bases_of, relations_of
from annotated_corpus.pages.html import Markup, Template, joined
from annotated_corpus.pages.markup.names import DOMAIN, Directive
from annotated_corpus.pages.phrases import BASIS, RELATION
from annotated_corpus.pages.picture import draw
from annotated_corpus.pages.synopsis import leading
from annotated_corpus.sphinx_glue.blocks.rows import corpus_rows
from annotated_corpus.sphinx_glue.builders import ON_SITE
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


_WAY = Template('<a href="?show=%s#%s-rows">%s</a>')
_WAYS = Template('<p class="corpus-ways">%s %s</p>')
_OPTION = Template('<option value="%s">%s</option>')
_BOX = Template('<label><input type="checkbox" name="%s" value="%s" checked> %s</label>')
_BOXES = Template("<fieldset><legend>%s</legend>%s</fieldset>")
_FORM = Template(
    '<form class="corpus-controls" id="%s-rows" aria-label="%s"><label>%s <select name="show">%s</select></label>'
    '<label class="corpus-order">%s <select name="order">%s</select></label>%s'
    '<p class="corpus-shown" role="status"></p><button type="reset">%s</button>'
    '<button type="button" class="corpus-help">%s</button></form>'
)


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
        ways = Markup(" · ").join(_WAY(value, story.id, shown) for value, shown in views(lookup, story))
        line = _WAYS(words.WAYS, ways)
        figure = nodes.container(classes=["corpus-figure"])
        figure += nodes.raw("", draw(lookup, story), format="html")
        figure += nodes.container("", *self.parse_content_to_nodes(), classes=["corpus-figure-caption"])
        site = addnodes.only("", nodes.raw("", line, format="html"), expr=ON_SITE)
        return [site, addnodes.only("", figure, expr="format_html")]


def views(lookup: Lookup, story: Story) -> list[tuple[str, str]]:
    """Return what readers ask for first, by the value in the address: what is common, what only one says."""
    common = words.WAY_COMMON if len(story.articles) == 2 else words.WAY_COMMON_TO_SEVERAL
    shared = {claim for group in story.groups for claim in group.claims}
    claims = lookup.claims_of_article
    own = [each for each in leading(story) if any(claim.id not in shared for claim in claims.get(each, ()))]
    return [("common", common), *((each, words.WAY_ALONE.format(article=lookup.articles[each].label)) for each in own)]


class ControlsDirective(_StoryDirective):
    """``{corpus:controls} story``: order and filters. Without a script everything is shown, in the first order."""

    def made(self, lookup: Lookup, story: Story) -> list[nodes.Node]:
        """Return the form; the style sheet hides it where no script runs."""
        orders = [
            (each, words.CONTROLS_ORDER_OF.format(article=lookup.articles[each].label)) for each in leading(story)
        ]
        relations = [(each.value, RELATION[each]) for each in relations_of(story, lookup)]
        bases = [(each.value, BASIS[each].capitalize()) for each in bases_of(story, lookup)]
        groups = [
            ("relation", words.CONTROLS_RELATION, [*relations, ("alone", words.CONTROLS_ALONE)]),
            ("basis", words.CONTROLS_BASIS, bases),
        ]
        if len(story.articles) > 2:
            labels = [(each, lookup.articles[each].label) for each in story.articles]
            groups.append(("article", words.CONTROLS_ARTICLES, labels))
        boxes = (
            _BOXES(legend, joined(_BOX(name, value, shown) for value, shown in choices))
            for name, legend, choices in groups
        )
        form = _FORM(
            story.id,
            words.CONTROLS,
            words.CONTROLS_SHOW,
            _options([("", words.CONTROLS_EVERYTHING), *views(lookup, story)]),
            words.CONTROLS_ORDER,
            _options([*orders, ("relation", words.CONTROLS_BY_RELATION)]),
            joined(boxes),
            words.CONTROLS_RESET,
            words.KEYS,
        )
        return [addnodes.only("", nodes.raw("", form, format="html"), expr=ON_SITE)]


def _options(choices: Iterable[tuple[str, str]]) -> Markup:
    return joined(_OPTION(value, shown) for value, shown in choices)


class MarkSynopsis(SphinxTransform):
    """Mark the page at its beginning: a rule that waits for the first row would move what is already shown."""

    default_priority = 300

    def apply(self, **kwargs: object) -> None:
        """Give the outermost section a class if there are rows in it."""
        if next(self.document.findall(corpus_rows), None) and (top := next(self.document.findall(nodes.section), None)):
            top["classes"].append("corpus-synopsis")


def register(app: Sphinx) -> None:
    """Add the directives."""
    app.add_transform(MarkSynopsis)
    app.add_directive_to_domain(DOMAIN, Directive.PICTURE.local, PictureDirective)
    app.add_directive_to_domain(DOMAIN, Directive.CONTROLS.local, ControlsDirective)
