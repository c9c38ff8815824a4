"""The search of a large edition, in the browser: from words to a paragraph, by hand and by keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open, served
from tests.browser.test_everyone import RULES, WIDTHS
from tests.projects import build, copy_project

if TYPE_CHECKING:
    from playwright.sync_api import Page, expect
else:
    expect = pytest.importorskip("playwright.sync_api", reason="no playwright: make .venv/.browser").expect

FOUND = ".corpus-search-article"


@pytest.fixture(scope="session")
def site(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this edition, searched with Pagefind, in a subfolder of what is served."""
    root = copy_project(tmp_path_factory.mktemp("searched") / "project", "conf.py", "index.md", "seeds", "guide")
    conf = root / "conf.py"
    conf.write_text(conf.read_text("utf-8") + '\ncorpus_search = "pagefind"\n', "utf-8")
    made = build(root)
    within = root / "served" / "en" / "latest"
    within.parent.mkdir(parents=True)
    return made.rename(within)


@pytest.fixture(scope="session")
def searched(site: Path) -> Iterator[str]:
    """The address of that edition, which does not lie at the root of its host."""
    with served(site.parents[1]) as address:
        yield f"{address}/en/latest"


def said(page: Page, words: str) -> None:
    expect(page.locator(".corpus-search-said")).to_have_text(words)


def test_a_word_leads_to_its_paragraph(visit: Open, searched: str) -> None:
    page = visit(searched).go("corpus/globe.html")
    page.locator(".sidebar-search").fill("deep concerns")
    page.keyboard.press("Enter")
    said(page, "1 article found.")
    result = page.locator(FOUND)
    expect(result.locator("h2")).to_contain_text("Blinken confronts Russia’s Lavrov")
    expect(result.locator(".corpus-search-origin")).to_have_text("Reuters · 2 December 2021")
    paragraph = result.locator("li").first
    expect(paragraph).to_contain_text("I made very clear our deep concerns and our resolve")
    assert paragraph.locator("mark").all_inner_texts() == ["deep", "concerns"]
    paragraph.locator("a").click()
    assert page.url == f"{searched}/corpus/reuters.html#reuters-p3"
    expect(page.locator("#reuters-p3:target")).to_be_in_viewport()
    page.go_back()
    said(page, "1 article found.")


