"""Read a folder of seeds and their sidecars; collect everything that is wrong before stopping."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from annotated_corpus import toml
from annotated_corpus.characters import CONTROL, controls, invisible, visible
from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.model import Metadata, Seed
from annotated_corpus.text.sidecar import read_sidecar

_DECISIONS = "decisions.toml"
"""Lies among the sidecars, but is read by later stages."""
_GAZETTEER = "gazetteer.tsv"
"""So is the list of an editor's own places."""


def load_seeds(folder: Path, shown: str = "") -> tuple[tuple[Seed, ...], tuple[Diagnostic, ...]]:
    """Return every ``*.txt`` of ``folder`` as a seed, by name, with its sidecar; and warnings.

    Args:
        folder: where the seeds lie; nothing below it is read and nothing is written.
        shown: the name of the folder in messages.

    Raises:
        CorpusError: everything that is wrong with the folder, together.
    """
    shown = shown or str(folder)
    if folder.exists() and not folder.is_dir():
        raise CorpusError(Diagnostic(Code.SEEDS, "is a file; name the folder that holds the .txt files", shown))
    if not folder.is_dir():
        raise CorpusError(
            Diagnostic(Code.SEEDS, "there is no such folder; make it and put at least one .txt file into it", shown)
        )
    # What begins with a full stop is a system's or an editor's own, as everywhere.
    here = sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=lambda path: path.name)
    if wrong_names := [note for path in here if (note := _hostile(path.name, shown))]:
        raise CorpusError(wrong_names)
    paths = [path for path in here if path.suffix == ".txt" and path.is_file()]
    taken = set(paths)
    passed_over = tuple(note for path in here if path not in taken and (note := _passed_over(path, shown)))
    if not paths:
        nothing = Diagnostic(Code.SEEDS, "no .txt file in it; put the source texts there", shown)
        raise CorpusError((nothing, *passed_over))
    seeds: list[Seed] = []
    wrong: list[Diagnostic] = []
    notes: list[Diagnostic] = []
    for path in paths:
        try:
            seed, said = _load(path, shown)
            seeds.append(seed)
            notes += said
        except CorpusError as error:
            wrong.extend(error.diagnostics)
    wrong.extend(_same_slug(seeds, folder))
    if wrong:
        raise CorpusError(wrong)
    notes += _same_bytes(seeds)
    return tuple(seeds), (*passed_over, *filter(None, map(_mistaken, seeds)), *notes)


def _hostile(name: str, shown: str) -> Diagnostic | None:
    """Return a refusal of a file name that no page, address or command could hold."""
    if any("\ud800" <= each <= "\udfff" for each in name):
        message = "the name of this file is not UTF-8; rename it"
    elif not name.isprintable() and visible(name) != name:
        message = "the name of this file has line breaks or control characters; rename it"
    elif name.startswith("-") and name.endswith(".txt"):
        message = "the name of this file begins with a dash, which commands take for an option; rename it"
    else:
        return None
    return Diagnostic(Code.SEEDS, message, f"{shown}/{name}")


def _mistaken(seed: Seed) -> Diagnostic | None:
    """Return a warning about a seed that looks like the list of places, as spreadsheets name what they write."""
    if seed.file.casefold() != "gazetteer.txt" or "\t" not in seed.text.lstrip().partition("\n")[0]:
        return None
    return Diagnostic(Code.SEEDS, f"read as an article; if it is the list of places, name it {_GAZETTEER}", seed.path)


