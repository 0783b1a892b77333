"""Walking round a ring: RiMEA test 4, the fundamental diagram; and lanes where half of them walk the other way.

A ring of 3 m, closed, so that the density stays as filled: 0.5 … 6 people/m². Density (Voronoi) and speed are
pedpy's, in a main and two control areas of 2 × 2 m, from 10 s on.
Bands: the studies of crowd-model.md 1.3, widened by a quarter.
"""

from collections.abc import Sequence

import numpy as np
import pedpy
from shapely import Polygon, box

from tests.reference.claim import Claim, Finding
from tests.reference.scene import Corners, Floor, Scene
from tests.reference.walked import Walked, run

SOURCE = "RiMEA 4.1.1, test 4; Jülich/HERMES data in crowd-model.md 1.3"
RADIUS, WIDTH = 8.0, 3.0  # m, of the middle of the ring; across
SLIM_FROM = 5.5  # people/m² from which only narrow bodies have room: 0.18 … 0.20 m
CORNERS = 64  # of a circle: off by 1 cm
SLIT = 0.01  # rad, where the zone of the ring begins and ends
CUT = 1.2345  # rad, where the ring is cut open for the cells
HAIR = 1e-6  # rad and m: as wide as the cut, and what keeps places recorded to the centimetre off a lattice of cells
DENSITIES = (0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)  # people/m²
MIDDLE = RADIUS + WIDTH / 2.0 + 1.0  # m, x and y of the middle
WARM, LENGTH = 10.0, 70.0  # s that are dropped, of how many; crowd-model.md 1.1
LOOKS_EVERY = 3.0  # s between two Voronoi diagrams: more tell nothing new
STEP = 0.4  # s over which a speed is taken
SLACK = 0.05  # m/s by which speed may rise with density; crowd-model.md 1.1
BAND = {  # people/m² → least and greatest median speed of the studies, m/s, Weidmann among them; crowd-model.md 1.3
    0.5: (1.05, 1.45),
    1.0: (0.79, 1.24),
    1.5: (0.57, 1.11),
    2.0: (0.51, 0.84),
    2.5: (0.36, 0.56),
    3.0: (0.26, 0.33),
    3.5: (0.17, 0.23),
    4.0: (0.07, 0.16),
}
WIDER_DOWN, WIDER_UP = 0.75, 1.25  # crowd-model.md 1.3, pass rule
DENSE, CRAWL = 4.9, 0.2  # people/m² from which it goes slower than so many m/s; crowd-model.md 1.1
LATE = (60, 65, 70, 75)  # s, when lanes are looked for
CELL_ALONG, CELL_ACROSS = 4.0, 0.75  # m: about three people
ONE_WAY = 0.7  # crowd-model.md 1.1
AREA = np.pi * ((RADIUS + WIDTH / 2.0) ** 2 - (RADIUS - WIDTH / 2.0) ** 2)  # m²


def circle(middle: float, radius: float, start: float = 0.0, end: float = 2.0 * np.pi) -> Corners:
    """Corners on a circle round (`middle`, `middle`) m, or on the part of it from `start` to `end` rad."""
    angles = np.linspace(start, end, CORNERS, endpoint=end - start < 2.0 * np.pi)
    return [[middle + radius * np.cos(angle), middle + radius * np.sin(angle)] for angle in angles]


def _floor() -> Floor:
    inner, outer = RADIUS - WIDTH / 2.0, RADIUS + WIDTH / 2.0
    turn = (SLIT, 2.0 * np.pi - SLIT)
    hull = outer + 0.1  # the middle of a wall 0.2 m thick
    rim = circle(MIDDLE, hull)
    ring = circle(MIDDLE, outer, *turn) + circle(MIDDLE, inner, *turn)[::-1]
    return Floor(
        "cincin",
        2.0 * MIDDLE,
        2.0 * MIDDLE,
        exits={"keluar": [[MIDDLE - 0.5, MIDDLE + inner + 1.0], [MIDDLE + 0.5, MIDDLE + inner + 2.0]]},
        zones={"cincin": ring, "bundar": circle(MIDDLE, outer)},
        solid={"tengah": circle(MIDDLE, inner)},
        walls=[[*rim, rim[0]]],
    )


FLOOR = _floor()


def at(density: float) -> Scene:
    """The ring filled to `density` people/m²."""
    crowd = {
        "orang": {
            "role": "rapat" if density > SLIM_FROM else "walker",
            "count": round(density * AREA),
            "in": "cincin",
            "plan": [{"circle": {"about": "bundar"}}],
        }
    }
    return Scene(f"r4-{density:g}".replace(".", "-"), SOURCE, FLOOR, crowd, LENGTH)


def both_ways() -> Scene:
    """Half of 1 person/m² each way."""
    groups = {"kiri": {"about": "bundar"}, "kanan": {"about": "bundar", "clockwise": True}}
    count = round(AREA / 2.0)
    crowd = {
        name: {"role": "walker", "count": count, "in": "cincin", "plan": [{"circle": way}]}
        for name, way in groups.items()
    }
    return Scene("lajur", "lanes: crowd-model.md 1.1", FLOOR, crowd, 80.0)


SCENES = (*map(at, DENSITIES), both_ways())


def areas() -> list[pedpy.MeasurementArea]:
    """The main area and the two that control it, of 2 × 2 m."""
    middles = [(MIDDLE + RADIUS * np.cos(a), MIDDLE + RADIUS * np.sin(a)) for a in np.radians([90.0, 210.0, 330.0])]
    return [pedpy.MeasurementArea(box(x - 1.0, y - 1.0, x + 1.0, y + 1.0)) for x, y in middles]


