"""Apache Spark runs the plan: for archives that live on a cluster or outgrow one machine."""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from annotated_corpus.diagnostics import Code, CorpusError, Diagnostic
from annotated_corpus.neighbours import plan
from annotated_corpus.neighbours.engine import Features, Pair, named, rows
from annotated_corpus.neighbours.features import number
from annotated_corpus.progress import Progress

_PATIENCE = 20
"""For so many seconds a Spark Connect server is waited for."""
_LOAD = """
    SELECT CAST(article AS BIGINT) AS article, CAST(feature AS BIGINT) AS feature
    FROM staged LATERAL VIEW explode(split(features, ' ')) AS feature WHERE features <> ''
"""


class Spark:
    """The engine of a cluster, or of this machine with ``local[*]``.

    It keeps no state: every run computes all. Each step is kept by the executors, and spills to their disks.
    """

    def __init__(self, master: str, memory: str) -> None:
        self._master = master
        self._memory = memory

    def near(self, marks: Mapping[str, str], features: Features, progress: Progress) -> list[Pair]:
        """See :class:`~annotated_corpus.neighbours.engine.Engine`."""
        session = self.session()
        try:
            return _run(session, marks, features, progress)
        except CorpusError:
            raise
        except Exception as error:  # whatever the JVM, its gateway or the connection to a server raise
            raise CorpusError(_wrong(f"stopped at {self._master!r} ({_reason(error)})")) from None
        finally:
            with suppress(Exception):  # of a session that is lost already
                session.stop()

    def session(self) -> Any:
        """Return a session of Spark; raise CorpusError if there can be none."""
        try:
            sql = importlib.import_module("pyspark.sql")
        except ImportError:
            raise CorpusError(_wrong('needs PySpark: pip install "sphinx-annotated-corpus[spark]"')) from None
        if self._master.startswith("sc://"):
            try:
                for name in ("pandas", "pyarrow", "grpc"):  # without them PySpark ends the whole program
                    importlib.import_module(name)
            except ImportError:
                wrong = f'needs more for {self._master!r}: pip install "sphinx-annotated-corpus[spark-connect]"'
                raise CorpusError(_wrong(wrong)) from None
        builder = sql.SparkSession.builder.appName("annotated-corpus")
        try:
            if self._master.startswith("sc://"):
                _wait_for(self._master)
                return builder.remote(self._master).getOrCreate()
            options = {
                "spark.ui.enabled": "false",
                "spark.ui.showConsoleProgress": "false",
                "spark.driver.memory": self._memory.replace(" ", "").lower().removesuffix("b"),
                "spark.log.level": "ERROR",
            }
            if self._master.startswith("local"):
                # Nothing but this process has to reach it, and many machines cannot resolve their own name.
                os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
                options |= {"spark.sql.shuffle.partitions": "8", "spark.driver.host": "127.0.0.1"}
            for name, value in options.items():
                builder = builder.config(name, value)
            return builder.master(self._master).getOrCreate()
        except Exception as error:  # as above: no Java, no such master, no answer
            raise CorpusError(_wrong(f"cannot start at {self._master!r} ({_reason(error)})")) from None


def _wait_for(server: str) -> None:
    """Return when a Spark Connect server answers: the client would try a wrong address for ten minutes."""
    grpc = importlib.import_module("grpc")
    channel = importlib.import_module("pyspark.sql.connect.client").DefaultChannelBuilder(server).toChannel()
    try:
        grpc.channel_ready_future(channel).result(timeout=_PATIENCE)
    except grpc.FutureTimeoutError:
        raise TimeoutError(f"no answer in {_PATIENCE} seconds") from None
    finally:
        channel.close()


def _run(session: Any, marks: Mapping[str, str], features: Features, progress: Progress) -> list[Pair]:
    names = {number(name): name for name in marks}
    incoming = _incoming(session, marks, features, progress)
    if incoming is None:
        return []
    incoming.createOrReplaceTempView("incoming")
    pair = plan.Step("pair", "SELECT one, two, shared FROM delta WHERE shared > 0")
    steps = (*plan.ALL_NEW, *plan.sums(plan.few(len(marks))), pair, *plan.RANKING)
    for place, step in enumerate(steps):
        progress("finding candidates", place, len(steps))
        made = session.sql(step.query).cache()
        made.count()
        made.createOrReplaceTempView(step.name)
    found = [tuple(row) for row in session.table("near").collect()]
    progress("finding candidates", len(steps), len(steps))
    return named(found, names)


def _incoming(session: Any, marks: Mapping[str, str], features: Features, progress: Progress) -> Any:
    """Return the table of that name, or None without articles.

    Each batch stays with the executors, and so does their union: as mere queries they would be in the query of every
    step, and a chain of some hundred unions overflows the stack of Spark and that of a client of Spark Connect.
    """
    parts = []
    for lines in rows(sorted(marks), features, progress):
        batch = session.createDataFrame([line.split("\t") for line in lines], "article STRING, features STRING")
        batch.createOrReplaceTempView("staged")
        parts.append(session.sql(_LOAD).coalesce(1).localCheckpoint())
    if len(parts) < 2:
        return parts[0] if parts else None
    while len(parts) > 1:
        parts = [one.union(two) for one, two in zip(parts[::2], parts[1::2], strict=False)] + parts[len(parts) & ~1 :]
    return parts[0].localCheckpoint()


def _reason(error: Exception) -> str:
    """Return the first line of an error that says something."""
    lines = [line.lstrip(": ") for line in str(error).splitlines()]
    told = [line for line in lines if line and not line.startswith("An error occurred while calling")]
    return (told[0] if told else type(error).__name__)[:200]


def _wrong(what: str) -> Diagnostic:
    return Diagnostic(Code.OPTION, f"the engine spark {what}")
