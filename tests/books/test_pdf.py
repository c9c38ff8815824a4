"""The edition as PDF, made by LuaLaTeX: links, destinations, letters."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from sphinx.util.inventory import InventoryFile

from tests.books.conftest import EMOJI, LANGUAGES, run
from tests.projects import ROOT, build

NEAR = 40
"""Points: where a label leads may lie a line or two above or below the destination of the anchor's own name."""


@dataclass
class Book:
    root: Path
    log: str
    labels: dict[str, str]
    reader: PdfReader


_printed: dict[Path, Book] = {}


def printed(project: Path) -> Book:
    """Print a project once for all tests."""
    if project not in _printed:
        for tool in ("lualatex", "latexmk", "xindy"):
            if not shutil.which(tool):
                pytest.skip(f"no {tool}: guide/printing.md names what to install")
        out = build(project, "latex")
        made = run(["make", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"], out)
        assert made.returncode == 0, made.stdout[-3000:]
        auxiliary = (out / "edition.aux").read_text("utf-8")
        found = re.findall(r"\\newlabel\{[^{}]*:([^{}:]+)\}\{\{.*?\}\{\w*\}\{.*\}\{([^{}]*)\}\{\}\}\n", auxiliary)
        log = (out / "edition.log").read_text("utf-8", "replace")
        _printed[project] = Book(project, log, dict(found), PdfReader(out / "edition.pdf"))
    return _printed[project]


@pytest.fixture
def book(project: Path) -> Book:
    return printed(project)


@pytest.fixture
def scripts(hard: Path) -> Book:
    """The book with texts in six scripts."""
    return printed(hard)


def anchors(book: Book) -> set[str]:
    """Return every anchor that other projects can cite."""
    inventory = InventoryFile.loads((book.root / "_build" / "html" / "objects.inv").read_bytes(), uri="")
    kinds = ("article", "paragraph", "claim", "match", "person", "place")
    return {name for kind in kinds for name in inventory.data.get(f"corpus:{kind}", {})}


def test_every_anchor_is_a_destination_of_that_name(book: Book) -> None:
    cited = anchors(book)
    assert len(cited) > 100
    assert cited - set(book.reader.named_destinations) == set()


def test_the_links_of_the_text_lead_to_where_the_anchor_stands(book: Book) -> None:
    places = book.reader.named_destinations
    assert "undefined" not in book.log
    for anchor in sorted(anchors(book) & set(book.labels)):
        label, own = places[book.labels[anchor]], places[anchor]
        pages = [book.reader.get_destination_page_number(each) for each in (label, own)]
        assert pages[0] == pages[1], anchor
        assert abs(float(label.top) - float(own.top)) <= NEAR, anchor
    paragraphs = {each for each in anchors(book) if re.search(r"-p\d+\w*$", each)}
    assert len(paragraphs & set(book.labels)) > len(paragraphs) / 2


def test_no_link_leads_nowhere(book: Book) -> None:
    places = book.reader.named_destinations
    followed = [
        annotation.get_object()["/A"]["/D"]
        for page in book.reader.pages
        for annotation in page.get("/Annots", [])
        if annotation.get_object().get("/A", {}).get("/S") == "/GoTo"
    ]
    assert len(followed) > 200
    assert {name for name in followed if name not in places} == set()


def test_every_letter_is_printed(scripts: Book) -> None:
    assert "Missing character" not in scripts.log
    shown = "".join(page.extract_text() for page in scripts.reader.pages)
    texts = [(ROOT / "tests" / "text" / "publishers" / f"{name}.txt").read_text("utf-8") for name in LANGUAGES]
    letters = {letter for text in (*texts, EMOJI) for letter in text if letter.isalpha() or letter == "😀"}
    assert {letter for letter in letters if letter not in shown} == set()


def test_the_number_of_a_paragraph_stands_where_its_first_line_begins(scripts: Book) -> None:
    across = {}
    for anchor in ("arabic-p2", "hebrew-p2", "russian-p2"):
        place = scripts.reader.named_destinations[anchor]
        page = scripts.reader.pages[scripts.reader.get_destination_page_number(place)]
        found: list[float] = []

        def note(text: str, _cm: object, matrix: list[float], *_more: object, at: float = float(place.top)) -> None:
            if text.strip() == "2" and 0 < at - matrix[5] < 25:
                found.append(matrix[4])  # noqa: B023 - called before the loop goes on

        page.extract_text(visitor_text=note)
        across[anchor] = found[0] / float(page.mediabox.width)
    assert across["russian-p2"] < 0.2
    assert min(across["arabic-p2"], across["hebrew-p2"]) > 0.8
