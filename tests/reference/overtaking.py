"""NIST 2.10: twenty-four people behind one who is slow and wide, in a corridor of 2 m: later, but all out."""

from collections.abc import Sequence

from tests.reference.claim import Claim, Finding
from tests.reference.scene import Floor, Scene
from tests.reference.walked import run

SOURCE = "NIST TN 1822, 2.10"
LENGTH, WIDTH = 30.0, 2.0  # m
LIMIT = 150.0  # s

FLOOR = Floor(
    "lorong-lamban",
    LENGTH,
    WIDTH,
    exits={"keluar": [[LENGTH - 1.0, 0.0], [LENGTH, WIDTH]]},
    zones={"belakang": [[0.0, 0.0], [9.0, WIDTH]], "depan": [[10.0, 0.4], [11.2, 1.6]]},
)


def _behind(role: str) -> Scene:
    """24 behind one of `role`."""
    crowd = {
        "depan": {"role": role, "count": 1, "in": "depan", "plan": ["leave"]},
        "orang": {"role": "tetap", "count": 24, "in": "belakang", "plan": ["leave"]},
    }
    return Scene(f"n2-10-{role}", SOURCE, FLOOR, crowd, LIMIT, tuple(crowd))


CONTROL, SLOW = _behind("tetap"), _behind("lamban")
SCENES = (CONTROL, SLOW)


def measure(seeds: Sequence[int]) -> Finding:
    """S until the last of the 24 is out, and of all, without and with the slow one."""
    told, holds = [], True
    for seed in seeds:
        control, slow = run(CONTROL, seed), run(SLOW, seed)
        before, after = (float(walked.last_seen("orang").max()) for walked in (control, slow))
        all_before, all_after = (float(walked.last_seen().max()) for walked in (control, slow))
        told.append(f"24: {before:.0f} and {after:.0f} s, all: {all_before:.0f} and {all_after:.0f} s")
        holds &= all_after > all_before and after >= before and all_after < LIMIT - 1.0
    return Finding("; ".join(told), holds)


CLAIMS = (
    Claim(
        "N2.10 slow and wide",
        SOURCE,
        "it takes longer than without the slow one; nobody is stuck",
        measure,
        seeds=(1, 2, 3, 4),
        daily=lambda: measure((1,)),
    ),
)
