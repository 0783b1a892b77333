import numpy as np

from game.rules.behaviours.go import Go
from game.rules.behaviours.leave import Leave
from game.rules.kinds import BEHAVIOURS
from tests.crowds import live_for
from tests.pictures import picture


def test_walks_round_a_wall_to_the_zone_and_then_goes_on_with_the_plan():
    world = picture("...#...\nc..#ZZZ\n...#ZZZ\n.......\nX......", plans={"c": (Go("zona"), Leave())})
    while world.people.plan_step[0] == 0 and world.seconds < 15:
        live_for(world, 0.1)
    assert world.ground.zones["zona"].contains(world.people.position)[0]
    assert BEHAVIOURS[world.people.behaviour[0]] == "leave"


def test_who_is_stopped_by_a_full_zone_has_arrived():
    drawing = "." * 26 + "\n" + ("ZZ" + "." * 12 + "c" * 12 + "\n") * 4 + "." * 26
    world = picture(drawing, plans={"c": (Go("zona"), Leave())})
    live_for(world, 25)
    inside = world.ground.zones["zona"].contains(world.people.position)
    assert (world.people.plan_step == 1).mean() > 0.9
    assert not inside.all()


def test_a_goal_is_read_as_an_author_writes_it():
    assert Go.read({"go": {"to": "gerbang"}}) == Go("gerbang")
    assert Go("gerbang").plain() == {"go": {"to": "gerbang"}}
    assert np.array_equal(Go("zona").urge(picture("cZ")), [0.0])
