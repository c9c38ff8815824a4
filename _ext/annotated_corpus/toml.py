"""Read a TOML file that people wrote, and say where it is wrong."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic


def line_of(text: str, key: str, start: int = 0, end: int | None = None) -> int:
    """Return the line, from 1, at which ``key`` or the table of that name stands among these lines; 0 if nowhere."""
    pattern = re.compile(rf"""[\["' \t]*{re.escape(key)}(?![\w-])""")
    rows = text.splitlines()[start:end]
    return next((number for number, row in enumerate(rows, start + 1) if pattern.match(row)), 0)


def load(path: Path, shown: str, code: Code) -> tuple[str, dict[str, Any]]:
    """Return the text and the tables of the file at ``path``, called ``shown`` in messages; none is empty.

    Raises:
        CorpusError: if it cannot be read, is not UTF-8 (Code.ENCODING), or is not TOML; ``code`` is that of the others.
    """
    if not path.exists():
        return "", {}
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError as error:
        message = f"not UTF-8 at byte {error.start}; save the file as UTF-8"
        raise CorpusError(Diagnostic(Code.ENCODING, message, shown)) from None
    except OSError as error:
        raise CorpusError(Diagnostic(code, f"cannot be read: {error.strerror}", shown)) from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else len(text.splitlines())
        raise CorpusError(Diagnostic(code, f"not valid TOML: {error}", shown, line)) from None
    except (ValueError, RecursionError):
        message = "a number in it has thousands of digits, or brackets are nested thousands deep; make it shorter"
        raise CorpusError(Diagnostic(code, message, shown)) from None
