"""Measure what the reading page costs a reader, against the same page without our style sheet and script.

    python -m bench.page_weight _build/html corpus/reuters.html

Both are opened in turn in fresh browser contexts; the medians of one run are comparable, the numbers alone are not.
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, chromium, served

RUNS = 9
WATCH = """new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift = (window.shift ?? 0) + entry.value;
}).observe({ type: 'layout-shift', buffered: true });"""


def measure(browser: Browser, address: str, plain: bool) -> tuple[float, float, float, float]:
    """Return kilobytes, the same compressed, layout shift, and milliseconds to the first contentful paint."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    if plain:
        page.route("**/_static/corpus*", lambda route: route.abort())
    bodies: list[bytes] = []
    page.on("requestfinished", lambda request: bodies.append(request.response().body()))
    page.add_init_script(WATCH)
    page.goto(address, wait_until="networkidle")
    shift = page.evaluate("window.shift ?? 0")
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1")
    context.close()
    return sum(map(len, bodies)) / 1000, sum(len(gzip.compress(each)) for each in bodies) / 1000, shift, paint


def main(site: str, path: str) -> None:
    """Measure in turn and print a table."""
    with served(Path(site)) as address, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=FLAGS)
        found: dict[bool, list[tuple[float, float, float, float]]] = {True: [], False: []}
        for _ in range(RUNS):
            for plain in (True, False):
                found[plain].append(measure(browser, f"{address}/{path}", plain))
        browser.close()
    print(f"{path}, medians of {RUNS}        plain furo   this edition")
    rows = ("kB transferred", "kB compressed", "layout shift", "ms to first contentful paint")
    for place, name in enumerate(rows):
        values = (median(each[place] for each in found[plain]) for plain in (True, False))
        print(f"{name:32}" + "".join(f"{value:13.3f}" if place == 2 else f"{value:13.1f}" for value in values))


if __name__ == "__main__":
    main(*sys.argv[1:3])
