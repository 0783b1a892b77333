"""Single file: RiMEA test 16, people one behind the other round 26 m; the data are Jülich's, crowd-model.md 1.3.

JuPedSim's own criterion: three quarters of the points of density and speed lie between the 10 % and 90 % of the data.
"""

from collections.abc import Sequence

import numpy as np

from tests.reference.claim import Claim, Finding
from tests.reference.ring import circle
from tests.reference.scene import Floor, Scene
from tests.reference.walked import run

SOURCE = "RiMEA 4.1.1, test 16; Jülich single file in crowd-model.md 1.3"
ROUND, WIDTH = 26.0, 0.7  # m along the middle; across: nobody can pass
RADIUS = ROUND / (2.0 * np.pi)
MIDDLE = RADIUS + 1.5  # m, x and y of the middle
PEOPLE = (14, 22, 30, 40, 50, 58)
WARM, LENGTH = 20.0, 60.0  # s
LOOKS_EVERY = 2.0  # s
INSIDE = 0.75  # share of the points; JuPedSim's criterion
ENVELOPE = {  # 1/m → 10 % and 90 % of the speeds, m/s
    0.6: (0.81, 1.18),
    0.8: (0.65, 1.00),
    1.1: (0.45, 0.89),
    1.3: (0.22, 0.51),
    1.6: (0.18, 0.38),
    1.8: (0.11, 0.25),
    2.1: (0.06, 0.15),
    2.6: (0.0, 0.09),
}
SPEEDS = ("pelan", "tetap", "cepat")  # 0.9, 1.33 and 1.5 m/s: the curve moves with them


def around(people: int, role: str = "walker") -> Scene:
    """`people` evenly round the ring, each a group of one in the corner of a zone as small as a step."""
    angles = 2.0 * np.pi * np.arange(people) / people
    spots = [(MIDDLE + RADIUS * np.cos(angle), MIDDLE + RADIUS * np.sin(angle)) for angle in angles]
    inner, outer = RADIUS - WIDTH / 2.0, RADIUS + WIDTH / 2.0
    rim = circle(MIDDLE, outer + 0.1)
    floor = Floor(
        f"berjajar-{people}",
        2.0 * MIDDLE,
        2.0 * MIDDLE,
        exits={"keluar": [[MIDDLE - 0.2, MIDDLE + inner], [MIDDLE + 0.2, MIDDLE + outer]]},
        zones={f"t{i}": [[x, y], [x + 0.24, y + 0.24]] for i, (x, y) in enumerate(spots)}
        | {"bundar": circle(MIDDLE, outer)},
        solid={"tengah": circle(MIDDLE, inner)},
        walls=[[*rim, rim[0]]],
    )
    plan = [{"circle": {"about": "bundar"}}]
    crowd = {f"o{i}": {"role": role, "count": 1, "in": f"t{i}", "plan": plan} for i in range(people)}
    return Scene(f"r16-{people}-{role}", SOURCE, floor, crowd, LENGTH)


SCENES = (*map(around, PEOPLE), *(around(22, role) for role in SPEEDS))


def points(people: int, seed: int, role: str = "walker") -> np.ndarray:
    """(k, 2) 1/m and m/s of each person at each look: density is one over the mean of the gaps before and behind."""
    walked = run(around(people, role), seed)
    data = walked.between(WARM, LENGTH).data
    angle = np.arctan2(data.y - MIDDLE, data.x - MIDDLE).to_numpy().reshape(-1, people)
    gap = np.sort(np.mod(angle, 2.0 * np.pi), axis=1)
    order = np.argsort(np.mod(angle, 2.0 * np.pi), axis=1)
    ahead = np.mod(np.roll(gap, -1, axis=1) - gap, 2.0 * np.pi) * RADIUS
    density = np.empty_like(ahead)
    np.put_along_axis(density, order, 2.0 / np.maximum(ahead + np.roll(ahead, 1, axis=1), 1e-6), axis=1)
    turned = np.abs(np.angle(np.exp(1j * (angle[2:] - angle[:-2])))) * RADIUS * walked.hz / 2.0
    every = round(LOOKS_EVERY * walked.hz)
    return np.column_stack([density[1:-1][::every].ravel(), turned[::every].ravel()])


def share_inside(found: np.ndarray) -> float:
    """Which share of the points the data reach lies within the envelope."""
    known = list(ENVELOPE)
    reached = found[(found[:, 0] >= known[0]) & (found[:, 0] <= known[-1])]
    low, high = (np.interp(reached[:, 0], known, [band[i] for band in ENVELOPE.values()]) for i in (0, 1))
    return float(((reached[:, 1] >= low) & (reached[:, 1] <= high)).mean())


def measure(seeds: Sequence[int], people: Sequence[int] = PEOPLE) -> Finding:
    """The share inside, and whether faster people walk faster."""
    found = np.concatenate([points(count, seed) for count in people for seed in seeds])
    share = share_inside(found)
    by_speed = [float(points(22, seeds[0], role)[:, 1].mean()) for role in SPEEDS]
    told = ", ".join(f"{speed:.2f}" for speed in by_speed)
    means = [(count / ROUND, float(np.mean([points(count, seed)[:, 1].mean() for seed in seeds]))) for count in people]
    curve = ", ".join(f"{density:.2f}/m {speed:.2f}" for density, speed in means)
    return Finding(
        f"{share:.0%} inside (m/s at {curve}); v0 0.9, 1.33, 1.5: {told} m/s",
        share >= INSIDE and bool(np.all(np.diff(by_speed) > 0.0)),
        {"single_file": means},
    )


CLAIMS = (
    Claim(
        "R16 single file",
        SOURCE,
        "75 % of the points between the 10 % and 90 % of the data; v0 moves the curve",
        measure,
        fails="from 1.5 people/m on they walk faster than the data, 0.40 against 0.38 m/s at most",
    ),
)
