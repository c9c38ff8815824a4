"""People and places in the browser."""

from __future__ import annotations

from tests.browser.conftest import Open


def test_a_person_is_found_by_surname_without_scrolling(visit: Open, edition: str) -> None:
    page = visit(edition, width=1280, height=800, reduced_motion="reduce").go("corpus/people.html")
    name = page.locator(".corpus-names a", has_text="Kuleba")
    assert name.count() == 1
    assert name.evaluate("link => link.getBoundingClientRect().bottom < innerHeight")
    name.click()
    entry = page.locator("dt:target + dd")
    assert "Ukrainian Foreign Minister" in entry.text_content()
    assert entry.evaluate("node => node.getBoundingClientRect().top < innerHeight")
