"""Take the pictures that README shows, so that they stay true: `make screenshots`.

    python -m tools.screenshots [FOLDER]

builds the edition of this repository in a temporary folder, opens it in Chromium and writes PNG into guide/images.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import FLAGS, chromium, served
from tests.projects import ROOT, build, copy_project

SHOTS = {
    # name: page, width, height, scheme, where to scroll to
    "article": ("corpus/reuters.html", 1280, 760, "light", ""),
    "comparison": ("corpus/comparison.html", 1280, 760, "light", ""),
    "comparison-rows": ("corpus/comparison.html", 1280, 760, "light", ".corpus-row:not(.corpus-row-alone)"),
    "article-dark": ("corpus/reuters.html", 1280, 760, "dark", "#reuters-p9"),
    "article-phone": ("corpus/reuters.html", 390, 844, "light", ""),
    "people": ("corpus/people.html", 1280, 760, "light", ""),
    "places": ("corpus/places.html", 1280, 760, "light", ""),
    "people-phone": ("corpus/people.html", 390, 844, "dark", ""),
}
LIMIT = 250_000


def main(target: Path) -> None:
    """Take every picture."""
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        site = build(copy_project(Path(temporary, "project"), "conf.py", "index.md", "seeds", "guide"))
        with served(site) as address, sync_playwright() as tool:
            browser = tool.chromium.launch(executable_path=chromium(), args=FLAGS)
            for name, (path, width, height, scheme, where) in SHOTS.items():
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                )
                page = context.new_page()
                page.goto(f"{address}/{path}")
                take(page, where, target / f"{name}.png")
                context.close()
            browser.close()


def take(page: Page, where: str, path: Path) -> None:
    """Write what the window shows, scrolled to ``where``; too large a picture is an error."""
    if where:
        page.locator(where).first.evaluate("node => scrollTo(0, node.getBoundingClientRect().top + scrollY - 40)")
    page.screenshot(path=path)
    if path.stat().st_size > LIMIT:
        sys.exit(f"{path}: {path.stat().st_size} bytes, more than {LIMIT}; make the picture smaller")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "guide" / "images")
