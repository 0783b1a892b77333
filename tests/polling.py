"""A morning at a polling station, counted: how many voters a minute have voted while others always wait."""

from pathlib import Path
from typing import Any

import numpy as np
import yaml

from game.level.build import build
from game.level.read import read_level
from game.paths import LEVELS
from game.rules.advance import advance
from game.rules.behaviours.queue import Queue
from game.world.names import ServiceName
from game.world.people import Ints
from game.world.world import World

PUBLISHED = 300 / 360  # voters a minute: 300 voters in the six hours from 07:00 to 13:00; doctrine.md 3
FILLS = 8.0  # minutes until the first have gone all the way and every booth is in its stride; guess


def voters_a_minute(folder: Path, seed: int, minutes: float = 60.0) -> float:
    """How many a minute leave the booths of the shipped station, `FILLS` minutes after opening and later."""
    world = busy_station(folder, seed, round(minutes))
    counts = []
    for until in (FILLS, minutes):
        while world.seconds < 60.0 * until:
            advance(world)
        counts.append(voted(world))
    return (counts[1] - counts[0]) / (minutes - FILLS)


def busy_station(folder: Path, seed: int, voters: int) -> World:
    """The shipped station and its staff, and one new voter a minute: a little more than the booths can take."""
    plain: dict[str, Any] = yaml.safe_load((LEVELS / "tps-pagi.yaml").read_text(encoding="utf-8"))
    crowd = plain["crowd"]
    staff = {name: group for name, group in crowd.items() if group["role"] in ("kpps", "linmas")}
    steady = crowd["pemilih"] | {"count": voters, "arrives": {"at": "1s", "spread": f"{voters}m"}}
    plain["crowd"] = staff | {"awal": crowd["pemilih-awal"], "pemilih": steady}
    plain["phases"] = {"aman": {"next": [{"to": "end", "when": {"elapsed": "600m"}}]}}
    path = folder / "tps.yaml"
    path.write_text(yaml.safe_dump(plain), encoding="utf-8")
    return build(read_level(path), seed)


def rows_of(world: World) -> Ints:
    """Everyone who came to vote."""
    return np.concatenate([group.rows for group in world.groups if group.role == "voter"])


def voted(world: World) -> int:
    """How many have left a booth."""
    booth = world.groups[-1].plan.index(Queue(ServiceName("bilik")))
    return int(np.count_nonzero(world.people.plan_step[rows_of(world)] > booth))
