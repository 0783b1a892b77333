import numpy as np

from game.rules.behaviours.stroll import Stroll
from tests.crowds import live_for
from tests.pictures import picture


def test_people_move_about_within_their_zone_and_stand_in_between():
    row = "....ZZZZZZZZZZZZ....\n"
    world = picture(row * 2 + "....bbbbbbbb........\n" + row * 3, plans={"b": (Stroll("zona"),)})
    begun = world.people.position.copy()
    speeds = []
    for _ in range(30):
        live_for(world, 1)
        speeds.append(np.hypot(*world.people.velocity.T))
    assert world.ground.zones["zona"].contains(world.people.position).all()
    assert (np.hypot(*(world.people.position - begun).T) > 1.0).any()
    assert 0.2 < (np.array(speeds) < 0.1).mean() < 0.99
    assert np.max(speeds) < 1.34


def test_who_is_outside_walks_into_the_zone():
    world = picture("b...........ZZZZ\n............ZZZZ\n............ZZZZ", plans={"b": (Stroll("zona"),)})
    live_for(world, 25)
    assert world.ground.zones["zona"].contains(world.people.position).all()


def test_without_a_zone_people_stroll_about_and_not_into_walls():
    world = picture(
        "..............\n..b.b.###.bbb.\n.b..bb###.b...\n..............\n..............", plans={"b": (Stroll(),)}
    )
    begun = world.people.position.copy()
    live_for(world, 30)
    assert (np.hypot(*(world.people.position - begun).T) > 0.5).any()
    assert world.ground.stands(world.people.haven, 0.1).all()


def test_the_zone_is_written_as_in():
    assert Stroll.read({"stroll": {"in": "warung"}}) == Stroll("warung")
    assert Stroll("warung").plain() == {"stroll": {"in": "warung"}}
    assert Stroll.read("stroll") == Stroll()
