"""Write a file so that no reader ever sees half of it."""

from __future__ import annotations

import os
from pathlib import Path


def replace(path: Path, content: bytes) -> None:
    """Write ``content`` under a temporary name beside ``path``, then rename it; raises OSError."""
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        temporary.write_bytes(content)
        os.replace(temporary, path)  # noqa: PTH105 - atomic on every platform, and the name says so
    finally:
        temporary.unlink(missing_ok=True)


def read(path: Path) -> bytes | None:
    """Return the content of ``path``, None if there is no such file; raises OSError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
