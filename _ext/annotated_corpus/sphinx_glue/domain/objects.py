"""The Sphinx domain ``corpus``: articles, paragraphs, claims and matches as things to cite.

What a page defines and cites is kept by page, so that forgetting a page or taking over what another
process read costs no more than the page itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from annotated_corpus.diagnostics import Code
from annotated_corpus.edition import Lookup
from annotated_corpus.model import Entity, Metadata
from annotated_corpus.pages import words
from annotated_corpus.pages.citation import Work
from annotated_corpus.pages.markup.names import DOMAIN

if TYPE_CHECKING:
    from docutils.nodes import Element
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

logger = logging.getLogger(__name__)

_TWICE = "the anchor %s is on the page %s too; an anchor names one thing, so one of the two must go"
_ANCHOR = str(Code.ANCHOR)


class ArticleEntry(NamedTuple):
    """An article: slug, title, what is stated of it, and the digest of its seed."""

    slug: str
    title: str
    stated: Metadata
    sha256: str = ""

    @property
    def label(self) -> str:
        """The short name in citations."""
        return self.stated.label or self.slug

    def work(self, edition: str) -> Work:
        """Return the article as it is cited from the edition of that name."""
        stated = self.stated
        return Work(self.title, edition, stated.source, stated.authors, stated.date, stated.url, stated.lang)


class AnchorEntry(NamedTuple):
    """A paragraph, claim or match: its kind, the slug of its article, and what to call it there ("¶7")."""

    kind: str
    article: str
    name: str


@dataclass
class Page:
    """What one page defines (at most one article, anchors by id) and which ids it cites."""

    article: ArticleEntry | None = None
    anchors: dict[str, AnchorEntry] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)


class Target(NamedTuple):
    """What a citation leads to: page, kind, the article's slug, and the automatic text."""

    docname: str
    kind: str
    article: str
    text: str

    @property
    def shown(self) -> str:
        """The text as links show it: no line ends between an article's label and what is cited of it."""
        if self.kind == "match":
            return "Compare"
        label, comma, name = self.text.rpartition(", ")
        return f"{label},\u00a0{name}" if comma and self.kind in ("paragraph", "claim") else self.text


class Addresses:
    """Where pages lie, as seen from the page ``here``; each is asked of the builder once."""

    def __init__(self, builder: Builder, here: str) -> None:
        self._builder, self._here = builder, here
        self._known: dict[str, str] = {}

    def of(self, docname: str, anchor: str) -> str:
        """Return the address of an anchor on a page."""
        if docname not in self._known:
            self._known[docname] = self._builder.get_relative_uri(self._here, docname)
        return f"{self._known[docname]}#{anchor}"


