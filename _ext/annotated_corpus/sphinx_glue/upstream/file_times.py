"""Leave the time of a file as it was where a build has written the bytes that it had.

At the end of each run Sphinx writes its indices, and the theme its styles, whether anything has changed or not. What
copies a site to its readers goes by the time of a file, and would send these again after every build.

No issue known. May go when `tests/edition/test_upstream.py::test_file_times` passes.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


class _Times:
    """The files that are written in every run, as they were before this one."""

    def __init__(self) -> None:
        self._before: dict[Path, tuple[str, os.stat_result]] = {}

    def note(self, app: Sphinx, env: BuildEnvironment) -> None:
        if isinstance(app.builder, StandaloneHTMLBuilder):
            out = Path(app.outdir)
            # By the time of a page Sphinx knows that it is newer than its source.
            pages = {Path(app.builder.get_outfilename(docname)) for docname in env.found_docs}
            for path in (*out.glob("*"), *out.glob("_static/*"), *out.glob("*/index.html")):
                if path.is_file() and path not in pages:
                    self._before[path] = _digest(path), path.stat()

    def restore(self, _app: Sphinx, exception: Exception | None) -> None:
        for path, (digest, status) in self._before.items():
            written = exception is None and path.is_file() and path.stat().st_mtime_ns != status.st_mtime_ns
            if written and _digest(path) == digest:
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _digest(path: Path) -> str:
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def register(app: Sphinx) -> None:
    """Connect to the moments before the first page is written, and after the last file was."""
    times = _Times()
    app.connect("env-updated", times.note)
    app.connect("build-finished", times.restore, priority=950)
