"""One person alone in a corridor of 2 × 40 m: RiMEA test 1; the same turned by 17, 45 and 90°: Jülich test 2.

And RiMEA test 7: people of four classes alone on 50 m, each to walk as fast as their class does.
"""

from collections.abc import Sequence

import numpy as np

from tests.reference.catalogue import AGES
from tests.reference.claim import Claim, Finding
from tests.reference.scene import Corners, Floor, Scene
from tests.reference.walked import run

SOURCE = "RiMEA 4.1.1, test 1"
TURNED = (0, 17, 45, 90)  # degrees
LENGTH, WIDTH = 40.0, 2.0  # m
RUN_UP, RUN_OUT = 1.0, 3.0  # m before and after what is timed
HZ = 30  # as fine as a run is
SLOWEST, FASTEST = 26.0, 34.0  # s for 40 m
SAME_WITHIN = 0.1  # s; Jülich test 2
CLASS_WITHIN = 0.03  # m/s; crowd-model.md 1.1
CROWD, LANE, WALK = 50, 1.0, 50.0  # people of each class, m of room for each, m that are timed
MARGIN = 2.0  # m round a turned corridor


def _turn(shape: Corners, degrees: float) -> np.ndarray:
    angle = np.radians(degrees)
    return np.array(shape) @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def _box(x1: float, y1: float, x2: float, y2: float) -> Corners:
    return [[x1, y1], [x2, y1], [x2, y2], [x1, y2]]


WHOLE = RUN_UP + LENGTH + RUN_OUT
PARTS = {
    "mulai": _box(RUN_UP - 0.6, 0.5, RUN_UP + 0.6, 1.5),
    "keluar": _box(WHOLE - 1.0, 0.0, WHOLE, WIDTH),
    "kiri": _box(-1.0, WIDTH, WHOLE + 1.0, WIDTH + 0.5),
    "kanan": _box(-1.0, -0.5, WHOLE + 1.0, 0.0),
    "awal": _box(-1.0, 0.0, 0.0, WIDTH),
    "akhir": _box(WHOLE, 0.0, WHOLE + 1.0, WIDTH),
}


def _placed(degrees: int) -> tuple[dict[str, np.ndarray], np.ndarray]:
    """The parts of the corridor turned, in the first quadrant; and by how much they were shifted for that."""
    turned = {name: _turn(shape, degrees) for name, shape in PARTS.items()}
    shift = MARGIN - np.min([shape.min(axis=0) for shape in turned.values()], axis=0)
    return {name: shape + shift for name, shape in turned.items()}, shift


def alone(degrees: int) -> Scene:
    """One person in the corridor turned by `degrees`."""
    parts, _ = _placed(degrees)
    width, depth = np.max([shape.max(axis=0) for shape in parts.values()], axis=0) + MARGIN
    floor = Floor(
        f"lorong-{degrees}",
        float(width),
        float(depth),
        exits={"keluar": parts["keluar"].tolist()},
        zones={"mulai": parts["mulai"].tolist()},
        solid={name: parts[name].tolist() for name in ("kiri", "kanan", "awal", "akhir")},
    )
    crowd = {"orang": {"role": "tetap", "count": 1, "in": "mulai", "plan": ["leave"]}}
    return Scene(f"r1-{degrees}", SOURCE, floor, crowd, 60.0, ("orang",))


def _classes() -> Scene:
    side = CROWD * LANE
    floor = Floor(
        "lapangan-kelas",
        WALK + 8.0,
        side * len(AGES),
        exits={"timur": [[WALK + 6.0, 0.0], [WALK + 8.0, side * len(AGES)]]},
        zones={name: [[0.0, i * side], [1.2, (i + 1) * side]] for i, name in enumerate(AGES)},
    )
    crowd = {name: {"role": name, "count": CROWD, "in": name, "plan": ["leave"]} for name in AGES}
    return Scene("r7-kelas", "RiMEA 4.1.1, test 7", floor, crowd, 150.0, tuple(crowd))


CLASSES = _classes()
SCENES = (*map(alone, TURNED), CLASSES)


def seconds(degrees: int, seed: int) -> tuple[float, float]:
    """S for 40 m along the corridor, and m that the person came out of it at most, 0 where never."""
    walked = run(alone(degrees), seed, HZ)
    _, shift = _placed(degrees)
    path = _turn(walked.trajectory.data[["x", "y"]].to_numpy() - shift, -degrees)
    along, time = path[:, 0] - path[0, 0], np.arange(len(path)) / walked.hz
    outside = max(0.0, -path[:, 1].min(), path[:, 1].max() - WIDTH)
    end = min(LENGTH, along.max())
    return float(np.interp(end, along, time)), float(outside)


def straight(seeds: Sequence[int]) -> Finding:
    """RiMEA test 1."""
    found = [seconds(0, seed) for seed in seeds]
    holds = all(SLOWEST <= time <= FASTEST and outside == 0.0 for time, outside in found)
    return Finding(", ".join(f"{time:.2f} s" for time, _ in found), holds)


def turned(seeds: Sequence[int]) -> Finding:
    """Jülich test 2."""
    times = {degrees: seconds(degrees, seeds[0])[0] for degrees in TURNED}
    told = ", ".join(f"{degrees}°: {time:.2f} s" for degrees, time in times.items())
    return Finding(told, max(times.values()) - min(times.values()) <= SAME_WITHIN)


def classes(seeds: Sequence[int]) -> Finding:
    """RiMEA test 7."""
    told, holds = [], True
    for name, (low, high) in AGES.items():
        speeds = np.concatenate([_speeds(name, seed) for seed in seeds])
        told.append(f"{name} {speeds.min():.2f}–{speeds.max():.2f}")
        holds &= bool(speeds.min() >= low - CLASS_WITHIN and speeds.max() <= high + CLASS_WITHIN)
    return Finding("m/s: " + ", ".join(told), holds)


def _speeds(name: str, seed: int) -> np.ndarray:
    """(50,) m/s of one class between two lines, from when they have got going."""
    walked = run(CLASSES, seed, 10)
    data = walked.of(name).data
    speeds = []
    for _, person in data.groupby("id"):
        x, frame = person.x.to_numpy(), person.frame.to_numpy()
        first, last = np.interp([3.0, WALK + 3.0], x, frame)
        speeds.append(WALK * walked.hz / (last - first))
    return np.array(speeds)


CLAIMS = (
    Claim("R1 speed in a corridor", SOURCE, "40 m at 1.33 m/s in 26–34 s, inside the walls", straight,
          daily=lambda: straight((1,))),
    Claim("Jül-2 rotation", "Jülich test 2, crowd-model.md 1.1", "the same within 0.1 s at 0, 17, 45 and 90°", turned,
          daily=lambda: turned((1,))),
    Claim("R7 population", "RiMEA 4.1.1, test 7",
          "muda 0.58–1.61, dewasa 1.41–1.54, tua 0.68–1.41, terbatas 0.46–0.76 m/s (±0.03)", classes),
)  # fmt: skip
