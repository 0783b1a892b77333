import copy

import numpy as np
import pytest

from game.rules import crush
from game.rules.crush import CrushWarning
from game.rules.harm import Hurt
from game.world import state
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture
from tests.presses import go_on, push_on, street, told


def pressed(seed: int) -> tuple[float, float]:
    """S of the warning and of the first injury where a crowd of 3 /m² is pressed harder and harder."""
    world = street(3.0, seed)
    for _ in push_on(world, 60.0, newtons=250.0):
        if told(world, Hurt):
            break
    return told(world, CrushWarning)[0], told(world, Hurt)[0]


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_a_press_that_ends_in_injuries_is_warned_of_in_time(seed, record_property):
    warned, hurt = pressed(seed)
    record_property("seconds_ahead", hurt - warned)
    assert hurt - warned >= 5.0


def test_a_calm_crowd_that_waits_as_dense_as_at_a_concert_is_not_warned_of():
    world = street(4.5)
    for _ in range(20 * TICKS_PER_SECOND):
        go_on(world)
    assert told(world, CrushWarning) == []
    assert world.crushes == []


def close(world: World, density: float, seconds: int) -> None:
    """Let it be so dense for so long."""
    world.people.density[:] = density
    for _ in range(seconds):
        crush.watch(world)
        world.tick += TICKS_PER_SECOND


def test_it_is_said_once_for_a_place_and_again_only_after_it_eased():
    world = picture("cccc\ncccc\n....\nZZZZ", cell=0.4)
    close(world, 6.5, 30)
    assert told(world, CrushWarning) == [2.0]
    close(world, 3.0, 5)
    close(world, 6.5, 5)
    assert len(told(world, CrushWarning)) == 1
    close(world, 3.0, 12)
    assert world.crushes == []
    close(world, 6.5, 5)
    assert len(told(world, CrushWarning)) == 2


def test_a_moment_is_no_warning_and_two_people_are_no_crowd():
    world = picture("cccc\ncccc", cell=0.4)
    close(world, 6.5, 2)
    close(world, 3.0, 1)
    assert told(world, CrushWarning) == []
    pair = picture("cc", cell=0.4)
    close(pair, 8.0, 10)
    assert told(pair, CrushWarning) == []


def test_one_who_is_squeezed_is_enough():
    world = picture("cccc\ncccc", cell=0.4)
    world.people.contact_force[2] = 1100.0
    close(world, 4.0, 5)
    (warned,) = [event for event in world.said if isinstance(event, CrushWarning)]
    assert (warned.people, warned.severity, warned.causes) == (1, "early", ("force",))


def test_it_says_where_how_grave_and_why():
    world = picture("ZZZZ\ncccc\ncccc\nZZZZ", cell=0.4)
    close(world, 6.2, 5)
    (early,) = [event for event in world.said if isinstance(event, CrushWarning)]
    assert (early.severity, early.causes, early.people, early.density) == ("early", ("density",), 8, 6.2)
    assert early.spot.values == {"zone": "zona"}
    surging = picture("cccc\ncccc", cell=0.4)
    surging.people.pressure[:], surging.people.contact_force[:] = 0.05, 1300.0
    close(surging, 5.5, 5)
    (grave,) = [event for event in surging.said if isinstance(event, CrushWarning)]
    assert (grave.severity, grave.causes) == ("grave", ("waves", "force"))


def test_who_speeds_up_through_a_door_of_their_own_will_is_no_quake():
    world = picture("cccc\ncccc", cell=0.4)
    world.people.pressure[:], world.people.contact_force[:] = 0.3, 60.0
    close(world, 5.5, 5)
    assert told(world, CrushWarning) == []


def test_two_places_are_two_warnings():
    world = picture("cccc" + "." * 60 + "cccc", cell=0.5)
    close(world, 6.5, 10)
    places = [event.place for event in world.said if isinstance(event, CrushWarning)]
    assert len(places) == 2
    assert abs(places[0][0] - places[1][0]) > 25.0


def test_a_warning_is_part_of_what_is_saved():
    world = picture("cccc\ncccc", cell=0.4)
    close(world, 6.5, 5)
    other = picture("cccc\ncccc", cell=0.4)
    state.load(other, copy.deepcopy(state.save(world)))
    assert state.state_hash(other) == state.state_hash(world)
    assert np.array_equal(other.crushes[0].place, world.crushes[0].place)
    close(other, 6.5, 5)
    assert told(other, CrushWarning) == []
