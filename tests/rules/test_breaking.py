import copy

import numpy as np
import pytest

from game.rules import slots
from game.rules.breaking import CLOSES_AGAIN, LineBroken
from game.rules.formations.setengah_lingkar import SetengahLingkar
from game.rules.tasks.push import Push
from game.world.ground import Ground
from game.world.world import REBUILD_EVERY, TICKS_PER_SECOND, World
from tests import lines
from tests.lines import MIDDLE, SQUARE, held, held_against, leaked, pressed_line
from tests.pictures import box, scene

ONE_RANK, TWO_RANKS = 600.0, 1300.0  # N/m, a little below what crowd-model.md 4 says that they hold


@pytest.mark.parametrize(("ranks", "load"), [(1, ONE_RANK), (2, TWO_RANKS)])
def test_a_line_holds_what_its_ranks_can_bear(ranks, load):
    line = held(ranks, load, seed=0)
    assert abs(line.drift) < 0.05
    assert line.broken_after is None
    assert line.leaked == 0


@pytest.mark.parametrize(("ranks", "load"), [(1, 900.0), (2, 1600.0)])
def test_above_that_it_steps_back_slowly_and_stays_whole(ranks, load):
    attempts = [held(ranks, load, seed) for seed in (1, 2, 3)]
    assert 0.05 < np.median([line.drift for line in attempts]) < 0.35
    for line in attempts:
        assert line.broken_after is None or line.broken_after > 8.0
        assert line.leaked == 0


@pytest.mark.parametrize(("ranks", "load"), [(1, 1400.0), (2, 2800.0)])
def test_at_half_as_much_again_it_breaks_within_seconds(ranks, load):
    line = held(ranks, load, seed=0)
    assert line.broken_after is not None
    assert 3.0 < line.broken_after < 10.0
    assert line.leaked > 5


def test_a_line_that_breaks_says_so_and_where():
    world = pressed_line(1, 1, seed=0)
    shoved(world, 1700.0, 6.0)
    told = [event for event in world.said if isinstance(event, LineBroken)]
    assert [event.call for event in told] == [world.units["l"].label]
    assert told[0].place == pytest.approx(MIDDLE, abs=4.0)
    assert 2 <= told[0].officers <= 10


def test_a_broken_line_that_is_left_alone_stands_closed_again():
    world = pressed_line(1, 1, seed=0)
    shoved(world, 1700.0, 6.0)
    assert world.people.torn.any()
    world.people.present[world.people.civilian] = False
    shoved(world, 0.0, CLOSES_AGAIN + 2.0)
    assert not world.people.torn.any()


def test_twenty_rows_of_people_who_push_do_not_move_two_ranks():
    line = held_against(20, 150.0, ranks=2, seed=0)
    assert abs(line.drift) < 0.05
    assert line.leaked == 0


@pytest.mark.parametrize("degrees", [17.0, 45.0, 90.0])
@pytest.mark.parametrize("ranks", [1, 2])
def test_nobody_passes_a_line_however_it_lies_on_the_grid(ranks, degrees):
    line = held(ranks, TWO_RANKS if ranks == 2 else ONE_RANK, seed=int(degrees), degrees=degrees)
    assert (line.broken_after, line.leaked) == (None, 0)


def test_nobody_passes_a_half_ring_that_ends_at_a_wall():
    world = half_ring_at_a_wall(seed=3)
    for _ in range(12 * TICKS_PER_SECOND):
        people = world.people
        inward = np.array([20.0, 10.0]) - people.position
        people.way[people.civilian] = (1.2 * inward / np.hypot(*inward.T)[:, None])[people.civilian]
        lines.step(world)
    ring = np.hypot(*(world.people.position - (20.0, 10.0)).T)
    assert ring[world.people.civilian].min() > ring[world.units["l"].rows].min()
    assert not world.people.torn.any()


