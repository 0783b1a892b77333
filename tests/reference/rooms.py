"""Rooms and doors: RiMEA tests 5, 9, 10, 11 and 12, NIST 4.1."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from tests.reference.claim import Claim, Finding
from tests.reference.scene import Corners, Floor, Scene
from tests.reference.walked import Walked, run

RIMEA = "RiMEA 4.1.1, test"
LEAVE = ["leave"]
FINE = 30  # Hz, where tenths of a second count
MOVED = 0.003  # m that tell a step from how finely places are recorded
DELAYS = tuple(range(10, 101, 10))  # s
REACTS_WITHIN = 0.1  # s
START = 0.1  # s that inertia takes: three steps of the engine before it shows
RATIO = (1.6, 2.4)  # T(2 exits) / T(4 exits); Jülich
FAR_SHARE = (0.10, 0.49)  # of those who left; crowd-model.md 1.1
BEFORE_A_DOOR = (3.0, 2.0)  # m along the wall, m before it: where a queue is counted
PEAK = 10  # counts of which the mean is taken
SLACK = 0.05  # p/s by which the second door may let more through than the first
WALL = 0.2  # m


def group(count: int, zone: str, plan: list[Any] = LEAVE, role: str = "walker") -> dict[str, Any]:
    """A group as a level writes it."""
    return {"role": role, "count": count, "in": zone, "plan": plan}


def _reaction() -> Scene:
    """RiMEA 5: ten people start after 10, 20 … 100 s; the nearest to the door first, so that nobody is in the way."""
    spots = [(6.4 - 1.2 * (i % 5), 3.4 if i < 5 else 1.6) for i in range(len(DELAYS))]
    floor = Floor(
        "ruang-5",
        12.0,
        5.0,
        exits={"keluar": [[10.0, 0.0], [12.0, 5.0]]},
        zones={f"t{delay}": _near(*spot) for delay, spot in zip(DELAYS, spots, strict=True)},
        solid={"bawah": [[8.0, 0.0], [8.0 + WALL, 2.0]], "atas": [[8.0, 3.0], [8.0 + WALL, 5.0]]},
    )
    crowd = {f"o{delay}": group(1, f"t{delay}", [{"wait": {"for": f"{delay}s"}}, "leave"]) for delay in DELAYS}
    return Scene("r5-reaksi", f"{RIMEA} 5", floor, crowd, 130.0, tuple(crowd))


def _near(x: float, y: float, half: float = 0.25) -> Corners:
    return [[x - half, y - half], [x + half, y + half]]


def _large(shut: bool, people: int = 1000, share: float = 1.0) -> Scene:
    """RiMEA 9: a room of 30 × 20 m, two exits of 1 m in each long wall; of those of the north none when `shut`."""
    width, depth, out = 30.0 * share, 20.0 * share, 3.0
    doors = [width / 3.0, width * 2.0 / 3.0]
    walls: dict[str, Corners] = {}
    for name, y, open_ in (("s", out, True), ("u", out + WALL + depth, not shut)):
        edges = [0.0, *(edge for door in doors for edge in (door - 0.5, door + 0.5)), width] if open_ else [0.0, width]
        for i in range(0, len(edges), 2):
            walls[f"{name}{i // 2}"] = [[edges[i], y], [edges[i + 1], y + WALL]]
    top = out + 2.0 * WALL + depth
    exits = {"selatan": [[0.0, 0.0], [width, 1.5]]}
    exits |= {} if shut else {"utara": [[0.0, top + 1.5], [width, top + out]]}
    zones = {"ruang": [[0.0, out + WALL], [width, out + WALL + depth]]}
    name = f"r9-{'dua' if shut else 'empat'}-{people}"
    floor = Floor(name, width, top + out, exits, zones, walls)
    return Scene(name, f"{RIMEA} 9", floor, {"orang": group(people, "ruang")}, 900.0, ("orang",))


def _rooms() -> Scene:
    """RiMEA 10: twelve rooms on a corridor; 23 people, eight rooms by the main exit, four by the other."""
    zones, solid, crowd, left = {}, {}, {}, 23
    for i in range(12):
        column, south = i % 6, i < 6
        x, y, wall = 4.0 * column, 0.0 if south else 6.4, 4.0 if south else 6.2
        zones[f"kamar-{i + 1}"] = [[x + 0.4, y + 0.4], [x + 3.4, y + 3.4]]
        solid |= {
            f"sekat-{i}": [[x + 3.8, 0.0 if south else 6.2], [x + 4.0, 4.2 if south else 10.4]],
            f"kiri-{i}": [[x, wall], [x + 1.4, wall + WALL]],
            f"kanan-{i}": [[x + 2.4, wall], [x + 3.8, wall + WALL]],
        }
        count = min(2, left)
        left -= count
        by = "samping" if column >= 4 else "utama"
        crowd[f"k{i + 1}"] = group(count, f"kamar-{i + 1}", [{"leave": {"by": by}}])
    return Scene("r10-kamar", f"{RIMEA} 10", _between_rooms(zones, solid), crowd, 120.0, tuple(crowd))


def _between_rooms(zones: dict[str, Corners], solid: dict[str, Corners]) -> Floor:
    """The corridor, with an exit at either end."""
    moved = {name: _east(shape, 2.0) for name, shape in zones.items()}
    walls = {name: _east(shape, 2.0) for name, shape in solid.items()}
    walls |= {"barat": [[0.0, 0.0], [2.0, 4.2]], "barat-laut": [[0.0, 6.2], [2.0, 10.4]]}
    walls |= {"timur": [[26.0, 0.0], [28.0, 4.2]], "timur-laut": [[26.0, 6.2], [28.0, 10.4]]}
    exits = {"utama": [[27.0, 4.2], [28.0, 6.2]], "samping": [[0.0, 4.2], [1.0, 6.2]]}
    return Floor("kamar-12", 28.0, 10.4, exits, moved, walls)


def _east(shape: Corners, by: float) -> Corners:
    return [[x + by, y] for x, y in shape]


def _choice() -> Scene:
    """RiMEA 11: 1000 people at the left of 30 × 20 m, two exits of 1 m in the same wall, one nearer."""
    floor = Floor(
        "ruang-11",
        30.0,
        23.0 + WALL,
        exits={"dekat": [[8.0, 0.0], [12.0, 1.5]], "jauh": [[22.0, 0.0], [26.0, 1.5]]},
        zones={"kiri": [[0.0, 3.2], [15.0, 23.2]]},
        solid={
            "w0": [[0.0, 3.0], [9.5, 3.2]],
            "w1": [[10.5, 3.0], [23.5, 3.2]],
            "w2": [[24.5, 3.0], [30.0, 3.2]],
        },
    )
    return Scene("r11-pilihan", f"{RIMEA} 11", floor, {"orang": group(1000, "kiri")}, 600.0, ("orang",))


def _doors(
    name: str, ends: float, doors: tuple[tuple[float, float], ...], people: int = 150, width: float = 1.0
) -> Scene:
    """A room of 10 × 10 m, then `doors` (x where it begins, m deep) of `width` m; the goal begins at `ends` m."""
    low, high = 5.0 - width / 2.0, 5.0 + width / 2.0
    solid: dict[str, Corners] = {}
    for i, (x, deep) in enumerate(doors):
        solid |= {f"bawah-{i}": [[x, 0.0], [x + deep, low]], f"atas-{i}": [[x, high], [x + deep, 10.0]]}
    floor = Floor(
        name,
        ends + 3.0,
        10.0,
        {"keluar": [[ends, 0.0], [ends + 3.0, 10.0]]},
        {"ruang": [[0.0, 0.0], [9.5, 10.0]]},
        solid,
    )
    return Scene(name, f"{RIMEA} 12", floor, {"orang": group(people, "ruang")}, 400.0, ("orang",))


def _closing() -> Scene:
    """NIST 4.1: one person, the nearer exit closes after 1 s."""
    floor = Floor(
        "dua-pintu",
        20.0,
        6.0,
        exits={"dekat": [[0.0, 0.0], [1.0, 6.0]], "jauh": [[19.0, 0.0], [20.0, 6.0]]},
        zones={"tengah": _near(6.0, 3.0, 0.5)},
    )
    shut = {"at": "1s", "do": [{"shut_exit": {"exit": "dekat"}}]}
    return Scene("n4-1-tutup", "NIST TN 1822, 4.1", floor, {"orang": group(1, "tengah")}, 60.0, ("orang",), (shut,))


REACTION, ROOMS, CHOICE, CLOSING = _reaction(), _rooms(), _choice(), _closing()
LARGE = {shut: _large(shut) for shut in (False, True)}
SMALL = {shut: _large(shut, 250, 0.5) for shut in (False, True)}  # as dense; of fewer, one straggler makes the time
NEAR, FAR = _doors("r12a-dekat", 10.2, ((10.0, WALL),)), _doors("r12a-jauh", 20.2, ((10.0, WALL),))
LONG = _doors("r12b-panjang", 17.0, ((10.0, 5.0),))
SHORT = _doors("r12b-pendek", 17.0, ((10.0, WALL),))
TWO = _doors("r12c-dua", 24.0, ((10.0, WALL), (20.2, WALL)))
NARROWS = {width: _doors(f"r12d-{round(width * 100)}", 17.0, ((10.0, 5.0),), width=width) for width in (0.8, 1.0, 1.2)}
SCENES = (
    REACTION,
    *LARGE.values(),
    *SMALL.values(),
    ROOMS,
    CHOICE,
    NEAR,
    FAR,
    LONG,
    SHORT,
    TWO,
    *NARROWS.values(),
    CLOSING,
)


def emptied(scene: Scene, seed: int) -> float:
    """S until the last has left."""
    return float(run(scene, seed).last_seen().max())


def reaction(seeds: Sequence[int]) -> Finding:
    """How late each starts."""
    late = []
    for seed in seeds:
        walked = run(REACTION, seed, FINE)
        for delay in DELAYS:
            person = walked.of(f"o{delay}").data
            away = np.hypot(person.x - person.x.iloc[0], person.y - person.y.iloc[0]).to_numpy()
            late.append(np.argmax(away > MOVED) / walked.hz - delay)
    told = f"{min(late):.2f}–{max(late):.2f} s after their time, having moved {MOVED * 1000:.0f} mm"
    return Finding(told, 0.0 <= min(late) and max(late) <= REACTS_WITHIN + START)


def large(seeds: Sequence[int], scenes: dict[bool, Scene]) -> Finding:
    """How much longer two exits take than four."""
    times = [(emptied(scenes[False], seed), emptied(scenes[True], seed)) for seed in seeds]
    told = ", ".join(f"{four:.0f} s and {two:.0f} s: {two / four:.2f}" for four, two in times)
    return Finding(told, all(RATIO[0] <= two / four <= RATIO[1] for four, two in times))


def allocated(seeds: Sequence[int]) -> Finding:
    """How many use the exit they were given."""
    right = total = 0
    for seed in seeds:
        walked = run(ROOMS, seed)
        ends = walked.trajectory.data.groupby("id").last()
        for name, (first, last) in walked.groups.items():
            east = ends.x.loc[first : last - 1] > 14.0
            to_east = ROOMS.crowd[name]["plan"][0]["leave"]["by"] == "utama"
            right, total = right + int((east == to_east).sum()), total + last - first
    return Finding(f"{right} of {total}", right == total)


def chosen(seeds: Sequence[int]) -> Finding:
    """Which share of those who left used the far exit."""
    shares = []
    for seed in seeds:
        walked = run(CHOICE, seed)
        ends = walked.trajectory.data.groupby("id").last()
        left = ends[ends.frame < walked.trajectory.data.frame.max() - 1]
        shares.append(float((left.x > 15.0).mean()))
    told = ", ".join(f"{share:.0%}" for share in shares)
    return Finding(f"{told} by the far exit", all(FAR_SHARE[0] <= share <= FAR_SHARE[1] for share in shares))


def farther(seeds: Sequence[int], first: Scene, second: Scene, strictly: bool) -> Finding:
    """Whether `second` takes as long as `first`, or `strictly` longer."""
    times = [(through(first, seed), through(second, seed)) for seed in seeds]
    told = ", ".join(f"{one:.0f} s, {other:.0f} s" for one, other in times)
    return Finding(told, all(one < other if strictly else one <= other for one, other in times))


def through(scene: Scene, seed: int) -> float:
    """S until the last has reached the goal."""
    return emptied(scene, seed)


def queues(seeds: Sequence[int]) -> Finding:
    """Queues before two doors in a row, and what each lets through."""
    told, holds = [], True
    for seed in seeds:
        walked = run(TWO, seed)
        (peak1, mean1), (peak2, mean2) = (queue_before(walked, x) for x in (10.0, 20.2))
        flow1, flow2 = (through_door(walked, x + WALL) for x in (10.0, 20.2))
        told.append(f"peaks {peak1} and {peak2}, flows {flow1:.2f} and {flow2:.2f} p/s")
        holds &= peak1 > peak2 and mean1 > mean2 and flow1 >= flow2 - SLACK
    return Finding("; ".join(told), holds)


def queue_before(walked: Walked, x: float) -> tuple[int, float]:
    """The most people counted before the door at `x`, and the mean of the ten highest counts."""
    along, before = BEFORE_A_DOOR
    data = walked.trajectory.data
    inside = data[data.x.between(x - before, x) & data.y.between(5.0 - along / 2.0, 5.0 + along / 2.0)]
    counts = np.sort(inside.groupby("frame").size().to_numpy())
    return int(counts[-1]), float(counts[-PEAK:].mean())


def through_door(walked: Walked, x: float) -> float:
    """p/s from the first to the last."""
    passed = walked.crossed([(x, 0.0), (x, 10.0)])
    return (len(passed) - 1) / float(passed[-1] - passed[0])


def narrows(seeds: Sequence[int]) -> Finding:
    """Flow through 5 m of 0.8, 1.0 and 1.2 m."""
    flows = [float(np.mean([through_door(run(scene, seed), 15.0) for seed in seeds])) for scene in NARROWS.values()]
    told = ", ".join(f"{width:g} m {flow:.2f} p/s" for width, flow in zip(NARROWS, flows, strict=True))
    return Finding(told, all(np.diff(flows) > 0.0))


def closing(seeds: Sequence[int]) -> Finding:
    """Where the one goes whose exit closes."""
    ends = [float(run(CLOSING, seed).trajectory.data.x.iloc[-1]) for seed in seeds]
    return Finding("leaves by exit " + ", ".join("2" if end > 10.0 else "1" for end in ends), min(ends) > 10.0)


ONE = (1,)
CLAIMS = (
    Claim("R5 reaction", f"{RIMEA} 5", "each starts within 0.1 s of its delay of 10, 20 … 100 s, and 0.1 s for inertia",
          reaction, daily=lambda: reaction(ONE)),
    Claim("R9 large room", f"{RIMEA} 9", "two exits take 1.6–2.4 times as long as four", lambda s: large(s, LARGE),
          daily=lambda: large(ONE, SMALL)),
    Claim("R10 allocation", f"{RIMEA} 10", "23 of 23 use the exit they were given", allocated,
          daily=lambda: allocated(ONE)),
    Claim("R11 exit choice", f"{RIMEA} 11", "10–49 % use the far exit", chosen, seeds=(1, 2, 3, 4)),
    Claim("R12a goal", f"{RIMEA} 12", "a goal right behind the door is reached no later than one 10 m behind it",
          lambda s: farther(s, NEAR, FAR, strictly=False), seeds=(1, 2, 3, 4)),
    Claim("R12b length", f"{RIMEA} 12", "a door 5 m long takes longer than one of 0.2 m",
          lambda s: farther(s, SHORT, LONG, strictly=True), seeds=(1, 2, 3, 4)),
    Claim("R12c congestion", f"{RIMEA} 12", "the first of two queues is the longer; flow 1 ≥ flow 2 - 0.05/s",
          queues, seeds=(1, 2, 3, 4), daily=lambda: queues(ONE)),
    Claim("R12d width", f"{RIMEA} 12", "flow rises with width, 0.8, 1.0, 1.2 m, 5 m long", narrows, seeds=(1, 2, 3, 4)),
    Claim("N4.1 dynamic exit", "NIST TN 1822, 4.1", "the exit closes after 1 s: leaves by exit 2", closing,
          daily=lambda: closing(ONE)),
)  # fmt: skip
