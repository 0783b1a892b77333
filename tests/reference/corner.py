"""Round a corner: RiMEA test 6, twenty people in 2 m; RiMEA test 15, five hundred in 6 m."""

from collections.abc import Sequence

import pedpy
from shapely import Polygon, contains_xy

from tests.reference.claim import Claim, Finding
from tests.reference.scene import Corners, Floor, Scene
from tests.reference.walked import run

BUFFER = 0.001  # m outside the walls that are no matter
OUT_IN = 60.0  # s
LEG, NARROW, FEW = 12.0, 2.0, 20  # m, m, people; RiMEA 6
WIDE, MANY = 6.0, 500  # m, people; RiMEA 15
SHORT, LONG = 55.0, 67.0  # m, along the inner and the outer wall of the corner
QUEUE = 24.0  # m that the many fill at first
RIMEA = "RiMEA 4.1.1, test"


def _bend(name: str, leg: tuple[float, float], width: float, filled: float) -> Floor:
    """East for `leg[0]` m, then north for `leg[1]`, both along the outer wall."""
    east, north = leg
    return Floor(
        name,
        east,
        north,
        exits={"keluar": [[east - width, north - 1.0], [east, north]]},
        zones={"awal": [[0.0, 0.0], [filled, width]]},
        solid={"dalam": [[0.0, width], [east - width, north]]},
    )


def _straight(name: str, length: float) -> Floor:
    return Floor(
        name,
        length,
        WIDE,
        exits={"keluar": [[length - 1.0, 0.0], [length, WIDE]]},
        zones={"awal": [[0.0, 0.0], [QUEUE, WIDE]]},
    )


def _scene(name: str, source: str, floor: Floor, count: int) -> Scene:
    crowd = {"orang": {"role": "walker", "count": count, "in": "awal", "plan": ["leave"]}}
    return Scene(name, source, floor, crowd, 400.0, ("orang",))


SMALL = _scene("r6-sudut", f"{RIMEA} 6", _bend("sudut-2", (LEG, LEG), NARROW, LEG / 2.0), FEW)
ROUND = {
    "short": _scene("r15-pendek", f"{RIMEA} 15", _straight("lurus-55", SHORT), MANY),
    "corner": _scene("r15-sudut", f"{RIMEA} 15", _bend("sudut-6", (40.0, LONG - 40.0), WIDE, QUEUE), MANY),
    "long": _scene("r15-panjang", f"{RIMEA} 15", _straight("lurus-67", LONG), MANY),
}
SCENES = (SMALL, *ROUND.values())


def small(seeds: Sequence[int]) -> Finding:
    """Positions outside the walls, and when all are out."""
    walls: Corners = [[0, 0], [LEG, 0], [LEG, LEG], [LEG - NARROW, LEG], [LEG - NARROW, NARROW], [0, NARROW]]
    inside = pedpy.WalkableArea(Polygon(walls).buffer(BUFFER)).polygon
    told, holds = [], True
    for seed in seeds:
        walked = run(SMALL, seed, 10)
        data = walked.trajectory.data
        outside = int((~contains_xy(inside, data.x, data.y)).sum())
        last = float(walked.last_seen().max())
        told.append(f"{outside} outside, {last:.0f} s")
        holds &= outside == 0 and last < OUT_IN
    return Finding("; ".join(told), holds)


def many(seeds: Sequence[int]) -> Finding:
    """S until the last of 500 is out."""
    told, holds = [], True
    for seed in seeds:
        short, corner, long = (float(run(scene, seed).last_seen().max()) for scene in ROUND.values())
        told.append(f"{short:.1f}, {corner:.1f}, {long:.1f} s")
        holds &= short < corner < long
    return Finding("; ".join(told), holds)


CLAIMS = (
    Claim("R6 corner", f"{RIMEA} 6", "0 positions outside the walls, all out in under 60 s", small,
          daily=lambda: small((1,))),
    Claim("R15 crowd round a corner", f"{RIMEA} 15", "500 people: T(55 m) < T(corner) < T(67 m)", many,
          seeds=(1, 2, 3)),
)  # fmt: skip
