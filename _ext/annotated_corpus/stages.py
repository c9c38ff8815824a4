"""Run the stages that take one thing at a time, over all things: what was made before is not made again.

A result is kept under a digest of all that it depends on, so that nothing ever has to be thrown away for being out
of date: whatever changed has another digest. What a run did not use is dropped. The file may be deleted at any
time; it is written as the work goes on, so that an interrupted run loses little.
"""

from __future__ import annotations

import hashlib
import pickle
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, suppress
from functools import lru_cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from annotated_corpus.model import LARGE
from annotated_corpus.version import __version__

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

FILE = "stages.sqlite"
_BATCH = 200
"""So many results are written at once, and so many items are worth another process."""
_SMALL = LARGE
"""Of so few items nothing is kept: making them takes no time."""
_SUM = 8
"""So many bytes of checksum stand before each result: a file may be damaged in its midst."""
_WAIT = 5
"""Seconds to wait for another run that uses the same file."""


def digest(*parts: object) -> str:
    """Return a digest of values whose ``repr`` says all of them."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


class Stages:
    """What runs stages: ``folder`` keeps their results (None: nothing is kept), ``workers`` are processes."""

    def __init__(self, folder: Path | None = None, workers: int = 1) -> None:
        self._path = folder / FILE if folder else None
        self._workers = workers

    def map(
        self, stage: str, make: Callable[[_Item], _Result], items: Sequence[_Item], key: Callable[[_Item], str]
    ) -> list[_Result]:
        """Return ``make`` of each item.

        Args:
            stage: the name of the stage; results of one are used for that stage only.
            make: a function at the top of a module, or a partial of one, so that other processes can run it.
            items: what it takes.
            key: gives a digest of all that the result for an item depends on, but for the code.
        """
        if self._path and len(items) > _SMALL:
            try:
                with closing(_open(self._path)) as store:
                    return self._kept(store, stage, make, items, [*map(key, items)])
            except (sqlite3.OperationalError, OSError):
                pass  # in use, or no room for it: the work is done without the file
            except sqlite3.Error:  # damaged in its midst
                with suppress(OSError):
                    self._path.unlink()
        if self._parallel(items):
            return [result for result, _ in self._made(make, items)]
        return [*map(make, items)]

    def _kept(
        self,
        store: sqlite3.Connection,
        stage: str,
        make: Callable[[_Item], _Result],
        items: Sequence[_Item],
        keys: Sequence[str],
    ) -> list[_Result]:
        known = {key for (key,) in store.execute("SELECT key FROM results WHERE stage = ?", (stage,))}
        new = [place for place, key in enumerate(keys) if key not in known]
        batch: list[tuple[str, str, bytes]] = []
        fresh: dict[int, _Result] = {}
        for place, (result, value) in zip(new, self._made(make, [items[place] for place in new]), strict=True):
            fresh[place] = result
            batch.append((stage, keys[place], value))
            if len(batch) == _BATCH:
                _save(store, batch)
                batch.clear()
        _save(store, batch)
        gone = known.difference(keys)
        store.executemany("DELETE FROM results WHERE stage = ? AND key = ?", [(stage, key) for key in gone])
        store.commit()
        results: list[_Result] = []
        lost: list[tuple[str, str, bytes]] = []
        for place, key in enumerate(keys):
            if place in fresh:
                results.append(fresh[place])
                continue
            if stored := _value(store, stage, key):
                results.append(_loaded(stored))
                continue
            result = make(items[place])  # damaged, or removed by a run beside this one that has no use for it
            lost.append((stage, key, _pickled(result)))
            results.append(result)
        _save(store, lost)
        return results

    def _parallel(self, items: Sequence[_Item]) -> bool:
        return self._workers > 1 and len(items) > _BATCH

    def _made(self, make: Callable[[_Item], _Result], items: Sequence[_Item]) -> Iterator[tuple[_Result, bytes]]:
        """Yield the results in order, each with its pickle."""
        if not self._parallel(items):
            for item in items:
                result = make(item)
                yield result, _pickled(result)
            return
        with ProcessPoolExecutor(self._workers, initializer=_undisturbed) as pool:
            for value in pool.map(partial(_dumped, make), items, chunksize=_BATCH // 10):
                yield _loaded(value), value


HERE = Stages()
"""Runs everything in this process and keeps nothing."""


def _undisturbed() -> None:
    """Leave Ctrl-C to the parent: it stops the work, and a worker that waits for some would say a traceback."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _dumped(make: Callable[[_Item], _Result], item: _Item) -> bytes:
    return _pickled(make(item))


def _pickled(result: object) -> bytes:
    return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)


def _loaded(value: bytes) -> Any:
    return pickle.loads(value)  # noqa: S301 - this user's own file, beside Sphinx's doctrees, which are pickles too


def _save(store: sqlite3.Connection, rows: Iterable[tuple[str, str, bytes]]) -> None:
    rows = ((stage, key, _sum(value) + value) for stage, key, value in rows)
    store.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
    store.commit()


def _value(store: sqlite3.Connection, stage: str, key: str) -> bytes | None:
    """Return a result that was kept, None if there is none or its bytes are no longer those that were written."""
    row = store.execute("SELECT value FROM results WHERE stage = ? AND key = ?", (stage, key)).fetchone()
    kept = row[0] if row and isinstance(row[0], bytes) else b""
    value = kept[_SUM:]
    return value if kept[:_SUM] == _sum(value) else None


def _sum(value: bytes) -> bytes:
    return hashlib.blake2b(value, digest_size=_SUM).digest()


def _open(path: Path) -> sqlite3.Connection:
    """Open the file of results, empty if it is another version's or damaged."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _ready(path)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise  # in use
        path.unlink()
        return _ready(path)


def _ready(path: Path) -> sqlite3.Connection:
    store = sqlite3.connect(path, timeout=_WAIT)
    store.execute("CREATE TABLE IF NOT EXISTS code (digest TEXT)")
    if store.execute("SELECT digest FROM code").fetchall() != [(code(),)]:
        store.execute("DROP TABLE IF EXISTS results")
        store.execute("DELETE FROM code")
        store.execute("INSERT INTO code VALUES (?)", (code(),))
    store.execute(
        "CREATE TABLE IF NOT EXISTS results (stage TEXT, key TEXT, value BLOB, PRIMARY KEY (stage, key)) WITHOUT ROWID"
    )
    store.commit()
    return store


@lru_cache(maxsize=1)
def code() -> str:
    """Return a digest of the package, of its version and Python's: all that a result depends on but its input."""
    whole = hashlib.sha256(f"{__version__} {sys.version_info[:2]} ".encode())
    for path, content in _contents(files("annotated_corpus"), ""):
        whole.update(f"{path} {len(content)} ".encode() + content)
    return whole.hexdigest()


def _contents(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every file in a folder and below, but for what Python and editors leave there."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name == "__pycache__" or entry.name.startswith("."):
            continue
        inside = f"{path}/{entry.name}"
        if entry.is_dir():
            yield from _contents(entry, inside)
        else:
            yield inside, entry.read_bytes()
