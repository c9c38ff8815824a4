"""Take the pictures that README shows, so that they stay true.

    python tests/browser/screenshots.py _build/html guide/images

opens the built edition in Chromium and writes the pictures as PNG of few colours.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, chromium, served

SHOTS = {
    # name: page, width, height, scheme, where to scroll to
    "article": ("corpus/reuters.html", 1440, 900, "light", ""),
    "comparison": ("corpus/comparison.html", 1440, 900, "light", ""),
    "comparison-rows": ("corpus/comparison.html", 1440, 900, "light", "#side-by-side"),
    "article-dark": ("corpus/reuters.html", 1440, 900, "dark", "#reuters-p9"),
    "article-phone": ("corpus/reuters.html", 390, 844, "light", ""),
    "people": ("corpus/people.html", 1440, 900, "light", ""),
    "places": ("corpus/places.html", 1440, 900, "light", ""),
    "people-phone": ("corpus/people.html", 390, 844, "dark", ""),
}
LIMIT = 250_000


def main(site: str, target: str) -> None:
    """Take every picture."""
    Path(target).mkdir(parents=True, exist_ok=True)
    with served(Path(site)) as address, sync_playwright() as tool:
        browser = tool.chromium.launch(executable_path=chromium(), args=FLAGS)
        for name, (path, width, height, scheme, where) in SHOTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
            )
            page = context.new_page()
            page.goto(f"{address}/{path}")
            _write(page, where, Path(target) / f"{name}.png")
            context.close()
        browser.close()


def _write(page: Page, where: str, path: Path) -> None:
    if where:
        page.locator(where).evaluate("node => scrollTo(0, node.getBoundingClientRect().top + scrollY - 40)")
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(64, dither=Image.Dither.NONE)
    picture.save(path, optimize=True)
    if path.stat().st_size > LIMIT:
        sys.exit(f"{path}: {path.stat().st_size} bytes, more than {LIMIT}; make the picture smaller")


if __name__ == "__main__":
    main(*sys.argv[1:3])
