import time

import numpy as np
import pandas as pd
import pedpy
import pytest
import shapely

from game.rules import density
from game.world.ground import Ground
from game.world.people import Floats
from game.world.world import World
from tests.pictures import scene

WIDE = 12.0  # m


def crowd(per_m2: float, seed: int = 0, side: float = WIDE) -> World:
    """People who stand irregularly, as far from each other as bodies are, on a square with walls round it."""
    rng = np.random.default_rng(seed)
    files = round(np.sqrt(per_m2) * side)
    spot = (np.stack(np.meshgrid(np.arange(files), np.arange(files)), axis=-1).reshape(-1, 2) + 0.5) * side / files
    spot += rng.uniform(-0.3, 0.3, spot.shape) * side / files
    world = scene({"c": spot}, Ground((side, side)))
    density.measure(world)
    return world


def voronoi(position: Floats) -> Floats:
    """(n,) people/m² as pedpy has them: cells cut off at 1 m."""
    rows = pd.DataFrame({"id": np.arange(len(position)), "frame": 0, "x": position[:, 0], "y": position[:, 1]})
    cells = pedpy.compute_individual_voronoi_polygons(
        traj_data=pedpy.TrajectoryData(rows, frame_rate=10.0),
        walkable_area=pedpy.WalkableArea(shapely.box(0.0, 0.0, WIDE, WIDE)),
        cut_off=pedpy.Cutoff(radius=1.0, quad_segments=3),
    )
    shapes = cells.set_index("id").polygon.loc[np.arange(len(position))]
    return 1.0 / shapely.area(shapes.to_numpy())


@pytest.mark.parametrize("per_m2", [1, 2, 4, 6, 8])
def test_density_agrees_with_voronoi_over_a_crowd_and_scatters_less(per_m2, record_property):
    world = crowd(per_m2)
    ours, theirs = world.people.density, voronoi(world.people.position)
    record_property("mean_error", float(ours.mean() / theirs.mean() - 1.0))
    assert ours.mean() == pytest.approx(theirs.mean(), rel=0.04)
    assert ours.std() < theirs.std()


def test_a_wall_does_not_make_the_crowd_before_it_seem_thinner():
    world = crowd(5.0)
    off_wall = np.minimum(world.people.position, WIDE - world.people.position).min(axis=1)
    at_wall = world.people.density[off_wall < 0.3].mean()
    assert at_wall == pytest.approx(world.people.density[off_wall > 2.0].mean(), rel=0.10)


def test_who_stands_behind_a_wall_is_not_counted():
    fence = np.array([(5.0, 0.0), (5.1, 0.0), (5.1, 10.0), (5.0, 10.0)])
    beyond = np.stack(np.meshgrid(np.arange(5.4, 7.0, 0.4), np.arange(3.0, 7.0, 0.4)), axis=-1).reshape(-1, 2)
    world = scene({"c": np.vstack([[4.7, 5.0], beyond])}, Ground((10.0, 10.0), (fence,)))
    density.measure(world)
    assert world.people.density[0] < 0.7
    assert world.people.density[1:].max() > 5.0


def test_who_lies_counts_and_who_is_gone_does_not():
    world = crowd(4.0)
    middle = int(np.hypot(*(world.people.position - WIDE / 2).T).argmin())
    before = world.people.density[middle]
    world.people.fallen[:] = True
    density.measure(world)
    assert world.people.density[middle] == before
    world.people.present[np.arange(len(world.people)) != middle] = False
    density.measure(world)
    assert world.people.density[middle] < 0.4
    assert world.people.density[0] == 0.0


def test_a_crowd_that_moves_as_one_is_under_no_pressure_and_one_that_surges_is():
    world = crowd(6.0)
    world.people.drift[:] = 1.0, 0.0
    density.measure(world)
    assert world.people.pressure.max() < 1e-9
    world.people.drift[:, 0] = 0.3 * np.sin(world.people.position[:, 0] * 2.0)
    density.measure(world)
    assert np.median(world.people.pressure) > 0.02


def test_people_who_pass_each_other_with_room_are_no_crowd_that_quakes():
    world = crowd(2.0)
    world.people.drift[::2], world.people.drift[1::2] = (1.3, 0.0), (-1.3, 0.0)
    density.measure(world)
    assert not world.people.pressure.any()


def test_five_thousand_cost_a_millisecond_a_tick_at_most():
    world = crowd(3.0, side=np.sqrt(5000 / 3.0))
    took = []
    for _ in range(5):
        began = time.perf_counter()
        density.measure(world)
        took.append(time.perf_counter() - began)
    assert len(world.people) > 4900
    assert min(took) / 15 < 0.001  # s; measured 2 times a second
