"""Write the data files of an edition: what each format makes of a corpus, and where it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from annotated_corpus.data import jsonl
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.files import only_writer, read, replace
from annotated_corpus.model import Corpus

Writer = Callable[[Corpus], Iterator[tuple[str, str]]]
"""Yields the files of a format, each as its name in the folder and its text."""

WRITERS: dict[str, Writer] = {"jsonl": jsonl.files}
"""The formats by name; all are written. A new one is a module beside this and a line here."""


def export(corpus: Corpus, out: Path) -> None:
    """Write every file of every format into the folder ``out``, a file only where its content changes.

    Raises:
        CorpusError: if the folder or a file cannot be written.
    """
    try:
        with only_writer(out, str(out)):
            out.mkdir(parents=True, exist_ok=True)
            for write in WRITERS.values():
                for name, text in write(corpus):
                    _write(out / name, text)
    except OSError as error:
        path = str(error.filename or out)
        raise CorpusError(Diagnostic(Code.WRITE, f"cannot be written: {error.strerror}", path)) from None


def _write(path: Path, text: str) -> None:
    content = text.encode()
    if read(path) != content:
        replace(path, content)
