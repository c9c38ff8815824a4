"""Real servers of Spark on this machine, from what the wheel of PySpark has; each is stopped whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

LONGEST = 120
HERE = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_NO_DAEMONIZE": "1"}


@contextmanager
def connect_server(folder: Path) -> Iterator[str]:
    """Run a Spark Connect server and yield its address."""
    port = free_port()
    options = {
        "spark.connect.grpc.binding.address": "127.0.0.1",
        "spark.connect.grpc.binding.port": str(port),
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
        "spark.ui.enabled": "false",
    }
    command = ["bin/spark-submit", "--master", "local[2]"]
    command += ["--class", "org.apache.spark.sql.connect.service.SparkConnectServer"]
    command += [part for name, value in options.items() for part in ("--conf", f"{name}={value}")]
    with process([*command, "spark-internal"], folder / "connect.log", port):
        yield f"sc://localhost:{port}"


@contextmanager
def standalone(folder: Path) -> Iterator[str]:
    """Run a master with one worker, as a cluster has them, and yield the address of the master."""
    port, worker = free_port(), free_port()
    address = f"spark://localhost:{port}"
    first = ["bin/spark-class", "org.apache.spark.deploy.master.Master"]
    second = ["bin/spark-class", "org.apache.spark.deploy.worker.Worker", "--cores", "2", "--memory", "1g"]
    ends = ["--host", "localhost", "--webui-port", "0", "--port"]
    with ExitStack() as stack:
        stack.enter_context(process([*first, *ends, str(port)], folder / "master.log", port))
        command = [*second, "--work-dir", str(folder / "work"), *ends, str(worker), address]
        stack.enter_context(process(command, folder / "worker.log", worker))
        yield address


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


@contextmanager
def process(command: Sequence[str], log: Path, port: int) -> Iterator[None]:
    """Run a command of Spark in a session of its own until its port answers, and end all of it at the end."""
    import pyspark  # noqa: PLC0415 - an extra

    home = Path(pyspark.__file__).parent
    with log.open("wb") as output:
        run = subprocess.Popen(
            command,
            cwd=log.parent,
            executable=home / command[0],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **HERE, "SPARK_HOME": str(home)},
            start_new_session=True,
        )
    try:
        end = time.monotonic() + LONGEST
        while not answers(port):
            if run.poll() is not None or time.monotonic() > end:
                raise RuntimeError(f"{command[0]} did not start:\n{log.read_text('utf-8', 'replace')[-3000:]}")
            time.sleep(0.2)
        yield
    finally:
        os.killpg(run.pid, signal.SIGTERM)
        try:
            run.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(run.pid, signal.SIGKILL)
            run.wait()


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
    except OSError:
        return False
    return True
