"""Vehicles among people: nobody is run over, squeezed or ridden at."""

import numpy as np
import pytest

from game.rules import contact, driving, rolling, walking
from game.rules.rolling import WayBlocked
from game.world.bodies import SLOP
from game.world.ground import Ground
from game.world.people import Floats
from game.world.state import load, save, state_hash
from game.world.wheels import boxes
from game.world.world import REBUILD_EVERY, World
from tests.parade import heard, let_pass
from tests.pictures import scene

GROUND = Ground((70.0, 40.0))
LANE = Ground((70.0, 5.0))


def street(seed: int = 0, ground: Ground = GROUND, **marks: list[tuple[float, float]]) -> World:
    """People and vehicles at `marks`, on an open place."""
    return scene({letter: np.array(places, dtype=float) for letter, places in marks.items()}, ground, seed=seed)


def drive(world: World, unit: str, x: float, y: float) -> None:
    """Send it off, whoever stands there."""
    driving.send(world, world.units[unit], np.array([x, y]))


def gaps(world: World) -> Floats:
    """(k, n) m between each vehicle and each person."""
    cars, people = boxes(world), world.people
    walkers = np.setdiff1d(np.flatnonzero(people.present), cars.rows)
    return cars.gap(people.position[walkers]) - people.radius[walkers]


def square_of(count: int, seed: int) -> list[tuple[float, float]]:
    """So many people on 30 × 24 m, 0.6 m apart at least."""
    rng = np.random.default_rng(seed)
    cells = np.argwhere(np.ones((50, 40)))[rng.permutation(2000)[:count]]
    return [(20.0 + 0.6 * x, 8.0 + 0.6 * y) for x, y in cells.tolist()]


def roam(world: World, seconds: float, seed: int) -> tuple[list[float], list[float]]:
    """People walk here and there among the vehicles: m to the nearest of each that moved, of each that stood."""
    people, rng, moved, stood = world.people, np.random.default_rng(seed), [], []
    crowd, cars = np.flatnonzero(people.civilian), boxes(world).rows
    for tick in range(round(seconds * 30)):
        if tick % 45 == 0:
            way, pace = rng.uniform(-np.pi, np.pi, len(crowd)), rng.uniform(0.5, 2.0, len(crowd))
            pace[rng.random(len(crowd)) < 0.4] = 0.0
            people.way[crowd] = pace[:, None] * np.column_stack([np.cos(way), np.sin(way)])
        if world.tick % 3 == 0:
            for unit in world.units.values():
                driving.steer(world, unit)
            rolling.look_ahead(world)
        walking.avoid(world)
        rolling.roll(world)
        moves = np.hypot(*people.velocity[cars].T) > 1e-3
        contact.move(world)
        world.tick += 1
        nearest = gaps(world).min(axis=1)
        moved += nearest[moves].tolist()
        stood += nearest[~moves].tolist()
    return moved, stood


def test_an_empty_street_is_driven_at_full_speed():
    world = street(W=[(10, 20)])
    drive(world, "w", 60.0, 20.0)
    let_pass(world, 7.0)
    assert world.people.velocity[0] == pytest.approx([5.0, 0.0], abs=0.1)


def test_it_crawls_where_people_are_near_and_stops_short_of_who_stays():
    chain = [(40.0, 0.5 + 1.3 * i) for i in range(31)]
    world = street(W=[(10, 20)], x=chain)
    world.people.hostile[:31] = True  # nobody steps aside
    drive(world, "w", 60.0, 20.0)
    let_pass(world, 6.0)
    fast = world.people.velocity[-1, 0]
    let_pass(world, 12.0)
    assert fast > 4.0
    assert 1.4 <= gaps(world).min() < 2.0
    assert world.people.velocity[-1].tolist() == [0.0, 0.0]
    assert world.people.position[:31] == pytest.approx(np.array(chain), abs=0.01)


def test_a_unit_kept_waiting_says_so_once():
    world = street(ground=LANE, W=[(10, 2.5)], x=[(20, 2.5)])
    world.people.hostile[0] = True
    drive(world, "w", 60.0, 2.5)
    let_pass(world, 40.0)
    (told,) = heard(world, WayBlocked)
    assert (told.unit, told.seconds) == ("w", 10)


