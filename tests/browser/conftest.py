"""The edition as readers see it: built, served on this machine, opened in a real browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import story
from tests.edition import large
from tests.projects import build, copy_project

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def chromium() -> str:
    """Return the path of the browser, empty if there is none."""
    named = os.environ.get("CHROMIUM", "")
    return named or next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # browsers ask for it unasked
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip(
        "playwright.sync_api",
        reason="no playwright: pip install playwright (without its own browsers)",
    )
    path = chromium()
    if not path:
        pytest.skip("no Chromium: apt-get install chromium, or name one in the environment variable CHROMIUM")
    with playwright.sync_playwright() as tool:
        opened = tool.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def edition(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the edition of this repository."""
    root = copy_project(tmp_path_factory.mktemp("edition") / "project", "conf.py", "index.md", "seeds", "guide")
    with served(build(root)) as address:
        yield address


@pytest.fixture(scope="session")
def hard(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition that has everything: twelve articles, revised, deleted, right to left, excerpted."""
    root = copy_project(tmp_path_factory.mktemp("hard") / "project", "conf.py")
    story.write(root)
    build(root)
    story.change(root)
    with served(build(root)) as address:
        yield address


@pytest.fixture(scope="session")
def archive(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an edition of 64 articles of two years, on pages whose addresses are folders."""
    project = large.project(tmp_path_factory.mktemp("archive"))
    project.replace("conf.py", 'html_theme = "furo"', 'html_theme = "alabaster"\ncorpus_search = "pagefind"')
    project.replace("seeds/n063.toml", "date = 2020", "date = 2021")
    project.replace("seeds/n000.toml", "date = 2020-01-01\n", "")
    assert project.build("dirhtml", "-W").code == 0
    with served(project.out("dirhtml")) as address:
        yield address


@dataclass
class Visit:
    """A page in the browser, and what went wrong in it so far."""

    page: Page
    address: str
    trouble: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.address}/{path}")
        return self.page


Open = Callable[..., Visit]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Open the browser on a site: no page may report an error or ask anything of another host."""
    contexts = []
    visits: list[Visit] = []

    def start(address: str, width: int = 1440, height: int = 1000, **options: Any) -> Visit:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(5000)
        made = Visit(page, address)
        visits.append(made)
        page.on("console", lambda said: made.trouble.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: made.trouble.append(str(error)))
        page.on("request", lambda request: made.trouble.append(request.url) if _foreign(request.url, address) else None)
        return made

    yield start
    for context in contexts:
        context.close()
    assert [each for made in visits for each in made.trouble] == []


def _foreign(url: str, address: str) -> bool:
    return not url.startswith((f"{address}/", "data:", "about:", "blob:"))
