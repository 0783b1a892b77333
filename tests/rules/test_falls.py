import numpy as np

from game.rules import falls
from game.rules.falls import Fell, GotUp
from game.rules.kinds import ACTS
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture
from tests.presses import door, go_on, push_on, street, told


def jostled(density: float = 6.5, carried: float = 1.5, newtons: float = 600.0) -> World:
    """Sixty people, on each of whom the crowd does the same."""
    world = picture("\n".join(["c" * 10] * 6))
    world.people.density[:], world.people.contact_force[:] = density, newtons
    world.people.drift[:] = carried, 0.0
    return world


def stumble(world: World, seconds: float) -> int:
    """How many have fallen after `seconds` of the same."""
    for _ in range(round(seconds / falls.STEP)):
        falls.stumble(world)
        world.tick += 3
    return len(told(world, Fell))


def test_who_is_carried_off_their_feet_in_a_dense_crowd_falls_unhurt():
    world = jostled()
    assert 5 < stumble(world, 5.0) < 40
    assert world.people.fallen.any()
    assert not world.people.hurt.any()


def test_nobody_falls_with_room_for_a_step_or_unpushed_or_going_where_they_mean_to():
    assert stumble(jostled(density=3.5), 30.0) == 0
    assert stumble(jostled(newtons=100.0), 30.0) == 0
    assert stumble(jostled(carried=0.3), 30.0) == 0
    walking = jostled()
    walking.people.way[:] = walking.people.wanted[:] = walking.people.drift
    assert stumble(walking, 30.0) == 0


def down(room: float) -> World:
    """Two, one of whom has fallen, where `room` people/m² stand."""
    world = picture("cc", cell=0.6)
    world.people.fallen[0], world.people.density[:] = True, room
    return world


def test_who_fell_unhurt_is_up_again_after_seconds_where_there_is_room():
    world = down(room=2.0)
    stumble(world, 2.5)
    assert world.people.fallen[0]
    stumble(world, 1.0)
    assert world.people.up[0]
    (rose,) = [event for event in world.said if isinstance(event, GotUp)]
    assert (rose.person, rose.seconds, rose.helped) == (0, 3, False)


def test_in_the_press_one_stays_down_but_for_a_hand():
    world = down(room=7.0)
    stumble(world, 10.0)
    assert world.people.fallen[0]
    world.people.act[1] = ACTS.index("help_fallen")
    stumble(world, 0.2)
    assert world.people.up[0]
    assert [event.helped for event in world.said if isinstance(event, GotUp)] == [True]


def test_who_is_hurt_does_not_get_up():
    world = down(room=1.0)
    world.people.hurt[0] = True
    world.people.act[1] = ACTS.index("help_fallen")
    stumble(world, 20.0)
    assert world.people.casualty[0]


def test_nobody_falls_in_a_calm_crowd_that_leaves_by_a_narrow_door():
    world = door(people=100)
    out = world.ground.field_to_point(np.array([11.0, 3.0]))
    for _ in range(40 * TICKS_PER_SECOND):
        world.people.way[:] = out.way(world.people.position) * world.people.free_speed[:, None]
        go_on(world)
        world.people.present &= world.people.position[:, 0] < 10.0
    assert world.people.present.sum() < 60
    assert told(world, Fell) == []


def test_equal_seeds_fall_alike():
    both = [street(4.0) for _ in range(2)]
    for world in both:
        for _ in push_on(world, 12.0, newtons=250.0, grows=5.0):
            pass
    assert told(both[0], Fell) == told(both[1], Fell)
    assert np.array_equal(both[0].people.position, both[1].people.position)
