"""The engines agree, and one that cannot run says so in one line."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

from annotated_corpus import settings
from annotated_corpus.diagnostics import CorpusError
from annotated_corpus.neighbours import Pair
from annotated_corpus.neighbours.spark import Spark
from annotated_corpus.progress import silent
from tests.cli.test_commands import run

from .clusters import HERE, connect_server, standalone
from .support import corpus, near

ROOT = Path(__file__).resolve().parents[2]
NO_JAVA = {"JAVA_HOME": "/nowhere", "PATH": "/nowhere"}


def spark_near(master: str, articles: int, batch: int = 500) -> list[Pair]:
    """Run Spark in a process of its own: one that has been a client of Spark Connect can be no other any more."""
    program = (
        "import json; from annotated_corpus.neighbours import engine; from annotated_corpus.progress import silent; "
        "from annotated_corpus.neighbours.spark import Spark; from tests.neighbours.support import corpus, marks; "
        f"engine.BATCH = {batch}; made = corpus({articles}); "
        f"print(json.dumps(Spark({master!r}, '1GB').near(marks(made), made.__getitem__, silent)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT, env=os.environ | HERE
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return [Pair(*row) for row in json.loads(done.stdout)]


@pytest.mark.slow
def test_spark_gives_what_duckdb_gives_row_for_row() -> None:
    pytest.importorskip("pyspark")
    found = spark_near("local[2]", 1000)
    assert len(found) > 500
    assert found == near(corpus(1000))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("server", "extra", "modules"),
    [
        (connect_server, "spark-connect", ("pyspark", "pandas", "pyarrow", "grpc")),
        (standalone, "spark", ("pyspark",)),
    ],
)
def test_a_server_of_spark_gives_what_duckdb_gives_row_for_row(
    server: Callable[[Path], AbstractContextManager[str]],
    extra: str,
    modules: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in modules:
        pytest.importorskip(name, reason=f"the extra {extra} is not installed")
    for name, value in HERE.items():
        monkeypatch.setenv(name, value)
    with server(tmp_path) as master:
        assert spark_near(master, 1000) == near(corpus(1000))
        for engine, options in (("duckdb", ()), ("spark", ("--master", master))):
            done = run("analyze", "seeds", "--out", tmp_path / engine, "--engine", engine, *options)
            assert done.returncode == 0, done.stderr
    files = [{path.name: path.read_bytes() for path in (tmp_path / each).iterdir()} for each in ("duckdb", "spark")]
    assert files[0] == files[1]


@pytest.mark.slow
def test_spark_joins_many_batches() -> None:
    pytest.importorskip("pyspark")
    assert spark_near("local[2]", 101, batch=2) == near(corpus(101))


def test_without_pyspark_a_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(CorpusError, match=r"sphinx-annotated-corpus\[spark\]"):
        Spark("local[*]", "1GB").near({"one": ""}, lambda _: (), silent)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("master", "environment"), [("local[1]", NO_JAVA), ("sc://127.0.0.1:1", {}), ("spark://127.0.0.1:1", {})]
)
def test_spark_that_cannot_start_is_one_line_and_exit_code_1(
    tmp_path: Path, master: str, environment: dict[str, str]
) -> None:
    pytest.importorskip("pyspark")
    command = [sys.executable, "-m", "annotated_corpus.cli.main", "analyze", "seeds", "--out", str(tmp_path / "out")]
    command[1:3] = ["-c", "import sys; from annotated_corpus.cli import main; sys.exit(main(sys.argv[1:]))"]
    command += ["--engine", "spark", "--master", master]
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith("error: the engine spark")
    assert master in last
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("option", "value", "wanted"),
    [("engine", "sparc", '"auto" or "duckdb" or "spark"'), ("memory", "2", '"4GB"'), ("master", "here", "sc://host")],
)
def test_an_option_that_may_not_be(option: str, value: str, wanted: str, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=wanted):
        settings.from_mapping({option: value})
    done = run("analyze", "seeds", "--out", tmp_path / "out", f"--{option}", value)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_two_articles_may_ask_for_duckdb(tmp_path: Path) -> None:
    for engine in ("auto", "duckdb"):
        done = run("analyze", "seeds", "--out", tmp_path / engine, "--engine", engine, "--work", tmp_path / "work")
        assert (done.returncode, done.stderr) == (0, "")
    names = sorted(path.name for path in (tmp_path / "auto").iterdir())
    assert all((tmp_path / "auto" / name).read_bytes() == (tmp_path / "duckdb" / name).read_bytes() for name in names)
    assert (tmp_path / "work" / "neighbours.duckdb").exists()