def test_it_goes_round_people_where_there_is_room():
    world = street(W=[(10, 20)], x=[(30, 19.5), (30, 20.5)])
    world.people.hostile[:2] = True
    drive(world, "w", 60.0, 20.0)
    let_pass(world, 25.0)
    assert world.people.position[-1, 0] > 50.0
    assert not world.people.hurt.any()


def test_calm_people_step_aside_and_it_goes_on():
    lane = Ground((70.0, 7.0))
    world = street(ground=lane, W=[(10, 3.5)], c=[(25, 3.0), (25, 4.0), (26, 3.5)])
    drive(world, "w", 60.0, 3.5)
    let_pass(world, 25.0)
    assert world.people.position[-1, 0] > 40.0
    assert (np.abs(world.people.position[:3, 1] - 3.5) > 1.4).all()
    assert not world.people.hurt.any()


def test_nobody_drives_into_a_dense_crowd():
    crowd = [(24.0 + 0.5 * i, 0.5 + 0.5 * j) for i in range(8) for j in range(19)]  # 4 people/m², from wall to wall
    world = street(ground=Ground((70.0, 10.0)), W=[(10, 5)], x=crowd)
    world.people.hostile[world.people.civilian] = True
    drive(world, "w", 60.0, 5.0)
    let_pass(world, 12.0)
    assert gaps(world).min() >= 1.4
    assert world.people.velocity[-1].tolist() == [0.0, 0.0]


@pytest.mark.parametrize("seed", range(3))
def test_nobody_is_met_by_a_moving_car_however_people_walk(seed):
    world = street(seed, W=[(10, 20)], V=[(10, 30)], c=square_of(90, seed))
    drive(world, "w", 55.0, 20.0)
    drive(world, "v", 55.0, 12.0)
    moved, stood = roam(world, 15.0, seed)
    assert min(moved) > -SLOP  # one walked against the side of one that drove past
    assert min(stood) > -0.05  # who walks at a standing one meets a wall
    assert len(moved) > 200
    assert not world.people.hurt.any()


def test_a_crowd_that_pushes_does_not_shift_a_parked_car():
    crowd = [(14.2 + 0.45 * i, 19.0 + 0.45 * j) for i in range(6) for j in range(5)]
    world = street(W=[(10, 20)], c=crowd)
    people = world.people
    for _ in range(150):
        people.way[people.civilian], people.press[people.civilian] = (-1.34, 0.0), 250.0
        people.wanted[:] = 0.0
        contact.move(world)
        contact.feel_force(world)
        world.tick += 1
    assert people.position[-1] == pytest.approx([10.0, 20.0], abs=1e-3)
    assert gaps(world).min() > -0.05
    assert people.contact_force[-1] > 500.0


def test_motorcycles_halt_fifteen_metres_off_and_stand_when_people_come_nearer():
    world = street(R=[(10, 18), (10, 22)], c=[(50, 20)])
    world.people.hostile[0] = True
    drive(world, "r", 60.0, 20.0)
    let_pass(world, 12.0)
    assert gaps(world).min() >= 15.0
    stood = world.people.position[1:].copy()
    world.people.position[0] = 42.0, 20.0
    let_pass(world, 3.0)
    assert world.people.position[1:] == pytest.approx(stood, abs=0.3)


def test_two_vehicles_on_one_road_do_not_meet():
    world = street(W=[(10, 20)], V=[(60, 20)])
    drive(world, "w", 60.0, 20.0)
    drive(world, "v", 10.0, 20.0)
    least = np.inf
    for _ in range(25):
        let_pass(world, 1.0)
        least = min(least, float(boxes(world).gap(boxes(world).rim()[1])[0].min()))
    assert least > 0.0


def test_driving_among_people_is_the_same_twice_and_goes_on_from_a_saved_minute():
    def begun() -> World:
        world = street(5, W=[(10, 20)], V=[(10, 30)], c=square_of(40, 5))
        drive(world, "w", 55.0, 20.0)
        world.tick = REBUILD_EVERY - 90
        roam(world, 3.0, 5)
        return world

    world, twin = begun(), begun()
    assert state_hash(world) == state_hash(twin)
    kept = street(9, W=[(10, 20)], V=[(10, 30)], c=square_of(40, 5))
    load(kept, save(world))
    roam(world, 2.0, 6)
    roam(kept, 2.0, 6)
    assert world.drivers
    assert state_hash(kept) == state_hash(world)
