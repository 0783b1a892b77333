"""NIST TN 1822 case 2.8: two rooms of 10 m, joined by a corridor of 10 × 2 m; 100 people against 0, 10, 50, 100.

The reference names the time of the last arrival, which must rise with the opposition. JuPedSim's own standard model
deadlocks here (crowd-model.md 0). Ours [I]: all arrive within 400 s against 10 and against 50.
"""

from collections.abc import Sequence

import numpy as np

from tests.reference.claim import Claim, Finding
from tests.reference.scene import Floor, Scene
from tests.reference.walked import run

SOURCE = "NIST TN 1822, 2.8"
LIMIT = 400.0  # s; crowd-model.md 1.1
WEST, EAST = "ke-timur", "ke-barat"  # who starts there
OPPOSED = (0, 10, 50, 100)
MUST = (10, 50)

FLOOR = Floor(
    "dua-ruang",
    30.0,
    10.0,
    exits={"timur": [[26.0, 0.0], [30.0, 10.0]], "barat": [[0.0, 0.0], [4.0, 10.0]]},
    zones={"ruang-barat": [[0.0, 0.0], [10.0, 10.0]], "ruang-timur": [[20.0, 0.0], [30.0, 10.0]]},
    solid={"selatan": [[10.0, 0.0], [20.0, 4.0]], "utara": [[10.0, 6.0], [20.0, 10.0]]},
)


def against(opposed: int) -> Scene:
    """100 against `opposed`."""
    crowd = {WEST: {"role": "walker", "count": 100, "in": "ruang-barat", "plan": [{"leave": {"by": "timur"}}]}}
    if opposed:
        crowd[EAST] = {"role": "walker", "count": opposed, "in": "ruang-timur", "plan": [{"leave": {"by": "barat"}}]}
    return Scene(f"n2-8-lawan-{opposed}", SOURCE, FLOOR, crowd, LIMIT, tuple(crowd))


SCENES = tuple(against(opposed) for opposed in OPPOSED)


def arrivals(opposed: int, seed: int) -> tuple[int, float]:
    """How many of the 100 arrived, and s at which the last of them did."""
    walked = run(against(opposed), seed)
    seen = walked.last_seen(WEST)
    gone = seen < walked.seconds - 2.0 / walked.hz if walked.seconds >= LIMIT - 1.0 else np.full(len(seen), True)
    return int(gone.sum()), float(seen.max())


def measure(seeds: Sequence[int]) -> Finding:
    """All cases over `seeds`."""
    told, holds, medians = [], True, []
    for opposed in OPPOSED:
        found = [arrivals(opposed, seed) for seed in seeds]
        told.append(f"{opposed}: " + ", ".join(f"{last:.0f} s" if n == 100 else f"{n} arrived" for n, last in found))
        holds &= opposed not in MUST or all(count == 100 for count, _ in found)
        medians.append(float(np.median([last for _, last in found])))
    rises = all(np.diff(medians) > 0.0) or medians[-2:] == [LIMIT, LIMIT]
    return Finding("; ".join(told), holds and rises)


def daily() -> Finding:
    """100 against 10, one seed."""
    count, last = arrivals(10, 1)
    return Finding(f"10: {count} arrived, the last after {last:.0f} s", count == 100)


CLAIMS = (
    Claim(
        "N2.8 counterflow, 100 against 0, 10, 50, 100",
        SOURCE,
        "the last arrival rises with the opposition; all within 400 s against 10 and 50",
        measure,
        seeds=(1, 2, 3, 4, 5, 6),
        daily=daily,
    ),
)
