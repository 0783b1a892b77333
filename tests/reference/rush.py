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


def measure(seeds: Sequence[int]) -> Finding:
    """S until the last has left, for each free speed; who lies hurt does not leave, and it is then LIMIT."""
    times = {speed: [float(run(hurry(speed), seed).last_seen().max()) for seed in seeds] for speed in RUSH}
    medians = [float(np.median(found)) for found in times.values()]
    told = ", ".join(f"{speed:g} m/s {median:.0f} s" for speed, median in zip(RUSH, medians, strict=True))
    fastest = int(np.argmin(medians))
    return Finding(told, 0 < fastest < len(RUSH) - 1 and medians[-1] > medians[fastest], {"rush": times})


CLAIMS = (
    Claim(
        "faster is slower, door of 1 m",
        SOURCE,
        "the room empties fastest at a middling speed, slower again at 5 m/s (medians)",
        measure,
        seeds=(1, 2, 3, 4),
    ),
)
