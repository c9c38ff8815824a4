"""The head of an article: what its editors state of it, as options of a directive.

For example::

    :::{corpus:article} reuters
    :label: Reuters
    :source: Reuters
    :authors: "Ada Example; Bo Example"
    :date: "2021-12-02"
    :sha256: "01567dc5…"

    The same story in …
    :::
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from annotated_corpus.model import STATED, Metadata
from annotated_corpus.pages.markup.directives import directive, read_list, write_list
from annotated_corpus.pages.markup.names import Directive


@dataclass(frozen=True, slots=True)
class Listing:
    """The page of a large edition that lists an article: its title, and its name without ending."""

    title: str
    name: str


@dataclass(frozen=True, slots=True)
class Head:
    """An article's ``slug``, what is ``stated`` of it (its label too), and the seed that it was made from.

    ``window`` is what windows and search results call its page, where others have the same headline. ``near`` are the
    ends of the anchors ("p3") of blocks whose claims match none, but come near one of another article.
    """

    slug: str
    stated: Metadata = field(default_factory=Metadata)
    window: str = ""
    listing: Listing | None = None
    file: str = ""
    sha256: str = ""
    near: tuple[str, ...] = ()


_LABEL, _WINDOW = "label", "title"
_TUPLES = frozenset(each.name for each in fields(Metadata) if each.default == ())
OPTIONS = (_LABEL, _WINDOW, *STATED, "section", "file", "sha256", "near")
"""The options of the directive, in the order in which they are written."""


def write(head: Head, company: str = "") -> str:
    """Return the head as a directive; ``company`` is Markdown that says which other articles tell the same story."""
    stated = {name: _written(getattr(head.stated, name)) for name in (_LABEL, *STATED)}
    section = f"{head.listing.title} <{head.listing.name}>" if head.listing else ""
    known = {**stated, _WINDOW: head.window, "section": section, "file": head.file, "sha256": head.sha256}
    known["near"] = " ".join(head.near)
    return directive(Directive.ARTICLE, head.slug, company, {name: known[name] for name in OPTIONS})


def read(slug: str, options: Mapping[str, str]) -> Head:
    """Return what the argument and the options of the directive say."""
    given = {name: options.get(name, "") for name in OPTIONS}
    stated = {name: read_list(given[name]) if name in _TUPLES else given[name] for name in (_LABEL, *STATED)}
    title, _, name = given["section"].removesuffix(">").rpartition(" <")
    return Head(
        slug,
        Metadata(**stated),  # type: ignore[arg-type]  # a tuple where the field has one
        given[_WINDOW],
        Listing(title, name) if name else None,
        given["file"],
        given["sha256"],
        tuple(given["near"].split()),
    )


def _written(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else write_list(value)