def _passed_over(path: Path, shown: str) -> Diagnostic | None:
    """Return a warning about what is not read although its name says that it was meant to be."""
    suffix = path.suffix.casefold()
    if path.name != _GAZETTEER and (suffix == ".tsv" or (suffix == ".csv" and path.stem.casefold() == "gazetteer")):
        message = f"not read, because the list of places is called {_GAZETTEER}; name it so, with tabs between cells"
        return Diagnostic(Code.SEEDS, message, f"{shown}/{path.name}")
    if path.is_dir() and any(path.glob("*.txt")):
        message = "not read, because texts are read from the folder itself only; move them one folder up"
        return Diagnostic(Code.SEEDS, message, f"{shown}/{path.name}")
    if suffix == ".txt":
        why = f"name it {path.stem}.txt" if path.is_file() else "put the text itself there, as a file"
        return Diagnostic(
            Code.SEEDS, f"not read, because it is not a file that ends in .txt; {why}", f"{shown}/{path.name}"
        )
    if suffix != ".toml" or path.name == _DECISIONS or (path.suffix == ".toml" and path.with_suffix(".txt").is_file()):
        return None
    message = f"not read, because it is the sidecar of no seed; name it like its text ({path.stem}.txt is not there)"
    if path.with_suffix(".txt").is_file():
        message = f"not read, because a sidecar ends in .toml; name it {path.stem}.toml"
    return Diagnostic(Code.SIDECAR, message, f"{shown}/{path.name}")


def _load(path: Path, shown: str) -> tuple[Seed, list[Diagnostic]]:
    name = f"{shown}/{path.name}"
    wrong: list[Diagnostic] = []
    metadata, notes = Metadata(), []
    text, digest = "", ""
    try:
        metadata, said = read_sidecar(path.with_suffix(".toml"), f"{shown}/{path.stem}.toml")
        notes += [*said]
    except CorpusError as error:
        wrong.extend(error.diagnostics)
    try:
        data = path.read_bytes()
        digest = hashlib.sha256(data).hexdigest()
        text = data.decode("utf-8-sig")  # a byte order mark is of the encoding, not of the text
        notes += _control_characters(text, name)
        if invisible(text):
            wrong.append(Diagnostic(Code.EMPTY, "the file has no text; fill it or remove it", name))
    except UnicodeDecodeError as error:
        wrong.append(
            Diagnostic(
                Code.ENCODING,
                f"not UTF-8 at byte {error.start} (0x{error.object[error.start]:02x}); save the file as UTF-8",
                name,
                error.object[: error.start].count(b"\n") + 1,
            )
        )
    except OSError as error:
        wrong.append(Diagnostic(Code.SEEDS, f"cannot be read: {error.strerror}", name))
    if wrong:
        raise CorpusError(wrong)
    return Seed(path.name, text, digest, metadata, shown), notes


def _control_characters(text: str, name: str) -> list[Diagnostic]:
    """Return a warning for the first line that has characters which no book can print, and no XML may hold."""
    found = CONTROL.search(text)
    if not found:
        return []
    which = controls(text)
    message = f"holds control characters ({which}), which pages show as signs like ␀; remove them if they mean nothing"
    return [Diagnostic(Code.CONTROL, message, name, len(re.findall(r"\r\n|\r|\n", text[: found.start()])) + 1)]


def _same_bytes(seeds: list[Seed]) -> list[Diagnostic]:
    """Return a warning for each seed that is byte for byte another: every sentence of it would match."""
    first: dict[str, Seed] = {}
    return [
        Diagnostic(Code.SEEDS, f"is byte for byte {before.path}; remove one of the two, with its sidecar", seed.path)
        for seed in seeds
        if (before := first.setdefault(seed.sha256, seed)) is not seed
    ]


def _same_slug(seeds: list[Seed], folder: Path) -> list[Diagnostic]:
    first: dict[str, str] = {}
    wrong = []
    for seed in seeds:
        slug = seed.metadata.slug
        if slug and slug in first:
            wrong.append(
                Diagnostic(
                    Code.SEEDS,
                    f"slug {slug!r} is already that of {first[slug]}; give each article its own",
                    seed.sidecar,
                    toml.line_of((folder / seed.file).with_suffix(".toml").read_text("utf-8-sig"), "slug"),
                )
            )
        elif slug:
            first[slug] = seed.file
    return wrong
