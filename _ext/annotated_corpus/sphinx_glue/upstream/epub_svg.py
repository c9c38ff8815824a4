"""An e-book whose list of contents says which pages hold pictures drawn in them, as EPUB demands.

No issue known. May go when `tests/edition/test_upstream.py::test_epub_svg` passes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.epub3 import Epub3Builder

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class EditionEpubBuilder(Epub3Builder):
    """Sphinx's builder of e-books, which does not look for SVG in the pages."""

    def build_content(self) -> None:
        """Write the list of contents, then declare SVG where there is some."""
        super().build_content()
        path = Path(self.outdir, "content.opf")

        def declared(item: re.Match[str]) -> str:
            page = Path(self.outdir, item[1])
            drawn = page.suffix == ".xhtml" and page.is_file() and b"<svg" in page.read_bytes()
            return item[0].replace("<item ", '<item properties="svg" ', 1) if drawn else item[0]

        items = re.compile(r'<item (?![^>]*properties=)[^>]*href="([^"]+)"[^>]*>')
        path.write_text(items.sub(declared, path.read_text("utf-8")), "utf-8")


def register(app: Sphinx) -> None:
    """Take the place of Sphinx's builder."""
    app.add_builder(EditionEpubBuilder, override=True)
