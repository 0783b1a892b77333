"""Lines and crowds that push: the line-hold curve, force against rows, and bodies under 6 people/m².

A corridor of 7.6 m, closed by ten officers with shields (*berlindung*), against rows of twelve who all push to pass.
The bounds are crowd-model.md 4's: its authors' inference from braced shoves, not an experiment.
"""

from collections.abc import Sequence

import numpy as np
from scipy.spatial import cKDTree

from game.level.read import read_level
from game.session.session import Session
from tests.reference.claim import Claim, Finding
from tests.reference.scene import Floor, Scene
from tests.reference.walked import run

SOURCE = "crowd-model.md 4"
WIDTH, ABREAST = 7.6, 12  # m, people in a row
AT, BEFORE, DEPTH = 12.0, 0.7, 0.6  # m: where the line stands, what is free before it, of a row
ROWS = (1, 2, 3, 5, 8, 12, 20)
PUSH = 150.0  # N of each; crowd-model.md 4
LEAST_FAR = 0.7  # kN/m that n rows of 150 N bring at most; crowd-model.md 4
PUSHES = (50.0, 100.0, 150.0, 200.0, 300.0, 400.0)  # N of each of five rows, for the line-hold curve
HOLDS = {"satu_saf": (0.7, 1.1), "dua_saf": (1.3, 2.0)}  # kN/m from which it yields, between; crowd-model.md 4
YIELDS = 0.1  # m/s from which a line steps back; crowd-model.md 4
BROKEN = 1.0  # m from which a line is broken: more than two ranks deep; guess
RANKS = {"satu_saf": "one rank", "dua_saf": "two ranks"}
SETTLED, LENGTH = 5.0, 20.0  # s
FACES = 0  # degrees, toward the crowd
DENSE, SIDE, MANY, RADIUS = 6.0, 18.24, 2000, 0.19  # people/m², m, people, m: the press
OVERLAP, DEEPEST, PEAK = 0.02, 0.05, 3.0  # m at 95 %, m at most, m/s: walking.md 2 and the bound it names


def _floor(name: str, width: float, depth: float) -> Floor:
    return Floor(
        name,
        AT + BEFORE + depth + 0.5,
        width,
        exits={"belakang": [[0.0, 0.0], [2.0, width]]},
        zones={
            "garis": [[AT - 0.5, 0.0], [AT + 0.5, width]],
            "massa": [[AT + BEFORE, 0.0], [AT + BEFORE + depth, width]],
        },
    )


def _scene(name: str, floor: Floor, type_: str, ranks: int, count: int, push: float, role: str = "walker") -> Scene:
    line = {"type": type_, "agency": "polres", "at": "garis", "facing": FACES, "posture": "berlindung"}
    line["formation"] = {"bersaf": {"ranks": ranks}}
    crowd = {"massa": {"role": role, "count": count, "in": "massa", "plan": [{"leave": {"push": push}}]}}
    return Scene(name, SOURCE, floor, crowd, LENGTH, units={"dl1": line})


def against(rows: int, push: float = PUSH, type_: str = "kokoh", ranks: int = 1) -> Scene:
    """`rows` of the crowd, each pushing with `push` N, against a line of `type_`."""
    floor = _floor(f"dorong-{rows}", WIDTH, rows * DEPTH)
    return _scene(f"garis-{type_.replace('_', '-')}-{rows}-{push:.0f}", floor, type_, ranks, rows * ABREAST, push)


def hold(push: float, type_: str) -> Scene:
    """Five rows against a line that can break."""
    return against(5, push, type_, 1 if type_ == "satu_saf" else 2)


PRESS = _scene("tekan-2000", _floor("tekan", SIDE, MANY / DENSE / SIDE), "kokoh_lebar", 1, MANY, 174.0, "sama")
SCENES = (
    *map(against, ROWS),
    *(against(5, push) for push in PUSHES if push != PUSH),
    *(hold(push, type_) for type_ in HOLDS for push in PUSHES),
    PRESS,
)


def load(scene: Scene, seed: int) -> float:
    """kN per m that the crowd brings on the line, mean from when it has settled."""
    session = Session(read_level(scene.path), seed)
    rows, felt = session.world.units["dl1"].rows, []
    while session.world.seconds < LENGTH:
        session.tick()
        if session.world.seconds > SETTLED:
            felt.append(session.world.people.contact_force[rows].sum())
    return float(np.mean(felt)) / WIDTH / 1000.0


