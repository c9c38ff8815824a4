"""Keep the search index, when only some pages are written, as it would be if all were.

Words that no page has any more are dropped: Sphinx keeps them, with no page, for ever. Entries of people and places
are kept: Sphinx reads its index back to add to it, but leaves out those of pages that are not written anew, so that
after the second run nobody would be found by name. They are still in the domain ``index``. Sphinx's search has no
public way to add or drop any.

Before it writes the index, Sphinx intersects the pages of each word with a dict of all pages, which Python does by
going through the whole of the dict: words times pages, minutes in a large edition. With a set it is done at once.

Sphinx: sphinx-doc/sphinx#12599, open, for the entries. No issue known for the words and for the time that it takes.
May go when `tests/edition/test_upstream.py::test_search_index` passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from sphinx.search import IndexBuilder
from sphinx.util.index_entries import split_index_msg

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def _prune(usual: Callable[[Iterable[str]], None], docnames: Iterable[str]) -> None:
    usual(frozenset(docnames))


def _complete(app: Sphinx) -> list[tuple[str, dict[str, object], str]]:
    indexer = getattr(app.builder, "indexer", None)
    if isinstance(indexer, IndexBuilder):
        vars(indexer)["prune"] = partial(_prune, indexer.prune)
    for terms in (getattr(indexer, "_mapping", {}), getattr(indexer, "_title_mapping", {})):
        for word in [word for word, pages in terms.items() if not pages]:
            del terms[word]
    known = getattr(indexer, "_index_entries", None)
    titles = getattr(indexer, "_titles", {})  # of the pages that are in the index at all
    if known is not None:
        for docname, entries in app.env.domains["index"].data["entries"].items():
            if docname not in known and docname in titles and entries:
                known[docname] = sorted(
                    {
                        (part, target or "", main)
                        for kind, value, target, main, _key in entries
                        for part in split_index_msg(kind, value)
                    }
                )
        whole = sorted(known.items())
        known.clear()
        known.update(whole)
    return []


def register(app: Sphinx) -> None:
    """Connect to the moment between the last page and the search index."""
    app.connect("html-collect-pages", _complete)
