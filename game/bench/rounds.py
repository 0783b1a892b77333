"""Engines in turns: each walks a second, then the next; who begins changes from round to round."""

import json
import math
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from game.bench.door import crowd_at_the_door
from game.bench.engines import OURS, Second, engines
from game.rules.advance import advance

SIZES = (500, 1000, 2000, 5000, 10_000)  # people; issue 4, "Fast"
WARM_UP = 1  # s that each engine walks unmeasured: what is compiled on the first call, and the start from rest; guess
ROUNDS = 5  # seconds measured of each; guess
MEMORY_TICKS = 60  # two seconds walked before the memory is read; guess


@dataclass(frozen=True)
class Contest:
    """ms per simulated second that each engine took, round by round."""

    people: int
    milliseconds: dict[str, list[float]]

    def median(self, engine: str) -> float:
        """Ms per simulated second, the round in the middle; nan for an engine that gave up in one."""
        return float(np.median(self.milliseconds[engine]))

    def ratio(self, engine: str) -> float:
        """How many times as long as ours `engine` takes."""
        return self.median(engine) / self.median(OURS)

    @property
    def real_time_factor(self) -> float:
        """Simulated seconds in one real second of ours, without recording."""
        return 1000.0 / self.median(OURS)


def contest(people: int, rounds: int = ROUNDS) -> Contest:
    """All engines with `people` each, in turns."""
    runners = engines(people)
    for second in runners.values():
        for _ in range(WARM_UP):
            _milliseconds(second)
    taken: dict[str, list[float]] = {name: [] for name in runners}
    for turn in range(rounds):
        for name in _rotated(list(runners), turn):
            taken[name].append(_milliseconds(runners[name]))
    return Contest(people, taken)


def _rotated(names: list[str], turn: int) -> list[str]:
    first = turn % len(names)
    return names[first:] + names[:first]


def _milliseconds(second: Second) -> float:
    """Nan where the engine gives up: people of a social force of 0.05 s fly through walls at 3 /m²; measured."""
    began = time.perf_counter()
    try:
        second()
    except RuntimeError:
        return math.nan
    return 1000.0 * (time.perf_counter() - began)


def peak_memory(people: int) -> float | None:
    """MB that a process of ours with `people` held at most, in one of its own; None where the system does not tell."""
    if not Path("/proc/self/status").exists():
        return None
    code = f"from game.bench.rounds import hold; hold({people})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(json.loads(done.stdout))


def hold(people: int) -> None:
    """Walk `people` a little and print how much memory this process has held, MB."""
    world = crowd_at_the_door(people)
    for _ in range(MEMORY_TICKS):
        advance(world)
    # Not getrusage: it remembers what the process that started this one held.
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    kilobytes = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    sys.stdout.write(f"{int(kilobytes) / 1024:.1f}\n")
