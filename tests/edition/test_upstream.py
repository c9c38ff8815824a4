"""What Sphinx lacks, shown with Sphinx alone: a test that passes one day says which work-around can go.

Each is strict: where Sphinx does what a module of ``sphinx_glue/upstream`` does in its place, it fails by passing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from sphinx.cmd.build import build_main

from annotated_corpus.sphinx_glue import upstream

Build = Callable[..., Path]
PAGES = {
    "conf.py": "project = version = copyright = 'T'\n",
    "index.rst": "Start\n=====\n\n.. toctree::\n\n   a\n   b\n",
    "a.rst": "Page A\n======\n\nWords of A.\n\n.. index:: ant\n",
    "b.rst": "Page B\n======\n\nWords of B.\n\n.. index:: bee\n",
}


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that changes some pages of a small project and builds it."""

    def made(builder: str = "html", **changed: str | None) -> Path:
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        for name, text in ({} if any(source.iterdir()) else PAGES).items():
            (source / name).write_text(text, "utf-8")
        for page, text in changed.items():
            path = source / ("conf.py" if page == "conf" else f"{page}.rst")
            if text is None:
                path.unlink()
            else:
                path.write_text(text, "utf-8")
        out = tmp_path / builder
        code = build_main(["-q", "-b", builder, "-d", str(tmp_path / "doctrees"), str(source), str(out)])
        if code not in (0, 2):  # 2: stopped
            raise RuntimeError(f"the build ended with {code}")
        return out

    return made


def lacks(what: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, raises=AssertionError, reason=f"Sphinx {what}")


def _page(title: str) -> str:
    return f"{title}\n{'=' * len(title)}\n\nWords.\n"


@lacks("keeps the old title of the next page")
def test_dependents(build: Build) -> None:
    build()
    out = build(b=_page("New name"))
    assert "New name" in (out / "a.html").read_text("utf-8")


@lacks("forgets the entries of an index on pages that are not written anew")
def test_search_index(build: Build) -> None:
    def entries(out: Path) -> set[str]:
        text = (out / "searchindex.js").read_text("utf-8")
        return set(json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["indexentries"])

    before = entries(build())
    build(a=PAGES["a.rst"] + "\nMore.\n")
    assert entries(build(a=PAGES["a.rst"] + "\nStill more.\n")) == before


@lacks("leaves the output of a page that is gone")
def test_stale_output(build: Build) -> None:
    out = build()
    build(b=None, index="Start\n=====\n\n.. toctree::\n\n   a\n")
    assert not (out / "b.html").exists()


@lacks("writes its indices anew where nothing has changed")
def test_file_times(build: Build) -> None:
    out = build()
    before = (out / "genindex.html").stat().st_mtime_ns
    build(a=PAGES["a.rst"].replace("Words of A", "Other words"))
    assert (out / "genindex.html").stat().st_mtime_ns == before


_STOP = """
def stop(app, page, *_):
    if page == "index":
        raise KeyboardInterrupt
def setup(app):
    app.connect("html-page-context", stop)
"""


@lacks("forgets what it had to write when it was stopped")
def test_interrupted(build: Build) -> None:
    out = build()
    build(b=_page("New name"), conf=PAGES["conf.py"] + _STOP)
    build(conf=PAGES["conf.py"])
    assert "New name" in (out / "index.html").read_text("utf-8")


_KEPT = """
def look(app, env):
    kept = getattr(env, "_write_doc_doctree_cache", {})
    (app.outdir / "kept.txt").write_text(str(len(kept)))
def setup(app):
    app.connect("env-updated", look)
"""


@lacks("keeps the trees of all pages between reading and writing")
def test_memory(build: Build) -> None:
    out = build(conf=PAGES["conf.py"] + _KEPT)
    assert int((out / "kept.txt").read_text()) < len(PAGES) - 1


_COUNTED = """
class Counting(dict):
    seen = 0
    def items(self):
        Counting.seen += 1
        return super().items()
def count(app, *_):
    if not isinstance(app.env.toctree_includes, Counting):
        app.env.toctree_includes = Counting(app.env.toctree_includes)
def tell(app, exception):
    (app.outdir / "seen.txt").write_text(str(Counting.seen))
def setup(app):
    app.connect("doctree-resolved", count)
    app.connect("build-finished", tell)
"""


@lacks("goes through all toctrees for each page that it writes")
def test_toctrees(build: Build) -> None:
    out = build(conf=PAGES["conf.py"] + _COUNTED)
    assert int((out / "seen.txt").read_text()) < len(PAGES) - 1


@lacks("does not declare SVG in the contents of an e-book")
def test_epub_svg(build: Build) -> None:
    out = build("epub", a=PAGES["a.rst"] + '\n.. raw:: html\n\n   <svg xmlns="http://www.w3.org/2000/svg"></svg>\n')
    assert re.search(r'<item [^>]*href="a\.xhtml"[^>]*properties="svg"', (out / "content.opf").read_text("utf-8"))


_GLOSSARY = "Names\n=====\n\n.. glossary::\n\n   {}\n      Somebody.\n"


@lacks("numbers the entries of a glossary that have no Latin letters")
def test_term_ids(build: Build) -> None:
    def anchors(*names: str) -> dict[str, str]:
        page = build(a=_GLOSSARY.format("\n\n   ".join(f"{name}\n      Somebody." for name in names)))
        return {name: id_ for id_, name in re.findall(r'<dt id="(term-[^"]+)">(.*?)<', (page / "a.html").read_text())}

    assert anchors("Ёлкина")["Ёлкина"] == anchors("Яшин", "Ёлкина")["Ёлкина"]


_MARKED = """
from docutils import nodes
def mark(app, tree):
    for paragraph in tree.findall(nodes.paragraph):
        paragraph["ids"].append("here")
        return
def setup(app):
    app.connect("doctree-read", mark)
"""


@lacks("writes no label for the anchor of a paragraph")
def test_target_blocks(build: Build) -> None:
    out = build("latex", conf=PAGES["conf.py"] + _MARKED)
    assert re.search(r"\\label\{[^\n]*:here\}", "".join(path.read_text("utf-8") for path in out.glob("*.tex")))


@lacks("names no place of the PDF by its anchor alone")
def test_named_destinations(build: Build) -> None:
    out = build("latex", a=".. _my-place:\n\n" + PAGES["a.rst"])
    assert re.search(
        r"(?:target|dest)\{(?:\\detokenize\{)?my-place\}", "".join(p.read_text() for p in out.glob("*.tex"))
    )


@lacks("leaves the words of a target out of plain text")
def test_keep_sentences(build: Build) -> None:
    out = build("text", a=PAGES["a.rst"].replace("Words of A", "Here are _`words to keep`"))
    assert "words to keep" in (out / "a.txt").read_text("utf-8")


@lacks("writes addresses with two signs # into a single page")
def test_link_within_page(build: Build) -> None:
    out = build("singlehtml", a=_GLOSSARY.format("Bee\n      X."), b=PAGES["b.rst"] + "\nSee :term:`Bee`.\n")
    assert 'href="#document-a#' not in (out / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", [module.name for module in iter_modules(upstream.__path__)])
def test_each_work_around_names_its_issue_and_its_test(name: str) -> None:
    said = " ".join((import_module(f"{upstream.__name__}.{name}").__doc__ or "").split())
    assert re.search(r"sphinx-doc/sphinx#\d+|No issue known", said)
    named = re.findall(r"test_upstream\.py::(test_\w+)", said)
    assert named
    assert set(named) <= set(globals())