def ground() -> pedpy.WalkableArea:
    """Where one can walk: cut open at one place, for cells of a ring with a hole in it cannot always be cut."""
    turn = (CUT, CUT + 2.0 * np.pi - HAIR)
    outer, inner = (circle(MIDDLE, RADIUS + side * WIDTH / 2.0, *turn) for side in (1.0, -1.0))
    return pedpy.WalkableArea(Polygon(outer + inner[::-1]))


def states(walked: Walked) -> list[tuple[float, float]]:
    """(people/m², m/s) in each of the areas, over all the time that counts."""
    settled = walked.between(WARM, LENGTH)
    speeds = pedpy.compute_individual_speed(
        traj_data=settled,
        frame_step=round(STEP / 2.0 * walked.hz),
        speed_calculation=pedpy.SpeedCalculation.BORDER_SINGLE_SIDED,
    )
    looks = settled.data[settled.data.frame % round(LOOKS_EVERY * walked.hz) == 0].copy()
    looks["x"] += HAIR * (looks.id % 97)
    looks["y"] += HAIR * (looks.id % 89)
    cells = pedpy.compute_individual_voronoi_polygons(
        traj_data=pedpy.TrajectoryData(looks, walked.hz), walkable_area=ground()
    )
    found = []
    for area in areas():
        dense, _ = pedpy.compute_voronoi_density(individual_voronoi_data=cells, measurement_area=area)
        speed = pedpy.compute_mean_speed_per_frame(traj_data=settled, individual_speed=speeds, measurement_area=area)
        seen = dense.index.isin(looks.frame)
        found.append((float(dense.density[seen].mean()), float(speed.speed.mean())))
    return found


def band(density: float) -> tuple[float, float]:
    """Least and greatest m/s that pass at `density`, between the densities of the table; 0 … CRAWL beyond it."""
    known = list(BAND)
    if density >= DENSE:
        return 0.0, CRAWL
    least = np.interp(density, [*known, DENSE], [*(low * WIDER_DOWN for low, _ in BAND.values()), 0.0])
    most = np.interp(density, [*known, DENSE], [*(high * WIDER_UP for _, high in BAND.values()), CRAWL])
    return float(least), float(most)


def measure(seeds: Sequence[int], densities: Sequence[float] = DENSITIES) -> Finding:
    """The diagram over `densities` and `seeds`, main area first."""
    points = [[states(run(at(density), seed)) for seed in seeds] for density in densities]
    means = [np.mean(point, axis=(0, 1)) for point in points]
    inside = [band(density)[0] <= speed <= band(density)[1] for density, speed in means]
    falls = bool(np.all(np.diff([speed for _, speed in means]) <= SLACK))
    told = ", ".join(
        f"{rho:.1f}/m² {v:.2f}{'' if ok else ' (out)'}" for (rho, v), ok in zip(means, inside, strict=True)
    )
    return Finding(
        f"m/s at {told}; {'falling' if falls else 'rising in parts'}",
        all(inside) and falls,
        {"states": [state for point in points for seed in point for state in seed]},
    )


def daily() -> Finding:
    """One density, one seed."""
    return measure((1,), (1.0,))


def lanes(seeds: Sequence[int]) -> Finding:
    """The share of cells where all go one way, after a minute, and the flow beside that of one direction."""
    orders = [np.mean([_one_way(run(both_ways(), seed), at_second) for at_second in LATE]) for seed in seeds]
    both, one = (np.mean([states(run(scene, seed))[0] for seed in seeds], axis=0) for scene in (both_ways(), at(1.0)))
    told = ", ".join(f"{order:.2f}" for order in orders)
    flows = f"flow {both[0] * both[1]:.2f} against {one[0] * one[1]:.2f} p/(m s) one way"
    return Finding(f"{told}; {flows}", min(orders) > ONE_WAY and bool(both[0] * both[1] <= one[0] * one[1]))


def _one_way(walked: Walked, second: int) -> float:
    """The share of cells, with two people or more, in which all go one way."""
    data = walked.between(second, second).data
    out, angle = np.hypot(data.x - MIDDLE, data.y - MIDDLE), np.arctan2(data.y - MIDDLE, data.x - MIDDLE)
    row = ((out - RADIUS + WIDTH / 2.0) / CELL_ACROSS).astype(int)
    column = np.floor(angle * RADIUS / CELL_ALONG).astype(int)
    left = data.id < walked.groups["kiri"][1]
    cells = left.groupby([row, column]).agg(["mean", "size"])
    shared = cells[cells["size"] > 1]["mean"]
    return float(((shared == 0.0) | (shared == 1.0)).mean())


CLAIMS = (
    Claim(
        "R4 fundamental diagram, 0.5–6 people/m²",
        SOURCE,
        "speed within 0.75 … 1.25 of the studies' medians, under 0.2 m/s from 5/m², falling (slack 0.05 m/s)",
        measure,
        seeds=(1, 2),
        fails="a little too fast about 3/m², 0.41 against 0.39 m/s; the rest is inside",
        daily=daily,
    ),
    Claim(
        "lanes in counterflow, 1 person/m²",
        "crowd-model.md 1.1",
        "after 60 s more than 0.7 of the cells of 0.75 × 4 m one way; flow no more than of one direction",
        lanes,
        seeds=(1, 2, 3, 4, 5, 6),
        daily=lambda: lanes((1,)),
    ),
)
