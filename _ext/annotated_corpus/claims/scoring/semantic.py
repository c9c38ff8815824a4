"""The extra ``[semantic]``: likeness of meaning by an embedding model that the user has.

Nothing is downloaded. The model is a folder with ``model.onnx`` and ``tokenizer.json``, run by onnxruntime, or else
what sentence-transformers knows: a folder, or a name that the user's own cache holds. Without a model set, this module
does nothing and imports nothing.
"""

from __future__ import annotations

import importlib
import math
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic

_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
_DIGITS = 3
"""Likeness is rounded, so that the last bits of another processor's arithmetic change no score."""
_TOKENS = 256
"""So much of a text is read at most."""

Vector = Sequence[float]
Meaning = Callable[[Sequence[str], Sequence[str]], "Likeness"]
"""Lays the texts of two articles side by side."""


class Likeness:
    """How alike the texts of two articles are in meaning.

    The mean of all of them is taken away before: inside one story every sentence is like every other by its topic.
    """

    def __init__(self, one: Sequence[Vector], two: Sequence[Vector]) -> None:
        count = max(len(one) + len(two), 1)
        self._mean = [math.fsum(values) / count for values in zip(*one, *two, strict=True)]
        self._one, self._two = one, two

    @cached_property
    def _centred(self) -> tuple[list[list[float]], list[list[float]]]:
        return [self._turn(each) for each in self._one], [self._turn(each) for each in self._two]

    def _turn(self, vector: Vector) -> list[float]:
        moved = [value - mean for value, mean in zip(vector, self._mean, strict=True)]
        length = math.sqrt(math.fsum(value * value for value in moved)) or 1.0
        return [value / length for value in moved]

    def __call__(self, i: int, j: int) -> float:
        """Return the cosine of a text of one article and a text of the other, by their positions."""
        one, two = self._centred
        return round(math.fsum(x * y for x, y in zip(one[i], two[j], strict=True)), _DIGITS)


def likeness(model: str, texts: Iterable[str]) -> Meaning:
    """Return a function that lays articles side by side by the meaning of ``texts``.

    Args:
        model: folder or name of a model.
        texts: all texts that will be compared.

    Raises:
        CorpusError: a package is not installed, or the model cannot be loaded.
    """
    distinct = sorted(set(texts))
    folder = Path(model)
    vectors = _by_onnx(folder, distinct) if (folder / "model.onnx").is_file() else _by_transformers(model, distinct)
    return lambda one, two: Likeness([vectors[text] for text in one], [vectors[text] for text in two])


def _by_onnx(folder: Path, texts: Sequence[str]) -> Mapping[str, Vector]:
    """Return the vectors of texts: each is read alone, since in a quantised model its neighbours would change it."""
    onnx, tokenizers = _package("onnxruntime"), _package("tokenizers")
    try:
        options = onnx.SessionOptions()
        options.intra_op_num_threads = 1  # so that sums have one order
        session = onnx.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the packages raise whatever they like
        raise _unloadable(str(folder), error) from None
    tokenizer.no_padding()
    tokenizer.enable_truncation(_TOKENS)
    wanted = {each.name for each in session.get_inputs()}

    def vector(text: str) -> Vector:
        tokens = tokenizer.encode(text)
        given = {"input_ids": tokens.ids, "attention_mask": tokens.attention_mask, "token_type_ids": tokens.type_ids}
        numpy = importlib.import_module("numpy")  # onnxruntime brings it
        fed = {name: numpy.array([values], dtype=numpy.int64) for name, values in given.items() if name in wanted}
        return _unit([math.fsum(column) for column in zip(*session.run(None, fed)[0][0].tolist(), strict=True)])

    return {text: vector(text) for text in texts}


def _by_transformers(model: str, texts: Sequence[str]) -> Mapping[str, Vector]:
    for name in _OFFLINE:
        os.environ.setdefault(name, "1")
    package = _package("sentence_transformers")
    try:
        encoder = package.SentenceTransformer(model, device="cpu")
    except Exception as error:  # the package raises whatever its own libraries raise
        raise _unloadable(model, error) from None
    rows = encoder.encode(texts, normalize_embeddings=True, show_progress_bar=False, batch_size=32)
    return {text: [float(value) for value in row] for text, row in zip(texts, rows, strict=True)}


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(math.fsum(value * value for value in vector)) or 1.0
    return [value / length for value in vector]


def _package(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError:
        shown = name.replace("_", "-")
        raise CorpusError(
            _wrong(f'needs the package {shown}: pip install "sphinx-annotated-corpus[semantic]"')
        ) from None


def _unloadable(model: str, error: Exception) -> CorpusError:
    reason = str(error).splitlines()[0] if str(error) else type(error).__name__
    return CorpusError(_wrong(f"is {model!r}, which cannot be loaded ({reason}); name a folder with a model"))


def _wrong(what: str) -> Diagnostic:
    return Diagnostic(Code.OPTION, f"the semantic model {what}")
