"""What every page owes every reader: accessibility, no overlap, no shift, no colour alone, no weight."""

from __future__ import annotations

import gzip
from importlib.resources import files

import pytest

from tests.browser.conftest import Open

PAGES = {
    "edition": "index corpus/index corpus/reuters corpus/comparison corpus/people corpus/places corpus/sources "
    "guide/index search",
    "hard": "corpus/gazette corpus/argus corpus/observer corpus/echo corpus/comparison",
}
WIDTHS = (360, 768, 1024, 1440, 1920)
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
LIMIT = 60_000


@pytest.mark.parametrize(
    ("which", "scheme", "width"),
    [
        *(("edition", scheme, width) for scheme in ("light", "dark") for width in (1440, 390)),
        ("hard", "light", 1440),
        ("hard", "dark", 390),
    ],
)
def test_axe_finds_nothing(visit: Open, request: pytest.FixtureRequest, which: str, scheme: str, width: int) -> None:
    script = pytest.importorskip("axe_playwright_python", reason="no axe: pip install axe-playwright-python")
    source = (files(script) / "axe.min.js").read_text("utf-8")
    opened = visit(request.getfixturevalue(which), width=width, color_scheme=scheme, reduced_motion="reduce")
    found = []
    for name in PAGES[which].split():
        page = opened.go(f"{name}.html")
        page.evaluate(source)
        result = page.evaluate("rules => axe.run(document, rules)", RULES)
        found += [
            f"{name}: {each['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
            for each in result["violations"]
            for node in each["nodes"]
        ]
    assert found == []


@pytest.mark.parametrize("which", ["edition", "hard"])
def test_nothing_overlaps_and_nothing_runs_off(visit: Open, request: pytest.FixtureRequest, which: str) -> None:
    opened = visit(request.getfixturevalue(which))
    for name in PAGES[which].split():
        page = opened.go(f"{name}.html")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{name} at {width}: {wide} pixels too wide"
            assert page.evaluate(OVERLAPS) == [], f"{name} at {width}"


def test_thirty_long_notes_cover_nothing(visit: Open, hard: str) -> None:
    """The longest note there is, thirty times, beside one-line paragraphs: worse than any real article."""
    opened = visit(hard)
    page = opened.go("corpus/gazette.html")
    page.evaluate(
        """() => {
          const note = document.querySelector('#gazette-p2 + .corpus-note');
          const short = note.previousElementSibling.cloneNode(true);
          short.querySelector('.corpus-claim').textContent = 'One line.';
          for (let i = 0; i < 30; i++) {
            const block = short.cloneNode(true), copy = note.cloneNode(true);
            for (const node of [block, copy, ...block.querySelectorAll('*')]) node.removeAttribute('id');
            copy.classList.remove('corpus-beside-2', 'corpus-beside-3', 'corpus-beside-4');
            note.after(block, copy);
          }
        }"""
    )
    assert page.locator(".corpus-note-match").count() > 30
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, width
        assert page.evaluate(OVERLAPS) == [], width


OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll(
    '.corpus-edition > :is(.corpus-block, .corpus-note, details, h1, dl), .corpus-number, .corpus-side')]
    .filter(node => node.getClientRects().length)
    .map(node => [node, node.getBoundingClientRect()]);
  const found = [];
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, x] = boxes[i], [b, y] = boxes[j];
    if (a.contains(b) || b.contains(a)) continue;
    const across = Math.min(x.right, y.right) - Math.max(x.left, y.left);
    const down = Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top);
    if (across > 1 && down > 1) found.push(`${a.id || a.className} / ${b.id || b.className}: ${across} x ${down}`);
  }
  return found;
}"""


def test_notes_stand_beside_their_paragraph_where_there_is_room(visit: Open, hard: str) -> None:
    beside = "note => [note, note.previousElementSibling].map(each => each.getBoundingClientRect().toJSON())"
    page = visit(hard, width=1440).go("corpus/gazette.html")
    for note in page.locator(".corpus-block + .corpus-note-match").all():
        box, text = note.evaluate(beside)
        assert box["left"] >= text["right"]
        assert abs(box["top"] - text["top"]) < 12
    page.set_viewport_size({"width": 390, "height": 800})
    box, text = page.locator(".corpus-block + .corpus-note-match").first.evaluate(beside)
    assert box["top"] >= text["bottom"] - 8


def test_the_text_keeps_its_measure(visit: Open, edition: str) -> None:
    for width in WIDTHS:
        page = visit(edition, width=width).go("corpus/reuters.html")
        letters = page.locator("#reuters-p1").evaluate(
            "node => node.clientWidth / parseFloat(getComputedStyle(node).fontSize) * 2.1"
        )
        assert letters < 80


def test_nothing_moves_while_a_page_loads(visit: Open, edition: str, hard: str) -> None:
    watch = """() => { window.shift = 0; new PerformanceObserver(list => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true }); }"""
    for address, names in ((edition, PAGES["edition"].split()), (hard, PAGES["hard"].split())):
        for width in (390, 1440):
            opened = visit(address, width=width)
            opened.page.add_init_script(f"({watch})()")
            for name in names:
                page = opened.go(f"{name}.html")
                page.wait_for_timeout(120)
                assert page.evaluate("window.shift") <= 0.01, f"{name} at {width}"


def test_the_page_stands_a_zoom_of_200_percent(visit: Open, edition: str) -> None:
    opened = visit(edition, width=640, height=500, device_scale_factor=2)
    for name in PAGES["edition"].split():
        page = opened.go(f"{name}.html")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), name


def test_focus_is_visible(visit: Open, edition: str) -> None:
    page = visit(edition).go("corpus/reuters.html")
    page.locator("#reuters-p1 .corpus-number").focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style != "none", page.evaluate("document.activeElement.outerHTML")


def test_nothing_moves_for_those_who_want_no_motion(visit: Open, edition: str) -> None:
    for name in PAGES["edition"].split():
        page = visit(edition, reduced_motion="reduce").go(f"{name}.html")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        moving = "node => getComputedStyle(node).transitionDuration !== '0s'"
        assert page.evaluate(f"[...document.querySelectorAll('*')].filter({moving}).length") == 0, name


def test_our_files_stay_light() -> None:
    folders = [files("annotated_corpus") / "static" / name for name in ("styles", "scripts")]
    joined = [b"\n".join(path.read_bytes() for path in folder.iterdir()) for folder in folders]
    assert all(joined)
    assert sum(len(gzip.compress(each, mtime=0)) for each in joined) <= LIMIT
