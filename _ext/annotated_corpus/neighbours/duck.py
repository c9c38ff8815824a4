"""DuckDB runs the plan: inside this process, on disk where memory ends, with a state that the next run goes on from."""

from __future__ import annotations

import errno
import hashlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.neighbours import plan
from annotated_corpus.neighbours.engine import Features, Pair, named, rows
from annotated_corpus.neighbours.features import number
from annotated_corpus.progress import Progress

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STATE = "neighbours.duckdb"
_TABLES = {
    "state": "version VARCHAR",
    "article": "name VARCHAR, mark VARCHAR, key BIGINT",  # whose features `posting` has
    "posting": "article BIGINT, feature BIGINT",
    "pair": "one BIGINT, two BIGINT, shared BIGINT",
    "near": "one BIGINT, two BIGINT, shared BIGINT",
    "staged": "name VARCHAR, mark VARCHAR, key BIGINT",  # whose features `incoming` has
    "incoming": "article BIGINT, feature BIGINT",
    "changed": "article BIGINT",
    "done": "step VARCHAR, change VARCHAR",
}
_LOAD = """
    INSERT INTO incoming
    SELECT article, unnest(string_split(features, ' '))::BIGINT
    FROM read_csv(?, columns = {'article': 'BIGINT', 'features': 'VARCHAR'}, delim = '\t', header = false,
      quote = '', escape = '', auto_detect = false, max_line_size = 1000000000)
    WHERE features <> ''
"""


class Duck:
    """The engine of this machine.

    With a folder its database stays there. A run that is stopped loses at most one batch of articles or one step:
    each is committed when it is done, together with the fingerprint of the change that it belongs to.
    """

    def __init__(self, folder: Path | None, memory: str) -> None:
        self._folder = folder
        self._memory = memory

    def near(self, marks: Mapping[str, str], features: Features, progress: Progress) -> list[Pair]:
        """See :class:`~annotated_corpus.neighbours.engine.Engine`."""
        if self._folder is None:
            with tempfile.TemporaryDirectory(prefix="annotated-corpus-") as folder:
                return self._run(Path(folder), marks, features, progress)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CorpusError(
                Diagnostic(Code.WRITE, f"the folder cannot be made: {error.strerror}", str(self._folder))
            ) from None
        return self._run(self._folder, marks, features, progress)

    def _run(
        self, folder: Path, marks: Mapping[str, str], features: Features, progress: Progress, again: bool = True
    ) -> list[Pair]:
        """Run once; a state that turns out to be damaged is thrown away, and made again where ``again`` allows it."""
        import duckdb  # noqa: PLC0415 - small corpora must not wait for it

        try:
            with closing(_open(folder, self._memory)) as connection:
                return _Run(connection, folder, progress).near(marks, features)
        except duckdb.OutOfMemoryException:
            message = (
                f"{self._memory} of memory is too little for so many articles; allow more by corpus_memory or --memory"
            )
            raise CorpusError(Diagnostic(Code.OPTION, message)) from None
        except (duckdb.Error, OSError) as error:
            if _locked(error):
                message = "another run is using this folder; wait until it has ended, then start again"
                raise CorpusError(Diagnostic(Code.WRITE, message, str(folder))) from None
            if not again or _full(error):
                reason = str(error).splitlines()[0]
                raise CorpusError(Diagnostic(Code.WRITE, f"the index cannot be kept ({reason})", str(folder))) from None
        with suppress(OSError):
            _forget(folder)
        return self._run(folder, marks, features, progress, again=False)


def _version() -> str:
    """Return what a state depends on beside the articles."""
    steps = (*plan.ALL_NEW, *plan.SOME_NEW, *plan.ALL_AGAIN, *plan.sums(plan.few(0)), *plan.RANKING)
    text = "\n".join(f"{name} {columns}" for name, columns in _TABLES.items()) + "\n".join(each.query for each in steps)
    return hashlib.sha256(text.encode()).hexdigest()


def _open(folder: Path, memory: str) -> DuckDBPyConnection:
    """Open the state; one that another version wrote, or that is damaged, is made anew."""
    import duckdb  # noqa: PLC0415 - see above

    path = folder / STATE
    options: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": memory,
        "temp_directory": str(folder / "spill"),
        "preserve_insertion_order": "false",
    }
    try:
        connection = duckdb.connect(path, config=options)
        known = connection.execute("SELECT version FROM state").fetchall()
    except duckdb.Error as error:
        if _locked(error):
            raise
        known = []
    if known != [(_version(),)]:
        if "connection" in locals():
            connection.close()
        _forget(folder)
        connection = duckdb.connect(path, config=options)
        for name, columns in _TABLES.items():
            connection.execute(f"CREATE TABLE {name} ({columns})")
        connection.execute("INSERT INTO state VALUES (?)", [_version()])
    return connection


def _forget(folder: Path) -> None:
    for name in (STATE, f"{STATE}.wal"):
        (folder / name).unlink(missing_ok=True)


def _full(error: Exception) -> bool:
    return "No space left" in str(error) or getattr(error, "errno", None) == errno.ENOSPC


def _locked(error: Exception) -> bool:
    return "Could not set lock" in str(error) or "being used by another process" in str(error)


