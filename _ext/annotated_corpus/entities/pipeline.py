"""The extra ``[spacy]``: names proposed by a spaCy pipeline that the user has, in place of the built-in recogniser.

Nothing is downloaded: the pipeline is an installed package or a folder. What it proposes is cut to the customs of the
built-in recogniser (no title, article or possessive in a name), so that everything after works on it alike.
"""

from __future__ import annotations

import importlib
import os
import re
from collections.abc import Callable, Iterator, Sequence

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.entities.gazetteer import Gazetteer
from annotated_corpus.entities.lexicon import words as listed
from annotated_corpus.entities.recognise import Sighting, sighting
from annotated_corpus.entities.spots import candidates
from annotated_corpus.entities.tokens import last_word, searchable
from annotated_corpus.language.name_lists import name_kind
from annotated_corpus.model import Block, EntityKind

Reader = Callable[[Sequence[Block]], tuple[Sighting, ...]]
"""What finds the names in the blocks of one article, in order."""

LONGEST = 100_000
"""A longer block is read in pieces of so many characters: spaCy needs about a gigabyte for each such piece."""
_KINDS = {
    "PERSON": EntityKind.PERSON,
    "PER": EntityKind.PERSON,  # the label of pipelines trained on WikiNER
    "GPE": EntityKind.PLACE,
    "LOC": EntityKind.PLACE,
    "FAC": EntityKind.PLACE,  # of these, only what the gazetteer has: the Kremlin, not a bridge
}
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
_THE = re.compile(r"(?:the|The|THE)\s+(?=\w)")
_OWNER = re.compile(r"[’'](?:s|S)?$")
_FIRST = re.compile(r"(\S+)\s+(?=\w)")


def pipeline(name: str, places: Gazetteer) -> Reader:
    """Load a spaCy pipeline by the name of its package or its folder; buildings are kept where ``places`` has them.

    Raises:
        CorpusError: spaCy is not installed, or the pipeline cannot be loaded. The reader raises it where the
            pipeline fails on a text.
    """
    for each in _OFFLINE:
        os.environ.setdefault(each, "1")
    try:
        package = importlib.import_module("spacy")
    except ImportError:
        raise _wrong('needs the package spacy: pip install "sphinx-annotated-corpus[spacy]"') from None
    try:
        nlp = package.load(name)
    except Exception as error:  # spaCy, and whatever a pipeline brings with it
        advice = f"install it (python -m spacy download NAME) or name a folder with a pipeline: {_reason(error)}"
        raise _wrong(f"is {name!r}, which cannot be loaded; {advice}") from None

    def read(blocks: Sequence[Block]) -> tuple[Sighting, ...]:
        texts = {n: searchable(block) for n, block in enumerate(blocks) if block.kind.asserts}
        pieces = [(n, at, piece) for n, text in texts.items() for at, piece in _pieces(text)]
        found: list[Sighting] = []
        floors = dict.fromkeys(texts, 0)
        try:
            documents = list(nlp.pipe([piece for _, _, piece in pieces]))
        except Exception as error:
            raise _wrong(f"is {name!r}, which fails on the texts; name another: {_reason(error)}") from None
        for (n, at, _), document in zip(pieces, documents, strict=True):
            block, text = blocks[n], texts[n]
            spans = sorted((at + each.start_char, at + each.end_char, each.label_) for each in document.ents)
            for start, end, label in spans:
                kind = _KINDS.get(label)
                start, end = _clip(block.text, text, start, end, kind)  # noqa: PLW2901  # the same name, cut
                proposed = text[start:end]
                known = label != "FAC" or candidates(places, proposed)
                if kind and known and any(map(str.isalpha, proposed)):
                    before = last_word(text[:start])
                    found.append(sighting(n, block, text, (start, end), kind, before, floors[n]))
                    floors[n] = end if kind is EntityKind.PERSON else floors[n]
        return tuple(found)

    return read


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """Cut a text where it has a space; yield the pieces with their offsets."""
    at = 0
    while at < len(text):
        end = at + LONGEST
        if end < len(text):
            end = text.rfind(" ", at, end) + 1 or end
        yield at, text[at:end]
        at = end


def _clip(whole: str, text: str, start: int, end: int, kind: EntityKind | None) -> tuple[int, int]:
    """Return where a name begins and ends without white space, furniture (blank in ``text``), article and title."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    end = next((k for k in range(start, end) if text[k] != whole[k]), end)
    end = start + len(_OWNER.sub("", text[start:end].rstrip()).rstrip())
    if kind is EntityKind.PLACE and (the := _THE.match(text, start, end)):
        start = the.end()
    while kind is EntityKind.PERSON and (first := _FIRST.match(text, start, end)) and _titular(first[1]):
        start = first.end()
    return start, end


def _titular(word: str) -> bool:
    """Whether a word before a name is a title or a form of address, and no given name ("Baron Davis")."""
    bare = word.rstrip(".")
    return (bare in listed("title") or bare in listed("address")) and name_kind(bare) not in ("g", "b")


def _reason(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def _wrong(what: str) -> CorpusError:
    return CorpusError(Diagnostic(Code.OPTION, f"the spaCy pipeline {what}"))
