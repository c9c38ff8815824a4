"""What a page gives its scripts: forms of citation, cards, and the words that matching claims have in common."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from annotated_corpus.edition import Lookup
from annotated_corpus.entities import country_name
from annotated_corpus.language.words import differing
from annotated_corpus.model import Claim, Entity, EntityKind
from annotated_corpus.pages import words
from annotated_corpus.pages.citation import BLANK, forms
from annotated_corpus.pages.excerpt import OMITTED, shown_claim, shown_text
from annotated_corpus.pages.layout import is_large
from annotated_corpus.pages.phrases import count
from annotated_corpus.sphinx_glue.domain.objects import CorpusDomain, corpus_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

_LONGEST = 320
"""A card quotes this many characters of a paragraph."""
_MOST = 150
"""A page with more links than this gets no cards: they would weigh more than the page."""
_FEW = 10
_LINK = re.compile(r'href="([^"#]*)#([^"]+)"')


def _give(app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: nodes.document | None) -> None:
    if app.builder.name == "epub" or "body" not in context:
        return
    domain = corpus_domain(app.env)
    page = domain.pages.get(pagename)
    data: dict[str, Any] = {}
    if page and page.article:
        data["label"] = page.article.label
        data["forms"] = list(forms(page.article.work(app.config.project), BLANK).items())
        if domain.lookup:
            data["same"] = _same(domain.lookup, page.article.slug)
    if cards := _cards(app, domain, pagename, context["body"]):
        data["cards"] = cards
    if data:
        # "<" is written as an escape of JSON: no text can end the script element.
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        context["body"] += f'\n<script type="application/json" id="corpus-data">{text}</script>\n'


def _same(lookup: Lookup, slug: str) -> dict[str, dict[str, list[list[int]]]]:
    """Return the words that a claim of an article shares with each match: other claim, own claim, spans of its text."""
    found: dict[str, dict[str, list[list[int]]]] = {}
    for claim in lookup.claims_of_article.get(slug, ()):
        for match in lookup.matches_of_claim.get(claim.id, ()):
            other = lookup.claims[match.b if claim.id == match.a else match.a]
            found.setdefault(other.id, {})[claim.id] = list(_common(claim, other))
    return found


def _common(claim: Claim, other: Claim) -> Iterator[list[int]]:
    start = 0
    for span in (*differing(claim.text, other.text)[0], None):
        end = span.start if span else len(claim.text)
        text = claim.text[start:end]
        if text.strip():
            yield [start + len(text) - len(text.lstrip()), start + len(text.rstrip())]
        start = span.end if span else end


def _cards(app: Sphinx, domain: CorpusDomain, pagename: str, body: str) -> dict[str, list[str]]:
    """Return title, text and more by the address as the page's links spell it."""
    links = sorted({(path, anchor) for path, anchor in _LINK.findall(body) if path})
    if domain.lookup is None or len(links) > _MOST:
        return {}
    terms = _terms(app, domain)
    cards: dict[str, list[str]] = {}
    for path, anchor in links:
        named = (each for docname, each in terms.get(anchor, ()) if _leads(app, pagename, docname, unescape(path)))
        entity = next(named, None) or domain.lookup.entities.get(anchor)
        card = entity_card(domain.lookup, entity) if entity else passage_card(domain, domain.lookup, anchor)
        if card:
            cards[unescape(f"{path}#{anchor}")] = card
    return cards


def _leads(app: Sphinx, pagename: str, docname: str, path: str) -> bool:
    return app.builder.get_relative_uri(pagename, docname) == path


def _terms(app: Sphinx, domain: CorpusDomain) -> dict[str, list[tuple[str, Entity]]]:
    """Return the entries by their anchor in the glossary, each with its page, looked up once a build."""
    if domain.entries is None:
        known = app.env.domains.standard_domain.objects
        domain.entries = {}
        for each in domain.lookup.corpus.entities if domain.lookup else ():
            if found := known.get(("term", each.name)):
                domain.entries.setdefault(found[1], []).append((found[0], each))
    return domain.entries


def _usual(entity: Entity) -> str:
    """Return the wording of a person's role that most paragraphs use, the fullest of those that do."""
    worded = Counter(role.text for role in entity.roles)
    return max(worded, key=lambda text: (worded[text], len(text), text))


def entity_card(lookup: Lookup, entity: Entity) -> list[str]:
    """Return the card of an entry: name, role or kind, how often it is named."""
    mentions = lookup.mentions_of_entity.get(entity.id, ())
    articles = len({mention.article for mention in mentions})
    if entity.roles:
        what = f"“{_usual(entity)}”"
    elif entity.kind is EntityKind.PLACE:
        country = country_name(entity.country)
        what = words.PLACE_IN.format(country=country) if country not in ("", entity.name) else words.PLACE
    else:
        what = words.PERSON
    if is_large(lookup.corpus):
        # An exact number would change all the pages that name an entry with every article that does.
        return [entity.name, what, _roughly(len(mentions))]
    told = words.OFTEN_IN.format(mentions=count(len(mentions), "mention"), articles=count(articles, "article"))
    return [entity.name, what, told]


def _roughly(number: int) -> str:
    """Return how many mentions there are: exactly where they are few, else 20, 50, 100, 200 … or more."""
    if number < _FEW:
        return count(number, "mention")
    power = 10 ** (len(str(number)) - 1)
    least = max(step * power for step in (1, 2, 5) if step * power <= number)
    return words.ROUGHLY.format(number=least)


def passage_card(domain: CorpusDomain, lookup: Lookup, anchor: str) -> list[str]:
    """Return the card of a paragraph or claim: where it stands and its words, nothing for any other anchor."""
    target = domain.find(anchor)
    claim, block = lookup.claims.get(anchor), lookup.blocks.get(anchor)
    if target is None or target.article not in lookup.articles:
        return []
    if claim:
        whole = claim.text if shown_claim(lookup, claim) else OMITTED
    elif block:
        whole = shown_text(lookup, lookup.articles[target.article], block)
    else:
        return []
    text = whole if len(whole) <= _LONGEST else whole[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return [target.text, text, ""]


def register(app: Sphinx) -> None:
    """Connect to the writing of each HTML page."""
    app.connect("html-page-context", _give)