def test_nobody_slips_round_the_end_of_a_line_at_a_fence_corner():
    world = pressed_line(1, 1, seed=2)
    low = MIDDLE[1] + lines.FRONT / 2.0
    corner = np.array([(18.0, low), (36.0, low), (36.0, low + 0.2), (18.0, low + 0.2)])
    beyond = np.array([(18.0, low), (18.2, low), (18.2, low + 6.0), (18.0, low + 6.0)])
    world.ground = Ground(SQUARE, (corner, beyond, lines.street(0.0)[1]))
    shoved(world, ONE_RANK, 12.0)
    assert leaked(world) == 0


def test_nobody_passes_a_line_that_pushes_on_with_shields_held():
    world = pressed_line(2, 3, seed=1)
    world.people.press[world.people.civilian] = 50.0
    world.units["l"].take(Push(metres=3.0))
    shoved(world, 0.0, 15.0)
    assert leaked(world) == 0
    assert lines.front(world) > 0.5


def test_a_line_saved_while_it_breaks_goes_on_as_if_it_had_never_stopped():
    world = pressed_line(1, 1, seed=0)
    world.tick = REBUILD_EVERY - 4 * TICKS_PER_SECOND
    shoved(world, 1500.0, 4.0)
    assert world.people.unsettled.any() or world.people.torn.any()
    world.bodies, running = None, world.bodies
    saved = copy.deepcopy(world)
    world.bodies = running
    for one in (world, saved):
        shoved(one, 1500.0, 3.0)
    assert saved.people.position.tobytes() == world.people.position.tobytes()
    assert saved.people.torn.tobytes() == world.people.torn.tobytes()


def shoved(world: World, newtons_per_metre: float, seconds: float) -> None:
    for _ in range(round(seconds * TICKS_PER_SECOND)):
        world.wet = lines.ram(world, newtons_per_metre)
        lines.step(world)


def half_ring_at_a_wall(seed: int) -> World:
    """Twenty officers in a half ring round a door, and sixty people who press on it from all sides."""
    rng, door = np.random.default_rng(seed), np.array([20.0, 10.0])
    formation = SetengahLingkar(1)
    radius = formation.places(20)[:, 1].max()
    angle, out = rng.uniform(0.1, np.pi - 0.1, 60), rng.uniform(1.0, 4.0, 60)
    crowd = door + (radius + out)[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    ground = Ground(SQUARE, (box(0.0, 9.8 - 0.3, 40.0, 9.8),))
    world = scene({"c": crowd, "L": np.tile(door + np.array([0.0, 0.2]), (20, 1))}, ground, {"L": 90.0}, seed=seed)
    lines.equip(world, world.units["l"], 1, "berlindung", np.pi / 2.0)
    unit, people = world.units["l"], world.people
    unit.formation = formation
    slots.draw_up(world, unit, door + np.array([0.0, radius]), np.pi / 2.0)
    people.position[unit.rows], people.heading[unit.rows] = people.slot[unit.rows], people.slot_heading[unit.rows]
    people.press[people.civilian] = 150.0
    return world


def test_a_rope_holds_less_than_linked_arms_and_those_less_than_shields():
    drift = [held(1, 500.0, seed=0, posture=posture).drift for posture in ("pegang_tali", "tangan_berkait")]
    assert drift[0] > 0.2 > 0.1 > drift[1]
    assert held(1, 620.0, seed=0).drift < 0.08 < held(1, 620.0, seed=0, posture="tangan_berkait").drift


def test_a_rope_bows_where_it_is_pushed_and_lets_nobody_through():
    world = pressed_line(1, 1, seed=0, posture="pegang_tali")
    people, unit = world.people, world.units["l"]
    people.present[people.civilian & (np.abs(people.position[:, 1] - MIDDLE[1]) > 1.0)] = False
    people.press[people.civilian] = 250.0
    for _ in range(8 * TICKS_PER_SECOND):
        lines.step(world)
    bow = lines.depth(world)[unit.rows]
    assert bow[4:6].mean() < bow[[0, 9]].mean() - 0.15
    assert leaked(world) == 0
