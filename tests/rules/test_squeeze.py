import numpy as np
import pytest

from game.rules import squeeze
from game.rules.harm import Hurt
from game.world.world import TICKS_PER_SECOND, World
from tests.pictures import picture


def under(newtons: float, seconds: float, world: World | None = None) -> World:
    """One person who bears `newtons` from either of two sides for `seconds`."""
    world = world or picture("c")
    for _ in range(round(seconds / squeeze.STEP)):
        world.people.contact_force[:] = 2.0 * newtons
        squeeze.bear(world)
        world.tick += 3
    return world


def hurt(world: World) -> list[float]:
    return [event.tick / TICKS_PER_SECOND for event in world.said if isinstance(event, Hurt) and event.by == "crush"]


def test_the_curve_of_what_kills_runs_through_both_cases_of_hopkins():
    seconds = squeeze.seconds_to_kill(np.array([1112.0, 6227.0]))
    assert seconds == pytest.approx([300.0, 15.0])


def test_what_a_rail_of_six_hundred_newtons_does_is_borne_for_ever():
    world = under(620.0, 1200.0)
    assert hurt(world) == []
    assert world.people.dose[0] == 0.0


def test_a_load_beyond_that_lays_one_low_within_minutes_the_sooner_the_greater():
    (soon,), (late,) = hurt(under(880.0, 600.0)), hurt(under(700.0, 600.0))
    assert soon == pytest.approx(squeeze.FAINTS * squeeze.seconds_to_kill(np.array(880.0)), abs=1.0)
    assert 180.0 < soon < late < 360.0


def test_sixteen_hundred_newtons_per_metre_of_body_hurt_at_once():
    world = picture("c")
    of_the_study = 2.0 * np.pi * 0.18 * 0.3 / 0.2  # m round: bodies of 0.3 m radius there, of 0.2 m here, on average
    assert squeeze.at_once(world.people)[0] == pytest.approx(1600.0 * of_the_study)
    assert hurt(under(1300.0, 1.0)) == []
    assert hurt(under(1400.0, 1.0, world)) == [0.0]
    assert world.people.casualty[0]


def test_who_breathes_again_forgets_what_was_borne():
    world = under(800.0, 60.0)
    borne = float(world.people.dose[0])
    under(100.0, 60.0, world)
    assert world.people.dose[0] == pytest.approx(borne / np.e, rel=0.01)


def test_who_lies_unhurt_can_be_crushed_and_who_lies_hurt_is_told_of_once():
    world = picture("c")
    world.people.fallen[0] = True
    assert len(hurt(under(1400.0, 10.0, world))) == 1
