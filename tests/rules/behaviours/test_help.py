import numpy as np

from game.rules.acts.act import acting
from game.rules.behaviours.behaviour import doing
from game.rules.behaviours.protest import Protest
from tests.crowds import live_for
from tests.pictures import picture


def beside_one_who_lies(drawing="cc.cc.cc\n........\nb......."):
    """A crowd in which the last one lies hurt."""
    world = picture(drawing, plans={"c": (Protest(),)})
    lies = np.flatnonzero(world.people.civilian)[-1]
    world.people.fallen[lies] = world.people.hurt[lies] = True
    return world, lies


def test_the_two_nearest_go_to_someone_who_lies_hurt_and_kneel_down():
    world, lies = beside_one_who_lies()
    live_for(world, 8)
    helpers = doing(world, "help")
    assert helpers.sum() == 2
    assert np.array_equal(helpers, acting(world, "help_fallen"))
    assert np.hypot(*(world.people.position[helpers] - world.people.position[lies]).T).max() < 1.0


def test_an_officer_who_lies_is_helped_as_well():
    world = picture("cc.cc...L")
    officer = world.units["l"].rows[0]
    world.people.fallen[officer] = world.people.hurt[officer] = True
    live_for(world, 8)
    assert doing(world, "help").sum() == 2


def test_the_hostile_and_the_afraid_do_not_help():
    for feeling in ("hostile", "fear"):
        world, _ = beside_one_who_lies()
        getattr(world.people, feeling)[:] = 1
        world.people.hostile_until[:] = 10_000
        live_for(world, 0.3)
        assert not doing(world, "help").any()


def test_once_first_aid_is_given_they_go_back():
    world, lies = beside_one_who_lies()
    live_for(world, 6)
    world.people.treated[lies] = True
    live_for(world, 4)
    assert not doing(world, "help").any()
    assert not acting(world, "help_fallen").any()
