"""The comparison page in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Open

if TYPE_CHECKING:
    from playwright.sync_api import Page

COMPARISON = "corpus/comparison.html"
VISIBLE = ".corpus-row:not([hidden])"


def first_of(page: Page, slug: str) -> str:
    return page.locator(f"{VISIBLE} .corpus-side[data-article={slug}] a").first.get_attribute("href").split("#")[1]


def test_every_ribbon_leads_to_its_match(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    ribbons = page.locator(".corpus-picture a.corpus-ribbon")
    assert ribbons.count() > 0
    for ribbon in ribbons.all():
        assert ribbon.locator("title").text_content().count("“") >= 2
        assert page.locator(f"[id='{ribbon.get_attribute('href')[1:]}']").count() == 1
    ribbon = ribbons.first
    ribbon.focus()
    page.keyboard.press("Enter")
    assert page.locator(".corpus-row:has(:target)").is_visible()


def test_no_relation_is_told_by_colour_alone(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    fills = page.locator(".corpus-ribbon path").evaluate_all("all => all.map(each => each.getAttribute('fill'))")
    patterns = page.locator(".corpus-picture pattern").evaluate_all("all => all.map(each => each.innerHTML)")
    assert set(fills) == {f"url(#{each})" for each in page.locator("pattern").evaluate_all("a => a.map(e => e.id)")}
    assert len(set(patterns)) == len(patterns) > 1
    marked = page.locator(".corpus-diff").first
    assert "underline" in marked.evaluate("node => getComputedStyle(node).textDecorationLine")


def test_the_order_is_the_readers_and_stays_in_the_address(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    all_rows = page.locator(".corpus-row").count()
    assert first_of(page, "reuters") == "reuters-title-s1"
    page.get_by_role("combobox", name="Order").select_option("globe")
    globe = [page.locator(VISIBLE).evaluate_all("rows => rows.map(row => Number(row.dataset.places.split(' ')[1]))")]
    assert globe[0] == sorted(globe[0])
    assert page.url.endswith("?order=globe")
    page.reload()
    assert page.get_by_role("combobox", name="Order").input_value() == "globe"
    assert page.locator(VISIBLE).count() == all_rows
    page.get_by_role("combobox", name="Order").select_option("relation")
    closest = page.locator(VISIBLE).evaluate_all("rows => rows.map(row => row.dataset.relations ?? 'zzz')")
    assert closest[-1] == "zzz"
    assert closest[0].startswith("verbatim")


def test_filters_choose_rows_and_can_be_shared(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    page.get_by_label("No match found").uncheck()
    assert page.locator(f"{VISIBLE}.corpus-row-alone").count() == 0
    page.get_by_label("Copied prose").uncheck()
    shown = page.locator(VISIBLE).count()
    bases = page.locator(VISIBLE).evaluate_all("rows => rows.map(row => row.dataset.bases)")
    assert all(set(each.split()) - {"copied-prose"} for each in bases)
    assert page.get_by_role("status").text_content() == f"{shown} of {page.locator('.corpus-row').count()} rows"
    shared = page.url
    other = visit(edition).page
    other.goto(shared)
    assert other.locator(VISIBLE).count() == shown
    other.get_by_role("button", name="Show everything").click()
    other.wait_for_url(f"**/{COMPARISON}")
    assert other.locator(VISIBLE).count() == other.locator(".corpus-row").count()


def test_what_one_article_says_stands_in_its_order_unless_the_reader_wants_another(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    show, order = (page.get_by_role("combobox", name=name) for name in ("Show", "Order"))
    show.select_option("globe")
    assert order.input_value() == "globe"
    order.select_option("reuters")
    page.reload()
    assert (show.input_value(), order.input_value()) == ("globe", "reuters")


def test_a_view_offers_only_the_boxes_that_bear_on_its_rows(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    show = page.get_by_role("combobox", name="Show")
    boxes = page.locator(".corpus-controls input[type=checkbox]:visible")
    every = boxes.count()
    show.select_option("common")
    assert boxes.count() == every - 1
    assert not page.get_by_label("No match found").is_visible()
    show.select_option("globe")
    assert boxes.count() == 0
    alone = page.locator(VISIBLE).count()
    show.select_option("")
    page.get_by_label("No match found").uncheck()
    show.select_option("globe")
    assert page.locator(VISIBLE).count() == alone > 0
    page.get_by_role("button", name="Show everything").first.click()
    page.wait_for_function(
        f"document.querySelectorAll('.corpus-controls label:not([hidden]) [type=checkbox]').length == {every}"
    )


def test_pages_have_an_icon(visit: Open, edition: str) -> None:
    page = visit(edition).go("corpus/people.html")
    icon = page.locator("link[rel~=icon]")
    assert page.evaluate("url => fetch(url).then(got => got.status)", icon.get_attribute("href")) == 200


def test_where_nothing_is_left_the_page_says_so(visit: Open, edition: str) -> None:
    page = visit(edition).go(f"{COMPARISON}?show=common")
    said = page.get_by_text("No row matches these choices.")
    assert not said.is_visible()
    for box in page.locator("[name=relation]:visible").all():
        box.uncheck()
    assert said.is_visible()
    said.get_by_role("button", name="Show everything").click()
    page.wait_for_url(f"**/{COMPARISON}")
    assert page.locator(VISIBLE).count() == page.locator(".corpus-row").count()
    assert not said.is_visible()


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)])
def test_a_jump_ends_where_its_target_can_be_read(visit: Open, edition: str, size: tuple[int, int]) -> None:
    page = visit(edition, *size, reduced_motion="reduce").go(COMPARISON)
    header = page.locator(".mobile-header").bounding_box() or {"height": 0}
    page.get_by_role("link", name="not found elsewhere: Globe").first.click()
    page.wait_for_url("**?show=globe#*")
    page.wait_for_function("scrollY > 0")
    assert page.get_by_role("heading", name="Side by side").bounding_box()["y"] >= header["height"]
    for ribbon in page.locator(".corpus-picture a.corpus-ribbon").all()[:4]:
        page.goto(f"{edition}/{COMPARISON}{ribbon.get_attribute('href')}")
        row = page.locator(".corpus-row:has(:target)")
        row.wait_for()
        page.wait_for_timeout(100)
        assert row.locator("p").first.bounding_box()["y"] >= header["height"]


def test_a_link_to_a_match_shows_it_whatever_the_filters(visit: Open, edition: str) -> None:
    page = visit(edition).go(COMPARISON)
    match = page.locator(".corpus-row [id^=match-]").first.get_attribute("id")
    page.goto(f"{edition}/{COMPARISON}?relation=alone#{match}")
    page.locator(f".corpus-row:has([id='{match}'])").wait_for()


def test_twelve_articles_can_be_narrowed_to_two(visit: Open, hard: str) -> None:
    page = visit(hard).go(COMPARISON)
    articles = page.get_by_role("group", name="Articles").get_by_role("checkbox")
    assert articles.count() >= 10
    for box in articles.all()[2:]:
        box.uncheck()
    sides = page.locator(f"{VISIBLE} .corpus-side:not([hidden])").evaluate_all("all => all.map(e => e.dataset.article)")
    assert set(sides) == {"herald", "chronicle"}


def test_without_a_script_everything_is_shown(visit: Open, edition: str) -> None:
    page = visit(edition, java_script_enabled=False).go(COMPARISON)
    assert not page.locator(".corpus-controls").is_visible()
    assert all(row.is_visible() for row in page.locator(".corpus-row").all())


def test_the_way_in_is_short_to_what_both_say_and_what_one_says(visit: Open, edition: str) -> None:
    page = visit(edition).go("index.html")
    page.locator(".sd-card", has_text="Compare them").click(position={"x": 20, "y": 20})
    page.get_by_role("link", name="what both say").first.click()
    page.wait_for_url("**?show=common#*")
    common = page.locator(VISIBLE).count()
    assert 0 < common < page.locator(".corpus-row").count()
    assert page.locator(f"{VISIBLE}.corpus-row-alone").count() == 0
    page.wait_for_function(
        "selector => document.querySelector(selector).getBoundingClientRect().top < innerHeight", arg=VISIBLE
    )
    last = page.locator(f"{VISIBLE} >> nth=-1").bounding_box()
    ways = page.get_by_role("link", name="not found elsewhere: Globe")
    assert ways.last.bounding_box()["y"] > last["y"], "the ways stand at the end of the list too"
    ways.last.click()
    page.wait_for_url("**?show=globe#*")
    assert page.get_by_role("combobox", name="Order").input_value() == "globe"
    sides = page.locator(f"{VISIBLE} .corpus-side").evaluate_all("all => all.map(each => each.dataset.article)")
    assert set(sides) == {"globe"}
    page.get_by_role("combobox", name="Show").select_option("")
    assert page.locator(VISIBLE).count() == page.locator(".corpus-row").count()
    assert "show=" not in page.url