class _Run:
    """One call, with the database open."""

    def __init__(self, connection: DuckDBPyConnection, folder: Path, progress: Progress) -> None:
        self._sql = connection
        self._folder = folder
        self._progress = progress

    def near(self, marks: Mapping[str, str], features: Features) -> list[Pair]:
        known = self._marks("article")
        changed = sorted(name for name, mark in marks.items() if known.get(name) != mark)
        removed = sorted(known.keys() - marks.keys())
        if changed or removed:
            self._load({name: marks[name] for name in changed}, features)
            change = hashlib.sha256(repr((sorted(known.items()), sorted(marks.items()))).encode()).hexdigest()
            cut = plan.few(len(marks))
            again = cut != plan.few(len(known))
            first = plan.ALL_NEW if not known else plan.ALL_AGAIN if again else plan.SOME_NEW
            steps = [*first, *plan.sums(cut)]
            self._changed([*changed, *removed])
            for place, step in enumerate(steps):
                self._progress("finding candidates", place, len(steps))
                self._materialise(step, change)
            self._atomically(lambda: self._apply(marks, steps, bool(known), again))
            self._progress("finding candidates", len(steps), len(steps))
        names = {number(name): name for name in marks}
        return named(self._sql.execute("SELECT one, two, shared FROM near").fetchall(), names)

    def _marks(self, table: str) -> dict[str, str]:
        return dict(self._sql.execute(f"SELECT name, mark FROM {table}").fetchall())

    def _load(self, marks: Mapping[str, str], features: Features) -> None:
        """Stage the features of these articles, but for those staged already."""
        staged = self._marks("staged")
        stale = [[number(name)] for name, mark in staged.items() if marks.get(name) != mark]
        if stale:
            self._sql.executemany("DELETE FROM incoming WHERE article = ?", stale)
            self._sql.executemany("DELETE FROM staged WHERE key = ?", stale)
        wanted = [name for name, mark in marks.items() if staged.get(name) != mark]
        path = self._folder / "incoming.tsv"
        at = 0
        for lines in rows(wanted, features, self._progress, len(marks) - len(wanted)):
            batch = wanted[at : at + len(lines)]
            at += len(lines)
            path.write_text("\n".join(lines) + "\n", "utf-8")
            self._atomically(lambda batch=batch: self._stage(path, batch, marks))  # type: ignore[misc]
        path.unlink(missing_ok=True)

    def _stage(self, path: Path, batch: Sequence[str], marks: Mapping[str, str]) -> None:
        self._sql.execute(_LOAD, [str(path)])
        self._insert("staged", [(name, marks[name], number(name)) for name in batch])

    def _changed(self, names: Sequence[str]) -> None:
        self._sql.execute("DELETE FROM changed")
        self._insert("changed", [(number(name),) for name in names])

    def _insert(self, table: str, values: Sequence[tuple[object, ...]]) -> None:
        """Insert rows, their columns as lists: ten times faster than one statement a row."""
        if values:
            columns = [list(column) for column in zip(*values, strict=True)]
            marks = ", ".join("unnest(?)" for _ in columns)
            self._sql.execute(f"INSERT INTO {table} SELECT {marks}", columns)

    def _materialise(self, step: plan.Step, change: str) -> None:
        if self._sql.execute("SELECT 1 FROM done WHERE step = ? AND change = ?", [step.name, change]).fetchone():
            return

        def make() -> None:
            self._sql.execute(f"CREATE OR REPLACE TABLE {step.name} AS {step.query}")
            self._sql.execute("DELETE FROM done WHERE step = ?", [step.name])
            self._sql.execute("INSERT INTO done VALUES (?, ?)", [step.name, change])

        self._atomically(make)

    def _apply(self, marks: Mapping[str, str], steps: Sequence[plan.Step], grown: bool, again: bool) -> None:
        """Make the state that of the changed corpus; the sums are whole if all were made again."""
        run = self._sql.execute
        if grown:
            run("DELETE FROM posting WHERE article IN (SELECT article FROM changed)")
            run("INSERT INTO posting SELECT article, feature FROM incoming")
            run("DELETE FROM incoming")
        else:
            self._replace("posting", "incoming")
            run(f"CREATE TABLE incoming ({_TABLES['incoming']})")
        if grown and not again:
            run("""CREATE OR REPLACE TABLE merged AS
                SELECT one, two, CAST(SUM(shared) AS BIGINT) AS shared
                FROM (SELECT pair.* FROM pair SEMI JOIN delta USING (one, two) UNION ALL FROM delta)
                GROUP BY one, two HAVING SUM(shared) <> 0""")
            run("DELETE FROM pair USING delta WHERE pair.one = delta.one AND pair.two = delta.two")
            run("INSERT INTO pair FROM merged")
            run("DROP TABLE merged")
        else:
            self._replace("pair", "delta")
        for step in plan.RANKING:
            run(f"CREATE OR REPLACE TABLE {step.name} AS {step.query}")
        for step in (*steps, *plan.RANKING[:-1]):
            run(f"DROP TABLE IF EXISTS {step.name}")
        for table in ("article", "staged", "done", "changed"):
            run(f"DELETE FROM {table}")
        self._insert("article", [(name, mark, number(name)) for name, mark in sorted(marks.items())])

    def _replace(self, old: str, new: str) -> None:
        self._sql.execute(f"DROP TABLE {old}")
        self._sql.execute(f"ALTER TABLE {new} RENAME TO {old}")

    def _atomically(self, work: Callable[[], None]) -> None:
        self._sql.begin()
        try:
            work()
        except BaseException:
            self._sql.rollback()
            raise
        self._sql.commit()
