"""Running programs as processes of their own, in turns, and what that took."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from figures import Measured

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Program:
    """A process to be measured; `clean` is a folder that it shall find empty."""

    id: str
    title: str
    argv: Sequence[str]
    clean: Path | None = None


def measure(progs: list[Program], rounds: int, compiled: Path) -> dict[str, Measured]:
    """Run the programs in turns; one round before the first one that counts.

    In that round Python keeps what it compiles in the folder `compiled`, whatever it does
    elsewhere: an installed program is always compiled.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": str(compiled)}
    found = {program.id: Measured() for program in progs}
    for number in range(rounds + 1):
        for program in progs:
            wall, cpu = run(program, environment)
            if number:
                found[program.id].wall.append(wall)
                found[program.id].cpu.append(cpu)
    return found


def run(program: Program, environment: dict[str, str]) -> tuple[float, float]:
    """Run a program once; its seconds on the clock and of the processor."""
    if program.clean:
        shutil.rmtree(program.clean, ignore_errors=True)
        program.clean.mkdir(parents=True)
    before, start = _children(), time.perf_counter()
    done = subprocess.run(program.argv, cwd=ROOT, env=environment, capture_output=True, check=False)
    wall, cpu = time.perf_counter() - start, _children() - before
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip()
        raise SystemExit(f"bench: {program.title} failed ({done.returncode}):\n{said}")
    return wall, cpu


def _children() -> float:
    """Seconds of the processor that ended child processes took so far."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime
