"""Which pages have to be written anew because of what others say: what they cite, their neighbours, the sidebar.

Sphinx rewrites pages that were read anew. An article that comes, goes or changes also shows elsewhere: as the text
of a link or a card, as previous or next page, in the sidebar. For each page a digest of all that is kept, by builder
since each writes at its own time; a page is written where the digest is another than when it was last written.

Sphinx: sphinx-doc/sphinx#5506, open. May go when `tests/edition/test_upstream.py::test_dependents` passes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx import addnodes
from sphinx.application import ENV_PICKLE_FILENAME

from annotated_corpus import files
from annotated_corpus.edition import Lookup
from annotated_corpus.pages.layout import is_large
from annotated_corpus.sphinx_glue.domain.objects import CorpusDomain, Page, corpus_domain
from annotated_corpus.sphinx_glue.html.script_data import entity_card, passage_card
from annotated_corpus.sphinx_glue.upstream.toctrees import ASIDE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class _Dependents:
    """The digests of one run, and those that the last run of this builder has kept beside the doctrees.

    The environment is no place for them: Sphinx stores it only where this run has read a page, and another builder
    may have read it before.
    """

    def __init__(self) -> None:
        self._reads = False
        self._now: dict[str, str] | None = None

    def note_reading(self, _app: Sphinx, _env: BuildEnvironment, docnames: list[str]) -> None:
        self._reads = bool(docnames)

    def outdated(self, app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
        """Return the pages whose digest has changed since this builder last wrote them."""
        stamp, before = _kept(_path(app))
        index = getattr(app.builder, "searchindex_filename", "") if getattr(app.builder, "search", False) else ""
        if before and index and not (Path(app.outdir) / index).exists():
            return sorted(env.found_docs)  # a run was cut short: Sphinx would index only what it writes from now on
        if before and not self._reads and stamp == _stamp(app):
            return []
        self._now = _Digests(corpus_domain(env), env).all()
        return sorted(docname for docname, now in self._now.items() if before and now != before.get(docname))

    def keep(self, app: Sphinx, exception: Exception | None) -> None:
        """Keep the digests of what has been written; without them the next run finds out, and writes no less."""
        if exception is None and self._now is not None:
            with suppress(OSError):
                files.replace(_path(app), json.dumps({"environment": _stamp(app), "pages": self._now}).encode())


def _path(app: Sphinx) -> Path:
    return Path(app.doctreedir) / f"corpus-written-{app.builder.name}.json"


def _stamp(app: Sphinx) -> int:
    """Return what tells one state of the environment from another: it is stored whenever a page was read."""
    try:
        return (Path(app.doctreedir) / ENV_PICKLE_FILENAME).stat().st_mtime_ns
    except OSError:
        return 0


def _kept(path: Path) -> tuple[int, dict[str, str]]:
    """Return the stamp and the digests that were kept; a file that is damaged has none."""
    try:
        kept = json.loads(path.read_bytes())
        return int(kept["environment"]), dict(kept["pages"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, {}


class _Digests:
    """Digests of what the pages show of one another."""

    def __init__(self, domain: CorpusDomain, env: BuildEnvironment) -> None:
        self.domain, self.env, self.lookup = domain, env, domain.lookup
        self.shown: dict[str, str] = {}
        self.relations = env.collect_relations()
        self.titles = {docname: title.astext() for docname, title in env.titles.items()}
        listed = self._in_sidebar(env.config.root_doc, set())
        self.sidebar = _digest(f"{name} {self.titles.get(name)}" for name in listed)

    def all(self) -> dict[str, str]:
        """Return the digest of each page."""
        return {docname: _digest(self._parts(docname)) for docname in sorted(self.env.found_docs)}

    def _parts(self, docname: str) -> Iterator[str]:
        yield self.sidebar
        for near in self.relations.get(docname, ()):
            yield f"{near} {self.titles.get(near or '')}"
        page = self.domain.pages.get(docname)
        if page:
            yield from (self._target(target) for target in sorted(page.cited))
            yield from self._entries(page)

    def _entries(self, page: Page) -> Iterator[str]:
        """Yield the cards of the entries that a page refers to by the terms of Sphinx's glossary."""
        if self.lookup is None or is_large(self.lookup.corpus):
            return
        named = self.lookup.entities_of_article.get(page.article.slug, ()) if page.article else self.lookup.entities
        yield from (self._target(each) for each in sorted(named))

    def _target(self, target: str) -> str:
        if target not in self.shown:
            found = self.domain.find(target)
            self.shown[target] = f"{target} {found} {self._card(self.lookup, target)}"
        return self.shown[target]

    def _card(self, lookup: Lookup | None, target: str) -> list[str]:
        if lookup is None:
            return []
        if entity := lookup.entities.get(target):
            return entity_card(lookup, entity)
        claim = lookup.claims.get(target)  # whole, since the page marks the words that it shares with its own
        return [*passage_card(self.domain, lookup, target), claim.text if claim else ""]

    def _in_sidebar(self, docname: str, seen: set[str]) -> Iterator[str]:
        if docname in seen:
            return
        seen.add(docname)
        yield docname
        contents = self.env.tocs.get(docname)
        for toctree in contents.findall(addnodes.toctree) if contents else ():
            if ASIDE not in toctree:
                for _, inner in toctree["entries"]:
                    yield from self._in_sidebar(inner, seen)


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode("utf-8", "surrogatepass"))
        whole.update(b"\n")
    return whole.hexdigest()[:24]


def register(app: Sphinx) -> None:
    """Connect to reading, and to the end."""
    dependents = _Dependents()
    app.connect("env-before-read-docs", dependents.note_reading)
    app.connect("env-updated", dependents.outdated)
    app.connect("build-finished", dependents.keep)
