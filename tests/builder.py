"""Runs sphinx-build as a shell would, but for its imports: a process that has made them forks for every build.

To import Sphinx and its extensions takes a third of the time of a build of our two articles.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

IMPORTED = """
    sphinx.cmd.build sphinx.jinja2glue sphinx.versioning babel.dates requests pygments.formatters.html
    myst_parser.sphinx_ext.main sphinx_design.extension furo annotated_corpus.sphinx_glue.build
""".split()
READ_AT_START = ("PYTHONHASHSEED", "PYTHONPATH")
"""What Python heeds only when it starts."""


class Ended(NamedTuple):
    """How a build ended, and what it wrote to its two outputs."""

    code: int
    said: str


def sphinx_build(arguments: Sequence[str], environment: Mapping[str, str]) -> Ended:
    """Run sphinx-build with these arguments in this environment."""
    if any(environment.get(name) != os.environ.get(name) for name in READ_AT_START):
        command = [sys.executable, "-m", "sphinx", *arguments]
        done = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, env=environment
        )
        return Ended(done.returncode, done.stdout)
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.NamedTemporaryFile() as said:
        request = [said.name, list(arguments), dict(environment), str(Path.cwd())]
        print(json.dumps(request), file=server.stdin, flush=True)
        code = int(server.stdout.readline())
        return Ended(code, said.read().decode("utf-8"))


@cache
def _server() -> subprocess.Popen[str]:
    """Start the process that forks; it ends when its input does."""
    command = [sys.executable, "-m", "tests.builder"]
    root = Path(__file__).parents[1]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root)
    atexit.register(server.communicate)
    return server


def main() -> None:
    """Fork for each line of the input, and answer with the exit code."""
    for name in (*IMPORTED, *importlib.import_module("sphinx.application").builtin_extensions):
        importlib.import_module(name)
    gc.freeze()
    while line := sys.stdin.readline():
        said, arguments, environment, folder = json.loads(line)
        child = os.fork()
        if child == 0:
            _build(said, arguments, environment, folder)
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _build(said: str, arguments: Sequence[str], environment: Mapping[str, str], folder: str) -> None:
    output = os.open(said, os.O_WRONLY | os.O_APPEND)
    for number in (1, 2):
        os.dup2(output, number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["sphinx-build", *arguments]
    sys.exit(sys.modules["sphinx.cmd.build"].main(arguments))


if __name__ == "__main__":
    main()