def test_people_and_places_are_found_by_name(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=Lukashenko")
    entry = page.locator(".corpus-search-group", has_text="People and places").locator("a")
    expect(entry).to_have_text("Alexander Lukashenko")
    entry.click()
    assert page.url == f"{searched}/corpus/people.html#term-Alexander-Lukashenko"
    expect(page.locator(":target")).to_have_text(re.compile("Alexander Lukashenko"))


def test_pages_of_the_editor_come_last_and_lead_to_their_section(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=tombstone")
    said(page, "No article found.")
    other = page.locator(".corpus-search-group", has_text="Other pages").locator("a").first
    expect(other).to_have_attribute("href", re.compile(r"/guide/[a-z-]+\.html#[a-z-]+$"))


def test_the_reader_narrows_by_source_and_shares_the_search(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=Blinken")
    said(page, "2 articles found.")
    page.get_by_label("Source").select_option("Reuters")
    said(page, "1 article of this choice found.")
    expect(page.locator(".corpus-search-origin")).to_have_text("Reuters · 2 December 2021")
    assert page.url == f"{searched}/search.html?q=Blinken&source=Reuters"
    page.reload()
    said(page, "1 article of this choice found.")
    expect(page.get_by_label("Source")).to_have_value("Reuters")


def test_a_phrase_is_marked_wherever_it_stands(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=“severe costs”")
    said(page, "1 article found.")
    assert page.locator(f"{FOUND} .corpus-search-number").all_inner_texts() == ["1", "3"]
    page.locator(".corpus-search input").fill('"costs severe"')
    said(page, "No article found.")


def test_a_word_that_no_text_has_is_named_and_not_replaced(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=Sweden")
    said(page, "No article found.")
    expect(page.locator(".corpus-search-found mark")).to_have_count(0)
    page.locator(".corpus-search input").fill("Lavrov Mars")
    said(page, "No article has “Mars”. 2 articles found with the rest.")
    page.locator(".corpus-search input").fill("sanct")
    said(page, "2 articles found.")


def test_many_paragraphs_are_folded_and_open_where_they_go_on(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=Lavrov&source=Reuters")
    paragraphs = page.locator(f"{FOUND} li")
    expect(paragraphs).to_have_count(3)
    page.get_by_role("button", name=re.compile("more paragraphs")).click()
    assert paragraphs.count() > 3
    numbers = [int(each) for each in page.locator(".corpus-search-number").all_inner_texts() if each.isdigit()]
    assert numbers == sorted(numbers)
    expect(page.locator(f"{FOUND} li a:focus")).to_have_count(1)


def test_keys_lead_through_the_results(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html")
    expect(page.locator(".corpus-search input")).to_be_focused()
    page.keyboard.type("Kremlin")
    said(page, "2 articles found.")
    links = page.locator(".corpus-search-found a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".corpus-search input")).to_be_focused()


def test_a_query_is_text_whatever_it_holds(visit: Open, searched: str) -> None:
    page = visit(searched).go("search.html?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+Lavrov")
    expect(page.locator(".corpus-search-said")).to_contain_text("<img")
    expect(page.locator(".corpus-search img")).to_have_count(0)


def test_from_a_file_it_says_what_to_do(visit: Open, site: Path) -> None:
    page = visit(f"file://{site}").go("search.html?q=Lavrov")
    expect(page.locator(".corpus-search-said")).to_contain_text("needs a web server")
    expect(page.locator(".corpus-search-said code")).to_have_text("python3 -m http.server")
    expect(page.locator(".corpus-search input")).to_be_disabled()


def test_without_javascript_it_says_so(visit: Open, searched: str) -> None:
    page = visit(searched, java_script_enabled=False).go("search.html?q=Lavrov")
    expect(page.locator(".corpus-search noscript p")).to_be_visible()
    assert "Please activate JavaScript" in page.content()
    expect(page.locator(".corpus-search form")).to_be_hidden()


def test_a_missing_index_is_said(visit: Open, searched: str) -> None:
    opened = visit(searched)
    opened.page.route("**/pagefind.js", lambda route: route.fulfill(status=404))
    page = opened.go("search.html?q=Lavrov")
    said(page, "The index of the search could not be loaded. Try again, or tell those who keep this site.")
    assert opened.trouble
    opened.trouble.clear()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_off(visit: Open, searched: str, scheme: str) -> None:
    script = pytest.importorskip("axe_playwright_python", reason="no axe: pip install axe-playwright-python")
    page = visit(searched, color_scheme=scheme, reduced_motion="reduce").go("search.html?q=minister")
    said(page, "2 articles found.")
    page.evaluate((files(script) / "axe.min.js").read_text("utf-8"))
    for width in (390, *WIDTHS):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), width
        result = page.evaluate("rules => axe.run(document, rules)", RULES)
        assert [(each["id"], node["html"]) for each in result["violations"] for node in each["nodes"]] == [], width


def test_an_archive_is_searched_by_year_and_date_and_ten_at_a_time(visit: Open, archive: str) -> None:
    page = visit(archive).go("search/?q=before")
    said(page, "64 articles found.")
    expect(page.locator(FOUND)).to_have_count(10)
    expect(page.locator(".corpus-search-group")).to_have_count(0)
    page.get_by_role("button", name="54 more articles").click()
    expect(page.locator(FOUND)).to_have_count(20)
    expect(page.locator(f"{FOUND}:nth-child(11) h2 a")).to_be_focused()
    assert len(set(page.locator(f"{FOUND} h2 a").evaluate_all("links => links.map(link => link.href)"))) == 20
    page.get_by_label("Order").select_option("Newest first")
    expect(page.locator(".corpus-search-origin").first).to_have_text(re.compile("2021"))
    expect(page.locator(FOUND)).to_have_count(10)
    page.get_by_label("Order").select_option("Oldest first")
    expect(page.locator(".corpus-search-origin").first).to_have_text("Paper 0")  # without a date
    page.get_by_label("Year").select_option("2021")
    said(page, "1 article of this choice found.")
    page.locator(f"{FOUND} li a").click()
    assert page.url == f"{archive}/corpus/n063/#n063-p1"


def test_names_of_an_archive_lead_to_the_page_of_their_letter(visit: Open, archive: str) -> None:
    page = visit(archive).go("search/?q=Olga+Petrova")
    entry = page.locator(".corpus-search-group").locator("a").first
    expect(entry).to_have_text("Olga Petrova")
    entry.click()
    expect(page.locator(":target")).to_contain_text("Olga Petrova")
