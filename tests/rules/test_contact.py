import copy
from collections.abc import Iterator

import numpy as np
import pytest

from game.rules import contact, squeeze
from game.rules.harm import Hurt
from game.world.bodies import FASTEST
from game.world.ground import Ground
from game.world.world import REBUILD_EVERY, TICK, World
from tests.pictures import picture, scene, walk


def file_against_a_wall(count: int, push: float) -> World:
    """People one behind the other, stopped, all pressing toward the wall at the end."""
    place = 20.0 - 0.18 - 0.36 * np.arange(count)[::-1]
    world = scene({"c": np.column_stack([place, np.full(count, 0.5)])}, Ground((20.0, 1.0)))
    world.people.way[:] = 1.34, 0.0
    world.people.press[:] = push
    return world


def pressed(world: World, seconds: float) -> Iterator[float]:
    """Let them press on where they stand: the N on the wall at each tick."""
    for _ in range(round(seconds / TICK)):
        contact.move(world)
        contact.feel_force(world)
        world.tick += 1
        on_wall = (world.bodies.pairs == [-1, len(world.people) - 1]).all(axis=1)
        yield float(world.bodies.impulse[on_wall].sum()) / TICK


def force_on_the_wall(world: World) -> float:
    """N, averaged over the last of eight seconds."""
    return float(np.mean(list(pressed(world, 8.0))[-30:]))


@pytest.mark.parametrize(("rows", "force"), [(1, 150), (2, 255), (3, 328), (5, 416), (10, 486), (25, 500)])
def test_a_file_of_pushes_loses_a_third_with_every_row(rows, force):
    assert force_on_the_wall(file_against_a_wall(rows, 150.0)) == pytest.approx(force, rel=0.05)


def test_a_braced_officer_holds_one_who_pushes():
    world = picture(".cL..")
    world.people.position[0] = [2.1, 0.5]
    start = world.people.position.copy()
    world.people.way[0], world.people.press[0] = (1.34, 0.0), 250.0
    world.people.brace[1] = 650.0
    for _ in walk(world, 3.0):
        pass
    assert np.hypot(*(world.people.position - start)[1]) < 0.02


def test_what_presses_on_someone_is_averaged_over_half_a_second():
    world = file_against_a_wall(2, 200.0)
    felt = [float(world.people.contact_force[1]) for _ in pressed(world, 3.0)]
    assert felt[0] < 100.0
    assert felt[-1] == pytest.approx(200.0 + 340.0, rel=0.05)  # from behind and from the wall


def test_a_squeeze_is_felt_from_both_sides_and_a_wall_pushes_as_a_person_does():
    world = scene({"c": np.array([[4.64, 0.5], [5.0, 0.5], [5.36, 0.5]])}, Ground((20.0, 1.0)))
    world.people.way[:] = [(1.0, 0.0), (0.0, 0.0), (-1.0, 0.0)]
    world.people.press[[0, 2]] = 300.0
    world.people.brace[:] = 0.0
    against_a_wall = file_against_a_wall(2, 0.0)
    against_a_wall.people.press[0] = 300.0
    against_a_wall.people.brace[:] = 0.0
    for _ in zip(pressed(world, 4.0), pressed(against_a_wall, 4.0), strict=True):
        pass
    assert world.people.contact_force == pytest.approx([300.0, 600.0, 300.0], rel=0.05)
    assert against_a_wall.people.contact_force == pytest.approx([300.0, 600.0], rel=0.05)


def test_where_somebody_is_going_is_averaged_over_half_a_second():
    world = picture("c.........")
    world.people.way[:] = world.people.wanted[:] = 1.34, 0.0
    drift = []
    for _ in range(120):
        contact.move(world)
        contact.feel_force(world)
        world.tick += 1
        drift.append(float(world.people.drift[0, 0]))
    assert 0.1 < drift[15] < 0.6
    assert drift[-1] == pytest.approx(1.34, abs=0.02)


def test_who_is_crushed_falls_and_it_is_told():
    world = file_against_a_wall(3, 900.0)
    for _ in pressed(world, 3.0):
        squeeze.bear(world)
    hurt = [event for event in world.said if isinstance(event, Hurt)]
    assert [event.person for event in hurt] == np.flatnonzero(world.people.fallen).tolist() != []
    assert world.people.contact_force[hurt[0].person] > 0.0
    assert hurt[0].place is not None


def test_a_press_of_two_hundred_stays_in_its_square_and_below_a_sprint():
    side = np.stack(np.meshgrid(np.arange(14), np.arange(14)), axis=-1).reshape(-1, 2)
    world = scene({"c": (side + 0.5) / np.sqrt(6.0)}, Ground((14 / np.sqrt(6.0), 14 / np.sqrt(6.0))))  # 6 /m²
    people, width = world.people, 14 / np.sqrt(6.0)
    people.way[:] = 1.34, 0.0
    people.press[:] = 174.0
    for _ in walk(world, 5.0):
        assert np.hypot(*people.velocity.T).max() < FASTEST / 2
        assert (np.minimum(people.position, width - people.position) > 0.18 - 0.05).all()


def test_a_world_saved_at_a_whole_minute_goes_on_as_if_it_had_never_stopped():
    world = picture("ccc..\nccc..\nccc..", cell=0.5)
    world.people.way[:] = 0.5, 0.1
    world.people.press[:] = 50.0
    world.tick = REBUILD_EVERY - 60
    for _ in walk(world, 2.0):
        pass
    world.bodies, running = None, world.bodies
    saved = copy.deepcopy(world)
    world.bodies = running
    for one in (world, saved):
        for _ in walk(one, 2.0):
            pass
    assert saved.people.position.tobytes() == world.people.position.tobytes()
    assert saved.people.contact_force.tobytes() == world.people.contact_force.tobytes()
