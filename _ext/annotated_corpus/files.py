"""Write files so that no reader ever sees half of one, and no two writers meet."""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic

if sys.platform != "win32":
    import fcntl

_TEMPORARY = ".annotated-corpus-"
"""What temporary names begin with, so that those of a run that was killed can be told from a user's files."""
_LEFTOVER = re.compile(rf"{re.escape(_TEMPORARY)}\w+\.tmp|\.(?:anchors\.json|manifest\.txt)\.tmp")
PATIENCE = 600
"""So many seconds a run waits for another that writes the same folder."""
_LOOK = 0.1
"""So many seconds lie between two looks whether the other run has ended."""


def replace(path: Path, content: bytes) -> None:
    """Write ``content`` under a new name beside ``path``, then rename it; raises OSError.

    The temporary name is nobody else's, so that two runs cannot mix their bytes, and no link is followed. The bytes
    are on the disk before the name is: a register that a loss of power has cut short would break every citation.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).chmod(_mode(path))
            os.replace(name, path)  # noqa: PTH105 - atomic on every platform, and the name says so
        finally:
            with suppress(OSError):
                Path(name).unlink()
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None  # not the temporary name


def _mode(path: Path) -> int:
    """Return the permissions of a file that is to be replaced, or those of a new one."""
    with suppress(OSError):
        if not path.is_symlink():
            return path.stat().st_mode & 0o777
    return 0o666 & ~_UMASK


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


_UMASK = _umask()
"""Read once: it can only be asked for by setting it, which no other thread should see."""


def read(path: Path) -> bytes | None:
    """Return the content of ``path``, None if there is no such file; raises OSError."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


@contextmanager
def only_writer(folder: Path, shown: str, waiting: Callable[[str], None] | None = None) -> Iterator[None]:
    """Keep other runs from writing into ``folder``, which is called ``shown`` in messages, until the block ends.

    The lock is on the folder around it, which is there before ``folder`` is: it leaves no file behind, and the system
    lets it go when a run is killed. Where there is no such lock (Windows), or the folder cannot be opened, the block
    runs without one.

    Args:
        folder: what is written.
        shown: its name in messages.
        waiting: told once, in a line, that another run has to end first.

    Raises:
        CorpusError: if the other run has not ended after ten minutes.
    """
    descriptor = _opened(folder.absolute().parent)
    if descriptor is None:
        yield
        return
    try:
        _locked(descriptor, shown, waiting)
        sweep(folder)
        yield
    finally:
        os.close(descriptor)


def _opened(folder: Path) -> int | None:
    if sys.platform == "win32":
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return None  # who then tries to write says what is wrong, and where


def _locked(descriptor: int, shown: str, waiting: Callable[[str], None] | None) -> None:
    if sys.platform == "win32":
        return
    end = time.monotonic() + PATIENCE
    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            pass  # another run has it
        except OSError:
            return  # a file system without locks
        if waiting and not told:
            waiting(f"{shown}: another run writes here; waiting for it to end")
            told = True
        if time.monotonic() > end:
            message = f"another run still writes here after {PATIENCE // 60} minutes; end it, then run this again"
            raise CorpusError(Diagnostic(Code.WRITE, message, shown))
        time.sleep(_LOOK)


def sweep(folder: Path) -> None:
    """Remove what killed runs have left of their temporary files; only the one writer may do so."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _LEFTOVER.fullmatch(path.name):
                with suppress(OSError):
                    path.unlink()