class CorpusDomain(Domain):
    """Everything that can be cited, by permanent id. Safe for parallel reading and writing."""

    name = DOMAIN
    label = "Annotated corpus"
    object_types = {  # noqa: RUF012 - Sphinx declares it so
        "article": ObjType("article", "article"),
        "paragraph": ObjType("paragraph", "p"),
        "claim": ObjType("claim", "claim"),
        "match": ObjType("match", "compare"),
        "person": ObjType("person", "person"),
        "place": ObjType("place", "place"),
    }
    initial_data = {"pages": {}}  # noqa: RUF012 - Sphinx declares it so
    data_version = 3
    dangling_warnings = {  # noqa: RUF012 - Sphinx declares it so
        "article": "this edition has no article %(target)s",
        "p": "this edition has no paragraph %(target)s",
        "claim": "this edition has no claim %(target)s",
        "compare": "this edition has no match %(target)s",
        "person": "this edition has no person %(target)s",
        "place": "this edition has no place %(target)s",
    }
    lookup: Lookup | None = None
    """The edition of this run, for what pages show but do not say; never stored."""
    entries: dict[str, list[tuple[str, Entity]]] | None = None
    """People and places by the anchor of their entry, with its page, made when first asked for; never stored."""
    _homes: dict[str, str] | None = None

    @property
    def pages(self) -> dict[str, Page]:
        """What each page defines and cites, by docname."""
        return self.data["pages"]  # type: ignore[no-any-return] # Sphinx types its data as Any

    def page(self, docname: str) -> Page:
        """Return the record of a page, to be filled while it is read."""
        self._homes = None
        return self.pages.setdefault(docname, Page())

    @property
    def homes(self) -> dict[str, str]:
        """The page of everything that can be cited, by id; of two pages with one id the first by name."""
        if self._homes is None:
            self._homes = {}
            for docname, page in sorted(self.pages.items(), reverse=True):
                self._homes.update(dict.fromkeys(page.anchors, docname))
                if page.article:
                    self._homes[page.article.slug] = docname
        return self._homes

    def find(self, target_id: str, role: str = "") -> Target | None:
        """Return what an id stands for, None if there is no such thing, or none that the role cites."""
        docname = self.homes.get(target_id)
        target = None if docname is None else self._target(docname, target_id)
        if target and role and target.kind not in (self.objtypes_for_role(role) or ()):
            return None
        return target

    def _target(self, docname: str, target_id: str) -> Target:
        page = self.pages[docname]
        entry = page.anchors.get(target_id)
        if entry is None:
            article = page.article
            assert article is not None  # noqa: S101 - `homes` has nothing else
            return Target(docname, "article", article.slug, article.title)
        home = page.article if page.article and page.article.slug == entry.article else self._article(entry.article)
        return Target(docname, entry.kind, entry.article, f"{home.label}, {entry.name}" if home else entry.name)

    def _article(self, slug: str) -> ArticleEntry | None:
        page = self.pages.get(self.homes.get(slug, ""))
        return page.article if page and page.article and page.article.slug == slug else None

    def all_targets(self) -> Iterator[tuple[str, Target]]:
        """Yield everything that can be cited, with its id, in the order of pages."""
        for docname, page in sorted(self.pages.items()):
            if page.article:
                yield page.article.slug, Target(docname, "article", page.article.slug, page.article.title)
            for id_ in page.anchors:
                yield id_, self._target(docname, id_)

    def clear_doc(self, docname: str) -> None:
        """Forget what a page defined and cited."""
        self._homes = None
        self.pages.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read of ``docnames``."""
        self._homes = None
        self.pages.update({docname: page for docname, page in otherdata["pages"].items() if docname in docnames})

    def check_consistency(self) -> None:
        """Warn of an id that two pages define: docutils does not, and a citation must name one thing."""
        homes = self.homes
        for docname, page in sorted(self.pages.items()):
            ids = [*page.anchors, *([page.article.slug] if page.article else ())]
            for id_ in ids:
                if homes[id_] != docname:
                    logger.warning(_TWICE, id_, homes[id_], type="corpus", subtype=_ANCHOR, location=docname)

    def get_type_name(self, type: ObjType, primary: bool = False) -> str:
        """Return what the search calls a thing: "Person in this edition"."""
        return words.IN_THIS_EDITION.format(kind=type.lname.capitalize())

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> nodes.reference | None:
        """Return the link, None if there is no such thing."""
        found = self.find(target, typ)
        if found is None:
            return None
        if not node.get("refexplicit"):
            contnode = nodes.inline("", found.shown, classes=["corpus-cite"])
        return make_refnode(builder, fromdocname, found.docname, target, contnode)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Return the link for the role ``any``."""
        found = self.find(target)
        if found is None:
            return []
        role = self.object_types[found.kind].roles[0]
        link = self.resolve_xref(env, fromdocname, builder, role, target, node, contnode)
        return [(f"corpus:{role}", link)] if link else []

    def _first_targets(self) -> Iterator[tuple[str, Target]]:
        return ((id_, target) for id_, target in self.all_targets() if self.homes[id_] == target.docname)

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield what goes into ``objects.inv`` and the search: name, shown name, type, page, anchor, priority."""
        terms = self.env.domains.standard_domain.objects
        for target_id, target in self._first_targets():
            sought = target.kind in ("article", "person", "place") and is_searched(self.env, target.docname)
            # Where anchor and name are one, Sphinx's search leads to the name shown.
            anchor = shown_anchor(terms, target_id, target)
            yield target_id, target.text, target.kind, target.docname, anchor, 1 if sought else -1


def is_searched(env: BuildEnvironment, docname: str) -> bool:
    """Return whether the words of a page may be found by a search."""
    return not {"nosearch", "no-search"} & env.metadata.get(docname, {}).keys()


def shown_anchor(terms: Mapping[tuple[str, str], tuple[str, str]], target_id: str, target: Target) -> str:
    """Return the anchor by which readers are led to a target: that of the term, if it is an entry of the glossary."""
    return terms.get(("term", target.text), ("", target_id))[1]


def corpus_domain(env: BuildEnvironment) -> CorpusDomain:
    """Return the domain of an environment, with its type."""
    domain = env.domains["corpus"]
    assert isinstance(domain, CorpusDomain)  # noqa: S101 - tells mypy what add_domain did
    return domain


def register(app: Sphinx) -> None:
    """Add the domain."""
    app.add_domain(CorpusDomain)
