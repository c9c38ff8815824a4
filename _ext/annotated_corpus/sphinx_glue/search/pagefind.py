"""The search for large editions: an index that Pagefind makes of the pages, and a page of ours that asks it.

Sphinx's own index of words is then not made at all. Pagefind works from small documents that are made for it
(`searched`), and writes into a folder of its own, from which only what has changed is taken over.
"""

from __future__ import annotations

import hashlib
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx.builders.html import StandaloneHTMLBuilder

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.files import read, replace
from annotated_corpus.pages import published
from annotated_corpus.sphinx_glue.builders import SITES
from annotated_corpus.sphinx_glue.domain.objects import corpus_domain
from annotated_corpus.sphinx_glue.messages import stop
from annotated_corpus.sphinx_glue.search import page as search_page
from annotated_corpus.sphinx_glue.search.documents import documents, language_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "pagefind"
"""Where the index lies in the site."""
_STATIC = Path(__file__).parent.parent.parent / "static_search"
_UNUSED = ("pagefind-*ui.js", "pagefind-*ui.css", "pagefind-highlight.js")
"""Pages and helpers of Pagefind's own, which ours takes the place of."""
_NEEDED = 'corpus_search = "pagefind" needs Pagefind: pip install "sphinx-annotated-corpus[pagefind]"'


def register(app: Sphinx) -> None:
    """Connect to the start of a build, to its pages and to its end."""
    app.connect("builder-inited", _begin, priority=400)  # before anything is written
    app.connect("html-collect-pages", _search_page)
    app.connect("html-page-context", _complete)
    app.connect("build-finished", _end)


def _builder(app: Sphinx) -> StandaloneHTMLBuilder | None:
    """Return the builder if it makes a site that Pagefind searches."""
    chosen = app.config.corpus_search == "pagefind" and app.builder.name in SITES
    return app.builder if chosen and isinstance(app.builder, StandaloneHTMLBuilder) else None


def _begin(app: Sphinx) -> None:
    if builder := _builder(app):
        try:
            _program()
        except CorpusError as error:
            stop(error)
        builder.search = False  # Sphinx makes neither an index of words nor a page to ask it
        app.config.html_static_path.append(str(_STATIC))


def _program() -> str:
    """Return the path of Pagefind's program."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415 - an extra, needed only by those who chose it
    except ImportError:
        raise CorpusError(Diagnostic(Code.OPTION, _NEEDED, "conf.py")) from None
    found = get_executable()
    if found is None or not Path(found).exists():
        raise CorpusError(Diagnostic(Code.OPTION, f"{_NEEDED} (its program is missing)", "conf.py"))
    return str(found)


def _search_page(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    builder = _builder(app)
    lookup = corpus_domain(app.env).lookup
    if builder and lookup:
        yield search_page.NAME, search_page.context(builder, lookup), "page.html"
        if app.config.html_use_opensearch:
            target = Path(app.outdir) / "_static" / "opensearch.xml"
            builder.handle_page("opensearch", {}, "opensearch.xml", outfilename=target)


def _complete(app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    if _builder(app):
        has = context["hasdoc"]
        context["hasdoc"] = lambda name: name == search_page.NAME or has(name)
        if pagename == search_page.NAME:
            app.add_css_file("corpus-search.css", priority=900)
            app.add_js_file("corpus-search.js", priority=900, loading_method="defer")


def _end(app: Sphinx, exception: Exception | None) -> None:
    if exception is not None or app.builder.name not in SITES:
        return
    state = Path(app.doctreedir) / f"corpus-pagefind-{app.builder.name}"
    out = Path(app.outdir) / FOLDER
    try:
        if builder := _builder(app):
            (Path(app.outdir) / builder.searchindex_filename).unlink(missing_ok=True)
            _index(app, builder, out, state)
        elif state.exists():  # an earlier build made an index here that none will ask any more
            _bring(None, out)
            state.unlink()
    except CorpusError as error:
        stop(error, Path(app.srcdir))
    except OSError as error:
        where = error.filename or str(out)
        stop(CorpusError(Diagnostic(Code.WRITE, f"cannot be written: {error.strerror}", str(where))), Path(app.srcdir))


def _index(app: Sphinx, builder: StandaloneHTMLBuilder, out: Path, state: Path) -> None:
    """Make the index, unless one of the same documents lies there."""
    folder = app.config.corpus_pages
    names = published(Path(app.srcdir) / folder, folder)
    generated = [f"{folder}/{name.removesuffix('.md')}" for name in names if name.endswith(".md")]
    made = {_file(address): html for address, html in documents(builder, generated)}
    language = language_of(app.config)
    known = _digest(made, language)
    if read(state) == _state(known, out):
        return
    program = _program()
    with tempfile.TemporaryDirectory(dir=app.doctreedir) as temporary:
        source, index = Path(temporary, "documents"), Path(temporary, "index")
        for name, html in made.items():
            path = source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(html, "utf-8")
        kept = ["--keep-index-url"] if builder.name == "html" else []  # as pages name one another
        _run([program, "--site", str(source), "--glob", "**/*", "--output-path", str(index), *kept], language)
        _bring(index, out)
    replace(state, _state(known, out))


def _file(address: str) -> str:
    """Return the name of the document whose result Pagefind will show under ``address``."""
    return f"{address}index.html" if not address or address.endswith("/") else address


def _run(command: list[str], language: str) -> None:
    # Articles in other languages would each get an index of their own, which no search of this one asks.
    done = subprocess.run(  # noqa: S603 - the program of the package, on folders of ours
        [*command, "--force-language", language, "--quiet"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}").splitlines()[-1]
        raise CorpusError(Diagnostic(Code.WRITE, f"Pagefind could not make the index of the search: {said}"))


def _bring(made: Path | None, out: Path) -> None:
    """Make ``out`` hold what ``made`` holds: write what is new or other, remove the rest."""
    unused = {path for pattern in _UNUSED for path in made.glob(pattern)} if made else set()
    files = {path.relative_to(made): path for path in sorted(made.rglob("*")) if path.is_file()} if made else {}
    kept = {name: path for name, path in files.items() if path not in unused}
    for name, path in kept.items():
        target, content = out / name, path.read_bytes()
        if read(target) != content:
            target.parent.mkdir(parents=True, exist_ok=True)
            replace(target, content)
    for path in sorted(out.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path.relative_to(out) not in kept:
            path.unlink()
    if not kept and out.is_dir():
        out.rmdir()


def _digest(made: Mapping[str, str], language: str) -> str:
    whole = hashlib.sha256()
    for part in (_version(), language, *(part for item in sorted(made.items()) for part in item)):
        whole.update(f"{len(part)} {part}".encode())
    return whole.hexdigest()


def _version() -> str:
    try:
        return version("pagefind-bin")
    except PackageNotFoundError:
        return ""  # a program of the user's own


def _state(known: str, out: Path) -> bytes:
    """Return what tells that an index is whole and made of the documents with the digest ``known``."""
    return "\n".join([known, *_listing(out)]).encode()


def _listing(out: Path) -> Iterable[str]:
    paths = (path for path in sorted(out.rglob("*")) if path.is_file())
    return (f"{path.stat().st_size} {quote(path.relative_to(out).as_posix())}" for path in paths)
