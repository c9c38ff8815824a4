"""The page that asks Pagefind's index: one page of the theme as any other, drawn by a script of ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from sphinx.locale import _

from annotated_corpus.edition import Lookup
from annotated_corpus.pages import words
from annotated_corpus.pages.html import Markup, Template, joined

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

NAME = "search"
"""Where the search boxes of themes lead."""


_BODY = Template("""\
<section id="corpus-search" class="corpus-search" data-root="%s">
<h1>%s</h1>
<noscript><div class="admonition warning"><p>%s</p></div></noscript>
<form role="search" action="" method="get">
<label class="corpus-search-words">%s
<input type="search" name="q" autocomplete="off" autocapitalize="off" spellcheck="false"></label>
<button type="submit">%s</button>
<div class="corpus-search-choices">%s</div>
</form>
<p class="corpus-search-said" role="status"></p>
<div class="corpus-search-found"></div>
</section>
""")
_SELECT = Template('<label>%s <select name="%s">%s</select></label>')
_OPTION = Template('<option value="%s">%s</option>')


def context(builder: StandaloneHTMLBuilder, lookup: Lookup) -> dict[str, Any]:
    """Return title and body of the page; outlets and years to choose from are those of the articles."""
    stated = [article.seed.metadata for article in lookup.corpus.articles]
    root = "../" * builder.get_target_uri(NAME).count("/") or "./"
    choices = [
        _choice("source", *words.SEARCH_SOURCE, sorted({each.source for each in stated if each.source})),
        _choice("year", *words.SEARCH_YEAR, sorted({each.date[:4] for each in stated if each.date}, reverse=True)),
    ]
    if len({each.date for each in stated}) > 1:
        choices.append(_select("order", *words.SEARCH_ORDER))
    body = _BODY(
        root,
        _("Search"),
        _("Please activate JavaScript to enable the search functionality."),
        words.SEARCH_WORDS,
        _("Search"),
        joined(choices),
    )
    return {"title": _("Search"), "body": str(body), "metatags": '<meta name="robots" content="noindex" />'}


def _choice(name: str, label: str, every: str, values: list[str]) -> Markup:
    """Return a list to choose one of the values from, nothing where there is no choice."""
    return _select(name, label, [("", every), *((each, each) for each in values)]) if len(values) > 1 else Markup("")


def _select(name: str, label: str, options: Iterable[tuple[str, str]]) -> Markup:
    return _SELECT(label, name, joined(_OPTION(value, shown) for value, shown in options))