def force(seeds: Sequence[int], rows: Sequence[int] = ROWS) -> Finding:
    """The load of 1 … 20 rows."""
    loads = [float(np.mean([load(against(count), seed) for seed in seeds])) for count in rows]
    told = ", ".join(f"{count}: {each:.2f}" for count, each in zip(rows, loads, strict=True))
    points = list(zip(rows, loads, strict=True))
    grows = bool(np.all(np.diff(loads) > -0.05 * max(loads)))
    return Finding(f"kN/m by rows {told}", grows and max(loads) <= LEAST_FAR, {"rows": points})


def held(scene: Scene, seed: int) -> tuple[float, float, int]:
    """M that the line has been driven back, m/s of it once settled, and how many of the crowd came through."""
    walked = run(scene, seed)
    line = walked.officers.data[walked.officers.data.y < WIDTH].groupby("frame").x
    back = line.mean().iloc[0] - line.mean()
    settled = float(back.loc[SETTLED * walked.hz :].max() - back.loc[SETTLED * walked.hz])
    ends = walked.trajectory.data.groupby("id").last()
    through = int((ends.x < line.min().iloc[-1] - BEFORE).sum())
    return float(back.max()), settled / (LENGTH - SETTLED), through


def curve(seeds: Sequence[int], pushes: Sequence[float] = PUSHES) -> Finding:
    """How lines of one rank and of two bear growing loads: they stand, step back, break."""
    loads = [float(np.mean([load(against(5, push), seed) for seed in seeds])) for push in pushes]
    told, holds, series = [], True, {}
    for type_, (low, high) in HOLDS.items():
        found = [np.max([held(hold(push, type_), seed) for seed in seeds], axis=0) for push in pushes]
        for each, (back, speed, through) in zip(loads, found, strict=True):
            yields = bool(speed >= YIELDS or back >= BROKEN)
            holds &= not (each <= low and yields) and not (each >= high and not yields)
            holds &= through == 0 or back >= BROKEN
        backs = [float(back) for back, _, _ in found]
        told.append(f"{RANKS[type_]}: " + ", ".join(_told(*each) for each in zip(loads, found, strict=True)))
        series[type_] = list(zip(loads, backs, strict=True))
    return Finding("; ".join(told), bool(holds), {"line": series})


def _told(load_: float, found: np.ndarray) -> str:
    back, _, through = found
    return f"{load_:.2f} kN/m {back:.2f} m" + (f", {through:.0f} through" if through else "")


def overlap(seeds: Sequence[int]) -> Finding:
    """How deep bodies get into each other, how fast anyone is thrown, whether anyone leaves the walls."""
    told, holds = [], True
    for seed in seeds:
        data = run(PRESS, seed, 10).trajectory.data
        deep = np.concatenate([_deep(frame[["x", "y"]].to_numpy()) for _, frame in data.groupby("frame")])
        moved = data.sort_values(["id", "frame"]).groupby("id")[["x", "y"]].diff().dropna()
        peak = float(np.hypot(moved.x, moved.y).max()) * 10.0
        outside = int(((data.y < 0.0) | (data.y > SIDE) | (data.x > AT + BEFORE + MANY / DENSE / SIDE + 0.5)).sum())
        p95, worst = (float(np.percentile(deep, share)) for share in (95, 100))
        told.append(f"95 % {p95:.3f} m, most {worst:.3f} m, peak {peak:.1f} m/s, {outside} outside")
        holds &= p95 <= OVERLAP and worst <= DEEPEST and peak < PEAK and outside == 0
    return Finding("; ".join(told), holds)


def _deep(places: np.ndarray) -> np.ndarray:
    """(k,) m by which each one's nearest is nearer than two bodies."""
    nearest = cKDTree(places).query(places, 2)[0][:, 1]
    return np.maximum(2.0 * RADIUS - nearest, 0.0)


CLAIMS = (
    Claim("line-hold curve", SOURCE,
          "one rank stands 0.7 kN/m, steps back (0.1 m/s) by 1.1; two 1.3, 2.0; none through unbroken", curve),
    Claim("force against rows 1–20", SOURCE, "grows with the rows to a limit, at most 0.7 kN/m of 150 N each", force,
          daily=lambda: force((1,), (1, 3)),
          fails="from eight rows on more: where 30 % is lost per row, files of 150 N each pass on 500 N, which is "
          "0.79 kN/m for twelve on 7.6 m and 0.7 for files 0.7 m apart; and deep rows close up between the files"),
    Claim("overlap under 6 people/m²", "walking.md 2, press", "95 % ≤ 0.02 m, most ≤ 0.05 m, none outside, < 3 m/s",
          overlap),
)  # fmt: skip
