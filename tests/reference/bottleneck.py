"""Flow through a bottleneck of 0.8 … 3 m; Kretz 2006, Seyfried 2009, Daamen 2010 and others: crowd-model.md 1.4.

250 people before a wall 0.4 m deep with one door; counted while 10 % to 85 % pass, so that neither the beginning nor
the thinning end counts. J/w is 1.6 … 2.8 in the studies; pass [I]: 1.5 … 2.6, and a straight line through the widths.
"""

from collections.abc import Sequence

import numpy as np

from tests.reference.claim import Claim, Finding
from tests.reference.scene import Floor, Scene
from tests.reference.walked import Walked, run

SOURCE = "Kretz 2006, Seyfried 2009, Daamen 2010: crowd-model.md 1.4"
WIDTHS = (0.8, 1.0, 1.2, 1.6, 2.0, 2.5, 3.0)  # m
PEOPLE, FEW = 250, 120
LOW, HIGH, STRAIGHT = 1.5, 2.6, 0.9  # p/(m s), p/(m s), R²
ROOM, DOOR = 10.0, 0.4  # m: its side, the depth of its wall
FIRST, LAST = 0.10, 0.85  # share passed, between which is counted
LIMIT = 300.0  # s


def door(width: float, people: int = PEOPLE) -> Scene:
    """`people` before a door of `width` m."""
    cm, low, high = round(width * 100), (ROOM - width) / 2.0, (ROOM + width) / 2.0
    end = ROOM + DOOR
    floor = Floor(
        f"pintu-{cm}",
        end + 5.0,
        ROOM,
        exits={"keluar": [[end + 3.0, 0.0], [end + 5.0, ROOM]]},
        zones={"ruang": [[0.0, 0.0], [ROOM - 0.5, ROOM]]},
        solid={"bawah": [[ROOM, 0.0], [end, low]], "atas": [[ROOM, high], [end, ROOM]]},
    )
    crowd = {"orang": {"role": "walker", "count": people, "in": "ruang", "plan": ["leave"]}}
    return Scene(f"pintu-{cm}-{people}", SOURCE, floor, crowd, LIMIT, ("orang",))


SCENES = (*(door(width) for width in WIDTHS), door(1.0, FEW))


def flow(walked: Walked, people: int) -> float:
    """p/s through the door; NaN where too few came through."""
    passed = walked.crossed([(ROOM + DOOR, 0.0), (ROOM + DOOR, ROOM)])
    first, last = round(FIRST * people), round(LAST * people)
    return (last - first) / float(passed[last] - passed[first]) if len(passed) > last else float("nan")


def measure(seeds: Sequence[int]) -> Finding:
    """All widths over `seeds`."""
    flows = {width: [flow(run(door(width), seed), PEOPLE) for seed in seeds] for width in WIDTHS}
    per_metre = {width: [each / width for each in found] for width, found in flows.items()}
    told = ", ".join(f"{width:g} m {min(per):.2f}–{max(per):.2f}" for width, per in per_metre.items())
    inside = all(LOW <= each <= HIGH for found in per_metre.values() for each in found)
    straight = linear(list(flows), [float(np.mean(found)) for found in flows.values()])
    return Finding(f"J/w {told}; R² {straight:.3f}", inside and straight >= STRAIGHT, {"flow": flows})


def linear(x: list[float], y: list[float]) -> float:
    """R² of the straight line through the points."""
    return float(np.corrcoef(x, y)[0, 1] ** 2)


def daily() -> Finding:
    """One door of 1 m, fewer people, one seed."""
    per_metre = flow(run(door(1.0, FEW), 1), FEW)
    return Finding(f"1 m: J/w {per_metre:.2f}", LOW <= per_metre <= HIGH)


CLAIMS = (
    Claim(
        "bottleneck flow, 0.8–3 m",
        SOURCE,
        "J/w 1.5–2.6 p/(m s) at each width and seed, R² ≥ 0.9",
        measure,
        seeds=(1, 2, 3, 4),
        daily=daily,
        fails="at the narrowest door the flow is at the lower rim of the studies, on one seed of four 0.2 % below it",
    ),
)
