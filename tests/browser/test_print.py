"""An article on paper: what Chromium prints."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page


def printed(page: Page) -> str:
    """Return the words of the page as printed, in the order of the paper."""
    return "\n".join(each.extract_text() for each in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages)


@pytest.mark.parametrize("scripts", [True, False])
def test_notes_are_numbered_at_the_end_with_addresses(visit: Open, edition: str, scripts: bool) -> None:
    page = visit(edition, java_script_enabled=scripts).go("corpus/reuters.html")
    notes = page.locator(".corpus-note-match").count()
    assert notes > 10
    text = printed(page)
    story, end = text.split("\nNotes\n")
    assert "nightmare scenario of military confrontation" in story
    assert "Word for word in Globe" not in story
    # In the file a number follows the words that it stands before on the paper.
    assert [int(each) for each in re.findall(r"\)\.\s*(\d+)$", end, re.M)] == list(range(1, notes + 1))
    where = f"{edition}/corpus/" if scripts else ""
    assert f"Globe, ¶8 <{where}globe.html#globe-p8-s1>" in " ".join(end.split())
    assert "How to cite" in end


def test_each_number_stands_at_its_paragraph(visit: Open, edition: str) -> None:
    page = visit(edition).go("corpus/reuters.html")
    text = "".join(printed(page).split("\nNotes\n")[0].split())
    noted = page.evaluate(
        "[...document.querySelectorAll('.corpus-note-match')].map(note => note.previousElementSibling)"
        ".map(block => [block.textContent, block.querySelector('.corpus-number').dataset.number])"
    )
    for number, (words, own) in enumerate(noted, 1):
        last = "".join(words.split())[-24:]
        assert f"{last}{number}{own}" in text


def test_a_long_note_is_printed_whole(visit: Open, hard: str) -> None:
    text = "".join(printed(visit(hard).go("corpus/gazette.html")).split())
    assert "Herald,¶6<" in text
    assert "and45more:Chronicle,¶1<" in text


def test_what_was_folded_is_printed_and_buttons_are_not(visit: Open, edition: str) -> None:
    text = printed(visit(edition).go("corpus/reuters.html"))
    assert "Register now for FREE unlimited access" in text
    assert "Keys: ?" not in text
