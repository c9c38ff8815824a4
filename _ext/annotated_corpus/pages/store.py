"""Write generated files only where they change, and remove only what was generated."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.files import read, replace

MANIFEST = "manifest.txt"
"""What was generated, in the format of ``sha256sum``: lines that two branches can merge in any order."""


@dataclass(frozen=True, slots=True)
class Report:
    """What publishing did, or (where it may not write) would have done; names in sorted order."""

    written: tuple[str, ...]
    removed: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def _digest(content: bytes) -> str:
    """Return the digest of a file, whichever way version control has written the ends of its lines."""
    return hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def published(folder: Path, shown: str) -> tuple[str, ...]:
    """Return the names of the generated files that an earlier run left in ``folder``, called ``shown`` in messages.

    Raises:
        CorpusError: if the manifest cannot be read as one.
    """
    try:
        return tuple(
            name for name in sorted(_manifest(folder / MANIFEST, f"{shown}/{MANIFEST}")) if (folder / name).exists()
        )
    except OSError as error:
        raise CorpusError(Diagnostic(Code.WRITE, f"cannot be read: {error.strerror}", f"{shown}/{MANIFEST}")) from None


def publish(
    folder: Path, files: Mapping[str, str], register: Mapping[str, str], shown: str, write: bool = True
) -> Report:
    """Make ``folder`` hold exactly ``files`` (name to text) beside what the user keeps there.

    A file that an earlier run did not write is never touched. ``register`` is a file that is input as well
    as output: it is written before the pages that rely on it, never removed, and may change between runs
    (a merge). With ``write`` false nothing is written, and a difference is a warning.

    Raises:
        CorpusError: if a file of the user stands in the way, or something cannot be written.
    """
    new = {name: text.encode() for name, text in sorted(files.items())}
    issued = {name: text.encode() for name, text in register.items()}
    try:
        known = _manifest(folder / MANIFEST, f"{shown}/{MANIFEST}")
        for name in (*register, MANIFEST):
            known.pop(name, None)  # whatever a damaged manifest says, these are no pages
        here = {name: read(folder / name) for name in sorted({*new, *known})}
        stale = tuple(name for name, content in new.items() if here[name] != content)
        dropped = tuple(name for name in known if name not in new and here[name] is not None)
        gone = tuple(name for name in dropped if _digest(here[name] or b"") in known[name])
        behind = tuple(name for name, content in issued.items() if read(folder / name) != content)
        if not write:
            return Report((), (), _out_of_date(shown, (*behind, *stale, *dropped)))
        wrong = [
            Diagnostic(
                Code.WRITE,
                "this file is in the way of a generated one and was not made by annotated-corpus; move it elsewhere",
                f"{shown}/{name}",
            )
            for name in stale
            if here[name] is not None and name not in known
        ]
        if wrong:
            raise CorpusError(wrong)
        edited = tuple(
            Diagnostic(
                Code.STALE,
                "changed since it was made, and now made anew; what an editor wants to say goes into seeds/",
                f"{shown}/{name}",
            )
            for name in stale
            if (content := here[name]) is not None and _digest(content) not in known[name]
        )
        edited += tuple(
            Diagnostic(
                Code.STALE,
                "no longer made, but not removed, because it was changed since; remove it if you do not need it",
                f"{shown}/{name}",
            )
            for name in dropped
            if name not in gone
        )
        digests = {name: _digest(content) for name, content in new.items()}
        folder.mkdir(parents=True, exist_ok=True)
        for name in behind:
            replace(folder / name, issued[name])
        manifest = {name: {digest} for name, digest in digests.items()}
        if stale or gone or manifest != known:
            # First own up to everything about to be written, so that a run cut short here leaves no orphans.
            owned = {name: manifest.get(name, set()) | known.get(name, set()) for name in {*manifest, *known}}
            replace(folder / MANIFEST, _dumps(owned))
            for name in stale:
                replace(folder / name, new[name])
            for name in gone:
                (folder / name).unlink()
            replace(folder / MANIFEST, _dumps(manifest))
    except OSError as error:
        named = Path(error.filename).name if error.filename else ""
        place = f"{shown}/{named}" if named in {*new, *issued, MANIFEST} else shown
        raise CorpusError(Diagnostic(Code.WRITE, f"cannot be written: {error.strerror}", place)) from None
    return Report((*behind, *stale), gone, edited)


def _out_of_date(shown: str, names: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    if not names:
        return ()
    some = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    message = f"out of date ({some}): run `make html` and commit the folder"
    return (Diagnostic(Code.STALE, message, shown),)


def _manifest(path: Path, shown: str) -> dict[str, set[str]]:
    """Return the digests of each generated file: one, or two where a run was cut short or branches were merged."""
    content = read(path)
    if content is None:
        return {}
    known: dict[str, set[str]] = {}
    for number, row in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        found = re.fullmatch(r"([0-9a-f]{64})  ([^/\\\x00-\x1f]+)", row)
        if found is None or found[2] in (".", ".."):
            message = "not a line of the manifest; restore the file from version control, or delete this line"
            raise CorpusError(Diagnostic(Code.WRITE, message, shown, number))
        known.setdefault(found[2], set()).add(found[1])
    return known


def _dumps(manifest: Mapping[str, set[str]]) -> bytes:
    rows = ((name, digest) for name, digests in sorted(manifest.items()) for digest in sorted(digests))
    return "".join(f"{digest}  {name}\n" for name, digest in rows).encode()
