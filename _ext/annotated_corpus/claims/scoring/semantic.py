"""The extra ``[semantic]``: likeness of meaning by a sentence-transformers model that the user has.

Nothing is downloaded: the model is a folder, or a name that the user's own cache holds. Without a model set,
this module does nothing and imports nothing.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic

_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
_DIGITS = 4
"""Embeddings are rounded, so that the last bits of another processor's arithmetic change no score."""


def likeness(model: str, texts: Iterable[str]) -> Callable[[str, str], float]:
    """Return a function that gives the cosine of two of ``texts`` by their meaning.

    Args:
        model: name or folder of a sentence-transformers model.
        texts: all texts that will be compared.

    Raises:
        CorpusError: the package is not installed, or the model cannot be loaded.
    """
    for name in _OFFLINE:
        os.environ.setdefault(name, "1")
    try:
        package = importlib.import_module("sentence_transformers")
    except ImportError:
        raise CorpusError(
            _wrong('needs the package sentence-transformers: pip install "sphinx-annotated-corpus[semantic]"')
        ) from None
    try:
        encoder = package.SentenceTransformer(model, device="cpu")
    except Exception as error:  # the package raises whatever its own libraries raise
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise CorpusError(
            _wrong(f"is {model!r}, which cannot be loaded ({reason}); name a folder with a model")
        ) from None
    distinct = sorted(set(texts))
    rows = encoder.encode(distinct, normalize_embeddings=True, show_progress_bar=False, batch_size=32)
    vectors = {text: [float(value) for value in row] for text, row in zip(distinct, rows, strict=True)}
    return lambda one, two: round(sum(x * y for x, y in zip(vectors[one], vectors[two], strict=True)), _DIGITS)


def _wrong(what: str) -> Diagnostic:
    return Diagnostic(Code.OPTION, f"the semantic model {what}")
