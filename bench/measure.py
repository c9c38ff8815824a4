"""What a command costs, in a process of its own, and how two or more compare when they run in turn.

Seconds are of the processor, with those of all child processes that were waited for. Memory is the peak of the sum of
the proportional set sizes of all processes of the command, looked at every tenth of a second; where the system has no
such figures it is the peak resident size of the largest process, and named so. Nothing here asserts anything.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from threading import Event, Thread
from typing import Any

PROC = Path("/proc")
MEMORY = "peak PSS" if (PROC / "self" / "smaps_rollup").exists() else "peak RSS"
INTERVAL = 0.1
_PSS = re.compile(rb"^Pss: +(\d+) kB", re.MULTILINE)

Row = dict[str, Any]
Heed = Callable[[Row, float], None]


@dataclass(frozen=True)
class Cost:
    """Seconds of the processor and of the clock, memory in megabytes, and the last row that the command printed."""

    cpu: float
    wall: float
    memory: float
    result: Row


class Clock:
    """Tells the process that measures, on standard output, what each stage of this one cost."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self._last = self._now()

    def _now(self) -> float:
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        return time.process_time() + children.ru_utime + children.ru_stime

    def lap(self, stage: str) -> None:
        """Count what came since the last call for a stage that goes on, or alternates with another."""
        self.stages[stage] = self.stages.get(stage, 0.0) + self._now() - self._last
        self.skip()

    def skip(self) -> None:
        """Count nothing of what came since the last call."""
        self._last = self._now()

    def end(self, *stages: str) -> None:
        """Count what came since the last call for the last of these stages, and tell of all: they have ended."""
        self.lap(stages[-1])
        for stage in stages:
            tell({"stage": stage, "seconds": self.stages[stage]})
        self.skip()


def tell(row: Row) -> None:
    """Print a row for the process that measures."""
    print(json.dumps(row), flush=True)


def run(command: Sequence[str], heed: Heed = lambda row, memory: None) -> Cost:
    """Run a command and return what it cost.

    Args:
        command: what to run; lines of JSON on its standard output are its rows.
        heed: is called with each row as it comes, and the peak of memory since the one before.

    Raises:
        subprocess.CalledProcessError: the command failed.
    """
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        watch = _Watch(process.pid)
        peak, result = 0.0, {}
        try:
            assert process.stdout
            for line in process.stdout:
                if line.startswith("{"):
                    result = json.loads(line)
                    memory = watch.take()
                    peak = max(peak, memory)
                    heed(result, memory)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        except BaseException:
            os.killpg(process.pid, signal.SIGTERM)
            raise
        finally:
            peak = max(peak, watch.stop())
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    if MEMORY == "peak RSS":
        peak = used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    return Cost(used.ru_utime + used.ru_stime, time.monotonic() - begun, peak, result)


def module(name: str, *arguments: object, heed: Heed = lambda row, memory: None) -> Cost:
    """Run a module of this folder; see :func:`run`."""
    return run([sys.executable, "-m", f"bench.{name}", *map(str, arguments)], heed)


def arguments(
    about: str | None, sizes: Sequence[int], often: str = "by default five, fewer from 3,000 articles up"
) -> argparse.ArgumentParser:
    """Return the arguments that every part of the bench has: sizes, rounds and the seed of the archives."""
    parser = argparse.ArgumentParser(description=(about or "").splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="+", default=sizes)
    parser.add_argument("--rounds", type=int, help=often)
    parser.add_argument("--seed", type=int, default=1)
    return parser


def rounds(articles: int) -> int:
    """Return how often to run what is compared: five times, but fewer where once takes long."""
    return 5 if articles <= 1000 else 3 if articles <= 3000 else 1


def compare(title: str, subjects: Mapping[str, Callable[[], Cost]], times: int) -> dict[str, list[Cost]]:
    """Run the subjects in turn, so often, and the first once more; print and return what each cost.

    Printed are the medians, and for each subject but the first the median of the ratio of the first to it, round by
    round. The first against itself, from each of its runs to the next, is the control: as far as its ratio is from
    1, so much of a ratio may be noise.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in subjects}
    first = next(iter(subjects))
    for turn in range(times + 1):
        for name, work in subjects.items():
            if turn < times or name == first:
                costs[name].append(work())
                cost = costs[name][-1]
                print(f"{title}  run {turn + 1}  {name:28} {shown(cost)}", flush=True)
    for name, own in costs.items():
        whole = Cost(*(median(getattr(cost, part) for cost in own) for part in ("cpu", "wall", "memory")), result={})
        print(f"{title}  median {name:28} {shown(whole)}  of {len(own)}")
    own = costs[first]
    for name, others in costs.items():
        if name != first:
            ratios = [a.cpu / b.cpu for a, b in zip(own, others, strict=False)]
            _ratios(f"{title}  ratio  {first} / {name}", ratios)
    _ratios(f"{title}  control {first} / itself", [b.cpu / a.cpu for a, b in pairwise(own)])
    return costs


def shown(cost: Cost) -> str:
    """Return a cost for a reader."""
    return f"{cost.cpu:9.2f} CPU-s {cost.wall:9.2f} s {cost.memory:7.0f} MB {MEMORY}"


def _ratios(title: str, found: Sequence[float]) -> None:
    print(f"{title}  {median(found):.3f}  ({' '.join(f'{each:.3f}' for each in found)})", flush=True)


class _Watch:
    """Looks at the memory of a session of processes, in a thread."""

    def __init__(self, session: int) -> None:
        self._session = session
        self._peak = 0.0
        self._over = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def take(self) -> float:
        """Return the peak since the last call, in megabytes."""
        peak, self._peak = max(self._peak, self._now()), 0.0
        return peak

    def stop(self) -> float:
        """End the looking and return the peak since the last call."""
        self._over.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        pause = INTERVAL
        while not self._over.wait(pause):
            begun = time.monotonic()
            self._peak = max(self._peak, self._now())
            pause = max(INTERVAL, 10 * (time.monotonic() - begun))  # a look at much memory holds up whose it is

    def _now(self) -> float:
        found = 0
        if MEMORY == "peak PSS":
            for folder in self._processes():
                with suppress(OSError):  # it has ended
                    found += sum(map(int, _PSS.findall((folder / "smaps_rollup").read_bytes())))
        return found / 1024

    def _processes(self) -> Iterator[Path]:
        for folder in PROC.iterdir():
            if folder.name.isdecimal():
                with suppress(OSError):
                    # behind the name of the program, in brackets: state, parent, group, session
                    if int((folder / "stat").read_bytes().rpartition(b")")[2].split()[3]) == self._session:
                        yield folder
