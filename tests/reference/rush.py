"""Faster is slower: Helbing, Farkas and Vicsek 2000. 150 people who all push leave a room by a door of 1 m.

With free speeds from 0.5 to 5 m/s the room empties fastest at about 1.5 m/s and then slower again: haste jams the door.
Each pushes with what the driving force of that paper gives a body of 58.5 kg that is stopped, m v0 / tau, up to 400 N.
"""

from collections.abc import Sequence

import numpy as np

from tests.reference.catalogue import RUSH
from tests.reference.claim import Claim, Finding
from tests.reference.scene import Floor, Scene
from tests.reference.walked import run

SOURCE = "Helbing, Farkas, Vicsek 2000; crowd-model.md 1.5"
PEOPLE = 150
DRIVE, STRONGEST = 58.5 / 0.5, 400.0  # N per m/s; N, friction-limited: crowd-model.md 4
LIMIT = 400.0  # s
UNHURT = 4.0  # m/s up to which nobody is hurt there: injuries begin with 5 m/s; Helbing, Farkas, Vicsek 2000

FLOOR = Floor(
    "pintu-buru",
    15.4,
    10.0,
    exits={"keluar": [[13.4, 0.0], [15.4, 10.0]]},
    zones={"ruang": [[0.0, 0.0], [9.5, 10.0]]},
    solid={"bawah": [[10.0, 0.0], [10.4, 4.5]], "atas": [[10.0, 5.5], [10.4, 10.0]]},
)


def hurry(speed: float) -> Scene:
    """All at the free speed `speed` m/s."""
    push = min(DRIVE * speed, STRONGEST)
    role = f"laju-{speed:g}".replace(".", "-")
    crowd = {"orang": {"role": role, "count": PEOPLE, "in": "ruang", "plan": [{"leave": {"push": push}}]}}
    return Scene(f"buru-{speed:g}".replace(".", "-"), SOURCE, FLOOR, crowd, LIMIT, ("orang",))


SCENES = tuple(map(hurry, RUSH))


def emptied(speed: float, seed: int) -> tuple[float, float]:
    """S until the last has left, LIMIT where somebody never does; and the share who leave."""
    walked = run(hurry(speed), seed)
    seen = walked.last_seen()
    return float(seen.max()), float((seen < LIMIT - 1.0).mean())


def measure(seeds: Sequence[int]) -> Finding:
    """Medians over the seeds, for each free speed; who lies hurt in the door shuts it."""
    found = {speed: [emptied(speed, seed) for seed in seeds] for speed in RUSH}
    medians = {speed: np.median(each, axis=0) for speed, each in found.items()}
    told = ", ".join(
        f"{speed:g} m/s {time:.0f} s" if share == 1.0 else f"{speed:g} m/s {share:.0%} leave"
        for speed, (time, share) in medians.items()
    )
    fastest = min(RUSH, key=lambda speed: medians[speed][0])
    empties = all(share == 1.0 for speed, (_, share) in medians.items() if speed <= UNHURT)
    holds = empties and RUSH[0] < fastest < RUSH[-1] and medians[RUSH[-1]][0] > medians[fastest][0]
    return Finding(told, bool(holds), {"rush": {speed: [time for time, _ in each] for speed, each in found.items()}})


CLAIMS = (
    Claim(
        "faster is slower, door of 1 m",
        SOURCE,
        "the room empties fastest at a middling speed, slower again at 5 m/s (medians); all leave up to 4 m/s",
        measure,
        seeds=(1, 2, 3, 4),
        fails="haste pays up to 1.5 m/s and nobody is hurt, but from 2 m/s on what presses from every side is more "
        "than a body bears within seconds, and those who lie in the door shut it; friction, which bears most of it in "
        "the study, would lock bodies as rigid as ours into arches that never open",
    ),
)
