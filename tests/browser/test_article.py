"""The page of an article in the browser."""

from __future__ import annotations

import json

import pytest

from annotated_corpus.anchors import Citation, checksum, read_citations
from annotated_corpus.pages.citation import nested
from tests.browser import story
from tests.browser.conftest import Open

ARTICLE = "corpus/reuters.html"


def test_a_note_leads_to_the_other_article_and_back(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    link = page.locator(".corpus-note-match a[href*='globe.html#']").first
    target = link.get_attribute("href").split("#")[1]
    link.click()
    page.wait_for_url("**/globe.html#*")
    sentence = page.locator(f"[id='{target}']")
    assert sentence.evaluate("node => node.matches(':target')")
    assert sentence.evaluate("node => getComputedStyle(node).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert sentence.is_visible()
    back = page.get_by_role("button", name="Back to where you were")
    back.click()
    page.wait_for_url(f"**/{ARTICLE}")
    assert not page.get_by_role("button", name="Back to where you were").is_visible()
    page.goto(f"{edition}/corpus/globe.html")
    page.locator(f"p:has([id='{target}']) + .corpus-note a[href*='reuters.html#']").first.click()
    page.wait_for_url("**/reuters.html#reuters-*")


@pytest.mark.parametrize(("width", "height", "place"), [(1280, 800, ".sidebar-sticky"), (390, 844, ".mobile-header")])
def test_the_way_back_covers_no_text_and_goes_with_reading_on(
    visit: Open, edition: str, width: int, height: int, place: str
) -> None:
    page = visit(edition, width, height, reduced_motion="reduce").go("corpus/globe.html")
    page.locator(".corpus-note-match a[href*='reuters.html#']").nth(4).click()
    page.wait_for_url("**/reuters.html#*")
    back = page.locator(place).get_by_role("button", name="Back to where you were")
    back.wait_for()
    assert back.bounding_box()["height"] < 32, "on one line"
    page.evaluate("scrollBy(0, 200)")
    page.wait_for_timeout(200)
    assert back.is_visible()
    page.evaluate("scrollBy(0, 3 * innerHeight)")
    back.wait_for(state="hidden")


def test_a_mention_leads_to_its_entry_and_back(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    page.locator("#reuters-p1 a", has_text="Antony Blinken").click()
    page.wait_for_url("**/people.html#*")
    page.locator("dd", has=page.locator("#person-antony-blinken")).locator("a[href$='#reuters-p1']").first.click()
    page.wait_for_url("**/reuters.html#reuters-p1")


@pytest.mark.parametrize("site", ["edition", "archive"])
def test_a_name_is_quiet_among_the_words(visit: Open, request: pytest.FixtureRequest, site: str) -> None:
    page = visit(request.getfixturevalue(site)).go(ARTICLE if site == "edition" else "corpus/n001/")
    name = page.locator("p[id] a[href*='#term-'], p[id] a[href*='#person-']").first
    looks = "node => [getComputedStyle(node).color, getComputedStyle(node).textDecorationStyle]"
    paragraph = name.locator("xpath=ancestor::p")
    assert name.evaluate(looks) == [paragraph.evaluate(looks)[0], "dotted"]


@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_the_cite_menu_copies_and_says_so(visit: Open, edition: str, way: str) -> None:
    opened = visit(edition, permissions=["clipboard-read", "clipboard-write"], has_touch=way == "touch")
    page = opened.go(ARTICLE)
    number = page.locator("#reuters-p7 .corpus-number")
    number.scroll_into_view_if_needed()
    if way == "keyboard":
        number.focus()
        page.keyboard.press("Enter")
    elif way == "touch":
        number.tap()
    else:
        number.click()
    menu = page.get_by_role("dialog", name="Copy a citation of Reuters, ¶7")
    assert menu.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Link"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".corpus-said", has_text="Copied: Quotation.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    words = page.locator("#reuters-p7").evaluate("node => node.textContent")
    assert nested(words.strip()) in copied
    assert read_citations(copied) == (Citation("reuters-p7", checksum(words.strip()), nested(words.strip())),)
    title = "“Blinken confronts Russia’s Lavrov on Ukraine, warns of ‘severe costs’”"
    assert f"{title}, Reuters, 2 December 2021, ¶7" in copied
    page.keyboard.press("Escape")
    assert not menu.is_visible()
    number.and_(page.locator("[aria-expanded=false]")).wait_for()
    page.locator("#reuters-p3 .corpus-number").click()
    page.get_by_role("button", name="Quotation").click()
    page.locator(".corpus-said", has_text="Copied: Quotation.").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“‘I made very clear")
    assert read_citations(copied)[0].anchor == "reuters-p3"


def test_every_form_of_citation_names_paragraph_and_checksum(visit: Open, edition: str) -> None:
    page = visit(edition, permissions=["clipboard-read", "clipboard-write"]).go(ARTICLE)
    page.locator("#reuters-p7 .corpus-number").click()
    copied = {}
    for button in page.locator("#corpus-cite button").all():
        button.click()
        page.locator(".corpus-said", has_text=f"Copied: {button.text_content()}.").wait_for()
        copied[button.text_content()] = page.evaluate("navigator.clipboard.readText()")
    assert list(copied) == ["Link", "Quotation", "BibTeX", "CSL-JSON", "RIS", "MyST link"]
    assert copied["Link"] == f"{edition}/{ARTICLE}#reuters-p7"
    assert copied["MyST link"] == "[](inv:edition:corpus:paragraph#reuters-p7)"
    assert json.loads(copied["CSL-JSON"])[0]["URL"] == copied["Link"]
    assert copied["BibTeX"].startswith("@misc{reuters-p7,")
    assert copied["RIS"].endswith("ER  - ")
    read = [read_citations(copied[name]) for name in ("Quotation", "BibTeX", "CSL-JSON", "RIS")]
    assert len({(each.anchor, each.checksum) for (each,) in read}) == 1
    assert not [text for text in copied.values() if "%" in text]


def test_copying_a_paragraph_does_not_copy_its_number(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    assert page.locator("#reuters-p7 .corpus-number").evaluate("n => getComputedStyle(n, '::before').content") != "none"
    text = page.locator("#reuters-p7").evaluate(
        "node => { getSelection().selectAllChildren(node); return getSelection().toString(); }"
    )
    assert text.strip().startswith("Blinken said")


@pytest.mark.parametrize("way", ["mouse", "keyboard", "touch"])
def test_cards_open_and_close(visit: Open, edition: str, way: str) -> None:
    page = visit(edition, has_touch=way == "touch").go(ARTICLE)
    link = page.locator("#reuters-p2 a", has_text="Lavrov")
    link.scroll_into_view_if_needed()
    if way == "keyboard":
        page.locator("#reuters-p2 .corpus-number").focus()
        while not link.evaluate("node => node === document.activeElement"):
            page.keyboard.press("Tab")
    elif way == "touch":
        link.tap()
        assert page.url.endswith(ARTICLE), "the first tap opens the card, the second follows the link"
    else:
        link.hover()
    card = page.locator("#corpus-card")
    card.wait_for()
    assert "Sergei Lavrov" in card.text_content()
    assert link.get_attribute("aria-describedby") == "corpus-card"
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_a_card_shows_what_a_cited_paragraph_says(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    link = page.locator(".corpus-note-match a[href*='globe.html#']").first
    target = link.get_attribute("href").split("#")[1]
    link.hover()
    page.locator("#corpus-card").wait_for()
    words = page.locator("#corpus-card span").text_content()
    page.goto(f"{edition}/corpus/globe.html")
    assert page.locator(f"[id='{target}']").text_content().startswith(words.rstrip("…"))


def test_a_note_lights_the_words_it_is_about(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    note = page.locator("#reuters-p13 + .corpus-note li").first
    note.hover()
    assert page.locator("#reuters-p13-s1").evaluate("node => node.classList.contains('corpus-lit')")
    lit = page.evaluate("[...CSS.highlights.get('corpus-same')].map(range => range.toString())")
    assert any("Minsk peace process" in words for words in lit)
    page.locator("h1").hover()
    assert page.evaluate("CSS.highlights.has('corpus-same')") is False
    note.locator("a").first.focus()
    assert page.evaluate("CSS.highlights.has('corpus-same')")


def test_keys_step_and_can_be_turned_off(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.evaluate("document.activeElement.id")
    page.keyboard.press("k")
    first = page.evaluate("document.activeElement.id")
    assert first != second
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.nextElementSibling.className").startswith("corpus-note")
    page.keyboard.press("c")
    assert page.locator("#corpus-cite").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    assert "next match" in keys.text_content()
    keys.get_by_label("Single keys are on").uncheck()
    page.keyboard.press("Escape")
    assert not keys.is_visible()
    before = page.evaluate("document.activeElement.id")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == before


def test_a_link_into_something_folded_opens_it(visit: Open, edition: str) -> None:
    page = visit(edition).go(f"{ARTICLE}#reuters-x1")
    assert page.locator("#reuters-x1").get_attribute("open") is not None


def test_a_tombstone_keeps_its_anchor_and_a_revision_its_old_words(visit: Open, hard: str) -> None:
    page = visit(hard).go("corpus/argus.html")
    grave = page.locator(".corpus-note-tombstone")
    assert story.DELETED in grave.text_content()
    page.goto(f"{hard}/corpus/argus.html#{grave.get_attribute('id')}")
    assert grave.evaluate("node => node.matches(':target')")
    assert grave.is_visible()
    number = grave.locator(".corpus-number")
    assert number.get_attribute("data-number") == grave.get_attribute("id").removeprefix("argus-p")
    assert number.bounding_box()["x"] + number.bounding_box()["width"] <= grave.bounding_box()["x"]
    number.click()
    assert not page.get_by_role("dialog").is_visible()
    assert story.OLD in page.locator(".corpus-note-revision").text_content()
    assert story.NEW in page.locator("p.corpus-block", has_text="boats were counted").text_content()


def test_an_excerpt_keeps_anchors_and_matches_only(visit: Open, hard: str) -> None:
    page = visit(hard).go("corpus/echo.html")
    whole = page.locator("article").text_content()
    assert story.OWN[story.NAMES.index("Echo")] not in whole
    assert story.SHARED[3] in whole
    assert "[…]" in whole
    numbers = page.locator(".corpus-number").evaluate_all("all => all.map(each => each.dataset.number)")
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    page.goto(f"{hard}/corpus/comparison.html")
    assert story.OWN[story.NAMES.index("Echo")] not in page.locator("article").text_content()


def test_on_a_phone_both_margins_are_alike_and_a_highlight_has_its_number_for_a_bullet(
    visit: Open, edition: str
) -> None:
    page = visit(edition, 390, 844).go(ARTICLE)
    box = page.locator(".corpus-edition").bounding_box()
    assert box["x"] == 390 - box["x"] - box["width"]
    first = page.locator(".corpus-highlight")
    assert first.first.evaluate("node => getComputedStyle(node, '::before').content") == "none"
    starts = page.locator(".corpus-highlight .corpus-claim").evaluate_all(
        "all => all.map(each => each.getClientRects()[0].left)"
    )
    assert len(starts) > 1
    assert len(set(starts)) == 1, "with a ring or without, the words begin in one line"


def test_numbers_look_like_links(visit: Open, edition: str) -> None:
    page = visit(edition).go(ARTICLE)
    number = page.locator("#reuters-p7 .corpus-number")
    colour = "node => getComputedStyle(node).color"
    link = page.locator(".corpus-note-match a").first
    assert number.evaluate(colour) == link.evaluate(colour)
    number.hover()
    assert "underline" in number.evaluate("node => getComputedStyle(node).textDecorationLine")


def test_hostile_text_is_shown_as_text(visit: Open, hard: str) -> None:
    page = visit(hard).go("corpus/mercury.html")
    shown = page.locator("article p", has_text="not bold")  # wherever it stands: it may look like furniture
    assert shown.evaluate("node => node.textContent").strip() == story.HOSTILE


def test_text_runs_the_way_its_letters_do(visit: Open, hard: str) -> None:
    page = visit(hard).go("corpus/observer.html")
    assert page.locator(".corpus-edition").get_attribute("lang") == "ar"
    block, number = (page.locator(f"#observer-p1{each}").bounding_box() for each in ("", " .corpus-number"))
    assert number["x"] >= block["x"] + block["width"] - 1, "the gutter of an Arabic article is on the right"
    date = page.locator(".corpus-head-date p").evaluate(
        "node => [0, 2].map(at => { const r = new Range(); r.setStart(node.firstChild, at);"
        " r.setEnd(node.firstChild, at + 1); return r.getBoundingClientRect().left; })"
    )
    assert date[0] < date[1], "an English date runs from left to right in the head of an Arabic article"
    english = page.locator("#observer-p2").evaluate(
        "node => { const r = new Range(); r.selectNodeContents(node.querySelector('.corpus-claim'));"
        " return r.getClientRects()[0].left - node.getBoundingClientRect().left; }"
    )
    assert english < 2


def test_a_long_note_is_folded_and_opens_without_a_script(visit: Open, hard: str) -> None:
    page = visit(hard, java_script_enabled=False).go("corpus/gazette.html")
    note = page.locator("#gazette-p2 + .corpus-note-match")
    last = note.get_by_role("link", name="Courier, ¶4")
    assert note.bounding_box()["height"] < page.locator("#gazette-p2").bounding_box()["height"]
    assert not last.is_visible()
    note.get_by_text("and 45 more").click()
    assert last.is_visible()


def test_what_one_script_throws_does_not_stop_the_next(visit: Open, edition: str) -> None:
    opened = visit(edition)
    opened.page.add_init_script("performance.getEntriesByType = () => { throw new Error('broken'); };")
    page = opened.go("corpus/reuters.html")
    assert opened.trouble == ["broken"]
    opened.trouble.clear()
    for made in ("#reuters-p1 .corpus-number[role=button]", "#corpus-card", "dialog.corpus-keys"):
        assert page.locator(made).count() == 1, made


def test_without_a_script_everything_is_there(visit: Open, edition: str) -> None:
    page = visit(edition, java_script_enabled=False).go(ARTICLE)
    number = page.locator("#reuters-p7 .corpus-number")
    assert number.get_attribute("href") == "#reuters-p7"
    number.click()
    assert page.url.endswith("#reuters-p7")
    assert page.get_by_role("heading", name="How to cite").is_visible()
    assert page.get_by_role("heading", name="The whole article").is_visible()
    assert page.locator(".corpus-citing", has_text="@misc{reuters,").is_visible()
    assert page.locator(".corpus-note-match").first.is_visible()
    assert not page.locator("button.corpus-help").is_visible()


THEME = """
.rst-content p .headerlink { opacity: 0; visibility: hidden; font-family: FontAwesome; margin-left: .5em }
.rst-content section ul { list-style: disc; margin-bottom: 24px }
.rst-content section ul li { list-style: disc; margin-left: 24px }
"""
"""As sphinx_rtd_theme has it."""


def test_numbers_are_seen_and_notes_have_no_bullets_in_a_theme_that_hides_and_gives_them(
    visit: Open, edition: str
) -> None:
    for address in (ARTICLE, "corpus/comparison.html"):
        page = visit(edition).go(address)
        page.evaluate("document.body.classList.add('rst-content')")
        page.evaluate(
            "text => { const style = document.createElement('style'); style.textContent = text;"
            " document.head.prepend(style); }",
            THEME,
        )
        lists = page.locator(".corpus-note li, .corpus-legend li")
        assert lists.count() > 2
        assert set(lists.evaluate_all("all => all.map(each => getComputedStyle(each).listStyleType)")) == {"none"}
        assert set(lists.evaluate_all("all => all.map(each => getComputedStyle(each).marginLeft)")) == {"0px"}
        numbers = page.locator(".corpus-number")
        shown = "all => all.map(each => { const s = getComputedStyle(each); return s.opacity + s.visibility; })"
        assert set(numbers.evaluate_all(shown)) <= {"1visible"}
        assert not [
            each
            for each in numbers.evaluate_all("all => all.map(each => getComputedStyle(each).fontFamily)")
            if "Awesome" in each
        ]


def test_without_a_stated_language_headline_and_paragraphs_run_the_way_of_their_words(visit: Open, hard: str) -> None:
    page = visit(hard).go("corpus/observer.html")
    page.evaluate("document.querySelector('.corpus-edition').removeAttribute('lang')")
    for selector in (".corpus-edition > h1", ".corpus-edition > p.corpus-block:last-of-type"):
        right, edge = page.locator(selector).first.evaluate(
            "node => { const range = document.createRange(); range.selectNodeContents(node);"
            " const words = [...range.getClientRects()].filter(each => each.width > 60);"
            " return [Math.max(...words.map(each => each.right)), node.getBoundingClientRect().right]; }"
        )
        assert edge - right < 4, selector
